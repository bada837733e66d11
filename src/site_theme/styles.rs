//! The styles: `styles/main.css` with its imports inlined and the catalogue's colours added, and
//! those that only some pages need; made small, and every file named after what it holds.

use std::collections::BTreeMap;
use std::path::Path;

use lightningcss::dependencies::{Dependency, DependencyOptions};
use lightningcss::media_query::MediaList;
use lightningcss::printer::PrinterOptions;
use lightningcss::rules::media::MediaRule;
use lightningcss::rules::{CssRule, CssRuleList};
use lightningcss::stylesheet::{MinifyOptions, ParserOptions, StyleSheet};
use lightningcss::targets::{Browsers, Targets};

use crate::catalogue::Theme;
use crate::problems::{Code, FileId, Place, Problem, Problems};
use crate::record::Colour;
use crate::text::{Language, typeset};

use super::files::ThemeFiles;
use super::scripts::slim;
use super::tokens;

/// The style sheet of all pages.
const MAIN: &str = "styles/main.css";
/// Style sheets of `styles/` that some pages load beside it: no other page waits for what booklets
/// need, or the search and the list of initiatives.
const BESIDE: [&str; 2] = ["booklet.css", "lists.css"];
/// The name under which the part made from the settings appears.
const GENERATED: &str = "styles/(catalogue.yaml)";
/// Style sheets that import each other deeper than this go round in circles.
const MAX_IMPORTS: usize = 12;

/// The finished style sheet, and the files that go with it.
pub struct Stylesheet {
    /// Its address below the site's root, with its fingerprint in the name.
    pub path: String,
    /// What it holds.
    pub css: Vec<u8>,
    /// The site theme's assets: their names below `assets/`, and their addresses and bytes. The
    /// style sheets that only some pages load are among them, such as `lists.css`.
    pub assets: BTreeMap<String, (String, Vec<u8>)>,
    /// The colours that the style sheet names, such as `ink`, as `#rrggbb`: the booklet wears them too.
    pub colours: BTreeMap<String, String>,
}

/// The oldest browsers that the styles are written for: those of 2021.
fn targets() -> Targets {
    let version = |major: u32, minor: u32| Some(major << 16 | minor << 8);
    Targets::from(Browsers {
        chrome: version(90, 0),
        edge: version(90, 0),
        firefox: version(88, 0),
        safari: version(14, 1),
        ios_saf: version(14, 5),
        ..Browsers::default()
    })
}

/// Makes the style sheet, with what is generated from the catalogue. None if one of the parts has a mistake; it is told.
pub(super) fn load(files: &ThemeFiles, generated: &str, problems: &mut Problems) -> Option<Stylesheet> {
    let mut assets = hashed_assets(files);
    let texts = style_texts(files, generated, problems)?;
    let main = sheet(&[MAIN, GENERATED], &texts, &assets, problems);
    let beside = BESIDE.map(|name| (name, sheet(&[&format!("styles/{name}")], &texts, &assets, problems)));
    for (name, sheet) in beside {
        let css = sheet?.0.into_bytes();
        assets.insert(name.to_owned(), (hashed_name(name, &css), css));
    }
    let (css, colours) = main?;
    let css = css.into_bytes();
    Some(Stylesheet { path: hashed_name("style.css", &css), css, assets, colours })
}

/// One style sheet of some files, in their order, and of those that they import; and the colours it names.
fn sheet(
    entries: &[&str],
    texts: &Texts<'_>,
    assets: &BTreeMap<String, (String, Vec<u8>)>,
    problems: &mut Problems,
) -> Option<(String, BTreeMap<String, String>)> {
    let mut inliner = Inliner { texts, sources: Vec::new(), problems };
    let mut rules = Vec::new();
    for entry in entries {
        rules.extend(inliner.inline(entry, None, 0)?);
    }
    let sources = inliner.sources;
    let colours = tokens::colours(&rules);
    Some((print(sources, rules, texts, assets, problems)?, colours))
}

/// Style files by their paths: their ranks among the run's files, and their texts.
type Texts<'f> = BTreeMap<String, (Option<FileId>, &'f str)>;

fn style_texts<'f>(files: &'f ThemeFiles, generated: &'f str, problems: &mut Problems) -> Option<Texts<'f>> {
    let mut texts = Texts::new();
    for (name, _, _) in files.below("styles").filter(|(name, _, _)| has_extension(name, "css")) {
        let path = format!("styles/{name}");
        let (file, text) = files.text(&path, problems)?;
        texts.insert(path, (Some(file), text));
    }
    texts.insert(GENERATED.to_owned(), (None, generated));
    Some(texts)
}

