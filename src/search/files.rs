//! The files that a browser loads. A catalogue of usual size has two: its lists and its words. In
//! a larger one these name further files, so that no search loads more than the words it asks for
//! and the sheets it shows.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;
use serde::Serialize;

use super::code::write_ranks;
use super::index::Index;

/// Where the files stand, below the site's root.
const FOLDER: &str = "assets/search";

/// The most that a file holds before it is cut into others, in bytes. Compressed, that is less
/// than half.
const ONE_FILE: usize = 128 * 1024;
/// How long the words of a part may get, with their sheets, in bytes.
const WORDS: usize = 24 * 1024;
/// How many sheets stand in one part. A page of results may need as many parts as it has results:
/// larger ones would cost more than they save.
const SHEETS: usize = 64;

/// A choice of a filter.
#[derive(Debug)]
pub struct Choice<'c> {
    /// What stands for it in addresses.
    pub value: String,
    /// What readers choose.
    pub title: String,
    /// The ranks of its sheets, in order.
    pub sheets: &'c [usize],
    /// What it stands under among others; nothing where it stands alone.
    pub group: String,
}

/// What sheets can be filtered by: kinds of lists, and the choices of each in their order.
pub type Lists<'c> = BTreeMap<&'static str, Vec<Choice<'c>>>;

/// Files, ready to be written.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct SearchFiles {
    /// The path of the file that is loaded first, below the site's root.
    pub entry: String,
    /// All of them: paths, and bytes. Each is named after what it holds, so that those of two
    /// builds never mix.
    pub files: Vec<(String, Vec<u8>)>,
}

/// The sheets in short, and the lists to filter them by.
#[must_use]
pub fn write_lists<S: Serialize + Sync>(sheets: &[S], lists: &Lists<'_>) -> SearchFiles {
    let mut files = Files::default();
    let count = sheets.len();
    let sheets: Vec<String> = sheets.par_chunks(SHEETS).map(json).collect();
    // Together or apart: a search does not need the lists, nor filters all sheets.
    let is_whole = is_short(&sheets);
    let sheets = files.parts("sheets", sheets, is_whole);
    let lists = files.parts("choices", vec![json(&encoded(lists))], is_whole);
    files.entry(
        "lists",
        &format!("{{\"count\":{count},\"per\":{SHEETS},\"lists\":{lists},\n\"sheets\":{sheets}}}"),
    )
}

/// The words of the sheets. Those of `common` say nothing: a search goes on without them.
#[must_use]
pub fn write_words(index: &Index, common: &BTreeSet<String>) -> SearchFiles {
    let mut files = Files::default();
    let (firsts, parts) = cut(index);
    let is_whole = is_short(&parts);
    let parts = files.parts("words", parts, is_whole);
    let (common, firsts) = (json(common), json(&firsts));
    files.entry("words", &format!("{{\"common\":{common},\"firsts\":{firsts},\n\"words\":{parts}}}"))
}

/// The words in parts: the first word of each, and each as its words and their sheets.
fn cut(index: &Index) -> (Vec<&str>, Vec<String>) {
    let mut firsts = Vec::new();
    let mut parts = Vec::new();
    let (mut words, mut sheets) = (String::new(), String::new());
    for (word, ranks) in &index.words {
        if words.is_empty() {
            firsts.push(&**word);
        } else {
            words.push(' ');
            sheets.push(' ');
        }
        words.push_str(word);
        sheets.push_str(ranks);
        if words.len() + sheets.len() >= WORDS {
            parts.push(json(&[std::mem::take(&mut words), std::mem::take(&mut sheets)]));
        }
    }
    if !words.is_empty() {
        parts.push(json(&[words, sheets]));
    }
    (firsts, parts)
}

/// As the script reads them: the value, the title, the sheets and the group of each choice.
fn encoded<'c>(lists: &'c Lists<'_>) -> BTreeMap<&'static str, Vec<[Cow<'c, str>; 4]>> {
    let choice = |choice: &'c Choice<'_>| {
        let mut sheets = String::new();
        write_ranks(choice.sheets.iter().copied(), &mut sheets);
        let Choice { value, title, group, .. } = choice;
        [value.into(), title.into(), sheets.into(), group.into()]
    };
    lists.iter().map(|(kind, choices)| (*kind, choices.iter().map(choice).collect())).collect()
}

/// Whether parts may stand together in one file.
fn is_short(parts: &[String]) -> bool {
    parts.iter().map(String::len).sum::<usize>() <= ONE_FILE
}

