//! The index of partners.

use insta::assert_debug_snapshot;

use crate::catalogue::{Catalogue, ELAN};
use crate::html::texts;

/// Three sheets that share partners, however they are written.
fn shared() -> Catalogue {
    let sheet = |pilot: &str, partners: &str| {
        format!("{}partners: {partners}\n", ELAN.replace("Samusocial de Paris", pilot))
    };
    Catalogue::new()
        .sheet("a", sheet("Adoma", "[Ofii, \"L'Adages\", Mairie, La Cimade]"))
        .sheet("b", sheet("La Cimade", "[OFII, Caf, {group: Caf, members: [L’ADAGES, Ofii – Limousin]}]"))
        .sheet("c", sheet("Elia", "[{group: Au niveau national, members: [Ofii, la cimade]}]"))
}

#[test]
fn those_of_two_sheets_stand_under_their_letters() {
    let catalogue = shared();
    catalogue.build();
    let html = catalogue.output("partenaires/index.html");
    let names = [texts(&html, "h2"), texts(&html, "h3")];
    assert_debug_snapshot!(names, @r#"
    [
        [
            "L",
            "O",
        ],
        [
            "L’Adages",
            "La Cimade",
            "Ofii",
        ],
    ]
    "#);
    let sheets = html.split_once("id=\"partner-ofii\"").unwrap().1.split_once("</ul>").unwrap().0;
    assert_eq!(sheets.matches("/index.html\">Programme Elan</a>").count(), 3);
    assert!(html.contains("3\u{a0}partenaires."));
}

#[test]
fn a_partner_that_is_a_pilot_leads_to_its_place_among_them() {
    let catalogue = shared();
    catalogue.build();
    let html = catalogue.output("partenaires/index.html");
    assert!(
        html.contains("<a href=\"../pilotes/index.html#pilot-la-cimade\">Porte aussi des initiatives</a>")
    );
    assert_eq!(html.matches("Porte aussi des initiatives").count(), 1);
    assert!(catalogue.output("pilotes/index.html").contains("id=\"pilot-la-cimade\""));
}

#[test]
fn a_sheet_leads_to_the_partners_that_others_name_too() {
    let catalogue = shared();
    catalogue.build();
    let sheet = catalogue.output("initiatives/b/index.html");
    assert!(sheet.contains("<li><a href=\"../../partenaires/index.html#partner-ofii\">OFII</a></li>"));
    assert!(sheet.contains("<li>Caf</li>") && sheet.contains("<li>Ofii – Limousin</li>"));
    assert!(!catalogue.output("livret/index.html").contains("#partner-"));
}

#[test]
fn without_shared_partners_there_is_no_index_and_no_way_to_it() {
    let catalogue = Catalogue::new().sheet("a", format!("{ELAN}partners: [Ofii, Ofii]\n"));
    catalogue.build();
    assert!(!catalogue.path("public/partenaires").exists());
    assert!(catalogue.pages().iter().all(|path| !catalogue.output(path).contains("partenaires/")));
    // A second sheet that names it changes the first one's page.
    catalogue.write("content/initiatives/b.yaml", format!("{ELAN}partners: [Ofii]\n"));
    catalogue.build();
    assert!(catalogue.output("initiatives/a/index.html").contains("#partner-ofii"));
    assert!(catalogue.output("index.html").contains("partenaires/index.html"));
    assert!(catalogue.output("plan-du-site/index.html").contains("partenaires/index.html"));
    catalogue.remove("content/initiatives/b.yaml");
    catalogue.build();
    assert!(!catalogue.path("public/partenaires").exists());
    assert!(!catalogue.output("initiatives/a/index.html").contains("#partner-ofii"));
}

#[test]
fn in_english() {
    let catalogue = shared().file(
        "content/catalogue.yaml",
        "title: Home\nlanguage: en\nthemes: [{id: logement, title: Housing}]\n",
    );
    catalogue.build();
    let html = catalogue.output("partners/index.html");
    assert_eq!(texts(&html, "h1"), ["The partners"]);
    assert!(html.contains("Also carries initiatives"));
}
