//! What the law asks a site to say of itself: the block `legal` of the settings.

use crate::problems::Located;
use crate::record::{Count, Email, Kind, Line, Node, Phone, Reader, Value, WebAddress, record};
use crate::text::PartialDate;

use super::sheet::choice;

record! {
    /// What the legal pages say, beside the publisher.
    "legal" pub struct Legal {
        /// Who answers for what the site publishes.
        ("Qui répond de ce que le site publie : la directrice ou le directeur de la publication.", "Camille Exemple, présidente")
        publication_director: Option<Line>,
        /// Who hosts the site.
        ("Qui héberge le site.", "")
        host: Option<Host>,
        /// Licence of the contents: `etalab-2.0`, `cc-by-4.0`, `cc-by-sa-4.0`, `cc0-1.0` or `reserved`.
        ("Licence des contenus : etalab-2.0, cc-by-4.0, cc-by-sa-4.0, cc0-1.0 ou reserved (tous droits réservés).", "etalab-2.0")
        licence: Option<Licence>,
        /// What becomes of personal data.
        ("Ce que deviennent les données personnelles.", "")
        personal_data: Option<PersonalData>,
        /// The accessibility declaration.
        ("La déclaration d'accessibilité.", "")
        accessibility: Option<Accessibility>,
    }
}

record! {
    /// Who hosts the site.
    "host" pub struct Host {
        /// Name.
        ("Nom.", "Hébergeur de l'Exemple")
        name: Option<Line>,
        /// Postal address.
        ("Adresse postale.", "2, rue de l'Exemple, 35000 Rennes")
        address: Option<Line>,
        /// Telephone number.
        ("Téléphone.", "\"02 61 91 00 13\"")
        phone: Option<Phone>,
    }
}

record! {
    /// What becomes of personal data: the contacts of the sheets.
    "personal_data" pub struct PersonalData {
        /// Who is responsible for them; the publisher without this field.
        ("Qui en est responsable ; sans ce champ, qui publie le catalogue.", "Association de l'Exemple")
        controller: Option<Line>,
        /// The data protection officer: a name or a service.
        ("Qui veille à leur protection (DPO) : un nom ou un service.", "Service de la protection des données")
        officer: Option<Line>,
        /// Where to write about them; the publisher's address without this field.
        ("Où écrire à leur sujet ; sans ce champ, à l'adresse de qui publie.", "donnees@exemple.fr")
        email: Option<Email>,
        /// What they serve; to show the initiatives and how to reach them without this field.
        ("À quoi elles servent ; sans ce champ, à présenter les initiatives et à les joindre.", "Préparer le forum et faire connaître les initiatives.")
        purpose: Option<Line>,
        /// What allows to publish them: `consent`, `public_task` or `legitimate_interest`.
        ("Ce qui permet de les publier : consent (accord), public_task (mission publique) ou legitimate_interest (intérêt légitime).", "consent")
        legal_basis: Option<LegalBasis>,
        /// How long they are kept.
        ("Combien de temps elles sont gardées.", "Tant que la fiche est au catalogue, et un an de plus.")
        retention: Option<Line>,
    }
}

record! {
    /// The accessibility declaration.
    "accessibility" pub struct Accessibility {
        /// When the declaration was made.
        ("Quand la déclaration a été établie.", "2026-11-20")
        established: Option<Located<Option<PartialDate>>>,
        /// When it was last changed.
        ("Quand elle a été mise à jour.", "2027-03-01")
        updated: Option<Located<Option<PartialDate>>>,
        /// Where to report what cannot be read; the publisher's address without this field.
        ("Où signaler ce qu'on n'arrive pas à lire ; sans ce champ, à l'adresse de qui publie.", "accessibilite@exemple.fr")
        email: Option<Email>,
        /// A form for the same.
        ("Un formulaire, pour la même chose.", "https://www.exemple.fr/contact")
        form: Option<WebAddress>,
        /// The audit, if there was one: the mention is computed from its figures.
        ("L'audit, s'il y en a eu un : la mention est calculée d'après ses chiffres.", "")
        audit: Option<Audit>,
        /// What does not conform.
        ("Ce qui n'est pas conforme.", "[\"Des images sans texte de remplacement (critère 1.1).\"]")
        failing: Vec<Line>,
        /// What is exempt because mending it would be a disproportionate burden, and why.
        ("Ce qui en est dispensé parce que la charge serait disproportionnée, et pourquoi.", "[\"La vidéo de 2019, sans sous-titres : elle sera retirée en 2027.\"]")
        exempt: Vec<Line>,
        /// What the duty does not cover.
        ("Ce que l'obligation ne couvre pas.", "[\"Les documents antérieurs à septembre 2018.\"]")
        out_of_scope: Vec<Line>,
        /// Technologies; those of the site theme without this field.
        ("Les technologies ; sans ce champ, celles du thème de site.", "[HTML, CSS, SVG, JavaScript]")
        technologies: Vec<Line>,
        /// Browsers and assistive technologies that it was tested with.
        ("Les navigateurs et les aides techniques des tests.", "[\"Firefox 145 et NVDA 2026.1\"]")
        environment: Vec<Line>,
        /// Tools of the evaluation.
        ("Les outils de l'évaluation.", "[axe-core, Contrast Finder]")
        tools: Vec<Line>,
        /// The pages that were tested.
        ("Les pages vérifiées.", "[Accueil, Mentions légales, une fiche]")
        pages: Vec<Line>,
        /// The plan for several years, at most three.
        ("Le schéma pluriannuel, de trois ans au plus.", "https://www.exemple.fr/schema.html")
        multiyear_plan: Option<WebAddress>,
        /// This year's action plan.
        ("Le plan d'action de l'année.", "https://www.exemple.fr/plan-2026.html")
        action_plan: Option<WebAddress>,
    }
}

