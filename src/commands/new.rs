//! `florilege new`: a sheet to fill in.

use std::fs::{self, File};
use std::io::{ErrorKind, Write as _};

use anyhow::Context as _;
use florilege::catalogue::Sheet;
use florilege::record::commented;
use florilege::source::{Loaded, Look, Memory, load};
use florilege::text::{is_id, is_reserved_name, slug};

use crate::cli::{Common, New};

use super::prepare::folders;
use super::terminal::{Terminal, shown};
use super::{Outcome, UsageError};

/// Writes a commented sheet under a free id, and never over an existing file.
pub(crate) fn run(common: &Common, arguments: &New, terminal: &mut Terminal) -> anyhow::Result<Outcome> {
    let folders = folders(common, terminal)?;
    let wording = terminal.wording();
    let usage = |key: &str, args| UsageError(wording.say(key, args));
    let id = arguments.id.strip_suffix(".yaml").unwrap_or(&arguments.id);
    if !is_id(id) || is_reserved_name(id) {
        let suggestion =
            slug(id).filter(|slug| !is_reserved_name(slug)).unwrap_or_else(|| "mon-initiative".to_owned());
        return Err(usage("new-bad-id", &[("id", id.into()), ("suggestion", suggestion.into())]).into());
    }
    let mut memory = Memory::new(&folders);
    let Loaded { drafts, .. } = load(&folders, &Look::new(&folders), &mut memory);
    let files = memory.files();
    let previous =
        drafts.sheets.iter().find(|sheet| sheet.value.previous_ids.iter().any(|old| old.value == id));
    if let Some(place) = drafts.sheet_ids.get(id).copied().or(previous.map(|sheet| sheet.place)) {
        let other = files.name(place.file).to_owned();
        return Err(usage("new-taken-id", &[("id", id.into()), ("other", other.into())]).into());
    }
    let themes = drafts.settings.iter().flat_map(|filed| &filed.value.themes);
    let themes: Vec<&str> = themes.map(|theme| theme.id.as_str()).collect();
    if let Some(theme) = arguments.theme.as_deref().filter(|theme| !themes.contains(theme)) {
        let known = themes.join(", ");
        return Err(usage("new-bad-theme", &[("theme", theme.into()), ("known", known.into())]).into());
    }
    // Whatever is typed stands as one value, between quotes if it must.
    let theme = arguments.theme.as_ref().map(serde_yaml::to_string).transpose()?.unwrap_or_default();
    let theme = theme.trim_end();
    let text = commented(&Sheet::RECORD, wording.speech(), &[("theme", theme)]);
    let header = wording
        .say("new-header", &[])
        .lines()
        .fold(String::new(), |header, line| header + "# " + line + "\n");
    let text = format!("{header}\n{text}");
    let folder = folders.sheets();
    fs::create_dir_all(&folder).with_context(|| shown(&folder))?;
    let path = folder.join(format!("{id}.yaml"));
    match File::create_new(&path) {
        Ok(mut file) => file.write_all(text.as_bytes()).with_context(|| shown(&path))?,
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            return Err(usage("new-exists", &[("path", shown(&path).into())]).into());
        }
        Err(error) => return Err(error).with_context(|| shown(&path)),
    }
    terminal.conclude("new-done", &[("path", shown(&path).into())])?;
    Ok(Outcome::Done)
}
