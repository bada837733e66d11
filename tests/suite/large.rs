//! A catalogue so large that all of its lists are cut.

use crate::catalogue::{Catalogue, SETTINGS};

/// How many sheets it has.
pub(crate) const SHEETS: usize = 1600;

/// A sheet of it. Half of them have one theme, which all others cross; all share a partner, two of three an
/// audience, many a department or the country, and every fourth names a pilot as a partner.
pub(crate) fn sheet(number: usize) -> String {
    let theme = if number.is_multiple_of(2) { "langue" } else { "logement\nalso: [langue]" };
    let territory = match number % 8 {
        0..3 => "departments: [\"75\"]",
        3..6 => "national: true",
        _ => "regions: [\"11\"], cross_border: [Ligurie]",
    };
    let audience = if number.is_multiple_of(3) { "[]" } else { "[jeunes]" };
    let partner = if number.is_multiple_of(4) { ", Accueil 7" } else { "" };
    let pilot = pilot(number);
    format!(
        "title: Fiche {number}\ntheme: {theme}\npilot: {{name: {pilot}}}\nobjective: Voir.\nterritory: {{{territory}}}\naudiences: {audience}\npartners: [Caf{partner}]\ndescription: \"[Suite](fiche:f-{})\"\n",
        number % 100
    )
}

/// Two of three pilots begin with an A.
fn pilot(number: usize) -> String {
    match number % 3 {
        0 => format!("{}", number % 50),
        1 => format!("Accueil {number}"),
        _ => format!("Atelier {number}"),
    }
}

/// The whole catalogue; a forum shows a part of it, in an order and in volumes of its own.
pub(crate) fn large() -> Catalogue {
    let catalogue = Catalogue::new()
        .file("content/catalogue.yaml", format!("{SETTINGS}base_url: https://exemple.fr/\n"))
        .file("content/forums/lyon.yaml", "title: Forum de Lyon\nselect: {themes: [langue]}\norder: pilot\n");
    for number in 0..SHEETS {
        catalogue.write(&path(number), sheet(number));
    }
    catalogue
}

/// The file of a sheet.
pub(crate) fn path(number: usize) -> String {
    format!("content/initiatives/f-{number}.yaml")
}
