//! YAML as a tree with places. Anchors, aliases and tags are refused; depth and size are bounded;
//! a mistake in the notation is told, mended, and the reading goes on.

use std::borrow::Cow;
use std::ops::Range;

use granit_parser::{Event, Parser, ScalarStyle, ScanError, Span, options};

use crate::problems::{Code, FileId, Place, Problem};
use crate::record::{Content, Node, Style};

use super::draft::Draft;
use super::mistake::{Mistake, diagnose, indentation_mistakes};

/// A sheet never nests more than a handful of levels.
const MAX_DEPTH: usize = 16;
/// A long sheet has a few hundred values.
const MAX_NODES: usize = 20_000;
/// How many mistakes of one file are mended and read past, and how many refusals are told.
const MAX_MENDS: usize = 60;

/// What was read from a text.
#[derive(Debug, Default)]
pub(crate) struct Tree<'a> {
    /// The whole; none where nothing could be made of it, or nothing is there.
    pub(crate) root: Option<Node<'a>>,
    /// What is wrong with the notation.
    pub(crate) problems: Vec<Problem>,
    /// The parts whose value was lost by a mistake.
    pub(crate) poisoned: Vec<Range<usize>>,
}

/// Reads a text.
pub(crate) fn read_yaml(text: &str, file: FileId) -> Tree<'_> {
    if let Ok(Document { root, refusals }) = parse(text)
        && refusals.is_empty()
        && indentation_mistakes(text).is_empty()
    {
        return Tree { root, ..Tree::default() };
    }
    read_mending(text, file)
}

/// Reads a text that has mistakes, mending one after the other.
fn read_mending(text: &str, file: FileId) -> Tree<'static> {
    let mut draft = Draft::new(text);
    let mut problems = Vec::new();
    let mut indentation = indentation_mistakes(text);
    // The last ones come first: of too many, those are told that stand at the top of the file.
    let is_hopeless = indentation.len() > MAX_MENDS;
    for mistake in indentation.split_off(indentation.len().saturating_sub(MAX_MENDS)) {
        take(mistake, &mut draft, file, &mut problems);
    }
    if is_hopeless {
        return Tree { root: None, problems, poisoned: draft.poisoned };
    }
    for _ in 0..MAX_MENDS {
        let parsed = parse(draft.text());
        match parsed {
            Ok(Document { root, refusals }) => {
                for (code, span) in refusals.into_iter().take(MAX_MENDS) {
                    let place = Place::new(file, draft.original_span(span));
                    problems.push(Problem::at(code, place).with("limit", MAX_NODES));
                }
                let root = root.map(|root| relocate(root, &draft));
                return Tree { root, problems, poisoned: draft.poisoned };
            }
            Err(error) => {
                let mistake = diagnose(draft.text(), &error);
                if !take(mistake, &mut draft, file, &mut problems) {
                    break;
                }
            }
        }
    }
    Tree { root: None, problems, poisoned: draft.poisoned }
}

/// Tells a mistake, unless a mend brought it about, and mends it. False if it cannot be mended.
fn take(mistake: Mistake, draft: &mut Draft<'_>, file: FileId, problems: &mut Vec<Problem>) -> bool {
    let span = draft.original_span(mistake.span);
    if !draft.poisoned.iter().any(|bad| span.start < bad.end && bad.start < span.end.max(span.start + 1)) {
        let place = Place::new(file, span);
        let problem = Problem::at(mistake.code, place);
        problems
            .push(mistake.args.into_iter().fold(problem, |problem, (name, value)| problem.with(name, value)));
    }
    if let Some(bad) = mistake.poisoned {
        let bad = draft.original_span(bad);
        draft.poisoned.push(bad);
    }
    match mistake.mend {
        Some((range, with)) => {
            draft.replace(range, &with);
            true
        }
        None => false,
    }
}

/// The tree of a mended text, with the places of the original.
fn relocate(node: Node<'_>, draft: &Draft<'_>) -> Node<'static> {
    let span = draft.original_span(node.span);
    let content = match node.content {
        Content::Empty => Content::Empty,
        Content::Text(text, style) => Content::Text(Cow::Owned(text.into_owned()), style),
        Content::List(items) => Content::List(items.into_iter().map(|item| relocate(item, draft)).collect()),
        Content::Record(entries) => Content::Record(
            entries.into_iter().map(|(key, value)| (relocate(key, draft), relocate(value, draft))).collect(),
        ),
    };
    Node { span, content }
}

/// A document that could be parsed, and what is refused in it all the same.
struct Document<'a> {
    root: Option<Node<'a>>,
    refusals: Vec<(Code, Range<usize>)>,
}

