//! Pictures on the site: what is made of them, what never reaches it, and what is not made twice.

use std::collections::BTreeMap;
use std::fs;
use std::io::Cursor;

use image_webp::WebPDecoder;
use insta::{assert_debug_snapshot, assert_snapshot};

use crate::catalogue::{Catalogue, ELAN, SETTINGS};
use crate::html::tags;
use crate::picture::{SVG, exif, jpeg, jpeg_with, png};

/// A catalogue whose only sheet shows a picture.
fn showing(file: &str, bytes: impl AsRef<[u8]>) -> Catalogue {
    let sheet = format!("{ELAN}media: [{{file: {file}, alt: Un repas}}]\n");
    Catalogue::new().sheet("elan", sheet).file(&format!("content/media/{file}"), bytes)
}

/// The files that were made of pictures, without what tells one original from another.
fn made(catalogue: &Catalogue) -> Vec<String> {
    let tree = catalogue.tree();
    let media = tree.iter().filter_map(|path| path.strip_prefix("media/"));
    media.map(without_hash).collect()
}

/// `repas-1a2b3c4d-400.jpg` without `1a2b3c4d`.
fn without_hash(name: &str) -> String {
    let is_hash = |part: &str| part.len() == 8 && part.bytes().all(|byte| byte.is_ascii_hexdigit());
    let (stem, extension) = name.rsplit_once('.').unwrap();
    let parts: Vec<&str> = stem.split('-').map(|part| if is_hash(part) { "*" } else { part }).collect();
    format!("{}.{extension}", parts.join("-"))
}

/// The files that were made of pictures, with their bytes.
fn media(catalogue: &Catalogue) -> BTreeMap<String, Vec<u8>> {
    let mut files = catalogue.site().0;
    files.retain(|path, _| path.starts_with("media/"));
    files
}

