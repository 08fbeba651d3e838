//! `reviews.html`: the calendar of reviews.

use rust_decimal::Decimal;

use super::scribe::{ATTENTION, LATE, PLAIN, SOON, Scribe, clean};
use super::view::{ReviewGroup, ReviewRow, ReviewsView, RoleRow, Sign};
use crate::model::FactKind;
use crate::survey::{REVIEW_NOTICE, ReviewEntry, RoleLoad, When};

impl Scribe<'_> {
    pub(super) fn reviews(&self) -> ReviewsView {
        let reviews = &self.report.survey.reviews;
        let group = |when: When| ReviewGroup {
            id: match when {
                When::Overdue => "overdue",
                When::Soon => "soon",
                When::Later => "later",
            },
            sign: self.when(when),
            rows: reviews.due(when).map(|entry| self.review_row(entry)).collect(),
        };
        let role = |role: &RoleLoad| RoleRow {
            role: clean(&role.role),
            rules: role.rules.iter().map(|number| self.count(*number)).collect(),
        };
        ReviewsView {
            groups: When::ALL.into_iter().map(group).collect(),
            roles: reviews.roles.iter().map(role).collect(),
        }
    }

    /// When a review is due, as an icon with words.
    pub(super) fn when(&self, when: When) -> Sign {
        match when {
            When::Overdue => self.sign(LATE, "report_overdue"),
            When::Soon => {
                let (class, icon) = SOON;
                let days = self.catalog.duration(FactKind::Days, Decimal::from(REVIEW_NOTICE), true);
                Sign { class, icon, word: self.say("report_soon", &[("duration", &days)]) }
            }
            When::Later => self.sign(PLAIN, "report_later"),
        }
    }

    fn review_row(&self, entry: &ReviewEntry) -> ReviewRow {
        ReviewRow {
            rule: self.rule(entry.rule),
            next: self.date(entry.next),
            last: self.date(entry.last),
            written_by: clean(&entry.written_by),
            checked_by: clean(&entry.checked_by),
            alone: entry.alone.then(|| self.sign(ATTENTION, "report_alone")),
        }
    }
}
