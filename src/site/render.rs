//! Rendering: a job becomes bytes.

use std::borrow::Cow;

use crate::problems::Problem;

use super::Site;
use super::plan::{Content, Job};

/// Makes the bytes of a job.
///
/// # Errors
///
/// A mistake in a template.
pub fn render<'j>(site: &Site<'_>, job: &'j Job<'_>) -> Result<Cow<'j, [u8]>, Problem> {
    match &job.content {
        Content::Page(template, context) => {
            let mut page = Vec::with_capacity(16 * 1024);
            let context = site.framed(context())?;
            site.templates().render(template, &context, &mut page)?;
            Ok(page.into())
        }
        Content::Bytes(bytes) => Ok(bytes.into()),
        Content::Made(make) => Ok(make().into()),
    }
}
