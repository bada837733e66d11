//! The commands: one file a verb, each the story of that verb.

#[cfg(feature = "booklet")]
mod booklet;
mod build;
mod check;
mod completeness;
mod completions;
mod diff;
mod init;
mod new;
mod prepare;
mod refused;
mod schema;
mod serve;
mod terminal;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::FromArgMatches as _;
use florilege::output::OutputError;
use florilege::problems::{Speech, Wording};

use crate::cli::{self, Cli, Command};

use terminal::Terminal;

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// Done.
    Done,
    /// Problems in the content.
    Problems,
    /// Wrong usage.
    Usage,
    /// The machine refused: disk, permission.
    Machine,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        Self::from(match outcome {
            Outcome::Done => 0,
            Outcome::Problems => 1,
            Outcome::Usage => 2,
            Outcome::Machine => 3,
        })
    }
}

/// A usage that cannot be, in words.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub(crate) struct UsageError(pub(crate) String);

/// Reads the command line and runs what it asks for.
#[must_use]
pub(crate) fn main(arguments: Vec<OsString>) -> Outcome {
    let wording = Wording::new(terminal::speech_of(&arguments).unwrap_or(Speech::French));
    let matches = cli::command(&wording).try_get_matches_from(arguments);
    match matches.and_then(|matches| Cli::from_arg_matches(&matches)) {
        Ok(cli) => run(cli),
        Err(error) => match cli::explain(&error, &wording) {
            Some(said) => {
                terminal::complain(&said);
                Outcome::Usage
            }
            None if error.use_stderr() => {
                terminal::complain(&error.render().to_string());
                Outcome::Usage
            }
            // Help and version are answers. If nobody reads them, that is no error.
            None => {
                let _ = error.print();
                Outcome::Done
            }
        },
    }
}

/// Runs a command; says what went wrong.
fn run(cli: Cli) -> Outcome {
    let mut terminal = Terminal::new(&cli.common, cli.command.format());
    let done = match cli.command {
        Command::Init(arguments) => init::run(&cli.common, &arguments, &terminal),
        Command::Build(arguments) => build::run(&cli.common, &arguments, &mut terminal),
        Command::Check(arguments) => check::run(&cli.common, &arguments, &mut terminal),
        #[cfg(feature = "booklet")]
        Command::Booklet(arguments) => booklet::run(&cli.common, &arguments, &mut terminal),
        #[cfg(not(feature = "booklet"))]
        Command::Booklet(_) => Err(UsageError(terminal.wording().say("booklet-without", &[])).into()),
        Command::Diff(arguments) => diff::run(&cli.common, &arguments, &mut terminal),
        Command::New(arguments) => new::run(&cli.common, &arguments, &mut terminal),
        Command::Serve(arguments) => serve::run(&cli.common, &arguments, &mut terminal),
        Command::Schema(arguments) => schema::run(&arguments, &terminal),
        Command::Completions { shell } => completions::run(shell, terminal.wording()),
    };
    done.unwrap_or_else(|error| {
        if is_closed_pipe(&error) {
            return Outcome::Done;
        }
        let (outcome, said) = explain(&error, terminal.wording());
        terminal::complain(&said);
        outcome
    })
}

/// Whoever reads what we print may stop reading; that is no error.
fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error.downcast_ref::<std::io::Error>().is_some_and(|error| error.kind() == std::io::ErrorKind::BrokenPipe)
}

fn explain(error: &anyhow::Error, wording: &Wording) -> (Outcome, String) {
    if let Some(UsageError(said)) = error.downcast_ref() {
        return (Outcome::Usage, said.clone());
    }
    match error.downcast_ref::<OutputError>() {
        Some(error) => refused::explain(error, wording),
        None => (Outcome::Machine, wording.say("machine-failed", &[("reason", format!("{error:#}").into())])),
    }
}
