//! “Did you mean…?”

use strsim::damerau_levenshtein;

/// The known name that is nearest to a misspelt one, if any is near enough: one edit for each
/// three characters, and one at least. Accents and case are forgiven.
#[must_use]
pub fn closest<'k>(typed: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    let folded = fold(typed);
    if folded.is_empty() || folded.chars().count() > 60 {
        return None;
    }
    let near = known.into_iter().map(|name| {
        let known = fold(name);
        // `site` for `website`: nobody counts the edits of a word that is there in full.
        let is_part = folded.chars().count() >= 4 && known.contains(&folded);
        (if is_part { 1 } else { damerau_levenshtein(&folded, &known) }, name)
    });
    let (distance, name) = near.min_by_key(|(distance, _)| *distance)?;
    let allowed = name.chars().count().max(folded.chars().count()) / 3;
    (distance <= allowed.max(1) && distance < folded.chars().count()).then_some(name)
}

/// A name without its accents, in lowercase, its apostrophes straight: what tells it from others.
fn fold(name: &str) -> String {
    let decomposed = icu_normalizer::DecomposingNormalizerBorrowed::new_nfd().normalize(name).into_owned();
    let letters = decomposed.to_lowercase().replace('’', "'");
    letters.chars().filter(|c| !matches!(*c, '\u{300}'..='\u{36f}')).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_names_are_suggested_and_far_ones_are_not() {
        let known = ["title", "theme", "pilot", "partners_note"];
        assert_eq!(closest("tilte", known), Some("title"));
        assert_eq!(closest("thème", known), Some("theme"));
        assert_eq!(closest("Pilote", known), Some("pilot"));
        assert_eq!(closest("note", known), Some("partners_note"));
        assert_eq!(closest("ville", known), None);
        assert_eq!(closest("zzz", known), None);
        assert_eq!(closest("", known), None);
    }
}
