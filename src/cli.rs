//! The command line, declared with clap. Its words stand in the wording's files, under `cli-…`.

use std::path::PathBuf;

use clap::builder::PossibleValue;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{ArgAction, Args, CommandFactory as _, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use florilege::problems::{Speech, Wording};

/// The whole command line.
#[derive(Debug, Parser)]
#[command(name = "florilege", version, disable_help_flag = true, disable_version_flag = true)]
#[command(disable_help_subcommand = true, subcommand_required = true, arg_required_else_help = true)]
pub(crate) struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub(crate) command: Command,
    /// What all commands understand.
    #[command(flatten)]
    pub(crate) common: Common,
}

/// What all commands understand.
#[derive(Debug, Args)]
pub(crate) struct Common {
    #[arg(long, global = true, default_value = ".")]
    pub(crate) root: PathBuf,
    #[arg(long, global = true)]
    pub(crate) lang: Option<Lang>,
    #[arg(long, short, global = true)]
    pub(crate) quiet: bool,
    #[arg(long, short, global = true, action = ArgAction::Help)]
    help: Option<bool>,
    #[arg(long, short = 'V', action = ArgAction::Version)]
    version: Option<bool>,
}

/// A language for messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Lang(pub(crate) Speech);

impl ValueEnum for Lang {
    fn value_variants<'a>() -> &'a [Self] {
        &[Self(Speech::French), Self(Speech::English)]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(match self.0 {
            Speech::French => "fr",
            Speech::English => "en",
        }))
    }
}

/// How a command tells what is wrong. Not all commands ask: for a booklet, the format is that of its pages.
#[derive(Debug, Clone, Copy, Args)]
pub(crate) struct Messages {
    #[arg(long, default_value = "human")]
    pub(crate) format: ReportFormat,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum ReportFormat {
    #[default]
    Human,
    Json,
    Github,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Init(Init),
    Build(Build),
    Check(Check),
    Serve(Serve),
    Booklet(Booklet),
    Diff(Diff),
    New(New),
    Schema(Schema),
    Completions { shell: Shell },
}

impl Command {
    /// The form of its messages.
    pub(crate) fn format(&self) -> ReportFormat {
        match self {
            Self::Init(Init { messages, .. })
            | Self::Build(Build { messages, .. })
            | Self::Check(Check { messages, .. })
            | Self::Serve(Serve { messages, .. })
            | Self::New(New { messages, .. })
            | Self::Diff(Diff { messages, .. }) => messages.format,
            Self::Booklet(_) | Self::Schema(_) | Self::Completions { .. } => ReportFormat::default(),
        }
    }
}

#[derive(Debug, Args)]
pub(crate) struct Init {
    pub(crate) dir: PathBuf,
    #[command(flatten)]
    pub(crate) messages: Messages,
}

#[derive(Debug, Args)]
pub(crate) struct Build {
    #[arg(long)]
    pub(crate) out: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) base_url: BaseUrl,
    #[arg(long)]
    pub(crate) strict: bool,
    #[command(flatten)]
    pub(crate) messages: Messages,
}

#[derive(Debug, Args)]
pub(crate) struct Check {
    #[command(flatten)]
    pub(crate) base_url: BaseUrl,
    #[arg(long)]
    pub(crate) strict: bool,
    #[arg(long)]
    pub(crate) report: bool,
    #[arg(long, requires = "report")]
    pub(crate) on: Option<String>,
    #[command(flatten)]
    pub(crate) messages: Messages,
}

#[derive(Debug, Args)]
pub(crate) struct Serve {
    #[arg(long)]
    pub(crate) port: Option<u16>,
    #[arg(long = "open", id = "serve_open")]
    pub(crate) open: bool,
    #[arg(long)]
    pub(crate) lan: bool,
    #[command(flatten)]
    pub(crate) messages: Messages,
}

#[derive(Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a wish of its own")]
pub(crate) struct Booklet {
    pub(crate) forum: Option<String>,
    #[arg(long = "format", id = "paper", value_name = "FORMAT", default_value = "a5")]
    pub(crate) paper: PaperSize,
    #[arg(long)]
    pub(crate) order: Option<Order>,
    #[arg(long, conflicts_with = "marks")]
    pub(crate) impose: bool,
    #[arg(long)]
    pub(crate) marks: bool,
    #[arg(long)]
    pub(crate) draft: bool,
    #[arg(long)]
    pub(crate) fit: bool,
    #[arg(long)]
    pub(crate) stand_signs: bool,
    #[arg(long, value_name = "ID", conflicts_with = "stand_signs")]
    pub(crate) proof: Option<String>,
    #[arg(long)]
    pub(crate) open: bool,
    #[arg(long = "out", id = "booklet_out")]
    pub(crate) out: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) base_url: BaseUrl,
}

