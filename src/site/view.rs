//! What templates are shown, as plain structs. Texts are set; addresses stand below the root.

use serde::Serialize;
use tera::Value;

use crate::catalogue::{
    Catalogue, Contact, Filed, Forum, Initiative, Media, Period, PictureUse, Publish, Publisher, Theme,
};
use crate::problems::Located;
use crate::record::Line;
use crate::site_theme::{Labels, SiteTheme};
use crate::text::PartialDate;

use super::Site;
use super::address::Addresses;
use super::frame::{Form, Shown};
use super::pictures::{self, FilesView};

/// A link to a page of the site.
#[derive(Serialize)]
pub(super) struct Link {
    pub(super) title: String,
    pub(super) path: String,
}

/// A theme in short.
#[derive(Serialize)]
pub(super) struct ThemeView {
    id: String,
    title: String,
    path: String,
    pictogram: Option<String>,
    patch: usize,
    count: usize,
    count_text: String,
}

pub(super) fn theme(
    catalogue: &Catalogue,
    site_theme: &SiteTheme,
    addresses: &Addresses,
    rank: usize,
    theme: &Theme,
) -> ThemeView {
    let id = &theme.settings.id.value;
    let count = theme.initiatives.len();
    ThemeView {
        id: id.clone(),
        title: crate::text::typeset(theme_title(theme), &catalogue.language).into_owned(),
        path: addresses.theme(id),
        pictogram: theme.pictogram.clone(),
        patch: patch(rank),
        count,
        count_text: site_theme.labels.count("sheets", count, &catalogue.language),
    }
}

/// A sheet in short.
#[derive(Serialize)]
pub(super) struct EntryView {
    number: usize,
    anchor: String,
    pub(super) heading: String,
    /// The pilot, where the sheet has a title of its own.
    pub(super) pilot: Option<String>,
    pub(super) objective: String,
    pub(super) territory: String,
    path: String,
    theme: usize,
    theme_id: String,
}

/// A sheet in a list that numbers it so.
pub(super) fn entry(site: &Site<'_>, initiative: &Initiative, number: usize) -> EntryView {
    let sheet = &initiative.sheet;
    EntryView {
        number,
        anchor: super::booklet::anchor(number),
        heading: site.set(initiative.heading()),
        pilot: sheet.title.as_ref().map(|_| site.set(&sheet.pilot.name)),
        objective: site.set(&sheet.objective),
        territory: super::areas::territory_line(site, initiative),
        path: site.addresses.sheet(&initiative.id),
        theme: initiative.theme,
        theme_id: site.catalogue.themes[initiative.theme].settings.id.value.clone(),
    }
}

/// What the pages that list a sheet depend on: what [`entry`] shows of it.
pub(super) fn entry_fingerprint(initiative: &Initiative) -> [u8; 32] {
    let mut hasher = blake3::Hasher::new();
    let sheet = &initiative.sheet;
    let mut add = |text: &str| {
        hasher.update(&(text.len() as u64).to_le_bytes());
        hasher.update(text.as_bytes());
    };
    add(&initiative.id);
    add(sheet.title.as_ref().map_or("", |title| title));
    add(&sheet.pilot.name);
    add(sheet.pilot.filing_name());
    add(&sheet.objective);
    if let Some(territory) = &sheet.territory {
        add(if territory.national { "+" } else { "-" });
        for list in [&territory.regions, &territory.departments, &territory.places, &territory.cross_border] {
            for item in list {
                add(item);
            }
            add("/");
        }
    }
    hasher.update(&initiative.theme.to_le_bytes());
    hasher.update(&initiative.number.to_le_bytes());
    *hasher.finalize().as_bytes()
}

#[derive(Serialize)]
pub(super) struct PublisherView {
    name: String,
    address: Option<String>,
    phone: Option<PhoneView>,
    email: Option<EmailView>,
    website: Option<WebView>,
}

pub(super) fn publisher(publisher: &Publisher, set: &dyn Fn(&str) -> String) -> PublisherView {
    PublisherView {
        name: set(&publisher.name),
        address: publisher.address.as_ref().map(|address| set(address)),
        phone: publisher.phone.iter().find_map(phone),
        email: publisher.email.as_ref().map(email),
        website: publisher.website.as_ref().map(|website| WebView::new(&website.link, &website.shown)),
    }
}

#[derive(Serialize)]
pub(super) struct ForumView {
    pub(super) id: String,
    pub(super) title: String,
    date: Option<DateView>,
    place: Option<String>,
    host: Option<String>,
    organiser: Option<String>,
    cover: Option<PictureView>,
    /// The path of its booklet, if it shows anything.
    booklet: Option<String>,
}

pub(super) fn forum(
    catalogue: &Catalogue,
    labels: &Labels,
    addresses: &Addresses,
    forum: &Filed<Forum>,
) -> ForumView {
    let set = |text: &str| crate::text::typeset(text, &catalogue.language).into_owned();
    let line = |line: &Option<Line>| line.as_ref().map(|line| set(line));
    let value = &forum.value;
    let has_booklet = catalogue.shown_forums().any(|(shown, _)| shown.id == forum.id);
    ForumView {
        id: forum.id.clone(),
        title: set(&value.title),
        date: value.date.as_ref().and_then(|date| date_view(date, labels)),
        place: line(&value.place),
        host: line(&value.host),
        organiser: line(&value.organiser),
        cover: value.cover.as_ref().and_then(|cover| picture(catalogue, cover, &set)),
        booklet: has_booklet.then(|| addresses.booklet(Some(&forum.id), 1)),
    }
}

