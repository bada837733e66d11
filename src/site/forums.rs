//! Forums: what they are called, and the ways to their booklets.

use crate::catalogue::{Filed, Forum};

use super::Site;
use super::frame::Shown;
use super::view::{self, ForumView, Link};

/// What a forum is called: its title, and its date where another forum has the same title.
pub(super) fn name(site: &Site<'_>, forum: &Filed<Forum>) -> String {
    let title = &forum.value.title.value;
    let is_namesake = |other: &Filed<Forum>| other.id != forum.id && other.value.title.value == *title;
    let date = forum.value.date.as_ref().and_then(|date| date.value);
    let name = match date.filter(|_| site.catalogue.forums.iter().any(is_namesake)) {
        Some(date) => format!("{title} ({})", site.theme.labels.date(date)),
        None => title.clone(),
    };
    site.set(&name)
}

/// A forum, with the way to its booklet.
pub(super) fn view(site: &Site<'_>, forum: &Filed<Forum>) -> ForumView {
    view::forum(site.catalogue, &site.theme.labels, &site.addresses, forum)
}

/// The ways to the forums' booklets.
pub(super) fn booklets(site: &Site<'_>) -> Vec<Link> {
    let forums = site.catalogue.shown_forums().map(|(forum, _)| forum);
    let path = |forum: &Filed<Forum>| site.addresses.booklet(Some(&forum.id), 1);
    forums.map(|forum| Link { title: name(site, forum), path: path(forum) }).collect()
}

/// The forums that show a sheet, but for the one whose booklet this is: its cover says it.
pub(super) fn of_sheet(site: &Site<'_>, rank: usize, shown: &Shown<'_>) -> Vec<ForumView> {
    let own = shown.volume.and_then(|volume| volume.booklet.forum).map(|forum| &forum.id);
    let forums = site.catalogue.shown_forums().filter(|(_, selection)| selection.number(rank).is_some());
    forums.filter(|(forum, _)| Some(&forum.id) != own).map(|(forum, _)| view(site, forum)).collect()
}
