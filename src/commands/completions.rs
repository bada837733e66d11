//! `florilege completions`: what a terminal needs to complete the command.

use std::io::Write as _;

use clap::CommandFactory as _;
use clap_complete::{Shell, generate};

use crate::cli::Cli;

use super::Outcome;

/// Prints the script for a shell.
pub(crate) fn run(shell: Shell) -> anyhow::Result<Outcome> {
    // Through a buffer: the generator cannot say that a pipe was closed.
    let mut script = Vec::new();
    generate(shell, &mut Cli::command(), "florilege", &mut script);
    std::io::stdout().write_all(&script)?;
    Ok(Outcome::Done)
}
