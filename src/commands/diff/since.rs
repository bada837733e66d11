//! The catalogue at a revision, beside the catalogue as it stands.

use std::collections::{BTreeMap, BTreeSet};

use florilege::catalogue::{Collation, Edition, link};
use florilege::prepare::Prepared;
use florilege::problems::{Code, FileId, Files, Problems};
use florilege::site::Site;
use florilege::source::{Folders, Loaded, Look, Memory, load};

use crate::cli::Common;
use crate::commands::UsageError;
use crate::commands::prepare::{folders, prepare};
use crate::commands::terminal::{Terminal, shown};

use super::git::{GitError, Repository};
use super::{Compared, Since};

/// Either both editions, or what is wrong with the catalogue as it stands.
type Found = Result<Compared, (Problems, Files)>;

/// A catalogue as it was.
struct Then {
    edition: Edition,
    /// The ids of its sheets with errors.
    flawed: Vec<String>,
    /// The ids of those sheets that nothing is known of.
    unread: BTreeSet<String>,
}

/// The catalogue as it was, and as it is.
pub(super) fn compared(common: &Common, name: &str, terminal: &mut Terminal) -> anyhow::Result<Found> {
    let folders = folders(common, terminal)?;
    let Prepared { files, mut problems, catalogue, site_theme, .. } = prepare(&folders, false, terminal);
    // Who publishes is told by the build.
    problems.leave_out(Code::LegalMissing);
    let Some((catalogue, site_theme)) = catalogue.zip(site_theme) else {
        return Ok(Err((problems, files)));
    };
    let explain = |error| explain(error, name, &folders, terminal);
    let repository = Repository::around(folders.root()).map_err(explain)?;
    let revision = repository.revision(name).map_err(explain)?;
    let restored = repository.restore(&revision, &[Folders::CONTENT, Folders::SOURCES]).map_err(explain)?;
    let Some(then) = then(&Folders::new(restored.path())) else {
        let args = [("revision", name.into())];
        return Err(UsageError(terminal.wording().say("diff-unreadable-then", &args)).into());
    };
    let words = site_theme.labels.date(revision.date);
    let new = Site::new(&catalogue, &site_theme, catalogue.base_url(), folders.media()).edition();
    let since = Since { commit: revision.commit, date: revision.date, words };
    let Then { edition: old, flawed: unsure, unread } = then;
    Ok(Ok(Compared { old, new, since: Some(since), unsure, unread }))
}

/// Reads a catalogue that nobody can mend any more, as far as it can be read; none without settings.
fn then(folders: &Folders) -> Option<Then> {
    let Loaded { drafts, mut problems } = load(folders, &Look::new(folders), &mut Memory::new(folders));
    let ids: BTreeMap<FileId, String> =
        drafts.sheet_ids.iter().map(|(id, place)| (place.file, id.clone())).collect();
    let collation = Collation::new(&drafts.language());
    let (catalogue, found) = link(drafts, &collation);
    problems.extend(found);
    let catalogue = catalogue?;
    let errors = problems.told().iter().filter(|problem| problem.is_error());
    let files: BTreeSet<FileId> = errors.filter_map(|problem| Some(problem.place?.file)).collect();
    let flawed: Vec<String> = files.iter().filter_map(|file| ids.get(file)).cloned().collect();
    // Where its pages stood is of no use any more.
    let edition = Edition::new(&catalogue, None, |_| String::new());
    let read: BTreeSet<&str> = edition.sheets.iter().map(|sheet| sheet.id.as_str()).collect();
    let unread = ids.into_values().filter(|id| !read.contains(id.as_str())).collect();
    Some(Then { edition, flawed, unread })
}

/// Why Git has no answer, in words.
fn explain(error: GitError, revision: &str, folders: &Folders, terminal: &Terminal) -> anyhow::Error {
    let key = match &error {
        GitError::Absent => "diff-no-git",
        GitError::NotARepository => "diff-not-a-repository",
        GitError::Unknown => "diff-unknown-revision",
        GitError::TooEarly => "diff-too-early",
        GitError::Shallow => "diff-shallow",
        GitError::NotThere => "diff-no-catalogue-then",
        GitError::Refused(_) => "diff-git-failed",
        GitError::Machine(_) => return error.into(),
    };
    let args = [
        ("revision", revision.into()),
        ("root", shown(folders.root()).into()),
        ("reason", error.to_string().into()),
    ];
    UsageError(terminal.wording().say(key, &args)).into()
}
