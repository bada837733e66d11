//! The site: which pages there are, what each shows, and how they become bytes. One file a kind
//! of page.

mod accessibility;
mod address;
mod areas;
mod audiences;
mod book;
mod booklet;
mod booklet_page;
mod cards;
mod content_line;
mod edition;
mod editorial;
mod feed;
mod filters;
mod fingerprints;
mod forums;
mod frame;
mod home;
mod initiatives;
mod legal;
mod letters;
mod machine;
mod map;
mod pages;
mod partners;
mod pictures;
mod pilots;
mod plan;
mod redirect;
mod render;
mod search;
mod shared;
mod sharing;
mod sheet;
mod site_map;
mod territories;
mod themes;
mod view;

pub use address::Addresses;
pub use book::{Book, book};
pub use edition::EDITION;
pub use frame::Site;
pub use pictures::{PictureFile, PictureJob};
pub use plan::{Content, Job, Plan};
pub use render::render;
pub use search::search_jobs;
