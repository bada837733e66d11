//! What the editor reads: problems, and the line that ends a command.

use std::ffi::OsString;
use std::io::{IsTerminal as _, Write as _};
use std::path::Path;

use florilege::problems::{Arg, Files, Format, Problem, Problems, Report, Speech, Wording};
use florilege::source::text_of;

use crate::cli::{Common, Lang, ReportFormat};

/// Speaks to the editor, in their language.
pub(crate) struct Terminal {
    wording: Wording,
    format: Format,
    quiet: bool,
    is_settled: bool,
}

impl Terminal {
    /// Speaks as the command line asks: in the language of `--lang`, else of the system.
    #[must_use]
    pub(crate) fn new(common: &Common, format: ReportFormat) -> Self {
        let speech = common.lang.map(|Lang(speech)| speech).or_else(system_speech);
        let format = match format {
            ReportFormat::Human => Format::Human { colour: shows_colours() },
            ReportFormat::Json => Format::Json,
            ReportFormat::Github => Format::Github,
        };
        Self {
            wording: Wording::new(speech.unwrap_or(Speech::French)),
            format,
            quiet: common.quiet,
            is_settled: speech.is_some(),
        }
    }

    /// The catalogue's language, for an editor whose system speaks neither of ours.
    pub(crate) fn settle(&mut self, catalogue_language: &str) {
        if !self.is_settled
            && let Some(speech) = Speech::from_tag(catalogue_language)
        {
            self.wording = Wording::new(speech);
        }
    }

    /// The words.
    #[must_use]
    pub(crate) fn wording(&self) -> &Wording {
        &self.wording
    }

    /// How the editor, or a program in their place, reads.
    #[must_use]
    pub(crate) fn format(&self) -> Format {
        self.format
    }

    /// The report of problems in their order.
    #[must_use]
    pub(crate) fn report<'a>(&'a self, sorted: &[&Problem], files: &'a Files) -> Report<'a> {
        Report::new(&self.wording, files, sorted, |file| text_of(files, file))
    }

    /// Shows the problems of a run: to people on standard error, to programs on standard output.
    pub(crate) fn show(&self, problems: &Problems, files: &Files) -> std::io::Result<()> {
        let sorted = problems.sorted(files);
        let text = self.report(&sorted, files).render(&sorted, self.format);
        match self.format {
            Format::Human { .. } if text.is_empty() => Ok(()),
            Format::Human { .. } => writeln!(std::io::stderr(), "{text}"),
            Format::Json | Format::Github => std::io::stdout().write_all(text.as_bytes()),
        }
    }

    /// Says how a command ended, unless it should be quiet; programs read problems alone.
    pub(crate) fn conclude(&self, key: &str, args: &[(&'static str, Arg)]) -> std::io::Result<()> {
        if self.quiet || self.format == Format::Json {
            return Ok(());
        }
        writeln!(std::io::stdout(), "{}", self.wording.say(key, args))
    }

    /// Says that something stopped the command.
    pub(crate) fn stop(&self, key: &str, args: &[(&'static str, Arg)]) {
        if self.format != Format::Json {
            complain(&self.wording.say(key, args));
        }
    }
}

/// The language of the system, if it is one of ours.
fn system_speech() -> Option<Speech> {
    sys_locale::get_locale().as_deref().and_then(Speech::from_tag)
}

/// The language in which to speak of a command line that may itself be wrong.
pub(crate) fn speech_of(arguments: &[OsString]) -> Option<Speech> {
    let words = || arguments.iter().filter_map(|word| word.to_str());
    let joined = words().find_map(|word| word.strip_prefix("--lang="));
    let asked = joined.or_else(|| words().skip_while(|word| *word != "--lang").nth(1));
    asked.and_then(Speech::from_tag).or_else(system_speech)
}

/// Says something on standard error. If even that fails, nobody is listening.
pub(crate) fn complain(text: &str) {
    let _ = writeln!(std::io::stderr(), "{text}");
}

/// Colours are for terminals, and not for those who said no (no-color.org).
#[expect(clippy::disallowed_methods, reason = "how to speak to a terminal is asked of its environment")]
fn shows_colours() -> bool {
    std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
}

/// A path as messages show it.
#[must_use]
pub(crate) fn shown(path: &Path) -> String {
    path.display().to_string()
}

/// A duration as messages show it: tenths of a second, or milliseconds below one.
#[must_use]
pub(crate) fn duration(elapsed: std::time::Duration, speech: Speech) -> String {
    let seconds = elapsed.as_secs_f64();
    let text = if seconds < 1.0 { format!("{} ms", elapsed.as_millis()) } else { format!("{seconds:.1} s") };
    if speech == Speech::French { text.replace('.', ",") } else { text }
}
