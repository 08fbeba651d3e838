//! `readability.html`: the hardest pages of each language first.

use super::scribe::{ATTENTION, GOOD, PLAIN, Scribe};
use super::view::{FormulaView, ReadabilityView, ReadingLanguage, ReadingRow, ReadingTable, ScoreView};
use crate::survey::{LanguageReadings, Reading, Score};

/// So many pages stand apart as the hardest.
const HARDEST: usize = 10;

impl Scribe<'_> {
    pub(super) fn readability(&self) -> ReadabilityView {
        let languages = self.report.survey.readability.iter().map(|language| self.reading_language(language));
        ReadabilityView { languages: languages.collect() }
    }

    fn reading_language(&self, language: &LanguageReadings) -> ReadingLanguage {
        let tag = self.report.library.languages.tag(language.language);
        let table = |name: &str, pages: &[Reading]| ReadingTable {
            id: format!("{name}-{tag}"),
            caption: self.catalog.text(&format!("report_{name}")).to_owned(),
            rows: pages.iter().map(|page| self.reading_row(page)).collect(),
        };
        let (hardest, others) = language.pages.split_at(language.pages.len().min(HARDEST));
        let tables = [table("hardest", hardest), table("others", others)];
        let (judged, missed) = language.judged_and_missed();
        let figures = [
            ("missed", self.count(missed)),
            ("judged", self.count(judged)),
            ("short", self.count(language.pages.len() - judged)),
        ];
        let figures: Vec<(&str, &str)> = figures.iter().map(|(name, value)| (*name, value.as_str())).collect();
        ReadingLanguage {
            language: self.language(language.language),
            summary: self.say("report_reading_summary", &figures),
            formulas: language.pages.first().map(|page| self.formulas(page)).unwrap_or_default(),
            tables: tables.into_iter().filter(|table| !table.rows.is_empty()).collect(),
        }
    }

    fn formulas(&self, page: &Reading) -> Vec<FormulaView> {
        let formula = |score: &Score| FormulaView {
            name: self.score_name(score),
            target: score.target.map(|target| {
                let wanted = if score.least { "report_at_least" } else { "report_at_most" };
                self.say(wanted, &[("target", &self.target(target))])
            }),
        };
        all(page).map(formula).collect()
    }

    fn reading_row(&self, page: &Reading) -> ReadingRow {
        let missed: Vec<&Score> = all(page).filter(|score| page.judged && score.met() == Some(false)).collect();
        let names: Vec<String> = missed.iter().map(|score| self.score_name(score)).collect();
        let score = |score: &Score| ScoreView {
            value: self.score(score.value),
            missed: page.judged && score.met() == Some(false),
        };
        let sign = match page.met() {
            Some(true) => self.sign(GOOD, "report_met"),
            Some(false) => self.sign(ATTENTION, "report_missed"),
            None => self.sign(PLAIN, "report_too_short"),
        };
        ReadingRow {
            rule: self.rule(page.rule),
            words: self.count(page.words),
            sentences: self.count(page.sentences),
            scores: all(page).map(score).collect(),
            sign,
            missed: names.join(self.catalog.text("report_comma")),
        }
    }

    fn score_name(&self, score: &Score) -> String {
        let name = if score.name.is_empty() { self.catalog.text("report_mean_sentence") } else { score.name };
        name.to_owned()
    }
}

/// Mean length of a sentence, then the formulas.
fn all(page: &Reading) -> impl Iterator<Item = &Score> {
    std::iter::once(&page.mean_sentence).chain(&page.scores)
}
