//! A sheet, as its file says it.

use serde::Serialize;

use crate::problems::{Code, Located};
use crate::record::{
    Content, Email, Kind, Line, Node, Phone, Reader, Value, WebAddress, is_item_with_colon, record,
};
use crate::text::{PartialDate, RichText};

record! {
    /// What one initiative's file says.
    #[derive(Serialize)]
    "sheet" pub struct Sheet {
        /// Name of the initiative; without one, the sheet is headed by its pilot.
        ("Nom de l'initiative ; sans lui, la fiche porte le nom de son pilote.", "Programme Elan")
        title: Option<Line>,
        /// Id of the main theme, from the settings.
        ("Identifiant du thème principal, pris dans catalogue.yaml.", "logement")
        theme: Line,
        /// Ids of the other themes that it crosses.
        ("Identifiants des autres thèmes que l'initiative traverse.", "[lien-social]")
        also: Vec<Line>,
        /// The organisation that carries the initiative.
        ("L'organisme qui porte l'initiative.", "")
        pilot: Pilot,
        /// Partners: names, or groups of names.
        ("Les partenaires : des noms, ou des groupes de noms.", "[Ofii, Ville d'Angers]")
        partners: Vec<Partner>,
        /// What has to be said of the partners in sentences.
        ("Ce qu'il faut dire des partenaires avec des phrases.", "Le projet est financé par…")
        partners_note: Option<RichText>,
        /// Whom to write to or to call.
        ("Qui joindre.", "")
        contacts: Vec<Contact>,
        /// Where the initiative takes place.
        ("Où se déroule l'initiative.", "")
        territory: Option<Territory>,
        /// When it began and ended: year, year-month or day.
        ("Début et fin : année, année-mois ou jour.", "")
        period: Option<Period>,
        /// Whom it is for.
        ("À qui elle s'adresse.", "[jeunes, familles]")
        audiences: Vec<Line>,
        /// What it aims at, in one or two sentences.
        ("Ce qu'elle vise, en une ou deux phrases.", "Soutenir les cohabitations entre citoyens et réfugiés.")
        objective: Line,
        /// How it goes about it (Markdown).
        ("Comment elle s'y prend (Markdown).", "Le programme met en relation…")
        description: Option<RichText>,
        /// What came of it (Markdown).
        ("Ce qu'elle a donné (Markdown).", "- 12 bourses attribuées au 31 mars 2019")
        results: Option<RichText>,
        /// The figures that stand out.
        ("Les chiffres à retenir.", "- {value: 97 %, label: de sorties dynamiques}")
        figures: Vec<Figure>,
        /// Pictures.
        ("Les images.", "- {file: elan.jpg, alt: Un repas partagé, caption: Juin 2018, credit: Samusocial}")
        media: Vec<Media>,
        /// Videos, as links.
        ("Les vidéos, en liens.", "- {url: \"https://exemple.fr/film\", title: Le film}")
        videos: Vec<WebLink>,
        /// Further links.
        ("Les liens utiles.", "- {url: \"https://exemple.fr/\", title: Le site du programme}")
        links: Vec<WebLink>,
        /// Ids of the forums that show it.
        ("Identifiants des forums qui la présentent.", "[paris-2019]")
        forums: Vec<Line>,
        /// Ids of the source documents (seeds/sources/).
        ("Identifiants des documents d'origine (seeds/sources/).", "[forum-2019]")
        sources: Vec<Line>,
        /// When the pilot last confirmed the sheet.
        ("Quand le pilote a confirmé la fiche pour la dernière fois.", "2019-03-31")
        reviewed: Option<Located<Option<PartialDate>>>,
        /// Old ids of this sheet: each keeps a page that leads here.
        ("Anciens identifiants : chacun garde une page qui mène ici.", "[ancien-nom]")
        previous_ids: Vec<Line>,
    }
}

