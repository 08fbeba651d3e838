//! `<language>/repayment/`: how many months a debt takes, computed from the facts.

use rust_decimal::Decimal;
use serde::Serialize;

use super::super::desk::{Desk, Draft, Ways};
use super::super::escape::{ready, ready_or_none};
use super::super::facts::{self, say_html};
use super::super::view::{RuleCard, Text};
use super::{Page, description};
use crate::diag::Diagnostic;
use crate::model::{Fact, FactKind, Ix, Repayment, Scope, Value};
use crate::resolve::Instalments;

const WAYS: Ways<'static> = Ways { home: Some("../"), root: "../../", terms: None };

#[derive(Debug, Clone, Serialize)]
struct RepaymentView {
    introduction: Text,
    /// What the share is, and since when.
    share: ShareView,
    tables: Vec<TableView>,
    warning: Option<Text>,
    rule: Option<RuleCard>,
}

/// The part of the amount that is paid a month.
#[derive(Debug, Clone, Serialize)]
struct ShareView {
    label: Text,
    /// HTML.
    #[serde(serialize_with = "ready")]
    value: String,
    #[serde(serialize_with = "ready_or_none")]
    since: Option<String>,
    /// Whether the municipality decides it.
    local: bool,
}

/// A table for one amount.
#[derive(Debug, Clone, Serialize)]
struct TableView {
    label: Text,
    /// HTML: what is paid a month.
    #[serde(serialize_with = "ready")]
    of: String,
    /// HTML: from when the amount is.
    #[serde(serialize_with = "ready_or_none")]
    as_of: Option<String>,
    /// HTML: one row as a story.
    #[serde(serialize_with = "ready_or_none")]
    example: Option<String>,
    rows: Vec<RowView>,
}

/// A debt; all in HTML.
#[derive(Debug, Clone, Serialize)]
struct RowView {
    #[serde(serialize_with = "ready")]
    debt: String,
    #[serde(serialize_with = "ready")]
    monthly: String,
    #[serde(serialize_with = "ready")]
    months: String,
    #[serde(serialize_with = "ready")]
    last: String,
}

impl<'a> Desk<'a> {
    pub(super) fn repayment(&self, table: &'a Repayment) -> Result<Page, Box<Diagnostic>> {
        let share = &self.site.library.facts[table.share.value.get()];
        let since = self.edition.facts.get(table.share.value).and_then(|now| now.since);
        let view = RepaymentView {
            introduction: self.label(&table.introduction, WAYS),
            share: ShareView {
                label: Text { note: None, ..self.label(&share.label, WAYS) },
                value: self.with_coming(table.share.value),
                since: since.map(|since| say_html(self.catalog, "value_from", &[("date", &self.date(since))])),
                local: share.scope() == Scope::Local,
            },
            tables: table.of.iter().filter_map(|of| self.repayment_table(table, of.value)).collect(),
            warning: Some(&table.warning).filter(|w| !w.is_empty()).map(|w| self.label(w, WAYS)),
            rule: table.rule.filter(|rule| self.edition.has(*rule)).map(|rule| self.card(rule, WAYS)),
        };
        let place = self.place_name();
        self.render(Draft {
            template: "repayment.html",
            kind: "repayment",
            path: "repayment/".to_owned(),
            heading: self.catalog.text("repayment_title").to_owned(),
            description: description(&self.say("description_repayment", &[("municipality", &place)]), ""),
            above: Vec::new(),
            nav_current: None,
            scripts: &["print"],
            dates: None,
            translated: self.all_languages(),
            view,
        })
    }

    /// The table for one amount; none where a share of it is less than a cent.
    fn repayment_table(&self, table: &'a Repayment, of: Ix<Fact>) -> Option<TableView> {
        let number = |fact| match self.edition.facts.get(fact).map(|now| &now.value) {
            Some(Value::Number(number)) => Some(*number),
            _ => None,
        };
        let (amount, share) = (number(of)?, number(table.share.value)?);
        let plan = |debt: &Decimal| Some((*debt, Instalments::of(*debt, amount, share)?));
        let plans: Vec<(Decimal, Instalments)> = table.debts.iter().filter_map(plan).collect();
        // The largest debt takes more than one month, or no debt does: its amount is what is paid a month.
        let monthly = self.money(plans.last()?.1.monthly);
        let (share, amount) = (self.with_coming(table.share.value), self.with_coming(of));
        let fact = &self.site.library.facts[of.get()];
        let as_of = match &fact.awaiting {
            Some(awaiting) => {
                Some(("repayment_as_of", self.own_facts().value(awaiting.value, false).html.clone()))
            }
            None => self.edition.facts.get(of)?.since.map(|since| ("repayment_since", self.date(since))),
        };
        Some(TableView {
            label: Text { note: None, ..self.label(&fact.label, WAYS) },
            of: say_html(
                self.catalog,
                "repayment_of",
                &[("share", &share), ("amount", &amount), ("monthly", &monthly)],
            ),
            as_of: as_of.map(|(message, date)| say_html(self.catalog, message, &[("date", &date)])),
            example: plans.iter().find(|(_, plan)| plan.last < plan.monthly).map(|row| self.example_of(row)),
            rows: plans.iter().map(|row| self.row(row)).collect(),
        })
    }

    fn row(&self, (debt, plan): &(Decimal, Instalments)) -> RowView {
        RowView {
            debt: self.money(*debt),
            monthly: self.money(plan.monthly),
            months: self.number(FactKind::Months, plan.months, false),
            last: self.money(plan.last),
        }
    }

    /// One row in sentences.
    fn example_of(&self, (debt, plan): &(Decimal, Instalments)) -> String {
        let months = self.number(FactKind::Months, plan.months, true);
        let (debt, monthly, last) = (self.money(*debt), self.money(plan.monthly), self.money(plan.last));
        let values = [("debt", &*debt), ("monthly", &monthly), ("months", &months), ("last", &last)];
        say_html(self.catalog, "repayment_example", &values)
    }

    fn money(&self, amount: Decimal) -> String {
        self.number(FactKind::Money, amount, false)
    }

    fn number(&self, kind: FactKind, number: Decimal, after: bool) -> String {
        let languages = (self.edition.language, self.site.library.languages.source());
        facts::written(kind, &Value::Number(number), after, languages, self.catalog).html
    }

    /// A fact, and what it will be where a change is coming.
    fn with_coming(&self, fact: Ix<Fact>) -> String {
        let mut html = String::new();
        self.own_facts().html(fact, false, &mut html);
        html
    }
}
