//! What the catalogue publishes now, in short, for `florilege diff`.

use crate::catalogue::Edition;

use super::Site;
use super::address::without_index;
use super::plan::{Content, Job};

/// Where a site keeps it. The same in all languages, so that it is found in a folder of which nothing
/// is known.
pub const EDITION: &str = "catalogue.json";

impl Site<'_> {
    /// What it publishes, in short.
    #[must_use]
    pub fn edition(&self) -> Edition {
        let path = |id: &str| without_index(&self.addresses.sheet(id)).to_owned();
        Edition::new(self.catalogue, self.base_url.clone(), path)
    }
}

/// The file that holds it.
pub(super) fn job<'s>(site: &'s Site<'s>) -> Job<'s> {
    let fingerprint = move || {
        let sheets: Vec<u8> = site.catalogue.initiatives.iter().flat_map(|sheet| sheet.fingerprint).collect();
        site.fingerprint(&[b"edition", site.all_listed(), &sheets])
    };
    Job {
        path: EDITION.to_owned(),
        asked_by: None,
        fingerprint: Some(Box::new(fingerprint)),
        // An edition is plain data, whose conversion cannot fail.
        content: Content::Bytes(Box::new(|| serde_json::to_vec(&site.edition()).unwrap_or_default())),
    }
}
