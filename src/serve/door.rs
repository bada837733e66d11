//! Who may ask, and for what: which hosts are ours, and which file an address means.

use std::net::{IpAddr, SocketAddr};

/// The addresses by which browsers may reach the preview. Another site could make a browser ask
/// under its own name, by pointing that name here: such requests are refused by their host.
#[derive(Debug, Clone)]
pub struct Doors {
    hosts: Vec<String>,
}

impl Doors {
    /// The doors of this machine alone, at a port; and that of its network, if it is let in.
    #[must_use]
    pub fn new(port: u16, network: Option<IpAddr>) -> Self {
        let own = ["localhost", "127.0.0.1", "[::1]"].map(str::to_owned);
        let network = network.map(|address| match address {
            IpAddr::V4(address) => address.to_string(),
            IpAddr::V6(address) => format!("[{address}]"),
        });
        let names: Vec<String> = own.into_iter().chain(network).collect();
        let mut hosts: Vec<String> = names.iter().map(|name| format!("{name}:{port}")).collect();
        if port == 80 {
            hosts.extend(names);
        }
        Self { hosts }
    }

    /// Whether a request that names this host is meant for us.
    pub(super) fn know(&self, host: &str) -> bool {
        self.hosts.iter().any(|known| known.eq_ignore_ascii_case(host))
    }
}

/// The address that other machines of the network reach this one by; none without a network.
/// Nothing is sent: the system only says where it would send from.
#[must_use]
pub fn network_address() -> Option<IpAddr> {
    // An address that is set aside for documents (RFC 5737): a way out leads there as to any other.
    let beyond = SocketAddr::from(([192, 0, 2, 1], 9));
    let socket = std::net::UdpSocket::bind(("0.0.0.0", 0)).ok()?;
    socket.connect(beyond).ok()?;
    let address = socket.local_addr().ok()?.ip();
    (!address.is_loopback() && !address.is_unspecified()).then_some(address)
}

/// The path of a file below the site's root that an address means: what is encoded is decoded,
/// once, and a folder is its index. Only files that the site names are ever looked for, so that
/// nothing else must be kept out here.
pub(super) fn path_of(address: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(address.len());
    let mut rest = address.strip_prefix('/')?.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(if byte == b'%' { digit(rest.next()?)? * 16 + digit(rest.next()?)? } else { byte });
    }
    let path = String::from_utf8(bytes).ok()?;
    Some(if path.is_empty() || path.ends_with('/') { path + "index.html" } else { path })
}

fn digit(letter: u8) -> Option<u8> {
    char::from(letter).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

/// Whether a file's name holds a hash of its content: another content would have another name.
pub(super) fn is_lasting(path: &str) -> bool {
    path.starts_with("assets/") || path.starts_with("media/")
}

/// What browsers take a file for.
pub(super) fn media_type(path: &str) -> &'static str {
    match path.rsplit_once('.').map_or("", |(_, extension)| extension) {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "xml" if path.ends_with("feed.xml") => "application/atom+xml; charset=utf-8",
        "xml" => "application/xml; charset=utf-8",
        "txt" => "text/plain; charset=utf-8",
        "vcf" => "text/vcard; charset=utf-8",
        "ics" => "text/calendar; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "pdf" => "application/pdf",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_names_are_known() {
        let doors = Doors::new(4000, Some(IpAddr::from([192, 168, 1, 7])));
        for host in ["localhost:4000", "LocalHost:4000", "127.0.0.1:4000", "[::1]:4000", "192.168.1.7:4000"] {
            assert!(doors.know(host), "{host}");
        }
        for host in
            ["localhost", "localhost:4001", "exemple.fr:4000", "192.168.1.8:4000", "", "127.0.0.1.fr:4000"]
        {
            assert!(!doors.know(host), "{host}");
        }
        assert!(Doors::new(80, None).know("localhost"));
        assert!(!Doors::new(4000, None).know("192.168.1.7:4000"));
    }

    #[test]
    fn addresses_are_decoded_once() {
        let path = |address| path_of(address).unwrap_or_default();
        assert_eq!(path("/"), "index.html");
        assert_eq!(path("/initiatives/elan/"), "initiatives/elan/index.html");
        assert_eq!(path("/media/%C3%A9t%c3%a9.jpg"), "media/été.jpg");
        assert_eq!(path("/a/..%2f..%2Fetc/passwd"), "a/../../etc/passwd");
        assert_eq!(path("/%252e%252e/"), "%2e%2e/index.html");
        for bad in ["", "a", "/%", "/%4", "/%zz", "/%ff"] {
            assert_eq!(path_of(bad), None, "{bad}");
        }
    }
}
