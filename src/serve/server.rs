//! The answers over HTTP, and the word to browsers that something changed.

use std::convert::Infallible;
use std::net::TcpListener;
use std::sync::Arc;
use std::sync::mpsc::Sender;

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header::{
    ALLOW, CACHE_CONTROL, CONTENT_TYPE, HOST, HeaderName, LOCATION, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderMap, Method, StatusCode};
use axum::response::sse::{Event, Sse};
use axum::response::{IntoResponse as _, Response};
use axum::serve::ListenerExt as _;
use serde::Serialize;
use tokio::sync::watch;
use tokio_stream::StreamExt as _;
use tokio_stream::wrappers::WatchStream;

use super::door::{Doors, is_lasting, media_type};
use super::shown::{Answer, OWN, Page, Shown};
use super::watch::Notice;

const SCRIPT: &str = include_str!("assets/live.js");
const STYLE: &str = include_str!("assets/problems.css");

/// Everything that an answer needs.
#[derive(Clone)]
struct Desk {
    shown: watch::Receiver<Arc<Shown>>,
    doors: Arc<Doors>,
    notices: Sender<Notice>,
}

/// A server that answers on a thread of its own, for as long as the program runs.
pub struct Server {
    shown: watch::Sender<Arc<Shown>>,
}

impl Server {
    /// Answers from now on.
    ///
    /// # Errors
    ///
    /// The system gives no thread, or no way to wait for sockets.
    pub fn start(
        listener: TcpListener,
        doors: Doors,
        shown: Shown,
        notices: Sender<Notice>,
    ) -> std::io::Result<Self> {
        listener.set_nonblocking(true)?;
        let (sender, receiver) = watch::channel(Arc::new(shown));
        let stop = notices.clone();
        let desk = Desk { shown: receiver, doors: Arc::new(doors), notices };
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let work = async move {
            let app = Router::new().fallback(answer).with_state(desk);
            // What a change makes of a page is a few bytes: they must not wait for more.
            let listener = tokio::net::TcpListener::from_std(listener)?.tap_io(|stream| {
                let _ = stream.set_nodelay(true);
            });
            tokio::select! {
                served = axum::serve(listener, app).into_future() => served,
                stopped = tokio::signal::ctrl_c() => stopped,
            }
        };
        std::thread::Builder::new().name("server".to_owned()).spawn(move || {
            // Whatever ended it, there is nothing left to show.
            let _ = runtime.block_on(work);
            let _ = stop.send(Notice::Stop);
        })?;
        Ok(Self { shown: sender })
    }

    /// Shows something else, and tells all browsers.
    pub fn publish(&self, shown: Shown) {
        self.shown.send_replace(Arc::new(shown));
    }
}

async fn answer(State(desk): State<Desk>, request: Request) -> Response {
    if !is_for_us(request.headers(), &desk.doors) {
        return plain(StatusCode::MISDIRECTED_REQUEST, "Unknown host.\n");
    }
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        let refused = plain(StatusCode::METHOD_NOT_ALLOWED, "Only GET and HEAD.\n");
        return ([(ALLOW, "GET, HEAD")], refused).into_response();
    }
    let address = request.uri().path().to_owned();
    match address.strip_prefix(OWN) {
        // The address of the page follows.
        Some(own) if own.starts_with("events/") => events(desk, own["events".len()..].to_owned()),
        Some("live.js") => file(StatusCode::OK, "live.js", SCRIPT),
        Some("problems.css") => file(StatusCode::OK, "problems.css", STYLE),
        _ => {
            let shown = desk.shown.borrow().clone();
            let is_at = move || shown.answer(&address);
            match tokio::task::spawn_blocking(is_at).await {
                Ok(Answer::Page(page)) => page_response(page, &desk),
                Ok(Answer::Elsewhere(address)) => {
                    ([(LOCATION, address)], plain(StatusCode::TEMPORARY_REDIRECT, "")).into_response()
                }
                Err(_) => plain(StatusCode::INTERNAL_SERVER_ERROR, ""),
            }
        }
    }
}

/// Exactly one host, which is ours.
fn is_for_us(headers: &HeaderMap, doors: &Doors) -> bool {
    let mut hosts = headers.get_all(HOST).iter();
    let host = hosts.next().and_then(|host| host.to_str().ok());
    hosts.next().is_none() && host.is_some_and(|host| doors.know(host))
}

fn page_response(page: Page, desk: &Desk) -> Response {
    if let Some(blame) = page.blame {
        let _ = desk.notices.send(Notice::Broken(blame));
    }
    let status = StatusCode::from_u16(page.status).unwrap_or(StatusCode::OK);
    file(status, &page.path, page.bytes)
}

fn plain(status: StatusCode, text: &'static str) -> Response {
    file(status, "x.txt", text)
}

fn file(status: StatusCode, path: &str, body: impl Into<Body>) -> Response {
    let headers = [
        (CONTENT_TYPE, media_type(path)),
        // A page that is loaded anew must not wait for fonts that it has.
        (CACHE_CONTROL, if is_lasting(path) { "max-age=31536000, immutable" } else { "no-store" }),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        // No other site may make pictures or scripts of ours its own.
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    ];
    (status, headers, body.into()).into_response()
}

/// What a browser must know that shows a page.
#[derive(Serialize)]
struct News<'a> {
    /// What tells the page from what it was.
    state: Option<&'a str>,
    /// What is wrong, unless the page itself says so.
    problems: Option<&'a str>,
}

/// Tells of a page now, and after each change.
fn events(desk: Desk, address: String) -> Response {
    let address: Arc<str> = address.into();
    let news = WatchStream::new(desk.shown.clone()).then(move |shown| {
        let (address, notices) = (address.clone(), desk.notices.clone());
        let told = move || news(&shown, &address, &notices);
        async move { tokio::task::spawn_blocking(told).await.unwrap_or_default() }
    });
    Sse::new(news.map(|news| Ok::<_, Infallible>(Event::default().data(news)))).into_response()
}

fn news(shown: &Shown, address: &str, notices: &Sender<Notice>) -> String {
    let Answer::Page(page) = shown.answer(address) else { return String::new() };
    if let Some(blame) = page.blame {
        let _ = notices.send(Notice::Broken(blame));
    }
    let problems = shown.told.as_deref().filter(|_| !page.is_alone);
    serde_json::to_string(&News { state: page.state.as_deref(), problems }).unwrap_or_default()
}
