//! What the law asks a publisher to say, and what is not said yet.
//!
//! Law 2004-575, article 1-1 (who publishes, who hosts); GDPR, articles 13 and 14 (personal data);
//! law 2005-102, article 47, and decree 2019-768 (accessibility). The last binds public bodies, and
//! an association only if it carries out a public service or lives mostly on public money: nobody can
//! tell from here, so an association that fills in the declaration is held to it, and no other.

use crate::problems::{Code, Place, Problem};

use super::{
    Accessibility, Compliance, Filed, Host, Legal, PersonalData, Publisher, PublisherKind, Settings,
};

impl PublisherKind {
    /// Its name in the settings.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::State => "state",
            Self::PublicBody => "public_body",
            Self::Association => "association",
        }
    }

    /// Whether it is the State or a public body.
    #[must_use]
    pub fn is_public(self) -> bool {
        matches!(self, Self::State | Self::PublicBody)
    }
}

impl Settings {
    /// Whether the site names who publishes it, and so has legal pages. Without, it is a draft.
    #[must_use]
    pub fn is_signed(&self) -> bool {
        self.publisher.is_some()
    }

    /// The kind of publisher, if it is said.
    #[must_use]
    pub fn publisher_kind(&self) -> Option<PublisherKind> {
        self.publisher.as_ref()?.kind
    }

    /// The declaration, if the editors wrote any of it.
    #[must_use]
    pub fn accessibility(&self) -> Option<&Accessibility> {
        let written = self.legal.as_ref()?.accessibility.as_ref();
        // `accessibility:` with empty fields below it says nothing.
        written.filter(|written| **written != Accessibility::default())
    }

    /// Whether the site declares how accessible it is, and bears the mention.
    #[must_use]
    pub fn has_declaration(&self) -> bool {
        let is_due = self.publisher_kind().is_some_and(PublisherKind::is_public);
        self.is_signed() && (is_due || self.accessibility().is_some())
    }

    /// What the site says of its accessibility.
    #[must_use]
    pub fn compliance(&self) -> Compliance {
        self.accessibility().map_or(Compliance::None, Accessibility::compliance)
    }
}

/// What is wrong with the legal settings, and, in one problem, all that they lack.
pub(super) fn check(filed: &Filed<Settings>) -> Vec<Problem> {
    let settings = &filed.value;
    let mut problems = settings.accessibility().map(Accessibility::problems).unwrap_or_default();
    match &settings.publisher {
        // A name that is empty was told already, and so was what stands in its place.
        Some(publisher) if publisher.name.is_empty() => {}
        Some(publisher) => problems.extend(lacking(settings, publisher.name.place)),
        // Whoever fills in the one means the other.
        None if settings.legal.is_some() => problems.extend(lacking(settings, Some(filed.place))),
        None => {}
    }
    problems
}

/// What a catalogue lacks that nobody signs, once it is to be published.
#[must_use]
pub fn check_unsigned(settings: &Settings) -> Option<Problem> {
    if settings.is_signed() || settings.legal.is_some() { None } else { lacking(settings, None) }
}

fn lacking(settings: &Settings, place: Option<Place>) -> Option<Problem> {
    let fields = missing(settings);
    let kind = settings.publisher_kind().map_or("unknown", PublisherKind::id);
    let problem = Problem::at(Code::LegalMissing, place).with("kind", kind).with("count", fields.len());
    (!fields.is_empty()).then(|| problem.with("fields", as_yaml(&fields)))
}

/// The fields that the law asks for and that say nothing yet, in the order of the settings.
fn missing(settings: &Settings) -> Vec<&'static str> {
    let nobody = Publisher::default();
    let nothing = Legal::default();
    let publisher = settings.publisher.as_ref().unwrap_or(&nobody);
    let legal = settings.legal.as_ref().unwrap_or(&nothing);
    let is_public = settings.publisher_kind().is_some_and(PublisherKind::is_public);
    let (host, data) = (legal.host.clone().unwrap_or_default(), legal.personal_data.clone());
    let (Host { name, address, phone }, data) = (host, data.unwrap_or_default());
    let PersonalData { officer, email, legal_basis, retention, .. } = data;
    // The publisher's mailbox serves where no other is named.
    let declaration = settings.accessibility();
    let can_report = declaration.is_some_and(|about| about.email.is_some() || about.form.is_some());
    let has_mailboxes = email.is_some() && (can_report || !settings.has_declaration());
    let all = [
        (true, settings.publisher.is_some(), "publisher.name"),
        (true, publisher.kind.is_some(), "publisher.kind"),
        (true, publisher.address.is_some(), "publisher.address"),
        (true, publisher.phone.is_some(), "publisher.phone"),
        (true, publisher.email.is_some() || has_mailboxes, "publisher.email"),
        (true, legal.publication_director.is_some(), "legal.publication_director"),
        (true, name.is_some(), "legal.host.name"),
        (true, address.is_some(), "legal.host.address"),
        (true, phone.is_some(), "legal.host.phone"),
        (is_public, legal.licence.is_some(), "legal.licence"),
        (is_public, officer.is_some(), "legal.personal_data.officer"),
        (true, legal_basis.is_some(), "legal.personal_data.legal_basis"),
        (true, retention.is_some(), "legal.personal_data.retention"),
    ];
    let mut missing = not_there(&all);
    if settings.has_declaration() {
        let nothing = Accessibility::default();
        missing.extend(missing_declaration(declaration.unwrap_or(&nothing), is_public));
    }
    missing
}

/// What the declaration lacks.
fn missing_declaration(declaration: &Accessibility, is_public: bool) -> Vec<&'static str> {
    let audit = declaration.valid_audit();
    let is_audited = audit.is_some();
    let has_failures = audit.is_some_and(|audit| audit.compliance() != Compliance::Full);
    let tells_failures = !declaration.failing.is_empty() || !declaration.exempt.is_empty();
    let all = [
        (true, declaration.established.is_some(), "legal.accessibility.established"),
        (has_failures, tells_failures, "legal.accessibility.failing"),
        (is_audited, !declaration.environment.is_empty(), "legal.accessibility.environment"),
        (is_audited, !declaration.tools.is_empty(), "legal.accessibility.tools"),
        (is_audited, !declaration.pages.is_empty(), "legal.accessibility.pages"),
        (is_public, declaration.multiyear_plan.is_some(), "legal.accessibility.multiyear_plan"),
        (is_public, declaration.action_plan.is_some(), "legal.accessibility.action_plan"),
    ];
    not_there(&all)
}

/// Of fields that are asked for or not, and there or not, those that are missing.
fn not_there(fields: &[(bool, bool, &'static str)]) -> Vec<&'static str> {
    let missing = fields.iter().filter(|(is_asked, is_there, _)| *is_asked && !is_there);
    missing.map(|(_, _, field)| *field).collect()
}

/// The fields as one would type them, without their values: ready to be copied and filled in.
fn as_yaml(fields: &[&str]) -> Vec<String> {
    let mut lines = Vec::new();
    let mut open: Vec<&str> = Vec::new();
    for field in fields {
        let names: Vec<&str> = field.split('.').collect();
        let shared = names.iter().zip(&open).take_while(|(name, open)| name == open).count();
        let new = names.iter().enumerate().skip(shared);
        lines.extend(new.map(|(level, name)| format!("{}{name}:", "  ".repeat(level))));
        open = names;
    }
    lines
}
