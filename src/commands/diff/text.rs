//! What changed, as a text to be pasted into a mail.

use florilege::catalogue::{Change, Gone, SheetTrace};
use florilege::problems::printable;

use super::{Telling, address, name};

/// What changed, or that nothing did.
pub(super) fn text(telling: &Telling<'_>) -> String {
    let news = &telling.news;
    if news.is_empty() {
        return telling.headline("diff-nothing") + "\n";
    }
    let mut text = format!("{}\n{}.\n", telling.headline("diff-title"), telling.counts());
    let mut add = |key: &str, entries: Vec<String>| {
        if !entries.is_empty() {
            let heading = telling.say(key);
            let line = "-".repeat(heading.chars().count());
            text.push_str(&format!("\n{heading}\n{line}\n{}", entries.concat()));
        }
    };
    add("diff-heading-new", news.new.iter().map(|sheet| new(sheet, telling)).collect());
    add("diff-heading-changed", news.changed.iter().map(|change| changed(change, telling)).collect());
    add("diff-heading-gone", news.gone.iter().map(|sheet| gone(sheet, telling)).collect());
    text
}

fn new(sheet: &SheetTrace, telling: &Telling<'_>) -> String {
    let theme = telling.wording.say("diff-theme", &[("theme", sheet.theme.as_str().into())]);
    entry(&name(sheet), [Some(theme), address(telling.edition, sheet)])
}

fn changed(change: &Change<'_>, telling: &Telling<'_>) -> String {
    let fields = (!change.fields.is_empty())
        .then(|| telling.wording.say("diff-fields", &[("fields", telling.fields(&change.fields).into())]));
    let moved = change.previous_id.map(|_| telling.say("diff-moved"));
    entry(&name(change.sheet), [fields, moved, address(telling.edition, change.sheet)])
}

fn gone(gone: &Gone<'_>, telling: &Telling<'_>) -> String {
    let into = gone.into.map(|sheet| telling.wording.say("diff-into", &[("sheet", name(sheet).into())]));
    let address = gone.into.and_then(|sheet| address(telling.edition, sheet));
    entry(&name(gone.sheet), [into, address])
}

/// A sheet, and a line for each thing that is said of it. No line is broken, so that addresses can be
/// followed.
fn entry<const N: usize>(name: &str, lines: [Option<String>; N]) -> String {
    let first = format!("\n{}\n", printable(name));
    lines.into_iter().flatten().fold(first, |text, line| format!("{text}  {}\n", printable(&line)))
}
