//! The command `florilege`: parse the arguments, run, exit.

mod cli;
mod commands;

use std::process::ExitCode;

/// A build makes and drops millions of short texts on all cores at once.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    commands::main(std::env::args_os().collect()).into()
}
