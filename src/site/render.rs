//! Rendering: a job becomes bytes.

use crate::problems::Problem;

use super::Site;
use super::plan::{Content, Job};

/// Makes the bytes of a job.
///
/// # Errors
///
/// A mistake in a template.
pub fn render(site: &Site<'_>, job: &Job<'_>) -> Result<Vec<u8>, Problem> {
    match &job.content {
        Content::Page(template, context) => {
            let mut page = Vec::with_capacity(16 * 1024);
            let context = site.framed(context())?;
            site.templates().render(template, &context, &mut page)?;
            Ok(page)
        }
        Content::Bytes(make) => Ok(make()),
    }
}
