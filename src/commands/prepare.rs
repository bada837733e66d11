//! From a folder to a catalogue that is ready to be rendered: the way that all commands share.

use std::collections::BTreeSet;

use florilege::catalogue::{Catalogue, check_unsigned, link};
use florilege::problems::{FileId, Files, Problems};
use florilege::record::WebAddress;
use florilege::site_theme::{SiteTheme, load_site_theme};
use florilege::source::{Folders, Loaded, load};

use crate::cli::{BaseUrl, Common};

use super::UsageError;
use super::terminal::{Terminal, shown};

/// A catalogue and its site theme, with what is wrong with them.
pub(crate) struct Prepared {
    pub(crate) folders: Folders,
    pub(crate) files: Files,
    pub(crate) problems: Problems,
    /// The files of all sheets, those included that could not be read.
    pub(crate) sheets: BTreeSet<FileId>,
    /// What could be read; none without settings.
    pub(crate) catalogue: Option<Catalogue>,
    /// None if a problem stops the way.
    pub(crate) site_theme: Option<SiteTheme>,
}

/// The folders of the catalogue that the command line names.
pub(crate) fn folders(common: &Common, terminal: &Terminal) -> anyhow::Result<Folders> {
    let folders = Folders::new(&common.root);
    if !folders.join("content").is_dir() {
        let root = shown(&common.root);
        return Err(UsageError(terminal.wording().say("not-a-catalogue", &[("root", root.into())])).into());
    }
    Ok(folders)
}

/// Loads, links, and loads the site theme; never stops at the first problem.
/// A strict run takes what warns for an error, and no catalogue that nobody signs.
pub(crate) fn prepare(common: &Common, is_strict: bool, terminal: &mut Terminal) -> anyhow::Result<Prepared> {
    let folders = folders(common, terminal)?;
    let Loaded { mut files, drafts, mut problems } = load(&folders);
    if let Some(language) = drafts.settings.as_ref().and_then(|settings| settings.value.language.as_ref()) {
        terminal.settle(language.tag());
    }
    let places = drafts.sheet_ids.values().copied().chain(drafts.sheets.iter().map(|sheet| sheet.place));
    let sheets = places.map(|place| place.file).collect();
    let (catalogue, found) = link(drafts);
    problems.extend(found);
    if is_strict {
        problems.extend(catalogue.as_ref().and_then(|catalogue| check_unsigned(&catalogue.settings)));
        problems.be_strict();
    }
    let site_theme = catalogue
        .as_ref()
        .and_then(|catalogue| load_site_theme(catalogue, &folders.join("themes"), &mut files, &mut problems));
    let site_theme = site_theme.filter(|_| !problems.has_errors());
    Ok(Prepared { folders, files, problems, sheets, catalogue, site_theme })
}

/// Where the site will be published: what the command line says, else the settings.
pub(crate) fn base_url(
    argument: &BaseUrl,
    catalogue: &Catalogue,
    terminal: &Terminal,
) -> anyhow::Result<Option<String>> {
    let Some(typed) = &argument.base_url else {
        return Ok(catalogue.settings.base_url.as_ref().map(|address| address.link.clone()));
    };
    match WebAddress::parse(typed) {
        Some(address) => Ok(Some(address.link)),
        None => {
            Err(UsageError(terminal.wording().say("bad-base-url", &[("value", typed.as_str().into())]))
                .into())
        }
    }
}
