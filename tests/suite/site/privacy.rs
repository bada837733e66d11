//! A contact that is not for everybody appears nowhere in the site.

use crate::catalogue::{Catalogue, ELAN, SETTINGS, Site};
use crate::html::tags;

/// Whether the bytes of a text stand anywhere in the site.
fn is_told(site: &Site, text: &str) -> bool {
    let told = |bytes: &[u8]| bytes.windows(text.len()).any(|window| window == text.as_bytes());
    site.0.iter().any(|(path, bytes)| told(path.as_bytes()) || told(bytes))
}

/// A contact of whom every field bears the name.
fn contact(name: &str, publish: &str) -> String {
    format!(
        "  - name: N-{name}\n    role: R-{name}\n    organisation: O-{name}\n    address: A-{name}\n    \
         email: {name}@exemple.fr\n    website: https://{name}.fr/\n    phones: [\"06 00 00 00 {:02}\"]\n{publish}",
        name.len()
    )
}

#[test]
fn print_and_nowhere_are_nowhere_on_the_site() {
    let contacts = [
        contact("vuedetous", "    publish: everywhere\n"),
        contact("papierseul", "    publish: print\n"),
        contact("nullepart", "    publish: nowhere\n"),
    ];
    let catalogue = Catalogue::new().sheet("fiche", format!("{ELAN}contacts:\n{}", contacts.concat()));
    catalogue.build();
    let site = catalogue.site();
    assert!(is_told(&site, "N-vuedetous") && is_told(&site, "vuedetous@exemple.fr"));
    for hidden in ["papierseul", "nullepart"] {
        assert!(!is_told(&site, hidden), "{hidden}");
    }
    let phones = tags(&catalogue.output("initiatives/fiche/index.html"));
    let phones: Vec<&str> = phones.iter().filter_map(|tag| tag.get("href")?.strip_prefix("tel:")).collect();
    assert_eq!(phones, ["+33600000009"]);
}

#[test]
fn the_settings_say_what_holds_for_contacts_that_do_not() {
    let contacts = [contact("vuedetous", "    publish: everywhere\n"), contact("sansmention", "")];
    let catalogue = Catalogue::new()
        .file("content/catalogue.yaml", format!("{SETTINGS}contacts_publish: nowhere\n"))
        .sheet("fiche", format!("{ELAN}contacts:\n{}", contacts.concat()));
    catalogue.build();
    let site = catalogue.site();
    assert!(is_told(&site, "vuedetous") && !is_told(&site, "sansmention"));
}

#[test]
fn a_sheet_whose_contacts_are_all_hidden_has_no_heading_for_them() {
    let sheet = format!("{ELAN}contacts:\n{}", contact("nullepart", "    publish: nowhere\n"));
    let catalogue = Catalogue::new().sheet("fiche", sheet);
    catalogue.build();
    assert!(!catalogue.output("initiatives/fiche/index.html").contains("Contacts"));
}

#[test]
fn a_contact_that_is_hidden_later_leaves_the_site() {
    let sheet = format!("{ELAN}contacts:\n{}", contact("vuedetous", ""));
    let catalogue = Catalogue::new().sheet("fiche", &sheet);
    catalogue.build();
    assert!(is_told(&catalogue.site(), "vuedetous"));
    catalogue.write("content/initiatives/fiche.yaml", format!("{sheet}    publish: nowhere\n"));
    catalogue.build();
    assert!(!is_told(&catalogue.site(), "vuedetous"));
}
