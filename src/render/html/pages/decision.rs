//! `<language>/decisions/<decision>/`: questions that lead to what to do.
//!
//! Every question and every end is a section of one page, and an answer is a plain link to one of them. So it works
//! in any browser and with the back button, a screen reader meets a heading and a list of links and nothing that
//! opens or closes, and on paper it is all there. Where the browser can, the style sheet shows one section at a time.

use serde::Serialize;

use super::super::desk::{Desk, Draft, Ways};
use super::super::escape::ready_or_none;
use super::super::view::{RuleLink, Shared, Text};
use super::{Page, description};
use crate::diag::Diagnostic;
use crate::model::{Answer, Decision, End, Helper, PerLanguage, Question, Segment, Step};

#[derive(Debug, Clone, Serialize)]
struct DecisionView {
    title: Text,
    introduction: Option<Text>,
    /// The id of the first question.
    start: String,
    questions: Vec<QuestionView>,
    ends: Vec<EndView>,
}

#[derive(Debug, Clone, Serialize)]
struct QuestionView {
    id: String,
    /// What it is called on paper: "Question 2".
    mark: String,
    text: Text,
    about: Option<Text>,
    answers: Vec<AnswerView>,
}

#[derive(Debug, Clone, Serialize)]
struct AnswerView {
    text: Text,
    /// The id that it leads to.
    to: String,
    /// The same on paper: "go to B".
    go: String,
}

#[derive(Debug, Clone, Serialize)]
struct EndView {
    id: String,
    /// What it is called on paper: "B".
    mark: String,
    title: Text,
    action: Text,
    /// HTML.
    #[serde(serialize_with = "ready_or_none")]
    within: Option<String>,
    counts_from: Option<Text>,
    contact: bool,
    support: bool,
    ombudsman: bool,
    rules: Vec<Shared<RuleLink>>,
}

impl<'a> Desk<'a> {
    pub(super) fn decision(&self, decision: &'a Decision) -> Result<Page, Box<Diagnostic>> {
        let root = if self.addresses.several() { "../../../../" } else { "../../../" };
        let ways = Ways { home: Some("../../"), root, terms: None };
        let title = self.edition.label(&decision.title);
        let view = DecisionView {
            title: self.text(title, ways),
            introduction: self.given(&decision.introduction, ways),
            start: decision.questions.first().map(question_id).unwrap_or_default(),
            questions: (1..)
                .zip(&decision.questions)
                .map(|(number, question)| self.question(decision, question, number, ways))
                .collect(),
            ends: decision.ends.iter().enumerate().map(|(i, end)| self.end(i, end, ways)).collect(),
        };
        let introduction = self.plain(self.edition.label(&decision.introduction));
        let place = self.plain(self.edition.label(&self.site.library.site.description));
        let has = |language: &usize| decision.title.get(*language).is_some();
        let translated: Vec<usize> = self.site.languages.iter().copied().filter(has).collect();
        let heading = self.plain(title);
        self.render(Draft {
            template: "decision.html",
            kind: "decision",
            path: format!("decisions/{}/", decision.id),
            description: description(&format!("{heading} {introduction}"), &place),
            heading,
            above: Vec::new(),
            nav_current: None,
            scripts: &["print"],
            dates: None,
            translated: &translated,
            view,
        })
    }

    /// A text, if there is one.
    fn given(&self, texts: &'a PerLanguage<Segment>, ways: Ways<'_>) -> Option<Text> {
        (!texts.is_empty()).then(|| self.label(texts, ways))
    }

    fn question(
        &self,
        decision: &'a Decision,
        question: &'a Question,
        number: usize,
        ways: Ways<'_>,
    ) -> QuestionView {
        QuestionView {
            id: question_id(question),
            mark: self.say("decision_question", &[("number", &number.to_string())]),
            text: self.label(&question.text, ways),
            about: self.given(&question.about, ways),
            answers: question.answers.iter().map(|answer| self.answer(decision, answer, ways)).collect(),
        }
    }

    fn answer(&self, decision: &'a Decision, answer: &'a Answer, ways: Ways<'_>) -> AnswerView {
        let (to, go) = match answer.to {
            Step::Question(i) => {
                let number = (i + 1).to_string();
                (
                    decision.questions.get(i).map(question_id),
                    self.say("decision_go_question", &[("number", &number)]),
                )
            }
            Step::End(i) => {
                (decision.ends.get(i).map(end_id), self.say("decision_go_end", &[("mark", &letter(i))]))
            }
        };
        AnswerView { text: self.label(&answer.text, ways), to: to.unwrap_or_default(), go }
    }

    fn end(&self, position: usize, end: &'a End, ways: Ways<'_>) -> EndView {
        let helps = |helper| end.help.contains(&helper);
        EndView {
            id: end_id(end),
            mark: letter(position),
            title: self.label(&end.title, ways),
            action: self.label(&end.action, ways),
            within: end.within.as_ref().and_then(|within| self.within(within.value)),
            counts_from: self.given(&end.counts_from, ways),
            contact: helps(Helper::Contact),
            support: helps(Helper::Support),
            ombudsman: helps(Helper::Ombudsman),
            rules: self.rule_links(&end.rules, ways),
        }
    }
}

fn question_id(question: &Question) -> String {
    format!("question-{}", question.id.value)
}

fn end_id(end: &End) -> String {
    format!("end-{}", end.id.value)
}

/// A to Z, then AA, AB, ...
fn letter(position: usize) -> String {
    let last = char::from(b'A' + u8::try_from(position % 26).unwrap_or(0));
    match position / 26 {
        0 => last.to_string(),
        more => format!("{}{last}", letter(more - 1)),
    }
}

#[cfg(test)]
mod tests {
    use super::letter;

    #[test]
    fn ends_have_letters_also_after_z() {
        assert_eq!([0, 1, 25, 26, 27, 701, 702].map(letter), ["A", "B", "Z", "AA", "AB", "ZZ", "AAA"]);
    }
}
