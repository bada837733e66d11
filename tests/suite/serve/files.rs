//! Files that change under the preview, as editors and other programs change them.

use std::fs;
use std::process::Command;

use crate::catalogue::{Catalogue, ELAN, SETTINGS};

use super::preview::{Events, News, Preview};
use super::serve;

const SHEET: &str = "content/initiatives/elan.yaml";
const PAGE: &str = "/initiatives/elan/";

/// A preview of one sheet, and what its page hears.
fn open(catalogue: &Catalogue, page: &str) -> (Preview, Events) {
    let preview = serve(catalogue);
    let mut events = preview.events(page).unwrap();
    // What it is when it is opened.
    events.next().unwrap();
    (preview, events)
}

/// Waits until the page shows something, as a browser does that loads it whenever it hears of it.
#[track_caller]
fn wait_for(preview: &Preview, events: &mut Events, page: &str, words: &str) {
    while !preview.get(page).unwrap().text().contains(words) {
        events.next().unwrap();
    }
}

fn titled(title: &str) -> String {
    ELAN.replace("Programme Elan", title)
}

fn is_broken(news: &News) -> bool {
    news.problems.is_some()
}

#[test]
fn a_saved_file_shows() {
    let catalogue = Catalogue::new();
    let (preview, mut events) = open(&catalogue, PAGE);
    let before = preview.events(PAGE).unwrap().next().unwrap();
    catalogue.write(SHEET, titled("Elan neuf"));
    let news = events.until(|news| news.state != before.state).unwrap();
    assert_eq!(news.problems, None);
    assert!(preview.get(PAGE).unwrap().text().contains("Elan neuf"));
    assert!(preview.line("content/initiatives/elan.yaml: shown in").is_ok());
}

#[test]
fn what_changes_elsewhere_leaves_a_page_as_it_is() {
    let catalogue = Catalogue::new();
    let preview = serve(&catalogue);
    let mut events = preview.events("/themes/langue/").unwrap();
    let before = events.next().unwrap();
    catalogue.write(SHEET, format!("{ELAN}description: Neuve.\n"));
    assert_eq!(events.next().unwrap(), before);
    assert!(preview.get(PAGE).unwrap().text().contains("Neuve."));
}

#[test]
fn an_editor_may_write_beside_the_file_and_rename() {
    let catalogue = Catalogue::new();
    let (preview, mut events) = open(&catalogue, PAGE);
    for (number, beside) in ["elan.yaml.tmp", ".elan.yaml.swp", "elan.yaml~", "4913"].iter().enumerate() {
        let title = format!("Elan {number} neuf");
        catalogue.write(&format!("content/initiatives/{beside}"), titled(&title));
        catalogue.rename(&format!("content/initiatives/{beside}"), SHEET);
        wait_for(&preview, &mut events, PAGE, &title);
    }
}

#[test]
fn an_editor_may_move_the_file_away_and_write_it_anew() {
    let catalogue = Catalogue::new();
    let (preview, mut events) = open(&catalogue, PAGE);
    catalogue.rename(SHEET, "content/initiatives/elan.yaml~");
    catalogue.write(SHEET, titled("Elan neuf"));
    catalogue.remove("content/initiatives/elan.yaml~");
    wait_for(&preview, &mut events, PAGE, "Elan neuf");
}

#[test]
fn a_file_saved_twice_shows_as_it_was_saved_last() {
    let catalogue = Catalogue::new();
    let (preview, mut events) = open(&catalogue, PAGE);
    // As long as each other, and as near in time as they come.
    for title in ["Elan a", "Elan b", "Elan c", "Elan d"] {
        catalogue.write(SHEET, titled("Elan z"));
        catalogue.write(SHEET, titled(title));
        wait_for(&preview, &mut events, PAGE, title);
    }
}

#[test]
#[cfg(unix)]
fn what_the_system_does_not_tell_shows_after_the_next_save() {
    let beside = "content/initiatives/bail.yaml";
    let catalogue = Catalogue::new().file("ailleurs/elan.yaml", ELAN).sheet("bail", titled("Bail glissant"));
    catalogue.remove(SHEET);
    // Nobody watches the file that a link leads to.
    std::os::unix::fs::symlink(catalogue.path("ailleurs/elan.yaml"), catalogue.path(SHEET)).unwrap();
    let (preview, mut events) = open(&catalogue, PAGE);
    catalogue.write("ailleurs/elan.yaml", titled("Elan d'ailleurs"));
    catalogue.write(beside, titled("Bail mobile"));
    wait_for(&preview, &mut events, "/initiatives/bail/", "Bail mobile");
    wait_for(&preview, &mut events, PAGE, "Elan d’ailleurs");
}

