//! Mistakes with files rather than in them.

use insta::assert_snapshot;

use crate::catalogue::{Catalogue, ELAN};

#[test]
fn a_file_that_is_not_utf8() {
    let latin = b"title: Bail\ntheme: logement\npilot:\n  name: Pr\xe9fecture\nobjective: Loger.\n";
    assert_snapshot!(Catalogue::new().sheet("fiche", latin).run(["check"]).stderr, @"
    erreur[not-utf8]: Ce fichier n'est pas enregistré en UTF-8 : ses accents seraient illisibles.
      ╭▸ content/initiatives/fiche.yaml:4:11
      │
    4 │   name: Pr?fecture
      │           ━ premier caractère illisible
      │
      ╰ remède : Dans votre éditeur de texte, choisissez « Enregistrer sous… » puis l'encodage « UTF-8 ».

    1 erreur, 0 avertissement.
    ");
}

#[test]
fn a_file_in_utf16() {
    let sheet = b"\xff\xfet\0i\0t\0l\0e\0";
    assert_snapshot!(Catalogue::new().sheet("fiche", sheet).run(["check"]).stderr, @"
    erreur[not-text]: Ce fichier n'est pas du texte : c'est peut-être un document de traitement de texte, ou une image.
     ╭▸ content/initiatives/fiche.yaml
     ╰ remède : Copiez son contenu dans un fichier créé avec un éditeur de texte (Bloc-notes, TextEdit en mode texte…).

    1 erreur, 0 avertissement.
    ");
}

#[test]
fn a_file_of_a_word_processor() {
    let sheet = b"PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0";
    let run = Catalogue::new().sheet("fiche", sheet).run(["check"]);
    assert_eq!(run.code, 1);
    assert!(!run.stderr.contains(|c: char| c.is_control() && c != '\n'), "{:?}", run.stderr);
}

#[test]
fn an_empty_file() {
    assert_snapshot!(Catalogue::new().sheet("fiche", "").run(["check"]).stderr, @"
    erreur[empty-file]: Ce fichier est vide.
     ╭▸ content/initiatives/fiche.yaml
     ╰ remède : Remplissez-le ; s'il ne sert à rien, supprimez-le.

    1 erreur, 0 avertissement.
    ");
    assert_snapshot!(Catalogue::new().sheet("fiche", "# à compléter\n\n").run(["check"]).stderr, @"
    erreur[empty-file]: Ce fichier est vide.
     ╭▸ content/initiatives/fiche.yaml
     ╰ remède : Remplissez-le ; s'il ne sert à rien, supprimez-le.

    1 erreur, 0 avertissement.
    ");
    assert_snapshot!(Catalogue::new().file("content/pages/page.md", "").run(["check"]).stderr, @"
    erreur[empty-file]: Ce fichier est vide.
     ╭▸ content/pages/page.md
     ╰ remède : Remplissez-le ; s'il ne sert à rien, supprimez-le.

    1 erreur, 0 avertissement.
    ");
}

#[test]
fn two_sheets_with_one_id() {
    let catalogue = Catalogue::new().file("content/initiatives/paris/elan.yaml", ELAN);
    assert_snapshot!(catalogue.run(["check"]).stderr, @"
    erreur[duplicate-id]: L'identifiant « elan » est déjà pris par « content/initiatives/elan.yaml ».
     ╭▸ content/initiatives/paris/elan.yaml
     ╰ remède : Renommez l'un des deux : l'identifiant est l'adresse de la page.

    1 erreur, 0 avertissement.
    ");
}

#[test]
fn names_that_cannot_be_addresses() {
    let catalogue = Catalogue::new()
        .sheet("Été à Angers", ELAN)
        .sheet("con", ELAN)
        .file("content/initiatives/notes.docx", "")
        .file("content/pages/À propos.md", "---\ntitle: À propos\n---\n");
    assert_snapshot!(catalogue.run(["check"]).stderr, @"
    erreur[reserved-id]: « con » est un nom que Windows se réserve.
     ╭▸ content/initiatives/con.yaml
     ╰ remède : Choisissez un autre nom de fichier, par exemple « fiche-con ».

    attention[ignored-file]: Ce fichier n'est pas lu : son nom ne se termine pas par « .yaml ».
     ╭▸ content/initiatives/notes.docx
     ╰ remède : Renommez-le, ou rangez-le ailleurs.

    erreur[bad-id]: « Été à Angers » ne peut pas servir d'adresse : un nom de fichier n'a que des minuscules sans accent, des chiffres et des traits d'union.
     ╭▸ content/initiatives/Été à Angers.yaml
     ╰ remède : Renommez le fichier, par exemple « ete-a-angers.yaml ».

    erreur[bad-id]: « À propos » ne peut pas servir d'adresse : un nom de fichier n'a que des minuscules sans accent, des chiffres et des traits d'union.
     ╭▸ content/pages/À propos.md
     ╰ remède : Renommez le fichier, par exemple « a-propos.md ».

    3 erreurs, 1 avertissement.
    ");
}

#[test]
fn what_editors_and_systems_leave_behind_is_passed_over() {
    let catalogue = Catalogue::new();
    for name in [".DS_Store", "Thumbs.db", "desktop.ini", "elan.yaml~", ".elan.yaml.swp", "#elan.yaml#"] {
        catalogue.write(&format!("content/initiatives/{name}"), [0xff, 0]);
    }
    let run = catalogue.run(["check"]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
}

#[test]
fn a_page_without_its_fields() {
    assert_snapshot!(Catalogue::new().file("content/pages/page.md", "# Crédits\n").run(["check"]).stderr, @"
    erreur[missing-front-matter]: Cette rubrique ne commence pas par ses champs entre deux lignes « --- ».
      ╭▸ content/pages/page.md:1:1
      │
    1 │ # Crédits
      │ ━━━━━━━━━
      │
      ╰ remède : Écrivez en tête du fichier : une ligne « --- », puis « title: Mon titre », puis une ligne « --- ».

    1 erreur, 0 avertissement.
    ");
    let open = Catalogue::new().file("content/pages/page.md", "---\ntitle: Crédits\n\nTexte.\n");
    assert_snapshot!(open.run(["check"]).stderr, @"
    erreur[unclosed-front-matter]: Les champs de cette rubrique ne sont pas fermés par une ligne « --- ».
      ╭▸ content/pages/page.md:1:1
      │
    1 │ ---
      │ ━━━ ouverts ici
      │
      ╰ remède : Ajoutez une ligne « --- » après le dernier champ.

    1 erreur, 0 avertissement.
    ");
}

#[test]
fn mistakes_in_a_page_stand_where_they_are() {
    let page =
        "---\ntitle: Crédits\nordre: 3\nmenu: peut-être\nbooklet: avant\n---\n\nVoir [Elan](fiche:eland).\n";
    assert_snapshot!(Catalogue::new().file("content/pages/page.md", page).run(["check"]).stderr, @"
    erreur[unknown-field]: Le champ « ordre » n'existe pas dans une rubrique.
      ╭▸ content/pages/page.md:3:1
      │
    3 │ ordre: 3
      │ ━━━━━ champ inconnu
      │
      ╰ remède : Vouliez-vous dire « order » ?

    erreur[expected-flag]: Le champ « menu » attend « true » (oui) ou « false » (non).
      ╭▸ content/pages/page.md:4:7
      │
    4 │ menu: peut-être
      │       ━━━━━━━━━ ni l'un ni l'autre
      │
      ╰ remède : Écrivez menu: true ou menu: false.

    erreur[bad-choice]: « avant » n'est pas une valeur possible de « booklet ».
      ╭▸ content/pages/page.md:5:10
      │
    5 │ booklet: avant
      │          ━━━━━ valeur inconnue
      │
      ╰ remède : Choisissez parmi : before, after.

    erreur[unknown-target]: Le lien mène à « eland », qui n'existe pas dans le catalogue.
      ╭▸ content/pages/page.md:8:6
      │
    8 │ Voir [Elan](fiche:eland).
      │      ━━━━━━━━━━━━━━━━━━━ cible inconnue
      │
      ╰ remède : Vouliez-vous dire « elan » ?

    4 erreurs, 0 avertissement.
    ");
}

#[test]
fn no_settings_and_no_sheets() {
    let catalogue = Catalogue::new();
    catalogue.remove("content/catalogue.yaml");
    assert_snapshot!(catalogue.run(["check"]).stderr, @"
    erreur[missing-settings]: Le fichier des réglages « content/catalogue.yaml » est introuvable.
     │
     ╰ remède : Placez-vous dans le dossier du catalogue (celui qui contient « content »), ou indiquez-le avec --root.

    1 erreur, 0 avertissement.
    ");
    let catalogue = Catalogue::new();
    catalogue.remove("content/initiatives/elan.yaml");
    let run = catalogue.run(["check"]);
    assert_eq!(run.code, 0);
    assert_snapshot!(run.stderr, @"
    attention[no-sheet]: Le catalogue ne contient aucune fiche.
     │
     ╰ remède : Créez la première avec « florilege new mon-initiative ».
    ");
}

#[test]
fn a_problem_in_one_sheet_does_not_hide_those_of_another() {
    let catalogue = Catalogue::new()
        .file("content/catalogue.yaml", "title: : :\n")
        .sheet("a", [0xff])
        .sheet("b", ELAN.replace("title", "tilte"))
        .file("content/pages/c.md", "c\n")
        .file("content/forums/d.yaml", "date: hier\n")
        .file("seeds/sources/e.yaml", "titre: E\n");
    assert_snapshot!(catalogue.run(["check", "--format", "github"]).stdout, @r#"
    ::error file=content/catalogue.yaml,title=no-theme::Les réglages ne donnent aucun thème.%0AAjoutez la liste « themes » à catalogue.yaml, chaque thème avec « id » et « title ».
    ::error file=content/catalogue.yaml,line=1,endLine=1,col=8,endColumn=9,title=unquoted-colon::La valeur de « title » contient deux-points suivis d'une espace : elle doit être entre guillemets.%0AÉcrivez title: ": :"
    ::error file=content/forums/d.yaml,line=1,endLine=1,col=1,endColumn=5,title=missing-field::Il manque le champ « title » dans un forum.%0AAjoutez par exemple : title: Le forum « Initiatives & territoires »
    ::error file=content/forums/d.yaml,line=1,endLine=1,col=7,endColumn=11,title=bad-date::« hier » n'est pas une date.%0AÉcrivez l'année, l'année et le mois, ou le jour : 2019, 2019-04 ou 2019-04-30.
    ::error file=content/initiatives/a.yaml,line=1,endLine=1,col=1,endColumn=2,title=not-utf8::Ce fichier n'est pas enregistré en UTF-8 : ses accents seraient illisibles.%0ADans votre éditeur de texte, choisissez « Enregistrer sous… » puis l'encodage « UTF-8 ».
    ::error file=content/initiatives/b.yaml,line=1,endLine=1,col=1,endColumn=6,title=unknown-field::Le champ « tilte » n'existe pas dans une fiche.%0AVouliez-vous dire « title » ?
    ::error file=content/pages/c.md,line=1,endLine=1,col=1,endColumn=2,title=missing-front-matter::Cette rubrique ne commence pas par ses champs entre deux lignes « --- ».%0AÉcrivez en tête du fichier : une ligne « --- », puis « title: Mon titre », puis une ligne « --- ».
    ::error file=seeds/sources/e.yaml,line=1,endLine=1,col=1,endColumn=6,title=unknown-field::Le champ « titre » n'existe pas dans une notice de source.%0AVouliez-vous dire « title » ?
    ::error file=seeds/sources/e.yaml,line=1,endLine=1,col=1,endColumn=6,title=missing-field::Il manque le champ « title » dans une notice de source.%0AAjoutez par exemple : title: Catalogue du forum du 30 avril 2019
    "#);
}
