//! Whatever stands in a field comes out as text, everywhere it is shown.

use crate::catalogue::Catalogue;
use crate::html::tags;
use crate::picture::SVG;

/// What would do harm if it got through as it is.
const BAD: &str =
    r#"<script>alert(1)</script>" onload="x' <img src=x onerror=y> </style> </title> --> {{ 1 + 1 }} &lt;"#;

/// The same as a value of YAML.
fn bad(mark: &str) -> String {
    format!("'{mark} {}'", BAD.replace('\'', "''"))
}

/// A catalogue with it in every field that takes text.
fn hostile() -> Catalogue {
    let settings = format!(
        "title: {}\nsubtitle: {}\nforum: f\npublisher: {{name: {}, address: {}}}\nthemes:\n  - id: langue\n    title: {}\n    description: {}\n  - {{id: logement, title: {}}}\n{}",
        bad("s1"),
        bad("s2"),
        bad("s3"),
        bad("s4"),
        bad("t1"),
        bad("t2"),
        bad("t3"),
        legal(),
    );
    let forum = format!(
        "title: {}\ndate: 2019-04-30\nplace: {}\nhost: {}\norganiser: {}\ndescription: {}\ncover: {{file: a.png, alt: {}, caption: {}, credit: {}}}\n",
        bad("f1"),
        bad("f2"),
        bad("f3"),
        bad("f4"),
        bad("f5"),
        bad("f6"),
        bad("f7"),
        bad("f8"),
    );
    let source = format!("title: {}\npublisher: {}\n", bad("o1"), bad("o2"));
    let page = |mark: &str| {
        format!(
            "---\ntitle: {}\nsummary: {}\nmenu: true\nbooklet: before\n---\n\n## {mark} {BAD}\n\n{BAD}\n\n`{BAD}`\n\n    {BAD}\n",
            bad(mark),
            bad(mark)
        )
    };
    Catalogue::new()
        .file("content/catalogue.yaml", settings)
        .file("content/forums/f.yaml", forum)
        .file("seeds/sources/s.yaml", source)
        .file("content/pages/p.md", page("p1"))
        .file("content/pages/q.md", page("p2"))
        .file("content/media/a.png", SVG)
        .sheet("elan", sheet("a", &format!("title: {}\n", bad("n1"))))
        .sheet("sans-titre", sheet("b", ""))
}

/// The same for the legal pages.
fn legal() -> String {
    let host = format!("  host:\n    name: {}\n    address: {}\n", bad("l2"), bad("l3"));
    let data = format!(
        "  personal_data:\n    controller: {}\n    officer: {}\n    purpose: {}\n    retention: {}\n",
        bad("l4"),
        bad("l5"),
        bad("l6"),
        bad("l7")
    );
    let audit = format!(
        "    audit:\n      standard: {}\n      by: {}\n      date: 2026-10-15\n      passed: 1\n      applicable: 2\n",
        bad("l8"),
        bad("l9")
    );
    let lists = ["failing", "exempt", "out_of_scope", "technologies", "environment", "tools", "pages"];
    let lists = lists.map(|field| format!("    {field}:\n      - {}\n", bad(field)));
    format!(
        "legal:\n  publication_director: {}\n{host}{data}  accessibility:\n{audit}{}",
        bad("l1"),
        lists.concat()
    )
}