fn has_extension(name: &str, wanted: &str) -> bool {
    Path::new(name).extension().is_some_and(|extension| extension.eq_ignore_ascii_case(wanted))
}

struct Inliner<'t, 'p> {
    texts: &'t Texts<'t>,
    sources: Vec<String>,
    problems: &'p mut Problems,
}

impl<'t> Inliner<'t, '_> {
    /// The rules of a file, with those of the files it imports in their places.
    fn inline(&mut self, path: &str, importer: Option<Place>, depth: usize) -> Option<Vec<CssRule<'t>>> {
        let Some((file, text)) = self.texts.get(path).filter(|_| depth < MAX_IMPORTS) else {
            self.problems.push(Problem::at(Code::MissingAsset, importer).with("value", path));
            return None;
        };
        let source_index = u32::try_from(self.sources.len()).unwrap_or(0);
        self.sources.push(path.to_owned());
        let options = ParserOptions { filename: path.to_owned(), source_index, ..ParserOptions::default() };
        let sheet = match StyleSheet::parse(text, options) {
            Ok(sheet) => sheet,
            Err(error) => {
                let place =
                    error.loc.as_ref().zip(*file).map(|(at, file)| place(file, text, at.line, at.column));
                let place = place.or_else(|| file.map(Place::whole));
                self.problems.push(Problem::at(Code::BadStyle, place).with("detail", error.kind.to_string()));
                return None;
            }
        };
        let mut rules = Vec::new();
        let mut is_whole = true;
        for rule in sheet.rules.0 {
            let CssRule::Import(import) = rule else {
                rules.push(rule);
                continue;
            };
            let importer = file.map(|file| place(file, text, import.loc.line, import.loc.column));
            let target = resolve(path, &import.url);
            match self.inline(&target, importer, depth + 1) {
                Some(inner) => rules.extend(for_media(inner, import.media, import.loc)),
                None => is_whole = false,
            }
        }
        is_whole.then_some(rules)
    }
}

fn for_media<'t>(
    rules: Vec<CssRule<'t>>,
    query: MediaList<'t>,
    loc: lightningcss::rules::Location,
) -> Vec<CssRule<'t>> {
    if query.media_queries.is_empty() {
        return rules;
    }
    vec![CssRule::Media(MediaRule { query, rules: CssRuleList(rules), loc })]
}

fn print(
    sources: Vec<String>,
    rules: Vec<CssRule<'_>>,
    texts: &Texts<'_>,
    assets: &BTreeMap<String, (String, Vec<u8>)>,
    problems: &mut Problems,
) -> Option<String> {
    let entry = sources.first().and_then(|path| texts.get(path)?.0).map(Place::whole);
    let mut tell = |detail: String| {
        problems.push(Problem::at(Code::BadStyle, entry).with("detail", detail));
    };
    let mut sheet = StyleSheet::new(sources, CssRuleList(rules), ParserOptions::default());
    if let Err(error) = sheet.minify(MinifyOptions { targets: targets(), ..MinifyOptions::default() }) {
        tell(error.kind.to_string());
        return None;
    }
    let printed = sheet.to_css(PrinterOptions {
        minify: true,
        targets: targets(),
        analyze_dependencies: Some(DependencyOptions::default()),
        ..PrinterOptions::default()
    });
    let printed = match printed {
        Ok(printed) => printed,
        Err(error) => {
            tell(error.kind.to_string());
            return None;
        }
    };
    let mut css = printed.code;
    for dependency in printed.dependencies.unwrap_or_default() {
        let Dependency::Url(url) = dependency else {
            continue;
        };
        let target = resolve(&url.loc.file_path, &url.url);
        let asset = target.strip_prefix("assets/").and_then(|name| assets.get(name));
        if let Some((path, _)) = asset {
            // Styles and assets stand in the same folder of the site.
            css = css.replace(&url.placeholder, path.trim_start_matches("assets/"));
        } else {
            {
                let file =
                    texts.get(&url.loc.file_path).and_then(|(file, text)| file.map(|file| (file, *text)));
                let at = file.map(|(file, text)| {
                    place(file, text, url.loc.start.line.saturating_sub(1), url.loc.start.column)
                });
                problems.push(Problem::at(Code::MissingAsset, at).with("value", url.url));
            }
        }
    }
    Some(css)
}

