//! What kept a build from its output folder, in words: what happened, what became of the site, and
//! what to do about it.

use std::io::{self, ErrorKind};
use std::path::Path;

use florilege::output::OutputError;
use florilege::problems::Wording;

use super::Outcome;
use super::terminal::shown;

/// How the command ends, and what it says.
pub(super) fn explain(error: &OutputError, wording: &Wording) -> (Outcome, String) {
    let say = |key, name, path: &Path| wording.say(key, &[(name, shown(path).into())]);
    match error {
        OutputError::ForeignFolder(folder) => (Outcome::Usage, say("foreign-folder", "out", folder)),
        OutputError::ForeignPath(path) => (Outcome::Usage, say("foreign-path", "path", path)),
        OutputError::Linked(link) => (Outcome::Usage, say("output-linked", "path", link)),
        OutputError::Gone(folder) => (Outcome::Machine, say("output-gone", "out", folder)),
        OutputError::Machine { path, source, begun } => {
            let said = [
                ("reason", reason(source).into()),
                ("path", shown(path).into()),
                ("said", source.to_string().into()),
                ("begun", if *begun { "yes" } else { "no" }.into()),
            ];
            (Outcome::Machine, wording.say("output-refused", &said))
        }
    }
}

/// What the machine meant, where there is a remedy.
fn reason(error: &io::Error) -> &'static str {
    // Windows: another program holds the file open (sharing violation, lock violation).
    let is_held = cfg!(windows) && matches!(error.raw_os_error(), Some(32 | 33));
    match error.kind() {
        ErrorKind::ResourceBusy => "busy",
        _ if is_held => "busy",
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "full",
        ErrorKind::FileTooLarge => "too-large",
        ErrorKind::ReadOnlyFilesystem | ErrorKind::PermissionDenied => "denied",
        ErrorKind::InvalidFilename => "name",
        _ => "other",
    }
}
