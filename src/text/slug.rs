//! Names that may stand in an address, and in a file name on any system.

use std::collections::BTreeMap;

/// Makes an address of a text: lowercase letters without accents, digits, hyphens.
/// None when nothing is left.
#[must_use]
pub fn slug(text: &str) -> Option<String> {
    // The crate reads “n°” as “ndeg”, and quotes as spaces only when they are straight.
    let text = text.replace("n°", "n ").replace("N°", "N ").replace(['’', '\''], " ");
    let slug = slug::slugify(text);
    (!slug.is_empty()).then_some(slug)
}

/// Makes slugs of the names of one list, no two alike. Where names leave the same, or nothing, a
/// number follows two hyphens, which no other slug has.
#[must_use]
pub fn distinct_slugs<'n>(names: impl Iterator<Item = &'n str>) -> Vec<String> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let made = names.map(|name| {
        let slug = slug(name).unwrap_or_default();
        let count = counts.entry(slug.clone()).or_default();
        *count += 1;
        if *count == 1 && !slug.is_empty() { slug } else { format!("{slug}--{count}") }
    });
    made.collect()
}

/// Whether a text may be an id: lowercase ASCII letters, digits, single hyphens inside; at most
/// 100 characters. Such names are the same on systems that fold case or Unicode forms.
#[must_use]
pub fn is_id(text: &str) -> bool {
    matches!(text.len(), 1..=100)
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        && !text.starts_with('-')
        && !text.ends_with('-')
        && !text.contains("--")
}

/// Whether Windows keeps the name for a device, with or without an extension.
/// Source: Microsoft, “Naming Files, Paths, and Namespaces”.
#[must_use]
pub fn is_reserved_name(text: &str) -> bool {
    let stem = text.split('.').next().unwrap_or(text).to_ascii_lowercase();
    match stem.as_str() {
        "con" | "prn" | "aux" | "nul" => true,
        _ => ["com", "lpt"].iter().any(|port| {
            stem.strip_prefix(port).is_some_and(|rest| rest.len() == 1 && rest.as_bytes()[0].is_ascii_digit())
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_are_plain() {
        assert_eq!(slug("Programme Élan n° 2").as_deref(), Some("programme-elan-n-2"));
        assert_eq!(slug("L’œuvre d'Ali").as_deref(), Some("l-oeuvre-d-ali"));
        assert_eq!(slug("<>"), None);
    }

    #[test]
    fn slugs_of_one_list_differ() {
        let names = ["A", "À", "A 2", "?", "!", "a"];
        assert_eq!(distinct_slugs(names.into_iter()), ["a", "a--2", "a-2", "--1", "--2", "a--3"]);
    }

    #[test]
    fn ids_are_the_same_on_every_system() {
        assert!(is_id("aajt-coup-de-pouce") && is_id("2a"));
        for bad in ["", "Elan", "élan", "a_b", "a.b", "-a", "a-", "a--b", "a/b", "..", "a b"] {
            assert!(!is_id(bad), "{bad}");
        }
    }

    #[test]
    fn device_names_are_reserved() {
        assert!(is_reserved_name("con") && is_reserved_name("COM1") && is_reserved_name("nul.txt"));
        assert!(!is_reserved_name("conseil") && !is_reserved_name("com10"));
    }
}