#[derive(Default)]
struct Files(Vec<(String, Vec<u8>)>);

impl Files {
    /// The parts of a file as a list: the parts themselves where the file is whole, else the names
    /// of files that hold them.
    fn parts(&mut self, kind: &str, parts: Vec<String>, is_whole: bool) -> String {
        let parts: Vec<String> = if is_whole {
            parts
        } else {
            parts
                .iter()
                .enumerate()
                .map(|(at, part)| json(&self.add(&format!("{kind}-{at}"), part)))
                .collect()
        };
        format!("[{}]", parts.join(",\n"))
    }

    fn entry(mut self, name: &str, data: &str) -> SearchFiles {
        let name = self.add(name, data);
        SearchFiles { entry: format!("{FOLDER}/{name}"), files: self.0 }
    }

    /// Adds a file, and gives its whole name.
    fn add(&mut self, name: &str, data: &str) -> String {
        let bytes = format!("florilege({data})\n").into_bytes();
        let hash = blake3::hash(&bytes).to_hex();
        let name = format!("{name}-{}.js", &hash[..8]);
        self.0.push((format!("{FOLDER}/{name}"), bytes));
        name
    }
}

/// JSON that may stand in a script, and in a page if it ever did.
fn json(value: &(impl Serialize + ?Sized)) -> String {
    // Texts, numbers and lists of them: there is nothing that JSON could refuse.
    let json = serde_json::to_string(value).unwrap_or_default();
    json.replace('<', "\\u003c").replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029")
}

#[cfg(test)]
mod tests {
    use super::super::{Field, Texts};
    use super::*;

    fn index(texts: &[&str]) -> Index {
        Index::new(texts, &BTreeSet::new(), |text, texts: &mut Texts| texts.add(Field::Text, text))
    }

    fn text(files: &SearchFiles) -> String {
        String::from_utf8(files.files.last().unwrap().1.clone()).unwrap()
    }

    #[test]
    fn a_small_catalogue_has_one_file_of_each() {
        let words = write_words(&index(&["un pont", "un"]), &BTreeSet::from(["le".to_owned()]));
        assert_eq!(words.files.len(), 1);
        assert_eq!(
            text(&words),
            "florilege({\"common\":[\"le\"],\"firsts\":[\"pont\"],\n\"words\":[[\"pont un\",\"4a 4aa\"]]})\n"
        );
        let choice = Choice {
            value: "langue".to_owned(),
            title: "La langue".to_owned(),
            sheets: &[0, 2],
            group: String::new(),
        };
        let lists = BTreeMap::from([("theme", vec![choice])]);
        let lists = write_lists(&["a", "b"], &lists);
        assert_eq!(
            text(&lists),
            "florilege({\"count\":2,\"per\":64,\"lists\":[{\"theme\":[[\"langue\",\"La langue\",\"ab\",\"\"]]}],\n\"sheets\":[[\"a\",\"b\"]]})\n"
        );
        assert!(lists.entry.starts_with("assets/search/lists-") && lists.entry == lists.files[0].0);
    }

    #[test]
    fn what_is_long_is_cut_and_named_in_order() {
        let texts: Vec<String> = (0..20_000).map(|number| format!("mot{number:06}")).collect();
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let words = write_words(&index(&texts), &BTreeSet::new());
        let entry = text(&words);
        assert!(words.files.len() > 8 && entry.len() < 2_000, "{entry}");
        assert!(entry.contains("\"firsts\":[\"mot000000\",\"mot00"), "{entry}");
        for (path, bytes) in &words.files {
            assert!(bytes.len() < 2 * WORDS, "{path}");
            assert!(path == &words.entry || entry.contains(path.rsplit('/').next().unwrap()), "{path}");
        }
    }

    #[test]
    fn nothing_leaves_its_script() {
        let lists = write_lists(&["</script><!-- \u{2028}\u{2029}\" \\"], &Lists::new());
        let text = text(&lists);
        assert!(!text.contains('<') && !text.contains(['\u{2028}', '\u{2029}']), "{text}");
        assert!(text.contains(r#""\u003c/script>\u003c!-- \u2028\u2029\" \\""#), "{text}");
    }

    #[test]
    fn a_catalogue_without_sheets_has_its_files_too() {
        assert!(text(&write_words(&index(&[]), &BTreeSet::new())).contains("\"words\":[]"));
        assert!(text(&write_lists::<&str>(&[], &Lists::new())).contains("\"sheets\":[]"));
    }
}
