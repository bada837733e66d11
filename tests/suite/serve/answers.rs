//! What is answered, and to whom.

use std::net::{IpAddr, TcpListener, TcpStream};
use std::process::{Command, Stdio};

use crate::catalogue::{Catalogue, ELAN, SETTINGS, program};

use super::preview::Preview;
use super::serve;

/// A sheet with a contact, and a file of the catalogue's folder that is no part of the site.
fn catalogue() -> Catalogue {
    let sheet = format!("{ELAN}contacts: [{{name: Camille, email: c@exemple.fr, publish: everywhere}}]\n");
    Catalogue::new().sheet("elan", sheet).file("secret.txt", "à ne pas dire")
}

#[test]
fn pages_and_files_have_their_types_and_only_what_bears_a_hash_is_kept() {
    let preview = serve(&catalogue());
    let home = preview.get("/").unwrap();
    let asset = |from: &str, ext: &str| {
        let html = home.text();
        let start = html.find(from).unwrap();
        let end = html[start..].find(ext).unwrap() + start + ext.len();
        format!("/{}", &html[start..end])
    };
    for (address, kind) in [
        ("/".to_owned(), "text/html; charset=utf-8"),
        ("/index.html".to_owned(), "text/html; charset=utf-8"),
        ("/initiatives/elan/".to_owned(), "text/html; charset=utf-8"),
        ("/initiatives/%65lan/".to_owned(), "text/html; charset=utf-8"),
        ("/livret/".to_owned(), "text/html; charset=utf-8"),
        ("/initiatives/elan/contact-1.vcf".to_owned(), "text/vcard; charset=utf-8"),
        ("/robots.txt".to_owned(), "text/plain; charset=utf-8"),
        ("/sitemap.xml".to_owned(), "application/xml; charset=utf-8"),
        (asset("assets/style-", ".css"), "text/css; charset=utf-8"),
        (asset("assets/favicon-", ".svg"), "image/svg+xml"),
        ("/.florilege/live.js".to_owned(), "text/javascript; charset=utf-8"),
    ] {
        let answer = preview.get(&address).unwrap();
        assert_eq!(answer.status, 200, "{address}");
        assert!(answer.head.contains(&format!("content-type: {kind}")), "{address}: {}", answer.head);
        let kept = if address.starts_with("/assets/") { "max-age=31536000, immutable" } else { "no-store" };
        assert!(answer.head.contains(&format!("cache-control: {kept}")), "{address}: {}", answer.head);
        assert!(!answer.body.is_empty(), "{address}");
    }
}

#[test]
fn a_folder_leads_to_its_page_and_nothing_to_the_page_that_says_so() {
    let preview = serve(&catalogue());
    let answer = preview.get("/initiatives/elan").unwrap();
    assert_eq!(answer.status, 307);
    assert!(answer.head.contains("location: /initiatives/elan/"), "{}", answer.head);
    for address in ["/initiatives/autre/", "/initiatives/autre", "//", "/initiatives//elan/"] {
        let answer = preview.get(address).unwrap();
        assert_eq!(answer.status, 404, "{address}");
        assert!(answer.text().contains("<html"), "{address}");
    }
}

#[test]
fn the_page_for_what_is_not_there_leads_back_into_the_preview() {
    let settings = format!("{SETTINGS}base_url: https://www.exemple.fr/catalogue/\n");
    let preview = serve(&catalogue().file("content/catalogue.yaml", settings));
    let text = preview.get("/a/b/").unwrap().text();
    assert!(
        text.contains("href=\"/assets/style-") && !text.contains("href=\"https://www.exemple.fr"),
        "{text}"
    );
}

#[test]
fn only_the_preview_adds_its_script_and_only_to_pages() {
    let catalogue = catalogue();
    catalogue.build();
    let preview = serve(&catalogue);
    let served = preview.get("/initiatives/elan/").unwrap().text();
    let start = served.find("<script src=\"/.florilege/live.js\"").unwrap();
    let end = start + served[start..].find("</script>").unwrap() + "</script>".len();
    let without = format!("{}{}", &served[..start], &served[end..]);
    assert_eq!(without, catalogue.output("initiatives/elan/index.html"));
    let card = "initiatives/elan/contact-1.vcf";
    assert_eq!(preview.get(&format!("/{card}")).unwrap().text(), catalogue.output(card));
}

#[test]
fn a_head_has_no_body_and_nothing_else_is_understood() {
    let preview = serve(&catalogue());
    let host = preview.address;
    let ask = |method: &str| {
        preview
            .ask(format!("{method} / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").as_bytes())
            .unwrap()
    };
    let (head, get) = (ask("HEAD"), ask("GET"));
    assert_eq!((head.status, head.body.len()), (200, 0));
    assert!(head.head.contains(&format!("content-length: {}", get.body.len())), "{}", head.head);
    for method in ["POST", "PUT", "DELETE", "OPTIONS"] {
        let answer = ask(method);
        assert_eq!(answer.status, 405, "{method}");
        assert!(answer.head.contains("allow: get, head"), "{method}: {}", answer.head);
    }
}

