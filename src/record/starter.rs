//! A record as a commented file to fill in.

use std::fmt::Write as _;

use crate::problems::Speech;

use super::{Field, Kind, Record};

/// Writes the file: required fields ready to be filled in, all others as comments with an
/// example. `filled` gives values that are known already, by the field's name.
#[must_use]
pub fn commented(record: &Record, speech: Speech, filled: &[(&str, &str)]) -> String {
    let mut file = String::new();
    for field in record.fields {
        if !file.is_empty() {
            file.push('\n');
        }
        write_field(field, speech, filled, 0, false, &mut file);
    }
    file
}

fn write_field(
    field: &Field,
    speech: Speech,
    filled: &[(&str, &str)],
    level: usize,
    off: bool,
    file: &mut String,
) {
    let indent = "  ".repeat(level);
    let documentation = match speech {
        Speech::French => field.french,
        Speech::English => field.english.trim(),
    };
    let required = match (field.required, speech) {
        (false, _) => "",
        (true, Speech::French) => " (obligatoire)",
        (true, Speech::English) => " (required)",
    };
    // A whole group that is off keeps its `#` in the first column: one gesture turns it on.
    let off = off || !field.required;
    let mark = if off { "# " } else { "" };
    let _ = writeln!(file, "{}{indent}# {documentation}{required}", if level > 0 && off { "# " } else { "" });
    let value = filled.iter().find(|(name, _)| level == 0 && *name == field.name).map(|(_, value)| *value);
    match field.kind {
        Kind::Record(inner) => {
            let _ = writeln!(file, "{mark}{indent}{}:", field.name);
            write_fields(inner, speech, level + 1, off, file);
        }
        Kind::List(Kind::Record(inner)) if field.example.is_empty() => {
            let _ = writeln!(file, "{mark}{indent}{}:", field.name);
            for (rank, item) in inner.fields.iter().enumerate() {
                let dash = if rank == 0 { "  - " } else { "    " };
                let _ = writeln!(file, "{mark}{indent}{dash}{}: {}", item.name, item.example);
            }
        }
        Kind::List(Kind::Record(_)) => {
            let _ = writeln!(file, "{mark}{indent}{}:", field.name);
            let _ = writeln!(file, "{mark}{indent}  {}", field.example);
        }
        Kind::Markdown => {
            let _ = writeln!(file, "{mark}{indent}{}: |", field.name);
            let _ = writeln!(file, "{mark}{indent}  {}", field.example);
        }
        _ => {
            let value = value.unwrap_or(if off { field.example } else { "" });
            let _ = writeln!(
                file,
                "{mark}{indent}{}:{}{value}",
                field.name,
                if value.is_empty() { "" } else { " " }
            );
        }
    }
}

fn write_fields(record: &Record, speech: Speech, level: usize, off: bool, file: &mut String) {
    for field in record.fields {
        write_field(field, speech, &[], level, off, file);
    }
}
