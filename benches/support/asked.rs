//! What every benchmark that plants catalogues is asked on its command line, and how it begins.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::Args;
use tempfile::TempDir;

use super::machine::{measured, working_folder};

/// The options that they share.
#[derive(Debug, Args)]
pub(crate) struct Asked {
    /// Where to work, instead of on a memory file system.
    #[arg(long)]
    folder: Option<PathBuf>,
    /// What the sheets are made from.
    #[arg(long, default_value_t = 2019)]
    pub(crate) seed: u64,
    /// Added by cargo.
    #[arg(long, hide = true)]
    bench: bool,
    /// How this program measures others: it runs itself.
    #[arg(long, hide = true, num_args = 1.., allow_hyphen_values = true)]
    measure: Option<Vec<OsString>>,
}

impl Asked {
    /// Whether this process only measures another one; if so, that is done.
    pub(crate) fn only_measures(&self) -> anyhow::Result<bool> {
        let Some(command) = &self.measure else { return Ok(false) };
        println!("{}", measured(command)?);
        Ok(true)
    }

    /// Whether it only tries itself out: cargo adds `--bench` where it is meant.
    pub(crate) fn is_trial(&self) -> bool {
        !self.bench
    }

    /// The sizes and the rounds that are asked for; of a trial, one round of `trial` sheets.
    pub(crate) fn scope(&self, sizes: Vec<usize>, runs: usize, trial: usize) -> (Vec<usize>, usize) {
        if self.is_trial() { (vec![trial], 1) } else { (sizes, runs.max(1)) }
    }

    /// A folder with room for the largest size, and a line that says where it is.
    pub(crate) fn begin(
        self,
        sizes: &[usize],
        room_per_sheet: u64,
        more: u64,
        runs: usize,
    ) -> anyhow::Result<TempDir> {
        let largest = sizes.iter().copied().max().unwrap_or_default() as u64;
        let (folder, kind) = working_folder(self.folder, largest * room_per_sheet + more)?;
        let cores = std::thread::available_parallelism()?;
        println!("{cores} cores; {} is {kind}; medians of {runs} rounds", folder.path().display());
        Ok(folder)
    }
}
