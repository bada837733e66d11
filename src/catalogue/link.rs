//! Linking: every id that a file names must exist. What does not is told, all of it.

mod forum;
mod settings;
mod territory;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use crate::problems::{Code, FileId, Place, Problem};
use crate::record::{Line, closest};
use crate::text::{Language, Reference, RichText, TargetKind, is_id, is_media_path, is_reserved_name};

use super::audience::index_audiences;
use super::duties;
use super::linked::{index_pilots, put_in_order};
use super::{
    Catalogue, Collation, EditorialPage, Filed, Forum, Initiative, Partners, Pictures, Selection, Settings,
    Sheet, Source, Territories, Theme,
};

/// What was read, before it is linked.
#[derive(Debug, Default)]
pub struct Drafts {
    /// The settings; none if they could not be read.
    pub settings: Option<Filed<Settings>>,
    /// The sheets that could be read.
    pub sheets: Vec<Filed<Arc<Sheet>>>,
    /// The ids of all sheets, those included that could not be read, with their files.
    pub sheet_ids: BTreeMap<String, Place>,
    /// The forums.
    pub forums: Vec<Filed<Forum>>,
    /// The source documents.
    pub sources: Vec<Filed<Source>>,
    /// The editorial pages.
    pub pages: Vec<Filed<EditorialPage>>,
    /// The ids of all forums, those included that could not be read: naming them is no mistake.
    pub forum_ids: BTreeSet<String>,
    /// The ids of all source documents, likewise.
    pub source_ids: BTreeSet<String>,
    /// The ids of all editorial pages, likewise.
    pub page_ids: BTreeSet<String>,
    /// The files with mistakes: a default may stand for what they say.
    pub flawed: BTreeSet<FileId>,
    /// The files below `content/media/`.
    pub media: BTreeSet<String>,
    /// The pictograms that themes name, by file: checked SVG elements.
    pub pictograms: BTreeMap<String, String>,
    /// The pictures that are named and there, by file: what they are, or why they cannot be shown.
    pub pictures: Pictures,
}

impl Drafts {
    /// The language that the settings name, or else French.
    #[must_use]
    pub fn language(&self) -> Language {
        self.settings.as_ref().and_then(|filed| filed.value.language.clone()).unwrap_or_default()
    }
}

/// Links everything with everything and puts it in order. The catalogue is whole only if no
/// problem is an error; there is none at all without settings. Names are sorted by `collation`,
/// which must be that of the settings' language.
#[must_use]
pub fn link(drafts: Drafts, collation: &Collation) -> (Option<Catalogue>, Vec<Problem>) {
    let mut linker = Linker::new(&drafts);
    linker.check_settings(&drafts);
    linker.problems.extend(drafts.settings.iter().flat_map(duties::check));
    linker.problems.extend(check_sheets(&drafts));
    linker.check_previous_ids(&drafts);
    linker.check_forums(&drafts);
    for page in &drafts.pages {
        linker.check_text(Some(&page.value.text), page.place);
    }
    for source in &drafts.sources {
        for text in [&source.value.description, &source.value.editorial] {
            linker.check_text(text.as_ref(), source.place);
        }
        linker.check_source(source);
    }
    let problems = std::mem::take(&mut linker.problems);
    drop(linker);
    (assemble(drafts, collation), problems)
}

/// Checks all sheets, many at once, and tells what is wrong in their order.
fn check_sheets(drafts: &Drafts) -> Vec<Problem> {
    const AT_ONCE: usize = 250;
    let check = |sheets: &[Filed<Arc<Sheet>>]| {
        let mut linker = Linker::new(drafts);
        for sheet in sheets {
            linker.check_sheet(sheet);
        }
        linker.problems
    };
    drafts.sheets.par_chunks(AT_ONCE).map(check).collect::<Vec<_>>().concat()
}

/// A sheet with the ranks of its themes; none if its main theme is not among them.
fn initiative(filed: Filed<Arc<Sheet>>, settings: &Settings) -> Option<Initiative> {
    let rank_of = |id: &str| settings.themes.iter().position(|theme| theme.id.value == id);
    let theme = rank_of(&filed.value.theme)?;
    let mut also: Vec<usize> =
        filed.value.also.iter().filter_map(|id| rank_of(id)).filter(|rank| *rank != theme).collect();
    also.sort_unstable();
    also.dedup();
    Some(Initiative {
        id: filed.id,
        sheet: filed.value,
        theme,
        also,
        audiences: Vec::new(),
        number: 0,
        place: filed.place,
        fingerprint: filed.fingerprint,
    })
}

