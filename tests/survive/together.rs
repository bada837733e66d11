//! Several builds at once.

use std::fs;
use std::io::{BufRead, BufReader};
use std::thread;

use crate::round::{built, must_be, must_complete, rounds, sites, start, write_version};

/// A build that holds the folder is killed while another waits for it: the other one goes on.
#[test]
fn one_is_killed_while_the_other_waits() {
    let (sites, catalogue) = (sites(), built());
    let state = catalogue.path("public/.florilege");
    let stages = || fs::read_dir(&state).unwrap().filter(|entry| is_stage(entry.as_ref().unwrap())).count();
    let (mut waited, rounds) = (0, rounds(3));
    for round in 0..rounds {
        let version = 1 - round % 2;
        write_version(&catalogue, version);
        let mut first = start(&catalogue);
        while stages() == 0 && first.try_wait().unwrap().is_none() {}
        // Held where it stands, as by a machine that is busy.
        pause(&first);
        let mut second = start(&catalogue);
        let said = BufReader::new(second.stderr.take().unwrap()).lines().next();
        first.kill().unwrap();
        first.wait().unwrap();
        assert!(second.wait().unwrap().success());
        if let Some(said) = said {
            assert!(said.unwrap().starts_with("Une autre construction écrit dans"));
            waited += 1;
        }
        must_be(&catalogue, &sites[version]);
    }
    println!("one is killed while the other waits: {rounds} rounds, {waited} of them waited");
    assert!(waited > 0);
}

fn is_stage(entry: &fs::DirEntry) -> bool {
    entry.file_name().to_string_lossy().starts_with("stage")
}

/// Stops a process without ending it, where the system can.
fn pause(process: &std::process::Child) {
    #[cfg(unix)]
    {
        use nix::sys::signal::{Signal, kill};
        let id = nix::unistd::Pid::from_raw(i32::try_from(process.id()).unwrap());
        kill(id, Signal::SIGSTOP).unwrap();
    }
    #[cfg(not(unix))]
    let _ = process;
}

/// Builds of one catalogue at the same instant, while it changes from one version to the other.
#[test]
fn several_at_once() {
    let (sites, catalogue) = (sites(), built());
    let rounds = rounds(3);
    for round in 0..rounds {
        let version = 1 - round % 2;
        write_version(&catalogue, version);
        let builds: Vec<_> = (0..3).map(|_| start(&catalogue)).collect();
        let ended = builds.into_iter().map(|build| thread::spawn(move || build.wait_with_output().unwrap()));
        for build in ended.collect::<Vec<_>>() {
            let ended = build.join().unwrap();
            assert!(ended.status.success(), "{}", String::from_utf8_lossy(&ended.stderr));
        }
        must_be(&catalogue, &sites[version]);
        must_complete(&catalogue, &sites, version);
    }
    println!("several at once: {rounds} rounds of 3 builds");
}

/// The folder is taken away from a build, and made again by another one: the first says so, and
/// leaves the second alone.
#[cfg(unix)]
#[test]
fn one_makes_the_folder_that_the_other_lost() {
    let (sites, catalogue) = (sites(), built());
    let (public, moved) = (catalogue.path("public"), catalogue.path("ailleurs"));
    let (mut told, rounds) = (0, rounds(3));
    for round in 0..rounds {
        let version = 1 - round % 2;
        write_version(&catalogue, version);
        let mut first = start(&catalogue);
        let state = catalogue.path("public/.florilege");
        let stages =
            || fs::read_dir(&state).unwrap().filter(|entry| is_stage(entry.as_ref().unwrap())).count();
        while stages() == 0 && first.try_wait().unwrap().is_none() {}
        pause(&first);
        fs::rename(&public, &moved).unwrap();
        let second = start(&catalogue);
        resume(&first);
        let (first, second) = (first.wait_with_output().unwrap(), second.wait_with_output().unwrap());
        assert!(second.status.success(), "{}", String::from_utf8_lossy(&second.stderr));
        crate::catalogue::Site::read(&public).must_be(&sites[version]);
        if !first.status.success() {
            let said = String::from_utf8(first.stderr).unwrap();
            assert!(said.contains("a été supprimé ou déplacé pendant la construction"), "{said}");
            told += 1;
        }
        fs::remove_dir_all(&public).unwrap();
        fs::rename(&moved, &public).unwrap();
        must_complete(&catalogue, &sites, version);
    }
    println!("one makes the folder that the other lost: {rounds} rounds, {told} of them told");
    assert!(told > 0);
}

/// Lets a process go on that was stopped.
#[cfg(unix)]
fn resume(process: &std::process::Child) {
    use nix::sys::signal::{Signal, kill};
    let id = nix::unistd::Pid::from_raw(i32::try_from(process.id()).unwrap());
    kill(id, Signal::SIGCONT).unwrap();
}
