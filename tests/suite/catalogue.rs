//! A small catalogue in a folder of its own, and commands run on it.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Output;
use std::time::{Duration, SystemTime};

use assert_cmd::Command;
use tempfile::TempDir;
use walkdir::WalkDir;

/// Settings with two themes.
pub(crate) const SETTINGS: &str = "\
title: Initiatives & territoires
themes:
  - id: langue
    title: Apprentissage de la langue
  - id: logement
    title: Accès au logement
";

/// A sheet without mistakes.
pub(crate) const ELAN: &str = "\
title: Programme Elan
theme: logement
pilot:
  name: Samusocial de Paris
objective: Faire réussir la cohabitation de citoyens et de personnes réfugiées.
";

/// Who publishes, and all that the law asks an association to say.
pub(crate) const SIGNED: &str = "\
publisher:
  name: Diair
  kind: association
  address: 1, place de l'Exemple, Paris
  phone: \"01 72 71 69 75\"
  email: contact@exemple.fr
legal:
  publication_director: Camille Exemple, présidente
  host: {name: Hébergeur de l'Exemple, address: \"2, rue de l'Exemple, Rennes\", phone: \"02 61 91 00 13\"}
  licence: etalab-2.0
  personal_data: {legal_basis: consent, retention: Tant que la fiche est au catalogue.}
";

const LONG_AGO: SystemTime = SystemTime::UNIX_EPOCH;

/// A command that has not ended by then never will.
pub(crate) const FOR_EVER: Duration = Duration::from_mins(2);

/// A catalogue to run commands on. Its folder goes when it does.
pub(crate) struct Catalogue {
    root: TempDir,
    /// The warnings that are known.
    known: &'static [&'static str],
}

