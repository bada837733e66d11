//! What a catalogue publishes at one time, in short: enough to say later what has changed, and no more
//! than its pages show. Contacts that are not for the site leave no trace in it.

use std::collections::BTreeMap;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Catalogue, Initiative, Publish, Sheet};

/// Counts up when the same sheet would leave another trace.
const FORMAT: u32 = 1;

/// What a catalogue publishes at one time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edition {
    format: u32,
    /// Its title.
    pub title: String,
    /// The tag of its language.
    pub language: String,
    /// Where it is published, if that is known.
    pub base_url: Option<String>,
    /// Its sheets, in its order.
    pub sheets: Vec<SheetTrace>,
}

/// What is kept of a sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetTrace {
    /// Its id.
    pub id: String,
    /// Its title, if it has one of its own.
    pub title: Option<String>,
    /// The name of its pilot.
    pub pilot: String,
    /// The title of its theme.
    pub theme: String,
    /// Its page, below the site's root.
    pub path: String,
    /// The ids that it had before.
    pub previous_ids: Vec<String>,
    /// A fingerprint of each field that shows anything.
    pub fields: BTreeMap<String, String>,
}

/// Why something is no edition.
#[derive(Debug, thiserror::Error)]
pub enum EditionError {
    /// It is something else.
    #[error("this is no edition of a catalogue: {0}")]
    Unknown(#[from] serde_json::Error),
    /// Its traces cannot be compared with ours.
    #[error("this edition was made by another version of the program")]
    OtherFormat,
}

impl Edition {
    /// The fields of a sheet that an edition tells nothing of: a sheet that is found under another id
    /// is told as such.
    pub const UNTOLD: [&'static str; 1] = ["previous_ids"];

    /// What a catalogue publishes; `path` says where the page of an id stands.
    pub fn new(
        catalogue: &Catalogue,
        base_url: Option<String>,
        path: impl Fn(&str) -> String + Sync,
    ) -> Self {
        let trace = |initiative: &Initiative| SheetTrace {
            id: initiative.id.clone(),
            title: initiative.sheet.title.as_ref().map(|title| title.value.clone()),
            pilot: initiative.sheet.pilot.name.value.clone(),
            theme: catalogue.themes[initiative.theme].settings.title.value.clone(),
            path: path(&initiative.id),
            previous_ids: initiative.sheet.previous_ids.iter().map(|id| id.value.clone()).collect(),
            fields: fields(catalogue, &initiative.sheet),
        };
        Self {
            format: FORMAT,
            title: catalogue.settings.title.value.clone(),
            language: catalogue.language.tag().to_owned(),
            base_url,
            sheets: catalogue.initiatives.par_iter().map(trace).collect(),
        }
    }

    /// Reads an edition back.
    ///
    /// # Errors
    ///
    /// The bytes are something else, or were written by another version.
    pub fn read(bytes: &[u8]) -> Result<Self, EditionError> {
        #[derive(Deserialize)]
        struct Format {
            format: u32,
        }
        // First the number: what another version wrote may have other parts.
        if serde_json::from_slice::<Format>(bytes)?.format != FORMAT {
            return Err(EditionError::OtherFormat);
        }
        Ok(serde_json::from_slice(bytes)?)
    }
}

/// A fingerprint of each field of a sheet that shows anything.
fn fields(catalogue: &Catalogue, sheet: &Sheet) -> BTreeMap<String, String> {
    // A sheet is plain data, whose conversion cannot fail.
    let Ok(Value::Object(mut values)) = serde_json::to_value(sheet) else {
        return BTreeMap::new();
    };
    values.insert("contacts".to_owned(), published_contacts(catalogue, sheet));
    let told = values
        .into_iter()
        .filter(|(name, value)| !Edition::UNTOLD.contains(&name.as_str()) && !is_blank(value));
    told.map(|(name, value)| {
        let mut hasher = blake3::Hasher::new();
        add(&value, catalogue, &mut hasher);
        (name, hasher.finalize().to_hex()[..16].to_owned())
    })
    .collect()
}

/// The contacts that everybody may see. Whether that is said of each, or of all in the settings, is
/// no part of what they see.
fn published_contacts(catalogue: &Catalogue, sheet: &Sheet) -> Value {
    let settings = &catalogue.settings;
    let shown = sheet.contacts.iter().filter(|contact| settings.publish_of(contact) == Publish::Everywhere);
    let plain = shown.map(|contact| {
        let mut value = serde_json::to_value(contact).unwrap_or_default();
        if let Some(fields) = value.as_object_mut() {
            fields.remove("publish");
        }
        value
    });
    Value::Array(plain.collect())
}

/// Whether a value says nothing: a field that is there without anything in it.
fn is_blank(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::Bool(true) | Value::Number(_) => false,
        Value::String(text) => text.is_empty(),
        Value::Array(items) => items.iter().all(is_blank),
        Value::Object(fields) => fields.values().all(is_blank),
    }
}

/// Adds a value to a hash, so that no two values that differ add the same bytes.
fn add(value: &Value, catalogue: &Catalogue, hasher: &mut blake3::Hasher) {
    match value {
        Value::Null => add_part(b'0', b"", hasher),
        Value::Bool(flag) => add_part(b'b', &[u8::from(*flag)], hasher),
        Value::Number(number) => add_part(b'n', number.to_string().as_bytes(), hasher),
        Value::String(text) => add_part(b's', as_typed(text).as_bytes(), hasher),
        Value::Array(items) => {
            add_part(b'[', &items.len().to_le_bytes(), hasher);
            for item in items {
                add(item, catalogue, hasher);
            }
        }
        Value::Object(fields) => {
            // In an order that depends on nothing, and without fields that a later version may add.
            let mut filled: Vec<_> = fields.iter().filter(|(_, value)| !is_blank(value)).collect();
            filled.sort_by_key(|(name, _)| *name);
            add_part(b'{', &filled.len().to_le_bytes(), hasher);
            for (name, value) in filled {
                add_part(b'k', name.as_bytes(), hasher);
                add(value, catalogue, hasher);
                // Another picture may take the place of a file, under its name.
                if matches!(name.as_str(), "file" | "logo")
                    && let Some(picture) = value.as_str().and_then(|file| catalogue.picture(file))
                {
                    add_part(b'p', &picture.hash, hasher);
                }
            }
        }
    }
}

fn add_part(kind: u8, bytes: &[u8], hasher: &mut blake3::Hasher) {
    hasher.update(&[kind]);
    hasher.update(&(bytes.len() as u64).to_le_bytes());
    hasher.update(bytes);
}

/// A text without what typography does to spaces and apostrophes: that is no news, whether an editor
/// or a later version of the program did it.
fn as_typed(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").replace('’', "'")
}
