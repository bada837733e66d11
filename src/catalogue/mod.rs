//! The catalogue: initiatives, pilots, themes, territories, forums, linked with each other and
//! put in order. Pure: no file, no HTML, no clock, no environment.

mod audience;
mod completeness;
mod compliance;
mod duties;
mod edition;
mod forum;
mod legal;
mod link;
mod linked;
mod news;
mod order;
mod page;
mod partners;
mod picture;
mod selection;
mod settings;
mod sheet;
mod source;
mod spelling;
mod territories;
mod territory;

pub use audience::Audience;
pub use completeness::{Gaps, Missing};
pub use compliance::Compliance;
pub use duties::check_unsigned;
pub use edition::{Edition, EditionError, SheetTrace};
pub use forum::Forum;
pub use legal::{Accessibility, Audit, Host, Legal, LegalBasis, Licence, PersonalData};
pub use link::{Drafts, link};
pub use linked::{Catalogue, Initiative, PilotEntry, Theme};
pub use news::{Change, Gone, News};
pub use order::{Collation, Letter, SortKey};
pub use page::{BookletPart, EditorialPage, Page};
pub use partners::{PartnerEntry, Partners};
pub use picture::{Mention, Picture, PictureUse, Pictures};
pub use selection::{BookletOrder, Select, Selection};
pub use settings::{Publisher, PublisherKind, Settings, ThemeSettings};
pub use sheet::{
    Contact, Figure, Media, Partner, PartnerGroup, Period, Pilot, Publish, Sheet, Territory, WebLink,
};
pub use source::{Facts, Source};
pub use territories::{DepartmentSheets, RegionSheets, Territories};
pub use territory::{Area, Zone, department, departments, departments_of, region, regions, sole_department};

/// Something with an id, from the file that bears it.
#[derive(Debug, Clone, PartialEq)]
pub struct Filed<T> {
    /// The file's stem.
    pub id: String,
    /// The file as a whole.
    pub place: crate::problems::Place,
    /// What the file says.
    pub value: T,
    /// A fingerprint of the file's bytes; once linked, of the pictures that it names too.
    pub fingerprint: [u8; 16],
}
