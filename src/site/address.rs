//! The addresses of pages. Paths stand below the site's root and name their file, so that links
//! work from a folder as they do from a host.

use crate::site_theme::Labels;

/// The file that a folder's address shows.
const INDEX: &str = "index.html";

/// The Atom feed.
pub(super) const FEED: &str = "feed.xml";

/// Makes the addresses of a site, with the words of its language.
#[derive(Debug, Clone)]
pub struct Addresses {
    themes: String,
    initiatives: String,
    pilots: String,
    partners: String,
    territories: String,
    region: String,
    audiences: String,
    search: String,
    booklet: String,
    site_map: String,
    accessibility: String,
    legal_notice: String,
    personal_data: String,
}

impl Addresses {
    /// The addresses in the words of the labels.
    #[must_use]
    pub fn new(labels: &Labels) -> Self {
        let word = |key| labels.get(key).to_owned();
        Self {
            themes: word("path_themes"),
            initiatives: word("path_initiatives"),
            pilots: word("path_pilots"),
            partners: word("path_partners"),
            territories: word("path_territories"),
            region: word("path_region"),
            audiences: word("path_audiences"),
            search: word("path_search"),
            booklet: word("path_booklet"),
            site_map: word("path_site_map"),
            accessibility: word("path_accessibility"),
            legal_notice: word("path_legal_notice"),
            personal_data: word("path_personal_data"),
        }
    }

    /// The home page.
    #[must_use]
    pub fn home(&self) -> String {
        INDEX.to_owned()
    }

    /// The list of themes.
    #[must_use]
    pub fn themes(&self) -> String {
        format!("{}/{INDEX}", self.themes)
    }

    /// A theme.
    #[must_use]
    pub fn theme(&self, id: &str) -> String {
        format!("{}/{id}/{INDEX}", self.themes)
    }

    /// The list of initiatives.
    #[must_use]
    pub fn initiatives(&self) -> String {
        format!("{}/{INDEX}", self.initiatives)
    }

    /// An initiative's sheet.
    #[must_use]
    pub fn sheet(&self, id: &str) -> String {
        format!("{}/{id}/{INDEX}", self.initiatives)
    }

    /// The card of a sheet's contact, by its rank among those that are shown.
    #[must_use]
    pub fn card(&self, id: &str, rank: usize) -> String {
        format!("{}/{id}/contact-{}.vcf", self.initiatives, rank + 1)
    }

    /// The calendar file of a forum.
    #[must_use]
    pub fn calendar(&self, id: &str) -> String {
        format!("{}/{id}.ics", self.booklet)
    }

    /// The index of pilots.
    #[must_use]
    pub fn pilots(&self) -> String {
        format!("{}/{INDEX}", self.pilots)
    }

    /// The index of partners.
    #[must_use]
    pub fn partners(&self) -> String {
        format!("{}/{INDEX}", self.partners)
    }

    /// The map and the list of territories.
    #[must_use]
    pub fn territories(&self) -> String {
        format!("{}/{INDEX}", self.territories)
    }

    /// A department, by the code that everybody knows.
    #[must_use]
    pub fn department(&self, code: &str) -> String {
        format!("{}/{code}/{INDEX}", self.territories)
    }

    /// A region. Its code is that of some department too, hence the word before it.
    #[must_use]
    pub fn region(&self, code: &str) -> String {
        format!("{}/{}/{INDEX}", self.territories, self.region_name(code))
    }

    /// A region among territories, in addresses.
    #[must_use]
    pub fn region_name(&self, code: &str) -> String {
        format!("{}-{code}", self.region)
    }

    /// The list of audiences.
    #[must_use]
    pub fn audiences(&self) -> String {
        format!("{}/{INDEX}", self.audiences)
    }

    /// The initiatives for an audience.
    #[must_use]
    pub fn audience(&self, slug: &str) -> String {
        format!("{}/{slug}/{INDEX}", self.audiences)
    }

    /// The search.
    #[must_use]
    pub fn search(&self) -> String {
        format!("{}/{INDEX}", self.search)
    }

    /// An editorial page.
    #[must_use]
    pub fn page(&self, id: &str) -> String {
        format!("{id}/{INDEX}")
    }

    /// A volume, from 1, of a booklet: a forum's, or that of the whole catalogue. Most have only one.
    #[must_use]
    pub fn booklet(&self, forum: Option<&str>, volume: usize) -> String {
        let mut path = format!("{}/", self.booklet);
        if let Some(forum) = forum {
            path.push_str(&format!("{forum}/"));
        }
        if volume > 1 {
            path.push_str(&format!("{volume}/"));
        }
        path + INDEX
    }

    /// The plan of the site.
    #[must_use]
    pub fn site_map(&self) -> String {
        format!("{}/{INDEX}", self.site_map)
    }

    /// The accessibility declaration.
    #[must_use]
    pub fn accessibility(&self) -> String {
        format!("{}/{INDEX}", self.accessibility)
    }

    /// The legal notice.
    #[must_use]
    pub fn legal_notice(&self) -> String {
        format!("{}/{INDEX}", self.legal_notice)
    }

    /// What becomes of personal data.
    #[must_use]
    pub fn personal_data(&self) -> String {
        format!("{}/{INDEX}", self.personal_data)
    }
}

/// A page, from 1, of the list that begins at a path. Nothing else can have its address: ids have no `_`.
#[must_use]
pub(super) fn page_of(first: &str, page: usize) -> String {
    if page > 1 { below(first, &format!("page_{page}")) } else { first.to_owned() }
}

/// A folder below a page.
#[must_use]
pub(super) fn below(path: &str, folder: &str) -> String {
    format!("{}{folder}/{INDEX}", without_index(path))
}

/// What leads from a page back to the site's root: `../` as often as the page is deep.
#[must_use]
pub(super) fn root_of(path: &str) -> String {
    "../".repeat(path.matches('/').count())
}

/// A path as part of an address: what is no plain character is encoded (RFC 3986, section 2).
#[must_use]
pub(super) fn encode(path: &str) -> String {
    let mut encoded = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    encoded
}

/// The address that the world knows a page by: without the name of its file.
#[must_use]
pub(super) fn public(base_url: &str, path: &str) -> String {
    format!("{}/{}", base_url.trim_end_matches('/'), encode(without_index(path)))
}

/// A page's address without the name of its file, as hosts know it too.
#[must_use]
pub(super) fn without_index(path: &str) -> &str {
    path.strip_suffix(INDEX).unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roots_and_public_addresses() {
        assert_eq!(root_of("index.html"), "");
        assert_eq!(root_of("initiatives/elan/index.html"), "../../");
        assert_eq!(public("https://a.fr/b/", "themes/index.html"), "https://a.fr/b/themes/");
        assert_eq!(encode("été 1.jpg"), "%C3%A9t%C3%A9%201.jpg");
        assert_eq!(page_of("themes/langue/index.html", 1), "themes/langue/index.html");
        assert_eq!(page_of("themes/langue/index.html", 12), "themes/langue/page_12/index.html");
    }
}
