//! Booklets as printable pages: the whole catalogue, and what each forum shows of it. One page
//! each, in volumes where it is very large. A volume is printed by itself, so that each has the contents and the
//! index of its own sheets; the first says what the others hold.

use std::sync::{Arc, LazyLock};

use tera::Value;

use crate::catalogue::{Filed, Forum, Selection};

use super::booklet_page::{borne, context, volumes_view};
use super::frame::{Form, value};
use super::plan::{Content, Job};
use super::{Site, fingerprints, view};

/// How many sheets one page of a booklet holds. Every catalogue that a forum would hand out
/// fits; beyond, browsers take long to open one page, and longer to print it.
const VOLUME: usize = 500;

/// The volume that holds a sheet, from 1.
fn volume_of(number: usize) -> usize {
    number.saturating_sub(1) / VOLUME + 1
}

/// The id of a sheet in a booklet.
pub(super) fn anchor(number: usize) -> String {
    format!("sheet-{number}")
}

/// A booklet: the whole catalogue, or what a forum shows of it.
#[derive(Clone, Copy)]
pub(super) struct Booklet<'s> {
    /// The forum; none for the whole catalogue.
    pub(super) forum: Option<&'s Filed<Forum>>,
    /// What it shows.
    pub(super) selection: &'s Selection,
}

impl<'s> Booklet<'s> {
    /// The sheets of one volume, from 1: ranks in the catalogue.
    pub(super) fn sheets(self, volume: usize) -> &'s [usize] {
        self.selection.initiatives.chunks(VOLUME).nth(volume - 1).unwrap_or_default()
    }

    /// A sheet in short, with its number in this booklet.
    pub(super) fn entry(self, site: &Site<'_>, rank: usize) -> Value {
        match (self.forum, self.selection.number(rank)) {
            (Some(_), Some(number)) => value(&view::entry(site, &site.catalogue.initiatives[rank], number)),
            // In the whole catalogue, numbers are those that all lists show.
            _ => site.entry(rank),
        }
    }

    /// Sheets in short.
    pub(super) fn entries(self, site: &Site<'_>, ranks: &[usize]) -> Value {
        Value::from(ranks.iter().map(|rank| self.entry(site, *rank)).collect::<Vec<Value>>())
    }
}

/// A volume of a booklet. Most have only one.
#[derive(Clone, Copy)]
pub(super) struct Volume<'s> {
    /// The booklet.
    pub(super) booklet: Booklet<'s>,
    /// Which of its volumes, from 1.
    pub(super) number: usize,
    /// How many it has.
    pub(super) count: usize,
    /// What it is made into.
    pub(super) form: Form,
}

impl<'s> Volume<'s> {
    /// Its sheets: ranks in the catalogue. What is typeset is one book, however large.
    pub(super) fn sheets(&self) -> &'s [usize] {
        match self.form {
            Form::Html => self.booklet.sheets(self.number),
            Form::Data => &self.booklet.selection.initiatives,
        }
    }

    /// The path of a volume of the same booklet.
    pub(super) fn path(&self, site: &Site<'_>, number: usize) -> String {
        site.addresses.booklet(self.booklet.forum.map(|forum| forum.id.as_str()), number)
    }

    /// The address of a sheet from this volume; none if the booklet does not show it.
    pub(super) fn address_of(&self, site: &Site<'_>, rank: usize, root: &str) -> Option<String> {
        let number = self.booklet.selection.number(rank)?;
        let volume = volume_of(number);
        let page = if self.form == Form::Data || volume == self.number {
            String::new()
        } else {
            format!("{root}{}", self.path(site, volume))
        };
        Some(format!("{page}#{}", anchor(number)))
    }
}

/// The printable pages: of the whole catalogue, then of each forum that shows something.
pub(super) fn jobs<'s>(site: &'s Site<'s>) -> Vec<Job<'s>> {
    let whole = Booklet { forum: None, selection: &site.catalogue.whole };
    let forums = site.catalogue.shown_forums();
    let forums = forums.map(|(forum, selection)| Booklet { forum: Some(forum), selection });
    std::iter::once(whole).chain(forums).flat_map(|booklet| volumes(site, booklet)).collect()
}

/// Tells what the volumes of a booklet have in common.
type Whole<'s> = dyn Fn() -> [u8; 32] + Send + Sync + 's;

fn volumes<'s>(site: &'s Site<'s>, booklet: Booklet<'s>) -> impl Iterator<Item = Job<'s>> {
    let count = volume_of(booklet.selection.initiatives.len());
    let volume = move |number| Volume { booklet, number, count, form: Form::Html };
    let whole: Arc<LazyLock<_, _>> = Arc::new(LazyLock::new(move || whole(site, &volume(1))));
    (1..=count).map(move |number| {
        let whole = whole.clone();
        job(site, volume(number), Box::new(move || **whole))
    })
}

/// The order of the sheets, for texts may link to those of another volume; what the list of volumes says of each;
/// and the themes that the key shows.
fn whole(site: &Site<'_>, volume: &Volume<'_>) -> [u8; 32] {
    let mut hasher = blake3::Hasher::new();
    hasher.update(&fingerprints::order(site.catalogue, volume.booklet.selection));
    // Plain structs are always written.
    let shown = (volumes_view(site, volume), borne(site, volume));
    hasher.update(&serde_json::to_vec(&shown).unwrap_or_default());
    *hasher.finalize().as_bytes()
}

fn job<'s>(site: &'s Site<'s>, volume: Volume<'s>, whole: Box<Whole<'s>>) -> Job<'s> {
    let Volume { booklet, number, count, .. } = volume;
    let fingerprint = move || {
        let sheets = booklet.sheets(number);
        let mut shown = blake3::Hasher::new();
        for initiative in sheets.iter().map(|rank| &site.catalogue.initiatives[*rank]) {
            shown.update(&initiative.fingerprint);
        }
        // Their names stand in their sheets.
        for (pilot, _) in booklet.selection.pilots(site.catalogue, sheets) {
            shown.update(pilot.slug.as_bytes());
        }
        let shown = shown.finalize();
        let sizes = [number.to_le_bytes(), count.to_le_bytes()].concat();
        let forum = booklet.forum.map_or("", |forum| &forum.id);
        site.fingerprint(&[b"booklet", forum.as_bytes(), &sizes, &whole(), shown.as_bytes()])
    };
    Job {
        path: volume.path(site, number),
        asked_by: booklet.forum.map(|forum| forum.place),
        fingerprint: Some(Box::new(fingerprint)),
        content: Content::Page("booklet.html", Box::new(move || context(site, &volume))),
    }
}