#[test]
fn files_come_and_go_and_are_renamed() {
    let catalogue = Catalogue::new();
    let (preview, mut events) = open(&catalogue, "/initiatives/");
    catalogue.write("content/initiatives/a/bail.yaml", titled("Bail glissant"));
    wait_for(&preview, &mut events, "/initiatives/", "Bail glissant");
    // A folder that is new is watched too.
    catalogue.write("content/initiatives/a/bail.yaml", titled("Bail mobile"));
    wait_for(&preview, &mut events, "/initiatives/", "Bail mobile");
    catalogue.rename("content/initiatives/a/bail.yaml", "content/initiatives/a/toit.yaml");
    wait_for(&preview, &mut events, "/initiatives/", "initiatives/toit/");
    assert_eq!(preview.get("/initiatives/bail/").unwrap().status, 404);
    // A folder may be moved whole, with what is in it.
    catalogue.rename("content/initiatives/a", "content/initiatives/b");
    catalogue.write("content/initiatives/b/toit.yaml", titled("Toit commun"));
    wait_for(&preview, &mut events, "/initiatives/", "Toit commun");
    catalogue.remove("content/initiatives/b");
    while preview.get("/initiatives/toit/").unwrap().status != 404 {
        events.next().unwrap();
    }
}

#[test]
fn folders_that_come_later_are_watched() {
    let catalogue = Catalogue::new();
    let (preview, mut events) = open(&catalogue, "/themes/");
    let template = |word: &str| {
        format!("{{% extends \"base.html\" %}}{{% block content %}}<h1>{word}</h1>{{% endblock %}}")
    };
    catalogue.write("themes/forum/templates/themes.html", template("Un"));
    wait_for(&preview, &mut events, "/themes/", "<h1>Un</h1>");
    catalogue.write("themes/forum/templates/themes.html", template("Deux"));
    wait_for(&preview, &mut events, "/themes/", "<h1>Deux</h1>");
    catalogue.remove("themes");
    wait_for(&preview, &mut events, "/themes/", "page-title");
    let mut events = preview.events(PAGE).unwrap();
    catalogue.write("seeds/sources/forum-2019.yaml", "title: Le catalogue du forum\n");
    catalogue.write(SHEET, format!("{ELAN}sources: [forum-2019]\n"));
    wait_for(&preview, &mut events, PAGE, "Le catalogue du forum");
    catalogue.write("seeds/sources/forum-2019.yaml", "title: Le catalogue neuf\n");
    wait_for(&preview, &mut events, PAGE, "Le catalogue neuf");
}

#[test]
fn the_content_may_be_exchanged_whole() {
    let catalogue = Catalogue::new()
        .file("ailleurs/catalogue.yaml", SETTINGS)
        .file("ailleurs/initiatives/elan.yaml", titled("Elan d'ailleurs"));
    let (preview, mut events) = open(&catalogue, PAGE);
    catalogue.rename("content", "ancien");
    catalogue.rename("ailleurs", "content");
    wait_for(&preview, &mut events, PAGE, "Elan d’ailleurs");
    catalogue.write(SHEET, titled("Elan suivi"));
    wait_for(&preview, &mut events, PAGE, "Elan suivi");
}

#[test]
fn another_branch_may_be_checked_out() {
    let catalogue = Catalogue::new();
    let git = |arguments: &[&str]| {
        let mut git = Command::new("git");
        git.current_dir(catalogue.path("")).args(["-c", "user.name=a", "-c", "user.email=a@exemple.fr"]);
        let ended = git.args(arguments).output().unwrap();
        assert!(ended.status.success(), "{}", String::from_utf8_lossy(&ended.stderr));
    };
    git(&["init", "--quiet", "--initial-branch", "un"]);
    git(&["add", "."]);
    git(&["commit", "--quiet", "--message", "un"]);
    git(&["checkout", "--quiet", "-b", "deux"]);
    catalogue.write(SHEET, titled("Elan deux"));
    for number in 0..40 {
        catalogue.write(&format!("content/initiatives/f{number}.yaml"), titled(&format!("Fiche {number}")));
    }
    git(&["add", "."]);
    git(&["commit", "--quiet", "--message", "deux"]);
    let (preview, mut events) = open(&catalogue, PAGE);
    for _ in 0..2 {
        git(&["checkout", "--quiet", "un"]);
        wait_for(&preview, &mut events, PAGE, "Programme Elan");
        while preview.get("/initiatives/f39/").unwrap().status != 404 {
            events.next().unwrap();
        }
        git(&["checkout", "--quiet", "deux"]);
        wait_for(&preview, &mut events, PAGE, "Elan deux");
        while preview.get("/initiatives/f39/").unwrap().status != 200 {
            events.next().unwrap();
        }
    }
}

