//! Mistakes in the files of a site theme.

use insta::assert_snapshot;

use crate::catalogue::Catalogue;

#[test]
fn a_template_that_does_not_compile() {
    let catalogue = Catalogue::new()
        .file("themes/forum/templates/not-found.html", "<h1>\n{% if page %}\n  {{ page. }}\n</h1>\n");
    let run = catalogue.run(["check"]);
    assert_eq!(run.code, 1);
    assert_snapshot!(run.stderr, @"
    erreur[bad-template]: Ce gabarit contient une erreur : Found `}}` but expected identifier..
      ╭▸ themes/forum/templates/not-found.html:3:12
      │
    3 │   {{ page. }}
      │            ━━ ici
      │
      ╰ remède : Corrigez-le, ou supprimez votre copie pour retrouver celle d'origine.

    1 erreur, 0 avertissement.
    ");
}

#[test]
fn a_template_that_shows_what_is_not_there() {
    let catalogue = Catalogue::new().file(
        "themes/forum/templates/not-found.html",
        "{% extends \"base.html\" %}\n{% block content %}\n<h1>{{ page.titel }}</h1>\n{% endblock %}\n",
    );
    let run = catalogue.run(["build"]);
    assert_eq!(run.code, 1);
    assert_snapshot!(run.stderr, @"
    erreur[bad-template]: Ce gabarit contient une erreur : Field `titel` is not defined. Available fields: kind, path, root, section, theme_id, title.
      ╭▸ themes/forum/templates/not-found.html:3:13
      │
    3 │ <h1>{{ page.titel }}</h1>
      │             ━━━━━ ici
      │
      ╰ remède : Corrigez-le, ou supprimez votre copie pour retrouver celle d'origine.

    1 erreur, 0 avertissement. Rien n'a été écrit : le site reste comme il était.
    ");
    assert!(catalogue.tree().is_empty());
}

#[test]
fn a_template_that_shows_a_label_that_is_not_there() {
    let catalogue =
        Catalogue::new().file("themes/forum/templates/not-found.html", "<h1>{{ labels.not_fuond }}</h1>\n");
    assert_snapshot!(catalogue.run(["check"]).stderr, @"
    erreur[bad-template]: Ce gabarit contient une erreur : Field `not_fuond` is not defined.
      ╭▸ themes/forum/templates/not-found.html:1:15
      │
    1 │ <h1>{{ labels.not_fuond }}</h1>
      │               ━━━━━━━━━ ici
      │
      ╰ remède : Corrigez-le, ou supprimez votre copie pour retrouver celle d'origine.

    1 erreur, 0 avertissement.
    ");
}

#[test]
fn a_template_that_asks_for_a_file_that_is_not_there() {
    let catalogue =
        Catalogue::new().file("themes/forum/templates/not-found.html", "{% include \"parts/fin.html\" %}\n");
    assert_snapshot!(catalogue.run(["check"]).stderr, @r#"
    erreur[bad-template]: Ce gabarit contient une erreur : Unknown template `parts/fin.html`.
      ╭▸ themes/forum/templates/not-found.html:1:12
      │
    1 │ {% include "parts/fin.html" %}
      │            ━━━━━━━━━━━━━━━━━━━ ici
      │
      ╰ remède : Corrigez-le, ou supprimez votre copie pour retrouver celle d'origine.

    1 erreur, 0 avertissement.
    "#);
}

#[test]
fn a_style_with_a_mistake() {
    let catalogue =
        Catalogue::new().file("themes/forum/styles/home.css", ".hero {\n  color: red;\n  }}\n}\n");
    let run = catalogue.run(["check"]);
    assert_eq!(run.code, 1);
    assert_snapshot!(run.stderr, @"
    erreur[bad-style]: Cette feuille de style contient une erreur : Unexpected end of input.
      ╭▸ themes/forum/styles/home.css:4:3
      │
    4 │ }
      │  ━ ici
      │
      ╰ remède : Corrigez-la, ou supprimez votre copie pour retrouver celle d'origine.

    1 erreur, 0 avertissement.
    ");
}

#[test]
fn a_style_that_names_files_that_are_not_there() {
    let catalogue = Catalogue::new().file(
        "themes/forum/styles/home.css",
        "@import \"absent.css\";\n.hero {\n  background: url(../assets/absent.png);\n}\n",
    );
    assert_snapshot!(catalogue.run(["check"]).stderr, @r#"
    erreur[missing-asset]: Le fichier « styles/absent.css » que demande cette feuille de style n'existe pas.
      ╭▸ themes/forum/styles/home.css:1:1
      │
    1 │ @import "absent.css";
      │ ━━━━━━━━━━━━━━━━━━━━━
      │
      ╰ remède : Ajoutez-le au thème de site, ou retirez ce qui le demande.

    1 erreur, 0 avertissement.
    "#);
}

#[test]
fn a_style_that_asks_a_third_party() {
    let catalogue = Catalogue::new().file(
        "themes/forum/styles/home.css",
        ".hero {\n  background: url(https://exemple.fr/fond.png);\n}\n",
    );
    assert_snapshot!(catalogue.run(["check"]).stderr, @"
    erreur[missing-asset]: Le fichier « https://exemple.fr/fond.png » que demande cette feuille de style n'existe pas.
     │
     ╰ remède : Ajoutez-le au thème de site, ou retirez ce qui le demande.

    1 erreur, 0 avertissement.
    ");
}

#[test]
fn labels_that_are_missing_or_broken() {
    let catalogue =
        Catalogue::new().file("themes/forum/labels/fr.yaml", "path_themes: Thèmes\nmenu : a : b\n");
    let stdout = catalogue.run(["check", "--format", "github"]).stdout;
    // Each label that is asked for is told; these stand for the others.
    let told = |line: &&str| {
        !line.contains("missing-label")
            || ["« path_pilots »", "« sheets_one »"].iter().any(|key| line.contains(key))
    };
    let without_other_paths = |line: &&str| !line.contains("«  »") || line.contains("path_pilots");
    let lines: Vec<&str> = stdout.lines().filter(told).filter(without_other_paths).collect();
    assert_snapshot!(lines.join("\n"), @r#"
    ::error file=themes/forum/labels/fr.yaml,title=bad-id::« Thèmes » ne peut pas servir d'adresse : un nom de fichier n'a que des minuscules sans accent, des chiffres et des traits d'union.%0ARenommez le fichier, par exemple « path_themes ».
    ::error file=themes/forum/labels/fr.yaml,title=bad-id::«  » ne peut pas servir d'adresse : un nom de fichier n'a que des minuscules sans accent, des chiffres et des traits d'union.%0ARenommez le fichier, par exemple « path_pilots ».
    ::error file=themes/forum/labels/fr.yaml,title=missing-label::Il manque le libellé « path_pilots ».%0AAjoutez-le au fichier des libellés de cette langue.
    ::error file=themes/forum/labels/fr.yaml,title=missing-label::Il manque le libellé « sheets_one ».%0AAjoutez-le au fichier des libellés de cette langue.
    ::error file=themes/forum/labels/fr.yaml,line=2,endLine=2,col=10,endColumn=11,title=unquoted-colon::La valeur de « menu » contient deux-points suivis d'une espace : elle doit être entre guillemets.%0AÉcrivez menu: "a : b"
    "#);
}

#[test]
fn a_language_and_a_site_theme_that_nobody_made() {
    let settings = "title: Katalog\nlanguage: de\nthemes: [{id: logement, title: Wohnen}]\n";
    assert_snapshot!(Catalogue::new().file("content/catalogue.yaml", settings).run(["check"]).stderr, @"
    erreur[missing-labels]: Le thème de site n'a pas de libellés pour la langue « de ».
     │
     ╰ remède : Ajoutez le fichier themes/forum/labels/de.yaml, sur le modèle de labels/fr.yaml.

    1 erreur, 0 avertissement.
    ");
    let settings = "title: Forum\nsite_theme: ../../ailleurs\nthemes: [{id: logement, title: Logement}]\n";
    assert_snapshot!(Catalogue::new().file("content/catalogue.yaml", settings).run(["check"]).stderr, @"
    erreur[unknown-site-theme]: Le thème de site « ../../ailleurs » n'existe pas.
      ╭▸ content/catalogue.yaml:2:13
      │
    2 │ site_theme: ../../ailleurs
      │             ━━━━━━━━━━━━━━
      │
      ╰ remède : Le thème fourni s'appelle « forum » ; un autre se range sous themes/../../ailleurs/.

    1 erreur, 0 avertissement.
    ");
}
