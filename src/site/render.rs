//! Rendering: a job becomes bytes.

use std::fs;
use std::io::ErrorKind;

use crate::problems::{Code, Problem};

use super::Site;
use super::plan::{Content, Job};

/// Makes the bytes of a job.
///
/// # Errors
///
/// A mistake in a template, or a file that can no longer be read.
pub fn render(site: &Site<'_>, job: &Job<'_>) -> Result<Vec<u8>, Problem> {
    match &job.content {
        Content::Page(template, context) => {
            let mut page = Vec::with_capacity(16 * 1024);
            let context = site.framed(context())?;
            site.templates().render(template, &context, &mut page)?;
            Ok(page)
        }
        Content::Bytes(bytes) => Ok(bytes.clone()),
        Content::Copy(path) => {
            // A pipe would keep the build waiting for ever.
            let read = if path.is_file() { fs::read(path) } else { Err(ErrorKind::NotFound.into()) };
            read.map_err(|error| {
                Problem::at(Code::Unreadable, job.asked_by).with("reason", error.to_string())
            })
        }
    }
}
