//! `florilege schema`: the JSON Schema of a record, for text editors.

use std::io::Write as _;

use florilege::catalogue::{Forum, Page, Settings, Sheet, Source};
use florilege::record::json_schema;

use crate::cli::{Schema, SchemaOf};

use super::Outcome;
use super::terminal::Terminal;

/// Prints the schema.
pub(crate) fn run(arguments: &Schema, terminal: &Terminal) -> anyhow::Result<Outcome> {
    let record = match arguments.record {
        SchemaOf::Sheet => &Sheet::RECORD,
        SchemaOf::Settings => &Settings::RECORD,
        SchemaOf::Forum => &Forum::RECORD,
        SchemaOf::Page => &Page::RECORD,
        SchemaOf::Source => &Source::RECORD,
    };
    let title = format!("Florilège: {}", record.name);
    let schema = json_schema(record, &title, terminal.wording().speech());
    writeln!(std::io::stdout(), "{}", serde_json::to_string_pretty(&schema)?)?;
    Ok(Outcome::Done)
}