record! {
    /// An audit, and its figures.
    "audit" pub struct Audit {
        /// What it was held against, with its version.
        ("Le référentiel, avec sa version.", "RGAA 4.1.2")
        standard: Line,
        /// Who made it.
        ("Qui l'a fait.", "Cabinet de l'Exemple")
        by: Line,
        /// When.
        ("Quand.", "2026-10-15")
        date: Located<Option<PartialDate>>,
        /// How many criteria the site meets.
        ("Le nombre de critères respectés.", "62")
        passed: Count,
        /// How many criteria apply to it.
        ("Le nombre de critères applicables.", "80")
        applicable: Count,
    }
}

/// What readers may do with the contents.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Licence {
    /// Licence Ouverte 2.0, the State's.
    Etalab,
    /// Creative Commons Attribution 4.0.
    By,
    /// Creative Commons Attribution-ShareAlike 4.0.
    BySa,
    /// Creative Commons Zero 1.0.
    Zero,
    /// Nothing without being asked.
    #[default]
    Reserved,
}

impl Licence {
    /// Its name in the settings.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Etalab => "etalab-2.0",
            Self::By => "cc-by-4.0",
            Self::BySa => "cc-by-sa-4.0",
            Self::Zero => "cc0-1.0",
            Self::Reserved => "reserved",
        }
    }

    /// Where its text stands.
    #[must_use]
    pub fn link(self) -> Option<&'static str> {
        match self {
            Self::Etalab => Some("https://www.etalab.gouv.fr/licence-ouverte-open-licence/"),
            Self::By => Some("https://creativecommons.org/licenses/by/4.0/"),
            Self::BySa => Some("https://creativecommons.org/licenses/by-sa/4.0/"),
            Self::Zero => Some("https://creativecommons.org/publicdomain/zero/1.0/"),
            Self::Reserved => None,
        }
    }
}

impl Value for Licence {
    const KIND: Kind = Kind::Choice(&["etalab-2.0", "cc-by-4.0", "cc-by-sa-4.0", "cc0-1.0", "reserved"]);

    fn read(node: &Node<'_>, name: &'static str, reader: &mut Reader<'_>) -> Self {
        let all = [Self::Etalab, Self::By, Self::BySa, Self::Zero, Self::Reserved];
        choice(node, name, reader, &all.map(|licence| (licence.id(), licence))).unwrap_or_default()
    }
}

/// What allows to publish personal data (GDPR, article 6).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum LegalBasis {
    /// The person said yes.
    #[default]
    Consent,
    /// A task in the public interest.
    PublicTask,
    /// An interest that does not outweigh the person's own.
    LegitimateInterest,
}

impl LegalBasis {
    /// Its name in the settings.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Consent => "consent",
            Self::PublicTask => "public_task",
            Self::LegitimateInterest => "legitimate_interest",
        }
    }
}

impl Value for LegalBasis {
    const KIND: Kind = Kind::Choice(&["consent", "public_task", "legitimate_interest"]);

    fn read(node: &Node<'_>, name: &'static str, reader: &mut Reader<'_>) -> Self {
        let all = [Self::Consent, Self::PublicTask, Self::LegitimateInterest];
        choice(node, name, reader, &all.map(|basis| (basis.id(), basis))).unwrap_or_default()
    }
}