record! {
    /// The organisation that carries an initiative.
    #[derive(Serialize)]
    "pilot" pub struct Pilot {
        /// Its name.
        ("Son nom.", "Samusocial de Paris")
        name: Line,
        /// What it is filed under, only where that differs from the name.
        ("Le nom sous lequel il est classé, seulement s'il diffère.", "Primo Levi")
        filed_as: Option<Line>,
        /// Who it is (Markdown).
        ("Qui il est (Markdown).", "L'association accueille…")
        description: Option<RichText>,
        /// Its website.
        ("Son site.", "https://www.exemple.fr/")
        website: Option<WebAddress>,
        /// Its logo, a file of content/media/.
        ("Son logo, un fichier de content/media/.", "samusocial.svg")
        logo: Option<Line>,
    }
}

impl Pilot {
    /// The name it is filed under.
    #[must_use]
    pub fn filing_name(&self) -> &str {
        self.filed_as.as_ref().map_or(&self.name, |name| name)
    }
}

/// A partner, or a group of partners.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Partner {
    /// A name.
    Name(Line),
    /// Several names under a heading.
    Group(PartnerGroup),
}

record! {
    /// Partners under a heading.
    #[derive(Serialize)]
    "partners" pub struct PartnerGroup {
        /// Heading of the group.
        ("Intitulé du groupe.", "Au niveau national")
        group: Line,
        /// Its members.
        ("Ses membres.", "[Ministère de l'Intérieur, Pôle emploi]")
        members: Vec<Line>,
    }
}

impl Partner {
    /// Its name, or those of its members; the heading of a group is none.
    #[must_use]
    pub fn names(&self) -> &[Line] {
        match self {
            Self::Name(name) => std::slice::from_ref(name),
            Self::Group(group) => &group.members,
        }
    }
}

impl Default for Partner {
    fn default() -> Self {
        Self::Name(Line::default())
    }
}

impl Value for Partner {
    const KIND: Kind = Kind::LineOr(&PartnerGroup::RECORD);

    fn read(node: &Node<'_>, name: &'static str, reader: &mut Reader<'_>) -> Self {
        match node.content {
            // A name with a colon looks like a field; a group has one of two.
            Content::Record(ref entries)
                if !is_item_with_colon(node, reader.source())
                    || entries.iter().any(|(key, _)| matches!(key.text(), Some("group" | "members"))) =>
            {
                Self::Group(PartnerGroup::read(node, name, reader))
            }
            _ => Self::Name(Line::read(node, name, reader)),
        }
    }
}

record! {
    /// Somebody, or a service, to write to or to call.
    #[derive(Serialize)]
    "contacts" pub struct Contact {
        /// First name and name.
        ("Prénom et nom.", "Camille Exemple")
        name: Option<Line>,
        /// What they do.
        ("Fonction.", "Responsable du programme")
        role: Option<Line>,
        /// The organisation, where it is not the pilot.
        ("Organisme, s'il n'est pas le pilote.", "Association Exemple")
        organisation: Option<Line>,
        /// Telephone numbers.
        ("Numéros de téléphone, entre guillemets.", "[\"01 99 00 12 34\"]")
        phones: Vec<Phone>,
        /// E-mail address.
        ("Adresse électronique.", "contact@exemple.fr")
        email: Option<Email>,
        /// Postal address.
        ("Adresse postale.", "12, rue de l'Exemple, 75011 Paris")
        address: Option<Line>,
        /// Website.
        ("Site.", "https://www.exemple.fr/")
        website: Option<WebAddress>,
        /// Where the contact is shown: everywhere, print (the paper booklet alone) or nowhere.
        ("Où le montrer : everywhere (partout), print (livret papier seul), nowhere (nulle part).", "everywhere")
        publish: Option<Publish>,
    }
}

/// Where a contact is shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Publish {
    /// On the site and on paper.
    #[default]
    Everywhere,
    /// In the printed booklet alone; on no page of the site.
    Print,
    /// Nowhere.
    Nowhere,
}

impl Value for Publish {
    const KIND: Kind = Kind::Choice(&["everywhere", "print", "nowhere"]);

