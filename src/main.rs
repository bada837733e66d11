//! The command `florilege`: parse the arguments, run, exit.

mod cli;
mod commands;

use std::process::ExitCode;

fn main() -> ExitCode {
    commands::main(std::env::args_os().collect()).into()
}