/// What a command said, and how it ended.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) code: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Catalogue {
    /// Two themes and one good sheet, `elan`.
    pub(crate) fn new() -> Self {
        Self::empty().file("content/catalogue.yaml", SETTINGS).file("content/initiatives/elan.yaml", ELAN)
    }

    /// A folder with nothing in it.
    pub(crate) fn empty() -> Self {
        Self { root: tempfile::tempdir().unwrap(), known: &[] }
    }

    /// The repository's own catalogue. Nobody has decided yet who would publish it, and where: that
    /// is told of it, and nothing else.
    pub(crate) fn of_the_repository() -> Self {
        let catalogue = Self { known: &["legal-missing"], ..Self::empty() };
        for folder in ["content", "seeds"] {
            // Cargo runs tests in the package's folder.
            copy_folder(Path::new(folder), &catalogue.path(folder));
        }
        catalogue
    }

    /// The same catalogue with a file more, or another one in its place.
    pub(crate) fn file(self, path: &str, text: impl AsRef<[u8]>) -> Self {
        self.write(path, text);
        self
    }

    /// The same catalogue with a sheet more.
    pub(crate) fn sheet(self, id: &str, text: impl AsRef<[u8]>) -> Self {
        self.file(&format!("content/initiatives/{id}.yaml"), text)
    }

    /// Writes a file, and the folders it stands in.
    pub(crate) fn write(&self, path: &str, text: impl AsRef<[u8]>) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// Removes a file or a folder.
    pub(crate) fn remove(&self, path: &str) {
        let path = self.path(path);
        if path.is_dir() { fs::remove_dir_all(path).unwrap() } else { fs::remove_file(path).unwrap() }
    }

    /// Renames a file.
    pub(crate) fn rename(&self, from: &str, to: &str) {
        fs::rename(self.path(from), self.path(to)).unwrap();
    }

    /// Where a path of the catalogue stands on the disk.
    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.root.path().join(path)
    }

    /// Runs `florilege` in the catalogue's folder. It speaks French unless told otherwise.
    pub(crate) fn run<const N: usize>(&self, arguments: [&str; N]) -> Run {
        let mut command = self.command();
        command.args(arguments);
        if !arguments.contains(&"--lang") {
            command.args(["--lang", "fr"]);
        }
        self.ran(&command.output().unwrap())
    }

    /// Builds a site that must succeed, without a word on standard error but of what is known.
    #[track_caller]
    pub(crate) fn build(&self) -> Run {
        self.build_warned(self.known)
    }

    /// Builds a site that must succeed, with warnings of these codes and nothing else.
    #[track_caller]
    pub(crate) fn build_warned(&self, codes: &[&str]) -> Run {
        let run = self.run(["build"]);
        assert_eq!(run.code, 0, "{}", run.stderr);
        let told = run.stderr.lines().filter_map(|line| line.strip_prefix("attention[")?.split_once(']'));
        let told: Vec<&str> = told.map(|(code, _)| code).collect();
        assert!(told == codes && (run.stderr.is_empty() || !codes.is_empty()), "{}", run.stderr);
        run
    }

    /// The command, on a system that speaks no language in particular.
    pub(crate) fn command(&self) -> Command {
        let mut command = Command::new(program());
        command.current_dir(self.root.path()).timeout(FOR_EVER).env("NO_COLOR", "1");
        for variable in ["LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LC_CTYPE"] {
            command.env_remove(variable);
        }
        command
    }

    /// What a command that ended said, without what differs from run to run.
    pub(crate) fn ran(&self, output: &Output) -> Run {
        let code = output.status.code().expect("the command ends by itself");
        let text = |bytes: &[u8]| {
            let text = String::from_utf8(bytes.to_vec()).unwrap();
            text.replace(&*self.root.path().to_string_lossy(), "[catalogue]")
        };
        Run { code, stdout: without_time(&text(&output.stdout)), stderr: text(&output.stderr) }
    }

    /// A file of the site.
    pub(crate) fn output(&self, path: &str) -> String {
        fs::read_to_string(self.path("public").join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// The files of the site, in order, without what the builds keep for themselves.
    pub(crate) fn tree(&self) -> Vec<String> {
        let mut files = files_below(&self.path("public"));
        files.retain(|path| !path.starts_with(".florilege/"));
        files
    }

    /// The pages of the site, in order.
    pub(crate) fn pages(&self) -> Vec<String> {
        let mut pages = self.tree();
        pages.retain(|path| Path::new(path).extension() == Some(OsStr::new("html")));
        pages
    }

    /// Lets twenty years pass over the site.
    pub(crate) fn age(&self) {
        for path in files_below(&self.path("public")) {
            let file = File::options().append(true).open(self.path("public").join(path)).unwrap();
            file.set_modified(LONG_AGO).unwrap();
        }
    }

    /// The files of the output folder that were written since then.
    pub(crate) fn touched(&self) -> Vec<String> {
        let public = self.path("public");
        let is_new = |path: &String| public.join(path).metadata().unwrap().modified().unwrap() != LONG_AGO;
        files_below(&public).into_iter().filter(is_new).collect()
    }

    /// All files of the output folder with their bytes.
    pub(crate) fn site(&self) -> Site {
        Site::read(&self.path("public"))
    }
}

/// Every file below a folder, with its bytes.
pub(crate) struct Site(pub(crate) BTreeMap<String, Vec<u8>>);

impl Site {
    /// Reads a folder.
    pub(crate) fn read(folder: &Path) -> Self {
        let read = |path: String| {
            let bytes = fs::read(folder.join(&path)).unwrap();
            (path, bytes)
        };
        Self(files_below(folder).into_iter().map(read).collect())
    }

    /// The same site to the byte, with what the builds keep for themselves.
    #[track_caller]
    pub(crate) fn must_be(&self, other: &Self) {
        let paths: BTreeSet<&String> = self.0.keys().chain(other.0.keys()).collect();
        let differing: Vec<&String> =
            paths.into_iter().filter(|path| self.0.get(*path) != other.0.get(*path)).collect();
        assert!(differing.is_empty(), "these files differ: {differing:#?}");
    }
}

/// The program under test.
pub(crate) fn program() -> &'static OsStr {
    OsStr::new(env!("CARGO_BIN_EXE_florilege"))
}

/// The files below a folder, in order, with `/`.
pub(crate) fn files_below(folder: &Path) -> Vec<String> {
    if !folder.exists() {
        return Vec::new();
    }
    let entries = WalkDir::new(folder).min_depth(1).into_iter().map(Result::unwrap);
    let files = entries.filter(|entry| !entry.file_type().is_dir());
    let below = |path: &Path| path.strip_prefix(folder).unwrap().to_string_lossy().replace('\\', "/");
    let mut paths: Vec<String> = files.map(|entry| below(entry.path())).collect();
    paths.sort_unstable();
    paths
}

fn copy_folder(from: &Path, to: &Path) {
    for path in files_below(from) {
        let target = to.join(&path);
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        fs::copy(from.join(&path), target).unwrap();
    }
}

/// What a command said, without how long it took: `en 12 ms` in the line that ends it.
fn without_time(text: &str) -> String {
    let last = text.trim_end().rfind('\n').map_or(0, |newline| newline + 1);
    let (before, line) = text.split_at(last);
    for word in [", en ", ", in "] {
        if let Some((start, time)) = line.split_once(word)
            && let Some((_, end)) = time.split_once("s.")
            && time.starts_with(|c: char| c.is_ascii_digit())
        {
            return format!("{before}{start}{word}[temps].{end}");
        }
    }
    text.to_owned()
}
