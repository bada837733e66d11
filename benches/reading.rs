//! Whether reading takes twice as long for twice as much: texts of shapes that make readers slow, at
//! sizes that double, up to the longest file that is read at all.
//!
//! ```text
//! cargo bench --bench reading
//! cargo bench --bench reading -- brackets
//! ```
//!
//! Each figure is the shortest of three runs in milliseconds; `growth` is how many times longer the last size took
//! than the one before it. Around 2 is linear, around 4 is not. Nothing here passes or fails: machines differ,
//! and what takes less than a millisecond says nothing. Without `--bench`, which cargo adds by itself, it only
//! tries itself out on small sizes.
#![allow(clippy::disallowed_methods, reason = "a benchmark reads the clock")]
#![allow(clippy::print_stdout, reason = "its figures go to the terminal")]

use std::hint::black_box;
use std::time::{Duration, Instant};

use clap::Parser;
use florilege::catalogue::Sheet;
use florilege::problems::{FileId, Files, Format, Problems, Report, Speech, Wording};
use florilege::source::{Read, decode_page, decode_record, decode_settings};
use florilege::text::{Ground, Language, Outline, RichText, tree, write_html};

/// No longer text is read.
const LONGEST: usize = 1024 * 1024;

/// Measures how reading grows.
#[derive(Debug, Parser)]
struct Arguments {
    /// Only shapes whose names hold this.
    filter: Option<String>,
    /// The largest size in bytes; the others are a half and a quarter of it.
    #[arg(long, default_value_t = LONGEST)]
    largest: usize,
    /// Added by cargo.
    #[arg(long, hide = true)]
    bench: bool,
}

/// What is repeated in a file to make it long: what stands before it, what is repeated, what stands behind it.
struct Shape {
    name: &'static str,
    before: &'static str,
    repeated: &'static str,
    after: &'static str,
}

impl Shape {
    /// A text of about so many bytes.
    fn text(&self, size: usize) -> String {
        let room = size.saturating_sub(self.before.len() + self.after.len());
        [self.before, &self.repeated.repeat(room / self.repeated.len()), self.after].concat()
    }
}

const fn shape(
    name: &'static str,
    before: &'static str,
    repeated: &'static str,
    after: &'static str,
) -> Shape {
    Shape { name, before, repeated, after }
}

/// Shapes of a sheet's notation.
const SHEETS: &[Shape] = &[
    shape("prose", "objective: x\ndescription: |\n", "  Le programme met en relation des citoyens.\n", ""),
    shape("one long line", "title: ", "é", "\n"),
    shape("open brackets", "title: ", "[", "\n"),
    shape("brackets", "title: ", "[],", "\n"),
    shape("open records", "title: ", "{a: ", "\n"),
    shape("a list in one line", "partners: [", "a,", "]\n"),
    shape("a list of records in one line", "contacts: [", "{name: },", "]\n"),
    shape("a list", "partners:\n", "  - x\n", ""),
    shape("a list where records go", "contacts: [", "a,", "]\n"),
    shape("unknown fields", "", "a: b\n", "title: x\n"),
    shape("equal fields", "", "title: x\n", ""),
    shape("fields and equal ones", "a: b\nb: c\nc: d\ne: f\n", "title: x\n", ""),
    shape("stray colons", "", "a: b : c\n", ""),
    shape("tabs", "pilot:\n", "\tx\n", ""),
    shape("no-break spaces", "pilot:\n", "\u{a0}x: y\n", ""),
    shape("quotes", "", "a: \"b\n", ""),
    shape("apostrophes", "", "a: 'l'ami'\n", ""),
    shape("quotes behind a quote", "a: 'b\n", "c: ''d\n", ""),
    shape("signs", "", "a: @b\n", ""),
    shape("anchors", "a: [", "&b c,", "]\n"),
    shape("aliases", "a: [", "*b,", "]\n"),
    shape("tags", "a: [", "!b c,", "]\n"),
    shape("comments", "title: x\n", "# x\n", ""),
    shape("glued comments", "", "a: #b\n", ""),
    shape("blank lines", "title: x\n", "\n", "a: b : c\n"),
    shape("blank lines between mistakes", "title: x\n", "\n\n\n\n\n\n\n\n\n\nx\n", ""),
    shape("lines without names", "", "x\n", ""),
    shape("question marks", "", "? a\n", ""),
    shape("question marks in one line", "", "? ", "\n"),
    shape("dashes", "", "- ", "\n"),
    shape("dashes without blanks", "a:\n", "-b\n", ""),
    shape("bad escapes", "a: \"", "\\é", "\"\n"),
    shape("documents", "a: b\n", "---\n", ""),
    shape("bars", "", "a: | b\n", ""),
    shape("an unclosed quote over lines", "a: \"", "b\n", ""),
    shape("plain lines", "title: x\n", "  y\n", ""),
    shape("a long name", "", "x", ": y\n"),
];