#[test]
fn a_photograph_is_made_at_several_widths_in_two_formats() {
    let catalogue = showing("été 2018/Le repas.JPG", jpeg(1000, 750, 1));
    catalogue.build();
    assert_debug_snapshot!(made(&catalogue), @r#"
    [
        "le-repas-*-1000.jpg",
        "le-repas-*-1000.webp",
        "le-repas-*-400.jpg",
        "le-repas-*-400.webp",
        "le-repas-*-800.jpg",
        "le-repas-*-800.webp",
    ]
    "#);
    for (path, bytes) in media(&catalogue).iter().filter(|(path, _)| path.ends_with("webp")) {
        let (width, height) = WebPDecoder::new(Cursor::new(bytes)).unwrap().dimensions();
        assert!(
            path.ends_with(&format!("-{width}.webp")) && height == width * 3 / 4,
            "{path}: {width}×{height}"
        );
    }
}

#[test]
fn browsers_choose_by_the_width_of_the_column() {
    let catalogue = showing("repas.jpg", jpeg(1000, 750, 1));
    catalogue.build();
    let html = catalogue.output("initiatives/elan/index.html");
    let tags: Vec<String> = tags(&html)
        .iter()
        .filter(|tag| matches!(tag.name.as_str(), "picture" | "source" | "img"))
        .map(|tag| {
            let attributes: Vec<String> =
                tag.attributes.iter().map(|(name, value)| format!("{name}={value}")).collect();
            format!("{} {}", tag.name, attributes.join(" "))
        })
        .collect();
    let hash = media(&catalogue).into_keys().next().unwrap()["media/repas-".len()..][..8].to_owned();
    assert_snapshot!(tags.join("\n").replace(&hash, "*"), @"
    picture 
    source sizes=(min-width: 82rem) 46rem, (min-width: 60rem) calc(83vw - 22rem), 83vw srcset=../../media/repas-*-400.webp 400w, ../../media/repas-*-800.webp 800w, ../../media/repas-*-1000.webp 1000w type=image/webp
    img alt=Un repas decoding=async height=750 loading=lazy sizes=(min-width: 82rem) 46rem, (min-width: 60rem) calc(83vw - 22rem), 83vw src=../../media/repas-*-800.jpg srcset=../../media/repas-*-400.jpg 400w, ../../media/repas-*-800.jpg 800w, ../../media/repas-*-1000.jpg 1000w width=1000
    ");
}

#[test]
fn a_picture_within_a_text_is_made_likewise() {
    let sheet = format!("{ELAN}description: |\n  ![Un repas](repas.jpg)\n");
    let catalogue = Catalogue::new().sheet("elan", sheet).file("content/media/repas.jpg", jpeg(500, 375, 1));
    catalogue.build();
    let hash = media(&catalogue).into_keys().next().unwrap()["media/repas-".len()..][..8].to_owned();
    let picture = |page: &str, root: &str| {
        let html = catalogue.output(page);
        let (start, end) = (html.find("<picture>").unwrap(), html.find("</picture>").unwrap());
        html[start..end].replace(&hash, "*").replace(root, "/")
    };
    assert_snapshot!(picture("initiatives/elan/index.html", "../../"), @r#"<picture><source type="image/webp" srcset="/media/repas-*-400.webp 400w, /media/repas-*-500.webp 500w" sizes="(min-width: 60rem) 40rem, 91vw"><img src="/media/repas-*-500.jpg" srcset="/media/repas-*-400.jpg 400w, /media/repas-*-500.jpg 500w" sizes="(min-width: 60rem) 40rem, 91vw" width="500" height="375" alt="Un repas" loading="lazy" decoding="async">"#);
    // What is printed must be there, and large enough for paper.
    assert_snapshot!(picture("livret/index.html", "../"), @r#"<picture><source type="image/webp" srcset="/media/repas-*-400.webp 400w, /media/repas-*-500.webp 500w" sizes="50rem"><img src="/media/repas-*-500.jpg" srcset="/media/repas-*-400.jpg 400w, /media/repas-*-500.jpg 500w" sizes="50rem" width="500" height="375" alt="Un repas" decoding="async">"#);
}

#[test]
fn a_small_picture_stays_small() {
    for (picture, expected) in [
        (jpeg(300, 200, 1), ["repas-*-300.jpg", "repas-*-300.webp"]),
        (png(120, 90, false), ["repas-*-120.jpg", "repas-*-120.webp"]),
        (png(120, 90, true), ["repas-*-120.png", "repas-*-120.webp"]),
    ] {
        // What a file is called proves nothing of what it holds.
        let catalogue = showing("repas.png", picture);
        catalogue.build();
        assert_eq!(made(&catalogue), expected);
    }
}

#[test]
fn a_logo_is_made_as_large_as_logos_are_shown() {
    let sheet = ELAN.replace("  name: ", "  logo: logo.png\n  name: ");
    let catalogue = Catalogue::new().sheet("elan", sheet).file("content/media/logo.png", png(900, 300, true));
    catalogue.build();
    assert_eq!(made(&catalogue), ["logo-*-400.png", "logo-*-400.webp"]);
    // Shown beside the text too, it is made for both.
    let sheet =
        ELAN.replace("  name: ", "  logo: logo.png\n  name: ") + "media: [{file: logo.png, alt: A}]\n";
    catalogue.write("content/initiatives/elan.yaml", sheet);
    catalogue.build();
    assert_eq!(made(&catalogue).len(), 4);
}

#[test]
fn a_photograph_stands_upright() {
    let catalogue = showing("repas.jpg", jpeg_with(60, 40, 1, &[(1, exif(6))]));
    catalogue.build();
    let html = catalogue.output("initiatives/elan/index.html");
    let picture = tags(&html).into_iter().find(|tag| tag.name == "img").unwrap();
    assert_eq!((picture.get("width"), picture.get("height")), (Some("40"), Some("60")));
    let webp = media(&catalogue).into_iter().find(|(path, _)| path.ends_with("-40.webp")).unwrap().1;
    assert_eq!(WebPDecoder::new(Cursor::new(webp)).unwrap().dimensions(), (40, 60));
}

#[test]
fn nothing_but_the_picture_reaches_the_site() {
    let drawing = SVG.replace("<path", "<metadata>Ali Exemple</metadata><script>alert(1)</script><path");
    let xmp = b"http://ns.adobe.com/xap/1.0/\0<x>Ali Exemple, 48.8566 N</x>".to_vec();
    let photograph = jpeg_with(500, 375, 1, &[(1, exif(1)), (1, xmp), (13, b"Photoshop 3.0\0Ali".to_vec())]);
    let sheet = format!(
        "{ELAN}media: [{{file: a.jpg, alt: A}}, {{file: b.png, alt: B}}, {{file: c.png, alt: C}}, {{file: d.svg, alt: D}}]\n"
    );
    let catalogue = Catalogue::new()
        .sheet("elan", sheet)
        .file("content/media/a.jpg", &photograph)
        .file("content/media/b.png", png(450, 90, true))
        .file("content/media/c.png", png(450, 90, false))
        .file("content/media/d.svg", drawing);
    assert!(find(&photograph, "GPS") && find(&photograph, "Fabricant") && find(&photograph, "Ali"));
    catalogue.build();
    for (path, bytes) in &catalogue.site().0 {
        for secret in ["GPS", "48.8566", "Fabricant", "Exif", "EXIF", "Ali", "adobe", "Photoshop", "alert("] {
            assert!(!find(bytes, secret), "{path} tells {secret}");
        }
        assert!(*bytes != photograph, "{path} is the original");
    }
    assert_eq!(media(&catalogue).len(), 9);
}

fn find(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
}

#[test]
fn one_picture_is_made_once_whatever_its_files_are_called() {
    let photograph = jpeg(300, 200, 1);
    let sheet = |file: &str| format!("{ELAN}media: [{{file: {file}, alt: A}}]\n");
    let catalogue = Catalogue::new()
        .sheet("elan", sheet("repas.jpg"))
        .sheet("bail", sheet("repas.jpg"))
        .sheet("colocation", sheet("copie de repas.jpg"))
        .file("content/media/repas.jpg", &photograph)
        .file("content/media/copie de repas.jpg", &photograph);
    catalogue.build();
    assert_eq!(made(&catalogue), ["copie-de-repas-*-300.jpg", "copie-de-repas-*-300.webp"]);
}

#[test]
fn a_picture_that_nobody_names_stays_where_it_is() {
    let catalogue = Catalogue::new().file("content/media/autre.jpg", jpeg(9, 9, 1));
    // Not even one that cannot be read.
    catalogue.write("content/media/abimee.jpg", "une image");
    catalogue.build();
    assert!(made(&catalogue).is_empty());
}

#[test]
fn a_picture_that_was_made_is_not_made_again() {
    let catalogue = showing("repas.jpg", jpeg(500, 375, 1));
    catalogue.build();
    // Were it made again, it would not keep these bytes.
    for (path, bytes) in media(&catalogue) {
        fs::write(catalogue.path("public").join(path), vec![7; bytes.len()]).unwrap();
    }
    catalogue.age();
    for change in 1..=2 {
        let sheet = format!(
            "{ELAN}description: Neuve {change}.\nmedia: [{{file: repas.jpg, alt: Un repas {change}}}]\n"
        );
        catalogue.write("content/initiatives/elan.yaml", sheet);
        catalogue.build();
        assert!(media(&catalogue).values().all(|bytes| bytes.iter().all(|byte| *byte == 7)));
    }
    assert!(catalogue.touched().iter().all(|path| !path.starts_with("media/")));
    // What somebody changed is.
    let one = media(&catalogue).into_keys().next().unwrap();
    catalogue.write(&format!("public/{one}"), "autre");
    catalogue.build();
    assert!(catalogue.site().0[&one].len() > 5);
}

#[test]
fn the_same_pictures_give_the_same_bytes() {
    let catalogue = || {
        let sheet = format!("{ELAN}media: [{{file: a.jpg, alt: A}}, {{file: b.png, alt: B}}]\n");
        let catalogue = Catalogue::new().sheet("elan", sheet);
        let photograph = jpeg_with(900, 600, 1, &[(1, exif(8))]);
        catalogue.file("content/media/a.jpg", photograph).file("content/media/b.png", png(850, 90, true))
    };
    let (one, other) = (catalogue(), catalogue());
    one.build();
    other.build();
    one.site().must_be(&other.site());
    // Made one by one, they are what they are when made together.
    let whole = media(&other);
    for path in whole.keys() {
        fs::remove_file(other.path("public").join(path)).unwrap();
        other.build();
        assert_eq!(media(&other), whole, "{path}");
    }
}

#[test]
fn another_picture_under_the_same_name_is_made_anew() {
    let catalogue = showing("repas.jpg", jpeg(500, 375, 1));
    catalogue.build();
    let before = media(&catalogue);
    catalogue.write("content/media/repas.jpg", jpeg(500, 300, 2));
    catalogue.build();
    let after = media(&catalogue);
    assert_eq!((before.len(), after.len()), (4, 4));
    assert!(before.keys().all(|path| !after.contains_key(path)), "browsers would keep the old one");
    assert!(catalogue.output("initiatives/elan/index.html").contains("height=\"300\""));
    let fresh = showing("repas.jpg", jpeg(500, 300, 2));
    fresh.build();
    catalogue.site().must_be(&fresh.site());
}

#[test]
fn a_theme_a_page_and_a_forum_show_pictures_too() {
    let settings = SETTINGS.replace(
        "title: Apprentissage de la langue",
        "title: Langue\n    description: \"![Une salle](salle.jpg)\"",
    );
    let catalogue = Catalogue::new()
        .file("content/catalogue.yaml", settings)
        .file("content/pages/credits.md", "---\ntitle: Crédits\n---\n\n![Une rue](rue.jpg)\n")
        .file(
            "content/forums/f.yaml",
            "title: F\nselect: {themes: [logement]}\ndescription: \"![Un hall](hall.jpg)\"\n",
        )
        .file("content/media/salle.jpg", jpeg(30, 20, 1))
        .file("content/media/rue.jpg", jpeg(30, 20, 2))
        .file("content/media/hall.jpg", jpeg(30, 20, 3));
    catalogue.build();
    let made = made(&catalogue);
    let stems: Vec<&str> = made.iter().filter_map(|name| name.split('-').next()).collect();
    assert_eq!(stems, ["hall", "hall", "rue", "rue", "salle", "salle"]);
    // Its pages depend on it, wherever it is named.
    let pages = |catalogue: &Catalogue| {
        ["credits", "themes/langue"].map(|page| catalogue.output(&format!("{page}/index.html")))
    };
    let before = pages(&catalogue);
    catalogue.write("content/media/rue.jpg", jpeg(30, 25, 2));
    catalogue.write("content/media/salle.jpg", jpeg(30, 25, 1));
    catalogue.build();
    let after = pages(&catalogue);
    assert!(before.iter().zip(&after).all(|(before, after)| before != after));
}