/// A sheet with it in every field that takes text.
fn sheet(mark: &str, title: &str) -> String {
    let b = |field: &str| bad(&format!("{mark}-{field}"));
    let fields = [
        format!("{title}theme: langue\nalso: [logement]\nobjective: {}\n", b("objective")),
        format!("pilot:\n  name: {}\n  filed_as: {}\n  description: {}\n", b("name"), b("filed"), b("who")),
        format!(
            "partners: [{}, {}, {{group: {}, members: [{}]}}]\npartners_note: {}\n",
            bad("shared"),
            b("partner"),
            b("group"),
            b("member"),
            b("note")
        ),
        format!(
            "contacts: [{{name: {}, role: {}, organisation: {}, address: {}}}]\n",
            b("contact"),
            b("role"),
            b("org"),
            b("address")
        ),
        format!(
            "territory: {{departments: ['75'], places: [{}], cross_border: [{}]}}\n",
            b("place"),
            b("border")
        ),
        format!(
            "audiences: [{}]\ndescription: {}\nresults: {}\n",
            b("audience"),
            b("description"),
            b("results")
        ),
        format!("figures: [{{value: {}, label: {}}}]\n", b("value"), b("label")),
        format!(
            "media: [{{file: a.png, alt: {}, caption: {}, credit: {}}}]\n",
            b("alt"),
            b("caption"),
            b("credit")
        ),
        format!("videos: [{{url: 'https://a.fr/?\"<script>', title: {}}}]\n", b("video")),
        format!(
            "links: [{{url: 'https://a.fr/#\"><script>', title: {}}}]\nforums: [f]\nsources: [s]\n",
            b("link")
        ),
    ];
    fields.concat()
}

#[test]
fn text_that_looks_like_html_is_text() {
    let catalogue = hostile();
    let run = catalogue.run(["build", "--quiet"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    for path in &catalogue.pages() {
        // Search engines' data is ours, and once only.
        let html = catalogue.output(path).replacen("<script type=\"application/ld+json\">", "", 1);
        for bad in ["<script>", "<img src=x", "</style", "onerror=\"", "onload=\""] {
            assert!(!html.contains(bad), "{path}: {bad}");
        }
        assert_eq!(html.matches("</title>").count(), html.matches("<title>").count(), "{path}");
        assert!(!html.contains("{{ 2 }}") && !html.contains(" 2 &amp;lt;"), "{path}: a template was run");
        for tag in tags(&html) {
            assert!(!tag.attributes.keys().any(|name| name.starts_with("on")), "{path}: {tag:?}");
        }
    }
}

#[test]
fn it_reaches_readers_as_it_was_typed() {
    let catalogue = hostile();
    assert_eq!(catalogue.run(["build", "--quiet"]).code, 0);
    let html = catalogue.output("initiatives/elan/index.html");
    let fields = "objective name who partner group member note contact role org address place border audience \
                  description results value label caption credit video link";
    for field in fields.split_whitespace() {
        assert!(html.contains(&format!("a-{field} &lt;script&gt;")), "{field}");
    }
    assert!(catalogue.output("partenaires/index.html").contains(">shared &lt;script&gt;"));
}

#[test]
fn it_reaches_the_readers_of_the_legal_pages_too() {
    let catalogue = hostile();
    assert_eq!(catalogue.run(["build", "--quiet"]).code, 0);
    let pages = [
        ("mentions-legales", "s3 s4 l1 l2 l3"),
        ("donnees-personnelles", "l2 l4 l5 l6 l7"),
        ("accessibilite", "s1 s3 l8 l9 failing exempt out_of_scope technologies environment tools pages"),
    ];
    for (page, marks) in pages {
        let html = catalogue.output(&format!("{page}/index.html"));
        let main = html.split_once("<main").unwrap().1.split_once("</main>").unwrap().0;
        for mark in marks.split(' ') {
            assert!(main.contains(&format!("{mark} &lt;script&gt;")), "{page}: {mark}");
        }
    }
}

#[test]
fn it_does_not_leave_its_string_in_the_styles() {
    let catalogue = hostile();
    assert_eq!(catalogue.run(["build", "--quiet"]).code, 0);
    let style = catalogue.tree().into_iter().find(|path| path.starts_with("assets/style-")).unwrap();
    let css = catalogue.output(&style);
    let (_, string) = css.split_once("@page theme-langue{@top-right{content:\"").unwrap();
    let end = string.match_indices('"').find(|(at, _)| !string[..*at].ends_with('\\')).unwrap().0;
    assert!(string[..end].starts_with("t1 <script>") && string[end..].starts_with("\"}"), "{string}");
}
