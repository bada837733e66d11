//! `florilege completions`: what a terminal needs to complete the command.

use std::io::Write as _;

use clap_complete::{Shell, generate};

use florilege::problems::Wording;

use crate::cli::command;

use super::Outcome;

/// Prints the script for a shell.
pub(crate) fn run(shell: Shell, wording: &Wording) -> anyhow::Result<Outcome> {
    // Through a buffer: the generator cannot say that a pipe was closed.
    let mut script = Vec::new();
    generate(shell, &mut command(wording), "florilege", &mut script);
    std::io::stdout().write_all(&script)?;
    Ok(Outcome::Done)
}
