//! What is held against a fuzzer's inputs for hours (`tests/fuzz/`), held here against a few
//! hundred that are made up in seconds.

#[allow(unreachable_pub, reason = "it is the fuzz targets' library too")]
#[path = "../fuzz/src/lib.rs"]
mod held;

use proptest::prelude::*;

/// Pieces of what is typed: those that mean something to a reader, and plain text between them.
fn typed(pieces: &'static [&'static str]) -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => prop::sample::select(pieces).prop_map(str::to_owned),
        1 => "[a-z é]{0,6}",
        1 => "\\PC{0,3}",
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

const YAML: &[&str] = &[
    "\n",
    "\n  ",
    "\n    ",
    "\n- ",
    "\n  - ",
    ": ",
    ":",
    " #",
    "#",
    "'",
    "\"",
    "|",
    "|2-",
    ">",
    "[",
    "]",
    "{",
    "}",
    ", ",
    "*",
    "&a ",
    "!b ",
    "? ",
    "@",
    "%",
    "\\",
    "\t",
    "\r\n",
    "\u{a0}",
    "\u{202f}",
    "\u{feff}",
    "---\n",
    "...\n",
    "title: ",
    "theme: ",
    "also: ",
    "pilot: ",
    "name: ",
    "description: ",
    "website: ",
    "objective: ",
    "partners: ",
    "contacts: ",
    "phones: ",
    "email: ",
    "figures: ",
    "value: ",
    "media: ",
    "file: ",
    "alt: ",
    "themes: ",
    "id: ",
    "colour: ",
    "language: ",
    "période: ",
    "2019-04",
    "https://a.fr/",
    "a@b.fr",
];

const MARKDOWN: &[&str] = &[
    "\n",
    "\n\n",
    "\n  ",
    "\n- ",
    "\n1. ",
    "\n> ",
    "\n# ",
    "\n## ",
    "\n```\n",
    "\n    ",
    "  \n",
    "*",
    "**",
    "_",
    "`",
    "``",
    "[",
    "]",
    "(",
    ")",
    "](",
    "![",
    "](fiche:a)",
    "](theme:b)",
    "](lang:ar)",
    "](javascript:a)",
    "](https://a.fr/\"b)",
    "](a.jpg)",
    "](a b)",
    "<https://a.fr>",
    "<a@b.fr>",
    "<b>",
    "<script>",
    "</b>",
    "<!--",
    "-->",
    "<![CDATA[",
    "&lt;",
    "&amp;",
    "&#60;",
    "&",
    "<",
    ">",
    "\"",
    "'",
    "\\",
    "|",
    "\n|-|\n",
    "\n|a|b|\n|-|-|\n|c|d|\n",
    "Tableau : a\n\n",
    "[a]: https://b.fr \"c\"\n",
    "\n***\n",
    "\n===\n",
    "\u{fdd0}",
    "\u{fdd1}",
    "«",
    "»",
    " !",
    " ; ",
    " :",
    " ?",
    "1 000",
    " 97 %",
    " €",
    "\u{a0}",
    "\u{202f}",
    "l'eau",
    "www.a.fr",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn sheets(text in typed(YAML)) {
        held::sheet(text.as_bytes());
    }

    #[test]
    fn settings(text in typed(YAML)) {
        held::settings(text.as_bytes());
    }

    #[test]
    fn texts(text in typed(MARKDOWN)) {
        held::text(text.as_bytes());
    }

    #[test]
    fn texts_of_sheets(text in typed(MARKDOWN)) {
        held::sheet(format!("description: |\n  {}", text.replace('\n', "\n  ")).as_bytes());
    }

    #[test]
    fn pages(fields in typed(YAML), text in typed(MARKDOWN)) {
        held::page(format!("---\n{fields}\n---\n{text}").as_bytes());
    }

    #[test]
    fn bytes(bytes in prop::collection::vec(any::<u8>(), 0..60)) {
        held::sheet(&bytes);
        held::settings(&bytes);
        held::page(&bytes);
        held::text(&bytes);
    }
}
