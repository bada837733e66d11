//! The pictures that a catalogue names: their first bytes and their last, and what tells them from
//! all others. Those that nobody names are not looked at.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::catalogue::{Drafts, Picture, Pictures};
use crate::fingerprint::{Fingerprint, shorten};
use crate::picture::{Facts, Fault, MAX_FILE};

use super::Folders;
use super::look::{Found, Listing};
use super::memory::Shelf;
use super::read::reason;

/// What a picture is, or why it cannot be shown.
pub(super) type ReadPicture = Result<(Facts, Fingerprint), Fault>;

/// Looks at every picture that is named and there.
pub(super) fn read_pictures(media: &Listing, drafts: &Drafts, shelf: &mut Shelf<ReadPicture>) -> Pictures {
    let mut named: Vec<&str> = drafts.mentions().iter().map(|mention| mention.file).collect();
    named.sort_unstable();
    named.dedup();
    let files = media.files.iter().filter(|found| found.is_file());
    let files = files.filter_map(|found| Some((found.below(Folders::MEDIA)?, found)));
    let mut files: Vec<(&str, &Found)> =
        files.filter(|(file, _)| named.binary_search(file).is_ok()).collect();
    files.sort_unstable_by_key(|(file, _)| *file);
    let read = shelf.read(&files, |(_, found)| found, |(_, found)| read_picture(&found.path));
    let mut stems: BTreeMap<Fingerprint, String> = BTreeMap::new();
    let mut pictures = Pictures::new();
    for ((file, _), found) in files.into_iter().zip(read) {
        let picture = found.map(|(facts, hash)| {
            let stem = stems.entry(hash).or_insert_with(|| Picture::stem_of(file)).clone();
            Picture { facts, hash, stem }
        });
        pictures.insert(file.to_owned(), picture);
    }
    pictures
}

fn read_picture(path: &Path) -> ReadPicture {
    let refused = |error: std::io::Error| Fault::Unreadable(reason(&error));
    let size = fs::metadata(path).map_err(refused)?.len();
    if size > MAX_FILE {
        return Err(Fault::TooHeavy { mebibytes: size.div_ceil(1024 * 1024) });
    }
    let bytes = fs::read(path).map_err(refused)?;
    Ok((Facts::read(&bytes)?, shorten(&blake3::hash(&bytes))))
}
