//! The lines that vCards and calendars are made of (RFC 6350, section 3; RFC 5545, section 3.1).

/// The longest a line may be, in bytes, before it is folded.
const LINE: usize = 75;

/// Lines, each with its name and its value.
#[derive(Default)]
pub(super) struct ContentLines(String);

impl ContentLines {
    /// Adds a line whose value stands as it is.
    pub(super) fn plain(&mut self, name: &str, value: &str) {
        self.fold(&format!("{name}:{value}"));
    }

    /// Adds a line whose value is any text.
    pub(super) fn text(&mut self, name: &str, value: &str) {
        self.plain(name, &escape(value));
    }

    /// Adds a line whose value has parts, such as those of a name or an address.
    pub(super) fn parts(&mut self, name: &str, parts: &[&str]) {
        let parts: Vec<String> = parts.iter().map(|part| escape(part)).collect();
        self.plain(name, &parts.join(";"));
    }

    /// The lines as bytes.
    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.0.into_bytes()
    }

    /// A long line goes on in the next one, behind a space, and never within a character.
    fn fold(&mut self, line: &str) {
        let mut length = 0;
        for character in line.chars() {
            if length + character.len_utf8() > LINE {
                self.0.push_str("\r\n ");
                length = 1;
            }
            self.0.push(character);
            length += character.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

/// A text with what would end it or part it escaped.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\\' | ',' | ';' => escaped.extend(['\\', character]),
            '\n' => escaped.push_str("\\n"),
            // No other sign that steers a terminal or a printer has a meaning here.
            _ if character.is_control() => {}
            _ => escaped.push(character),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_escaped_and_lines_folded_between_characters() {
        let mut lines = ContentLines::default();
        lines.text("NOTE", "a,b;c\\d\ne\r");
        lines.parts("ADR", &["", "1, rue"]);
        lines.text("X", &"é".repeat(60));
        let text = String::from_utf8(lines.into_bytes()).unwrap();
        assert!(text.starts_with("NOTE:a\\,b\\;c\\\\d\\ne\r\nADR:;1\\, rue\r\nX:é"), "{text}");
        assert!(text.split("\r\n").all(|line| line.len() <= LINE), "{text}");
        assert_eq!(text.replace("\r\n ", "").lines().last(), Some(format!("X:{}", "é".repeat(60)).as_str()));
    }
}
