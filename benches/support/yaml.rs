//! YAML as an editor types it.

/// A text that grows field by field.
#[derive(Debug, Default)]
pub(crate) struct Yaml(String);

impl Yaml {
    /// A line, as it is.
    pub(crate) fn line(&mut self, line: &str) {
        self.0.push_str(line);
        self.0.push('\n');
    }

    /// A field with a text; `name` bears its indentation, and the dash of a list.
    pub(crate) fn field(&mut self, name: &str, text: &str) {
        self.line(&format!("{name}: {}", scalar(text)));
    }

    /// A field with a list on its line.
    pub(crate) fn list(&mut self, name: &str, items: &[&str]) {
        self.line(&format!("{name}: {}", flow(items)));
    }

    /// A field with lines kept as they are, below it.
    pub(crate) fn lines(&mut self, name: &str, text: &str) {
        self.line(&format!("{name}: |"));
        let indent = " ".repeat(name.len() - name.trim_start().len() + 2);
        for line in text.lines() {
            self.line(&if line.is_empty() { String::new() } else { format!("{indent}{line}") });
        }
    }

    /// The whole text.
    pub(crate) fn into_text(self) -> String {
        self.0
    }
}

/// A list on one line.
pub(crate) fn flow(items: &[&str]) -> String {
    let items: Vec<String> = items.iter().map(|item| scalar(item)).collect();
    format!("[{}]", items.join(", "))
}

/// A text as it stands behind a colon or in a list: between quotes only where it must be.
pub(crate) fn scalar(text: &str) -> String {
    let is_plain = text.starts_with(char::is_alphabetic)
        && !text.ends_with(':')
        && !text.contains([',', '[', ']', '{', '}', '"'])
        && !text.contains(": ")
        && !text.contains(" #");
    if is_plain {
        text.to_owned()
    } else {
        format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
    }
}