/// A size of pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum PaperSize {
    A5,
    A4,
}

/// An order of sheets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Order {
    Theme,
    Pilot,
}

#[derive(Debug, Args)]
pub(crate) struct BaseUrl {
    #[arg(long)]
    pub(crate) base_url: Option<String>,
}

/// Two sites, or one moment: what the catalogue was then is compared with what it is now.
#[derive(Debug, Args)]
pub(crate) struct Diff {
    #[arg(value_name = "OLD_OUTPUT", display_order = 1)]
    #[arg(required_unless_present = "since", conflicts_with = "since")]
    pub(crate) old: Option<PathBuf>,
    #[arg(value_name = "NEW_OUTPUT", display_order = 2)]
    #[arg(required_unless_present = "since", conflicts_with = "since")]
    pub(crate) new: Option<PathBuf>,
    #[arg(long, value_name = "REVISION")]
    pub(crate) since: Option<String>,
    #[arg(long, value_name = "ID")]
    pub(crate) page: Option<String>,
    #[command(flatten)]
    pub(crate) messages: Messages,
}

#[derive(Debug, Args)]
pub(crate) struct New {
    pub(crate) id: String,
    #[arg(long)]
    pub(crate) theme: Option<String>,
    #[command(flatten)]
    pub(crate) messages: Messages,
}

#[derive(Debug, Args)]
pub(crate) struct Schema {
    #[arg(default_value = "sheet")]
    pub(crate) record: SchemaOf,
}

/// What a schema describes.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum SchemaOf {
    Sheet,
    Settings,
    Forum,
    Page,
    Source,
}

/// The command line, in the words of one language.
#[must_use]
pub(crate) fn command(wording: &Wording) -> clap::Command {
    let template = format!(
        "{{about}}\n\n{} {{usage}}\n\n{{all-args}}{{after-help}}",
        wording.say("cli-heading-usage", &[])
    );
    localise(Cli::command(), wording, &template).after_help(wording.say("cli-after", &[]))
}

fn localise(command: clap::Command, wording: &Wording, template: &str) -> clap::Command {
    let about = wording.say(&format!("cli-{}", command.get_name()), &[]);
    let options = wording.say("cli-heading-options", &[]);
    let arguments = wording.say("cli-heading-arguments", &[]);
    command
        .about(about)
        .help_template(template.to_owned())
        .subcommand_help_heading(wording.say("cli-heading-commands", &[]))
        .subcommand_value_name(wording.say("cli-value-command", &[]).to_uppercase())
        .mut_args(|arg| {
            let heading = if arg.is_positional() { &arguments } else { &options };
            let help = wording.say(&format!("cli-arg-{}", arg.get_id()), &[]);
            // The words themselves say which values are possible.
            let hides = arg.get_action().takes_values();
            let arg = arg.help(help).help_heading(heading.clone());
            if hides { arg.hide_possible_values(true) } else { arg }
        })
        .mut_subcommands(|inner| localise(inner, wording, template))
}

/// What is wrong with a command line, in the words of one language, where it is one of the usual
/// mistakes; none for what is no mistake, such as a request for help.
#[must_use]
pub(crate) fn explain(error: &clap::Error, wording: &Wording) -> Option<String> {
    let text = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    };
    let (key, typed) = match error.kind() {
        ErrorKind::InvalidSubcommand => ("usage-command", text(ContextKind::InvalidSubcommand)),
        ErrorKind::UnknownArgument => ("usage-argument", text(ContextKind::InvalidArg)),
        ErrorKind::InvalidValue if text(ContextKind::InvalidValue).is_empty() => {
            ("usage-missing", text(ContextKind::InvalidArg))
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            ("usage-value", text(ContextKind::InvalidValue))
        }
        ErrorKind::MissingRequiredArgument if text(ContextKind::InvalidArg) == "--report" => {
            ("usage-on-alone", String::new())
        }
        ErrorKind::MissingRequiredArgument => ("usage-missing", text(ContextKind::InvalidArg)),
        _ => return None,
    };
    let near = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::ValidValue];
    let near = near.into_iter().map(text).find(|near| !near.is_empty()).unwrap_or_else(|| "none".to_owned());
    Some(wording.say(key, &[("typed", typed.into()), ("near", near.into())]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_and_option_has_its_words() {
        for speech in [Speech::French, Speech::English] {
            let mut whole = command(&Wording::new(speech));
            whole.build();
            for part in std::iter::once(&whole).chain(whole.get_subcommands()) {
                let help = part.clone().render_long_help().to_string();
                assert!(!help.contains("cli-"), "{speech:?}: {help}");
            }
        }
    }
}