/// Shapes of Markdown.
const TEXTS: &[Shape] = &[
    shape("words", "", "un mot ", ""),
    shape("lines", "", "un mot\n", ""),
    shape("brackets that open", "", "[", ""),
    shape("brackets", "", "[]", ""),
    shape("brackets and parentheses", "", "](", ""),
    shape("links that open", "", "[](", ""),
    shape("links", "", "[a](fiche:b) ", ""),
    shape("links, a line each", "", "[a](fiche:b)\n", ""),
    shape("broken links", "", "[a](b c) ", ""),
    shape("pictures", "", "![a](b.jpg) ", ""),
    shape("pictures that open", "", "![", ""),
    shape("angles", "", "<", ""),
    shape("comments that open", "", "<!-- ", ""),
    shape("addresses", "", "<https://a.fr/> ", ""),
    shape("typed addresses", "", "a@b.fr l'eau ", ""),
    shape("HTML", "", "<b>", ""),
    shape("HTML, a block each", "", "<b>\n\n", ""),
    shape("entities", "", "&amp;", ""),
    shape("escapes", "", "\\*", ""),
    shape("stars", "", "*", ""),
    shape("stars and letters", "", "*a ", ""),
    shape("stars and underscores", "", "*_a", ""),
    shape("emphasis", "", "*a* ", ""),
    shape("strong in emphasis", "", "*a **a ", ""),
    shape("backticks", "", "`a``", ""),
    shape("growing backticks", "", "` `` ``` ```` ````` ", ""),
    shape("quotes", "", "> ", ""),
    shape("quotes, a line each", "", "> a\n", ""),
    shape("dashes", "", "- ", ""),
    shape("lists", "", "- a\n", ""),
    shape("a list in each line", "", "- a\n  - b\n    - c\n", ""),
    shape("tables", "", "|a|\n|-|\n|b|\n\n", ""),
    shape("columns", "|", "a|", "\n|-|\n"),
    shape("rows", "|a|b|\n|-|-|\n", "|c|d|\n", ""),
    shape("wide rows", "|a|\n|-|\n", "|c|d|e|f|g|h\n", ""),
    shape("references", "", "[a]: b\n", ""),
    shape("references used", "[a]: https://a.fr\n\n", "[a] ", ""),
    shape("headings", "", "# a\n", ""),
    shape("fences", "", "```\n", ""),
    shape("breaks", "", "a  \n", ""),
    shape("quotation marks", "", "\"a\" ", ""),
    shape("quotation marks that open", "", " \"a", ""),
    shape("apostrophes", "", "l'", ""),
    shape("spaces", "a", " ", "!"),
    shape("no-break spaces", "a", "\u{a0}", "!"),
    shape("thousands", "", "1 000 ", ""),
    shape("digits", "", "1", " 000"),
    shape("punctuation", "", " !", ""),
    shape("marked punctuation", "", "**a** ! ", ""),
    shape("marked quotation marks", "", "\"**a**\" ", ""),
    shape("code between spaces", "", "`a` ", ""),
    shape("words in another language", "", "[a](lang:en) ", ""),
];

/// A way of reading a text.
type Reading = fn(&str);

fn main() {
    let arguments = Arguments::parse();
    let largest = if arguments.bench { arguments.largest } else { 1024 };
    let sizes = [largest / 4, largest / 2, largest];
    let readings: [(&str, &[Shape], Reading); 4] = [
        ("sheet", SHEETS, sheet),
        ("settings", SHEETS, settings),
        ("page", TEXTS, page),
        ("field", TEXTS, field),
    ];
    println!("{:50} {:>9} {:>9} {:>9} {:>7}", "", sizes[0], sizes[1], sizes[2], "growth");
    for (kind, shapes, reading) in readings {
        for shape in shapes {
            let name = format!("{kind}: {}", shape.name);
            if arguments.filter.as_ref().is_none_or(|filter| name.contains(filter.as_str())) {
                let times = sizes.map(|size| shortest(reading, &shape.text(size)));
                let [first, second, third] = times.map(|time| time.as_secs_f64() * 1000.0);
                println!("{name:50} {first:9.1} {second:9.1} {third:9.1} {:7.1}", third / second);
            }
        }
    }
}

/// The shortest of three runs; of what takes longer than a second, one is enough.
fn shortest(reading: Reading, text: &str) -> Duration {
    let mut shortest = Duration::MAX;
    for _ in 0..3 {
        let start = Instant::now();
        reading(black_box(text));
        shortest = shortest.min(start.elapsed());
        if shortest > Duration::from_secs(1) {
            break;
        }
    }
    shortest
}

fn sheet(text: &str) {
    read(text, |text, file| decode_record::<Sheet>(text, file, &Language::default()));
}

fn settings(text: &str) {
    read(text, decode_settings);
}

fn page(text: &str) {
    let text = ["---\ntitle: x\n---\n", text].concat();
    let page = read(&text, |text, file| decode_page(text, file, &Language::default()));
    if let Some(page) = page {
        show(&page.text);
    }
}

fn field(text: &str) {
    let text = ["description: |\n  ", &text.replace('\n', "\n  ")].concat();
    read(&text, |text, file| decode_record::<Sheet>(text, file, &Language::default()));
}

/// Reads a file, and reports what is wrong with it as `check` does.
fn read<T>(text: &str, decode: impl Fn(&str, FileId) -> Read<T>) -> Option<T> {
    let mut files = Files::default();
    let file = files.add("content/initiatives/fiche.yaml");
    let (value, found) = decode(text, file);
    let mut problems = Problems::default();
    problems.extend(found);
    let sorted = problems.sorted(&files);
    let wording = Wording::new(Speech::French);
    let report = Report::new(&wording, &files, &sorted, |_| Some(text.to_owned()));
    black_box(report.render(&sorted, Format::Human { colour: false }));
    black_box(report.render(&sorted, Format::Json));
    value
}

/// A text as HTML, and as the booklet has it.
fn show(text: &RichText) {
    let address = |_, name: &str| format!("#{name}");
    let picture = |file: &str, _: &str, html: &mut String| html.push_str(file);
    let outline = Outline { first_level: 2, ids: Some("t-"), address: &address, picture: &picture };
    let mut html = String::new();
    write_html(text, &outline, &mut html);
    black_box(html);
    black_box(tree(text, &Ground { first_level: 2, address: &address, picture: &|_| None }));
}
