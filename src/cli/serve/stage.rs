//! What is shown now: the one place where the threads meet.

use std::sync::{Arc, PoisonError, RwLock};

use jiff::civil::Date;
use serde::Serialize;
use serde_json::Value;
use tokio::sync::watch;

use crate::diag::{Diagnostic, Format, Severity, report, stops};
use crate::live::{Choice, Judgement, Snapshot};
use crate::source::SourceTree;

/// So many findings are shown in a page; the gravest ones.
const SHOWN: usize = 200;

/// The guide that is shown, and what open pages are told of it.
pub(super) struct Stage {
    /// The day of the pages if the address names no other.
    pub(super) date: Date,
    now: RwLock<Arc<Snapshot>>,
    news: watch::Sender<News>,
}

/// What open pages are told. Each is the whole of its subject, so only the newest counts.
#[derive(Debug, Clone)]
pub(super) struct News {
    /// Rises when pages may have changed.
    pub(super) pages: u64,
    /// Findings, as JSON.
    pub(super) findings: Arc<str>,
    /// Municipalities and days to choose from, as JSON; nothing until they are known.
    pub(super) guide: Option<Arc<str>>,
    /// Whether errors are among the findings.
    errors: bool,
}

#[derive(Serialize)]
struct Guide {
    date: String,
    municipalities: Vec<Choice>,
    changes: Vec<String>,
}

impl Stage {
    /// Begins with a guide, as on a day.
    pub(super) fn new(snapshot: Arc<Snapshot>, date: Date) -> Self {
        let (findings, tree) = snapshot.findings();
        let errors = stops(&findings, false);
        let findings = findings_json(findings, tree, !snapshot.stands());
        let news = watch::Sender::new(News { pages: 0, findings, guide: None, errors });
        Stage { date, now: RwLock::new(snapshot), news }
    }

    /// The guide as it is shown.
    pub(super) fn now(&self) -> Arc<Snapshot> {
        Arc::clone(&self.now.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// News for an open page.
    pub(super) fn news(&self) -> watch::Receiver<News> {
        self.news.subscribe()
    }

    /// Shows a newer guide. What was found in the old one is told until the new one is judged, unless pages come or
    /// go by it: a list that is empty for a moment helps nobody.
    pub(super) fn show(&self, snapshot: &Arc<Snapshot>) {
        let (findings, tree) = snapshot.findings();
        let errors = stops(&findings, false);
        let tell = errors || self.news.borrow().errors;
        let json = tell.then(|| findings_json(findings, tree, !snapshot.stands()));
        let mut now = self.now.write().unwrap_or_else(PoisonError::into_inner);
        *now = Arc::clone(snapshot);
        self.news.send_modify(|news| {
            news.pages += 1;
            news.errors = errors;
            news.findings = json.unwrap_or_else(|| Arc::clone(&news.findings));
        });
    }

    /// Tells what was found in a guide. `false` if a newer one is shown already: it is of no use then.
    pub(super) fn judged(&self, snapshot: &Arc<Snapshot>, judgement: Judgement) -> bool {
        let Judgement { findings, changes } = judgement;
        let errors = stops(&findings, false);
        let findings = findings_json(findings, snapshot.findings().1, !snapshot.stands());
        let guide = Guide {
            date: self.date.to_string(),
            municipalities: snapshot.municipalities(),
            changes: changes.iter().map(Date::to_string).collect(),
        };
        let guide: Arc<str> = json(&guide).into();
        // Held until all is told, so that what is told is always of the guide that is shown.
        let now = self.now.read().unwrap_or_else(PoisonError::into_inner);
        let newest = Arc::ptr_eq(&now, snapshot);
        if newest {
            self.news.send_modify(|news| {
                news.findings = findings;
                news.guide = Some(guide);
                news.errors = errors;
            });
        }
        newest
    }
}

/// The gravest findings as docs/findings.schema.json says, with what a page has to know beside.
fn findings_json(mut findings: Vec<Diagnostic>, tree: &SourceTree, stale: bool) -> Arc<str> {
    let count = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
    let counts = [("error", Severity::Error), ("warning", Severity::Warning), ("hint", Severity::Hint)];
    let counts: serde_json::Map<String, Value> =
        counts.into_iter().map(|(word, severity)| (word.to_owned(), count(severity).into())).collect();
    let all = findings.len();
    findings.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
    findings.truncate(SHOWN);
    let text = report(&findings, tree, Format::Json, false);
    let mut value: Value = serde_json::from_str(&text).unwrap_or_default();
    if let Some(fields) = value.as_object_mut() {
        fields.insert("counts".to_owned(), counts.into());
        fields.insert("left_out".to_owned(), (all - findings.len()).into());
        fields.insert("stale".to_owned(), stale.into());
    }
    json(&value).into()
}

/// On one line, as events need it.
fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("texts, numbers and dates can be written")
}
