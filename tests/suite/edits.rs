//! What editors do to a catalogue, at random: for tests that hold what follows the edits against what is
//! made from their outcome.

use proptest::prelude::*;

use crate::catalogue::{Catalogue, ELAN, SETTINGS};
use crate::picture::png;

const IDS: [&str; 5] = ["a", "b", "c", "d", "e"];
const WORDS: [&str; 4] = ["Alpha", "Bêta", "Œuvre", "L'été : 3"];
const THEMES: [&str; 2] = ["langue", "logement"];
/// Some share a code, a region or a page; some have none.
const TERRITORIES: [&str; 8] = [
    "departments: [\"75\"]",
    "departments: [\"2A\"]",
    "departments: [\"2A\", \"2B\"]",
    "regions: [\"94\"]",
    "regions: [\"94\"], departments: [\"2A\"]",
    "regions: [\"04\"]",
    "national: true, departments: [\"974\"]",
    "cross_border: [Ligurie]",
];
/// Some are one partner, or a pilot too.
const PARTNERS: [&str; 4] = ["Ofii", "OFII, Bêta", "BETA, L’été", "{group: Ofii, members: [\"L'été\"]}"];
/// What a sheet says of the forums: `f` is announced, `g` selects.
const FORUMS: [&str; 3] = ["[]", "[f]", "[g, f]"];
const SELECTS: [&str; 6] = [
    "{}",
    "{themes: [logement]}",
    "{regions: [\"11\"], audiences: [jeunes]}",
    "{departments: [\"2A\"], initiatives: [elan]}",
    "{themes: [langue, logement]}",
    "{audiences: [familles]}",
];

