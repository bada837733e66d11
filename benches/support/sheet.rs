//! Made-up sheets: about 3 KB each, every field of the format, each as often as real sheets have it.

use super::prose::{list, number, objective, paragraph};
use super::random::Random;
use super::words::{
    ABROAD, AUDIENCES, DEPARTMENTS, FIGURE_LABELS, FIRST_NAMES, LAST_NAMES, PARTNER_GROUPS, PARTNERS,
    PILOT_KINDS, PILOT_NAMES, PROGRAMME_NAMES, PROGRAMMES, REGIONS, ROLES, THEMES, TOWNS,
};
use super::yaml::{Yaml, flow, scalar};

/// How many pictures the made-up catalogue has.
pub(crate) const PICTURES: usize = 12;

/// Makes the sheets of a catalogue of `count`; the same seed gives the same bytes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sheets {
    /// Whence all chance comes.
    pub(crate) seed: u64,
    /// How many there are.
    pub(crate) count: usize,
    /// How many of them show a photograph of their own: the first ones.
    pub(crate) photographs: usize,
}

impl Sheets {
    /// The id of a sheet.
    pub(crate) fn id(&self, rank: usize) -> String {
        let themes = THEMES.len();
        format!("{}-{:05}", THEMES[self.random(rank).below(themes)].0, rank + 1)
    }

    /// The file of a sheet.
    pub(crate) fn text(&self, rank: usize) -> String {
        let mut random = self.random(rank);
        let random = &mut random;
        let linked = self.id(rank * 7 % self.count);
        let mut yaml = Yaml::default();
        let theme = random.below(THEMES.len());
        if random.chance(80) {
            yaml.field("title", &format!("{} {}", random.one(PROGRAMMES), random.one(PROGRAMME_NAMES)));
        }
        yaml.field("theme", THEMES[theme].0);
        if random.chance(60) {
            let ids: Vec<&str> =
                THEMES.iter().map(|(id, _)| *id).filter(|id| *id != THEMES[theme].0).collect();
            yaml.list("also", &random.some(&ids, 1, 3));
        }
        self.pilot(random, &mut yaml, &linked);
        partners(random, &mut yaml, &linked);
        contacts(random, &mut yaml);
        territory(random, &mut yaml);
        if random.chance(70) {
            yaml.line(&period(random));
        }
        if random.chance(60) {
            yaml.list("audiences", &random.some(AUDIENCES, 1, 3));
        }
        yaml.field("objective", &objective(random));
        story(random, &mut yaml, &linked);
        further(random, &mut yaml, (rank < self.photographs).then_some(rank));
        yaml.list("forums", if random.chance(70) { &["paris-2019"] } else { &["paris-2019", "lyon-2020"] });
        yaml.line("sources: [forum-2019]");
        if random.chance(80) {
            yaml.line(&format!("reviewed: 2019-0{}-{:02}", random.between(1, 4), random.between(1, 28)));
        }
        if random.chance(4) {
            yaml.line(&format!("previous_ids: [ancienne-fiche-{}]", rank + 1));
        }
        yaml.into_text()
    }

    fn random(&self, rank: usize) -> Random {
        Random::new(self.seed, rank)
    }

    /// Pilots carry two or three initiatives each on average; a pilot is the same wherever it stands.
    fn pilot(&self, random: &mut Random, yaml: &mut Yaml, linked: &str) {
        let rank = random.below(self.count * 2 / 5 + 1);
        let mut own = Random::new(self.seed ^ 0x70, rank);
        let own = &mut own;
        let short = format!("{} {}", own.one(PILOT_NAMES), own.one(TOWNS));
        let name = format!("{} {short} {rank}", own.one(PILOT_KINDS));
        yaml.line("pilot:");
        yaml.field("  name", &name);
        if own.chance(25) {
            yaml.field("  filed_as", &format!("{short} {rank}"));
        }
        if random.chance(85) {
            yaml.lines("  description", &paragraph(random, 3, linked));
        }
        if own.chance(70) {
            yaml.line(&format!("  website: https://www.pilote-{rank}.exemple.fr/"));
        }
        if own.chance(20) {
            yaml.line(&format!("  logo: images/image-{}.svg", own.below(PICTURES)));
        }
    }
}

fn partners(random: &mut Random, yaml: &mut Yaml, linked: &str) {
    if random.chance(75) {
        yaml.line("partners:");
        for partner in random.some(PARTNERS, 1, 4) {
            yaml.line(&format!("  - {}", scalar(partner)));
        }
        if random.chance(40) {
            yaml.line(&format!("  - group: {}", random.one(PARTNER_GROUPS)));
            yaml.line(&format!("    members: {}", flow(&random.some(PARTNERS, 2, 4))));
        }
    }
    if random.chance(15) {
        yaml.lines("partners_note", &paragraph(random, 1, linked));
    }
}

