//! Links, pipes, devices, files that may not be read.

use std::ffi::OsStr;
use std::fs::{self, Permissions};
use std::os::unix::ffi::OsStrExt as _;
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::process::Command;

use insta::assert_snapshot;

use crate::catalogue::{Catalogue, ELAN, Run, program};

fn make_pipe(catalogue: &Catalogue, path: &str) {
    fs::create_dir_all(catalogue.path(path).parent().unwrap()).unwrap();
    assert!(Command::new("mkfifo").arg(catalogue.path(path)).status().unwrap().success());
}

/// Builds with four gigabytes of memory and no more.
fn build_in_bounds(catalogue: &Catalogue) -> Run {
    let mut shell = assert_cmd::Command::new("sh");
    shell.args(["-c", "ulimit -v 4194304; exec \"$0\" build --lang fr"]).arg(program());
    shell.current_dir(catalogue.path(".")).timeout(crate::catalogue::FOR_EVER);
    catalogue.ran(&shell.output().unwrap())
}

#[test]
fn a_folder_that_holds_itself() {
    let catalogue = Catalogue::new();
    symlink(".", catalogue.path("content/initiatives/encore")).unwrap();
    assert_snapshot!(catalogue.run(["check"]).stderr, @"
    erreur[folder-loop]: Un lien ramène à un dossier qui le contient : « content/initiatives ».
     ╭▸ content/initiatives/encore
     ╰ remède : Supprimez ce lien.

    1 erreur, 0 avertissement.
    ");
    symlink("..", catalogue.path("content/initiatives/toujours")).unwrap();
    assert_eq!(catalogue.run(["check"]).code, 1);
}

#[test]
fn folders_that_hold_each_other() {
    let catalogue = Catalogue::new();
    for from in 0..7 {
        catalogue.write(&format!("content/initiatives/dossier-{from}/f-{from}.yaml"), ELAN);
        for to in 0..7 {
            let link = format!("content/initiatives/dossier-{from}/vers-{to}");
            symlink(format!("../dossier-{to}"), catalogue.path(&link)).unwrap();
        }
    }
    let run = catalogue.run(["check", "--format", "json"]);
    assert!(run.stdout.len() < 100_000, "{} bytes", run.stdout.len());
}

#[test]
fn links_that_lead_nowhere() {
    let catalogue = Catalogue::new();
    symlink("absent.yaml", catalogue.path("content/initiatives/fiche.yaml")).unwrap();
    symlink("tourne.yaml", catalogue.path("content/initiatives/tourne.yaml")).unwrap();
    assert_snapshot!(catalogue.run(["check"]).stderr, @"
    erreur[unreadable]: Ce fichier ne peut pas être lu : not found.
     ╭▸ content/initiatives/fiche.yaml
     ╰ remède : Vérifiez les droits du fichier, et qu'un autre programme ne le garde pas ouvert.

    erreur[unreadable]: Ce fichier ne peut pas être lu : Too many levels of symbolic links (os error 40).
     ╭▸ content/initiatives/tourne.yaml
     ╰ remède : Vérifiez les droits du fichier, et qu'un autre programme ne le garde pas ouvert.

    2 erreurs, 0 avertissement.
    ");
}

#[test]
fn a_link_to_a_sheet_is_a_sheet() {
    let catalogue = Catalogue::new().file("partage/bail.yaml", ELAN);
    symlink(catalogue.path("partage"), catalogue.path("content/initiatives/partage")).unwrap();
    catalogue.build();
    assert!(catalogue.path("public/initiatives/bail/index.html").exists());
}

#[test]
fn a_pipe_in_the_place_of_a_sheet() {
    let catalogue = Catalogue::new();
    make_pipe(&catalogue, "content/initiatives/fiche.yaml");
    assert_snapshot!(catalogue.run(["check"]).stderr, @"
    erreur[not-a-file]: Ce n'est ni un fichier ni un dossier.
     ╭▸ content/initiatives/fiche.yaml
     ╰ remède : Retirez-le du dossier « content ».

    1 erreur, 0 avertissement.
    ");
}

#[test]
fn a_pipe_in_the_place_of_anything_else() {
    let page = "---\ntitle: A\n---\n";
    for path in
        ["content/catalogue.yaml", "content/pages/a.md", "content/forums/a.yaml", "seeds/sources/a.yaml"]
    {
        let catalogue = Catalogue::new().file("content/pages/b.md", page);
        let _ = fs::remove_file(catalogue.path(path));
        make_pipe(&catalogue, path);
        let run = catalogue.run(["check"]);
        assert_eq!(run.code, 1, "{path}: {}", run.stderr);
    }
}

#[test]
fn a_pipe_or_a_device_in_the_place_of_a_picture() {
    let sheet = format!("{ELAN}media: [{{file: a.jpg, alt: A}}]\n");
    let pipe = Catalogue::new().sheet("fiche", &sheet);
    make_pipe(&pipe, "content/media/a.jpg");
    assert_eq!(build_in_bounds(&pipe).code, 1);
    let device = Catalogue::new().sheet("fiche", &sheet).file("content/media/b.jpg", "");
    symlink("/dev/zero", device.path("content/media/a.jpg")).unwrap();
    assert_eq!(build_in_bounds(&device).code, 1);
}

#[test]
fn a_pipe_or_a_device_in_the_place_of_a_file_of_the_site_theme() {
    let catalogue = Catalogue::new().file("themes/forum/styles/search.css", "");
    make_pipe(&catalogue, "themes/forum/templates/home.html");
    symlink("/dev/zero", catalogue.path("themes/forum/assets.css")).unwrap();
    assert!(build_in_bounds(&catalogue).code <= 1);
}

#[test]
fn a_folder_in_the_place_of_a_file() {
    let catalogue = Catalogue::new();
    catalogue.remove("content/catalogue.yaml");
    fs::create_dir(catalogue.path("content/catalogue.yaml")).unwrap();
    assert_snapshot!(catalogue.run(["check"]).stderr, @"
    erreur[not-a-file]: Ce n'est ni un fichier ni un dossier.
     ╭▸ content/catalogue.yaml
     ╰ remède : Retirez-le du dossier « content ».

    1 erreur, 0 avertissement.
    ");
}

#[test]
fn a_file_in_the_place_of_a_folder() {
    for path in ["content/initiatives", "content/pages", "content/media", "content/forums", "seeds", "themes"]
    {
        let catalogue = Catalogue::new();
        if catalogue.path(path).exists() {
            catalogue.remove(path);
        }
        catalogue.write(path, "un fichier");
        let run = catalogue.run(["check"]);
        assert!(run.code <= 1, "{path}: {}", run.stderr);
    }
}

#[test]
fn a_file_that_may_not_be_read() {
    let catalogue = Catalogue::new().sheet("fiche", ELAN);
    let path = catalogue.path("content/initiatives/fiche.yaml");
    fs::set_permissions(&path, Permissions::from_mode(0o000)).unwrap();
    if fs::read(&path).is_ok() {
        return; // Whoever is root may read everything.
    }
    assert_snapshot!(catalogue.run(["check"]).stderr, @"
    erreur[unreadable]: Ce fichier ne peut pas être lu : permission denied.
     ╭▸ content/initiatives/fiche.yaml
     ╰ remède : Vérifiez les droits du fichier, et qu'un autre programme ne le garde pas ouvert.

    1 erreur, 0 avertissement.
    ");
}

#[test]
fn a_name_that_is_no_text() {
    let catalogue = Catalogue::new();
    let folder = catalogue.path("content/initiatives");
    fs::write(folder.join(OsStr::from_bytes(b"\xe9lan.yaml")), ELAN).unwrap();
    fs::create_dir(folder.join(OsStr::from_bytes(b"\xe9t\xe9"))).unwrap();
    fs::write(folder.join(OsStr::from_bytes(b"\xe9t\xe9/bail.yaml")), "tilte: x\n").unwrap();
    let run = catalogue.run(["check", "--format", "github"]);
    assert_eq!(run.code, 1);
    assert_snapshot!(run.stdout, @"
    ::error file=content/initiatives/�lan.yaml,title=bad-id::« �lan » ne peut pas servir d'adresse : un nom de fichier n'a que des minuscules sans accent, des chiffres et des traits d'union.%0ARenommez le fichier, par exemple « lan.yaml ».
    ::error file=content/initiatives/�t�/bail.yaml,title=unknown-field::Le champ « tilte » n'existe pas dans une fiche.%0AVouliez-vous dire « title » ?
    ::error file=content/initiatives/�t�/bail.yaml,title=missing-field::Il manque le champ « theme » dans une fiche.%0AAjoutez par exemple : theme: logement
    ::error file=content/initiatives/�t�/bail.yaml,title=missing-field::Il manque le champ « pilot » dans une fiche.%0AAjoutez une ligne « pilot: » et, en dessous, décalés de deux espaces, ses champs : name, filed_as, description, website, logo.
    ::error file=content/initiatives/�t�/bail.yaml,title=missing-field::Il manque le champ « objective » dans une fiche.%0AAjoutez par exemple : objective: Soutenir les cohabitations entre citoyens et réfugiés.
    ");
}

#[test]
fn a_name_with_signs_for_the_terminal() {
    let run = Catalogue::new().sheet("a\u{1b}[2J", ELAN).run(["check"]);
    assert_eq!(run.code, 1);
    assert!(!run.stderr.contains('\u{1b}'), "{:?}", run.stderr);
}

#[test]
fn a_name_with_signs_for_the_forge() {
    let run = Catalogue::new().sheet("a\nb,c:d", ELAN).run(["check", "--format", "github"]);
    assert_eq!(run.code, 1);
    assert_snapshot!(run.stdout, @"::error file=content/initiatives/a�b%2Cc%3Ad.yaml,title=bad-id::« a�b,c:d » ne peut pas servir d'adresse : un nom de fichier n'a que des minuscules sans accent, des chiffres et des traits d'union.%0ARenommez le fichier, par exemple « a-b-c-d.yaml ».");
}
