//! All that a catalogue is made from, in short: whoever built from the same before need not again.

use std::path::Path;
use std::time::SystemTime;

use rayon::prelude::*;

use crate::fingerprint::shorten;

use super::Folders;
use super::folder::walker;

/// Larger files are left to the build itself, which reads only those it needs.
const MAX_FILE: u64 = 16 * 1024 * 1024;

/// Every file that a build may read, as it was at one time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inputs {
    /// Of paths and bytes.
    pub fingerprint: [u8; 16],
    /// When each was saved: one that was saved twice may be as it was before, and was read as it was in between.
    times: Vec<SystemTime>,
}

impl Inputs {
    /// What is there now. None where something could not be read, which the build then tells.
    #[must_use]
    pub fn of(folders: &Folders) -> Option<Self> {
        let mut files = Vec::new();
        for folder in [Folders::CONTENT, Folders::SOURCES, Folders::THEMES] {
            let top = folders.join(folder);
            if !top.exists() {
                continue;
            }
            for entry in walker(&top) {
                let entry = entry.ok()?;
                if !entry.file_type().is_dir() {
                    files.push(entry.into_path());
                }
            }
        }
        let read = files.par_iter().map(|path| read(path, folders)).collect::<Option<Vec<_>>>()?;
        let (times, hashes): (Vec<SystemTime>, Vec<[u8; 32]>) = read.into_iter().unzip();
        Some(Self { fingerprint: shorten(&blake3::hash(&hashes.concat())), times })
    }
}

/// When a file was saved, and its fingerprint.
fn read(path: &Path, folders: &Folders) -> Option<(SystemTime, [u8; 32])> {
    let about = std::fs::metadata(path).ok()?;
    if !about.is_file() || about.len() > MAX_FILE {
        return None;
    }
    let bytes = std::fs::read(path).ok()?;
    let mut hasher = blake3::Hasher::new();
    hasher.update(folders.name_below(path).as_bytes());
    hasher.update(&[0]);
    hasher.update(&bytes);
    Some((about.modified().ok()?, *hasher.finalize().as_bytes()))
}

#[cfg(test)]
mod tests {
    use std::fs::{self, File};
    use std::time::Duration;

    use super::*;

    #[test]
    fn a_file_that_is_as_before_may_have_been_another_in_between() {
        let root = tempfile::tempdir().unwrap();
        let path = root.path().join("content/initiatives/elan.yaml");
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        let save = |text: &str, second: u64| {
            fs::write(&path, text).unwrap();
            let time = SystemTime::UNIX_EPOCH + Duration::from_secs(second);
            File::options().write(true).open(&path).unwrap().set_modified(time).unwrap();
            Inputs::of(&Folders::new(root.path())).unwrap()
        };
        let before = save("pilote: Elan", 1);
        let between = save("pilote: Toit", 2);
        let after = save("pilote: Elan", 3);
        assert_ne!(before.fingerprint, between.fingerprint);
        assert_eq!(before.fingerprint, after.fingerprint);
        assert_ne!(before, after);
        assert_eq!(before, save("pilote: Elan", 1));
    }
}
