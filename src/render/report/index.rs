//! `index.html`: the figures of all pages at a glance, with links to them.

use super::PAGES;
use super::scribe::{ATTENTION, GOOD, LATE, Scribe};
use super::view::{CardView, Figure, IndexView, Sign};
use crate::survey::{LanguageReadings, LanguageTotal, When};

impl Scribe<'_> {
    pub(super) fn index(&self) -> IndexView {
        let card = |(name, title): &(&str, &str)| CardView {
            path: format!("{name}.html"),
            title: self.catalog.text(title).to_owned(),
            figures: self.figures(name),
        };
        IndexView { cards: PAGES.iter().filter(|(name, _)| *name != "index").map(card).collect() }
    }

    fn figures(&self, name: &str) -> Vec<Figure> {
        let survey = self.report.survey;
        match name {
            "coverage" => survey.coverage.totals.iter().map(|total| self.coverage_figure(total)).collect(),
            "readability" => survey.readability.iter().map(|language| self.reading_figure(language)).collect(),
            "reviews" => self.review_figures(),
            "municipalities" => self.municipality_figures(),
            "facts" => self.fact_figures(),
            _ => self.severities(survey.findings.tally),
        }
    }

    fn coverage_figure(&self, total: &LanguageTotal) -> Figure {
        let (complete, all) = (total.rows[0], total.rows.iter().sum());
        let sign = self.good_if(total.segments.complete());
        let figure = self.figure("report_rules_complete", self.part(complete, all), Some(sign));
        Figure { language: Some(self.language(total.language)), ..figure }
    }

    fn reading_figure(&self, language: &LanguageReadings) -> Figure {
        let (judged, missed) = language.judged_and_missed();
        let sign = self.good_if(missed == 0);
        let figure = self.figure("report_pages_meet", self.part(judged - missed, judged), Some(sign));
        Figure { language: Some(self.language(language.language)), ..figure }
    }

    fn review_figures(&self) -> Vec<Figure> {
        let figure = |when: When| {
            let number = self.report.survey.reviews.due(when).count();
            let sign = self.when(when);
            let sign = if number == 0 { Sign { word: sign.word, ..self.good_if(true) } } else { sign };
            let label = sign.word.clone();
            Figure { label, language: None, value: self.count(number), sign: Some(sign) }
        };
        When::ALL.into_iter().map(figure).collect()
    }

    fn municipality_figures(&self) -> Vec<Figure> {
        let differences = &self.report.survey.differences;
        let differing = differences.local.iter().filter(|local| local.differs).count();
        vec![
            self.figure("report_municipalities", self.count(self.report.library.municipalities.len()), None),
            self.figure("report_local_differ", self.part(differing, differences.local.len()), None),
            self.figure("report_versions", self.count(differences.versions.len()), None),
        ]
    }

    fn fact_figures(&self) -> Vec<Figure> {
        let facts = &self.report.survey.facts;
        let count = |number: usize| self.count(number);
        let due = facts.iter().filter(|entry| entry.due.is_some()).count();
        let without = facts.iter().filter(|entry| entry.held.iter().any(Option::is_none)).count();
        let coming = facts.iter().filter(|entry| entry.held.iter().flatten().any(|held| held.next.is_some()));
        let late =
            |number| if number == 0 { self.sign(GOOD, "report_good") } else { self.sign(LATE, "report_late") };
        vec![
            self.figure("report_facts_all", count(facts.len()), None),
            self.figure("report_facts_coming", count(coming.count()), None),
            self.figure("report_facts_due", count(due), Some(late(due))),
            self.figure("report_facts_without", count(without), Some(self.good_if(without == 0))),
        ]
    }

    /// Fine, or something to look at.
    fn good_if(&self, good: bool) -> Sign {
        if good { self.sign(GOOD, "report_good") } else { self.sign(ATTENTION, "report_look") }
    }
}
