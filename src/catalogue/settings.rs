//! The settings, `content/catalogue.yaml`.

use crate::problems::{Code, Located};
use crate::record::{Colour, Email, Kind, Line, Node, Phone, Reader, Value, WebAddress, record};
use crate::text::{Language, RichText};

use super::sheet::choice;
use super::{Contact, Legal, Publish};

record! {
    /// What the settings say.
    "settings" pub struct Settings {
        /// Title of the catalogue.
        ("Titre du catalogue.", "Initiatives & territoires")
        title: Line,
        /// A line below the title.
        ("Une ligne sous le titre.", "pour l'accueil et l'intégration des personnes réfugiées")
        subtitle: Option<Line>,
        /// Language of the catalogue.
        ("Langue du catalogue.", "fr")
        language: Option<Language>,
        /// Address where the site will stand, for the site map.
        ("Adresse où le site sera publié, pour le plan destiné aux moteurs.", "https://www.exemple.fr/catalogue/")
        base_url: Option<WebAddress>,
        /// The site theme, a folder of themes/.
        ("Le thème de site, un dossier de themes/.", "forum")
        site_theme: Option<Line>,
        /// Who publishes the catalogue.
        ("Qui publie le catalogue.", "")
        publisher: Option<Publisher>,
        /// What the law asks the site to say beside that.
        ("Ce que la loi demande au site de dire en plus.", "")
        legal: Option<Legal>,
        /// Id of the forum that the home page announces.
        ("Identifiant du forum annoncé en page d'accueil.", "paris-2019")
        forum: Option<Line>,
        /// Where contacts are shown that do not say so themselves; everywhere without this field.
        ("Où montrer les contacts qui ne le disent pas eux-mêmes ; sans ce champ, everywhere.", "everywhere")
        contacts_publish: Option<Publish>,
        /// The themes, in the catalogue's order.
        ("Les thèmes, dans l'ordre du catalogue.", "- {id: logement, title: Accès au logement}")
        themes: Vec<ThemeSettings>,
    }
}

record! {
    /// Who publishes the catalogue.
    "publisher" pub struct Publisher {
        /// Name.
        ("Nom.", "Délégation interministérielle à l'accueil et à l'intégration des réfugiés")
        name: Line,
        /// What it is: `state`, `public_body` or `association`.
        ("Ce que c'est : state (État), public_body (organisme public), association.", "association")
        kind: Option<PublisherKind>,
        /// Postal address.
        ("Adresse postale.", "1, place de l'Exemple, 75001 Paris")
        address: Option<Line>,
        /// Telephone number.
        ("Téléphone.", "01 23 45 67 89")
        phone: Option<Phone>,
        /// E-mail address.
        ("Adresse électronique.", "contact@exemple.fr")
        email: Option<Email>,
        /// Website.
        ("Site.", "https://www.exemple.fr/")
        website: Option<WebAddress>,
    }
}

impl Settings {
    /// Where a contact is shown.
    #[must_use]
    pub fn publish_of(&self, contact: &Contact) -> Publish {
        contact.publish.or(self.contacts_publish).unwrap_or_default()
    }
}

/// What a publisher is, which decides what the law asks of the site.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum PublisherKind {
    /// The State.
    State,
    /// Another public body.
    PublicBody,
    /// An association.
    #[default]
    Association,
}

impl Value for PublisherKind {
    const KIND: Kind = Kind::Choice(&["state", "public_body", "association"]);

    fn read(node: &Node<'_>, name: &'static str, reader: &mut Reader<'_>) -> Self {
        let choices =
            [("state", Self::State), ("public_body", Self::PublicBody), ("association", Self::Association)];
        choice(node, name, reader, &choices).unwrap_or_default()
    }
}

impl Value for Language {
    const KIND: Kind = Kind::Line;

    fn read(node: &Node<'_>, name: &'static str, reader: &mut Reader<'_>) -> Self {
        let tag = Line::read(node, name, reader);
        Self::parse(&tag).unwrap_or_else(|| {
            reader.tell_at(node, Code::BadLanguage, name);
            Self::default()
        })
    }
}

record! {
    /// A theme.
    "themes" pub struct ThemeSettings {
        /// Id, for sheets and addresses.
        ("Identifiant, pour les fiches et les adresses.", "logement")
        id: Line,
        /// Title.
        ("Titre.", "Accès au logement")
        title: Line,
        /// What it is about.
        ("De quoi il s'agit.", "Trouver un toit et y rester.")
        description: Option<RichText>,
        /// Colour on a light background.
        ("Couleur sur fond clair, entre guillemets.", "\"#a8431a\"")
        color: Option<Located<Colour>>,
        /// Colour on a dark background.
        ("Couleur sur fond sombre, entre guillemets.", "\"#f0a584\"")
        color_dark: Option<Located<Colour>>,
        /// Pictogram, an SVG file of content/media/.
        ("Pictogramme, un fichier SVG de content/media/.", "pictograms/logement.svg")
        pictogram: Option<Line>,
    }
}
