//! What the command line says of a catalogue, for all commands that read one.

use florilege::catalogue::Catalogue;
use florilege::prepare::{Preparation, Prepared};
use florilege::record::WebAddress;
use florilege::source::Folders;

use crate::cli::{BaseUrl, Common};

use super::UsageError;
use super::terminal::{Terminal, shown};

/// The folders of the catalogue that the command line names.
pub(crate) fn folders(common: &Common, terminal: &Terminal) -> anyhow::Result<Folders> {
    let folders = Folders::new(&common.root);
    if !folders.join("content").is_dir() {
        let root = shown(&common.root);
        return Err(UsageError(terminal.wording().say("not-a-catalogue", &[("root", root.into())])).into());
    }
    Ok(folders)
}

/// Prepares a catalogue, and speaks its language from then on.
pub(crate) fn prepare(folders: &Folders, is_strict: bool, terminal: &mut Terminal) -> Prepared {
    let prepared = Preparation::new(folders.clone()).prepare(is_strict);
    let catalogue = prepared.catalogue.as_ref();
    if let Some(language) = catalogue.and_then(|catalogue| catalogue.settings.language.as_ref()) {
        terminal.settle(language.tag());
    }
    prepared
}

/// Where the site will be published: what the command line says, else the settings.
pub(crate) fn base_url(
    argument: &BaseUrl,
    catalogue: &Catalogue,
    terminal: &Terminal,
) -> anyhow::Result<Option<String>> {
    let Some(typed) = &argument.base_url else {
        return Ok(catalogue.base_url());
    };
    match WebAddress::parse(typed) {
        Some(address) => Ok(Some(address.link)),
        None => {
            Err(UsageError(terminal.wording().say("bad-base-url", &[("value", typed.as_str().into())]))
                .into())
        }
    }
}
