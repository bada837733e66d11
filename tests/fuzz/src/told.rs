//! What is told of a file: to people and to programs, without a sign that commands the terminal.

use florilege::problems::{Files, Format, Problem, Report, Speech, Wording};

/// Reports of longer texts are left to the tests of the command: they would take most of the time.
const LONGEST: usize = 4096;

thread_local! {
    static WORDINGS: [Wording; 2] = [Wording::new(Speech::French), Wording::new(Speech::English)];
}

/// Every problem is told, in words that were filled in, and nothing that was typed runs a command:
/// neither in a terminal nor in a forge.
pub fn must_be_plain(problems: &[Problem], files: &Files, text: &str) {
    if text.len() > LONGEST || problems.is_empty() {
        return;
    }
    let problems: Vec<&Problem> = problems.iter().collect();
    WORDINGS.with(|wordings| {
        for wording in wordings {
            let report = Report::new(wording, files, &problems, |_| Some(text.to_owned()));
            let human = report.render(&problems, Format::Human { colour: false });
            let bad = human.chars().find(|c| c.is_control() && *c != '\n');
            assert_eq!(bad, None, "{human:?}");
            let forge = report.render(&problems, Format::Github);
            let is_ours = |line: &str| line.starts_with("::error ") || line.starts_with("::warning ");
            assert!(forge.split_terminator('\n').all(is_ours), "{forge}");
            assert_eq!(forge.lines().count(), problems.len(), "{forge}");
            let data = report.render(&problems, Format::Json);
            let entries: Vec<serde_json::Value> = serde_json::from_str(&data).expect("JSON");
            assert_eq!(entries.len(), problems.len());
        }
    });
}
