//! Problems, as a browser shows them: with the words of the terminal.

use crate::problems::{Entry, Files, Problems, Report, Wording};
use crate::source::text_of;
use crate::text::escape;

use super::shown::OWN;

/// How many problems are shown: who has more mends some first.
const MOST: usize = 50;

/// Problems as HTML, to stand over a page, or none if there is none; and as a page of their own.
pub(super) fn told(problems: &Problems, files: &Files, wording: &Wording) -> (Option<String>, String) {
    let list = list(problems, files, wording);
    let counts = problems.counts();
    (over(counts, &list, wording), alone(counts, &list, wording))
}

fn over((errors, warnings): (usize, usize), list: &str, wording: &Wording) -> Option<String> {
    (errors + warnings > 0).then(|| {
        let title = say(wording, "serve-problems", &[("errors", errors), ("warnings", warnings)]);
        let close = say(wording, "serve-close", &[]);
        let head = format!("<h2>{title}</h2>");
        let close = format!("<button type=\"button\">{close}</button>");
        let body = if errors > 0 {
            let old = say(wording, "serve-old-page", &[]);
            format!("<div class=\"head\"><div role=\"alert\">{head}<p>{old}</p></div>{close}</div>{list}")
        } else {
            // The page is as new as its file: what only warns waits until somebody asks.
            format!("<details><summary>{title}</summary>{list}</details>{close}")
        };
        let kind = if errors > 0 { "errors" } else { "warnings" };
        let language = wording.speech().tag();
        format!("<section class=\"{kind}\" lang=\"{language}\" aria-label=\"{title}\">{body}</section>")
    })
}

/// A page that shows problems, for when there is no other.
fn alone((errors, warnings): (usize, usize), list: &str, wording: &Wording) -> String {
    let title = say(wording, "serve-problems", &[("errors", errors), ("warnings", warnings)]);
    let wait = say(wording, "serve-no-page", &[]);
    let language = wording.speech().tag();
    format!(
        "<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n\
         <link rel=\"stylesheet\" href=\"{OWN}problems.css\">\n</head>\n\
         <body>\n<main class=\"alone\">\n<h1>{title}</h1>\n<p>{wait}</p>\n{list}</main>\n</body>\n</html>\n"
    )
}

fn list(problems: &Problems, files: &Files, wording: &Wording) -> String {
    let mut sorted = problems.sorted(files);
    // What stops the page comes first; the sort is stable.
    sorted.sort_by_key(|problem| !problem.is_error());
    let more = sorted.len().saturating_sub(MOST);
    sorted.truncate(MOST);
    let report = Report::new(wording, files, &sorted, |file| text_of(files, file));
    let items: String = report.entries(&sorted).iter().map(|entry| item(entry, wording)).collect();
    let more = if more > 0 { say(wording, "serve-more", &[("more", more)]) } else { String::new() };
    let more = if more.is_empty() { more } else { format!("<p>{more}</p>\n") };
    format!("<ol>\n{items}</ol>\n{more}")
}

fn item(entry: &Entry<'_>, wording: &Wording) -> String {
    let mut item = format!("<li class=\"{}\">\n", entry.severity);
    if let Some(file) = entry.file {
        item.push_str("<p class=\"place\"><code>");
        escape(file, &mut item);
        item.push_str("</code>");
        if let Some(start) = entry.start {
            item.push_str(&say(wording, "serve-line", &[("line", start.line)]));
        }
        item.push_str("</p>\n");
    }
    item.push_str(&format!("<p><strong>{}{}</strong> ", say(wording, entry.severity, &[]), colon(wording)));
    escape(&entry.message, &mut item);
    item.push_str("</p>\n");
    if let Some(remedy) = &entry.remedy {
        item.push_str("<p class=\"remedy\">");
        escape(remedy, &mut item);
        item.push_str("</p>\n");
    }
    item + "</li>\n"
}

fn colon(wording: &Wording) -> String {
    say(wording, "serve-colon", &[])
}

/// A sentence, ready for HTML.
fn say(wording: &Wording, key: &str, counts: &[(&'static str, usize)]) -> String {
    let counts: Vec<_> = counts.iter().map(|(name, count)| (*name, (*count).into())).collect();
    let mut said = String::new();
    escape(&wording.say(key, &counts), &mut said);
    said
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problems::{Code, Place, Problem, Speech};

    #[test]
    fn what_files_hold_is_escaped() {
        let mut files = Files::default();
        let place = Place::whole(files.add("content/initiatives/<b>.yaml"));
        let mut problems = Problems::default();
        problems.push(Problem::at(Code::UnknownTheme, place).with("value", "<script>\"&"));
        for html in [
            told(&problems, &files, &Wording::new(Speech::French)).0.unwrap(),
            told(&problems, &files, &Wording::new(Speech::English)).1,
        ] {
            assert!(!html.contains("<b>") && !html.contains("<script>\""), "{html}");
            assert!(html.contains("&lt;b&gt;.yaml") && html.contains("&lt;script&gt;"), "{html}");
        }
    }

    #[test]
    fn nothing_wrong_is_nothing_told() {
        let wording = Wording::new(Speech::French);
        assert_eq!(told(&Problems::default(), &Files::default(), &wording).0, None);
    }

    #[test]
    fn of_many_problems_the_first_are_shown() {
        let mut problems = Problems::default();
        let mut files = Files::default();
        for number in 0..60 {
            problems.push(Problem::at(Code::EmptyFile, Place::whole(files.add(format!("{number}.yaml")))));
        }
        let html = told(&problems, &files, &Wording::new(Speech::English)).0.unwrap();
        assert_eq!(html.matches("<li").count(), MOST);
        assert!(html.contains("10"), "{html}");
    }
}
