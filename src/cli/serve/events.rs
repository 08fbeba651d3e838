//! Telling open pages what is new, by server-sent events.

use std::fmt::Write;
use std::sync::Arc;
use std::time::Duration;

use http_body_util::channel::{Channel, Sender};
use hyper::body::Bytes;
use tokio::sync::watch;
use tokio::time::timeout;

use super::stage::{News, Stage};

/// How long nothing is sent at most: a browser that is gone is noticed by sending.
const ALIVE: Duration = Duration::from_secs(15);

/// The body of an answer that goes on until the page is left. What is sent at first is everything, afterwards only
/// what is new; a page that reads slowly skips what came between.
pub(super) fn events(stage: &Stage) -> Channel<Bytes> {
    let (sender, body) = Channel::new(1);
    tokio::spawn(tell(sender, stage.news()));
    body
}

async fn tell(mut page: Sender<Bytes>, mut news: watch::Receiver<News>) {
    let mut told = None;
    let mut text = "retry: 500\n\n".to_owned();
    loop {
        let now = news.borrow_and_update().clone();
        text.push_str(&difference(told.as_ref(), &now));
        told = Some(now);
        if page.send_data(Bytes::from(std::mem::take(&mut text))).await.is_err() {
            return;
        }
        match timeout(ALIVE, news.changed()).await {
            Ok(Ok(())) => {}
            Ok(Err(_)) => return,
            Err(_) => text.push_str(":\n\n"),
        }
    }
}

/// The events that tell what is different.
fn difference(told: Option<&News>, now: &News) -> String {
    let mut text = String::new();
    if told.is_none_or(|told| told.pages != now.pages) {
        let _ = write!(text, "event: pages\ndata: {}\n\n", now.pages);
    }
    if told.is_none_or(|told| !Arc::ptr_eq(&told.findings, &now.findings)) {
        let _ = write!(text, "event: findings\ndata: {}\n\n", now.findings);
    }
    if let Some(guide) = &now.guide
        && told.and_then(|told| told.guide.as_ref()).is_none_or(|told| told != guide)
    {
        let _ = write!(text, "event: guide\ndata: {guide}\n\n");
    }
    text
}