#[test]
fn nothing_is_served_but_the_site_whatever_the_address() {
    let preview = serve(&catalogue());
    let host = preview.address;
    for address in [
        "/../secret.txt",
        "/secret.txt",
        "/./secret.txt",
        "/initiatives/../../secret.txt",
        "/..%2fsecret.txt",
        "/%2e%2e/secret.txt",
        "/%2e%2e%2fsecret.txt",
        "/%252e%252e/secret.txt",
        "/..\\secret.txt",
        "/..%5csecret.txt",
        "/%00secret.txt",
        "/initiatives/elan/index.html%00.txt",
        "/C:/secret.txt",
        "//secret.txt",
        "///etc/passwd",
        "/etc/passwd",
        "/content/catalogue.yaml",
        "/content/initiatives/elan.yaml",
        "/media/../content/catalogue.yaml",
        "/.florilege/",
        "/.florilege/../secret.txt",
        "/.git/config",
        "http://exemple.fr/secret.txt",
        "secret.txt",
        "*",
        "/%ff%fe",
        "/é",
    ] {
        let request = format!("GET {address} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
        let answer = preview.ask(request.as_bytes()).unwrap();
        assert!(matches!(answer.status, 400 | 404), "{address}: {}", answer.status);
        let text = answer.text();
        for hidden in ["à ne pas dire", "root:", "objective:", "themes:\n"] {
            assert!(!text.contains(hidden), "{address}: {text}");
        }
    }
}

#[test]
fn only_our_own_names_are_answered() {
    let preview = serve(&catalogue());
    let port = preview.address.port();
    let status = |hosts: &str| {
        preview.ask(format!("GET / HTTP/1.1\r\n{hosts}Connection: close\r\n\r\n").as_bytes()).unwrap().status
    };
    for host in ["localhost", "127.0.0.1", "[::1]"] {
        assert_eq!(status(&format!("Host: {host}:{port}\r\n")), 200, "{host}");
    }
    for hosts in [
        String::new(),
        "Host: exemple.fr\r\n".to_owned(),
        format!("Host: exemple.fr:{port}\r\n"),
        format!("Host: localhost.exemple.fr:{port}\r\n"),
        "Host: localhost:1\r\n".to_owned(),
        format!("Host: localhost:{port}\r\nHost: exemple.fr\r\n"),
        "Host: \r\n".to_owned(),
    ] {
        let status = status(&hosts);
        assert!(matches!(status, 400 | 421), "{hosts:?}: {status}");
    }
}

#[test]
fn the_network_is_let_in_only_where_it_is_asked_for() {
    let Some(network) = florilege::serve::network_address() else { return };
    let preview = serve(&catalogue());
    assert!(TcpStream::connect((network, preview.address.port())).is_err());
    let catalogue = catalogue();
    let preview =
        Preview::start_with(program().as_ref(), &catalogue.path(""), &["--port", "0", "--lan"]).unwrap();
    let port = preview.address.port();
    assert!(preview.line(&format!("http://{network}:{port}/")).is_ok());
    let there = TcpStream::connect((network, port));
    assert!(there.is_ok(), "{there:?}");
    let request = format!("GET / HTTP/1.1\r\nHost: {}:{port}\r\nConnection: close\r\n\r\n", host(network));
    assert_eq!(preview.ask(request.as_bytes()).unwrap().status, 200);
}

fn host(address: IpAddr) -> String {
    if address.is_ipv6() { format!("[{address}]") } else { address.to_string() }
}

#[test]
fn a_port_that_is_asked_for_must_be_free_and_the_next_is_taken_otherwise() {
    let taken = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let catalogue = catalogue();
    let run = catalogue.run(["serve", "--port", &port]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains(&format!("Le port {port} est pris")), "{}", run.stderr);
    let start = || Preview::start_with(program().as_ref(), &catalogue.path(""), &[]).unwrap();
    let (one, other) = (start(), start());
    assert_ne!(one.address, other.address);
    for preview in [one, other] {
        assert_eq!(preview.get("/").unwrap().status, 200);
    }
}

#[cfg(unix)]
#[test]
fn it_ends_when_it_is_asked_to() {
    let mut preview = serve(&catalogue());
    // A page that listens does not keep it.
    let mut events = preview.events("/").unwrap();
    events.next().unwrap();
    let id = preview.child.id().to_string();
    assert!(Command::new("kill").args(["-INT", &id]).stdin(Stdio::null()).status().unwrap().success());
    assert_eq!(preview.child.wait().unwrap().code(), Some(0));
    assert!(preview.line("ended").is_ok());
}

#[test]
fn a_folder_that_is_no_catalogue_is_refused() {
    let run = Catalogue::empty().run(["serve"]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("content"), "{}", run.stderr);
}

#[test]
fn what_may_be_kept_for_ever_bears_a_hash() {
    let catalogue = Catalogue::of_the_repository();
    catalogue.build_warned(&["legal-missing"]);
    let lasting = |path: &&String| path.starts_with("assets/") || path.starts_with("media/");
    let (mut count, tree) = (0, catalogue.tree());
    for path in tree.iter().filter(lasting) {
        let stem = path.rsplit_once('.').unwrap().0;
        let hash = |part: &str| part.len() == 8 && part.bytes().all(|byte| byte.is_ascii_hexdigit());
        assert!(stem.split('-').any(hash), "{path}");
        count += 1;
    }
    assert!(count > 10);
}