    fn read(node: &Node<'_>, name: &'static str, reader: &mut Reader<'_>) -> Self {
        choice(
            node,
            name,
            reader,
            &[("everywhere", Self::Everywhere), ("print", Self::Print), ("nowhere", Self::Nowhere)],
        )
        // Consent that cannot be read is no consent.
        .unwrap_or(Self::Nowhere)
    }
}

/// Reads one of a few words.
pub(super) fn choice<T: Copy>(
    node: &Node<'_>,
    name: &'static str,
    reader: &mut Reader<'_>,
    choices: &[(&str, T)],
) -> Option<T> {
    let text = Line::read(node, name, reader);
    let found = choices.iter().find(|(word, _)| *word == text.value).map(|(_, value)| *value);
    if found.is_none() && node.text().is_some() {
        let known: Vec<&str> = choices.iter().map(|(word, _)| *word).collect();
        let problem = reader.problem_at(node, Code::BadChoice, name).with("known", known.join(", "));
        reader.tell(problem);
    }
    found
}

record! {
    /// Where an initiative takes place.
    #[derive(Serialize)]
    "territory" pub struct Territory {
        /// Whether it takes place in the whole country.
        ("Si elle couvre tout le pays.", "true")
        national: bool,
        /// Insee codes of its regions.
        ("Codes Insee des régions, entre guillemets.", "[\"11\"]")
        regions: Vec<Line>,
        /// Codes of its departments.
        ("Codes des départements, entre guillemets.", "[\"75\", \"2A\"]")
        departments: Vec<Line>,
        /// Towns and other places.
        ("Villes et autres lieux.", "[Paris]")
        places: Vec<Line>,
        /// Places abroad, for what crosses a border.
        ("Lieux à l'étranger, pour une action transfrontalière.", "[Wallonie]")
        cross_border: Vec<Line>,
    }
}

record! {
    /// When an initiative began and ended.
    #[derive(Serialize)]
    "period" pub struct Period {
        /// Beginning.
        ("Début.", "2016-06")
        start: Option<Located<Option<PartialDate>>>,
        /// End.
        ("Fin.", "2019")
        end: Option<Located<Option<PartialDate>>>,
    }
}

record! {
    /// A figure that stands out.
    #[derive(Serialize)]
    "figures" pub struct Figure {
        /// The figure, with its unit.
        ("Le chiffre, avec son unité.", "97 %")
        value: Line,
        /// What it counts.
        ("Ce qu'il compte.", "de sorties dynamiques")
        label: Line,
    }
}

record! {
    /// A picture.
    #[derive(Serialize)]
    "media" pub struct Media {
        /// A file of content/media/.
        ("Un fichier de content/media/.", "elan.jpg")
        file: Line,
        /// What it shows, for those who do not see it; "" says that it decorates.
        ("Ce qu'elle montre, pour qui ne la voit pas ; \"\" la dit décorative.", "Un repas partagé")
        alt: Alt,
        /// Caption.
        ("Légende.", "Juin 2018")
        caption: Option<Line>,
        /// Who made it.
        ("Auteur.", "Samusocial de Paris")
        credit: Option<Line>,
    }
}

/// The alternative text of a picture, empty where it decorates.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Alt(pub Line);

impl Value for Alt {
    const KIND: Kind = Kind::Line;
    const MISSING: Code = Code::MissingAlt;
    const MAY_BE_BLANK: bool = true;

    fn read(node: &Node<'_>, name: &'static str, reader: &mut Reader<'_>) -> Self {
        // `alt:` with nothing behind it was forgotten; `alt: ""` was meant.
        if node.content == Content::Empty {
            reader.tell_at(node, Code::MissingAlt, name);
        }
        Self(Line::read(node, name, reader))
    }
}

record! {
    /// A link.
    #[derive(Serialize)]
    "links" pub struct WebLink {
        /// The whole address.
        ("L'adresse entière.", "https://www.exemple.fr/")
        url: WebAddress,
        /// What stands there.
        ("Ce qu'on y trouve.", "Le film du programme")
        title: Line,
    }
}
