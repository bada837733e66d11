//! What must hold of whatever is typed into a file of a catalogue: the fuzz targets and the
//! properties of the main test-suite call the same functions. Each panics where something does not
//! hold.

mod html;
mod told;

use florilege::catalogue::{EditorialPage, Settings, Sheet};
use florilege::problems::{FileId, Files, Located, Place};
use florilege::source::{Read, decode_page, decode_record, decode_settings, decode_text};
use florilege::text::{Ground, Language, RichText, parse_markdown, tree, typeset, typeset_runs};

/// A sheet, with all that is mended in it.
pub fn sheet(bytes: &[u8]) {
    for language in languages() {
        let read = |text: &str, file| decode_record::<Sheet>(text, file, &language);
        let Some((text, Some(sheet))) = file(bytes, read) else { continue };
        let texts = [&sheet.description, &sheet.results, &sheet.partners_note, &sheet.pilot.description];
        texts.into_iter().flatten().for_each(|rich| must_be_safe(rich, &text));
        must_stand_within([&sheet.theme, &sheet.objective, &sheet.pilot.name], &text);
        must_stand_within(sheet.title.iter().chain(&sheet.also).chain(&sheet.audiences), &text);
    }
}

/// The settings.
pub fn settings(bytes: &[u8]) {
    let Some((text, Some(settings))) =
        file(bytes, |text, file| -> Read<Settings> { decode_settings(text, file) })
    else {
        return;
    };
    must_stand_within([&settings.title], &text);
    for theme in &settings.themes {
        theme.description.iter().for_each(|rich| must_be_safe(rich, &text));
        must_stand_within([&theme.id, &theme.title], &text);
    }
}

/// An editorial page.
pub fn page(bytes: &[u8]) {
    for language in languages() {
        let read = |text: &str, file| -> Read<EditorialPage> { decode_page(text, file, &language) };
        let Some((text, Some(page))) = file(bytes, read) else { continue };
        must_be_safe(&page.text, &text);
        must_stand_within([&page.page.title], &text);
    }
}

/// Markdown and typography.
pub fn text(bytes: &[u8]) {
    let Ok(text) = str::from_utf8(bytes) else { return };
    for language in languages() {
        let (rich, findings) = parse_markdown(text, &language);
        assert_eq!(parse_markdown(text, &language), (rich.clone(), findings.clone()), "read twice");
        for finding in findings {
            must_be_part(finding.span, text);
        }
        must_be_safe(&rich, text);
        must_be_set(text, &language);
    }
}

fn languages() -> [Language; 2] {
    // The catalogue's own, and one whose texts are left as they are.
    [Language::default(), Language::parse("en").unwrap_or_default()]
}

/// Reads a file twice: both times must say the same, and all that is wrong must stand in it.
fn file<T: PartialEq + std::fmt::Debug>(
    bytes: &[u8],
    read: impl Fn(&str, FileId) -> Read<T>,
) -> Option<(String, Option<T>)> {
    let mut files = Files::default();
    let file = files.add("content/initiatives/fiche.yaml");
    let text = decode_text(bytes.to_vec(), file).ok()?;
    let (value, problems) = read(&text, file);
    let (again, problems_again) = read(&text, file);
    assert_eq!((&value, &problems), (&again, &problems_again), "read twice");
    assert!(value.is_some() || !problems.is_empty(), "nothing was read, and nothing told");
    for place in problems.iter().flat_map(|problem| [problem.place, problem.related]).flatten() {
        must_be_part(place.span(), &text);
    }
    told::must_be_plain(&problems, &files, &text);
    Some((text, value))
}

fn must_stand_within<'a, T: 'a>(values: impl IntoIterator<Item = &'a Located<T>>, text: &str) {
    for span in values.into_iter().filter_map(|value| value.place).map(Place::span) {
        must_be_part(span, text);
    }
}

fn must_be_part(span: std::ops::Range<usize>, text: &str) {
    assert!(text.get(span.clone()).is_some(), "{span:?} is no part of {} bytes", text.len());
}

/// A text comes out as HTML of ours alone, with all of its words, and its references stand in the
/// file.
fn must_be_safe(rich: &RichText, file: &str) {
    for reference in &rich.references {
        must_be_part(reference.span.start as usize..reference.span.end as usize, file);
    }
    html::must_be_ours(rich);
    let address = |_, name: &str| format!("#{name}");
    let planted = tree(rich, &Ground { first_level: 2, address: &address, picture: &|_| None });
    assert!(planted.is_array());
}

/// Setting a text changes spaces, quotes and apostrophes alone, and setting it again nothing more.
fn must_be_set(text: &str, language: &Language) {
    let once = typeset(text, language).into_owned();
    assert_eq!(unset(&once), unset(text));
    assert_eq!(typeset(&once, language), once, "set twice");
    // As a paragraph whose lines are marked, with something that is no text between some of them.
    let mut lines: Vec<Box<str>> = text.split('\n').map(Into::into).collect();
    let mut set_once: Vec<Box<str>> = Vec::new();
    for round in 0..2 {
        let mut runs: Vec<Option<&mut Box<str>>> = Vec::new();
        for (rank, line) in lines.iter_mut().enumerate() {
            runs.push(Some(line));
            if rank % 3 == 2 {
                runs.push(None);
            }
        }
        typeset_runs(&mut runs, language);
        let typed = text.split('\n').map(unset);
        assert!(typed.eq(lines.iter().map(|line| unset(line))), "{lines:?}");
        if round == 0 {
            set_once.clone_from(&lines);
        }
    }
    assert_eq!(lines, set_once, "runs set twice");
}

/// A text without what typography may change.
fn unset(text: &str) -> String {
    let is_set = |c: &char| matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '"' | '«' | '»' | '\'' | '’');
    text.chars().filter(|c| !is_set(c)).collect()
}
