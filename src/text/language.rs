//! The language a text is written in.

/// A language, by its BCP 47 tag, such as `fr` or `en-GB`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Language(String);

impl Language {
    /// Reads a tag: a language of two or three letters, then any subtags.
    #[must_use]
    pub fn parse(tag: &str) -> Option<Self> {
        let mut parts = tag.split('-');
        let first = parts.next()?;
        let is_language = matches!(first.len(), 2..=3) && first.bytes().all(|b| b.is_ascii_lowercase());
        let is_subtag =
            |part: &str| matches!(part.len(), 2..=8) && part.bytes().all(|b| b.is_ascii_alphanumeric());
        (is_language && parts.all(is_subtag)).then(|| Self(tag.to_owned()))
    }

    /// The tag, for `lang` attributes.
    #[must_use]
    pub fn tag(&self) -> &str {
        &self.0
    }

    /// The language without its region.
    #[must_use]
    pub fn base(&self) -> &str {
        self.0.split('-').next().unwrap_or(&self.0)
    }

    /// Whether French typography applies.
    #[must_use]
    pub fn is_french(&self) -> bool {
        self.base() == "fr"
    }
}

impl Default for Language {
    /// French, the language of the catalogues that this tool was made for.
    fn default() -> Self {
        Self("fr".to_owned())
    }
}
