//! What an editor did wrong, where the YAML parser only says that it is lost; and the smallest
//! mend that lets the rest of the file be read.

use std::ops::Range;

use granit_parser::{ErrorKind, ScanError};

use crate::problems::Code;

use super::line::{Line, is_no_break};

/// A mistake in the notation. All ranges are those of the text it was found in.
#[derive(Debug)]
pub(super) struct Mistake {
    pub(super) code: Code,
    pub(super) span: Range<usize>,
    pub(super) args: Vec<(&'static str, String)>,
    /// What to replace by what, to read on; none where the structure is anybody's guess.
    pub(super) mend: Option<(Range<usize>, String)>,
    /// The value whose meaning is lost by it.
    pub(super) poisoned: Option<Range<usize>>,
}

impl Mistake {
    fn new(code: Code, span: Range<usize>) -> Self {
        Self { code, span, args: Vec::new(), mend: None, poisoned: None }
    }

    fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.args.push((name, value.into()));
        self
    }

    fn mend(mut self, range: Range<usize>, with: impl Into<String>) -> Self {
        self.mend = Some((range, with.into()));
        self
    }

    /// Replaces a value by a word of the same length.
    fn mask(mut self, value: Range<usize>) -> Self {
        self.mend = Some((value.clone(), "x".repeat(value.len())));
        self.poisoned = Some(value);
        self
    }
}

/// Lines whose indentation holds a tab or a no-break space, outside blocks of text whose own
/// indentation is already reached. The last line comes first, so that mends do not move others.
pub(super) fn indentation_mistakes(text: &str) -> Vec<Mistake> {
    let mut mistakes = Vec::new();
    if !text.as_bytes().contains(&b'\t') && !text.contains('\u{a0}') && !text.contains('\u{202f}') {
        return mistakes;
    }
    let mut block: Option<Block> = None;
    let mut start = 0;
    for raw in text.split_inclusive('\n') {
        let line = Line::at(text, start);
        start += raw.len();
        let spaces = line.text.len() - line.text.trim_start_matches(' ').len();
        if line.text.trim().is_empty() {
            if line.text.contains(is_no_break) {
                match &mut block {
                    // It looks empty, but is the block's first line of text: that of a no-break space.
                    Some(open) if spaces > open.parent => _ = open.indent.get_or_insert(spaces),
                    Some(_) => {}
                    None => {
                        let mistake = Mistake::new(Code::NbspIndentation, line.start..line.end());
                        mistakes.push(mistake.mend(line.start..line.end(), ""));
                    }
                }
            }
            continue;
        }
        if let Some(open) = &mut block {
            let indent = *open.indent.get_or_insert(spaces);
            if spaces > open.parent && spaces >= indent {
                continue;
            }
        }
        let lead = &line.text[..line.indent()];
        if let Some(at) = lead.find(|c| c == '\t' || is_no_break(c)) {
            let bad = lead[at..].chars().next().unwrap_or('\t');
            let code = if bad == '\t' { Code::TabIndentation } else { Code::NbspIndentation };
            let span = line.start + at..line.start + at + bad.len_utf8();
            let spaces = lead.replace('\t', "  ").replace(is_no_break, " ");
            mistakes.push(Mistake::new(code, span).mend(line.start..line.first(), spaces));
        }
        block = block_opened_by(&line);
    }
    mistakes.reverse();
    mistakes
}

/// A block of text (`|` or `>`): the indentation of the field that holds it, and its own.
struct Block {
    parent: usize,
    indent: Option<usize>,
}

/// The block that a line opens. Its first line tells its indentation, unless the header does
/// (`|2`): then that line may stand deeper than those that follow.
fn block_opened_by(line: &Line<'_>) -> Option<Block> {
    let text = line.text.split(" #").next().unwrap_or(line.text).trim_end();
    let header = text.rsplit([' ', '\t']).next().unwrap_or_default();
    let signs = header.strip_prefix(['|', '>']).filter(|_| text.len() > header.len())?;
    let is_header = signs.chars().all(|c| matches!(c, '+' | '-' | '1'..='9'));
    let parent = line.indent();
    let indent = signs.contains(|c: char| c.is_ascii_digit()).then_some(parent + 1);
    is_header.then_some(Block { parent, indent })
}

