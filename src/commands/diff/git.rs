//! An old state of a folder, asked of the program Git. Nothing of the repository is changed: what is
//! asked for goes to a temporary folder, through an index of its own.

use std::ffi::{OsStr, OsString};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf, absolute};
use std::process::Command;

use florilege::text::PartialDate;
use tempfile::TempDir;

/// Variables by which Git, when it runs a hook, points to a repository of its own.
const POINTERS: [&str; 5] =
    ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_OBJECT_DIRECTORY"];

/// Why Git has no answer.
#[derive(Debug, thiserror::Error)]
pub(super) enum GitError {
    #[error("Git is not installed")]
    Absent,
    #[error("this is no repository")]
    NotARepository,
    #[error("no such revision")]
    Unknown,
    #[error("no revision as old as that")]
    TooEarly,
    #[error("the revision is not in this part of the history")]
    Shallow,
    #[error("the folder was not there")]
    NotThere,
    #[error("{0}")]
    Refused(String),
    #[error(transparent)]
    Machine(#[from] io::Error),
}

/// The repository that a folder stands in.
pub(super) struct Repository {
    folder: PathBuf,
    /// Its uppermost folder: some commands see only what is below where they run.
    top: PathBuf,
}

/// A revision of it.
pub(super) struct Revision {
    /// Its full name.
    pub(super) commit: String,
    /// The day that was asked for, else its own.
    pub(super) date: PartialDate,
}

impl Repository {
    /// The repository around a folder.
    pub(super) fn around(folder: &Path) -> Result<Self, GitError> {
        let up = answer(git(folder).args(["rev-parse", "--show-cdup"]))?;
        Ok(Self { folder: folder.to_owned(), top: folder.join(up) })
    }

    /// The revision of that name or, for a day, the last one before it.
    pub(super) fn revision(&self, name: &str) -> Result<Revision, GitError> {
        if let Some(commit) = self.object(&format!("{name}^{{commit}}"))? {
            let day =
                answer(git(&self.folder).args(["show", "-s", "--date=short", "--format=%cd", &commit]))?;
            let date = PartialDate::parse(&day).ok_or(GitError::Refused(day))?;
            return Ok(Revision { commit, date });
        }
        let date = PartialDate::parse(name);
        if let Some(date) = date
            && let Some(commit) = self.last_before(date)?
        {
            return Ok(Revision { commit, date });
        }
        let is_shallow = answer(git(&self.folder).args(["rev-parse", "--is-shallow-repository"]))? == "true";
        Err(match (is_shallow, date) {
            (true, _) => GitError::Shallow,
            (false, Some(_)) => GitError::TooEarly,
            (false, None) => GitError::Unknown,
        })
    }

    /// The last revision before a day begins, in universal time.
    fn last_before(&self, date: PartialDate) -> Result<Option<String>, GitError> {
        let (month, day) = (date.month().unwrap_or(1), date.day().unwrap_or(1));
        let before = format!("--before={:04}-{month:02}-{day:02}T00:00:00Z", date.year());
        let commit = answer(git(&self.folder).args(["rev-list", "-1", &before, "HEAD"]))?;
        Ok((!commit.is_empty()).then_some(commit))
    }

    /// The full name of an object; none if there is no such one.
    fn object(&self, name: &str) -> Result<Option<String>, GitError> {
        // What begins like an option is none of Git's names.
        if name.starts_with('-') {
            return Ok(None);
        }
        match answer(git(&self.folder).args(["rev-parse", "--verify", "--quiet", name])) {
            Ok(name) => Ok(Some(name)),
            Err(GitError::Refused(_)) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Writes what parts of the folder held at a revision. The first must have been there.
    pub(super) fn restore(&self, revision: &Revision, parts: &[&str]) -> Result<TempDir, GitError> {
        let target = tempfile::tempdir()?;
        let whole = absolute(target.path())?;
        let index = whole.join(".index");
        for (rank, part) in parts.iter().enumerate() {
            match self.object(&format!("{}:./{part}", revision.commit))? {
                Some(tree) => {
                    let prefix = format!("--prefix={part}/");
                    answer(self.at_top(&index).args(["read-tree", &prefix, &tree]))?;
                }
                None if rank == 0 => return Err(GitError::NotThere),
                None => {}
            }
        }
        let mut prefix = OsString::from("--prefix=");
        prefix.push(whole);
        prefix.push("/");
        answer(self.at_top(&index).args(["checkout-index", "--all", "--quiet"]).arg(prefix))?;
        Ok(target)
    }

    /// Git at the top of the repository, with an index of its own.
    fn at_top(&self, index: &Path) -> Command {
        let mut command = git(&self.top);
        command.env("GIT_INDEX_FILE", index);
        command
    }
}

/// Git in a folder, speaking English, running nobody's scripts.
fn git(folder: &Path) -> Command {
    let mut command = Command::new("git");
    for variable in POINTERS {
        command.env_remove(variable);
    }
    command.env("LC_ALL", "C").arg("-C").arg(folder);
    for setting in ["core.hooksPath=/dev/null", "core.fsmonitor=false", "core.sparseCheckout=false"] {
        command.args([OsStr::new("-c"), OsStr::new(setting)]);
    }
    command
}

/// What Git says, without the end of its line.
fn answer(command: &mut Command) -> Result<String, GitError> {
    let output = command.output().map_err(|error| match error.kind() {
        ErrorKind::NotFound => GitError::Absent,
        _ => GitError::Machine(error),
    })?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).trim_end().to_owned());
    }
    let said = String::from_utf8_lossy(&output.stderr).trim().to_owned();
    Err(if said.contains("not a git repository") {
        GitError::NotARepository
    } else {
        GitError::Refused(said)
    })
}
