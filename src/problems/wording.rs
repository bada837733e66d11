//! The words of problems and of the command line, in French and in English, from Fluent files.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use super::{Arg, Problem};

/// The language in which the editor is spoken to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Speech {
    /// French.
    French,
    /// English.
    English,
}

impl Speech {
    /// The language for a tag such as `fr`, `fr_FR.UTF-8` or `en-GB`; none if it is another one.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        match tag.split(['-', '_', '.']).next()?.to_ascii_lowercase().as_str() {
            "fr" => Some(Self::French),
            "en" => Some(Self::English),
            _ => None,
        }
    }

    /// Its tag.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::French => "fr",
            Self::English => "en",
        }
    }

    fn resources(self) -> (LanguageIdentifier, [&'static str; 7]) {
        let (tag, sources) = match self {
            Self::French => (
                "fr",
                [
                    include_str!("wording/fr.ftl"),
                    include_str!("wording/completeness-fr.ftl"),
                    include_str!("wording/diff-fr.ftl"),
                    include_str!("wording/legal-fr.ftl"),
                    include_str!("wording/pictures-fr.ftl"),
                    include_str!("wording/booklet-fr.ftl"),
                    include_str!("wording/serve-fr.ftl"),
                ],
            ),
            Self::English => (
                "en",
                [
                    include_str!("wording/en.ftl"),
                    include_str!("wording/completeness-en.ftl"),
                    include_str!("wording/diff-en.ftl"),
                    include_str!("wording/legal-en.ftl"),
                    include_str!("wording/pictures-en.ftl"),
                    include_str!("wording/booklet-en.ftl"),
                    include_str!("wording/serve-en.ftl"),
                ],
            ),
        };
        (LanguageIdentifier::from_bytes(tag.as_bytes()).unwrap_or_default(), sources)
    }
}

/// Turns codes and arguments into sentences.
pub struct Wording {
    speech: Speech,
    bundle: FluentBundle<FluentResource>,
}

impl Wording {
    /// The sentences of one language.
    #[must_use]
    pub fn new(speech: Speech) -> Self {
        let (language, sources) = speech.resources();
        let mut bundle = FluentBundle::new_concurrent(vec![language]);
        // The marks that isolate right-to-left words show as boxes in many terminals.
        bundle.set_use_isolating(false);
        for source in sources {
            // A mistake in an embedded file costs the broken sentence alone, and a test finds it.
            let resource = match FluentResource::try_new(source.to_owned()) {
                Ok(resource) | Err((resource, _)) => resource,
            };
            let _ = bundle.add_resource(resource);
        }
        Self { speech, bundle }
    }

    /// The language.
    #[must_use]
    pub fn speech(&self) -> Speech {
        self.speech
    }

    /// What is wrong, in one sentence.
    #[must_use]
    pub fn message(&self, problem: &Problem) -> String {
        self.format(problem.code.id(), None, &problem.args).unwrap_or_else(|| problem.code.id().to_owned())
    }

    /// The few words under the underlined text, if the problem has any.
    #[must_use]
    pub fn label(&self, problem: &Problem) -> Option<String> {
        self.format(problem.code.id(), Some("label"), &problem.args)
    }

    /// The few words under the other place that a problem points at.
    #[must_use]
    pub fn related(&self, problem: &Problem) -> String {
        let own = self.format(problem.code.id(), Some("related"), &problem.args);
        own.unwrap_or_else(|| self.say("related", &[]))
    }

    /// What to do about it.
    #[must_use]
    pub fn remedy(&self, problem: &Problem) -> Option<String> {
        self.format(problem.code.id(), Some("remedy"), &problem.args)
    }

    /// Any other sentence of the command line. The key itself where it has none.
    #[must_use]
    pub fn say(&self, key: &str, args: &[(&'static str, Arg)]) -> String {
        self.format(key, None, args).unwrap_or_else(|| key.to_owned())
    }

    fn format(&self, key: &str, attribute: Option<&str>, args: &[(&'static str, Arg)]) -> Option<String> {
        let message = self.bundle.get_message(key)?;
        let pattern = match attribute {
            None => message.value()?,
            Some(name) => message.get_attribute(name)?.value(),
        };
        let mut values = FluentArgs::new();
        for (name, arg) in args {
            values.set(
                *name,
                match arg {
                    Arg::Text(text) => FluentValue::from(printable(text)),
                    Arg::Count(count) => FluentValue::from(*count),
                    Arg::Lines(lines) => FluentValue::from(lines.join("\n")),
                },
            );
        }
        Some(self.bundle.format_pattern(pattern, Some(&values), &mut Vec::new()).into_owned())
    }
}

/// A text from a file, whose signs must not command the terminal.
#[must_use]
pub fn printable(text: &str) -> String {
    text.replace(char::is_control, "\u{fffd}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problems::Code;

    #[test]
    fn every_code_has_its_sentence_and_its_remedy_in_both_languages() {
        for speech in [Speech::French, Speech::English] {
            for source in speech.resources().1 {
                assert!(FluentResource::try_new(source.to_owned()).is_ok(), "{speech:?} does not parse");
            }
            let wording = Wording::new(speech);
            for code in Code::ALL {
                let message = wording.bundle.get_message(code.id());
                let message = message.unwrap_or_else(|| panic!("{speech:?}: no {}", code.id()));
                assert!(message.value().is_some(), "{speech:?}: {} says nothing", code.id());
                assert!(message.get_attribute("remedy").is_some(), "{speech:?}: {} has no remedy", code.id());
            }
        }
    }

    #[test]
    fn both_languages_have_the_same_keys() {
        let keys = |speech: Speech| {
            let sources = speech.resources().1;
            let mut keys: Vec<&str> = sources
                .into_iter()
                .flat_map(str::lines)
                .filter(|line| line.starts_with(|first: char| first.is_ascii_lowercase()))
                .filter_map(|line| line.split(" =").next())
                .collect();
            keys.sort_unstable();
            keys
        };
        assert_eq!(keys(Speech::French), keys(Speech::English));
    }
}