/// The path that a file means by a relative address.
fn resolve(from: &str, address: &str) -> String {
    let address = address.split(['?', '#']).next().unwrap_or(address);
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in address.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// The line that holds a position; lines count from 0.
fn place(file: FileId, text: &str, line: u32, column: u32) -> Place {
    let start: usize = text.split_inclusive('\n').take(line as usize).map(str::len).sum();
    let rest = text.get(start..).unwrap_or_default();
    let length = rest.find('\n').unwrap_or(rest.len());
    // Columns count UTF-16 units from 1; in CSS they are bytes, near enough for underlining.
    let skipped = (column.saturating_sub(1) as usize).min(length.saturating_sub(1));
    let skipped = rest.floor_char_boundary(skipped);
    Place::new(file, start + skipped..start + length.max(skipped + 1))
}

fn hashed_assets(files: &ThemeFiles) -> BTreeMap<String, (String, Vec<u8>)> {
    let is_web = |name: &str| {
        [".woff2", ".svg", ".png", ".jpg", ".webp", ".ico", ".js"]
            .iter()
            .any(|extension| name.ends_with(extension))
    };
    let assets = files.below("assets").filter(|(name, _, _)| is_web(name));
    assets
        .map(|(name, _, bytes)| {
            let bytes = match std::str::from_utf8(bytes) {
                Ok(script) if has_extension(name, "js") => slim(script).into_bytes(),
                _ => bytes.to_vec(),
            };
            (name.to_owned(), (hashed_name(name, &bytes), bytes))
        })
        .collect()
}

/// `fonts/a.woff2` becomes `assets/a-1f2e3d4c.woff2`.
fn hashed_name(name: &str, bytes: &[u8]) -> String {
    let file = name.rsplit('/').next().unwrap_or(name);
    let (stem, extension) = file.rsplit_once('.').unwrap_or((file, ""));
    let hash = blake3::hash(bytes).to_hex();
    format!("assets/{stem}-{}.{extension}", &hash[..8])
}

/// The catalogue's colours, and what the margins of its printed pages say.
pub(super) fn generated(themes: &[Theme], language: &Language) -> String {
    let mut css = String::new();
    for (rank, theme) in themes.iter().enumerate() {
        let id = &theme.settings.id.value;
        let color = theme.settings.color.as_ref().map(|color| color.value);
        let light = color.map_or_else(|| "#1a2030".to_owned(), Colour::css);
        // A colour that was chosen for paper is made lighter for the dark.
        let dark = theme.settings.color_dark.as_ref().map(|color| color.value);
        let dark = dark.or_else(|| color.map(|color| color.readable_on(Colour::DARK_GROUND)));
        let dark = dark.map_or_else(|| "#fbf8f2".to_owned(), Colour::css);
        let title = css_string(&typeset(&theme.settings.title, language));
        // The tabs of a closed booklet stand below each other, theme by theme.
        let tab = 30 * (rank % 8);
        css.push_str(&format!(
            ".theme-{id}{{--accent:{light};--accent-dark:{dark}}}\n\
             @page theme-{id}{{@top-right{{content:{title}}}\
             @right-top{{content:\"\";width:6mm;height:24mm;margin-left:9mm;margin-top:{tab}mm;background:{light}}}}}\n\
             @media print{{.theme-part.theme-{id}{{page:theme-{id}}}}}\n"
        ));
    }
    css
}

/// A string of CSS: every character that is no letter or digit is escaped.
fn css_string(text: &str) -> String {
    let mut string = String::from("\"");
    for c in text.chars() {
        if c.is_alphanumeric() || c == ' ' {
            string.push(c);
        } else {
            string.push_str(&format!("\\{:x} ", u32::from(c)));
        }
    }
    string.push('"');
    string
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn relative_addresses_are_resolved() {
        assert_eq!(resolve("styles/fonts.css", "../assets/fonts/a.woff2"), "assets/fonts/a.woff2");
        assert_eq!(resolve("styles/main.css", "./base.css"), "styles/base.css");
        assert_eq!(resolve("styles/main.css", "../../../../etc/passwd"), "etc/passwd");
    }

    #[test]
    fn strings_cannot_leave_their_quotes() {
        assert_eq!(css_string("a\"}b"), "\"a\\22 \\7d b\"");
    }
}
