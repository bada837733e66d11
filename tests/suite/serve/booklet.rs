//! The booklet in the preview: typeset when somebody asks for it.

use std::fs;

use crate::catalogue::{Catalogue, ELAN};

use super::serve;

const SHEET: &str = "content/initiatives/elan.yaml";
const PAGE: &str = "/initiatives/elan/";
const PDF: &str = "/booklet/catalogue-a5.pdf";

#[test]
fn it_is_what_the_command_would_write() {
    let catalogue = Catalogue::new()
        .sheet("elan", format!("{ELAN}forums: [lyon]\n"))
        .file("content/forums/lyon.yaml", "title: Forum de Lyon\n");
    catalogue.command().args(["booklet"]).output().unwrap();
    catalogue.command().args(["booklet", "lyon", "--format", "a4"]).output().unwrap();
    let preview = serve(&catalogue);
    assert!(preview.line("Its booklet").unwrap().ends_with(PDF));
    for name in ["catalogue-a5.pdf", "lyon-a4.pdf"] {
        let answer = preview.get(&format!("/booklet/{name}")).unwrap();
        assert!(answer.head.contains("content-type: application/pdf"), "{}", answer.head);
        assert!(answer.body == fs::read(catalogue.path("booklet").join(name)).unwrap(), "{name}");
    }
    for name in ["paris-a5.pdf", "catalogue-a3.pdf", "catalogue-a5", ""] {
        assert_eq!(preview.get(&format!("/booklet/{name}")).unwrap().status, 404, "{name}");
    }
}

#[test]
fn what_hinders_it_shows_in_its_place_until_it_is_mended() {
    let catalogue = Catalogue::new();
    let preview = serve(&catalogue);
    let before = preview.get(PDF).unwrap();
    let mut events = preview.events(PAGE).unwrap();
    events.next().unwrap();
    catalogue.write(SHEET, ELAN.replace("Programme Elan", "Programme مرحبا"));
    // On the site, browsers have fonts for it: only the PDF cannot be made.
    while !preview.get(PAGE).unwrap().text().contains("مرحبا") {
        events.next().unwrap();
    }
    assert_eq!(preview.get(PDF).unwrap().status, 503);
    let told = events.until(|news| news.problems.is_some()).unwrap().problems.unwrap();
    assert!(told.contains(SHEET) && told.contains("U+0645") && told.contains("U+0631"), "{told}");
    assert!(preview.get(PDF).unwrap().text().contains("U+0645"));
    catalogue.write(SHEET, ELAN);
    events.until(|news| news.problems.is_none()).unwrap();
    assert!(preview.get(PDF).unwrap().body == before.body);
}