fn assemble(mut drafts: Drafts, collation: &Collation) -> Option<Catalogue> {
    drafts.fingerprint_pictures();
    let Filed { value: settings, place: settings_place, fingerprint: settings_fingerprint, .. } =
        drafts.settings?;
    let language = settings.language.clone().unwrap_or_default();
    let mut initiatives: Vec<Initiative> =
        drafts.sheets.into_par_iter().filter_map(|filed| initiative(filed, &settings)).collect();
    put_in_order(&mut initiatives, collation);
    let themes = themes(&settings, drafts.pictograms, &initiatives);
    let mut forums = drafts.forums;
    forums.sort_by_key(|forum| (forum.value.date.as_ref().and_then(|date| date.value), forum.id.clone()));
    // Each goes through all sheets.
    let ((pilots, partners), (territories, selections, (audiences, of_initiatives))) = rayon::join(
        || {
            let pilots = index_pilots(&initiatives, collation);
            let partners = Partners::new(&initiatives, &pilots, collation);
            (pilots, partners)
        },
        || {
            let selections = forums.iter().map(|forum| Selection::of(forum, &initiatives, collation));
            let selections = selections.collect();
            let audiences = index_audiences(&initiatives, collation);
            (Territories::new(&initiatives, collation), selections, audiences)
        },
    );
    for (initiative, audiences) in initiatives.iter_mut().zip(of_initiatives) {
        initiative.audiences = audiences;
    }
    let mut pages = drafts.pages;
    pages.sort_by_key(|page| (page.value.page.order, collation.key(&page.value.page.title), page.id.clone()));
    Some(Catalogue {
        settings,
        settings_place,
        settings_fingerprint,
        language,
        themes,
        partners,
        territories,
        whole: Selection::whole(&initiatives),
        initiatives,
        pilots,
        audiences,
        forums,
        selections,
        sources: drafts.sources,
        pages,
        pictures: drafts.pictures,
    })
}

/// The themes of the settings, each with the sheets that are its own and those that cross it.
fn themes(
    settings: &Settings,
    mut pictograms: BTreeMap<String, String>,
    initiatives: &[Initiative],
) -> Vec<Theme> {
    let ranks_where = |has: &dyn Fn(&Initiative) -> bool| -> Vec<usize> {
        initiatives
            .iter()
            .enumerate()
            .filter(|(_, initiative)| has(initiative))
            .map(|(rank, _)| rank)
            .collect()
    };
    let theme = settings.themes.iter().enumerate().map(|(rank, theme)| Theme {
        settings: theme.clone(),
        pictogram: theme.pictogram.as_ref().and_then(|file| pictograms.remove(&file.value)),
        initiatives: ranks_where(&|initiative| initiative.theme == rank),
        crossing: ranks_where(&|initiative| initiative.also.contains(&rank)),
    });
    theme.collect()
}

/// The names that may be referred to, and what was wrong so far.
struct Linker<'d> {
    /// Themes by id; none if the settings name none that can be read.
    themes: Option<Vec<&'d str>>,
    sheets: &'d BTreeMap<String, Place>,
    forums: &'d BTreeSet<String>,
    sources: &'d BTreeSet<String>,
    pages: &'d BTreeSet<String>,
    media: &'d BTreeSet<String>,
    pictures: &'d Pictures,
    problems: Vec<Problem>,
}

impl<'d> Linker<'d> {
    fn new(drafts: &'d Drafts) -> Self {
        let themes = drafts.settings.as_ref().map(|settings| &settings.value.themes);
        Self {
            // Without a theme that can be read, nothing is known of the sheets' themes.
            themes: themes
                .map(|themes| {
                    themes.iter().map(|theme| theme.id.as_str()).filter(|id| !id.is_empty()).collect()
                })
                .filter(|ids: &Vec<&str>| !ids.is_empty()),
            sheets: &drafts.sheet_ids,
            forums: &drafts.forum_ids,
            sources: &drafts.source_ids,
            pages: &drafts.page_ids,
            media: &drafts.media,
            pictures: &drafts.pictures,
            problems: Vec::new(),
        }
    }

    fn tell_bad_id(&mut self, id: &Line) {
        let suggestion = crate::text::slug(id).filter(|slug| !is_reserved_name(slug));
        let suggestion = suggestion.unwrap_or_else(|| "autre-nom".to_owned());
        let problem = Problem::at(Code::BadName, id.place).with("id", id.value.as_str());
        self.problems.push(problem.with("suggestion", suggestion));
    }

    fn check_sheet(&mut self, filed: &Filed<Arc<Sheet>>) {
        let sheet = &filed.value;
        self.check_themes(sheet);
        for text in [&sheet.pilot.description, &sheet.partners_note, &sheet.description, &sheet.results] {
            self.check_text(text.as_ref(), filed.place);
        }
        self.check_media(sheet.pilot.logo.as_ref());
        for media in &sheet.media {
            self.check_media(Some(&media.file));
        }
        if let Some(territory) = &sheet.territory {
            self.check_territory(territory);
        }
        if let Some(period) = &sheet.period
            && let (Some(start), Some(end)) = (&period.start, &period.end)
            && let (Some(first), Some(last)) = (start.value, end.value)
            && last.is_before(first)
        {
            self.problems.push(Problem::at(Code::BadPeriod, end.place).related(start.place));
        }
        for forum in &sheet.forums {
            self.check_forum(forum);
        }
        for source in &sheet.sources {
            if !self.sources.contains(source.as_str()) {
                let near = closest(source, self.sources.iter().map(String::as_str));
                self.problems.push(unknown(Code::UnknownSource, source, near));
            }
        }
    }

