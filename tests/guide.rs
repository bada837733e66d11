//! The editors' guide says what is true: its examples pass `check`, its mistakes are told in the
//! words it quotes, and its tables name the fields that exist.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on says so"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Command;

use florilege::catalogue::{
    Accessibility, Audit, Contact, Facts, Figure, Forum, Host, Legal, Media, Page, PartnerGroup, Period,
    PersonalData, Pilot, Publisher, Select, Settings, Sheet, Source, Territory, ThemeSettings, WebLink,
};
use florilege::problems::Code;
use florilege::record::Record;
use tempfile::TempDir;

const GUIDE: &str = include_str!("../docs/guide-redaction.md");

/// Every record that editors fill in: of a sheet, of its groups, of other files.
const RECORDS: [&[&Record]; 5] = [
    &[&Sheet::RECORD, &Pilot::RECORD, &PartnerGroup::RECORD, &Contact::RECORD, &Territory::RECORD],
    &[&Period::RECORD, &Figure::RECORD, &Media::RECORD, &WebLink::RECORD],
    &[&Page::RECORD, &Settings::RECORD, &Publisher::RECORD, &ThemeSettings::RECORD, &Forum::RECORD],
    &[&Select::RECORD, &Source::RECORD, &Facts::RECORD],
    &[&Legal::RECORD, &Host::RECORD, &PersonalData::RECORD, &Accessibility::RECORD, &Audit::RECORD],
];

/// What a sheet needs, for the extracts that leave it out.
const NEEDED: [(&str, &str); 3] = [
    ("theme:", "theme: logement\n"),
    ("pilot:", "pilot: {name: Elia}\n"),
    ("objective:", "objective: Loger.\n"),
];

/// The pictures that the examples show.
const MEDIA: [&str; 4] =
    ["couverture.svg", "repas-partage.jpg", "voisins-du-pont.svg", "pictograms/logement.svg"];

/// A block of code or a table of the guide, with the comment that stands above it: `<!-- kind: name -->`.
struct Part {
    kind: &'static str,
    names: Vec<&'static str>,
    /// What the fence says: `yaml`, `markdown`, `text`; nothing for a table.
    language: &'static str,
    text: String,
    line: usize,
}

/// The blocks and tables of the guide, in its order.
fn parts() -> Vec<Part> {
    let mut parts = Vec::new();
    let (mut kind, mut names) = ("", Vec::new());
    let mut lines = GUIDE.lines().enumerate().peekable();
    while let Some((rank, line)) = lines.next() {
        if let Some(mark) = line.trim_start().strip_prefix("<!-- ").and_then(|rest| rest.strip_suffix(" -->"))
        {
            let (name, list) = mark.split_once(": ").unwrap_or((mark, ""));
            kind = name;
            names.extend(list.split(", ").filter(|name| !name.is_empty()));
            continue;
        }
        let fence = line.trim_start().strip_prefix("```");
        if fence.is_none() && !line.starts_with('|') {
            continue;
        }
        let indentation = &line[..line.len() - line.trim_start().len()];
        let mut text = String::new();
        while let Some((_, next)) = lines.next_if(|(_, next)| fence.is_some() || next.starts_with('|')) {
            if fence.is_some() && next.trim() == "```" {
                break;
            }
            // What stands in a list is indented as a whole.
            text.push_str(next.strip_prefix(indentation).unwrap_or(next));
            text.push('\n');
        }
        let (names, language) = (std::mem::take(&mut names), fence.unwrap_or(""));
        parts.push(Part { kind, names, language, text, line: rank + 1 });
        kind = "";
    }
    parts
}

impl Part {
    /// The file that it would be, if it stands for one.
    fn file(&self) -> Option<String> {
        let name = self.names.first();
        Some(match (self.kind, name) {
            ("fiche", Some(id)) => format!("content/initiatives/{id}.yaml"),
            ("extrait", None) => format!("content/initiatives/extrait-{}.yaml", self.line),
            ("rubrique", Some(id)) => format!("content/pages/{id}.md"),
            ("forum", Some(id)) => format!("content/forums/{id}.yaml"),
            ("source", Some(id)) => format!("seeds/sources/{id}.yaml"),
            ("reglages", None) => "content/catalogue.yaml".to_owned(),
            _ => return None,
        })
    }