/// Names the mistake behind an error of the parser.
pub(super) fn diagnose(text: &str, error: &ScanError) -> Mistake {
    let at = error.marker().byte_offset().unwrap_or(0).min(text.len());
    let line = Line::at(text, at);
    let value = line.value();
    let shown = line.slice(&value);
    if shown.starts_with(['*', '&', '!', '@', '%', '`', '?', ',']) || text_after_bracket(shown) {
        return special_start(&line);
    }
    if let Some(comment) = glued_comment(&line) {
        return comment;
    }
    match error.kind() {
        ErrorKind::MappingValueNotAllowed | ErrorKind::InvalidColonPlacement => stray_colon(text, &line, at),
        ErrorKind::SimpleKeyExpected
        | ErrorKind::InvalidSimpleKey
        | ErrorKind::UnexpectedEndOfPlainScalar => line_without_name(text, &line),
        ErrorKind::ExpectedBlockMappingKey
        | ErrorKind::ExpectedBlockSequenceEntry
        | ErrorKind::InvalidIndentation => misplaced_line(text, &line),
        ErrorKind::UnclosedQuotedScalar | ErrorKind::DocumentIndicatorInQuotedScalar => {
            unclosed_quote(text, at)
        }
        ErrorKind::InvalidTrailingSingleQuotedScalar => text_after_quote(text, &line, at, '\''),
        ErrorKind::InvalidTrailingDoubleQuotedScalar => text_after_quote(text, &line, at, '"'),
        ErrorKind::UnexpectedCharacter { .. }
        | ErrorKind::BlockSequenceEntryNotAllowed
        | ErrorKind::MisplacedFlowCollectionEnd
        | ErrorKind::PlainScalarStartsWithDashFlowIndicator
        | ErrorKind::DirectiveDisallowed => special_start(&line),
        ErrorKind::UnclosedFlowCollection { .. }
        | ErrorKind::ExpectedFlowMappingSeparator
        | ErrorKind::ExpectedFlowSequenceSeparator
        | ErrorKind::InvalidFlowScalarIndent
        | ErrorKind::BlockEntryInFlowCollection
        | ErrorKind::UnexpectedEofFlowSequence
        | ErrorKind::UnexpectedEofFlowMapping
        | ErrorKind::UnexpectedEofImplicitFlowMapping => unclosed_bracket(text, &line),
        ErrorKind::InvalidBlockScalarHeader => text_after_bar(&line, at),
        ErrorKind::UnknownQuotedScalarEscape
        | ErrorKind::InvalidQuotedScalarHexEscape
        | ErrorKind::InvalidUnicodeEscape => bad_escape(text, at),
        ErrorKind::RecursionLimitExceeded => Mistake::new(Code::TooDeep, at..end_of_char(text, at)),
        _ => {
            let span = line.first()..line.end().max(line.first());
            Mistake::new(Code::Syntax, span).with("detail", error.kind().to_string())
        }
    }
}

fn end_of_char(text: &str, at: usize) -> usize {
    text[at..].chars().next().map_or(at, |c| at + c.len_utf8())
}

/// `@ici`, `*mot*`: a sign that YAML keeps for itself.
fn special_start(line: &Line<'_>) -> Mistake {
    let value = line.value();
    let text = line.slice(&value);
    let sign = text.chars().next().unwrap_or('?');
    Mistake::new(
        Code::SpecialStart,
        value.start..value.start + if text.is_empty() { 0 } else { sign.len_utf8() },
    )
    .with("sign", sign)
    .with("value", text.replace('"', "'"))
    .mask(value)
}

/// A colon followed by a space inside a value, or a line that YAML glued to the one before.
fn stray_colon(text: &str, line: &Line<'_>, at: usize) -> Mistake {
    let value = line.value();
    if let Some(open) = open_bracket(text, line) {
        return open;
    }
    match line.name() {
        Some(name) if name.colon < at => {
            let mended = line.slice(&value).replace(": ", ". ");
            let mended = mended.strip_suffix(':').map_or(mended.clone(), |start| format!("{start}."));
            let mut mistake = Mistake::new(Code::UnquotedColon, at..at + 1)
                .with("name", line.slice(&name.span))
                .with("value", line.slice(&value).replace('"', "'"))
                .mend(value.clone(), mended);
            mistake.poisoned = Some(value);
            mistake
        }
        _ => glued_line(text, line),
    }
}

