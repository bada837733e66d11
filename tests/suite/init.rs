//! `init`: a first catalogue, and what a newcomer reads.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
#[cfg(unix)]
use std::process::Command;

use insta::{assert_debug_snapshot, assert_snapshot};

#[cfg(unix)]
use crate::catalogue::program;
use crate::catalogue::{Catalogue, Site};

/// The catalogue of a language, as the repository keeps it.
fn starter(language: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds/starter").join(language)
}

/// The files of a language's catalogue, as they are planted in `catalogue/`.
fn planted(language: &str) -> (Catalogue, Site) {
    let root = Catalogue::empty();
    let run = root.run(["init", "catalogue", "--lang", language]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    let site = Site::read(&root.path("catalogue"));
    (root, site)
}

#[test]
fn a_first_catalogue_in_french() {
    let root = Catalogue::empty();
    let run = root.run(["init", "catalogue"]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    assert_snapshot!(run.stdout, @"
    Catalogue créé dans « catalogue » : deux fiches inventées, à lire, à changer, puis à remplacer par les vôtres.

    Tapez l'une après l'autre ces trois commandes :

        cd catalogue
        florilege build
        florilege new ma-fiche

    « build » fait le site : ouvrez public/index.html d'un double-clic pour le voir.
    « new » crée une fiche à compléter ; « florilege check » dira ce qui lui manque encore.
    Le fichier LISEZMOI.md dit le reste.
    ");
}

#[test]
fn a_first_catalogue_in_english() {
    let root = Catalogue::empty();
    let run = root.run(["init", "catalogue", "--lang", "en"]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    assert_snapshot!(run.stdout, @"
    Catalogue made in “catalogue”: two invented sheets, to read, to change, then to replace with your own.

    Type these three commands, one after the other:

        cd catalogue
        florilege build
        florilege new my-sheet

    “build” makes the site: double-click public/index.html to see it.
    “new” makes a sheet to fill in; “florilege check” will say what it still lacks.
    The file README.md says the rest.
    ");
}

/// A folder that is built in place would leave its site in the program: the list tells.
#[test]
fn what_is_planted_is_what_the_repository_keeps() {
    for language in ["fr", "en"] {
        let (_root, site) = planted(language);
        site.must_be(&Site::read(&starter(language)));
    }
    assert_debug_snapshot!(planted("fr").1.0.into_keys().collect::<Vec<_>>(), @r#"
    [
        ".gitignore",
        "LISEZMOI.md",
        "content/catalogue.yaml",
        "content/forums/villexemple-2027.yaml",
        "content/initiatives/cafe-des-langues.yaml",
        "content/initiatives/jardin-des-deux-rives.yaml",
        "content/media/jardin.svg",
        "content/media/pictograms/langue.svg",
        "content/media/pictograms/lien-social.svg",
        "content/pages/avant-propos.md",
        "seeds/sources/dossiers-2026.yaml",
    ]
    "#);
    assert_debug_snapshot!(planted("en").1.0.into_keys().collect::<Vec<_>>(), @r#"
    [
        ".gitignore",
        "README.md",
        "content/catalogue.yaml",
        "content/forums/villexemple-2027.yaml",
        "content/initiatives/language-cafe.yaml",
        "content/initiatives/two-banks-garden.yaml",
        "content/media/garden.svg",
        "content/media/pictograms/community.svg",
        "content/media/pictograms/language.svg",
        "content/pages/foreword.md",
        "seeds/sources/applications-2026.yaml",
    ]
    "#);
}

#[test]
fn it_builds_at_once() {
    for language in ["fr", "en"] {
        let (root, _) = planted(language);
        let checked = root.run(["check", "--root", "catalogue", "--format", "json"]);
        assert_eq!((checked.code, checked.stdout.trim(), checked.stderr.as_str()), (0, "[]", ""));
        let built = root.run(["build", "--root", "catalogue", "--lang", language]);
        assert_eq!((built.code, built.stderr.as_str()), (0, ""));
        let home = fs::read_to_string(root.path("catalogue/public/index.html")).unwrap();
        assert!(home.contains(&format!("<html lang=\"{language}\">")));
    }
}

/// What was not agreed to is not shown, though the file holds it.
#[test]
fn it_sets_an_example_of_consent() {
    let (root, site) = planted("fr");
    root.run(["build", "--root", "catalogue"]);
    let holds =
        |site: &Site, text: &str| site.0.values().any(|bytes| String::from_utf8_lossy(bytes).contains(text));
    let public = Site::read(&root.path("catalogue/public"));
    assert!(holds(&site, "Dominique Exemple") && !holds(&public, "Dominique"));
    assert!(holds(&public, "Camille Exemple"));
}

/// Addresses and numbers that could be somebody's would be called by whoever tries the example.
#[test]
fn nobody_can_be_reached_by_it() {
    for language in ["fr", "en"] {
        for (path, bytes) in planted(language).1.0 {
            let text = String::from_utf8(bytes).unwrap();
            for address in text.split("://").skip(1).chain(text.split('@').skip(1)) {
                let host = address.split(|c: char| c != '.' && !c.is_alphanumeric()).next().unwrap();
                let host = host.trim_start_matches("www.").trim_end_matches('.');
                assert!(["", "exemple.fr", "example.org", "w3.org"].contains(&host), "{path}: {host}");
            }
            for number in text.split("phone").skip(1).filter_map(|rest| rest.split('"').nth(1)) {
                assert!(number.starts_with("02 61 91 "), "{path}: {number}");
            }
        }
    }
}

/// The example is there to be replaced: a sheet more, the examples less.
#[test]
fn it_becomes_the_editors_own() {
    let (root, _) = planted("fr");
    let run = root.run(["new", "ma-fiche", "--theme", "langue", "--root", "catalogue"]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    let path = "catalogue/content/initiatives/ma-fiche.yaml";
    let sheet = fs::read_to_string(root.path(path)).unwrap();
    root.write(
        path,
        sheet.replace("\n  name:\n", "\n  name: Elia\n").replace("\nobjective:\n", "\nobjective: Lire.\n"),
    );
    root.remove("catalogue/content/initiatives/jardin-des-deux-rives.yaml");
    root.remove("catalogue/content/initiatives/cafe-des-langues.yaml");
    assert_snapshot!(root.run(["check", "--root", "catalogue"]).stderr, @"
    attention[empty-selection]: Le forum « villexemple-2027 » ne montre aucune fiche : il n'aura pas de livret.
     ╭▸ content/forums/villexemple-2027.yaml
     ╰ remède : Écrivez forums: [villexemple-2027] dans les fiches à montrer, ou choisissez-les par « select » dans le fichier du forum.

    erreur[unknown-target]: Le lien mène à « jardin-des-deux-rives », qui n'existe pas dans le catalogue.
       ╭▸ content/pages/avant-propos.md:18:99
       │
    18 │ … de leur pilote. Commencez par [le jardin des deux rives](fiche:jardin-des-deux-rives) : c'est une fiche complète.
       │                                 ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ cible inconnue
       │
       ╰ remède : Vérifiez l'identifiant : c'est le nom du fichier sans son extension.

    1 erreur, 1 avertissement.
    ");
}

#[test]
fn what_it_says_of_its_folders_is_true() {
    for (language, read_me) in [("fr", "LISEZMOI.md"), ("en", "README.md")] {
        let (root, site) = planted(language);
        root.run(["build", "--root", "catalogue"]);
        let text = String::from_utf8(site.0[read_me].clone()).unwrap();
        let told: BTreeSet<&str> =
            text.split('`').skip(1).step_by(2).filter(|code| code.contains('/')).collect();
        assert!(told.len() > 6, "{told:?}");
        for path in told {
            assert!(root.path("catalogue").join(path).exists(), "{read_me}: {path}");
        }
    }
}

#[test]
fn a_second_time_changes_nothing() {
    let (root, _) = planted("fr");
    root.write("catalogue/content/catalogue.yaml", "title: Le mien\n");
    let before = Site::read(&root.path("catalogue"));
    let run = root.run(["init", "catalogue"]);
    assert_eq!((run.code, run.stdout.as_str()), (2, ""));
    assert_snapshot!(run.stderr, @"Le dossier « catalogue » n'est pas vide : il contient « LISEZMOI.md » et 3 autres éléments. Rien n'y a été changé. Donnez un dossier vide, ou un nom nouveau. Pour ajouter une fiche à un catalogue, tapez « florilege new ma-fiche » dans son dossier.");
    Site::read(&root.path("catalogue")).must_be(&before);
}

#[test]
fn a_folder_that_holds_anything_is_refused() {
    let refused = |file: &str| {
        let root = Catalogue::empty().file(file, "à moi");
        let run = root.run(["init", "dossier"]);
        assert_eq!((run.code, run.stdout.as_str()), (2, ""));
        assert_eq!(Site::read(&root.path("dossier")).0.len(), 1);
        run.stderr
    };
    assert_snapshot!(refused("dossier/notes.txt"), @"Le dossier « dossier » n'est pas vide : il contient « notes.txt ». Rien n'y a été changé. Donnez un dossier vide, ou un nom nouveau. Pour ajouter une fiche à un catalogue, tapez « florilege new ma-fiche » dans son dossier.");
    assert_snapshot!(refused("dossier/.DS_Store"), @"Le dossier « dossier » n'est pas vide : il contient « .DS_Store » (un nom caché). Rien n'y a été changé. Donnez un dossier vide, ou un nom nouveau. Pour ajouter une fiche à un catalogue, tapez « florilege new ma-fiche » dans son dossier.");
    assert_snapshot!(refused("dossier/.github/rien"), @"Le dossier « dossier » n'est pas vide : il contient « .github » (un nom caché). Rien n'y a été changé. Donnez un dossier vide, ou un nom nouveau. Pour ajouter une fiche à un catalogue, tapez « florilege new ma-fiche » dans son dossier.");
    let root = Catalogue::empty().file("a/.git/config", "").file("a/.gitignore", "").file("a/lu.md", "");
    assert_snapshot!(root.run(["init", "a", "--lang", "en"]).stderr, @"The folder “a” is not empty: it holds “lu.md” and one more. Nothing in it was changed. Name an empty folder, or one that does not exist yet. To add a sheet to a catalogue, type “florilege new my-sheet” in its folder.");
}

#[test]
fn an_empty_folder_will_do() {
    let root = Catalogue::empty();
    fs::create_dir(root.path("vide")).unwrap();
    assert_eq!(root.run(["init", "vide"]).code, 0);
    assert_eq!(root.run(["check", "--root", "vide"]).code, 0);
}

#[test]
fn a_folder_that_git_alone_knows_will_do() {
    let root = Catalogue::empty().file("depot/.git/HEAD", "ref: refs/heads/main\n");
    let run = root.run(["init", "depot"]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    assert!(root.path("depot/.gitignore").exists());
    assert_eq!(fs::read_to_string(root.path("depot/.git/HEAD")).unwrap(), "ref: refs/heads/main\n");
}

/// Nobody needs to go where they are.
#[test]
fn the_folder_where_one_is() {
    let root = Catalogue::empty();
    let run = root.run(["init", "."]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    assert_snapshot!(run.stdout, @"
    Catalogue créé dans « . » : deux fiches inventées, à lire, à changer, puis à remplacer par les vôtres.

    Tapez l'une après l'autre ces trois commandes :

        florilege check
        florilege build
        florilege new ma-fiche

    « build » fait le site : ouvrez public/index.html d'un double-clic pour le voir.
    « new » crée une fiche à compléter ; « florilege check » dira ce qui lui manque encore.
    Le fichier LISEZMOI.md dit le reste.
    ");
    root.build();
}

#[test]
fn a_path_with_a_space_is_quoted_and_its_parents_are_made() {
    let root = Catalogue::empty();
    let run = root.run(["init", "mes catalogues/2027"]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    let line = run.stdout.lines().find(|line| line.contains("cd ")).unwrap();
    assert_snapshot!(line.trim(), @r#"cd "mes catalogues/2027""#);
    assert_eq!(root.run(["check", "--root", "mes catalogues/2027"]).code, 0);
}

/// The commands that it tells one to type, typed.
#[test]
#[cfg(unix)]
fn the_next_commands_can_be_typed_as_they_stand() {
    for folder in ["catalogue", "mes catalogues/l'été", "10 $ d'idées"] {
        let root = Catalogue::empty();
        let said = root.run(["init", folder]).stdout;
        let commands: Vec<&str> = said.lines().filter_map(|line| line.strip_prefix("    ")).collect();
        assert_eq!(commands.len(), 3, "{said}");
        let programs = Path::new(program()).parent().unwrap();
        let mut shell = Command::new("/bin/sh");
        shell.args(["-ec", &commands.join("\n")]).current_dir(root.path(".")).env("PATH", programs);
        let output = shell.output().unwrap();
        assert!(output.status.success(), "{commands:?}: {}", String::from_utf8_lossy(&output.stderr));
        assert!(root.path(folder).join("public/index.html").exists());
        assert!(root.path(folder).join("content/initiatives/ma-fiche.yaml").exists());
    }
}

#[test]
fn a_file_where_the_folder_should_be_is_refused() {
    let root = Catalogue::empty().file("notes", "à moi");
    for folder in ["notes/catalogue", "notes/a/b", "notes"] {
        let run = root.run(["init", folder]);
        assert_eq!((run.code, run.stdout.as_str()), (2, ""), "{folder}");
        assert!(run.stderr.starts_with("« notes » n'est pas un dossier"), "{}", run.stderr);
    }
    assert_snapshot!(root.run(["init", "notes"]).stderr, @"« notes » n'est pas un dossier : rien n'a été changé. Donnez un autre nom.");
    assert_eq!(fs::read_to_string(root.path("notes")).unwrap(), "à moi");
}

#[test]
#[cfg(unix)]
fn a_link_to_nowhere_is_refused_and_one_to_an_empty_folder_is_followed() {
    let root = Catalogue::empty();
    fs::create_dir(root.path("vide")).unwrap();
    std::os::unix::fs::symlink("nulle-part", root.path("perdu")).unwrap();
    std::os::unix::fs::symlink("vide", root.path("lien")).unwrap();
    assert_eq!(root.run(["init", "perdu"]).code, 2);
    assert_eq!(root.run(["init", "lien"]).code, 0);
    assert!(root.path("vide/content/catalogue.yaml").exists() && !root.path("nulle-part").exists());
}

/// A disk that is full before the end, as far as a shell can make one: files of a few blocks only.
#[test]
#[cfg(target_os = "linux")]
fn nothing_is_left_of_a_catalogue_that_does_not_fit() {
    let root = Catalogue::empty();
    let mut shell = Command::new("sh");
    shell.args(["-c", "trap '' XFSZ; ulimit -f 4; exec \"$0\" init a/b --lang fr"]);
    let output = shell.arg(program()).current_dir(root.path(".")).output().unwrap();
    let run = root.ran(&output);
    assert_eq!((run.code, run.stdout.as_str()), (3, ""));
    assert_snapshot!(run.stderr, @"
    Le catalogue n'a pas été créé, et rien n'en a été laissé.
    La machine a refusé : a/b/content/catalogue.yaml: File too large (os error 27)
    ");
    assert!(!root.path("a").exists());
}

#[test]
fn the_language_of_the_system_is_that_of_the_catalogue() {
    let settings = |variable: Option<&str>| {
        let root = Catalogue::empty();
        let mut command = root.command();
        command.args(["init", "catalogue", "--quiet"]);
        if let Some(language) = variable {
            command.env("LANG", language);
        }
        let run = root.ran(&command.output().unwrap());
        assert_eq!((run.code, run.stdout.as_str(), run.stderr.as_str()), (0, "", ""));
        let settings = fs::read_to_string(root.path("catalogue/content/catalogue.yaml")).unwrap();
        settings.lines().find(|line| line.starts_with("language:")).unwrap().to_owned()
    };
    assert_eq!(settings(Some("en_GB.UTF-8")), "language: en");
    assert_eq!(settings(Some("fr_FR.UTF-8")), "language: fr");
    assert_eq!(settings(None), "language: fr");
}

#[test]
fn programs_read_nothing_where_all_is_well() {
    let run = Catalogue::empty().run(["init", "catalogue", "--format", "json"]);
    assert_eq!((run.code, run.stdout.as_str(), run.stderr.as_str()), (0, "", ""));
}

#[test]
fn wrong_usage() {
    let root = Catalogue::empty();
    let said = |arguments: &[&str]| {
        let mut command = root.command();
        let run = root.ran(&command.arg("init").args(arguments).output().unwrap());
        assert_eq!((run.code, run.stdout.as_str()), (2, ""));
        run.stderr
    };
    assert_snapshot!(said(&[]), @"Il manque <DIR>. « florilege --help » dit ce qui est attendu.");
    assert_snapshot!(said(&[""]), @"Il manque <DIR>. « florilege --help » dit ce qui est attendu.");
    assert_snapshot!(said(&["catalogue", "autre"]), @"« autre » n'est pas attendu ici. « florilege --help » dit ce qui l'est.");
    assert_snapshot!(said(&["catalogue", "--root", "mes catalogues"]), @r#"« init » ne s'emploie pas avec --root. Écrivez tout le chemin à sa suite : florilege init "mes catalogues/catalogue""#);
    assert_eq!(Site::read(&root.path(".")).0.len(), 0);
}
