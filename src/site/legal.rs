//! The legal pages, that every page leads to: how accessible the site is, who publishes it, what
//! becomes of personal data. Their texts are templates, one a language; what they say of this site
//! comes from the settings.

use serde::Serialize;

use crate::catalogue::{
    Catalogue, Compliance, EditorialPage, Filed, Host, Legal, LegalBasis, Licence, PublisherKind, Settings,
};
use crate::record::Line;
use crate::site_theme::Labels;

use super::Site;
use super::accessibility::{DeclarationView, declaration};
use super::address::Addresses;
use super::frame::{Form, Shown, value};
use super::plan::{Content, Job};
use super::view::{self, EmailView, Link, PhoneView, WebView};

/// A page that the law asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum LegalPage {
    Accessibility,
    Notice,
    PersonalData,
}

impl LegalPage {
    /// Those that a site has. A draft that nobody signs has none.
    fn of(settings: &Settings) -> impl Iterator<Item = Self> {
        let is_signed = settings.is_signed();
        let pages = [
            (settings.has_declaration(), Self::Accessibility),
            (is_signed, Self::Notice),
            (is_signed, Self::PersonalData),
        ];
        pages.into_iter().filter_map(|(is_there, page)| is_there.then_some(page))
    }

    /// The class of its body.
    fn kind(self) -> &'static str {
        match self {
            Self::Accessibility => "accessibility",
            Self::Notice => "legal-notice",
            Self::PersonalData => "personal-data",
        }
    }

    fn template(self) -> &'static str {
        match self {
            Self::Accessibility => "legal/accessibility.html",
            Self::Notice => "legal/legal-notice.html",
            Self::PersonalData => "legal/personal-data.html",
        }
    }

    fn title(self, labels: &Labels) -> &str {
        labels.get(match self {
            Self::Accessibility => "title_accessibility",
            Self::Notice => "title_legal_notice",
            Self::PersonalData => "title_personal_data",
        })
    }

    fn path(self, addresses: &Addresses) -> String {
        match self {
            Self::Accessibility => addresses.accessibility(),
            Self::Notice => addresses.legal_notice(),
            Self::PersonalData => addresses.personal_data(),
        }
    }
}

/// The mention that the law words: how accessible the site is.
pub(super) fn mention(compliance: Compliance, labels: &Labels) -> &str {
    labels.get(match compliance {
        Compliance::None => "accessibility_none",
        Compliance::Partial => "accessibility_partial",
        Compliance::Full => "accessibility_full",
    })
}

/// The links to the legal pages. That to the declaration is the mention.
pub(super) fn links(catalogue: &Catalogue, labels: &Labels, addresses: &Addresses) -> Vec<Link> {
    let settings = &catalogue.settings;
    let link = |page: LegalPage| {
        let title = match page {
            LegalPage::Accessibility => mention(settings.compliance(), labels),
            _ => page.title(labels),
        };
        Link { title: title.to_owned(), path: page.path(addresses) }
    };
    LegalPage::of(settings).map(link).collect()
}

/// The editorial pages that stand at an address of their own: one that bears the name of a legal
/// page adds its text to that page.
pub(super) fn own_pages<'c>(
    catalogue: &'c Catalogue,
    addresses: &Addresses,
) -> impl Iterator<Item = &'c Filed<EditorialPage>> {
    let taken: Vec<String> = LegalPage::of(&catalogue.settings).map(|page| page.path(addresses)).collect();
    catalogue.pages.iter().filter(move |page| !taken.contains(&addresses.page(&page.id)))
}

/// What readers may do with the contents.
#[derive(Serialize)]
pub(super) struct LicenceView {
    id: &'static str,
    name: String,
    link: Option<&'static str>,
    /// What the line at the foot of pages says before its name, and after.
    before: String,
    after: String,
}

pub(super) fn licence(settings: &Settings, labels: &Labels) -> Option<LicenceView> {
    let licence = settings.legal.as_ref()?.licence?;
    let id = licence.id();
    let line = if licence == Licence::Reserved { "{licence}" } else { labels.get("licence_line") };
    let (before, after) = line.split_once("{licence}").unwrap_or((line, ""));
    Some(LicenceView {
        id,
        name: labels.get(&format!("licence_{}", id.replace(['-', '.'], "_"))).to_owned(),
        link: licence.link(),
        before: before.to_owned(),
        after: after.to_owned(),
    })
}

