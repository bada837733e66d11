//! The templates, in Tera.

use std::collections::BTreeMap;
use std::io::Write;

use tera::{Context, ErrorKind, Tera};

use crate::problems::{Code, FileId, Place, Problem, Problems};

use super::files::ThemeFiles;

const FOLDER: &str = "templates";

/// The templates of a site theme, compiled.
pub struct Templates {
    tera: Tera,
    files: BTreeMap<String, FileId>,
}

impl Templates {
    /// Compiles the templates. None if one of them has a mistake; it is told.
    pub(super) fn load(files: &ThemeFiles, problems: &mut Problems) -> Option<Self> {
        let mut texts = Vec::new();
        let mut ids = BTreeMap::new();
        for (path, file, _) in files.below(FOLDER) {
            let (_, text) = files.text(&format!("{FOLDER}/{path}"), problems)?;
            texts.push((path.to_owned(), text.to_owned()));
            ids.insert(path.to_owned(), file);
        }
        let mut templates = Self { tera: Tera::default(), files: ids };
        templates.tera.autoescape_on([".html", ".xml"]);
        match templates.tera.add_raw_templates(texts) {
            Ok(()) => Some(templates),
            Err(error) => {
                problems.push(templates.problem(&error));
                None
            }
        }
    }

    /// What every template sees beside its own context.
    pub fn share(&mut self, context: Context) {
        self.tera.global_context().extend(context);
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
                (report.message().to_owned(), file.map(|file| Place::new(*file, range)))
            }
            ErrorKind::CircularExtend { tpl, .. }
            | ErrorKind::CircularInclude { tpl, .. }
            | ErrorKind::MissingParent { current: tpl, .. } => {
                (error.to_string(), self.files.get(tpl).map(|file| Place::whole(*file)))
            }
            _ => (error.to_string(), None),
        };
        Problem::at(Code::BadTemplate, place).with("detail", detail)
    }
}
