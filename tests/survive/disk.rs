//! A disk that is full, that may not be written to, that takes no large file. The disks are small
//! file systems in memory, mounted in a namespace of the test's own: where the system lets nobody
//! make one, the test says that it was skipped.

use std::fs;
use std::process::{Command, Output};

use crate::catalogue::{Catalogue, Run, Site, program};
use crate::round::{Dice, built, must_be, must_be_whole, rounds, sites, write_version};

/// What a file takes on such a disk is counted in pages.
const PAGE: u64 = 4096;

/// Runs a script where `disk` is a file system of its own, if the system allows it. `$BUILD` builds
/// into it; what it said is in `said`.
fn on_a_disk(catalogue: &Catalogue, options: &str, script: &str) -> Option<Output> {
    fs::create_dir_all(catalogue.path("disk")).unwrap();
    let run = |script: &str| {
        let mut shell = Command::new("unshare");
        shell.args(["--map-root-user", "--mount", "sh", "-euc", script]);
        shell.current_dir(catalogue.path(".")).env("FLORILEGE", program()).env("OPTIONS", options);
        shell.env("BUILD", "eval \"$FLORILEGE\" build --quiet --lang fr --out disk/public").output()
    };
    let mount = "mount -t tmpfs -o \"$OPTIONS\" tmpfs disk\n";
    if !run(mount).is_ok_and(|tried| tried.status.success()) {
        println!("skipped: this system lets the test mount no disk of its own");
        return None;
    }
    let output = run(&[mount, script].concat()).unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Some(output)
}

/// What a build on the disk said, and how it ended.
fn ran(catalogue: &Catalogue) -> Run {
    let read = |name: &str| fs::read_to_string(catalogue.path(name)).unwrap();
    Run { code: read("code").trim().parse().unwrap(), stdout: String::new(), stderr: read("said") }
}

/// Takes what the script left for the catalogue's output.
fn take(catalogue: &Catalogue, folder: &str) {
    fs::remove_dir_all(catalogue.path("public")).unwrap();
    catalogue.rename(folder, "public");
}

fn weight(site: &Site) -> u64 {
    site.0.values().map(|bytes| bytes.len() as u64).map(|length| length.div_ceil(PAGE) * PAGE).sum()
}

/// Copies the old site to the disk, builds the new one over it, and once more when the disk is right.
const OVER_THE_OLD: &str = "\
cp -a public disk/public
$DAMAGE
code=0; $BUILD 2>said || code=$?
echo $code >code
cp -a disk/public after
mount -t tmpfs -o \"remount,rw,$REPAIRED\" tmpfs disk
$BUILD
cp -a disk/public completed
";

/// The disk is full at some point: nothing is lost, and when there is room the next build completes.
#[test]
fn full() {
    let (sites, catalogue) = (sites(), built());
    let old = weight(&catalogue.site());
    let new = weight(&sites[0]).max(weight(&sites[1]));
    let (mut dice, mut told, rounds) = (Dice::new(5), 0, rounds(4));
    for round in 0..rounds {
        let version = 1 - round % 2;
        write_version(&catalogue, version);
        let room = dice.below(new);
        // The last rounds of four are short of names instead of bytes.
        let options = if round % 4 == 3 {
            let names = catalogue.site().0.len() as u64 * 2 + room % 600;
            format!("nr_inodes={names}")
        } else {
            format!("size={}", old + room)
        };
        let script = OVER_THE_OLD.replace("$DAMAGE\n", "").replace("$REPAIRED", "size=1g,nr_inodes=100k");
        if on_a_disk(&catalogue, &options, &script).is_none() {
            return;
        }
        let run = ran(&catalogue);
        take(&catalogue, "after");
        must_be_whole(&catalogue, &sites);
        if run.code != 0 {
            assert_eq!(run.code, 3, "{}", run.stderr);
            assert!(run.stderr.starts_with("Il n'y a plus de place sur le disque"), "{}", run.stderr);
            must_be(&catalogue, &sites[1 - version]);
            told += 1;
        }
        take(&catalogue, "completed");
        must_be(&catalogue, &sites[version]);
    }
    println!("a full disk: {rounds} rounds, {told} of them told");
}

/// The disk may not be written to: told, nothing changed.
#[test]
fn read_only() {
    let (sites, catalogue) = (sites(), built());
    let rounds = rounds(2);
    for round in 0..rounds {
        let version = 1 - round % 2;
        write_version(&catalogue, version);
        let script = OVER_THE_OLD
            .replace("$DAMAGE", "mount -t tmpfs -o remount,ro tmpfs disk")
            .replace("$REPAIRED", "size=1g");
        if on_a_disk(&catalogue, "size=1g", &script).is_none() {
            return;
        }
        let run = ran(&catalogue);
        assert_eq!(run.code, 3, "{}", run.stderr);
        assert!(run.stderr.starts_with("La machine interdit d'écrire"), "{}", run.stderr);
        take(&catalogue, "after");
        must_be(&catalogue, &sites[1 - version]);
        take(&catalogue, "completed");
        must_be(&catalogue, &sites[version]);
    }
    println!("a disk that may not be written to: {rounds} rounds");
}

/// No file may be larger than a limit: some pages are. Told, or, where the system ends the build at
/// once, as if it was killed.
#[test]
fn that_takes_no_large_file() {
    let (sites, catalogue) = (sites(), built());
    let rounds = rounds(4);
    for round in 0..rounds {
        let version = 1 - round % 2;
        write_version(&catalogue, version);
        let is_told = round % 4 < 2;
        let signal = if is_told { "trap '' XFSZ; " } else { "" };
        let mut shell = Command::new("sh");
        let blocks = 2 + round % 40;
        shell.args([
            "-c",
            &format!("{signal}ulimit -f {blocks}; exec \"$FLORILEGE\" build --lang fr --quiet"),
        ]);
        let ended = shell.current_dir(catalogue.path(".")).env("FLORILEGE", program()).output().unwrap();
        assert!(!ended.status.success());
        if is_told {
            let run = catalogue.ran(&ended);
            assert_eq!(run.code, 3, "{}", run.stderr);
            assert!(run.stderr.contains("refuse un fichier aussi grand"), "{}", run.stderr);
            must_be(&catalogue, &sites[1 - version]);
        }
        must_be_whole(&catalogue, &sites);
        catalogue.build();
        must_be(&catalogue, &sites[version]);
    }
    println!("a disk that takes no large file: {rounds} rounds");
}