    fn check_themes(&mut self, sheet: &Sheet) {
        let Some(themes) = self.themes.clone() else {
            return;
        };
        let mut seen = vec![sheet.theme.as_str()];
        for (id, is_main) in
            std::iter::once((&sheet.theme, true)).chain(sheet.also.iter().map(|id| (id, false)))
        {
            if id.is_empty() {
                continue;
            }
            if !themes.contains(&id.as_str()) {
                self.tell_unknown_theme(id, &themes);
            } else if !is_main && seen.contains(&id.as_str()) {
                self.problems
                    .push(Problem::at(Code::RepeatedTheme, id.place).with("value", id.value.as_str()));
            } else {
                seen.push(id);
            }
        }
    }

    fn tell_unknown_theme(&mut self, id: &Line, themes: &[&str]) {
        let near = closest(id, themes.iter().copied());
        self.problems.push(unknown(Code::UnknownTheme, id, near).with("known", themes.join(", ")));
    }

    fn check_forum(&mut self, forum: &Line) {
        if !self.forums.contains(forum.as_str()) {
            let near = closest(forum, self.forums.iter().map(String::as_str));
            self.problems.push(unknown(Code::UnknownForum, forum, near));
        }
    }

    fn check_source(&mut self, source: &Filed<Source>) {
        let named = source.value.initiatives.iter().map(|facts| &facts.id);
        for id in named.filter(|id| !id.is_empty() && !self.sheets.contains_key(id.as_str())) {
            let near = closest(id, self.sheets.keys().map(String::as_str));
            self.problems.push(unknown(Code::UnknownTarget, id, near));
        }
    }

    fn check_media(&mut self, file: Option<&Line>) {
        let Some(file) = file.filter(|file| !file.is_empty()) else {
            return;
        };
        if let Some(problem) = self.media_problem(file, file.place) {
            self.problems.push(problem);
        }
    }

    fn media_problem(&self, file: &str, place: Option<Place>) -> Option<Problem> {
        let (code, near) = if !is_media_path(file) {
            (Code::BadPath, None)
        } else if !is_shown_by_browsers(file) {
            (Code::UnknownMedia, None)
        } else if !self.media.contains(file) {
            (Code::MissingMedia, closest(file, self.media.iter().map(String::as_str)))
        } else {
            // What a file is called has been answered; what it holds may still be no picture.
            let fault = self.pictures.get(file)?.as_ref().err()?;
            return Some(fault.problem(file, place));
        };
        Some(Problem::at(code, place).with("value", file).with_or_none("suggestion", near))
    }

    fn check_text(&mut self, text: Option<&RichText>, file: Place) {
        for reference in text.iter().flat_map(|text| &text.references) {
            let place = Place::new(file.file, reference.span.start as usize..reference.span.end as usize);
            if let Some(problem) = self.reference_problem(reference, place) {
                self.problems.push(problem);
            }
        }
    }

    fn reference_problem(&self, reference: &Reference, place: Place) -> Option<Problem> {
        let name = &*reference.name;
        let Some(kind) = reference.kind else {
            return self.media_problem(name, Some(place));
        };
        let themes = self.themes.as_ref();
        let is_known = match kind {
            TargetKind::Sheet => self.sheets.contains_key(name),
            TargetKind::Page => self.pages.contains(name),
            // Without settings, nobody knows.
            TargetKind::Theme => themes.is_none_or(|themes| themes.contains(&name)),
        };
        (!is_known).then(|| {
            let near = match kind {
                TargetKind::Sheet => closest(name, self.sheets.keys().map(String::as_str)),
                TargetKind::Page => closest(name, self.pages.iter().map(String::as_str)),
                TargetKind::Theme => closest(name, themes.into_iter().flatten().copied()),
            };
            Problem::at(Code::UnknownTarget, place).with("value", name).with_or_none("suggestion", near)
        })
    }

    /// An old id is an address like any other: it must be free.
    fn check_previous_ids(&mut self, drafts: &Drafts) {
        let mut taken: BTreeMap<&str, Option<Place>> = BTreeMap::new();
        for old in drafts.sheets.iter().flat_map(|filed| &filed.value.previous_ids) {
            let current = self.sheets.get(old.as_str()).copied();
            let earlier = taken.insert(old, old.place).flatten();
            if !is_id(old) || is_reserved_name(old) {
                self.tell_bad_id(old);
            } else if current.is_some() || earlier.is_some() {
                let problem = Problem::at(Code::TakenId, old.place).with("id", old.value.as_str());
                self.problems.push(problem.related(earlier));
            }
        }
    }
}

fn unknown(code: Code, name: &Line, near: Option<&str>) -> Problem {
    Problem::at(code, name.place).with("value", name.value.as_str()).with_or_none("suggestion", near)
}

fn is_shown_by_browsers(file: &str) -> bool {
    let extension = file.rsplit_once('.').map_or("", |(_, extension)| extension).to_ascii_lowercase();
    matches!(extension.as_str(), "jpg" | "jpeg" | "png" | "webp" | "svg")
}
