//! The output folder is taken away, held open, or may not be written to.

use std::fs::{self, File};
use std::io::Read as _;
use std::thread::sleep;

use crate::round::{
    Dice, built, must_be, must_be_whole, must_complete, rounds, sites, start, time_of_a_build, write_version,
};

/// The folder is removed at a random instant: either the build had ended, or it says what happened,
/// and never that all is well.
#[test]
fn removed_while_building() {
    let (sites, catalogue) = (sites(), built());
    let (public, moved) = (catalogue.path("public"), catalogue.path("ailleurs"));
    let time = time_of_a_build(&catalogue);
    let (mut dice, mut told, rounds) = (Dice::new(4), 0, rounds(6));
    for round in 0..rounds {
        let version = 1 - round % 2;
        write_version(&catalogue, version);
        let build = start(&catalogue);
        sleep(dice.part_of(time));
        // In one step: `rm -r` would take as long as the build.
        fs::rename(&public, &moved).unwrap();
        let ended = build.wait_with_output().unwrap();
        let said = String::from_utf8(ended.stderr).unwrap();
        if ended.status.success() {
            // It had ended, or had not begun: one of the two folders holds the whole site.
            let place = if public.join("index.html").exists() { "public" } else { "ailleurs" };
            let made = crate::catalogue::Site::read(&catalogue.path(place));
            let is_whole = sites[version].0.iter().all(|(path, bytes)| made.0.get(path) == Some(bytes));
            assert!(is_whole, "it said that all was well");
        } else {
            assert_eq!(ended.status.code(), Some(3), "{said}");
            assert!(said.contains("a été supprimé ou déplacé pendant la construction"), "{said}");
            told += 1;
        }
        let _ = fs::remove_dir_all(&public);
        fs::rename(&moved, &public).unwrap();
        must_be_whole(&catalogue, &sites);
        must_complete(&catalogue, &sites, version);
    }
    println!("removed while building: {rounds} rounds, {told} of them told");
}

/// Who reads a page while it is replaced reads the old one to its end. (On Windows that holds for
/// programs that let a file be replaced while they read it; for others the build ends with a message.)
#[test]
fn a_page_that_is_being_read() {
    let (sites, catalogue) = (sites(), built());
    let page = "livret/index.html";
    let rounds = rounds(2);
    for round in 0..rounds {
        let version = 1 - round % 2;
        write_version(&catalogue, version);
        let mut reader = File::open(catalogue.path("public").join(page)).unwrap();
        let mut bytes = vec![0; 100];
        reader.read_exact(&mut bytes).unwrap();
        catalogue.build();
        reader.read_to_end(&mut bytes).unwrap();
        assert!(bytes == sites[1 - version].0[page], "a page that is neither");
        must_be(&catalogue, &sites[version]);
    }
    println!("a page that is being read: {rounds} rounds");
}

/// As on a disk that was locked: told with a remedy, and nothing is changed. The superuser may write
/// everywhere; `disk.rs` has a disk that refuses it too.
#[cfg(unix)]
#[test]
fn that_may_not_be_written_to() {
    use std::os::unix::fs::PermissionsExt as _;
    if nix::unistd::geteuid().is_root() {
        println!("skipped: the superuser may write everywhere");
        return;
    }
    let (sites, catalogue) = (sites(), built());
    write_version(&catalogue, 1);
    let state = catalogue.path("public/.florilege");
    let may = |mode| fs::set_permissions(&state, fs::Permissions::from_mode(mode)).unwrap();
    may(0o555);
    let run = catalogue.run(["build"]);
    may(0o755);
    assert_eq!(run.code, 3);
    assert!(run.stderr.starts_with("La machine interdit d'écrire"), "{}", run.stderr);
    must_be(&catalogue, &sites[0]);
    must_complete(&catalogue, &sites, 1);
}
