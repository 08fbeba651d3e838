//! `content/decisions/<name>.yaml`: questions, answers and ends.
//!
//! Every way through the questions must come to an end, and everything that is written must lie on such a way.

use std::collections::BTreeSet;

use super::findings::{BAD_ID, DECISION_CIRCLE, DECISION_DEAD_END, DECISION_UNREACHED, UNKNOWN_STEP};
use super::texts::{self, Place};
use super::{Loader, each, overlay, parse_file, rule, site};
use crate::diag::{Diagnostic, nearest};
use crate::model::{Answer, Decision, End, Fact, Helper, PerLanguage, Question, Segment, Step};
use crate::source::{FileId, Span, Spanned};
use crate::yaml::{Key, Node, NodeKind, Reader};

impl Loader<'_> {
    /// All decision guides, by name.
    pub(super) fn decisions(&self, facts: &[Fact], reader: &mut Reader) -> Vec<Decision> {
        let items: Vec<(&String, &FileId)> = self.layout.decisions.iter().collect();
        let read = each(&items, reader, |_, (id, file), reader| {
            let node = parse_file(self.tree, **file, &mut reader.findings)?;
            let decision = decision(id, &node, self.place(**file), reader)?;
            for within in decision.ends.iter().filter_map(|end| end.within.as_ref()) {
                overlay::check_term(within.value, within.span, facts, reader);
            }
            Some(decision)
        });
        read.into_iter().flatten().collect()
    }
}

fn decision(id: &str, node: &Node, place: Place<'_>, reader: &mut Reader) -> Option<Decision> {
    let mut fields = reader.fields(node, "a decision guide")?;
    let title = text(fields.need("title", reader), texts::plain_at, place, reader);
    let introduction = text(fields.take("introduction"), texts::running, place, reader);
    let questions = fields.need("questions", reader);
    if let Some(node) = questions.filter(|node| node.kind == NodeKind::Map(Vec::new())) {
        let help = "add a question with its answers; every reader starts at the first one";
        reader.findings.push(Diagnostic::error(DECISION_DEAD_END, node.span, "there is no question here", help));
    }
    let questions = questions.and_then(|node| reader.map(node)).unwrap_or_default();
    let ends = fields.need("ends", reader).and_then(|node| reader.map(node)).unwrap_or_default();
    fields.finish(reader);
    let steps = Steps::of(questions, ends, reader);
    let decision = Decision {
        id: id.to_owned(),
        title,
        introduction,
        questions: questions.iter().map(|(key, node)| question(key, node, &steps, place, reader)).collect(),
        ends: ends.iter().map(|(key, node)| end(key, node, place, reader)).collect(),
    };
    report_circles(&decision, reader);
    // What an answer with a wrong name was meant to lead to would be called unreached as well.
    let mut all = decision.questions.iter().zip(questions);
    if !questions.is_empty() && all.all(|(question, (_, node))| count_answers(node) == question.answers.len()) {
        report_unreached(&decision, reader);
    }
    Some(decision)
}

fn text(
    node: Option<&Node>,
    read: texts::ReadText,
    place: Place<'_>,
    reader: &mut Reader,
) -> PerLanguage<Segment> {
    node.map_or_else(PerLanguage::none, |node| texts::per_language(node, place, read, reader))
}

/// The names that answers can lead to.
struct Steps<'n> {
    names: Vec<(&'n str, Step)>,
}

impl<'n> Steps<'n> {
    fn of(questions: &'n [(Key, Node)], ends: &'n [(Key, Node)], reader: &mut Reader) -> Self {
        for (key, _) in questions.iter().chain(ends) {
            reader.check_id(&key.text, key.span);
        }
        for (key, _) in ends {
            if let Some((first, _)) = questions.iter().find(|(question, _)| question.text == key.text) {
                let message = format!("`{}` is a question already", key.text);
                let help = "give the end another name: answers could mean either";
                let finding = Diagnostic::error(BAD_ID, key.span, message, help);
                reader.findings.push(finding.label(first.span, "the question"));
            }
        }
        let questions = questions.iter().enumerate().map(|(i, (key, _))| (key.text.as_str(), Step::Question(i)));
        let ends = ends.iter().enumerate().map(|(i, (key, _))| (key.text.as_str(), Step::End(i)));
        Steps { names: questions.chain(ends).collect() }
    }

    fn find(&self, node: &Node, reader: &mut Reader) -> Option<Step> {
        let name = reader.text(node)?;
        let found = self.names.iter().find(|(known, _)| *known == name).map(|(_, step)| *step);
        if found.is_none() {
            let help = match nearest(name, self.names.iter().map(|(known, _)| *known)) {
                Some(near) => format!("did you mean `{near}`?"),
                None => "write the name of a question or an end of this file".to_owned(),
            };
            let message = format!("there is no question or end `{name}`");
            reader.findings.push(Diagnostic::error(UNKNOWN_STEP, node.span, message, help));
        }
        found
    }
}

