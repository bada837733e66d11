//! What changed since a revision of a Git repository. Without Git, these tests say so and pass.

use std::fs;
use std::path::Path;
use std::process::Command;

use insta::assert_snapshot;
use serde_json::json;

use super::{ELIA, edit, news};
use crate::catalogue::{Catalogue, ELAN, Run, Site};

/// Runs Git in a folder, on a day, with nobody's settings.
fn git(folder: &Path, day: &str, arguments: &[&str]) -> String {
    let mut command = Command::new("git");
    command.arg("-C").arg(folder).args(["-c", "user.name=Camille", "-c", "user.email=camille@exemple.fr"]);
    command.args(["-c", "init.defaultBranch=main", "-c", "protocol.file.allow=always"]);
    command.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_NOSYSTEM", "1");
    for date in ["GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE"] {
        command.env(date, format!("{day}T12:00:00Z"));
    }
    let output = command.args(arguments).output().unwrap();
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap().trim_end().to_owned()
}

/// Whether Git can be asked.
#[expect(clippy::print_stderr, reason = "a test that tests nothing says so")]
fn has_git() -> bool {
    let is_there = Command::new("git").arg("--version").output().is_ok();
    if !is_there {
        eprintln!("Git is not installed: nothing is tested since a revision");
    }
    is_there
}

/// Keeps all files as a revision.
fn commit(catalogue: &Catalogue, day: &str) {
    let root = catalogue.path("");
    git(&root, day, &["add", "--all"]);
    git(&root, day, &["commit", "--quiet", "--message", "Un état"]);
}

/// A catalogue in a repository, with a revision in March and one in April, and edits since.
fn versioned() -> Catalogue {
    let catalogue = Catalogue::new()
        .sheet("elia", ELIA)
        .sheet("kodiko", ELIA.replace("Elia", "Kodiko"))
        .sheet("refuge", ELIA.replace("Elia", "Le Refuge"));
    git(&catalogue.path(""), "2026-03-12", &["init", "--quiet"]);
    commit(&catalogue, "2026-03-12");
    git(&catalogue.path(""), "2026-03-12", &["tag", "printemps"]);
    catalogue
        .write("content/initiatives/kodiko.yaml", format!("{ELIA}results: Dix.\n").replace("Elia", "Kodiko"));
    commit(&catalogue, "2026-04-02");
    edit(&catalogue);
    catalogue
}

fn since(catalogue: &Catalogue, revision: &str) -> Run {
    catalogue.run(["diff", "--since", revision])
}

