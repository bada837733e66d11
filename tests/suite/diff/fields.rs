//! Every field of a sheet, and of the records within it, is told when it changes.

use std::collections::BTreeSet;

use florilege::catalogue::{
    Contact, Edition, Figure, Media, News, PartnerGroup, Period, Pilot, Sheet, Territory, WebLink,
};
use florilege::prepare::Preparation;
use florilege::record::Record;
use florilege::source::Folders;

use crate::catalogue::Catalogue;
use crate::picture::SVG;

const SETTINGS: &str = "\
title: Essai
themes:
  - {id: langue, title: Langue}
  - {id: logement, title: Logement}
  - {id: emploi, title: Emploi}
";

/// A sheet that says everything.
const WHOLE: &str = "\
title: Un toit
theme: logement
also: [langue]
pilot:
  name: Elia
  filed_as: Elia de Rennes
  description: Une équipe.
  website: https://pilote.exemple.fr/
  logo: logo.svg
partners:
  - group: Des villes
    members: [Rennes]
partners_note: La ville prête une salle.
contacts:
  - name: Camille
    role: Présidente
    organisation: Maison
    phones: [\"02 61 91 00 12\"]
    email: camille@exemple.fr
    address: 1, rue de l'Exemple
    website: https://contact.exemple.fr/
    publish: everywhere
territory:
  national: false
  regions: [\"53\"]
  departments: [\"35\"]
  places: [Fougères]
  cross_border: [Wallonie]
period:
  start: 2016
  end: 2020
audiences: [jeunes]
objective: Loger des familles.
description: Des repas.
results: Des baux.
figures:
  - value: \"34\"
    label: familles
media:
  - file: repas.svg
    alt: Une table.
    caption: Juin
    credit: Photographe
videos: [{url: \"https://film.exemple.fr/\", title: Le film}]
links:
  - url: https://bilan.exemple.fr/
    title: Le bilan
forums: [forum-un]
sources: [source-une]
reviewed: 2026-01-02
previous_ids: [ancien-nom]
";

/// What a change of a field replaces in the sheet, by what, and which field of the sheet is told; none
/// for what is told otherwise.
const CHANGES: [(&str, &str, &str, &str, Option<&str>); 55] = [
    ("sheet", "title", "Un toit", "Un abri", Some("title")),
    ("sheet", "theme", "theme: logement", "theme: emploi", Some("theme")),
    ("sheet", "also", "also: [langue]", "also: [emploi]", Some("also")),
    ("sheet", "pilot", "name: Elia\n", "name: Adoma\n", Some("pilot")),
    ("sheet", "partners", "  - group:", "  - Ofii\n  - group:", Some("partners")),
    ("sheet", "partners_note", "prête une salle", "prête deux salles", Some("partners_note")),
    ("sheet", "contacts", "  - name: Camille", "  - name: Alix\n  - name: Camille", Some("contacts")),
    ("sheet", "territory", "  places: [Fougères]\n", "", Some("territory")),
    ("sheet", "period", "  end: 2020\n", "", Some("period")),
    ("sheet", "audiences", "jeunes", "familles", Some("audiences")),
    ("sheet", "objective", "Loger des familles", "Loger des jeunes", Some("objective")),
    ("sheet", "description", "Des repas", "Des *repas*", Some("description")),
    ("sheet", "results", "Des baux", "Dix baux", Some("results")),
    ("sheet", "figures", "  - value:", "  - {value: \"1\", label: an}\n  - value:", Some("figures")),
    ("sheet", "media", "  - file:", "  - {file: logo.svg, alt: \"\"}\n  - file:", Some("media")),
    ("sheet", "videos", "Le film", "Un film", Some("videos")),
    ("sheet", "links", "Le bilan", "Un bilan", Some("links")),
    ("sheet", "forums", "[forum-un]", "[forum-deux]", Some("forums")),
    ("sheet", "sources", "[source-une]", "[source-deux]", Some("sources")),
    ("sheet", "reviewed", "2026-01-02", "2026-01", Some("reviewed")),
    ("sheet", "previous_ids", "[ancien-nom]", "[ancien-nom, plus-ancien]", None),
    ("pilot", "name", "name: Elia\n", "name: Élia\n", Some("pilot")),
    ("pilot", "filed_as", "Elia de Rennes", "De Rennes", Some("pilot")),
    ("pilot", "description", "Une équipe", "Deux équipes", Some("pilot")),
    ("pilot", "website", "//pilote.", "//www.pilote.", Some("pilot")),
    ("pilot", "logo", "logo: logo.svg", "logo: repas.svg", Some("pilot")),
    ("partners", "group", "Des villes", "Les villes", Some("partners")),
    ("partners", "members", "[Rennes]", "[Rennes, Brest]", Some("partners")),
    ("contacts", "name", "name: Camille", "name: Alix", Some("contacts")),
    ("contacts", "role", "Présidente", "Présidence", Some("contacts")),
    ("contacts", "organisation", "Maison", "Maisons", Some("contacts")),
    ("contacts", "phones", "00 12", "00 13", Some("contacts")),
    ("contacts", "email", "camille@", "c.camille@", Some("contacts")),
    ("contacts", "address", "1, rue", "2, rue", Some("contacts")),
    ("contacts", "website", "//contact.", "//contacts.", Some("contacts")),
    ("contacts", "publish", "publish: everywhere", "publish: nowhere", Some("contacts")),
    ("territory", "national", "national: false", "national: true", Some("territory")),
    ("territory", "regions", "[\"53\"]", "[\"28\"]", Some("territory")),
    ("territory", "departments", "[\"35\"]", "[\"35\", \"2A\"]", Some("territory")),
    ("territory", "places", "Fougères", "Vitré", Some("territory")),
    ("territory", "cross_border", "Wallonie", "Flandre", Some("territory")),
    ("period", "start", "start: 2016", "start: 2016-06", Some("period")),
    ("period", "end", "end: 2020", "end: 2021", Some("period")),
    ("figures", "value", "\"34\"", "\"35\"", Some("figures")),
    ("figures", "label", "label: familles", "label: foyers", Some("figures")),
    ("media", "file", "file: repas.svg", "file: logo.svg", Some("media")),
    ("media", "alt", "Une table", "Deux tables", Some("media")),
    ("media", "caption", "Juin", "Mai", Some("media")),
    ("media", "credit", "Photographe", "Autrice", Some("media")),
    ("links", "url", "//bilan.", "//bilans.", Some("links")),
    ("links", "title", "Le bilan", "Les bilans", Some("links")),
    // What makes no difference to readers.
    ("contacts", "publish", "    publish: everywhere\n", "", None),
    ("territory", "national", "  national: false\n", "", None),
    ("sheet", "audiences", "audiences: [jeunes]", "audiences: [ jeunes ]", None),
    ("sheet", "title", "title: Un toit", "title: \"Un toit\"", None),
];

/// Every record of a sheet.
const RECORDS: [&Record; 9] = [
    &Sheet::RECORD,
    &Pilot::RECORD,
    &PartnerGroup::RECORD,
    &Contact::RECORD,
    &Territory::RECORD,
    &Period::RECORD,
    &Figure::RECORD,
    &Media::RECORD,
    &WebLink::RECORD,
];

fn catalogue() -> Catalogue {
    let mut catalogue = Catalogue::empty().file("content/catalogue.yaml", SETTINGS).sheet("fiche", WHOLE);
    for forum in ["forum-un", "forum-deux"] {
        let forum_file = format!("content/forums/{forum}.yaml");
        catalogue = catalogue.file(&forum_file, format!("title: {forum}\nselect: {{themes: [logement]}}\n"));
    }
    for source in ["source-une", "source-deux"] {
        catalogue = catalogue.file(&format!("seeds/sources/{source}.yaml"), format!("title: {source}\n"));
    }
    let other = SVG.replacen("<svg", "<svg id=\"autre\"", 1);
    catalogue.file("content/media/logo.svg", SVG).file("content/media/repas.svg", other)
}

/// What the catalogue would publish. It has no mistake.
#[track_caller]
fn edition(catalogue: &Catalogue) -> Edition {
    let prepared = Preparation::new(Folders::new(&catalogue.path(""))).prepare(false);
    assert!(!prepared.problems.has_errors(), "{:?}", prepared.problems);
    Edition::new(&prepared.catalogue.unwrap(), None, str::to_owned)
}

/// The fields that are told of the sheet.
#[track_caller]
fn told(old: &Edition, new: &Edition) -> Vec<&'static str> {
    let news = News::between(old, new, &BTreeSet::new());
    assert!(news.new.is_empty() && news.gone.is_empty() && news.changed.len() < 2);
    news.changed.into_iter().flat_map(|change| change.fields).collect()
}

#[test]
fn every_field_is_told_when_it_changes() {
    let catalogue = catalogue();
    let before = edition(&catalogue);
    for (record, field, from, to, expected) in CHANGES {
        assert_eq!(WHOLE.matches(from).count(), 1, "{record}.{field}: {from}");
        catalogue.write("content/initiatives/fiche.yaml", WHOLE.replace(from, to));
        assert_eq!(told(&before, &edition(&catalogue)), Vec::from_iter(expected), "{record}.{field}: {to}");
    }
}

#[test]
fn no_declared_field_is_forgotten() {
    let tried: BTreeSet<(&str, &str)> = CHANGES.iter().map(|change| (change.0, change.1)).collect();
    let declared: BTreeSet<(&str, &str)> = RECORDS
        .iter()
        .flat_map(|record| record.fields.iter().map(|field| (record.name, field.name)))
        .collect();
    assert_eq!(tried, declared);
    let untold = CHANGES.iter().filter(|change| change.0 == "sheet" && change.4.is_none());
    let told: BTreeSet<&str> = CHANGES.iter().filter_map(|change| change.4).collect();
    let untold: Vec<&str> = untold.map(|change| change.1).filter(|field| !told.contains(field)).collect();
    assert_eq!(untold, Edition::UNTOLD);
}

#[test]
fn another_picture_under_the_same_name_is_told() {
    let catalogue = catalogue();
    let text = WHOLE.replace("Des repas.", "Des repas. ![Un plan](plan.svg)");
    catalogue.write("content/media/plan.svg", SVG);
    catalogue.write("content/initiatives/fiche.yaml", text);
    let before = edition(&catalogue);
    for (file, field) in [("logo", "pilot"), ("repas", "media"), ("plan", "description")] {
        let path = format!("content/media/{file}.svg");
        let kept = std::fs::read(catalogue.path(&path)).unwrap();
        catalogue.write(&path, SVG.replacen("<svg", "<svg id=\"nouveau\"", 1));
        assert_eq!(told(&before, &edition(&catalogue)), [field]);
        catalogue.write(&path, kept);
    }
}

#[test]
fn every_field_has_a_name_in_both_languages() {
    use florilege::problems::{Speech, Wording};
    for field in Sheet::RECORD.fields.iter().map(|field| field.name) {
        let names = [Speech::French, Speech::English]
            .map(|speech| Wording::new(speech).say("diff-field", &[("field", field.into())]));
        // French has no field of that name; English has some whose name is their own.
        let is_named = names[0] != field || ["description", "contacts", "forums", "sources"].contains(&field);
        assert!(is_named || Edition::UNTOLD.contains(&field), "{field}: {names:?}");
        assert!(!names[1].contains('_') || Edition::UNTOLD.contains(&field), "{field}: {names:?}");
    }
}
