//! What changed, as a page of the catalogue. It bears the day's date, and so enters the feed.

use std::fs::{self, File};
use std::io::{ErrorKind, Write as _};
use std::path::PathBuf;

use anyhow::Context as _;
use florilege::catalogue::{Change, Gone, SheetTrace};
use florilege::text::{is_id, is_reserved_name, slug};
use serde::Serialize;

use crate::cli::Common;
use crate::commands::UsageError;
use crate::commands::completeness::today;
use crate::commands::prepare::folders;
use crate::commands::terminal::{Terminal, shown};

use super::{Telling, heading};

/// Behind the pages that a catalogue has of its own; the first one is shown on the home page.
const ORDER: i32 = 90;

#[derive(Serialize)]
struct FrontMatter {
    title: String,
    summary: String,
    date: String,
    order: i32,
    menu: bool,
}

/// Writes the page, and never over an existing file.
pub(super) fn write(
    common: &Common,
    id: &str,
    telling: &Telling<'_>,
    terminal: &Terminal,
) -> anyhow::Result<PathBuf> {
    let usage = |key: &str, args| UsageError(terminal.wording().say(key, args));
    let folder = folders(common, terminal)?.pages();
    let id = id.strip_suffix(".md").unwrap_or(id);
    if !is_id(id) || is_reserved_name(id) {
        let free = slug(id).filter(|slug| is_id(slug) && !is_reserved_name(slug));
        let suggestion = free.unwrap_or_else(|| "nouveautes".to_owned());
        let args = [("id", id.into()), ("suggestion", suggestion.into())];
        return Err(usage("diff-page-bad-id", &args).into());
    }
    fs::create_dir_all(&folder).with_context(|| shown(&folder))?;
    let path = folder.join(format!("{id}.md"));
    let mut file = match File::create_new(&path) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            return Err(usage("diff-page-exists", &[("path", shown(&path).into())]).into());
        }
        file => file.with_context(|| shown(&path))?,
    };
    file.write_all(page(telling)?.as_bytes()).with_context(|| shown(&path))?;
    Ok(path)
}

fn page(telling: &Telling<'_>) -> anyhow::Result<String> {
    let front = serde_yaml::to_string(&FrontMatter {
        title: telling.say("diff-page-title"),
        summary: telling.headline("diff-page-summary"),
        date: today().to_string(),
        order: ORDER,
        menu: true,
    })?;
    let news = &telling.news;
    let mut page = format!("---\n{front}---\n\n{}.\n", telling.counts());
    let mut add = |key: &str, items: Vec<String>| {
        if !items.is_empty() {
            page.push_str(&format!("\n## {}\n\n{}", telling.say(key), items.concat()));
        }
    };
    add("diff-heading-new", news.new.iter().map(|sheet| item(&link(sheet))).collect());
    add("diff-heading-changed", news.changed.iter().map(|change| changed(change, telling)).collect());
    add("diff-heading-gone", news.gone.iter().map(|sheet| gone(sheet, telling)).collect());
    Ok(page)
}

fn changed(change: &Change<'_>, telling: &Telling<'_>) -> String {
    let name = link(change.sheet);
    if change.fields.is_empty() {
        return item(&name);
    }
    let args = [("name", name.into()), ("fields", telling.fields(&change.fields).into())];
    item(&telling.wording.say("diff-page-changed", &args))
}

fn gone(gone: &Gone<'_>, telling: &Telling<'_>) -> String {
    let (heading, pilot) = heading(gone.sheet);
    // Stressed, a name cannot be taken for a list or a number.
    let name = format!("*{}*{}", plain(heading), behind(pilot));
    let Some(into) = gone.into else {
        return item(&name);
    };
    item(&telling.wording.say("diff-page-into", &[("name", name.into()), ("sheet", link(into).into())]))
}

fn item(text: &str) -> String {
    format!("- {text}\n")
}

/// A sheet's name, which leads to it.
fn link(sheet: &SheetTrace) -> String {
    let (heading, pilot) = heading(sheet);
    format!("[{}](fiche:{}){}", plain(heading), sheet.id, behind(pilot))
}

fn behind(pilot: Option<&str>) -> String {
    pilot.map(|pilot| format!(", {}", plain(pilot))).unwrap_or_default()
}

/// A text none of whose signs is taken for a mark of Markdown.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for sign in text.chars() {
        if "\\`*_[]<>&~|#!".contains(sign) {
            plain.push('\\');
        }
        plain.push(sign);
    }
    plain
}
