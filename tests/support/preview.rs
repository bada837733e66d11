//! The preview as a browser meets it: the program in a process of its own, asked over HTTP.

use std::cell::RefCell;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use anyhow::{Context, bail};

/// What has not come by then never will.
const FOR_EVER: Duration = Duration::from_mins(2);

/// A preview that runs until it is dropped.
pub(crate) struct Preview {
    pub(crate) child: Child,
    pub(crate) address: SocketAddr,
    /// What it prints, line by line.
    lines: Receiver<String>,
    /// What it printed: its two streams come in no order.
    said: RefCell<Vec<String>>,
}

/// An answer of HTTP.
pub(crate) struct Answer {
    pub(crate) status: u16,
    /// The head, in small letters.
    pub(crate) head: String,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    /// Its body as text.
    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

impl Preview {
    /// Starts a preview of the catalogue at `root` on a port of its own, and waits until it answers.
    pub(crate) fn start(program: &Path, root: &Path) -> anyhow::Result<Self> {
        Self::start_with(program, root, &["--port", "0"])
    }

    /// The same, with other arguments.
    pub(crate) fn start_with(program: &Path, root: &Path, arguments: &[&str]) -> anyhow::Result<Self> {
        let mut child = Command::new(program)
            .arg("serve")
            .args(arguments)
            .args(["--lang", "en", "--root"])
            .arg(root)
            .env("NO_COLOR", "1")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()?;
        let (sender, lines) = channel();
        let streams: [Option<Box<dyn Read + Send>>; 2] = [
            child.stdout.take().map(|out| Box::new(out) as _),
            child.stderr.take().map(|out| Box::new(out) as _),
        ];
        for stream in streams.into_iter().flatten() {
            let sender = sender.clone();
            std::thread::spawn(move || {
                for line in BufReader::new(stream).lines().map_while(Result::ok) {
                    let _ = sender.send(line);
                }
            });
        }
        let address = SocketAddr::from(([127, 0, 0, 1], 0));
        let mut preview = Self { child, address, lines, said: RefCell::default() };
        let said = preview.line("http://127.0.0.1:")?;
        let port = said.split("http://127.0.0.1:").nth(1).and_then(|rest| rest.split('/').next());
        preview.address.set_port(port.context("no port")?.parse()?);
        Ok(preview)
    }

    /// Waits for a line that holds these words, if it was not there before.
    pub(crate) fn line(&self, words: &str) -> anyhow::Result<String> {
        let mut said = self.said.borrow_mut();
        if let Some(line) = said.iter().find(|line| line.contains(words)) {
            return Ok(line.clone());
        }
        loop {
            let line = self.lines.recv_timeout(FOR_EVER).with_context(|| format!("no line with {words}"))?;
            said.push(line.clone());
            if line.contains(words) {
                return Ok(line);
            }
        }
    }

    /// Asks for an address.
    pub(crate) fn get(&self, address: &str) -> anyhow::Result<Answer> {
        let host = self.address;
        self.ask(format!("GET {address} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").as_bytes())
    }

    /// Sends a request as it is, and reads what comes back until the end.
    pub(crate) fn ask(&self, request: &[u8]) -> anyhow::Result<Answer> {
        let mut stream = self.connect()?;
        stream.write_all(request)?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer)?;
        let end = answer.windows(4).position(|part| part == b"\r\n\r\n").context("no head")?;
        let head = String::from_utf8_lossy(&answer[..end]).to_lowercase();
        let status = head.split(' ').nth(1).context("no status")?.parse()?;
        Ok(Answer { status, head, body: answer.split_off(end + 4) })
    }

    fn connect(&self) -> anyhow::Result<TcpStream> {
        let stream = TcpStream::connect(self.address)?;
        stream.set_read_timeout(Some(FOR_EVER))?;
        stream.set_nodelay(true)?;
        Ok(stream)
    }

    /// What the page at an address hears of.
    pub(crate) fn events(&self, address: &str) -> anyhow::Result<Events> {
        let mut stream = self.connect()?;
        let host = self.address;
        write!(stream, "GET /.florilege/events{address} HTTP/1.1\r\nHost: {host}\r\n\r\n")?;
        Ok(Events { lines: BufReader::new(stream) })
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The news of a page, as they come.
pub(crate) struct Events {
    lines: BufReader<TcpStream>,
}

/// What a page hears.
#[derive(Debug, PartialEq, serde::Deserialize)]
pub(crate) struct News {
    /// What the page is now.
    pub(crate) state: Option<String>,
    /// What is wrong, as HTML.
    pub(crate) problems: Option<String>,
}

impl Events {
    /// Waits for the next.
    pub(crate) fn next(&mut self) -> anyhow::Result<News> {
        loop {
            let mut line = String::new();
            if self.lines.read_line(&mut line)? == 0 {
                bail!("the preview hung up");
            }
            if let Some(data) = line.strip_prefix("data: ") {
                return Ok(serde_json::from_str(data)?);
            }
        }
    }

    /// Waits until the news are such.
    pub(crate) fn until(&mut self, wanted: impl Fn(&News) -> bool) -> anyhow::Result<News> {
        loop {
            let news = self.next()?;
            if wanted(&news) {
                return Ok(news);
            }
        }
    }
}
