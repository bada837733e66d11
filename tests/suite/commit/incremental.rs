//! However a catalogue was edited between two builds, the second gives what a first would have.

use proptest::prelude::*;

use crate::catalogue::Catalogue;
use crate::edits::{apply, edits, start};

/// Builds a site that must succeed; a forum that shows nothing yet is told, and hinders nothing.
fn build(catalogue: &Catalogue) {
    let run = catalogue.run(["build"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_edited_site_is_the_site_of_the_edited_catalogue(steps in prop::collection::vec(prop::collection::vec(edits(), 1..4), 1..5)) {
        let edited = start();
        build(&edited);
        for step in &steps {
            for edit in step {
                apply(edit, &edited);
            }
            build(&edited);
        }
        let fresh = start();
        steps.iter().flatten().for_each(|edit| apply(edit, &fresh));
        build(&fresh);
        edited.site().must_be(&fresh.site());
    }
}
