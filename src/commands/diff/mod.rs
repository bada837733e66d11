//! `florilege diff`: what changed in the catalogue, for a mail, for a page of the site, for programs.
//!
//! Two editions are compared, wherever they come from: two sites, or a revision of a repository and the
//! catalogue as it stands.

mod data;
mod git;
mod page;
mod since;
mod text;

use std::collections::BTreeSet;
use std::fs;
use std::io::{ErrorKind, Write as _};
use std::path::Path;

use anyhow::Context as _;
use florilege::catalogue::{Edition, EditionError, News, SheetTrace};
use florilege::problems::{Files, Format, Problems, Speech, Wording};
use florilege::site::EDITION;
use florilege::text::PartialDate;

use crate::cli::{Common, Diff};

use super::terminal::{Terminal, complain, shown};
use super::{Outcome, UsageError};

/// Two editions of a catalogue.
struct Compared {
    old: Edition,
    new: Edition,
    /// Where the old one comes from, if that is a repository.
    since: Option<Since>,
    /// The old sheets with errors: what is said of them may be wrong.
    unsure: Vec<String>,
    /// Those among them that nothing is known of.
    unread: BTreeSet<String>,
}

/// A moment in the history of a catalogue.
struct Since {
    /// The revision's full name.
    commit: String,
    /// The day that was asked for, else the revision's.
    date: PartialDate,
    /// That day in the words of the catalogue.
    words: String,
}

/// What a mail and a page tell.
struct Telling<'a> {
    edition: &'a Edition,
    news: News<'a>,
    since: Option<&'a Since>,
    /// In the catalogue's language: its readers are told.
    wording: Wording,
}

/// Compares, and shows what changed.
pub(crate) fn run(common: &Common, arguments: &Diff, terminal: &mut Terminal) -> anyhow::Result<Outcome> {
    let compared = match (&arguments.since, &arguments.old, &arguments.new) {
        (None, Some(old), Some(new)) => {
            let (old, new) = (read(old, terminal)?, read(new, terminal)?);
            terminal.settle(&new.language);
            Compared { old, new, since: None, unsure: Vec::new(), unread: BTreeSet::new() }
        }
        // Clap lets nothing else through.
        (revision, ..) => match since::compared(common, revision.as_deref().unwrap_or("HEAD"), terminal)? {
            Ok(compared) => compared,
            Err((problems, files)) => return stop(&problems, &files, terminal),
        },
    };
    let news = News::between(&compared.old, &compared.new, &compared.unread);
    if terminal.format() == Format::Json {
        data::show(&compared, &news)?;
    }
    let speech = Speech::from_tag(&compared.new.language).unwrap_or(terminal.wording().speech());
    let telling = Telling {
        edition: &compared.new,
        news,
        since: compared.since.as_ref(),
        wording: Wording::new(speech),
    };
    tell_unsure(&compared.unsure, terminal);
    let written = match &arguments.page {
        Some(id) if !telling.news.is_empty() => Some(page::write(common, id, &telling, terminal)?),
        _ => None,
    };
    if let Some(path) = written {
        terminal.conclude("diff-page-done", &[("path", shown(&path).into())])?;
    } else if terminal.format() != Format::Json {
        std::io::stdout().write_all(text::text(&telling).as_bytes())?;
        if arguments.page.is_some() {
            terminal.conclude("diff-page-none", &[])?;
        }
    }
    Ok(Outcome::Done)
}

/// The catalogue as it stands has errors: what would be said of it might be wrong.
fn stop(problems: &Problems, files: &Files, terminal: &Terminal) -> anyhow::Result<Outcome> {
    if terminal.format() == Format::Json {
        data::show_problems(problems, files, terminal)?;
    } else {
        terminal.show(problems, files)?;
    }
    terminal.stop("diff-stopped", &[("errors", problems.counts().0.into())]);
    Ok(Outcome::Problems)
}

/// Which sheets nobody can be sure of. That is for the coordinator, and stays out of the mail.
fn tell_unsure(unsure: &[String], terminal: &Terminal) {
    if unsure.is_empty() || terminal.format() == Format::Json {
        return;
    }
    let said = terminal.wording().say("diff-unsure", &[("count", unsure.len().into())]);
    complain(&unsure.iter().fold(said, |said, id| said + "\n  " + id));
}

/// The edition that a site holds.
fn read(folder: &Path, terminal: &Terminal) -> anyhow::Result<Edition> {
    let file = folder.join(EDITION);
    let usage = |key: &str| {
        let args =
            [("folder", shown(folder).into()), ("name", EDITION.into()), ("file", shown(&file).into())];
        anyhow::Error::from(UsageError(terminal.wording().say(key, &args)))
    };
    let bytes = match fs::read(&file) {
        Ok(bytes) => bytes,
        Err(_) if !folder.is_dir() => return Err(usage("diff-no-folder")),
        Err(error) if error.kind() == ErrorKind::NotFound => return Err(usage("diff-no-edition")),
        Err(error) => return Err(error).with_context(|| shown(&file)),
    };
    Edition::read(&bytes).map_err(|error| {
        usage(match error {
            EditionError::Unknown(_) => "diff-bad-edition",
            EditionError::OtherFormat => "diff-other-edition",
        })
    })
}

impl Telling<'_> {
    fn say(&self, key: &str) -> String {
        self.wording.say(key, &[])
    }

    /// A sentence about all of it.
    fn headline(&self, key: &str) -> String {
        let since = self.since.map_or_else(
            || "none".to_owned(),
            |since| match since.date.whole() {
                Some(_) => self.wording.say("diff-day", &[("date", since.words.as_str().into())]),
                None => since.words.clone(),
            },
        );
        self.wording.say(key, &[("title", self.edition.title.as_str().into()), ("since", since.into())])
    }

    /// How many sheets are new, changed, gone.
    fn counts(&self) -> String {
        let news = &self.news;
        let counts = [
            ("diff-count-new", news.new.len()),
            ("diff-count-changed", news.changed.len()),
            ("diff-count-gone", news.gone.len()),
        ];
        let some = counts.into_iter().filter(|(_, count)| *count > 0);
        let said: Vec<String> =
            some.map(|(key, count)| self.wording.say(key, &[("count", count.into())])).collect();
        said.join(", ")
    }

    /// Fields by their names, each name once.
    fn fields(&self, fields: &[&'static str]) -> String {
        let mut names: Vec<String> = fields
            .iter()
            .map(|field| self.wording.say("diff-field", &[("field", (*field).into())]))
            .collect();
        names.dedup();
        names.join(", ")
    }
}

/// What heads a sheet, and whose it is.
fn heading(sheet: &SheetTrace) -> (&str, Option<&str>) {
    match &sheet.title {
        Some(title) => (title, Some(&sheet.pilot)),
        None => (&sheet.pilot, None),
    }
}

/// A sheet's name on one line.
fn name(sheet: &SheetTrace) -> String {
    let (heading, pilot) = heading(sheet);
    pilot.map_or_else(|| heading.to_owned(), |pilot| format!("{heading}, {pilot}"))
}

/// Where a sheet stands, if it is known where the site does.
fn address(edition: &Edition, sheet: &SheetTrace) -> Option<String> {
    let base = edition.base_url.as_ref()?;
    Some(format!("{}/{}", base.trim_end_matches('/'), sheet.path))
}
