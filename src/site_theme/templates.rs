//! The templates, in Tera.

use std::collections::BTreeMap;
use std::io::Write;
use std::sync::Arc;

use tera::{Context, ErrorKind, Tera};

use crate::problems::{Code, FileId, Place, Problem, Problems};
use crate::record::closest;
use crate::text::Language;

use super::files::ThemeFiles;

const FOLDER: &str = "templates";

/// Templates that hold whole texts: each language has its own folder below this one.
const TEXTS: &str = "legal/";

/// The language of the texts that the catalogue's own language lacks.
const FALLBACK: &str = "en";

/// The names of templates, with their paths. A text goes by its name without the language: that of
/// the catalogue's language, or the fallback where it has none.
fn names<'p>(paths: impl Iterator<Item = &'p str>, language: &str) -> BTreeMap<String, &'p str> {
    let mut names = BTreeMap::new();
    for path in paths {
        let text = path.strip_prefix(TEXTS).and_then(|rest| rest.split_once('/'));
        match text {
            None => {
                names.insert(path.to_owned(), path);
            }
            Some((its, name)) if its == language => {
                names.insert(format!("{TEXTS}{name}"), path);
            }
            Some((FALLBACK, name)) => {
                names.entry(format!("{TEXTS}{name}")).or_insert(path);
            }
            Some(_) => {}
        }
    }
    names
}

/// The templates of a site theme, compiled.
#[derive(Clone)]
pub struct Templates {
    tera: Tera,
    /// The templates' files, and their texts.
    files: Arc<BTreeMap<String, (FileId, String)>>,
}

impl Templates {
    /// Compiles the templates. None if one of them has a mistake; it is told.
    pub(super) fn load(files: &ThemeFiles, language: &Language, problems: &mut Problems) -> Option<Self> {
        let mut ids = BTreeMap::new();
        let names = names(files.below(FOLDER).map(|(path, _, _)| path), language.base());
        for (name, path) in names {
            let (file, text) = files.text(&format!("{FOLDER}/{path}"), problems)?;
            ids.insert(name, (file, text.to_owned()));
        }
        let texts: Vec<(String, String)> =
            ids.iter().map(|(path, (_, text))| (path.clone(), text.clone())).collect();
        let mut templates = Self { tera: Tera::default(), files: Arc::new(ids) };
        templates.tera.autoescape_on([".html", ".xml"]);
        match templates.tera.add_raw_templates(texts) {
            Ok(()) => Some(templates),
            Err(error) => {
                problems.push(templates.problem(&error));
                None
            }
        }
    }

    /// The same templates, with what all of them see beside their own context.
    #[must_use]
    pub(crate) fn sharing(&self, context: Context) -> Self {
        let mut templates = self.clone();
        *templates.tera.global_context() = context;
        templates
    }

    /// Renders a template.
    ///
    /// # Errors
    ///
    /// A mistake in the template, with its place.
    pub fn render(&self, template: &str, context: &Context, to: &mut impl Write) -> Result<(), Problem> {
        self.tera.render_to(template, context, to).map_err(|error| self.problem(&error))
    }

    fn problem(&self, error: &tera::Error) -> Problem {
        let (detail, place) = match error.kind() {
            ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
                let file = self.files.get(report.filename());
                let range = report.span().range.clone();
                let range = range.start..range.end.max(range.start + 1);
                (near_names(report.message()), file.map(|(file, _)| Place::new(*file, range)))
            }
            ErrorKind::CircularExtend { tpl, .. }
            | ErrorKind::CircularInclude { tpl, .. }
            | ErrorKind::MissingParent { current: tpl, .. } => {
                (error.to_string(), self.files.get(tpl).map(|(file, _)| Place::whole(*file)))
            }
            _ => self.place_in_report(&error.to_string()),
        };
        Problem::at(Code::BadTemplate, place).with("detail", detail)
    }

    /// Some mistakes come as a whole report for a terminal: its first line says what, its second
    /// where, as `--> FILE:LINE:COLUMN`.
    fn place_in_report(&self, report: &str) -> (String, Option<Place>) {
        let detail = report.lines().next().unwrap_or_default();
        let detail = detail.strip_prefix("error: ").unwrap_or(detail).to_owned();
        let place = report.lines().find_map(|line| {
            let mut parts = line.trim().strip_prefix("--> ")?.rsplitn(3, ':');
            let column: usize = parts.next()?.parse().ok()?;
            let line: usize = parts.next()?.parse().ok()?;
            let (file, text) = self.files.get(parts.next()?)?;
            let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
            let shown = text.get(start..)?.lines().next()?;
            let skipped = shown.char_indices().nth(column.saturating_sub(1)).map_or(0, |(at, _)| at);
            Some(Place::new(*file, start + skipped..start + shown.len()))
        });
        (detail, place)
    }
}

/// Tera lists all names that there are behind the one that is not: of a hundred labels, the nearest
/// is enough.
fn near_names(message: &str) -> String {
    const LISTED: &str = " Available fields: ";
    const SHORT: usize = 12;
    let Some((said, names)) = message.split_once(LISTED) else {
        return message.to_owned();
    };
    let said = said.trim_end_matches('.');
    let names: Vec<&str> = names.trim_end_matches('.').split(", ").collect();
    let typed = said.split('`').nth(1).unwrap_or_default();
    match closest(typed, names.iter().copied()) {
        _ if names.len() <= SHORT => message.to_owned(),
        Some(near) => format!("{said} (did you mean `{near}`?)"),
        None => said.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_those_of_the_language_or_else_english() {
        let paths = ["base.html", "legal/en/a.html", "legal/en/b.html", "legal/fr/a.html", "legal/la/a.html"];
        let found = |language| names(paths.into_iter(), language).into_values().collect::<Vec<_>>();
        assert_eq!(found("fr"), ["base.html", "legal/fr/a.html", "legal/en/b.html"]);
        assert_eq!(found("la"), ["base.html", "legal/la/a.html", "legal/en/b.html"]);
        assert_eq!(found("de"), ["base.html", "legal/en/a.html", "legal/en/b.html"]);
    }
}
