//! `florilege serve`: the site in a browser, which follows what is typed.

use std::io::ErrorKind;
use std::net::{IpAddr, Ipv4Addr, TcpListener};
use std::sync::mpsc::channel;
use std::time::Instant;

use florilege::problems::Arg;
use florilege::serve::{Blame, Changes, Doors, Next, Preview, Server, Watcher, network_address};
use florilege::source::Folders;

use crate::cli::{Common, Serve};

use super::prepare::folders;
use super::terminal::{Terminal, duration};
use super::{Outcome, UsageError};

/// Where the preview stands, unless it is told or somebody is there.
const PORT: u16 = 4321;

/// How many ports are tried from there.
const PORTS: u16 = 100;

/// Shows the catalogue, watches its files, and shows it anew after each change, until Ctrl-C.
pub(crate) fn run(common: &Common, arguments: &Serve, terminal: &mut Terminal) -> anyhow::Result<Outcome> {
    // The system tells of changes by whole paths.
    let root = folders(common, terminal)?.root().canonicalize()?;
    let folders = Folders::new(&root);
    let listener = listen(arguments, terminal)?;
    let port = listener.local_addr()?.port();
    let network = arguments.lan.then(network_address).flatten();
    let (sender, notices) = channel();
    // Before anything is read: what changes from now on is seen.
    let mut watcher = Watcher::new(&folders, sender.clone(), notices)?;
    let mut preview = Preview::new(folders);
    follow(&mut preview, None, &Changes::default(), terminal)?;
    let server = Server::start(
        listener,
        Doors::new(port, network),
        preview.shown(terminal.wording()),
        sender.clone(),
    )?;
    let address = format!("http://127.0.0.1:{port}/");
    terminal.conclude("serve-address", &[("address", address.as_str().into())])?;
    if cfg!(feature = "booklet") {
        let booklet = format!("{address}booklet/catalogue-a5.pdf");
        terminal.conclude("serve-booklet", &[("address", booklet.into())])?;
    }
    if arguments.lan {
        tell_network(network, port, terminal)?;
    }
    if arguments.open {
        // Where there is no browser, the address stands above.
        let _ = open::that(&address);
    }
    preview.settle(&sender);
    loop {
        match watcher.wait()? {
            Next::Stop => break,
            Next::Changed(changes) => {
                follow(&mut preview, Some(&server), &changes, terminal)?;
                preview.settle(&sender);
            }
            Next::Looked(version, look) => {
                if preview.learn(version, &look, &sender) {
                    follow(&mut preview, Some(&server), &Changes::default(), terminal)?;
                    preview.settle(&sender);
                }
            }
            Next::Broken(found) => blame(&mut preview, &server, found, terminal)?,
        }
    }
    terminal.conclude("serve-end", &[])?;
    Ok(Outcome::Done)
}

/// Reads what changed, shows it, and says so.
fn follow(
    preview: &mut Preview,
    server: Option<&Server>,
    changes: &Changes,
    terminal: &mut Terminal,
) -> anyhow::Result<()> {
    #[expect(clippy::disallowed_methods, reason = "the time is shown to the editor, and goes into no file")]
    let start = Instant::now();
    preview.follow(changes);
    if let Some((language, ..)) = preview.figures() {
        terminal.settle(language);
    }
    if let Some(server) = server {
        server.publish(preview.shown(terminal.wording()));
    }
    let time = duration(start.elapsed(), terminal.wording().speech());
    terminal.show(preview.problems(), preview.files())?;
    let what = server.map(|_| named(preview, changes, terminal));
    let (errors, _) = preview.problems().counts();
    let time = ("time", time.into());
    match (what, preview.figures()) {
        (Some(what), _) if errors == 0 => terminal.conclude("serve-changed", &[("what", what), time])?,
        (Some(what), _) => {
            terminal.conclude("serve-broken", &[("what", what), ("errors", errors.into()), time])?;
        }
        (None, Some((_, sheets, pages))) => {
            terminal.conclude("serve-ready", &[("sheets", sheets.into()), ("pages", pages.into()), time])?;
        }
        (None, None) => {}
    }
    Ok(())
}

/// What changed, in short.
fn named(preview: &Preview, changes: &Changes, terminal: &Terminal) -> Arg {
    // Many editors write beside the file, and take that away again.
    let there: Vec<_> = changes.paths.iter().filter(|path| path.is_file()).collect();
    let paths = if there.is_empty() { changes.paths.iter().collect() } else { there };
    match paths.as_slice() {
        [path] => preview.name_of(path).into(),
        [] => terminal.wording().say("serve-all-files", &[]).into(),
        paths => terminal.wording().say("serve-files", &[("count", paths.len().into())]).into(),
    }
}

/// Tells of a mistake that showed when somebody opened a page.
fn blame(preview: &mut Preview, server: &Server, found: Blame, terminal: &Terminal) -> anyhow::Result<()> {
    if preview.blame(found) {
        server.publish(preview.shown(terminal.wording()));
        terminal.show(preview.problems(), preview.files())?;
    }
    Ok(())
}

/// Takes the port that is asked for, or else the first that is free.
fn listen(arguments: &Serve, terminal: &Terminal) -> anyhow::Result<TcpListener> {
    let host = if arguments.lan { Ipv4Addr::UNSPECIFIED } else { Ipv4Addr::LOCALHOST };
    let is_taken = |error: &std::io::Error| error.kind() == ErrorKind::AddrInUse;
    if let Some(port) = arguments.port {
        return TcpListener::bind((host, port)).map_err(|error| {
            if !is_taken(&error) {
                return error.into();
            }
            let port = ("port", port.to_string().into());
            UsageError(terminal.wording().say("serve-port-taken", &[port])).into()
        });
    }
    for port in PORT..PORT + PORTS {
        match TcpListener::bind((host, port)) {
            Err(error) if is_taken(&error) => {}
            taken => return Ok(taken?),
        }
    }
    // Whatever the system has left.
    Ok(TcpListener::bind((host, 0))?)
}

fn tell_network(network: Option<IpAddr>, port: u16, terminal: &Terminal) -> std::io::Result<()> {
    match network {
        Some(host) => {
            let address = format!("http://{host}:{port}/");
            terminal.conclude("serve-network", &[("address", address.into())])
        }
        None => terminal.conclude("serve-no-network", &[]),
    }
}