/// What the settings say, for the three pages.
#[derive(Serialize)]
struct LegalView {
    /// `state`, `public_body` or `association`.
    kind: Option<&'static str>,
    director: Option<String>,
    host: HostView,
    personal_data: PersonalDataView,
    declaration: DeclarationView,
    /// Where the site will stand, if that is known.
    site: Option<WebView>,
    personal_data_path: String,
}

#[derive(Serialize)]
struct HostView {
    name: Option<String>,
    address: Option<String>,
    phone: Option<PhoneView>,
}

#[derive(Serialize)]
struct PersonalDataView {
    controller: Option<String>,
    officer: Option<String>,
    email: Option<EmailView>,
    purpose: Option<String>,
    /// `consent`, `public_task` or `legitimate_interest`.
    basis: Option<&'static str>,
    retention: Option<String>,
}

/// The legal pages.
pub(super) fn jobs<'s>(site: &'s Site<'s>) -> Vec<Job<'s>> {
    LegalPage::of(&site.catalogue.settings).map(|page| job(site, page)).collect()
}

fn job<'s>(site: &'s Site<'s>, page: LegalPage) -> Job<'s> {
    let path = page.path(&site.addresses);
    let added = site.catalogue.pages.iter().find(|filed| site.addresses.page(&filed.id) == path);
    let make = {
        let path = path.clone();
        move || {
            let mut context = site.context(page.kind(), page.title(&site.theme.labels), &path);
            context.insert_value("legal", value(&legal(site)));
            let shown = Shown { root: "../", volume: None, level: 2, ids: Some(""), form: Form::Html };
            context.insert("added", &added.map(|filed| site.html(&filed.value.text, &shown)));
            context
        }
    };
    Job {
        path,
        asked_by: added.map(|filed| filed.place),
        fingerprint: Some(Box::new(move || site.fingerprint(&[b"legal", page.kind().as_bytes()]))),
        content: Content::Page(page.template(), Box::new(make)),
    }
}

fn legal(site: &Site<'_>) -> LegalView {
    let settings = &site.catalogue.settings;
    let nothing = Legal::default();
    let legal = settings.legal.as_ref().unwrap_or(&nothing);
    let shown =
        |link: &str| link.split_once("://").map_or(link, |(_, rest)| rest).trim_end_matches('/').to_owned();
    let web = |link: &String| WebView::new(link, &shown(link));
    LegalView {
        kind: settings.publisher_kind().map(PublisherKind::id),
        director: legal.publication_director.as_ref().map(|name| site.set(name)),
        host: host(site, legal.host.as_ref()),
        personal_data: personal_data(site, legal),
        declaration: declaration(site),
        site: site.base_url.as_ref().map(web),
        personal_data_path: site.addresses.personal_data(),
    }
}

fn host(site: &Site<'_>, host: Option<&Host>) -> HostView {
    let nothing = Host::default();
    let host = host.unwrap_or(&nothing);
    HostView {
        name: host.name.as_ref().map(|name| site.set(name)),
        address: host.address.as_ref().map(|address| site.set(address)),
        phone: host.phone.iter().find_map(view::phone),
    }
}

fn personal_data(site: &Site<'_>, legal: &Legal) -> PersonalDataView {
    let data = legal.personal_data.clone().unwrap_or_default();
    let publisher = site.catalogue.settings.publisher.as_ref();
    let email = data.email.as_ref().or_else(|| publisher?.email.as_ref());
    let line = |line: Option<&Line>| line.map(|line| site.set(line));
    PersonalDataView {
        controller: line(data.controller.as_ref()),
        officer: line(data.officer.as_ref()),
        email: email.map(view::email),
        purpose: line(data.purpose.as_ref()),
        basis: data.legal_basis.map(LegalBasis::id),
        retention: line(data.retention.as_ref()),
    }
}
