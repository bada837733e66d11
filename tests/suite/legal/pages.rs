//! What the legal pages say, and what leads to them.

use insta::{assert_debug_snapshot, assert_snapshot};

use crate::catalogue::{Catalogue, SETTINGS, SIGNED};
use crate::html::{tags, text, texts};

use super::{audited, footer, signed_by, with};

/// The text of a page, one line for each piece.
fn shown(catalogue: &Catalogue, page: &str) -> String {
    let html = catalogue.output(page);
    let article = html.split_once("<article").unwrap().1.split_once("</article>").unwrap().0;
    let text = text(&format!("<article{article}").replace('<', "\n<").replace("&nbsp;", "\u{a0}"));
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    lines.join("\n")
}

#[test]
fn every_page_leads_to_the_legal_pages_and_bears_the_mention() {
    let catalogue = with(&signed_by("state"));
    catalogue.build_warned(&["legal-missing"]);
    assert_debug_snapshot!(footer(&catalogue, "index.html"), @r#"
    [
        (
            "accessibilite/index.html",
            "Accessibilité\u{a0}: non conforme",
        ),
        (
            "mentions-legales/index.html",
            "Mentions légales",
        ),
        (
            "donnees-personnelles/index.html",
            "Données personnelles",
        ),
        (
            "plan-du-site/index.html",
            "Plan du site",
        ),
    ]
    "#);
    for page in catalogue.pages() {
        let words: Vec<String> = footer(&catalogue, &page).into_iter().map(|(_, words)| words).collect();
        let own = ["Accessibilité\u{a0}: non conforme", "Mentions légales", "Données personnelles"];
        assert!(words.starts_with(&own.map(str::to_owned)), "{page}: {words:?}");
        let licence = "Contenus sous Licence Ouverte 2.0 (etalab-2.0), sauf droits de tiers.";
        assert!(text(&catalogue.output(&page)).contains(licence), "{page}");
    }
    assert!(catalogue.output("index.html").contains("\"license\":\"https://www.etalab.gouv.fr/"));
    let plan = texts(&catalogue.output("plan-du-site/index.html"), "li");
    assert!(plan.contains(&"Mentions légales".to_owned()));
}

#[test]
fn the_mention_is_computed_from_the_figures() {
    for (passed, applicable, mention) in [
        (499, 1000, "Accessibilité\u{a0}: non conforme"),
        (500, 1000, "Accessibilité\u{a0}: partiellement conforme"),
        (999, 1000, "Accessibilité\u{a0}: partiellement conforme"),
        (1000, 1000, "Accessibilité\u{a0}: totalement conforme"),
    ] {
        let catalogue = with(&format!("{SIGNED}{}", audited(passed, applicable)));
        catalogue.build();
        assert_eq!(footer(&catalogue, "index.html")[0].1, mention);
    }
    let own = SIGNED.to_owned() + "  accessibility: {compliance: totalement conforme}\n";
    assert!(with(&own).run(["check"]).stderr.contains("unknown-field"));
}

#[test]
fn an_association_declares_only_what_it_wrote() {
    let catalogue = with(SIGNED);
    catalogue.build();
    assert!(!catalogue.path("public/accessibilite").exists());
    assert!(!catalogue.output("index.html").contains("Accessibilité"));

    let catalogue = with(&format!("{SIGNED}  accessibility: {{established: 2026-11-20}}\n"));
    catalogue.build();
    assert_eq!(footer(&catalogue, "index.html")[0].1, "Accessibilité\u{a0}: non conforme");
}

#[test]
fn a_declaration_of_which_nothing_is_written_claims_nothing() {
    let catalogue = with("publisher: {name: Diair, kind: state}\n");
    catalogue.build_warned(&["legal-missing"]);
    assert_snapshot!(shown(&catalogue, "accessibilite/index.html"), @"
    Déclaration d’accessibilité
    L’article 47 de la loi n° 2005-102 du 11 février 2005 demande à l’organisme qui publie ce site de le rendre accessible : Diair.
    Cette déclaration s’applique au site « Initiatives & territoires ».
    État de conformité
    Accessibilité : non conforme
    Ce site est non conforme au référentiel général d’amélioration de l’accessibilité (RGAA) : aucun résultat d’audit en cours de validité ne permet de mesurer le respect de ses critères.
    Résultats des tests
    Aucun résultat d’audit n’est disponible pour ce site.
    Contenus non accessibles
    Non-conformités
    Faute d’audit valable, elles ne sont pas recensées.
    Dérogations pour charge disproportionnée
    Aucune dérogation n’est invoquée.
    Contenus non soumis à l’obligation d’accessibilité
    Aucun contenu n’est signalé à ce titre.
    Établissement de cette déclaration
    Technologies utilisées
    HTML
    CSS
    SVG
    JavaScript
    Retour d’information et contact
    Si vous n’arrivez pas à accéder à un contenu ou à un service, dites-le : on vous indiquera une autre façon d’y accéder, ou on vous l’enverra sous une autre forme.
    Voies de recours
    Vous avez signalé un défaut d’accessibilité qui vous empêche d’accéder à un contenu ou à un service, et vous n’avez pas obtenu de réponse satisfaisante ? Vous pouvez :
    écrire un message au Défenseur des droits
    ;
    rencontrer le délégué du Défenseur des droits de votre région
    ;
    envoyer un courrier, sans timbre : Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07.
    ");
    for page in ["mentions-legales", "donnees-personnelles"] {
        assert!(!shown(&catalogue, &format!("{page}/index.html")).contains("à compléter"), "{page}");
    }
}

#[test]
fn a_whole_declaration() {
    let catalogue = with(&format!("{SIGNED}{}", audited(62, 80)));
    catalogue.build();
    assert_snapshot!(shown(&catalogue, "accessibilite/index.html"), @"
    Déclaration d’accessibilité
    Diair s’engage à rendre ce site accessible, conformément à l’article 47 de la loi n° 2005-102 du 11 février 2005.
    Cette déclaration s’applique au site « Initiatives & territoires ».
    État de conformité
    Accessibilité : partiellement conforme
    Ce site est partiellement conforme au RGAA 4.1.2, en raison des non-conformités énumérées ci-dessous.
    Résultats des tests
    L’audit de conformité réalisé par Cabinet de l’Exemple (
    15 octobre 2026
    ) révèle que 77,5 % des critères du RGAA 4.1.2 sont respectés : 62 sur 80 critères applicables.
    Contenus non accessibles
    Non-conformités
    Des images.
    Dérogations pour charge disproportionnée
    Aucune dérogation n’est invoquée.
    Contenus non soumis à l’obligation d’accessibilité
    Aucun contenu n’est signalé à ce titre.
    Établissement de cette déclaration
    Établie
    20 novembre 2026
    À refaire au plus tard
    20 novembre 2029
    Technologies utilisées
    HTML
    CSS
    SVG
    JavaScript
    Environnement de test
    Firefox
    Outils de l’évaluation
    axe-core
    Pages vérifiées
    Accueil
    Retour d’information et contact
    Si vous n’arrivez pas à accéder à un contenu ou à un service, dites-le : on vous indiquera une autre façon d’y accéder, ou on vous l’enverra sous une autre forme.
    Par courriel :
    contact@exemple.fr
    Par téléphone :
    01 72 71 69 75
    Par courrier : Diair, 1, place de l’Exemple, Paris
    Voies de recours
    Vous avez signalé un défaut d’accessibilité qui vous empêche d’accéder à un contenu ou à un service, et vous n’avez pas obtenu de réponse satisfaisante ? Vous pouvez :
    écrire un message au Défenseur des droits
    ;
    rencontrer le délégué du Défenseur des droits de votre région
    ;
    envoyer un courrier, sans timbre : Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07.
    ");
}

#[test]
fn who_publishes_and_what_becomes_of_personal_data() {
    let catalogue = with(SIGNED);
    catalogue.build();
    assert_snapshot!(shown(&catalogue, "mentions-legales/index.html"), @"
    Mentions légales
    Qui publie ce site
    Nom
    Diair
    Directrice ou directeur de la publication
    Camille Exemple, présidente
    Adresse
    1, place de l’Exemple, Paris
    Téléphone
    01 72 71 69 75
    Courriel
    contact@exemple.fr
    Qui l’héberge
    Nom
    Hébergeur de l’Exemple
    Adresse
    2, rue de l’Exemple, Rennes
    Téléphone
    02 61 91 00 13
    Réutiliser les contenus
    Les contenus de ce site sont sous
    Licence Ouverte 2.0 (etalab-2.0)
    . Vous pouvez les copier, les modifier et les diffuser, à condition d’indiquer leur source et la date de leur dernière mise à jour.
    Cette licence ne couvre pas ce qui appartient à des tiers : les logos, et les images ou les textes repris avec l’accord de leurs auteurs.
    Crédits
    Le site est produit par Florilège, un logiciel libre. Ses textes sont composés en Atkinson Hyperlegible, de l’institut Braille d’Amérique, ses titres en Bricolage Grotesque, de l’atelier Triay : deux polices sous
    licence
    SIL Open Font
    .
    Cookies et données personnelles
    Ce site ne dépose aucun cookie. Ce qu’il fait des données personnelles est dit à la page
    Données personnelles
    .
    ");
    assert_snapshot!(shown(&catalogue, "donnees-personnelles/index.html"), @"
    Données personnelles
    Votre visite
    Ce site ne vous demande aucune donnée. Il ne dépose aucun cookie, ne mesure pas les visites et ne charge rien d’un autre site.
    Le site lui-même ne garde pas de journal des connexions. Hébergeur de l’Exemple, qui l’héberge, peut en tenir un, pour la sécurité de ses machines.
    Les personnes citées dans les fiches
    Une fiche dit qui joindre : nom, fonction, organisme, téléphone, courriel, adresse postale.
    D’où viennent ces données
    De l’organisme qui porte l’initiative, ou du document que cite le bas de la fiche.
    À quoi elles servent
    À faire connaître les initiatives et à joindre les personnes qui les portent.
    Ce qui permet de les publier
    L’accord des personnes (RGPD, article 6, 1, a).
    Qui les lit
    Toute personne qui consulte le site.
    Combien de temps elles sont gardées
    Tant que la fiche est au catalogue.
    Si vos coordonnées ont été données par un autre que vous, cette page vous en informe, comme le demande l’article 14 du règlement général sur la protection des données (RGPD).
    Qui en est responsable
    Responsable du traitement
    Diair, 1, place de l’Exemple, Paris
    Courriel
    contact@exemple.fr
    Vos droits
    Vous pouvez demander :
    à connaître les données qui vous concernent, et à en recevoir une copie ;
    à les faire corriger ou compléter ;
    à les faire effacer, ou à en limiter l’usage ;
    à les recevoir dans un format réutilisable ;
    à ce qu’elles ne soient plus publiées, parce que vous retirez votre accord.
    Écrivez à l’adresse ci-dessus : une réponse vous est due dans le mois.
    Réclamation
    Si la réponse ne vous satisfait pas, vous pouvez saisir la Commission nationale de l’informatique et des libertés (CNIL) :
    en ligne :
    www.cnil.fr
    ;
    par courrier : CNIL, 3 place de Fontenoy, TSA 80715, 75334 Paris Cedex 07.
    ");
}

#[test]
fn an_audit_that_is_too_old_no_longer_speaks() {
    let settings = SIGNED.to_owned() + &audited(80, 80).replace("2026-10-15", "2023-10-15");
    let catalogue = with(&settings);
    catalogue.build_warned(&["expired-audit"]);
    assert_eq!(footer(&catalogue, "index.html")[0].1, "Accessibilité\u{a0}: non conforme");
    assert!(shown(&catalogue, "accessibilite/index.html").contains("a plus de trois ans"));
}

#[test]
fn in_english() {
    let settings = "language: en\n".to_owned() + &signed_by("state") + &audited(62, 80);
    let catalogue = with(&settings);
    catalogue.build_warned(&["legal-missing"]);
    assert_debug_snapshot!(footer(&catalogue, "index.html"), @r#"
    [
        (
            "accessibility/index.html",
            "Accessibility: partially compliant",
        ),
        (
            "legal-notice/index.html",
            "Legal notice",
        ),
        (
            "personal-data/index.html",
            "Personal data",
        ),
        (
            "site-map/index.html",
            "Site map",
        ),
    ]
    "#);
    let declaration = shown(&catalogue, "accessibility/index.html");
    assert!(declaration.contains("shows that 77.5% of the criteria of RGAA 4.1.2 are met: 62 of the 80"));
    assert!(shown(&catalogue, "legal-notice/index.html").contains("Who hosts it"));
    assert!(shown(&catalogue, "personal-data/index.html").contains("article 14"));
}

#[test]
fn a_page_of_the_same_name_adds_its_text() {
    let page = "---\ntitle: Mentions\norder: -1\nmenu: true\n---\n\n## Les dessins\n\nIls sont d'Alix.\n";
    let catalogue = with(SIGNED).file("content/pages/mentions-legales.md", page);
    catalogue.build();
    let html = catalogue.output("mentions-legales/index.html");
    assert_eq!(texts(&html, "h1"), ["Mentions légales"]);
    assert_eq!(texts(&html, "h2").last().map(String::as_str), Some("Les dessins"));
    let links = |html: &str| {
        tags(html).iter().filter(|tag| tag.get("href") == Some("mentions-legales/index.html")).count()
    };
    assert_eq!(links(&catalogue.output("index.html")), 1, "one link, at the foot");

    // A draft has no legal notice: there it is a page like any other.
    let catalogue = with("").file("content/pages/mentions-legales.md", page);
    catalogue.build();
    assert_eq!(texts(&catalogue.output("mentions-legales/index.html"), "h1"), ["Mentions"]);
}

#[test]
fn a_text_of_the_catalogue_wins_over_the_one_that_comes_with_the_program() {
    let own = "{% extends \"legal.html\" %}\n{% block text %}<p>Nos mots : {{ legal.director }}.</p>{% endblock %}\n";
    let catalogue = with(SIGNED).file("themes/forum/templates/legal/fr/legal-notice.html", own);
    catalogue.build();
    assert_eq!(
        shown(&catalogue, "mentions-legales/index.html"),
        "Mentions légales\nNos mots : Camille Exemple, présidente."
    );
}

#[test]
fn a_change_of_the_legal_settings_reaches_all_pages() {
    let catalogue = with(&format!("{SIGNED}{}", audited(62, 80)));
    catalogue.build();
    let settings = format!("{SETTINGS}{SIGNED}{}", audited(80, 80));
    catalogue.write("content/catalogue.yaml", &settings);
    catalogue.build();
    catalogue.site().must_be(&{
        let fresh = Catalogue::new().file("content/catalogue.yaml", &settings);
        fresh.build();
        fresh.site()
    });
}