fn parse(text: &str) -> Result<Document<'_>, ScanError> {
    let limits = options! {
        emit_unresolved_aliases: true,
        disallow_directives: true,
        block_nesting_limit: MAX_DEPTH,
        flow_nesting_limit: MAX_DEPTH,
    };
    let mut builder =
        Builder { text, open: Vec::new(), root: None, nodes: 0, documents: 0, refusals: Vec::new() };
    for event in Parser::new_from_str_with_options(text, limits) {
        let (event, span) = event?;
        builder.take(event, &span);
        if builder.nodes > MAX_NODES || builder.documents > 1 {
            break;
        }
    }
    Ok(Document { root: builder.root, refusals: builder.refusals })
}

/// A list or record that is still open.
enum Open<'a> {
    List(Range<usize>, Vec<Node<'a>>),
    /// The entries so far, and the key whose value is awaited.
    Record(Range<usize>, Vec<(Node<'a>, Node<'a>)>, Option<Node<'a>>),
}

struct Builder<'a> {
    text: &'a str,
    open: Vec<Open<'a>>,
    root: Option<Node<'a>>,
    nodes: usize,
    documents: usize,
    refusals: Vec<(Code, Range<usize>)>,
}

impl<'a> Builder<'a> {
    fn take(&mut self, event: Event<'a>, span: &Span) {
        let range = span.byte_range().unwrap_or(0..0);
        match event {
            Event::DocumentStart(..) => {
                self.documents += 1;
                if self.documents > 1 {
                    self.refuse(Code::SeveralDocuments, range);
                }
            }
            Event::Scalar(text, style, anchor, tag) => {
                self.refuse_properties(anchor, tag.is_some(), span, &range);
                let node = self.scalar(text, style, range);
                self.add(node);
            }
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                self.refuse(Code::AliasRefused, range.clone());
                self.add(Node { span: range, content: Content::Empty });
            }
            Event::SequenceStart(_, anchor, tag) => {
                self.refuse_properties(anchor, tag.is_some(), span, &range);
                self.open.push(Open::List(range, Vec::new()));
            }
            Event::MappingStart(_, anchor, tag) => {
                self.refuse_properties(anchor, tag.is_some(), span, &range);
                self.open.push(Open::Record(range, Vec::new(), None));
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(range.end),
            _ => {}
        }
    }

    fn refuse(&mut self, code: Code, span: Range<usize>) {
        self.refusals.push((code, span));
    }

    fn refuse_properties(&mut self, anchor: usize, has_tag: bool, span: &Span, range: &Range<usize>) {
        if anchor != 0 {
            let before = &self.text[..range.start.min(self.text.len())];
            let start = before.rfind('&').unwrap_or(range.start);
            self.refuse(Code::AliasRefused, start..start + 1);
        }
        if has_tag {
            let tag = span.tag_span().and_then(|tag| tag.byte_range()).unwrap_or_else(|| range.clone());
            self.refuse(Code::TagRefused, tag);
        }
    }

