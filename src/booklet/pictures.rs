//! The pictures of a booklet, in formats that the typesetter reads.

use std::collections::BTreeMap;
use std::path::Path;

use crate::problems::Problem;
use crate::site::{PictureFile, PictureJob, Plan};

/// Makes some files of a picture, in their order: [`PictureJob::make`], or what remembers what it made.
pub type MakePictures<'a> = dyn Fn(&PictureJob<'_>, &[&PictureFile]) -> Result<Vec<Vec<u8>>, Problem> + 'a;

/// The pictures by their paths on the site, at all widths: templates choose.
pub(super) fn pictures(
    plan: &Plan<'_>,
    make: &MakePictures<'_>,
) -> Result<BTreeMap<String, Vec<u8>>, Vec<Problem>> {
    let mut pictures = BTreeMap::new();
    let mut found = Vec::new();
    for job in &plan.pictures {
        let is_webp = |path: &str| Path::new(path).extension().is_some_and(|extension| extension == "webp");
        let wanted: Vec<_> = job.files.iter().filter(|file| !is_webp(&file.path)).collect();
        match make(job, &wanted) {
            Ok(files) => pictures.extend(wanted.iter().map(|file| file.path.clone()).zip(files)),
            Err(problem) => found.push(problem),
        }
    }
    if found.is_empty() { Ok(pictures) } else { Err(found) }
}
