//! The catalogue that `florilege init` plants: a small one, embedded in the program, that builds
//! at once and explains itself line by line.
//!
//! What is promised: it goes into a new folder or an empty one alone, no file is ever written
//! over, and where the machine refuses, what was written is taken away again.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use include_dir::{Dir, include_dir};

use crate::embedded;
use crate::path::below;
use crate::problems::Speech;

static FRENCH: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/seeds/starter/fr");
static ENGLISH: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/seeds/starter/en");

/// What a folder may hold and still be called empty: whoever starts with `git init` has nothing yet.
const NOTHING_YET: &str = ".git";

/// Why no catalogue was planted.
#[derive(Debug, thiserror::Error)]
pub enum PlantError {
    /// The folder holds something: the names, those that one sees before the hidden ones.
    #[error("the folder {folder} is not empty")]
    NotEmpty {
        /// The folder.
        folder: PathBuf,
        /// What it holds.
        held: Vec<String>,
    },
    /// A file, or something else that is no folder, stands where a folder should be.
    #[error("{0} is not a folder")]
    NotAFolder(PathBuf),
    /// The machine refused.
    #[error("{path}: {source}")]
    Machine {
        /// What was being read or written.
        path: PathBuf,
        /// What the operating system said.
        source: io::Error,
        /// Whether everything is as it was before.
        is_undone: bool,
    },
}

/// Plants the catalogue of a language in a folder, which is made if it is not there.
///
/// # Errors
///
/// The folder is not free, or the machine refuses.
pub fn plant(speech: Speech, folder: &Path) -> Result<(), PlantError> {
    must_be_free(folder)?;
    let files = match speech {
        Speech::French => embedded::files(&FRENCH),
        Speech::English => embedded::files(&ENGLISH),
    };
    let mut planted = Planted::default();
    planted.all(&files, folder).map_err(|(path, source)| PlantError::Machine {
        path,
        source,
        is_undone: planted.undo(),
    })
}

/// Nothing stands there, or a folder with nothing in it.
fn must_be_free(folder: &Path) -> Result<(), PlantError> {
    // Not `exists`: a link to nowhere is something that stands there.
    let Some(nearest) = folder.ancestors().find(|above| above.symlink_metadata().is_ok()) else {
        return Ok(());
    };
    if !nearest.is_dir() {
        return Err(PlantError::NotAFolder(nearest.to_owned()));
    }
    if nearest != folder {
        return Ok(());
    }
    let mut held = names_in(folder).map_err(|source| PlantError::Machine {
        path: folder.to_owned(),
        source,
        is_undone: true,
    })?;
    held.retain(|name| name != NOTHING_YET);
    if held.is_empty() {
        return Ok(());
    }
    held.sort_by_key(|name| (name.starts_with('.'), name.clone()));
    Err(PlantError::NotEmpty { folder: folder.to_owned(), held })
}

fn names_in(folder: &Path) -> io::Result<Vec<String>> {
    let name = |entry: fs::DirEntry| entry.file_name().to_string_lossy().into_owned();
    fs::read_dir(folder)?.map(|entry| entry.map(name)).collect()
}

/// The files and folders that were made, each after the folder it stands in.
#[derive(Default)]
struct Planted(Vec<PathBuf>);

impl Planted {
    fn all(&mut self, files: &[(String, &[u8])], folder: &Path) -> Result<(), (PathBuf, io::Error)> {
        for (path, bytes) in files {
            let path = below(folder, path);
            self.parents(&path)?;
            self.file(&path, bytes).map_err(|error| (path, error))?;
        }
        Ok(())
    }

    /// Makes the folders that a path stands in, one by one, so that each is known.
    fn parents(&mut self, path: &Path) -> Result<(), (PathBuf, io::Error)> {
        let missing: Vec<&Path> = path.ancestors().skip(1).take_while(|above| !above.is_dir()).collect();
        // The parent of a name alone is the empty path: the current folder.
        for folder in missing.into_iter().rev().filter(|folder| !folder.as_os_str().is_empty()) {
            match fs::create_dir(folder) {
                Ok(()) => self.0.push(folder.to_owned()),
                // Such as `new/..`, which is there once `new` is.
                Err(error) if error.kind() == ErrorKind::AlreadyExists && folder.is_dir() => {}
                Err(error) => return Err((folder.to_owned(), error)),
            }
        }
        Ok(())
    }

    fn file(&mut self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let mut file = File::create_new(path)?;
        self.0.push(path.to_owned());
        file.write_all(bytes)
    }

    /// Takes everything away again; says whether it could. A folder into which somebody else has
    /// put something in the meantime stays.
    fn undo(&self) -> bool {
        let remove =
            |path: &&PathBuf| if path.is_dir() { fs::remove_dir(path) } else { fs::remove_file(path) };
        let left = self.0.iter().rev().filter(|path| remove(path).is_err()).count();
        left == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_goes_when_the_rest_cannot_be() {
        let root = tempfile::tempdir().unwrap();
        let folder = root.path().join("new/catalogue");
        let files: [(String, &[u8]); 3] =
            [("a.txt".into(), b"a"), ("b/c.txt".into(), b"c"), ("a.txt/d".into(), b"d")];
        let mut planted = Planted::default();
        let (path, _) = planted.all(&files, &folder).unwrap_err();
        assert_eq!(path, folder.join("a.txt"));
        assert!(folder.join("b/c.txt").exists());
        assert!(planted.undo());
        assert_eq!(names_in(root.path()).unwrap(), Vec::<String>::new());
    }

    #[test]
    fn what_somebody_else_wrote_stays() {
        let root = tempfile::tempdir().unwrap();
        let theirs = root.path().join("b/theirs.txt");
        let mut planted = Planted::default();
        planted.all(&[("b/a.txt".into(), b"a")], root.path()).unwrap();
        fs::write(&theirs, "theirs").unwrap();
        planted.all(&[("b/theirs.txt".into(), b"ours")], root.path()).unwrap_err();
        assert!(!planted.undo());
        assert_eq!(fs::read_to_string(theirs).unwrap(), "theirs");
        assert!(!root.path().join("b/a.txt").exists());
    }
}
