//! Reading one file, with all that a disk can hold instead of a sheet.

use std::fs::{self, File};
use std::io::{ErrorKind, Read};
use std::path::Path;

use crate::problems::{Code, FileId, Files, Place, Problem};

use super::decode::decode_text;

/// The longest text that is read: some five hundred pages.
const MAX_TEXT: u64 = 1024 * 1024;

/// Reads a text in UTF-8.
pub(super) fn read_text(path: &Path, file: FileId) -> Result<String, Problem> {
    decode_text(read_bytes(path, file)?, file)
}

fn read_bytes(path: &Path, file: FileId) -> Result<Vec<u8>, Problem> {
    let problem = |code| Problem::at(code, Place::whole(file));
    let refused = |error: std::io::Error| problem(Code::Unreadable).with("reason", reason(&error));
    // Opening a pipe or a device may wait for ever: look first.
    let about = fs::metadata(path).map_err(refused)?;
    if !about.is_file() {
        return Err(problem(Code::NotAFile));
    }
    let too_large = |size: u64| {
        problem(Code::TooLarge).with("size", human_size(size)).with("limit", human_size(MAX_TEXT))
    };
    if about.len() > MAX_TEXT {
        return Err(too_large(about.len()));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(about.len()).unwrap_or(0) + 1);
    // A file may grow while it is read.
    let read = File::open(path).and_then(|file| file.take(MAX_TEXT + 1).read_to_end(&mut bytes));
    read.map_err(refused)?;
    if bytes.len() as u64 > MAX_TEXT { Err(too_large(bytes.len() as u64)) } else { Ok(bytes) }
}

/// What the operating system said, without its error number.
pub(super) fn reason(error: &std::io::Error) -> String {
    match error.kind() {
        ErrorKind::PermissionDenied => "permission denied".to_owned(),
        ErrorKind::NotFound => "not found".to_owned(),
        _ => error.to_string(),
    }
}

fn human_size(bytes: u64) -> String {
    const KIB: u64 = 1024;
    if bytes >= KIB * KIB {
        format!("{} Mio", bytes.div_ceil(KIB * KIB))
    } else {
        format!("{} Kio", bytes.div_ceil(KIB))
    }
}

/// The text of a file that a problem points at, for the report; what is no UTF-8 is replaced.
#[must_use]
pub fn text_of(files: &Files, file: FileId) -> Option<String> {
    let path = files.path(file);
    let about = fs::metadata(&path).ok()?;
    if !about.is_file() || about.len() > MAX_TEXT {
        return None;
    }
    let text = String::from_utf8(fs::read(&path).ok()?).unwrap_or_else(|error| {
        // Up to the end of the first bad line, a `?` for each bad byte: places stay right.
        let bad = error.utf8_error().valid_up_to();
        let mut bytes = error.into_bytes();
        bytes.truncate(bytes[bad..].iter().position(|byte| *byte == b'\n').map_or(bytes.len(), |n| bad + n));
        bytes[bad..].iter_mut().filter(|byte| !byte.is_ascii()).for_each(|byte| *byte = b'?');
        String::from_utf8(bytes).unwrap_or_default()
    });
    Some(text)
}
