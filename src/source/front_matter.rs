//! An editorial page's fields and text: YAML between two lines `---`, then Markdown.

use std::ops::Range;

use crate::problems::{Code, FileId, Place, Problem};

/// The two parts of a page, as bytes of its file.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Parts {
    pub(super) fields: Range<usize>,
    pub(super) text: Range<usize>,
}

/// Splits a page's file.
pub(super) fn split(source: &str, file: FileId) -> Result<Parts, Problem> {
    let start = source.len() - source.trim_start_matches('\u{feff}').len();
    let first = source[start..].split_inclusive('\n').next().unwrap_or_default();
    if first.trim_end() != "---" {
        return Err(Problem::at(
            Code::MissingFrontMatter,
            Place::new(file, start..start + first.trim_end().len()),
        ));
    }
    let fields = start + first.len();
    let mut at = fields;
    for line in source[fields..].split_inclusive('\n') {
        if line.trim_end() == "---" {
            return Ok(Parts { fields: fields..at, text: at + line.len()..source.len() });
        }
        at += line.len();
    }
    Err(Problem::at(Code::UnclosedFrontMatter, Place::new(file, start..start + 3)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problems::Files;

    #[test]
    fn fields_and_text_are_told_apart() {
        let file = Files::default().add("a.md");
        let source = "---\r\ntitle: A\n---\nTexte\n---\n";
        let parts = split(source, file).unwrap();
        assert_eq!((&source[parts.fields], &source[parts.text]), ("title: A\n", "Texte\n---\n"));
        assert_eq!(split("Texte", file).unwrap_err().code, Code::MissingFrontMatter);
        assert_eq!(split("---\ntitle: A\n", file).unwrap_err().code, Code::UnclosedFrontMatter);
    }
}
