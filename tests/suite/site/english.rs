//! An English catalogue says no French word of ours.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::catalogue::{Catalogue, files_below};

/// Words of three letters or more, in small letters. Addresses and names of files are no words.
fn words(text: &str) -> BTreeSet<String> {
    let pieces = text.split(|c: char| c.is_whitespace() || matches!(c, '"' | '<' | '>'));
    let spoken = pieces.filter(|piece| !piece.contains('/') && !piece.contains('.') || piece.ends_with('.'));
    let words = spoken.flat_map(|piece| piece.split(|c: char| !c.is_alphabetic()));
    words.filter(|word| word.chars().count() >= 3).map(str::to_lowercase).collect()
}

/// The words of all files below a folder of the repository, but for comments in YAML.
fn words_below(folder: &str) -> BTreeSet<String> {
    let folder = Path::new(folder);
    let text = |path: String| fs::read_to_string(folder.join(path)).unwrap_or_default();
    files_below(folder)
        .into_iter()
        .flat_map(|path| {
            let lines = text(path);
            let spoken: Vec<&str> = lines.lines().filter(|line| !line.starts_with('#')).collect();
            words(&spoken.join("\n"))
        })
        .collect()
}

fn words_of_labels(language: &str) -> BTreeSet<String> {
    let labels = fs::read_to_string(format!("themes/forum/labels/{language}.yaml")).unwrap();
    let values = labels.lines().filter_map(|line| line.split_once(": ")).map(|(_, value)| value);
    words(&values.collect::<Vec<_>>().join("\n"))
}

#[test]
fn the_english_starter_says_no_french_word_of_ours() {
    let french: BTreeSet<String> = &words_of_labels("fr") | &words_below("themes/forum/templates/legal/fr");
    let english = &words_of_labels("en") | &words_below("themes/forum/templates/legal/en");
    // What the sheets themselves say, such as “rue de l'Exemple”.
    let said = &english | &words_below("seeds/starter/en");
    let ours = &french - &said;
    for word in ["fiche", "pilote", "territoire", "partenaires", "accueil", "données", "directeur"] {
        assert!(ours.contains(word), "{word}");
    }

    let root = Catalogue::empty();
    assert_eq!(root.run(["init", ".", "--lang", "en"]).code, 0);
    assert_eq!(root.run(["build", "--base-url", "https://www.example.org/"]).code, 0);
    let mut found = Vec::new();
    for path in root.tree() {
        let is_text = ["html", "xml", "txt", "ics", "vcf", "js"]
            .iter()
            .any(|known| Path::new(&path).extension().is_some_and(|extension| extension == *known));
        if is_text {
            let spoken = words(&root.output(&path));
            found.extend(spoken.intersection(&ours).map(|word| format!("{path}: {word}")));
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}