    /// Its text, with what an extract of a sheet leaves out.
    fn whole(&self) -> String {
        let is_left_out =
            |start: &str| self.kind == "extrait" && !self.text.lines().any(|l| l.starts_with(start));
        let added = NEEDED.iter().filter(|(start, _)| is_left_out(start)).map(|(_, field)| *field);
        self.text.clone() + &added.collect::<String>()
    }

    /// The cells of a table's rows, without its header.
    fn rows(&self) -> Vec<Vec<&str>> {
        // The line below the header; the header itself opened the part.
        let rows = self.text.lines().skip(1);
        rows.map(|row| row.trim_matches('|').split('|').map(str::trim).collect()).collect()
    }
}

/// The catalogue of the guide's whole examples.
fn catalogue(parts: &[Part]) -> TempDir {
    let root = tempfile::tempdir().unwrap();
    // The settings come in several blocks.
    let mut files: BTreeMap<String, String> = BTreeMap::new();
    for part in parts {
        if let Some(file) = part.file() {
            files.entry(file).or_default().push_str(&part.whole());
        }
    }
    for (file, text) in &files {
        write(root.path(), file, text);
    }
    for file in MEDIA {
        let drawing = r#"<svg viewBox="0 0 48 48"><path d="M1 2"/></svg>"#;
        write(root.path(), &format!("content/media/{file}"), drawing);
    }
    root
}

fn write(root: &Path, file: &str, text: &str) {
    let path = root.join(file);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// What `check` says, with spaces of every width alike.
fn check(root: &TempDir, options: &[&str]) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_florilege"));
    command.args(["check", "--lang", "fr", "--root"]).arg(root.path()).args(options);
    let output = command.env("NO_COLOR", "1").output().unwrap();
    let said = [output.stdout, output.stderr].concat();
    String::from_utf8(said).unwrap().replace(['\u{a0}', '\u{202f}'], " ")
}

#[test]
fn examples_pass_check() {
    let parts = parts();
    for part in parts.iter().filter(|part| matches!(part.language, "yaml" | "markdown")) {
        assert!(part.kind == "erreur" || part.file().is_some(), "line {}: what is this example?", part.line);
    }
    assert_eq!(check(&catalogue(&parts), &["--format", "json"]).trim(), "[]");
}

/// The sheets that the guide's own forum asks for are those that it says: one that meets all, and one more.
#[test]
fn the_forum_that_selects_shows_what_the_guide_says() {
    let root = catalogue(&parts());
    let mut command = Command::new(env!("CARGO_BIN_EXE_florilege"));
    assert!(command.args(["build", "--quiet", "--root"]).arg(root.path()).status().unwrap().success());
    let booklet = fs::read_to_string(root.path().join("public/livret/ouest-2028/index.html")).unwrap();
    let titles = booklet.split("class=\"sheet-title\">").skip(1).map(|rest| rest.split_once('<').unwrap().0);
    assert_eq!(titles.collect::<Vec<_>>(), ["Apprendre le vélo", "Un toit, une table"]);
}

#[test]
fn mistakes_are_told_in_the_words_of_the_guide() {
    let parts = parts();
    for (rank, part) in parts.iter().enumerate().filter(|(_, part)| part.kind == "erreur") {
        let root = catalogue(&parts);
        let file = if part.language == "markdown" { "pages/essai.md" } else { "initiatives/essai.yaml" };
        write(root.path(), &format!("content/{file}"), &part.text);
        let problems: Vec<serde_json::Value> =
            serde_json::from_str(&check(&root, &["--format", "json"])).unwrap();
        for code in &part.names {
            let is_told = problems.iter().any(|problem| problem["code"] == *code);
            assert!(is_told, "line {}: no {code}", part.line);
        }
        let told = check(&root, &[]);
        let next = &parts[rank + 1];
        let quoted: Vec<&str> = match (next.kind, next.language) {
            ("messages", "") => next.rows().iter().map(|row| row[1]).collect(),
            ("", "text") => next.text.lines().map(str::trim).collect(),
            _ => panic!("line {}: what does the program say of it?", part.line),
        };
        for quote in quoted {
            assert!(told.contains(quote), "line {}: {quote}\nis not in\n{told}", next.line);
        }
    }
}