fn question(key: &Key, node: &Node, steps: &Steps<'_>, place: Place<'_>, reader: &mut Reader) -> Question {
    let id = Spanned::new(key.text.clone(), key.span);
    let mut question = Question { id, text: PerLanguage::none(), about: PerLanguage::none(), answers: Vec::new() };
    let Some(mut fields) = reader.fields(node, "a question") else {
        return question;
    };
    question.text = text(fields.need("text", reader), texts::running, place, reader);
    question.about = text(fields.take("about"), texts::running, place, reader);
    let answers = fields.take("answers").map_or(Some(&[][..]), |node| reader.map(node));
    fields.finish(reader);
    let Some(answers) = answers else { return question };
    if answers.is_empty() {
        let help = "add `answers`, each with `to` and `text`; what is to be done without a question is an end";
        let message = format!("nothing leads on from the question `{}`", key.text);
        reader.findings.push(Diagnostic::error(DECISION_DEAD_END, key.span, message, help));
    }
    question.answers = answers.iter().filter_map(|(key, node)| answer(key, node, steps, place, reader)).collect();
    question
}

fn count_answers(question: &Node) -> usize {
    let NodeKind::Map(entries) = &question.kind else { return 0 };
    match entries.iter().find(|(key, _)| key.text == "answers").map(|(_, node)| &node.kind) {
        Some(NodeKind::Map(answers)) => answers.len(),
        _ => 0,
    }
}

fn answer(key: &Key, node: &Node, steps: &Steps<'_>, place: Place<'_>, reader: &mut Reader) -> Option<Answer> {
    reader.check_id(&key.text, key.span);
    let mut fields = reader.fields(node, "an answer")?;
    let words = text(fields.need("text", reader), texts::running, place, reader);
    let to = fields.need("to", reader).and_then(|node| steps.find(node, reader));
    fields.finish(reader);
    Some(Answer { id: Spanned::new(key.text.clone(), key.span), text: words, to: to? })
}

fn end(key: &Key, node: &Node, place: Place<'_>, reader: &mut Reader) -> End {
    let none = PerLanguage::none;
    let mut end = End {
        id: Spanned::new(key.text.clone(), key.span),
        title: none(),
        action: none(),
        within: None,
        counts_from: none(),
        help: Vec::new(),
        rules: Vec::new(),
    };
    let Some(mut fields) = reader.fields(node, "an end") else {
        return end;
    };
    end.title = text(fields.need("title", reader), texts::running, place, reader);
    end.action = text(fields.need("do", reader), texts::running, place, reader);
    end.within = fields.take("within").and_then(|node| rule::within(node, place, reader));
    end.counts_from = text(fields.take("counts_from"), texts::running, place, reader);
    let help = fields.take("help").and_then(|node| reader.list(node)).unwrap_or_default();
    end.help = help.iter().filter_map(|node| reader.choice(node, &Helper::ALL)).collect();
    end.rules = fields.take("rules").map(|node| site::rules(node, place.names, reader)).unwrap_or_default();
    fields.finish(reader);
    end
}

/// How far a question has been looked at.
#[derive(Clone, Copy, PartialEq)]
enum Seen {
    No,
    /// On the way to where we are.
    Open,
    Done,
}

/// Reports each answer that leads back to a question on the way to it. The walk keeps its own stack, as a file
/// may hold more questions than the stack of a program holds calls.
fn report_circles(decision: &Decision, reader: &mut Reader) {
    let mut seen = vec![Seen::No; decision.questions.len()];
    for start in 0..decision.questions.len() {
        if seen[start] != Seen::No {
            continue;
        }
        seen[start] = Seen::Open;
        let mut way = vec![(start, 0)];
        while let Some((at, next)) = way.last_mut() {
            let Some(answer) = decision.questions[*at].answers.get(*next) else {
                seen[*at] = Seen::Done;
                way.pop();
                continue;
            };
            *next += 1;
            let Step::Question(to) = answer.to else { continue };
            match seen[to] {
                Seen::No => {
                    seen[to] = Seen::Open;
                    way.push((to, 0));
                }
                Seen::Open => reader.findings.push(circle(answer, &decision.questions[to])),
                Seen::Done => {}
            }
        }
    }
}

fn circle(answer: &Answer, question: &Question) -> Diagnostic {
    let message = format!("the answer `{}` leads back to the question `{}`", answer.id.value, question.id.value);
    let help = "let it lead to another question, or to an end";
    let finding = Diagnostic::error(DECISION_CIRCLE, answer.id.span, message, help);
    finding.label(question.id.span, "the question")
}

/// Reports questions and ends to which no answer leads from the first question.
fn report_unreached(decision: &Decision, reader: &mut Reader) {
    let mut reached = BTreeSet::from([Step::Question(0)]);
    let mut open = vec![0];
    while let Some(question) = open.pop().and_then(|at| decision.questions.get(at)) {
        for answer in &question.answers {
            if reached.insert(answer.to)
                && let Step::Question(to) = answer.to
            {
                open.push(to);
            }
        }
    }
    let mut report = |step, what, name: &str, span: Span| {
        if !reached.contains(&step) {
            let message = format!("no answer leads to the {what} `{name}`");
            let help = "let an answer lead to it with `to`, or take it out";
            reader.findings.push(Diagnostic::error(DECISION_UNREACHED, span, message, help));
        }
    };
    for (i, question) in decision.questions.iter().enumerate() {
        report(Step::Question(i), "question", &question.id.value, question.id.span);
    }
    // An end with the name of a question has been reported: answers lead to the question.
    let twice = |end: &End| decision.questions.iter().any(|question| question.id.value == end.id.value);
    for (i, end) in decision.ends.iter().enumerate().filter(|(_, end)| !twice(end)) {
        report(Step::End(i), "end", &end.id.value, end.id.span);
    }
}
