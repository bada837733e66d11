//! The command `florilege`: parse the arguments, run, exit.

mod cli;
mod commands;

use std::process::ExitCode;

use clap::Parser as _;

fn main() -> ExitCode {
    commands::run(cli::Cli::parse()).into()
}