    fn scalar(&mut self, text: Cow<'a, str>, style: ScalarStyle, range: Range<usize>) -> Node<'a> {
        let style = match style {
            ScalarStyle::Plain => Style::Plain,
            ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => Style::Quoted,
            ScalarStyle::Literal => Style::Lines,
            ScalarStyle::Folded => Style::Folded,
        };
        if style == Style::Plain
            && let Some(comment) = glued_comment(self.text, range.end + usize::from(range.is_empty()))
        {
            self.refuse(Code::HashComment, comment);
        }
        let is_nothing = style == Style::Plain && (range.is_empty() || matches!(&*text, "~" | "null"));
        if !is_nothing {
            return Node { span: range, content: Content::Text(text, style) };
        }
        // An empty value stands behind the blanks that follow its colon.
        let start = range.start.min(self.text.len());
        let span = start..range.end.max(start);
        Node { span, content: Content::Empty }
    }

    fn add(&mut self, node: Node<'a>) {
        self.nodes += 1;
        if self.nodes == MAX_NODES {
            self.refuse(Code::TooManyValues, node.span.clone());
        }
        match self.open.last_mut() {
            Some(Open::List(_, items)) => items.push(node),
            Some(Open::Record(_, entries, key)) => match key.take() {
                None => *key = Some(node),
                Some(name) => entries.push((name, node)),
            },
            None => self.root = Some(node),
        }
    }

    fn close(&mut self, end: usize) {
        let node = match self.open.pop() {
            Some(Open::List(span, items)) => {
                Node { span: span.start..end.max(span.start), content: Content::List(items) }
            }
            Some(Open::Record(span, entries, _)) => {
                Node { span: span.start..end.max(span.start), content: Content::Record(entries) }
            }
            // The parser closes only what it opened.
            None => return,
        };
        self.add(node);
    }
}

/// A comment behind a value whose `#` touches a word: `#aabbcc`, `#mot`. Whoever writes a comment
/// leaves a space, or draws a line of `#`.
fn glued_comment(text: &str, end: usize) -> Option<Range<usize>> {
    let rest = text.get(end..)?;
    let blanks = rest.len() - rest.trim_start_matches(' ').len();
    // Looked at before the end of its line is searched for: a line may be as long as the file.
    let is_glued = rest[blanks..].strip_prefix('#')?.starts_with(char::is_alphanumeric);
    let comment = rest[blanks..].lines().next()?;
    (is_glued && blanks > 0).then(|| end + blanks..end + blanks + comment.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problems::Files;
    use proptest::prelude::*;

    fn read(text: &str) -> Tree<'_> {
        read_yaml(text, Files::default().add("x.yaml"))
    }

    fn codes(text: &str) -> Vec<(Code, String)> {
        let tree = read(text);
        let shown = tree.problems.iter().map(|problem| {
            let span = problem.place.map(Place::span).unwrap_or_default();
            (problem.code, text.get(span).unwrap_or("?").to_owned())
        });
        shown.collect()
    }

    fn one(code: Code, at: &str) -> Vec<(Code, String)> {
        vec![(code, at.to_owned())]
    }

    #[test]
    fn what_editors_mistype_is_named_where_it_stands() {
        assert_eq!(codes("title: Mairie : service\ntheme: x\n"), one(Code::UnquotedColon, ":"));
        assert_eq!(codes("title:Programme\ntheme: x\n"), one(Code::MissingSpace, ":"));
        assert_eq!(codes("theme: x\ntitle:Programme\n"), one(Code::MissingSpace, ":"));
        assert_eq!(codes("title:\u{a0}x\ntheme: y\n"), one(Code::NbspAroundName, "\u{a0}"));
        assert_eq!(
            codes("title: x\nsans deux-points\ntheme: y\n"),
            one(Code::MissingColon, "sans deux-points")
        );
        assert_eq!(codes("pilot:\n\tname: x\n"), one(Code::TabIndentation, "\t"));
        assert_eq!(codes("pilot:\n\u{a0} name: x\nb: c\n"), one(Code::NbspIndentation, "\u{a0}"));
        assert_eq!(codes("a: \"abc\ntheme: x\n"), one(Code::UnclosedQuote, "\""));
        assert_eq!(codes("a: \"abc\nb: \"def\"\n"), one(Code::UnclosedQuote, "\""));
        assert_eq!(codes("a: \"abc\" def\ntheme: y\n"), one(Code::TextAfterQuote, "def"));
        assert_eq!(codes("a: 'l'ami'\nb: c\n"), one(Code::TextAfterQuote, "ami'"));
        assert_eq!(codes("a: @foo\nb: c\n"), one(Code::SpecialStart, "@"));
        assert_eq!(codes("a: *foo* bar\nb: c\n"), one(Code::SpecialStart, "*"));
        assert_eq!(codes("a: - x\n"), one(Code::SpecialStart, "-"));
        assert_eq!(codes("a: [x, y\nb: c\n"), one(Code::UnclosedBracket, "["));
        assert_eq!(codes("a: {x: y\n"), one(Code::UnclosedBracket, "{"));
        assert_eq!(codes("a: | x\n  foo\n"), one(Code::TextAfterBar, " x"));
        assert_eq!(codes("a: \"\\é\"\n"), one(Code::BadEscape, "\\é"));
        assert_eq!(codes("a:\n  b: c\n d: e\n"), one(Code::BadIndentation, "d: e"));
        assert_eq!(codes("a: b\n  c: d\n"), one(Code::BadIndentation, "c: d"));
        assert_eq!(codes("a:\n- b\n-c\n"), one(Code::MissingDashSpace, "-"));
        assert_eq!(codes("a: b\n---\nc: d\n"), one(Code::SeveralDocuments, "---"));
        assert_eq!(codes("a: #aabbcc\nb: c # dit pourquoi\n"), one(Code::HashComment, "#aabbcc"));
        assert_eq!(codes("a: Le 100 #cent\n"), one(Code::HashComment, "#cent"));
        assert_eq!(codes("a: [Elan] le projet\nb: c\n"), one(Code::SpecialStart, "["));
        assert_eq!(codes("a: ? elan\n"), one(Code::SpecialStart, "?"));
        assert_eq!(codes("- {a: b, c: #aabbcc}\n- d\n"), one(Code::HashComment, "#aabbcc}"));
    }

    #[test]
    fn several_mistakes_of_one_file_are_told_at_once() {
        let text = "title: A : b\npilot:\n\tname: x\ntheme:logement\nobjective: @ici\nalso: [x\nfin\n";
        let mut found: Vec<Code> = codes(text).into_iter().map(|(code, _)| code).collect();
        found.sort_unstable();
        assert_eq!(
            found,
            [
                Code::TabIndentation,
                Code::MissingSpace,
                Code::UnquotedColon,
                Code::SpecialStart,
                Code::UnclosedBracket,
                Code::MissingColon,
            ]
        );
        assert!(read(text).root.is_some());
    }

    #[test]
    fn aliases_anchors_and_tags_are_refused() {
        assert!(codes("a: &x b\nc: *x\n").iter().all(|(code, _)| *code == Code::AliasRefused));
        assert_eq!(codes("a: !t b\n"), one(Code::TagRefused, "!t"));
        let bomb = "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b]\n";
        assert!(!codes(bomb).is_empty());
    }

    #[test]
    fn depth_and_size_are_bounded() {
        assert_eq!(codes(&"[".repeat(100_000))[0].0, Code::TooDeep);
        let long: String = "- x\n".repeat(MAX_NODES + 1);
        assert_eq!(codes(&long)[0].0, Code::TooManyValues);
    }

    #[test]
    fn tabs_and_no_break_spaces_inside_text_are_text() {
        assert_eq!(codes("a:\n- |2-\n   «\n  !\n  \u{a0}\n"), []);
        assert_eq!(codes("a:\n- |-\n  \u{a0}\n   »\n  \u{a0}a\n"), []);
        assert_eq!(codes("a: |\n  x\ty\n  \tz\n   \u{a0}b\nc: d\u{a0}e\n"), []);
    }

    /// What a node means, as the oracle would say it.
    fn meaning(node: &Node<'_>) -> serde_yaml::Value {
        match &node.content {
            Content::Empty => serde_yaml::Value::Null,
            Content::Text(text, _) => serde_yaml::Value::String(text.clone().into_owned()),
            Content::List(items) => items.iter().map(meaning).collect::<Vec<_>>().into(),
            Content::Record(entries) => {
                let pairs = entries.iter().map(|(key, value)| (meaning(key), meaning(value)));
                serde_yaml::Value::Mapping(pairs.collect())
            }
        }
    }

    fn document() -> impl Strategy<Value = serde_yaml::Value> {
        let text = "[ -~éœ«»’\n\u{a0}]{0,20}".prop_map(serde_yaml::Value::String);
        let leaf = prop_oneof![text, Just(serde_yaml::Value::Null)];
        let tree = leaf.prop_recursive(3, 24, 4, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 1..4).prop_map(serde_yaml::Value::Sequence),
                prop::collection::btree_map("[a-z_é]{1,8}", inner, 1..4).prop_map(|entries| {
                    let pairs =
                        entries.into_iter().map(|(key, value)| (serde_yaml::Value::String(key), value));
                    serde_yaml::Value::Mapping(pairs.collect())
                }),
            ]
        });
        prop::collection::btree_map("[a-z_]{1,8}", tree, 1..5).prop_map(|entries| {
            let pairs = entries.into_iter().map(|(key, value)| (serde_yaml::Value::String(key), value));
            serde_yaml::Value::Mapping(pairs.collect())
        })
    }

    #[test]
    fn of_too_many_refusals_the_first_are_told() {
        assert_eq!(codes(&format!("a: [{}]\n", "*b,".repeat(1_000))).len(), MAX_MENDS);
    }

    #[test]
    fn mistakes_over_mistakes_stand_within_the_text() {
        let text = "a:\t{\"a0\t $AaA##0\t0A0#a0#\nA\na";
        let spans = read(text).problems.into_iter().map(|problem| problem.place.unwrap().span());
        assert!(spans.into_iter().all(|span| text.get(span).is_some()));
    }

    proptest! {
        #[test]
        fn what_serde_yaml_writes_is_read_alike(written in document()) {
            let text = serde_yaml::to_string(&written).unwrap();
            let tree = read(&text);
            prop_assert!(tree.problems.is_empty(), "{}\n{:?}", text, tree.problems);
            prop_assert_eq!(tree.root.as_ref().map(meaning), Some(written));
        }
    }
}
