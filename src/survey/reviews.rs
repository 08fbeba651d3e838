//! The calendar of reviews: which rule is checked when, and by which role.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::ToSpan;
use jiff::civil::Date;

use super::GuideOrder;
use crate::check::REVIEW_NOTICE;
use crate::model::{Ix, Library, Rule};

/// When a review is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum When {
    /// It should have been done.
    Overdue,
    /// Within the days in which it is announced.
    Soon,
    /// After that.
    Later,
}

impl When {
    /// All, the most pressing first.
    pub const ALL: [When; 3] = [When::Overdue, When::Soon, When::Later];

    fn of(next: Date, today: Date) -> Self {
        if next < today {
            When::Overdue
        } else if next <= today.saturating_add(REVIEW_NOTICE.days()) {
            When::Soon
        } else {
            When::Later
        }
    }
}

/// The next review of a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewEntry {
    /// The rule.
    pub rule: Ix<Rule>,
    /// Its next review.
    pub next: Date,
    /// The last one.
    pub last: Date,
    /// Role that wrote it.
    pub written_by: String,
    /// Role that checks it.
    pub checked_by: String,
    /// Whether these are the same: nobody else has read it.
    pub alone: bool,
    /// When it is due.
    pub when: When,
}

/// What one role has to check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoleLoad {
    /// The role.
    pub role: String,
    /// How many rules, in the order of [`When::ALL`].
    pub rules: [usize; 3],
}

/// The calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reviews {
    /// By day, and on one day in the order of the guide.
    pub entries: Vec<ReviewEntry>,
    /// By role that checks, in alphabetical order.
    pub roles: Vec<RoleLoad>,
}

impl Reviews {
    /// The reviews that are due at some time.
    pub fn due(&self, when: When) -> impl Iterator<Item = &ReviewEntry> {
        self.entries.iter().filter(move |entry| entry.when == when)
    }
}

pub(super) fn reviews(library: &Library, today: Date) -> Reviews {
    let role = |text: &str| text.trim().to_lowercase();
    let entry = |(i, rule): (usize, &Arc<Rule>)| {
        let review = &rule.review;
        ReviewEntry {
            rule: Ix::new(i),
            next: review.next.value,
            last: review.on.value,
            alone: role(&review.written_by.value) == role(&review.checked_by.value),
            written_by: review.written_by.value.clone(),
            checked_by: review.checked_by.value.clone(),
            when: When::of(review.next.value, today),
        }
    };
    let mut entries: Vec<ReviewEntry> = library.rules.iter().enumerate().map(entry).collect();
    let order = GuideOrder::of(library);
    entries.sort_by_key(|entry| (entry.next, order.place(entry.rule)));
    let mut roles: BTreeMap<&str, [usize; 3]> = BTreeMap::new();
    for entry in &entries {
        roles.entry(entry.checked_by.trim()).or_default()[entry.when as usize] += 1;
    }
    let roles = roles.into_iter().map(|(role, rules)| RoleLoad { role: role.to_owned(), rules }).collect();
    Reviews { entries, roles }
}
