//! Forums: the events that present the catalogue.

use crate::problems::Located;
use crate::record::{Line, record};
use crate::text::{PartialDate, RichText};

use super::{BookletOrder, BookletPart, Media, Select};

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
        /// Which sheets it shows beside those that name it.
        ("Les fiches qu'il montre, en plus de celles qui le citent dans « forums ».", "")
        select: Option<Select>,
        /// Order of its booklet: theme (by theme, as the catalogue) or pilot (by pilot alone).
        ("L'ordre de son livret : theme (par thème, comme le catalogue) ou pilot (par pilote).", "theme")
        order: Option<BookletOrder>,
        /// Ids of the pages that its booklet shows before the sheets, in this order; else the catalogue's.
        ("Identifiants des rubriques que son livret montre avant les fiches, dans cet ordre ; sans ce champ, celles du catalogue.", "[mot-d-accueil, mode-d-emploi]")
        before: Option<Vec<Line>>,
        /// Ids of the pages that its booklet shows after the sheets, in this order; else the catalogue's.
        ("Identifiants des rubriques que son livret montre après les fiches, dans cet ordre ; sans ce champ, celles du catalogue.", "[venir-au-forum, credits]")
        after: Option<Vec<Line>>,
        /// What the back cover of its booklet says (Markdown).
        ("Ce que dit le dos de son livret (Markdown).", "Merci aux bénévoles…")
        back_cover: Option<RichText>,
    }
}

impl Forum {
    /// The pages that its booklet shows in one part, if it has its own.
    #[must_use]
    pub fn pages(&self, part: BookletPart) -> Option<&[Line]> {
        match part {
            BookletPart::Before => self.before.as_deref(),
            BookletPart::After => self.after.as_deref(),
        }
    }
}