/// A line that was read as the continuation of the one before it.
fn glued_line(text: &str, line: &Line<'_>) -> Mistake {
    let Some(before) = line.before(text) else {
        return misplaced_line(text, line);
    };
    if let Some(mistake) = missing_space(&before) {
        return mistake;
    }
    let is_field = line.name().is_some_and(|name| line.slice(&name.span).is_ascii());
    if before.name().is_some() && line.indent() > before.indent() && !is_field {
        // Prose that goes on below its field.
        let joined = line.text.trim().replace(": ", ". ");
        let mut mistake = Mistake::new(Code::SeveralLines, before.value().start..line.end())
            .mend(before.end()..line.end(), format!(" {joined}"));
        mistake.poisoned = Some(before.value().start..line.end());
        return mistake;
    }
    if before.name().is_none()
        && before.indent() <= line.indent()
        && !before.text.trim_start().starts_with('-')
    {
        return Mistake::new(Code::MissingColon, before.first()..before.end())
            .mend(before.first()..before.first(), "# ");
    }
    misplaced_line(text, line)
}

/// `title:Programme` or `title:` and a no-break space.
fn missing_space(line: &Line<'_>) -> Option<Mistake> {
    let name = line.name()?;
    let behind = &line.text[name.colon + 1 - line.start..];
    let typed = line.slice(&name.span);
    if let Some(blank) = behind.chars().next().filter(|c| is_no_break(*c)) {
        let span = name.colon + 1..name.colon + 1 + blank.len_utf8();
        return Some(Mistake::new(Code::NbspAroundName, span.clone()).with("name", typed).mend(span, " "));
    }
    if name.span.end < name.colon && line.slice(&(name.span.end..name.colon)).contains(is_no_break) {
        let span = name.span.end..name.colon;
        return Some(Mistake::new(Code::NbspAroundName, span.clone()).with("name", typed).mend(span, ""));
    }
    let is_glued = behind.starts_with(|c: char| !c.is_whitespace());
    is_glued.then(|| {
        let span = name.colon..name.colon + 1;
        Mistake::new(Code::MissingSpace, span.clone()).with("name", typed).mend(span, ": ")
    })
}

/// A line that has no name and no colon.
fn line_without_name(text: &str, line: &Line<'_>) -> Mistake {
    if let Some(mistake) = missing_space(line) {
        return mistake;
    }
    if let Some(open) = open_bracket(text, line) {
        return open;
    }
    let shown = line.text.trim_start();
    if shown.starts_with('-') && !shown.starts_with("--") {
        let dash = line.first()..line.first() + 1;
        return Mistake::new(Code::MissingDashSpace, dash.clone()).mend(dash, "- ");
    }
    Mistake::new(Code::MissingColon, line.first()..line.end()).mend(line.first()..line.first(), "# ")
}

/// A line that stands too far right or left.
fn misplaced_line(text: &str, line: &Line<'_>) -> Mistake {
    let mistake = Mistake::new(Code::BadIndentation, line.first()..line.end());
    let Some(before) = line.before(text) else {
        return mistake;
    };
    if let Some(glued) = missing_space(&before) {
        return glued;
    }
    let indent = before.first() - before.start;
    // Only where the neighbour tells the level; and never the same again.
    if line.name().is_some()
        && before.name().is_some()
        && line.indent() != indent
        && !line.text.trim_start().starts_with('-')
    {
        return mistake.mend(line.start..line.first(), " ".repeat(indent));
    }
    mistake
}

fn unclosed_quote(text: &str, at: usize) -> Mistake {
    let line = Line::at(text, at);
    let value = at..(line.start + line.text.trim_end().len()).max(at + 1);
    Mistake::new(Code::UnclosedQuote, at..at + 1).mask(value)
}