/// Something an editor does.
#[derive(Debug, Clone)]
pub(crate) enum Edit {
    Write(&'static str, Sheet),
    Rename(&'static str, &'static str),
    Remove(&'static str),
    Forums(&'static str, &'static str),
    ThemeTitle(&'static str),
    Page(&'static str),
    Template(&'static str),
    Style(&'static str),
    Pictogram(u32),
    Break(&'static str),
    Unsettle,
    Forum(&'static str),
    Select(&'static str, bool),
    Picture(u32),
    BaseUrl(&'static str),
}

#[derive(Debug, Clone)]
pub(crate) struct Sheet {
    title: Option<&'static str>,
    pilot: &'static str,
    theme: &'static str,
    crosses: bool,
    /// Which sheet its text links to.
    link: Option<&'static str>,
    old_id: bool,
    territory: Option<&'static str>,
    partners: Option<&'static str>,
    audience: Option<&'static str>,
    forums: &'static str,
}

impl Sheet {
    fn yaml(&self, id: &str) -> String {
        let mut yaml = format!(
            "theme: {}\nobjective: Voir.\npilot: {{name: \"{}\"}}\nmedia: [{{file: p.png, alt: P}}]\nforums: {}\n",
            self.theme, self.pilot, self.forums
        );
        if let Some(title) = self.title {
            yaml += &format!("title: \"{title}\"\n");
        }
        if self.crosses {
            yaml += &format!("also: [{}]\n", THEMES[usize::from(self.theme == THEMES[0])]);
        }
        if let Some(link) = self.link {
            yaml += &format!("description: \"Voir [la suite](fiche:{link}).\"\n");
        }
        if self.old_id {
            yaml += &format!("previous_ids: [ancien-{id}]\n");
        }
        if let Some(territory) = self.territory {
            yaml += &format!("territory: {{{territory}}}\n");
        }
        if let Some(partners) = self.partners {
            yaml += &format!("partners: [{partners}]\n");
        }
        if let Some(audience) = self.audience {
            yaml += &format!("audiences: [{audience}]\n");
        }
        yaml
    }
}

fn sheets() -> impl Strategy<Value = Sheet> {
    let one = |words: &'static [&'static str]| prop::sample::select(words);
    let some = |words: &'static [&'static str]| prop::option::of(prop::sample::select(words));
    let texts = (some(&WORDS), one(&WORDS), one(&THEMES), some(&["elan"]));
    let places = (some(&TERRITORIES), some(&PARTNERS));
    let forums = (some(&["jeunes", "familles"]), one(&FORUMS));
    (texts, places, forums, any::<bool>(), any::<bool>()).prop_map(
        |((title, pilot, theme, link), (territory, partners), (audience, forums), crosses, old_id)| Sheet {
            title,
            pilot,
            theme,
            crosses,
            link,
            old_id,
            territory,
            partners,
            audience,
            forums,
        },
    )
}

pub(crate) fn edits() -> impl Strategy<Value = Edit> {
    let id = || prop::sample::select(&IDS[..]);
    let word = || prop::sample::select(&WORDS[..]);
    prop_oneof![
        6 => (id(), sheets()).prop_map(|(id, sheet)| Edit::Write(id, sheet)),
        2 => (id(), id()).prop_map(|(from, to)| Edit::Rename(from, to)),
        2 => id().prop_map(Edit::Remove),
        4 => (id(), prop::sample::select(&FORUMS[..])).prop_map(|(id, forums)| Edit::Forums(id, forums)),
        1 => word().prop_map(Edit::ThemeTitle),
        1 => word().prop_map(Edit::Page),
        1 => word().prop_map(Edit::Template),
        1 => prop::sample::select(&["1rem", "2rem"][..]).prop_map(Edit::Style),
        1 => (1..4u32).prop_map(Edit::Pictogram),
        1 => word().prop_map(Edit::Forum),
        3 => (prop::sample::select(&SELECTS[..]), any::<bool>()).prop_map(|(select, is_run)| Edit::Select(select, is_run)),
        1 => (5..8u32).prop_map(Edit::Picture),
        1 => prop::sample::select(&["a", "b"][..]).prop_map(Edit::BaseUrl),
    ]
}

/// Edits among which some leave a catalogue that cannot be built.
pub(crate) fn any_edits() -> impl Strategy<Value = Edit> {
    prop_oneof![
        12 => edits(),
        2 => prop::sample::select(&IDS[..]).prop_map(Edit::Break),
        1 => Just(Edit::Unsettle),
    ]
}

pub(crate) fn apply(edit: &Edit, catalogue: &Catalogue) {
    let sheet = |id: &str| format!("content/initiatives/{id}.yaml");
    match edit {
        Edit::Write(id, text) => catalogue.write(&sheet(id), text.yaml(id)),
        Edit::Rename(from, to) if catalogue.path(&sheet(from)).exists() => {
            catalogue.rename(&sheet(from), &sheet(to));
            // Two sheets may not have had one id.
            let text = std::fs::read_to_string(catalogue.path(&sheet(to))).unwrap();
            catalogue.write(&sheet(to), text.replace(&format!("ancien-{from}"), &format!("ancien-{to}")));
        }
        Edit::Remove(id) if catalogue.path(&sheet(id)).exists() => catalogue.remove(&sheet(id)),
        Edit::Forums(id, forums) if catalogue.path(&sheet(id)).exists() => {
            let text = std::fs::read_to_string(catalogue.path(&sheet(id))).unwrap();
            // A sheet that is broken says nothing of forums.
            if let Some((before, after)) = text.split_once("forums: ") {
                let after = after.split_once('\n').unwrap().1;
                catalogue.write(&sheet(id), format!("{before}forums: {forums}\n{after}"));
            }
        }
        Edit::Rename(..) | Edit::Remove(_) | Edit::Forums(..) => {}
        Edit::ThemeTitle(word) => {
            catalogue.write(
                "content/catalogue.yaml",
                settings().replace("Accès au logement", &format!("\"{word}\"")),
            );
        }
        Edit::Page(word) => catalogue.write(
            "content/pages/p.md",
            format!("---\ntitle: \"{word}\"\nmenu: true\nbooklet: after\n---\n\n{word}\n"),
        ),
        Edit::Template(word) => catalogue.write(
            "themes/forum/templates/themes.html",
            format!("{{% extends \"base.html\" %}}{{% block content %}}<h1>{word}</h1>{{% endblock %}}"),
        ),
        Edit::Style(space) => catalogue.write(
            "themes/forum/styles/home.css",
            format!(".home {{ padding: {space}; }}"),
        ),
        Edit::Pictogram(size) => catalogue.write(
            "content/media/s.svg",
            format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 48 48\"><path d=\"M{size} 2\"/></svg>"),
        ),
        Edit::Break(id) => catalogue.write(&sheet(id), "titel: [\n"),
        Edit::Unsettle => catalogue.write("content/catalogue.yaml", "title: Seul\n"),
        Edit::Forum(word) => catalogue.write("content/forums/f.yaml", format!("title: \"{word}\"\n")),
        Edit::Select(select, is_run) => {
            let order = if *is_run { "order: pilot\n" } else { "" };
            catalogue.write("content/forums/g.yaml", format!("title: G\nselect: {select}\n{order}"));
        }
        Edit::Picture(width) => catalogue.write("content/media/p.png", png(*width, 6, false)),
        Edit::BaseUrl(word) => catalogue
            .write("content/catalogue.yaml", format!("{}base_url: https://exemple.fr/{word}/\n", settings())),
    }
}

fn settings() -> String {
    let settings = SETTINGS.replace("  - id: langue\n", "  - id: langue\n    pictogram: s.svg\n");
    format!("{settings}forum: f\n")
}

/// Where every edit is made: with what sheets may ask for.
pub(crate) fn start() -> Catalogue {
    Catalogue::new()
        .file("content/catalogue.yaml", settings())
        .file("content/media/p.png", png(4, 6, false))
        .file("content/media/s.svg", "<svg viewBox=\"0 0 48 48\"><path d=\"M0 2\"/></svg>")
        .file("content/forums/f.yaml", "title: F\n")
        .file("content/forums/g.yaml", "title: G\n")
        .sheet("elan", ELAN)
}