#[test]
fn while_there_is_an_error_the_last_page_stays_with_the_error_over_it() {
    let catalogue = Catalogue::new();
    let (preview, mut events) = open(&catalogue, PAGE);
    let good = preview.get(PAGE).unwrap().text();
    catalogue.write(SHEET, titled("Elan neuf") + "titel: Encore\n");
    let told = events.until(is_broken).unwrap().problems.unwrap();
    for part in ["content/initiatives/elan.yaml", "line 6", "titel", "Did you mean", "role=\"alert\""] {
        assert!(told.contains(part), "{part}: {told}");
    }
    assert_eq!(preview.get(PAGE).unwrap().text(), good);
    assert!(preview.line("error[unknown-field]").is_ok());
    assert!(preview.line("1 error").is_ok());
    // A page that is opened now hears of it at once.
    assert!(is_broken(&preview.events("/themes/").unwrap().next().unwrap()));
    catalogue.write(SHEET, titled("Elan neuf"));
    events.until(|news| news.problems.is_none()).unwrap();
    assert!(preview.get(PAGE).unwrap().text().contains("Elan neuf"));
}

#[test]
fn a_catalogue_that_is_broken_from_the_start_shows_its_problems_alone() {
    let catalogue = Catalogue::new().file(SHEET, "titel: Elan\n");
    let (preview, mut events) = open(&catalogue, PAGE);
    for address in ["/", PAGE, "/autre"] {
        let page = preview.get(address).unwrap();
        assert_eq!(page.status, 503, "{address}");
        assert!(page.text().contains("content/initiatives/elan.yaml") && page.text().contains("live.js"));
    }
    catalogue.write(SHEET, ELAN);
    wait_for(&preview, &mut events, PAGE, "Programme Elan");
    assert_eq!(preview.get(PAGE).unwrap().status, 200);
}

#[test]
fn a_mistake_of_a_template_is_told_and_its_pages_stay_as_they_were() {
    let catalogue = Catalogue::new();
    let (preview, mut events) = open(&catalogue, PAGE);
    let good = preview.get("/themes/").unwrap().text();
    // The open page does not show it; it is told all the same.
    catalogue.write("themes/forum/templates/themes.html", "{{ page.titel }}");
    let told = events.until(is_broken).unwrap().problems.unwrap();
    assert!(told.contains("themes/forum/templates/themes.html") && told.contains("line 1"), "{told}");
    assert_eq!(preview.get("/themes/").unwrap().text(), good);
    catalogue.write("themes/forum/templates/themes.html", "<h1>{{ page.title }}</h1>");
    events.until(|news| news.problems.is_none()).unwrap();
    assert!(preview.get("/themes/").unwrap().text().starts_with("<h1>"));
}

#[test]
fn a_picture_is_made_when_it_is_asked_for_and_anew_when_it_changed() {
    let picture = |width| crate::picture::png(width, 6, false);
    let sheet = format!("{ELAN}media: [{{file: p.png, alt: P}}]\n");
    let catalogue = Catalogue::new().sheet("elan", sheet).file("content/media/p.png", picture(4));
    let (preview, mut events) = open(&catalogue, PAGE);
    let address = |text: &str| {
        let start = text.find("media/p-").unwrap();
        let end = start + text[start..].find(['"', ' ']).unwrap();
        format!("/{}", &text[start..end])
    };
    let first = address(&preview.get(PAGE).unwrap().text());
    let answer = preview.get(&first).unwrap();
    assert!(answer.status == 200 && answer.head.contains("content-type: image/"), "{}", answer.head);
    fs::write(catalogue.path("content/media/p.png"), picture(5)).unwrap();
    wait_for(&preview, &mut events, PAGE, "width=\"5\"");
    let second = address(&preview.get(PAGE).unwrap().text());
    assert_ne!(first, second);
    assert_eq!(preview.get(&second).unwrap().status, 200);
    assert_eq!(preview.get(&first).unwrap().status, 404);
}
