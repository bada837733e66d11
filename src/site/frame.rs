//! What all pages have in common.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::{Mutex, OnceLock};

use serde::Serialize;
use tera::{Context, Value};

use crate::catalogue::Catalogue;
use crate::fingerprint::shorten;
use crate::problems::Problem;
use crate::search::SearchFiles;
use crate::site_theme::{SiteTheme, Templates};
use crate::text::{Ground, Outline, RichText, TargetKind, tree, typeset, write_html};

use super::address::{Addresses, root_of};
use super::booklet::Volume;
use super::fingerprints::epoch;
use super::letters::Indexes;
use super::shared::{menus, shared};
use super::sharing::describe;
use super::view;
use super::{feed, search};

/// A site to be made: a catalogue, how it looks, and where its pages stand.
pub struct Site<'c> {
    /// The catalogue.
    pub catalogue: &'c Catalogue,
    /// How the site looks.
    pub theme: &'c SiteTheme,
    /// Its templates, which know what all pages show.
    templates: Templates,
    /// Where its pages stand.
    pub addresses: Addresses,
    /// Where the site will be published, if that is known.
    pub base_url: Option<String>,
    /// Where the catalogue's pictures are.
    pub media: PathBuf,
    /// What every page depends on, in short.
    epoch: [u8; 32],
    /// Themes and sheets in short, as lists show them; each is converted once.
    themes: Vec<Value>,
    entries: Vec<OnceLock<Value>>,
    ranks: BTreeMap<&'c str, usize>,
    /// What the scripts read; made when it is first asked for.
    lists: OnceLock<SearchFiles>,
    words: OnceLock<SearchFiles>,
    /// How the indexes from A to Z are cut; made when it is first asked for.
    indexes: OnceLock<Indexes>,
    /// The pages that menus lead to.
    linked: BTreeSet<String>,
    /// The parts that stand alike on all pages of one depth, once they are rendered.
    frames: Mutex<BTreeMap<FrameKey, Context>>,
    /// What lists depend on; made when a build asks for it.
    entry_fingerprints: OnceLock<Vec<[u8; 32]>>,
    all_listed: OnceLock<[u8; 32]>,
}

/// A page's own part of the frame.
#[derive(Serialize)]
struct PageView {
    kind: &'static str,
    title: String,
    path: String,
    root: String,
    /// The page of the menu that this one is reached from.
    section: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    canonical: Option<String>,
    theme_id: Option<String>,
}

/// What the frame of a page depends on: the way to the site's root, the page itself where a menu
/// marks it, and the section that the menu marks for it.
type FrameKey = (String, Option<String>, Option<String>);

/// The parts of the frame: what templates see them as, and their own templates.
const FRAME: [(&str, &str); 2] = [("masthead", "parts/masthead.html"), ("footer", "parts/footer.html")];

/// Where a text is shown, which decides where its links lead.
pub(super) struct Shown<'a> {
    /// What leads to the site's root.
    pub(super) root: &'a str,
    /// The volume of a booklet; none on any other page.
    pub(super) volume: Option<&'a Volume<'a>>,
    /// The level of the first headings.
    pub(super) level: u8,
    /// What the ids of headings begin with.
    pub(super) ids: Option<&'a str>,
    /// What the text is made into.
    pub(super) form: Form,
}

/// What texts are made into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// HTML, for pages.
    Html,
    /// Data, for the booklet that is typeset: on paper, which shows what is for paper alone.
    Data,
}

impl<'c> Site<'c> {
    /// Prepares a site.
    #[must_use]
    pub fn new(
        catalogue: &'c Catalogue,
        theme: &'c SiteTheme,
        base_url: Option<String>,
        media: PathBuf,
    ) -> Self {
        let addresses = Addresses::new(&theme.labels);
        let entries = catalogue.initiatives.iter().map(|_| OnceLock::new()).collect();
        let has_feed = base_url.is_some() && feed::has_entries(catalogue, &addresses);
        let epoch = epoch(catalogue, theme, base_url.as_deref(), has_feed);
        let themes: Vec<Value> = catalogue
            .themes
            .iter()
            .enumerate()
            .map(|(rank, settings)| value(&view::theme(catalogue, theme, &addresses, rank, settings)))
            .collect();
        let (menu, footer) = menus(catalogue, theme, &addresses);
        let paths = menu.iter().chain(&footer).map(|link| link.path.clone());
        let linked = paths.chain([addresses.home(), addresses.search()]).collect();
        let shared = shared(catalogue, theme, &addresses, &themes, (menu, footer), has_feed);
        let templates = theme.templates.sharing(shared);
        let ids = catalogue.initiatives.iter().map(|initiative| initiative.id.as_str());
        let ranks = ids.enumerate().map(|(rank, id)| (id, rank)).collect();
        Self {
            catalogue,
            theme,
            templates,
            addresses,
            base_url,
            media,
            epoch,
            themes,
            entries,
            ranks,
            lists: OnceLock::new(),
            words: OnceLock::new(),
            indexes: OnceLock::new(),
            linked,
            frames: Mutex::default(),
            entry_fingerprints: OnceLock::new(),
            all_listed: OnceLock::new(),
        }
    }