fn contacts(random: &mut Random, yaml: &mut Yaml) {
    let count = random.below(4).max(usize::from(random.chance(80)));
    if count > 0 {
        yaml.line("contacts:");
    }
    for _ in 0..count {
        yaml.line(&format!("  - name: {} {}", random.one(FIRST_NAMES), random.one(LAST_NAMES)));
        if random.chance(80) {
            yaml.field("    role", random.one(ROLES));
        }
        if random.chance(20) {
            yaml.field("    organisation", random.one(PARTNERS));
        }
        if random.chance(85) {
            let mut phone = format!("0{}", random.between(1, 7));
            (0..4).for_each(|_| phone.push_str(&format!(" {:02}", random.below(100))));
            yaml.line(&format!("    phones: [\"{phone}\"]"));
        }
        if random.chance(90) {
            yaml.line(&format!("    email: contact.{}@exemple.fr", random.between(1, 999)));
        }
        if random.chance(25) {
            let (number, town) = (random.between(1, 120), random.one(TOWNS));
            yaml.field("    address", &format!("{number}, rue de la République, {town}"));
        }
        if random.chance(10) {
            yaml.line("    website: https://www.exemple.fr/contact");
        }
        if random.chance(10) {
            yaml.line(&format!("    publish: {}", random.one(&["everywhere", "print", "nowhere"])));
        }
    }
}

fn territory(random: &mut Random, yaml: &mut Yaml) {
    if !random.chance(95) {
        return;
    }
    yaml.line("territory:");
    if random.chance(10) {
        yaml.line("  national: true");
        return;
    }
    let regions = random.some(REGIONS, 1, 1);
    yaml.list("  regions", &regions);
    if random.chance(70) {
        // One number in both lists is warned of, and a site that warns is never taken as it is.
        let mut departments = random.some(DEPARTMENTS, 2, 5);
        departments.retain(|code| !regions.contains(code));
        yaml.list("  departments", &departments);
    }
    if random.chance(70) {
        yaml.list("  places", &random.some(TOWNS, 1, 3));
    }
    if random.chance(5) {
        yaml.list("  cross_border", &random.some(ABROAD, 1, 1));
    }
}

fn period(random: &mut Random) -> String {
    let start = random.between(2008, 2017);
    match random.below(4) {
        0 => format!("period: {{start: {start}}}"),
        1 => format!("period: {{start: {start}-{:02}, end: 2019}}", random.between(1, 12)),
        2 => format!("period: {{start: {start}-{:02}-01, end: 2019-12}}", random.between(1, 12)),
        _ => "period: {end: 2020-06}".to_owned(),
    }
}

fn story(random: &mut Random, yaml: &mut Yaml, linked: &str) {
    let mut text = paragraph(random, 4, linked);
    if random.chance(20) {
        text.push_str("\n\n## Comment cela se passe\n\n1. un premier rendez-vous ;\n2. un bilan à six mois.");
    }
    for sentences in [3, 3] {
        text.push_str("\n\n");
        text.push_str(&paragraph(random, sentences, linked));
    }
    yaml.lines("description", &text);
    if random.chance(80) {
        let items = random.between(3, 5);
        yaml.lines("results", &list(random, items));
    }
    if random.chance(50) {
        yaml.line("figures:");
        for label in random.some(FIGURE_LABELS, 1, 4) {
            let figure = if label.starts_with("de ") {
                format!("{} %", random.between(50, 99))
            } else {
                number(random)
            };
            yaml.line(&format!("  - {{value: {}, label: {}}}", scalar(&figure), scalar(label)));
        }
    }
}

fn further(random: &mut Random, yaml: &mut Yaml, photograph: Option<usize>) {
    let has_drawing = random.chance(15);
    if has_drawing || photograph.is_some() {
        yaml.line("media:");
    }
    if let Some(rank) = photograph {
        yaml.line(&format!("  - {{file: photos/photo-{rank}.jpg, alt: Des gens assis autour d'une table}}"));
    }
    if has_drawing {
        yaml.line(&format!("  - file: images/image-{}.svg", random.below(PICTURES)));
        yaml.line("    alt: Un repas partagé dans la cour de la maison de quartier");
        yaml.line("    caption: \"Fête des voisins : juin 2018\"");
        yaml.line("    credit: L'équipe");
    }
    if random.chance(10) {
        yaml.line("videos:");
        yaml.line(&format!(
            "  - {{url: \"https://video.exemple.fr/{}\", title: Le film}}",
            random.below(10_000)
        ));
    }
    if random.chance(20) {
        yaml.line("links:");
        yaml.line(&format!(
            "  - {{url: \"https://www.exemple.fr/ressources/{}\", title: Le guide d'accueil}}",
            random.below(10_000)
        ));
    }
}
