//! What the last build made: it decides what is unchanged, and what may be removed.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::SystemTime;

use super::OutputError;

/// A file that a build made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Entry {
    /// What it was made from, in short; none where only its bytes tell.
    pub(super) fingerprint: Option<[u8; 16]>,
    /// A hash of its bytes.
    pub(super) hash: [u8; 16],
    /// Its size in bytes.
    pub(super) size: u64,
}

/// The files of a build, by their paths with `/`.
///
/// On the disk, a line for the whole, then one line a file: size, hash, fingerprint or `-`, path. It holds no date, so that
/// the same site has the same manifest; a file is taken as untouched since the build if it is not
/// younger than the manifest, which is written after all of them.
#[derive(Debug, Default)]
pub(super) struct Manifest {
    pub(super) entries: BTreeMap<String, Entry>,
    pub(super) written: Option<SystemTime>,
    /// What the whole was made from.
    pub(super) whole: Option<Whole>,
}

/// What a whole site was made from, and what its build would say of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Whole {
    /// A fingerprint of all inputs.
    pub inputs: [u8; 16],
    /// How many sheets it has.
    pub sheets: usize,
    /// How many pages for readers it has.
    pub pages: usize,
    /// The language it is in.
    pub language: String,
}

const HEADER: &str = "florilege 1";

impl Manifest {
    /// Reads a manifest. One that is damaged or from another version knows no fingerprints, but
    /// still its paths, as far as they can be read.
    pub(super) fn read(path: &Path) -> Self {
        let Ok(text) = fs::read_to_string(path) else {
            return Self::default();
        };
        let written = fs::metadata(path).and_then(|about| about.modified()).ok();
        let mut lines = text.lines();
        let is_known = lines.next() == Some(HEADER);
        let mut whole = None;
        let mut entries = BTreeMap::new();
        for line in lines {
            match line.strip_prefix("whole ") {
                Some(rest) => whole = parse_whole(rest),
                None => entries.extend(parse_line(line)),
            }
        }
        Self { entries, written: written.filter(|_| is_known), whole: whole.filter(|_| is_known) }
    }

    /// Whether nobody touched a file since the build that made it.
    pub(super) fn is_untouched(&self, file: &Path, entry: &Entry) -> bool {
        let Ok(about) = file.symlink_metadata() else { return false };
        let is_old = about.modified().ok().zip(self.written).is_some_and(|(file, build)| file <= build);
        about.is_file() && about.len() == entry.size && is_old
    }

    /// Writes the manifest, whole or not at all.
    pub(super) fn write(&self, path: &Path) -> Result<(), OutputError> {
        let mut text = String::with_capacity(self.entries.len() * 128);
        text.push_str(HEADER);
        text.push('\n');
        if let Some(Whole { inputs, sheets, pages, language }) = &self.whole {
            text.push_str(&format!("whole {} {sheets} {pages} {language}\n", hex(inputs)));
        }
        for (name, entry) in &self.entries {
            let fingerprint = entry.fingerprint.map_or_else(|| "-".to_owned(), |bytes| hex(&bytes));
            text.push_str(&format!("{} {} {fingerprint} {name}\n", entry.size, hex(&entry.hash)));
        }
        fs::write(path, text).map_err(|error| {
            let _ = fs::remove_file(path);
            OutputError::at(path)(error)
        })
    }
}

fn parse_whole(line: &str) -> Option<Whole> {
    let mut parts = line.split(' ');
    let inputs = unhex(parts.next()?)?;
    let sheets = parts.next()?.parse().ok()?;
    let pages = parts.next()?.parse().ok()?;
    Some(Whole { inputs, sheets, pages, language: parts.next()?.to_owned() })
}

fn parse_line(line: &str) -> Option<(String, Entry)> {
    let mut parts = line.splitn(4, ' ');
    let size = parts.next()?.parse().ok()?;
    let hash = unhex(parts.next()?)?;
    let fingerprint = match parts.next()? {
        "-" => None,
        text => Some(unhex(text)?),
    };
    let path = parts.next()?;
    // A path of ours never leaves the folder, whatever somebody wrote into the manifest.
    let is_inside =
        path.split('/').all(|part| !matches!(part, "" | "." | "..")) && !path.contains(['\\', ':']);
    is_inside.then(|| (path.to_owned(), Entry { fingerprint, hash, size }))
}

fn hex(bytes: &[u8; 16]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::with_capacity(32), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

fn unhex(text: &str) -> Option<[u8; 16]> {
    if text.len() != 32 || !text.is_ascii() {
        return None;
    }
    let mut bytes = [0; 16];
    for (rank, byte) in bytes.iter_mut().enumerate() {
        *byte = u8::from_str_radix(&text[rank * 2..rank * 2 + 2], 16).ok()?;
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_manifest_is_read_as_it_was_written() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("manifest");
        let entry = Entry { fingerprint: Some([7; 16]), hash: [9; 16], size: 3 };
        let media = Entry { fingerprint: None, ..entry };
        let entries =
            BTreeMap::from([("a/index.html".to_owned(), entry), ("media/é 1.jpg".to_owned(), media)]);
        let whole = Some(Whole { inputs: [1; 16], sheets: 2, pages: 3, language: "fr".to_owned() });
        Manifest { entries: entries.clone(), written: None, whole: whole.clone() }.write(&path).unwrap();
        let read = Manifest::read(&path);
        assert_eq!((read.entries, read.whole), (entries, whole));
    }

    #[test]
    fn paths_that_leave_the_folder_are_not_read() {
        let zeros = "0".repeat(32);
        for path in ["../a", "a/../../b", "/etc/passwd", "c:\\a", "a//b"] {
            assert_eq!(parse_line(&format!("1 {zeros} - {path}")), None, "{path}");
        }
    }
}
