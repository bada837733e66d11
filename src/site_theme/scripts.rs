//! Scripts, made smaller: what only those read who write them is left out.

/// A script without its indentation and its comments of whole lines. A text that runs over several
/// lines could hold either: such a script stays as it is.
pub(super) fn slim(script: &str) -> String {
    let runs_on = |line: &str| line.matches('`').count() % 2 == 1 || line.ends_with('\\');
    if script.lines().any(runs_on) {
        return script.to_owned();
    }
    let mut slim = String::with_capacity(script.len());
    for line in script.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//")) {
        slim.push_str(line);
        slim.push('\n');
    }
    slim
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_indentation_are_left_out() {
        assert_eq!(
            slim("// Why.\nif (a) {\n  // Because.\n  b('//c'); // here\n\n}\n"),
            "if (a) {\nb('//c'); // here\n}\n"
        );
    }

    #[test]
    fn texts_of_several_lines_stay_whole() {
        for script in ["a = `\n  // b\n`;\n", "a = 'b\\\n  // c';\n"] {
            assert_eq!(slim(script), script);
        }
        assert_eq!(slim("  a(`b`);\n"), "a(`b`);\n");
    }
}
