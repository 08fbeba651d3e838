//! From a request to an answer.

use std::convert::Infallible;
use std::sync::Arc;

use http_body_util::channel::Channel;
use http_body_util::{Either, Full};
use hyper::body::Bytes;
use hyper::header::{self, HeaderMap, HeaderName, HeaderValue};
use hyper::{Method, Request, Response, StatusCode};
use jiff::civil::Date;

use super::events::events;
use super::host::Hosts;
use super::page::{self, dressed};
use super::stage::Stage;
use super::wanted::{Place, Wanted, file, wanted};
use crate::diag::{explanation, human};
use crate::live::Snapshot;

/// An answer: whole, or one that goes on.
pub(super) type Answer = Response<Either<Full<Bytes>, Channel<Bytes>>>;

/// What may run and be fetched: the policy that published pages promise to satisfy, so that here as there nothing
/// works that breaks it. The script of `serve` needs no more.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; \
                      form-action 'self'; base-uri 'none'";

const TEXT: &str = "text/plain; charset=utf-8";
const HTML: &str = "text/html; charset=utf-8";
const CSS: &str = "text/css; charset=utf-8";
const SCRIPT: &str = "text/javascript; charset=utf-8";

/// The files of the server itself.
const OWN_FILES: [(&str, &str, &str); 4] = [
    ("live.js", SCRIPT, include_str!("live.js")),
    ("panel.js", SCRIPT, include_str!("panel.js")),
    ("live.css", CSS, include_str!("live.css")),
    ("own.css", CSS, include_str!("own.css")),
];

/// Width of the texts about findings, in characters.
const WIDTH: usize = 90;

/// Answers a request.
pub(super) async fn answer<B>(
    stage: Arc<Stage>,
    hosts: Arc<Hosts>,
    request: Request<B>,
) -> Result<Answer, Infallible> {
    if let Some(refusal) = refused(&hosts, &request) {
        return Ok(refusal);
    }
    let head = *request.method() == Method::HEAD;
    Ok(match wanted(request.uri().path()) {
        Err((status, why)) => plain(status, why),
        Ok(Wanted::Day(date)) => moved(&Place { date: Some(date), path: String::new() }.prefix()),
        Ok(Wanted::Own(name)) => own(&stage, &name, head),
        Ok(Wanted::Guide(place)) => {
            let query = request.uri().query().map(|query| format!("?{query}")).unwrap_or_default();
            // Making a page may take a moment, in which others are answered.
            let made = tokio::task::spawn_blocking(move || guide(&stage, &place, &query)).await;
            made.unwrap_or_else(|_| {
                plain(StatusCode::INTERNAL_SERVER_ERROR, "This page could not be made. The terminal says why.")
            })
        }
    })
}

/// Requests that are not for this server, or ask for what it does not do.
fn refused<B>(hosts: &Hosts, request: &Request<B>) -> Option<Answer> {
    let mut named = request.headers().get_all(header::HOST).iter();
    let named = match (named.next(), named.next()) {
        (Some(host), None) => host.to_str().ok(),
        _ => return Some(plain(StatusCode::BAD_REQUEST, "A request has to name one host.")),
    };
    let asked = request.uri().authority().map(|authority| authority.as_str());
    if !named.is_some_and(|host| hosts.allow(host)) || !asked.is_none_or(|host| hosts.allow(host)) {
        let why =
            "This server answers for this machine only. To use another name or address, start it with --host.";
        return Some(plain(StatusCode::MISDIRECTED_REQUEST, why));
    }
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        let mut refusal = plain(StatusCode::METHOD_NOT_ALLOWED, "Pages can only be read here.");
        refusal.headers_mut().insert(header::ALLOW, HeaderValue::from_static("GET, HEAD"));
        return Some(refusal);
    }
    None
}

/// A file of the server itself.
fn own(stage: &Stage, name: &str, head: bool) -> Answer {
    if name == "events" {
        let mut answer = whole(StatusCode::OK, "text/event-stream", Vec::new());
        if !head {
            *answer.body_mut() = Either::Right(events(stage));
        }
        return answer;
    }
    if let Some((_, kind, text)) = OWN_FILES.into_iter().find(|(own, ..)| *own == name) {
        return whole(StatusCode::OK, kind, text.into());
    }
    let Some(found) = name.strip_prefix("explain/").and_then(explanation) else {
        return plain(StatusCode::NOT_FOUND, "There is no such file.");
    };
    let text = found.plain_text(WIDTH);
    let html = page::own(found.code, &found.plain_title(), text.trim_end());
    whole(StatusCode::OK, HTML, html.into())
}

