//! Source documents, and the facts that were drawn from them.

use crate::problems::Located;
use crate::record::{Email, Line, Phone, WebAddress, record};
use crate::text::{PartialDate, RichText};

use super::Figure;

record! {
    /// A document that sheets were drawn from.
    "source" pub struct Source {
        /// File name of the document.
        ("Nom du fichier du document.", "catalogue-2019.pdf")
        file: Option<Line>,
        /// Title.
        ("Titre.", "Catalogue du forum du 30 avril 2019")
        title: Line,
        /// What it is (Markdown).
        ("Ce qu'est le document (Markdown).", "Le catalogue imprimé, remis aux participants.")
        description: Option<RichText>,
        /// Who published it.
        ("Qui l'a publié.", "Délégation interministérielle à l'accueil et à l'intégration des réfugiés")
        publisher: Option<Line>,
        /// When.
        ("Quand.", "2019-04-30")
        date: Option<Located<Option<PartialDate>>>,
        /// Where it can be found.
        ("Où on le trouve.", "https://www.exemple.fr/catalogue.pdf")
        website: Option<WebAddress>,
        /// The sheets drawn from it, each with its facts.
        ("Les fiches qui en sont tirées, avec leurs faits.", "- {id: samusocial-elan, people: [Nadège Letellier]}")
        initiatives: Vec<Facts>,
        /// What the editors chose themselves (Markdown).
        ("Ce que la rédaction a choisi elle-même (Markdown).", "Le thème principal de chaque fiche.")
        editorial: Option<RichText>,
        /// What could not be read in it, or is doubtful.
        ("Ce qui n'a pas pu y être lu, ou reste douteux.", "[L'adresse électronique de la page 12]")
        unreadable: Vec<Line>,
    }
}

record! {
    /// What one sheet took from a document, word for word as the sheet gives it.
    "facts" pub struct Facts {
        /// The sheet's id.
        ("L'identifiant de la fiche.", "samusocial-elan")
        id: Line,
        /// People named.
        ("Les personnes nommées.", "[Nadège Letellier]")
        people: Vec<Line>,
        /// Telephone numbers.
        ("Les numéros de téléphone, entre guillemets.", "[\"06 16 63 27 82\"]")
        phones: Vec<Phone>,
        /// E-mail addresses.
        ("Les adresses électroniques.", "[n.letellier@samusocial-75.fr]")
        emails: Vec<Email>,
        /// Websites.
        ("Les sites.", "[\"https://www.exemple.fr/\"]")
        websites: Vec<WebAddress>,
        /// Postal addresses.
        ("Les adresses postales.", "[\"12, rue de l'Exemple, 35000 Rennes\"]")
        addresses: Vec<Line>,
        /// Partners.
        ("Les partenaires.", "[Ofii, Pôle emploi]")
        partners: Vec<Line>,
        /// Places.
        ("Les lieux.", "[Marseille]")
        places: Vec<Line>,
        /// Dates and durations, as the sheet writes them.
        ("Les dates et les durées, comme la fiche les écrit.", "[juin 2016, 3 mois]")
        dates: Vec<Line>,
        /// Figures, with what they count.
        ("Les chiffres, avec ce qu'ils comptent.", "- {value: 97 %, label: de sorties dynamiques}")
        figures: Vec<Figure>,
    }
}