fn text_after_quote(text: &str, line: &Line<'_>, at: usize, quote: char) -> Mistake {
    let before = text[line.start..at].matches(quote).count();
    let value = line.value();
    if before % 2 == 1 && !line.slice(&value).starts_with(quote) || before == 1 {
        // The quote that closes here was opened on a line above, and forgotten there.
        let mut above = line.before(text);
        while let Some(candidate) = above {
            let opened = candidate.value();
            if candidate.slice(&opened).starts_with(quote) && candidate.text.matches(quote).count() % 2 == 1 {
                return unclosed_quote(text, opened.start);
            }
            above = candidate.before(text);
        }
    }
    let start = if line.slice(&value).starts_with(quote) { value.start } else { at };
    Mistake::new(Code::TextAfterQuote, at..line.end().max(at)).mask(start..value.end.max(at))
}

/// `[Elan] le projet`: a bracket that belongs to the text.
fn text_after_bracket(value: &str) -> bool {
    let closed = value.strip_prefix('[').and_then(|rest| rest.split_once(']')).map(|(_, rest)| rest);
    let closed = closed
        .or_else(|| value.strip_prefix('{').and_then(|rest| rest.split_once('}')).map(|(_, rest)| rest));
    closed.is_some_and(|rest| rest.trim_start().starts_with(char::is_alphanumeric))
}

/// `{color: #aabbcc}`: a comment that swallows what would close the record.
fn glued_comment(line: &Line<'_>) -> Option<Mistake> {
    let value = line.value();
    let at = line
        .slice(&value)
        .match_indices(" #")
        .map(|(at, _)| at + 1)
        .find(|at| line.slice(&value)[at + 1..].starts_with(char::is_alphanumeric))?;
    let comment = value.start + at..value.end;
    let lost = line.slice(&comment);
    let closing = lost.trim_end_matches(['}', ']']).len();
    let mended = format!("x{}", &lost[closing..]);
    let mut mistake = Mistake::new(Code::HashComment, comment.clone()).mend(comment.clone(), mended);
    mistake.poisoned = Some(comment);
    Some(mistake)
}

fn unclosed_bracket(text: &str, line: &Line<'_>) -> Mistake {
    open_bracket(text, line).unwrap_or_else(|| special_start(line))
}

/// A list between brackets that was opened on this line or above and not closed there.
fn open_bracket(text: &str, line: &Line<'_>) -> Option<Mistake> {
    let mut candidate = Some(line.clone());
    for _ in 0..20 {
        let here = candidate?;
        let value = here.value();
        let shown = here.slice(&value);
        for (open, close) in [('[', ']'), ('{', '}')] {
            if !shown.starts_with(open) {
                continue;
            }
            if let Some(comment) = glued_comment(&here) {
                return Some(comment);
            }
            if !shown.ends_with(close) {
                let mistake = Mistake::new(Code::UnclosedBracket, value.start..value.start + 1);
                return Some(mistake.with("sign", open).with("close", close).mask(value));
            }
        }
        candidate = here.before(text);
    }
    None
}

fn text_after_bar(line: &Line<'_>, at: usize) -> Mistake {
    let value = line.value();
    let sign = line.slice(&value).chars().next().unwrap_or('|');
    let rest = at + 1..value.end.max(at + 1);
    let mut mistake = Mistake::new(Code::TextAfterBar, rest.clone()).with("sign", sign);
    mistake.poisoned = Some(value);
    mistake.mend(rest.clone(), " ".repeat(rest.len()))
}

fn bad_escape(text: &str, at: usize) -> Mistake {
    let known = "0abtnvfre \"/\\N_LPxuU\n";
    let mut from = at;
    while let Some(found) = text[from..].find('\\').map(|n| from + n) {
        let next = text[found + 1..].chars().next();
        if next.is_none_or(|c| !known.contains(c)) {
            let end = found + 1 + next.map_or(0, char::len_utf8);
            return Mistake::new(Code::BadEscape, found..end).mend(found..found + 1, "/");
        }
        from = found + 1 + next.map_or(0, char::len_utf8);
    }
    Mistake::new(Code::BadEscape, at..end_of_char(text, at))
}
