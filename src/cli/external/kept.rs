//! Answers kept from one run to the next, in `.wegwijs-links.json` in the guide's folder.
//!
//! The file is only there to spare servers: without it everything is asked anew. It holds each address with the
//! moment it was asked, and `"alive"`, `{"moved": "<address>"}` or `{"gone": 404}`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use url::Url;

use crate::output::{PublishError, write_file};
use crate::source::{Limits, Payload, read_file};
use crate::{Answer, Answers};

pub(super) const FILE: &str = ".wegwijs-links.json";

/// A page that was there will most likely be there next week.
const GOOD: SignedDuration = SignedDuration::from_hours(7 * 24);
/// A page that was gone may be back, or may have been gone by mistake.
const BAD: SignedDuration = SignedDuration::from_hours(24);

/// More than a hundred thousand addresses.
const BYTES: u64 = 32 << 20;

#[derive(Debug, Serialize, Deserialize)]
struct File {
    version: u32,
    answers: BTreeMap<String, Entry>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Entry {
    asked: String,
    answer: Word,
}

/// An answer as it is written.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Word {
    Alive,
    Moved(String),
    Gone(u16),
}

/// Kept answers.
#[derive(Debug, Default)]
pub(super) struct Kept {
    path: PathBuf,
    answers: BTreeMap<String, Entry>,
}

impl Kept {
    /// What was kept in this folder, and what is to be said about it: a damaged file is as good as none.
    pub(super) fn read(folder: &Path) -> (Self, Option<String>) {
        let path = folder.join(FILE);
        if !path.exists() {
            return (Kept { path, answers: BTreeMap::new() }, None);
        }
        let file = read_file(&path, Limits { text_bytes: BYTES, ..Limits::default() });
        let file = file.ok().and_then(|payload| match payload {
            Payload::Text(text) => serde_json::from_str::<File>(&text).ok(),
            Payload::Bytes(_) | Payload::Unusable => None,
        });
        match file.filter(|file| file.version == 1) {
            Some(file) => (Kept { path, answers: file.answers }, None),
            None => {
                let remark = format!("{} is damaged: all addresses are asked anew", path.display());
                (Kept { path, answers: BTreeMap::new() }, Some(remark))
            }
        }
    }

    /// The answers about these addresses that are young enough. All others are forgotten.
    pub(super) fn young(&mut self, addresses: &[String], now: Timestamp) -> Answers {
        let mut young = Answers::new();
        let mut answers = BTreeMap::new();
        for address in addresses {
            let Some(entry) = self.answers.remove(address) else { continue };
            if let Some(answer) = entry.young(now) {
                young.insert(address.clone(), answer);
                answers.insert(address.clone(), entry);
            }
        }
        self.answers = answers;
        young
    }

    /// Keeps an answer, unless it says nothing.
    pub(super) fn keep(&mut self, address: &str, answer: &Answer, now: Timestamp) {
        let answer = match answer {
            Answer::Alive => Word::Alive,
            Answer::Moved(to) => Word::Moved(to.clone()),
            Answer::Gone(status) => Word::Gone(*status),
            Answer::Unsure(_) => return,
        };
        self.answers.insert(address.to_owned(), Entry { asked: now.to_string(), answer });
    }

    /// Writes the file, if there is anything to keep or to forget.
    pub(super) fn write(&self) -> Result<(), PublishError> {
        if self.answers.is_empty() && !self.path.exists() {
            return Ok(());
        }
        let file = File { version: 1, answers: self.answers.clone() };
        let mut text = serde_json::to_string_pretty(&file).unwrap_or_default();
        text.push('\n');
        write_file(&self.path, text.as_bytes())
    }
}

impl Entry {
    fn young(&self, now: Timestamp) -> Option<Answer> {
        let age = now.duration_since(self.asked.parse().ok()?);
        // Whoever wrote the file, a new address is shown to people: it must be one.
        let (answer, limit) = match &self.answer {
            Word::Alive => (Answer::Alive, GOOD),
            Word::Moved(to) => (Answer::Moved(Url::parse(to).ok().filter(is_web)?.into()), GOOD),
            Word::Gone(status) => (Answer::Gone(Some(*status).filter(|s| [404, 410].contains(s))?), BAD),
        };
        (!age.is_negative() && age < limit).then_some(answer)
    }
}

/// Whether an address is one of the web.
pub(super) fn is_web(url: &Url) -> bool {
    matches!(url.scheme(), "http" | "https")
}
