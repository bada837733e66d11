//! What the accessibility declaration says.

use serde::Serialize;

use crate::catalogue::{Accessibility, Audit, Compliance};
use crate::record::Line;

use super::Site;
use super::legal::mention;
use super::view::{self, DateView, EmailView, WebView};

#[derive(Serialize)]
pub(super) struct DeclarationView {
    /// Whether the editors wrote any of it: without a word of theirs, the page claims nothing.
    is_written: bool,
    /// `none`, `partial` or `full`.
    compliance: &'static str,
    mention: String,
    /// The audit that the mention rests on.
    audit: Option<AuditView>,
    /// One that was too old for that.
    expired: Option<AuditView>,
    failing: Vec<String>,
    exempt: Vec<String>,
    out_of_scope: Vec<String>,
    established: Option<DateView>,
    updated: Option<DateView>,
    expires: Option<DateView>,
    technologies: Vec<String>,
    environment: Vec<String>,
    tools: Vec<String>,
    pages: Vec<String>,
    email: Option<EmailView>,
    form: Option<WebView>,
    multiyear_plan: Option<WebView>,
    action_plan: Option<WebView>,
}

#[derive(Serialize)]
struct AuditView {
    standard: String,
    by: String,
    date: Option<DateView>,
    rate: Option<String>,
    passed: u32,
    applicable: u32,
}

pub(super) fn declaration(site: &Site<'_>) -> DeclarationView {
    let settings = &site.catalogue.settings;
    let nothing = Accessibility::default();
    let written = settings.accessibility();
    let about = written.unwrap_or(&nothing);
    let labels = &site.theme.labels;
    let lines = |lines: &[Line]| lines.iter().map(|line| site.set(line)).collect();
    let date = |date: Option<&_>| date.and_then(|date| view::date_view(date, labels));
    let web = |address: Option<&crate::record::WebAddress>| {
        address.map(|address| WebView::new(&address.link, &address.shown))
    };
    let audit = about.audit.as_ref().map(|audit| audit_view(site, audit));
    let (audit, expired) = if about.has_expired_audit() { (None, audit) } else { (audit, None) };
    let own = about.email.as_ref();
    let email = own.or_else(|| settings.publisher.as_ref().and_then(|publisher| publisher.email.as_ref()));
    let compliance = settings.compliance();
    DeclarationView {
        is_written: written.is_some(),
        compliance: match compliance {
            Compliance::None => "none",
            Compliance::Partial => "partial",
            Compliance::Full => "full",
        },
        mention: mention(compliance, labels).to_owned(),
        audit,
        expired,
        failing: lines(&about.failing),
        exempt: lines(&about.exempt),
        out_of_scope: lines(&about.out_of_scope),
        established: date(about.established.as_ref()),
        updated: date(about.updated.as_ref()),
        expires: about.expires().map(|date| DateView::new(date, labels)),
        technologies: lines(&about.technologies),
        environment: lines(&about.environment),
        tools: lines(&about.tools),
        pages: lines(&about.pages),
        email: email.map(view::email),
        form: web(about.form.as_ref()),
        multiyear_plan: web(about.multiyear_plan.as_ref()),
        action_plan: web(about.action_plan.as_ref()),
    }
}

fn audit_view(site: &Site<'_>, audit: &Audit) -> AuditView {
    let labels = &site.theme.labels;
    AuditView {
        standard: site.set(&audit.standard),
        by: site.set(&audit.by),
        date: view::date_view(&audit.date, labels),
        rate: audit.rate().map(|tenths| labels.percent(tenths)),
        passed: audit.passed.value.unwrap_or_default(),
        applicable: audit.applicable.value.unwrap_or_default(),
    }
}
