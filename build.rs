//! Tells the program which sources it was built from, so that a build made by another program is
//! never taken for up to date; and which of them make pictures, which take longer than all the rest.

use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};
use std::path::Path;
use std::{fs, io};

fn hash_folder(folder: &Path, hasher: &mut DefaultHasher) -> io::Result<()> {
    let mut entries: Vec<_> = fs::read_dir(folder)?.collect::<Result<_, _>>()?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        if entry.file_type()?.is_dir() {
            hash_folder(&entry.path(), hasher)?;
        } else {
            entry.file_name().hash(hasher);
            fs::read(entry.path())?.hash(hasher);
        }
    }
    Ok(())
}

fn main() -> io::Result<()> {
    // Cargo runs this in the package's folder. The folder that it was compiled in may be another
    // one, where two checkouts share a target folder.
    let root = Path::new(".");
    let lock = fs::read(root.join("Cargo.lock")).unwrap_or_default();
    // The site theme that comes with the program is embedded in it.
    let sources: [(&str, &[&str]); 2] =
        [("FLORILEGE_SOURCES", &["src", "themes/forum"]), ("FLORILEGE_PICTURES", &["src/picture"])];
    for (variable, folders) in sources {
        // The standard hasher starts from fixed keys: the same sources give the same number.
        let mut hasher = DefaultHasher::new();
        for folder in folders {
            hash_folder(&root.join(folder), &mut hasher)?;
        }
        lock.hash(&mut hasher);
        println!("cargo:rustc-env={variable}={:016x}", hasher.finish());
    }
    for watched in ["src", "Cargo.lock", "themes/forum", "seeds/starter"] {
        println!("cargo:rerun-if-changed={watched}");
    }
    Ok(())
}