#[test]
fn since_a_tag() {
    if !has_git() {
        return;
    }
    let run = since(&versioned(), "printemps");
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    assert_snapshot!(run.stdout, @"
    Ce qui a changé dans le catalogue « Initiatives & territoires » depuis le 12 mars 2026
    1 fiche nouvelle, 2 fiches mises à jour, 2 fiches retirées.

    Nouvelles fiches
    ----------------

    Zèbre
      Thème : Apprentissage de la langue

    Fiches mises à jour
    -------------------

    Elia
      Nouvelle adresse ; l'ancienne y mène toujours.

    Programme Elan, Samusocial de Paris
      Mise à jour : contacts, résultats

    Fiches retirées
    ---------------

    Kodiko

    Le Refuge
      Réunie à la fiche « Elia »
    ");
}

#[test]
fn since_a_day_which_is_before_it_began() {
    if !has_git() {
        return;
    }
    let catalogue = versioned();
    catalogue
        .write("content/initiatives/kodiko.yaml", format!("{ELIA}results: Dix.\n").replace("Elia", "Kodiko"));
    let on = |day: &str| news(&catalogue.run(["diff", "--since", day, "--format", "json"]));
    let first = git(&catalogue.path(""), "2026-05-01", &["rev-parse", "printemps"]);
    assert_eq!(on("2026-04-02")["since"], json!({"commit": first, "date": "2026-04-02"}));
    let changed = on("2026-04-02")["changed"].clone();
    let kodiko = changed.as_array().unwrap().iter().find(|sheet| sheet["id"] == "kodiko");
    assert_eq!(kodiko.unwrap()["fields"], json!(["results"]));
    assert_eq!(on("2026-04")["since"], json!({"commit": first, "date": "2026-04"}));
    assert_ne!(on("2026-04-03")["since"]["commit"], json!(first));
    let headline = |revision: &str| since(&catalogue, revision).stdout.lines().next().unwrap().to_owned();
    assert!(headline("2026-04-02").ends_with("depuis le 2 avril 2026"));
    assert!(headline("2026-05").ends_with("depuis mai 2026"));
    assert!(headline("HEAD~1").ends_with("depuis le 12 mars 2026"));
}

#[test]
fn two_sites_and_a_revision_tell_the_same() {
    if !has_git() {
        return;
    }
    let catalogue = versioned();
    let root = catalogue.path("");
    let mut by_revision = news(&catalogue.run(["diff", "--since", "HEAD", "--format", "json"]));
    catalogue.build();
    catalogue.rename("public", "after");
    git(&root, "2026-05-01", &["stash", "--quiet", "--all", "--", "content"]);
    catalogue.build();
    let by_site = news(&catalogue.run(["diff", "public", "after", "--format", "json"]));
    by_revision["since"] = json!(null);
    assert_eq!(by_revision, by_site);
    assert_eq!(by_site["gone"].as_array().unwrap().len(), 2);
}

#[test]
fn the_repository_stays_as_it_was() {
    if !has_git() {
        return;
    }
    let catalogue = versioned();
    let before = Site::read(&catalogue.path(""));
    assert_eq!(since(&catalogue, "printemps").code, 0);
    Site::read(&catalogue.path("")).must_be(&before);
}

#[test]
fn a_catalogue_in_a_folder_of_its_repository() {
    if !has_git() {
        return;
    }
    let catalogue = versioned();
    let root = catalogue.path("");
    let folder = "dossier d'été/catalogue";
    git(&root, "2026-05-01", &["stash", "--quiet", "--include-untracked"]);
    fs::create_dir_all(root.join(folder)).unwrap();
    git(&root, "2026-05-01", &["mv", "content", &format!("{folder}/content")]);
    commit(&catalogue, "2026-05-01");
    catalogue.write(&format!("{folder}/content/initiatives/elan.yaml"), format!("{ELAN}results: Dix.\n"));
    let run = catalogue.run(["--root", folder, "diff", "--since", "HEAD"]);
    assert!(run.stdout.contains("1 fiche mise à jour.") && run.stdout.contains("résultats"), "{run:?}");
    // At the time of the first revision, the catalogue stood elsewhere.
    let run = catalogue.run(["--root", folder, "diff", "--since", "printemps"]);
    assert_eq!(run.code, 2);
    assert_snapshot!(run.stderr, @"À la révision « printemps », il n'y avait pas encore de catalogue ici (dossier « content »).");
}

#[test]
fn an_old_catalogue_with_mistakes_is_compared_as_far_as_it_goes() {
    if !has_git() {
        return;
    }
    let catalogue = versioned();
    let root = catalogue.path("");
    catalogue.write("content/initiatives/elan.yaml", format!("{ELAN}couleur: bleu\n"));
    catalogue.write("content/initiatives/zebre.yaml", "theme: [\n");
    commit(&catalogue, "2026-05-01");
    git(&root, "2026-05-02", &["tag", "fautif"]);
    catalogue.write("content/initiatives/elan.yaml", format!("{ELAN}results: Dix.\n"));
    catalogue.write("content/initiatives/zebre.yaml", ELIA.replace("Elia", "Zèbre"));
    let run = since(&catalogue, "fautif");
    assert_eq!(run.code, 0);
    assert_snapshot!(run.stdout, @"
    Ce qui a changé dans le catalogue « Initiatives & territoires » depuis le 1er mai 2026
    1 fiche mise à jour.

    Fiches mises à jour
    -------------------

    Programme Elan, Samusocial de Paris
      Mise à jour : résultats
    ");
    assert_snapshot!(run.stderr, @"
    Dans l'ancien catalogue, ces fiches avaient des erreurs : ce qui en est dit, ou n'en est pas dit, est à vérifier.
      elan
      zebre
    ");
    let data = news(&catalogue.run(["diff", "--since", "fautif", "--format", "json"]));
    assert_eq!(data["unsure"], json!(["elan", "zebre"]));
    assert_eq!(data["new"], json!([]));
}

#[test]
fn a_catalogue_with_mistakes_is_not_compared() {
    if !has_git() {
        return;
    }
    let catalogue = versioned();
    catalogue.write("content/initiatives/elan.yaml", ELAN.replace("logement", "logment"));
    let run = since(&catalogue, "HEAD");
    assert_eq!((run.code, run.stdout.as_str()), (1, ""));
    assert!(run.stderr.contains("erreur[unknown-theme]"), "{}", run.stderr);
    assert!(
        run.stderr.ends_with("1 erreur : corrigez le catalogue d'abord, puis comparez.\n"),
        "{}",
        run.stderr
    );
    let run = catalogue.run(["diff", "--since", "HEAD", "--format", "json"]);
    let data: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!((run.code, &data["news"]), (1, &json!(null)));
    assert_eq!(data["problems"][0]["code"], "unknown-theme");
}

#[test]
fn what_git_does_not_know_is_explained() {
    if !has_git() {
        return;
    }
    let catalogue = versioned();
    let root = catalogue.path("");
    let plain = Catalogue::new();
    let clone = Catalogue::empty();
    git(
        &clone.path(""),
        "2026-05-01",
        &["clone", "--quiet", "--depth=1", &format!("file://{}", root.display()), "."],
    );
    let settings = Catalogue::new();
    git(&settings.path(""), "2026-05-01", &["init", "--quiet"]);
    settings.rename("content/catalogue.yaml", "catalogue.yaml");
    commit(&settings, "2026-05-01");
    settings.rename("catalogue.yaml", "content/catalogue.yaml");
    let said = [
        (&catalogue, "printempts"),
        (&catalogue, "--help"),
        (&catalogue, "1999-12"),
        (&clone, "2026-03-20"),
        (&plain, "HEAD"),
        (&settings, "HEAD"),
    ];
    let said = said.map(|(catalogue, revision)| {
        let option = format!("--since={revision}");
        let output = catalogue
            .command()
            .args(["diff", "--lang", "fr", &option])
            .env("GIT_CEILING_DIRECTORIES", plain.path("").parent().unwrap())
            .output()
            .unwrap();
        let run = catalogue.ran(&output);
        assert_eq!((run.code, run.stdout.as_str()), (2, ""), "{revision}: {}", run.stderr);
        run.stderr
    });
    assert_snapshot!(said.concat(), @"
    Git ne connaît pas « printempts » ici. Donnez un jour (2026-03-21), une étiquette, une branche ou le numéro d'une révision ; « git log --oneline » les énumère.
    Git ne connaît pas « --help » ici. Donnez un jour (2026-03-21), une étiquette, une branche ou le numéro d'une révision ; « git log --oneline » les énumère.
    Avant « 1999-12 », ce dépôt n'avait encore aucune révision. Donnez un jour plus tardif ; « git log --oneline » énumère les révisions.
    Ce dépôt n'a qu'une partie de son histoire, et « 2026-03-20 » n'y est pas. Tapez d'abord « git fetch --unshallow ».
    « . » n'est pas dans un dépôt Git : --since n'y trouve rien d'ancien. Comparez les dossiers de deux sites.
    À la révision « HEAD », les réglages du catalogue (content/catalogue.yaml) manquent ou ne peuvent pas être lus : choisissez une autre révision.
    ");
}

#[test]
fn without_git_two_sites_are_the_way() {
    let catalogue = Catalogue::new();
    let mut command = catalogue.command();
    let output = command
        .args(["diff", "--lang", "fr", "--since", "HEAD"])
        .env("PATH", catalogue.path("content"))
        .output();
    let run = catalogue.ran(&output.unwrap());
    assert_eq!(run.code, 2);
    assert_snapshot!(run.stderr, @"--since demande le programme Git, qui n'est pas installé : https://git-scm.com/downloads. Sans lui, comparez les dossiers de deux sites.");
}