#[derive(Serialize)]
pub(super) struct DateView {
    iso: String,
    text: String,
}

pub(super) fn date_view(date: &Located<Option<PartialDate>>, labels: &Labels) -> Option<DateView> {
    date.value.map(|date| DateView::new(date, labels))
}

impl DateView {
    pub(super) fn new(date: PartialDate, labels: &Labels) -> Self {
        Self { iso: date.to_string(), text: labels.date(date) }
    }
}

#[derive(Serialize)]
pub(super) struct WebView {
    link: String,
    text: String,
}

impl WebView {
    pub(super) fn new(link: &str, text: &str) -> Self {
        Self { link: link.to_owned(), text: text.to_owned() }
    }
}

#[derive(Serialize)]
pub(super) struct PhoneView {
    dialled: String,
    text: String,
}

pub(super) fn phone(phone: &crate::record::Phone) -> Option<PhoneView> {
    phone
        .0
        .as_ref()
        .map(|number| PhoneView { dialled: number.dialled().to_owned(), text: number.shown().to_owned() })
}

#[derive(Serialize)]
pub(super) struct EmailView {
    link: String,
    text: String,
}

pub(super) fn email(email: &crate::record::Email) -> EmailView {
    EmailView { link: email.link.clone(), text: email.shown.clone() }
}

#[derive(Serialize)]
pub(super) struct ContactView {
    /// Its card for address books, if there is any way to reach them.
    card: Option<String>,
    name: Option<String>,
    role: Option<String>,
    organisation: Option<String>,
    address: Option<String>,
    phones: Vec<PhoneView>,
    email: Option<EmailView>,
    website: Option<WebView>,
}

/// The contacts that may be shown: those whose owners agreed to it. The printable page is part of
/// the site; what is for paper alone goes to the booklet.
pub(super) fn shown_contacts<'c>(
    site: &Site<'_>,
    contacts: &'c [Contact],
    form: Form,
) -> impl Iterator<Item = &'c Contact> {
    let settings = &site.catalogue.settings;
    contacts.iter().filter(move |contact| match settings.publish_of(contact) {
        Publish::Everywhere => true,
        Publish::Print => form == Form::Data,
        Publish::Nowhere => false,
    })
}

/// The same, as the sheet shows them.
pub(super) fn contacts(site: &Site<'_>, initiative: &Initiative, form: Form) -> Vec<ContactView> {
    let line = |line: &Option<Line>| line.as_ref().map(|line| site.set(line));
    shown_contacts(site, &initiative.sheet.contacts, form)
        .enumerate()
        .map(|(rank, contact)| ContactView {
            card: contact.is_reachable().then(|| site.addresses.card(&initiative.id, rank)),
            name: line(&contact.name),
            role: line(&contact.role),
            organisation: line(&contact.organisation),
            address: line(&contact.address),
            phones: contact.phones.iter().filter_map(phone).collect(),
            email: contact.email.as_ref().map(email),
            website: contact.website.as_ref().map(|website| WebView::new(&website.link, &website.shown)),
        })
        .collect()
}

/// When an initiative took place, in words.
pub(super) fn period(site: &Site<'_>, period: &Period) -> Option<String> {
    let labels = &site.theme.labels;
    let date = |date: &Option<Located<Option<PartialDate>>>| date.as_ref().and_then(|date| date.value);
    // A day takes other small words than a month: “depuis le 3 mai”, “depuis mai”.
    let key = |date: PartialDate, month: &'static str, day: &'static str| {
        if date.day().is_some() { day } else { month }
    };
    Some(match (date(&period.start), date(&period.end)) {
        (Some(start), Some(end)) if start == end => labels.date(start),
        (Some(start), Some(end)) => {
            labels.fill("from_to", &[("start", &labels.date(start)), ("end", &labels.date(end))])
        }
        (Some(start), None) => {
            labels.fill(key(start, "since", "since_day"), &[("date", &labels.date(start))])
        }
        (None, Some(end)) => labels.fill(key(end, "until", "until_day"), &[("date", &labels.date(end))]),
        (None, None) => return None,
    })
}

#[derive(Serialize)]
pub(super) struct PictureView {
    #[serde(flatten)]
    files: FilesView,
    alt: String,
    caption: Option<String>,
    credit: Option<String>,
}

/// A picture beside a text or on a cover; none that is not there.
pub(super) fn picture(
    catalogue: &Catalogue,
    media: &Media,
    set: &dyn Fn(&str) -> String,
) -> Option<PictureView> {
    Some(PictureView {
        files: pictures::files(catalogue, &media.file, PictureUse::Picture)?,
        alt: set(&media.alt.0),
        caption: media.caption.as_ref().map(|caption| set(caption)),
        credit: media.credit.as_ref().map(|credit| set(credit)),
    })
}

/// The sign of a pilot, beside its name: who does not see it misses nothing.
pub(super) fn logo(catalogue: &Catalogue, file: &Line) -> Option<PictureView> {
    let files = pictures::files(catalogue, file, PictureUse::Logo)?;
    Some(PictureView { files, alt: String::new(), caption: None, credit: None })
}

/// Rich text for a part of a sheet.
pub(super) fn part(
    site: &Site<'_>,
    text: Option<&crate::text::RichText>,
    shown: &Shown<'_>,
) -> Option<Value> {
    text.filter(|text| !text.is_empty()).map(|text| site.text(text, shown))
}

/// How a theme is shown: a word for the templates to choose its pattern by.
fn patch(rank: usize) -> usize {
    rank % 7 + 1
}

/// The title of a theme.
fn theme_title(theme: &Theme) -> &str {
    &theme.settings.title
}
