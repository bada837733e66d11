//! However a catalogue is edited, the preview shows what a first build of it would.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use florilege::problems::{Format, Report, Speech, Wording};
use florilege::serve::{Changes, Preview};
use florilege::source::{Folders, Look, text_of};
use proptest::prelude::*;

use crate::catalogue::{Catalogue, Site, files_below};
use crate::edits::{any_edits, apply, start};

/// The files of a catalogue with their bytes.
fn sources(catalogue: &Catalogue) -> BTreeMap<PathBuf, Vec<u8>> {
    let root = catalogue.path("").canonicalize().unwrap();
    let mut files = files_below(&root);
    files.retain(|path| !path.starts_with("public/"));
    files.into_iter().map(|path| (root.join(&path), std::fs::read(root.join(&path)).unwrap())).collect()
}

/// The paths that differ, as a system tells them.
fn changes(before: &BTreeMap<PathBuf, Vec<u8>>, after: &BTreeMap<PathBuf, Vec<u8>>) -> Changes {
    let paths: BTreeSet<&PathBuf> = before.keys().chain(after.keys()).collect();
    let differing = paths.into_iter().filter(|path| before.get(*path) != after.get(*path));
    Changes { paths: differing.cloned().collect(), is_unsure: false }
}

fn folders(catalogue: &Catalogue) -> Folders {
    Folders::new(&catalogue.path("").canonicalize().unwrap())
}

fn preview(catalogue: &Catalogue) -> Preview {
    let mut preview = Preview::new(folders(catalogue));
    preview.follow(&Changes::default());
    preview
}

/// Brings a preview up to date as the program does: with what the system told, then with the rest. What it served in
/// between, where that was without an error: it is the last good site, if the rest brings one.
fn follow(preview: &mut Preview, catalogue: &Catalogue, changes: &Changes) -> Option<Site> {
    if !changes.paths.is_empty() {
        preview.follow(changes);
    }
    if !preview.has_missed(&Look::new(&folders(catalogue))) {
        return None;
    }
    let between = (!preview.problems().has_errors()).then(|| served(preview));
    preview.follow(&Changes::default());
    between
}

/// What is wrong, as the terminal tells it.
fn told(preview: &Preview) -> String {
    let wording = Wording::new(Speech::French);
    let sorted = preview.problems().sorted(preview.files());
    let report = Report::new(&wording, preview.files(), &sorted, |file| text_of(preview.files(), file));
    report.render(&sorted, Format::Human { colour: false })
}

/// Every file that the preview serves.
fn served(preview: &Preview) -> Site {
    let files = preview.shown(&Wording::new(Speech::French)).files().into_iter();
    Site(
        files
            .map(|(path, bytes)| {
                (path.clone(), bytes.unwrap_or_else(|found| panic!("{path}: {found:?}")).to_vec())
            })
            .collect(),
    )
}

/// What a first build makes of the catalogue; none if it has errors.
fn built(catalogue: &Catalogue) -> Option<Site> {
    let public = catalogue.path("public");
    if public.exists() {
        std::fs::remove_dir_all(&public).unwrap();
    }
    let run = catalogue.run(["build"]);
    assert!(run.code <= 1, "{}", run.stderr);
    (run.code == 0).then(|| {
        let mut site = catalogue.site();
        site.0.retain(|path, _| !path.starts_with(".florilege/"));
        site
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_state_is_that_of_a_first_build(
        steps in prop::collection::vec((prop::collection::vec(any_edits(), 1..4), 1..4usize), 1..6)
    ) {
        let catalogue = start();
        let mut followed = preview(&catalogue);
        let mut last = built(&catalogue).unwrap();
        last.must_be(&served(&followed));
        let mut before = sources(&catalogue);
        for (edits, told_of) in &steps {
            for edit in edits {
                apply(edit, &catalogue);
            }
            let after = sources(&catalogue);
            let mut changes = changes(&before, &after);
            // Some systems do not tell all.
            changes.paths = changes.paths.into_iter().take(*told_of).collect();
            let between = follow(&mut followed, &catalogue, &changes);
            before = after;
            prop_assert_eq!(told(&followed), told(&preview(&catalogue)));
            let site = built(&catalogue);
            prop_assert_eq!(site.is_some(), !followed.problems().has_errors());
            // While there are errors, the last site without stays.
            last = site.or(between).unwrap_or(last);
            last.must_be(&served(&followed));
        }
    }
}