/// A file of the guide.
fn guide(stage: &Stage, place: &Place, query: &str) -> Answer {
    let snapshot = stage.now();
    let date = place.date.unwrap_or(stage.date);
    let found = file(&place.path).and_then(|path| Some((snapshot.file(&path, date)?, path)));
    if let Some((bytes, path)) = found {
        return served(StatusCode::OK, &path, bytes, (&snapshot, place));
    }
    let folder = format!("{}/", place.path);
    if file(&folder).is_some_and(|path| snapshot.file(&path, date).is_some()) {
        return moved(&format!("{}{folder}{query}", place.prefix()));
    }
    if let Some((path, bytes)) = nearest_404(&snapshot, &place.path, date) {
        return served(StatusCode::NOT_FOUND, &path, bytes, (&snapshot, place));
    }
    let (trouble, tree) = snapshot.trouble_on(date);
    let (status, html) = if trouble.is_empty() {
        (StatusCode::NOT_FOUND, page::own("There is no such page", "The guide has no page at this address.", ""))
    } else {
        let title = format!("The guide cannot be shown as on {date}");
        let text = "Pages come by themselves when this is mended:";
        (StatusCode::SERVICE_UNAVAILABLE, page::own(&title, text, human(&trouble, tree, false).trim_end()))
    };
    served(status, "index.html", html.into(), (&snapshot, place))
}

/// The page for addresses that do not exist, of the folder that is meant or the next above that has one.
fn nearest_404(snapshot: &Snapshot, path: &str, date: Date) -> Option<(String, Vec<u8>)> {
    let ends = path.match_indices('/').map(|(at, _)| at + 1);
    let folders: Vec<&str> = std::iter::once(0).chain(ends).map(|end| &path[..end]).collect();
    folders.into_iter().rev().find_map(|folder| {
        let path = file(&format!("{folder}404.html"))?;
        let bytes = snapshot.file(&path, date)?;
        Some((path, bytes))
    })
}

fn served(status: StatusCode, path: &str, bytes: Vec<u8>, (snapshot, place): (&Snapshot, &Place)) -> Answer {
    let kind = kind(path);
    if kind != HTML {
        return whole(status, kind, bytes);
    }
    let page = dressed(&String::from_utf8_lossy(&bytes), &place.prefix(), &snapshot.root());
    let mut answer = whole(status, kind, page.html.into());
    set(answer.headers_mut(), header::ETAG, &page.tag);
    answer
}

fn kind(path: &str) -> &'static str {
    match path.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "html" => HTML,
        "css" => CSS,
        "js" => SCRIPT,
        "txt" => TEXT,
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "gif" => "image/gif",
        "webp" => "image/webp",
        "ico" => "image/x-icon",
        "json" => "application/json",
        "jsonld" => "application/ld+json",
        "xml" => "application/xml",
        "woff2" => "font/woff2",
        "pdf" => "application/pdf",
        _ => "application/octet-stream",
    }
}

fn plain(status: StatusCode, sentence: &str) -> Answer {
    whole(status, TEXT, format!("{sentence}\n").into())
}

fn moved(to: &str) -> Answer {
    let mut answer = plain(StatusCode::TEMPORARY_REDIRECT, "This is a folder: its address ends in a slash.");
    set(answer.headers_mut(), header::LOCATION, to);
    answer
}

fn whole(status: StatusCode, kind: &'static str, bytes: Vec<u8>) -> Answer {
    let mut answer = Response::new(Either::Left(Full::new(Bytes::from(bytes))));
    *answer.status_mut() = status;
    let fixed = [
        (header::CONTENT_TYPE, kind),
        (header::CACHE_CONTROL, "no-store"),
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    ];
    for (name, value) in fixed {
        answer.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    answer
}

fn set(headers: &mut HeaderMap, name: HeaderName, value: &str) {
    // Addresses come from paths of the site, tags from fingerprints: neither can break a line.
    if let Ok(value) = HeaderValue::from_str(value) {
        headers.insert(name, value);
    }
}
