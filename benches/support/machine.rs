//! What the machine tells: the time and the peak memory of a process, the room of a folder.

use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, bail};

/// What one process took.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Cost {
    /// From its start until it was gone.
    pub(crate) time: Duration,
    /// What its threads took together, in the program and in the system; none where that is not said.
    pub(crate) cpu: Option<Duration>,
    /// The most memory that it held at once, in bytes; none where the system does not say.
    pub(crate) peak: Option<u64>,
}

/// Runs a program that must succeed, and measures it.
///
/// Unix tells the peak of all children that a process waited for, taken together. So each program gets a
/// parent of its own: this benchmark, started once more with `--measure`. It is small, and its own peak
/// (some 3 MB, which the system counts for the child until it becomes another program) never matters.
pub(crate) fn measure(program: &Path, arguments: &[&str]) -> anyhow::Result<Cost> {
    let output = Command::new(std::env::current_exe()?)
        .arg("--measure")
        .arg(program)
        .args(arguments)
        .stderr(Stdio::inherit())
        .output()?;
    if !output.status.success() {
        bail!("{} {} failed", program.display(), arguments.join(" "));
    }
    let said = String::from_utf8(output.stdout)?;
    let mut words = said.split_whitespace();
    let mut next = || words.next().context("the measuring process said nothing");
    let time = Duration::from_nanos(next()?.parse()?);
    let cpu = next()?.parse().ok().map(Duration::from_nanos);
    Ok(Cost { time, cpu, peak: next()?.parse().ok() })
}

/// The other side of [`measure`]: runs the program, and tells nanoseconds, those of all threads, and bytes.
pub(crate) fn measured(command: &[OsString]) -> anyhow::Result<String> {
    let [program, arguments @ ..] = command else { bail!("--measure wants a program") };
    let start = Instant::now();
    let status = Command::new(program).args(arguments).stdin(Stdio::null()).stdout(Stdio::null()).status()?;
    let time = start.elapsed();
    if !status.success() {
        bail!("{status}");
    }
    let (cpu, peak) = usage_of_children().unzip();
    let figures = [Some(time.as_nanos()), cpu.map(|cpu| cpu.as_nanos()), peak.map(u128::from)];
    Ok(figures.map(|figure| figure.map_or_else(|| "-".to_owned(), |figure| figure.to_string())).join(" "))
}

#[cfg(unix)]
fn usage_of_children() -> Option<(Duration, u64)> {
    use nix::sys::resource::{UsageWho, getrusage};
    use nix::sys::time::TimeValLike;
    // macOS counts bytes, all others kibibytes.
    let unit = if cfg!(target_vendor = "apple") { 1 } else { 1024 };
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN).ok()?;
    let cpu = usage.user_time() + usage.system_time();
    let cpu = Duration::from_micros(u64::try_from(cpu.num_microseconds()).ok()?);
    u64::try_from(usage.max_rss()).ok().map(|peak| (cpu, peak * unit))
}

#[cfg(not(unix))]
fn usage_of_children() -> Option<(Duration, u64)> {
    None
}

/// The time that the system's own `cp -r` takes; none where there is no such program.
pub(crate) fn time_of_cp(from: &Path, to: &Path) -> Option<Duration> {
    let start = Instant::now();
    let done = Command::new("cp").arg("-r").arg(from).arg(to).stderr(Stdio::null()).status();
    done.is_ok_and(|status| status.success()).then(|| start.elapsed())
}

/// Where to build: in memory if the machine has a file system there with that much room. Says which.
pub(crate) fn working_folder(
    asked: Option<PathBuf>,
    room: u64,
) -> io::Result<(tempfile::TempDir, &'static str)> {
    let memory = Path::new("/dev/shm");
    let (folder, kind) = match asked {
        Some(folder) => (folder, "as asked"),
        None if memory.is_dir() && room_of(memory) >= room => (memory.to_owned(), "a memory file system"),
        None => (std::env::temp_dir(), "the folder for temporary files, perhaps a disk"),
    };
    let folder = tempfile::Builder::new().prefix("florilege-bench-").tempdir_in(folder)?;
    Ok((folder, kind))
}

#[cfg(unix)]
fn room_of(folder: &Path) -> u64 {
    nix::sys::statvfs::statvfs(folder).map_or(0, |about| {
        // Their width differs between systems.
        #[allow(clippy::useless_conversion, clippy::unnecessary_cast)]
        let room = about.blocks_available() as u64 * about.fragment_size() as u64;
        room
    })
}

#[cfg(not(unix))]
fn room_of(_: &Path) -> u64 {
    0
}
