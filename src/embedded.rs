//! Files that are part of the program.

use include_dir::Dir;

/// The files below an embedded folder, by their paths below it, with `/` on every system.
pub(crate) fn files<'f>(folder: &'f Dir<'f>) -> Vec<(String, &'f [u8])> {
    let own = folder.files().map(|file| {
        let parts: Vec<_> = file.path().components().map(|part| part.as_os_str().to_string_lossy()).collect();
        (parts.join("/"), file.contents())
    });
    own.chain(folder.dirs().flat_map(files)).collect()
}
