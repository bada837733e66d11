//! Whatever is typed into a good sheet, the command ends by saying what is wrong.

use proptest::prelude::*;

use crate::catalogue::Catalogue;

const SHEET: &str = include_str!("../../../content/initiatives/primo-levi-scouts.yaml");

/// Something put into the text at some place, and how many characters it replaces.
#[derive(Debug, Clone)]
struct Slip {
    at: prop::sample::Index,
    typed: String,
    removed: usize,
}

fn slips() -> impl Strategy<Value = Slip> {
    let signs = "[ \t\n\u{a0}:\\-|>\\[\\]{}\"'#&*!%@`,?<~é\u{feff}]{0,3}";
    (any::<prop::sample::Index>(), signs, 0..4_usize).prop_map(|(at, typed, removed)| Slip {
        at,
        typed,
        removed,
    })
}

fn slip(text: &str, slip: &Slip) -> String {
    let letters: Vec<char> = text.chars().collect();
    let at = slip.at.index(letters.len());
    let behind = letters.len().min(at + slip.removed);
    letters[..at].iter().chain(&slip.typed.chars().collect::<Vec<_>>()).chain(&letters[behind..]).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn it_ends_by_saying_what_is_wrong(sheets in prop::collection::vec(prop::collection::vec(slips(), 1..4), 50)) {
        let catalogue = Catalogue::new();
        for (number, slips) in sheets.iter().enumerate() {
            let text = slips.iter().fold(SHEET.to_owned(), |text, one| slip(&text, one));
            catalogue.write(&format!("content/initiatives/fiche-{number}.yaml"), text);
        }
        let run = catalogue.run(["check"]);
        prop_assert!(run.code <= 1, "{}", run.stderr);
        prop_assert!(!run.stderr.contains("panicked"), "{}", run.stderr);
    }
}
