//! Forums, and the source documents that sheets were drawn from.

use crate::problems::Located;
use crate::record::{Line, record};
use crate::text::{PartialDate, RichText};

use super::Media;

record! {
    /// An event that presents a selection of the catalogue.
    "forum" pub struct Forum {
        /// Title.
        ("Titre.", "Le forum « Initiatives & territoires »")
        title: Line,
        /// Date.
        ("Date.", "2019-04-30")
        date: Option<Located<Option<PartialDate>>>,
        /// Town.
        ("Ville.", "Paris")
        place: Option<Line>,
        /// Where it is held.
        ("Lieu qui l'accueille.", "Conservatoire national des arts et des métiers (Cnam)")
        host: Option<Line>,
        /// Who organises it.
        ("Qui l'organise.", "Délégation interministérielle à l'accueil et à l'intégration des réfugiés")
        organiser: Option<Line>,
        /// What it is about (Markdown).
        ("De quoi il s'agit (Markdown).", "Une journée pour faire connaître…")
        description: Option<RichText>,
        /// The picture on the home page and on the cover of its booklet.
        ("L'image de l'accueil et de la couverture du livret.", "{file: couverture.svg, alt: Un bouquet}")
        cover: Option<Media>,
    }
}

record! {
    /// A document that sheets were drawn from.
    "source" pub struct Source {
        /// File name of the document.
        ("Nom du fichier du document.", "catalogue-2019.pdf")
        file: Option<Line>,
        /// Title.
        ("Titre.", "Catalogue du forum du 30 avril 2019")
        title: Line,
        /// Who published it.
        ("Qui l'a publié.", "Délégation interministérielle à l'accueil et à l'intégration des réfugiés")
        publisher: Option<Line>,
        /// When.
        ("Quand.", "2019-04-30")
        date: Option<Located<Option<PartialDate>>>,
        /// Where it can be found.
        ("Où on le trouve.", "https://www.exemple.fr/catalogue.pdf")
        website: Option<crate::record::WebAddress>,
        /// Ids of the sheets drawn from it.
        ("Identifiants des fiches qui en sont tirées.", "[samusocial-elan]")
        initiatives: Vec<Line>,
        /// What the editors chose themselves.
        ("Ce que la rédaction a choisi elle-même.", "Le thème principal de chaque fiche.")
        editorial: Option<RichText>,
        /// What could not be read in it.
        ("Ce qui n'a pas pu y être lu.", "[L'adresse électronique de la page 12]")
        unreadable: Vec<Line>,
    }
}