    /// The templates.
    #[must_use]
    pub fn templates(&self) -> &Templates {
        &self.templates
    }

    /// The sheets in short, and the lists to filter them by, as the scripts read them.
    pub(super) fn lists(&self) -> &SearchFiles {
        self.lists.get_or_init(|| search::lists(self))
    }

    /// The words of the sheets, likewise.
    pub(super) fn words(&self) -> &SearchFiles {
        self.words.get_or_init(|| search::words(self))
    }

    /// The indexes from A to Z.
    pub(super) fn indexes(&self) -> &Indexes {
        self.indexes.get_or_init(|| Indexes::new(self))
    }

    /// Sets a text's typography.
    pub(super) fn set(&self, text: &str) -> String {
        typeset(text, &self.catalogue.language).into_owned()
    }

    /// A label.
    pub(super) fn label(&self, key: &str) -> &str {
        self.theme.labels.get(key)
    }

    /// A count of things, in words.
    pub(super) fn count(&self, noun: &str, count: usize) -> String {
        self.theme.labels.count(noun, count, &self.catalogue.language)
    }

    /// A theme, as lists show it.
    pub(super) fn theme_value(&self, rank: usize) -> Value {
        self.themes.get(rank).cloned().unwrap_or_else(Value::none)
    }

    /// A sheet, as lists show it.
    pub(super) fn entry(&self, rank: usize) -> Value {
        let (Some(slot), Some(initiative)) = (self.entries.get(rank), self.catalogue.initiatives.get(rank))
        else {
            return Value::none();
        };
        slot.get_or_init(|| value(&view::entry(self, initiative, initiative.number))).clone()
    }

    /// Sheets, as lists show them.
    pub(super) fn entries(&self, ranks: &[usize]) -> Value {
        Value::from(ranks.iter().map(|rank| self.entry(*rank)).collect::<Vec<Value>>())
    }

    /// The index of partners, if there is one.
    pub(super) fn partners_path(&self) -> Option<String> {
        (!self.catalogue.partners.entries.is_empty()).then(|| self.addresses.partners())
    }

    /// The index of territories, if there is one.
    pub(super) fn territories_path(&self) -> Option<String> {
        (!self.catalogue.territories.is_empty()).then(|| self.addresses.territories())
    }

    /// What leads to the published site's root; empty where it is not published.
    pub(super) fn published_root(&self) -> String {
        self.base_url.as_ref().map(|base| super::address::public(base, "")).unwrap_or_default()
    }

    /// A text in the form that is asked for.
    pub(super) fn text(&self, text: &RichText, shown: &Shown<'_>) -> Value {
        match shown.form {
            Form::Html => Value::from(self.html(text, shown)),
            Form::Data => value(&self.tree(text, shown)),
        }
    }

    /// A text as data. Links lead into the booklet, or to the published site.
    fn tree(&self, text: &RichText, shown: &Shown<'_>) -> serde_json::Value {
        let address = |kind: TargetKind, name: &str| {
            let address = self.address(kind, name, shown);
            let is_within = address.starts_with('#');
            match &self.base_url {
                _ if is_within => address,
                Some(_) => super::address::without_index(&address).to_owned(),
                None => String::new(),
            }
        };
        let picture = |file: &str| super::pictures::printed(self.catalogue, file);
        tree(text, &Ground { first_level: shown.level, address: &address, picture: &picture })
    }

    /// The list of audiences, if there is one.
    pub(super) fn audiences_path(&self) -> Option<String> {
        (!self.catalogue.audiences.is_empty()).then(|| self.addresses.audiences())
    }

    /// A text as HTML.
    pub(super) fn html(&self, text: &RichText, shown: &Shown<'_>) -> String {
        let mut html = String::new();
        let address = |kind: TargetKind, name: &str| self.address(kind, name, shown);
        let picture =
            |file: &str, alt: &str, html: &mut String| super::pictures::write(self, file, alt, shown, html);
        let outline =
            Outline { first_level: shown.level, ids: shown.ids, address: &address, picture: &picture };
        write_html(text, &outline, &mut html);
        html
    }

    fn address(&self, kind: TargetKind, name: &str, shown: &Shown<'_>) -> String {
        let path = match kind {
            TargetKind::Sheet => {
                let within = shown.volume.zip(self.ranks.get(name));
                match within.and_then(|(volume, rank)| volume.address_of(self, *rank, shown.root)) {
                    Some(address) => return address,
                    None => self.addresses.sheet(name),
                }
            }
            TargetKind::Page => self.addresses.page(name),
            TargetKind::Theme => self.addresses.theme(name),
        };
        format!("{}{path}", shown.root)
    }

