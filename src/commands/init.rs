//! `florilege init`: a first catalogue.

use std::path::Path;

use florilege::problems::{Arg, Wording};
use florilege::starter::{PlantError, plant};

use crate::cli::{Common, Init};

use super::terminal::{Terminal, shown};
use super::{Outcome, UsageError};

/// Plants the catalogue in the language of the messages, and says how to go on.
pub(crate) fn run(common: &Common, arguments: &Init, terminal: &Terminal) -> anyhow::Result<Outcome> {
    let (wording, dir) = (terminal.wording(), arguments.dir.as_path());
    // A folder below --root or below the current one? Nobody should have to guess.
    if common.root != Path::new(".") {
        let dir = typed(&common.root.join(dir));
        return Err(UsageError(wording.say("init-no-root", &[("dir", dir.into())])).into());
    }
    if let Err(error) = plant(wording.speech(), dir) {
        return Err(explain(error, terminal));
    }
    let is_here =
        dir.canonicalize().is_ok_and(|dir| Path::new(".").canonicalize().is_ok_and(|here| dir == here));
    let first = if is_here { "florilege check".to_owned() } else { format!("cd {}", typed(dir)) };
    terminal.conclude("init-done", &[("dir", shown(dir).into()), ("first", first.into())])?;
    Ok(Outcome::Done)
}

/// Why nothing was planted, in words.
fn explain(error: PlantError, terminal: &Terminal) -> anyhow::Error {
    let wording = terminal.wording();
    match error {
        PlantError::NotEmpty { folder, held } => UsageError(not_empty(&folder, &held, wording)).into(),
        PlantError::NotAFolder(path) => {
            UsageError(wording.say("init-not-a-folder", &[("path", shown(&path).into())])).into()
        }
        PlantError::Machine { path, source, is_undone } => {
            terminal.stop(if is_undone { "init-undone" } else { "init-left" }, &[]);
            anyhow::Error::new(source).context(shown(&path))
        }
    }
}

fn not_empty(folder: &Path, held: &[String], wording: &Wording) -> String {
    let one = held.first().map(String::as_str).unwrap_or_default();
    let is_hidden = if one.starts_with('.') { "yes" } else { "no" };
    let args: [(&'static str, Arg); 4] = [
        ("dir", shown(folder).into()),
        ("one", one.into()),
        ("hidden", is_hidden.into()),
        ("more", held.len().saturating_sub(1).into()),
    ];
    wording.say("init-not-empty", &args)
}

/// A path as one types it in a terminal: between quotes where it must be.
fn typed(path: &Path) -> String {
    let path = shown(path);
    // A name that begins with a dash would be taken for an option.
    let path = if path.starts_with('-') { format!("./{path}") } else { path };
    let is_plain = |c: char| c.is_alphanumeric() || "/._-+,:@".contains(c) || cfg!(windows) && c == '\\';
    if path.chars().all(is_plain) {
        path
    } else if cfg!(windows) || !path.contains(['"', '$', '`', '\\', '!']) {
        format!("\"{path}\"")
    } else {
        format!("'{}'", path.replace('\'', r"'\''"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[cfg(unix)]
    fn paths_as_one_types_them() {
        for (path, expected) in [
            ("catalogue", "catalogue"),
            ("../été_2027/v1.0", "../été_2027/v1.0"),
            ("mon catalogue", "\"mon catalogue\""),
            ("forum d'été", "\"forum d'été\""),
            ("~", "\"~\""),
            ("10$ d'idées", r"'10$ d'\''idées'"),
            ("-x", "./-x"),
        ] {
            assert_eq!(typed(Path::new(path)), expected);
        }
    }
}
