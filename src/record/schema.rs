//! The JSON Schema of a record, for text editors that complete and check while one types.

use serde_json::{Map, Value as Json, json};

use crate::problems::Speech;

use super::{Field, Kind, Record};

/// The schema of a record and of all that it holds, documented in one language.
#[must_use]
pub fn json_schema(record: &Record, title: &str, speech: Speech) -> Json {
    let mut schema = of_record(record, speech);
    if let Json::Object(fields) = &mut schema {
        fields.insert("$schema".to_owned(), json!("https://json-schema.org/draft/2020-12/schema"));
        fields.insert("title".to_owned(), json!(title));
    }
    schema
}

fn of_record(record: &Record, speech: Speech) -> Json {
    let properties: Map<String, Json> =
        record.fields.iter().map(|field| (field.name.to_owned(), of_field(field, speech))).collect();
    let required: Vec<&str> =
        record.fields.iter().filter(|field| field.required).map(|field| field.name).collect();
    let mut schema = json!({"type": "object", "additionalProperties": false, "properties": properties});
    if !required.is_empty() {
        schema["required"] = json!(required);
    }
    schema
}

fn of_field(field: &Field, speech: Speech) -> Json {
    let mut schema = of_kind(&field.kind, speech);
    let description = match speech {
        Speech::French => field.french,
        Speech::English => field.english.trim(),
    };
    schema["description"] = json!(description);
    if !field.required {
        // An optional field may be left empty.
        schema = match schema.get("type").cloned() {
            Some(Json::String(name)) => {
                schema["type"] = json!([name, "null"]);
                schema
            }
            _ => schema,
        };
    }
    schema
}

fn of_kind(kind: &Kind, speech: Speech) -> Json {
    match kind {
        // A year or a code typed without quotes is text all the same.
        Kind::Line | Kind::Date | Kind::Phone => json!({"type": ["string", "number"]}),
        Kind::Markdown => json!({"type": "string"}),
        Kind::Flag => json!({"type": "boolean"}),
        Kind::Number => json!({"type": "integer"}),
        Kind::Email => json!({"type": "string", "format": "email"}),
        Kind::WebAddress => json!({"type": "string", "format": "uri", "pattern": "^https?://"}),
        Kind::Colour => json!({"type": "string", "pattern": "^#[0-9a-fA-F]{6}$"}),
        Kind::Choice(words) => json!({"type": "string", "enum": words}),
        Kind::List(item) => json!({"type": "array", "items": of_kind(item, speech)}),
        Kind::Record(record) => of_record(record, speech),
        Kind::LineOr(record) => json!({"oneOf": [{"type": "string"}, of_record(record, speech)]}),
    }
}