    /// Adds the frame to a page's context. It is rendered once for all pages on which it is alike:
    /// nearly all of them.
    ///
    /// # Errors
    ///
    /// A mistake in a template.
    pub(super) fn framed(&self, mut context: Context) -> Result<Context, Problem> {
        let text = |name: &str| {
            context.get("page").and_then(|page| page.get_from_path(name)?.as_str()).map(str::to_owned)
        };
        let path = text("path").filter(|path| self.linked.contains(path));
        let key = (text("root").unwrap_or_default(), path, text("section"));
        let known = self.frames().get(&key).cloned();
        let frame = match known {
            Some(frame) => frame,
            None => self.render_frame(&context)?,
        };
        self.frames().entry(key).or_insert_with(|| frame.clone());
        context.extend(frame);
        Ok(context)
    }

    fn render_frame(&self, context: &Context) -> Result<Context, Problem> {
        let mut frame = Context::new();
        for (name, template) in FRAME {
            let mut part = Vec::new();
            self.templates().render(template, context, &mut part)?;
            frame.insert_value(name, Value::safe_string(&String::from_utf8_lossy(&part)));
        }
        Ok(frame)
    }

    /// A thread that panicked while adding a frame leaves none half-added behind.
    fn frames(&self) -> std::sync::MutexGuard<'_, BTreeMap<FrameKey, Context>> {
        self.frames.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    /// The context of a page, with its part of the frame.
    pub(super) fn context(&self, kind: &'static str, title: &str, path: &str) -> Context {
        self.themed_context(kind, title, path, None)
    }

    /// The same, for a page that bears the colour of a theme.
    pub(super) fn themed_context(
        &self,
        kind: &'static str,
        title: &str,
        path: &str,
        theme: Option<usize>,
    ) -> Context {
        let mut context = Context::new();
        let is_not_found = kind == "not-found";
        // A host shows this page at any address: links that lead from the page itself would miss.
        let root = match &self.base_url {
            Some(base) if is_not_found => format!("{}/", base.trim_end_matches('/')),
            _ => root_of(path),
        };
        let canonical =
            self.base_url.as_ref().filter(|_| !is_not_found).map(|base| super::address::public(base, path));
        let theme_id = theme
            .and_then(|rank| self.catalogue.themes.get(rank))
            .map(|theme| theme.settings.id.value.clone());
        let section = match kind {
            "theme" | "sheet" => Some(self.addresses.themes()),
            "initiatives" => Some(self.addresses.initiatives()),
            "pilots" => Some(self.addresses.pilots()),
            "territory" | "territories" => Some(self.addresses.territories()),
            "booklet" => Some(self.addresses.booklet(None, 1)),
            _ => None,
        };
        let (title, path) = (self.set(title), path.to_owned());
        let page = PageView { kind, title, path, root, section, canonical, theme_id };
        let description = self.in_the_catalogue(&page.title);
        context.insert_value("page", value(&page));
        describe(&mut context, &description, "website", None);
        context.insert_value("shared_picture", Value::none());
        context
    }

    /// What a page is about that says no more of itself than its title.
    fn in_the_catalogue(&self, title: &str) -> String {
        let settings = &self.catalogue.settings;
        let subtitle = settings.subtitle.as_ref().map(|subtitle| format!(". {}", subtitle.value));
        let whole = format!("{}{}", settings.title.value, subtitle.unwrap_or_default());
        format!("{title}{}{}", self.label("title_separator"), self.set(&whole))
    }

    /// What a page depends on that lists sheets.
    pub(super) fn listed<'r>(&self, ranks: impl IntoIterator<Item = &'r usize>) -> [u8; 32] {
        let mut hasher = blake3::Hasher::new();
        let entries = self.entry_fingerprints();
        for fingerprint in ranks.into_iter().filter_map(|rank| entries.get(*rank)) {
            hasher.update(fingerprint);
        }
        *hasher.finalize().as_bytes()
    }

    /// What a page depends on that lists all sheets.
    pub(super) fn all_listed(&self) -> &[u8] {
        self.all_listed.get_or_init(|| *blake3::hash(&self.entry_fingerprints().concat()).as_bytes())
    }

    fn entry_fingerprints(&self) -> &[[u8; 32]] {
        // One after the other: a thread that waits for others takes up another page meanwhile, which may
        // ask for this again, and would wait for itself.
        let make = || self.catalogue.initiatives.iter().map(view::entry_fingerprint).collect();
        self.entry_fingerprints.get_or_init(make)
    }

    /// What a page depends on: all that pages have in common, and `parts`.
    pub(super) fn fingerprint(&self, parts: &[&[u8]]) -> [u8; 16] {
        let mut hasher = blake3::Hasher::new();
        hasher.update(&self.epoch);
        for part in parts {
            hasher.update(&(part.len() as u64).to_le_bytes());
            hasher.update(part);
        }
        shorten(&hasher.finalize())
    }
}

/// Converts a view for the templates. Views are plain structs, whose conversion cannot fail.
pub(super) fn value(view: &impl Serialize) -> Value {
    Value::try_from_serializable(view).unwrap_or_else(|_| Value::none())
}