/// `<!-- rapport: DAY, IDS -->`: what `check --report` says that day of these sheets of the guide.
#[test]
fn reports_are_those_of_the_sheets_of_the_guide() {
    let reports: Vec<Part> = parts().into_iter().filter(|part| part.kind == "rapport").collect();
    assert!(!reports.is_empty());
    for report in reports {
        let (day, ids) = report.names.split_first().unwrap();
        let is_told = |part: &Part| match part.kind {
            "fiche" => ids.contains(&part.names[0]),
            // One that selects may name a sheet that is left out here.
            "forum" => !part.text.contains("initiatives:"),
            kind => kind != "extrait",
        };
        let root = catalogue(&parts().into_iter().filter(is_told).collect::<Vec<Part>>());
        let told = check(&root, &["--quiet", "--report", "--on", day]);
        assert_eq!(told, report.text, "line {}", report.line);
    }
}

/// `<!-- nouveautes: NEW, CHANGED -->`: what `diff` says where the one sheet was not there before, and the
/// other had neither contacts nor results.
#[test]
fn the_news_are_those_of_the_sheets_of_the_guide() {
    let parts = parts();
    let news = parts.iter().find(|part| part.kind == "nouveautes").unwrap();
    let root = catalogue(&parts);
    // This forum names the sheet that is about to go.
    fs::remove_file(root.path().join("content/forums/ouest-2028.yaml")).unwrap();
    let florilege = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_florilege"));
        let output = command.current_dir(root.path()).args(arguments).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    };
    florilege(&["build", "--out", "after"]);
    let file = |id: &str| format!("content/initiatives/{id}.yaml");
    let whole = parts.iter().find(|part| part.kind == "fiche" && part.names == news.names[1..]).unwrap();
    let fields = whole.text.split_inclusive('\n').fold(Vec::<String>::new(), |mut fields, line| {
        match fields.last_mut().filter(|_| line.starts_with(' ')) {
            Some(field) => field.push_str(line),
            None => fields.push(line.to_owned()),
        }
        fields
    });
    let kept =
        fields.into_iter().filter(|field| !field.starts_with("contacts:") && !field.starts_with("results:"));
    write(root.path(), &file(news.names[1]), &kept.collect::<String>());
    fs::remove_file(root.path().join(file(news.names[0]))).unwrap();
    florilege(&["build", "--out", "before"]);
    let told = florilege(&["diff", "before", "after"]);
    assert_eq!(told, news.text.replace(" depuis le 21 mars 2026", ""), "line {}", news.line);
}

#[test]
fn tables_name_the_fields_that_exist() {
    let parts = parts();
    for record in RECORDS.iter().copied().flatten() {
        let is_its_table = |part: &&Part| part.kind == "champs" && part.names == [record.name];
        let table = parts.iter().find(is_its_table).unwrap_or_else(|| panic!("no table of {}", record.name));
        let rows = table.rows();
        let named: BTreeSet<&str> = rows.iter().map(|row| row[0].trim_matches('`')).collect();
        let fields: BTreeSet<&str> = record.fields.iter().map(|field| field.name).collect();
        assert_eq!(named, fields, "{}", record.name);
        for field in record.fields {
            // These two are asked for when the catalogue is linked.
            let is_asked_for = matches!((record.name, field.name), ("media", "alt") | ("settings", "themes"));
            let is_required = field.required || is_asked_for;
            let row = [format!("`{}`", field.name), if is_required { "oui" } else { "non" }.to_owned()];
            assert!(rows.iter().any(|cells| cells[..2] == row), "{}: {row:?}", record.name);
        }
    }
    let codes = parts.iter().filter(|part| part.kind == "codes").flat_map(Part::rows);
    for code in codes.flat_map(|row| row[0].split(", ")) {
        assert!(Code::ALL.iter().any(|known| known.id() == code.trim_matches('`')), "{code}");
    }
}
