//! All that a catalogue is made from, in short: whoever built from the same before need not again.

use std::path::Path;

use crate::fingerprint::shorten;

use super::Folders;
use super::folder::walker;
use rayon::prelude::*;

/// Larger files are left to the build itself, which reads only those it needs.
const MAX_FILE: u64 = 16 * 1024 * 1024;

/// A fingerprint of every file that a build may read: paths and bytes. None where something
/// could not be read, which the build then tells.
#[must_use]
pub fn inputs_fingerprint(folders: &Folders) -> Option<[u8; 16]> {
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
    let hashes =
        files.par_iter().map(|path| fingerprint(path, folders)).collect::<Option<Vec<[u8; 32]>>>()?;
    Some(shorten(&blake3::hash(&hashes.concat())))
}

fn fingerprint(path: &Path, folders: &Folders) -> Option<[u8; 32]> {
    let about = std::fs::metadata(path).ok()?;
    if !about.is_file() || about.len() > MAX_FILE {
        return None;
    }
    let bytes = std::fs::read(path).ok()?;
    let mut hasher = blake3::Hasher::new();
    hasher.update(folders.name_below(path).as_bytes());
    hasher.update(&[0]);
    hasher.update(&bytes);
    Some(*hasher.finalize().as_bytes())
}
