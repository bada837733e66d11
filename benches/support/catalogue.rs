//! A made-up catalogue on the disk: settings, forums, a source, a page, pictures, and sheets.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::photograph::photograph;
use super::prose::paragraph;
use super::random::Random;
use super::sheet::{PICTURES, Sheets};
use super::words::THEMES;
use super::yaml::Yaml;

/// A catalogue of made-up sheets.
#[derive(Debug)]
pub(crate) struct MadeUp {
    root: PathBuf,
    sheets: Sheets,
    /// How many bytes its sheets have.
    pub(crate) bytes: u64,
}

impl MadeUp {
    /// Writes a catalogue into the folder `root`, which is made.
    pub(crate) fn plant(root: &Path, sheets: Sheets) -> io::Result<Self> {
        let write = |path: &str, text: &str| {
            let path = root.join(path);
            path.parent().map_or(Ok(()), fs::create_dir_all)?;
            fs::write(path, text)
        };
        write("content/catalogue.yaml", &settings())?;
        write("content/pages/avant-propos.md", &page(sheets.seed))?;
        write(
            "content/forums/paris-2019.yaml",
            "title: Le forum de Paris\ndate: 2019-04-30\nplace: Paris\n",
        )?;
        write("content/forums/lyon-2020.yaml", "title: Le forum de Lyon\ndate: 2020-04\nplace: Lyon\n")?;
        write("seeds/sources/forum-2019.yaml", "title: Le catalogue du forum\ndate: 2019-04-30\n")?;
        for rank in 0..PICTURES {
            write(&format!("content/media/images/image-{rank}.svg"), &picture(rank))?;
        }
        fs::create_dir_all(root.join("content/media/photos"))?;
        for rank in 0..sheets.photographs.min(sheets.count) {
            let bytes = photograph(sheets.seed, rank).map_err(io::Error::other)?;
            fs::write(root.join(format!("content/media/photos/photo-{rank}.jpg")), bytes)?;
        }
        let mut made = Self { root: root.to_owned(), sheets, bytes: 0 };
        fs::create_dir_all(root.join("content/initiatives"))?;
        for rank in 0..sheets.count {
            let text = sheets.text(rank);
            made.bytes += text.len() as u64;
            fs::write(made.path(rank), text)?;
        }
        Ok(made)
    }

    /// Its root.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// The rank of a sheet in the middle that has a title.
    pub(crate) fn changed(&self) -> usize {
        let middle = self.sheets.count / 2;
        (middle..self.sheets.count)
            .find(|rank| self.sheets.text(*rank).starts_with("title: "))
            .unwrap_or(middle)
    }

    /// Puts a sheet back as it was made.
    pub(crate) fn restore(&self, rank: usize) -> io::Result<()> {
        fs::write(self.path(rank), self.sheets.text(rank))
    }

    /// Adds a paragraph to a sheet's description.
    pub(crate) fn change_text(&self, rank: usize) -> io::Result<()> {
        let head = "\ndescription: |\n";
        self.change(rank, head, &format!("{head}  Une phrase de plus, que personne n'attendait.\n\n"))
    }

    /// Adds a word to a sheet's title, which the lists show too.
    pub(crate) fn change_title(&self, rank: usize) -> io::Result<()> {
        self.change(rank, "\ntheme: ", " bis\ntheme: ")
    }

    fn change(&self, rank: usize, from: &str, to: &str) -> io::Result<()> {
        let path = self.path(rank);
        let before = fs::read_to_string(&path)?;
        let after = before.replacen(from, to, 1);
        if before == after {
            return Err(io::Error::other(format!("nothing to change in {}", path.display())));
        }
        fs::write(path, after)
    }

    fn path(&self, rank: usize) -> PathBuf {
        self.root.join("content/initiatives").join(format!("{}.yaml", self.sheets.id(rank)))
    }
}

fn settings() -> String {
    let mut yaml = Yaml::default();
    yaml.line("title: Initiatives & territoires");
    yaml.line("subtitle: Pour l'accueil et l'intégration des personnes réfugiées");
    yaml.line("language: fr");
    yaml.line("base_url: https://www.exemple.fr/catalogue/");
    yaml.line("publisher:");
    yaml.field("  name", "Association du banc d'essai");
    yaml.line("  kind: association");
    yaml.field("  address", "1, place de l'Exemple, 75001 Paris");
    yaml.line("  phone: \"01 23 45 67 89\"");
    yaml.line("  email: contact@exemple.fr");
    // All that the law asks of an association: a catalogue that lacks it warns at every build.
    yaml.line("legal:");
    yaml.line("  publication_director: Camille Exemple");
    yaml.line("  host: {name: Hébergeur, address: \"2, rue de l'Exemple, 35000 Rennes\", phone: \"02 61 91 00 13\"}");
    yaml.line("  personal_data: {legal_basis: consent, retention: Tant que la fiche est au catalogue.}");
    yaml.line("forum: paris-2019");
    yaml.line("contacts_publish: everywhere");
    yaml.line("themes:");
    for (id, title) in THEMES {
        yaml.field("  - id", id);
        yaml.field("    title", title);
        yaml.field("    description", "Pour que chacun trouve sa place.");
    }
    yaml.into_text()
}

fn page(seed: u64) -> String {
    let mut random = Random::new(seed, usize::MAX);
    let mut text = "---\ntitle: Avant-propos\norder: 10\nmenu: true\nbooklet: before\n---\n".to_owned();
    for _ in 0..6 {
        text.push('\n');
        // A page has no sheet of its own to link to; its links lead to the list of themes.
        text.push_str(&paragraph(&mut random, 4, "").replace("(fiche:)", "(theme:logement)"));
        text.push('\n');
    }
    text
}

/// A picture of a few hundred bytes.
fn picture(rank: usize) -> String {
    let circle = |n: usize| {
        let (x, y, r) = (n * 9 % 97, n * rank % 89, n + 3);
        format!("<circle cx=\"{x}\" cy=\"{y}\" r=\"{r}\" fill=\"#1d5fa6\"/>")
    };
    let circles: Vec<String> = (0..12).map(circle).collect();
    let circles = circles.join("\n");
    format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 100 100\">\n{circles}\n</svg>\n")
}
