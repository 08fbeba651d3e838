//! The texts in several languages that stand in YAML, such as `label: {nl: ..., en: ...}`: one walk over a
//! library that finds them all.

use crate::model::{Decision, HistoryEntry, Library, Municipality, PerLanguage, Rule, Segment};

/// A text in several languages.
#[derive(Debug)]
pub(super) struct Label<'a> {
    /// Its name in its file: `vermogen.explanation`.
    pub(super) name: String,
    /// The text in each language that has it.
    pub(super) texts: Vec<(usize, &'a mut Segment)>,
}

/// Those of a library that belong to no rule and no municipality, in the order of its lists.
pub(super) fn shared(library: &mut Library) -> Vec<Label<'_>> {
    let mut all = Labels(Vec::new());
    all.add("title", &mut library.site.title);
    all.add("description", &mut library.site.description);
    all.add("notice", &mut library.site.notice);
    for line in &mut library.site.card {
        all.add(&format!("card.{}", library.facts[line.fact.value.get()].id.value), &mut line.text);
    }
    if let Some(repayment) = &mut library.site.repayment {
        all.add("repayment.introduction", &mut repayment.introduction);
        all.add("repayment.warning", &mut repayment.warning);
    }
    library.decisions.iter_mut().for_each(|decision| all.decision(decision));
    for law in &mut library.laws {
        all.add(&format!("{}.name", law.id), &mut law.name);
    }
    for fact in &mut library.facts {
        all.add(&format!("{}.label", fact.id.value), &mut fact.label);
    }
    for situation in &mut library.situations {
        all.add(&format!("{}.label", situation.id), &mut situation.label);
    }
    for term in &mut library.terms {
        all.add(&format!("{}.word", term.id), &mut term.word);
        all.add(&format!("{}.explanation", term.id), &mut term.explanation);
    }
    for chapter in &mut library.chapters {
        all.add("title", &mut chapter.title);
        all.add("introduction", &mut chapter.introduction);
    }
    all.0
}

/// Those of a rule.
pub(super) fn of_rule(rule: &mut Rule) -> Vec<Label<'_>> {
    let mut all = Labels(Vec::new());
    all.history(&mut rule.history);
    all.0
}

/// Those of a municipality.
pub(super) fn of_municipality(municipality: &mut Municipality) -> Vec<Label<'_>> {
    let mut all = Labels(Vec::new());
    all.add("organisation", &mut municipality.organisation);
    for (i, support) in municipality.support.iter_mut().enumerate() {
        all.add(&format!("support.{}.about", i + 1), &mut support.about);
    }
    all.lines("hours", &mut municipality.contacts.hours);
    for overlay in municipality.overlays.values_mut() {
        all.history(&mut overlay.history);
    }
    all.0
}

struct Labels<'a>(Vec<Label<'a>>);

impl<'a> Labels<'a> {
    fn add(&mut self, name: &str, texts: &'a mut PerLanguage<Segment>) {
        self.0.push(Label { name: name.to_owned(), texts: texts.iter_mut().collect() });
    }

    /// `questions.<id>.text`, `questions.<id>.answers.<id>`, `ends.<id>.do`, ...
    fn decision(&mut self, decision: &'a mut Decision) {
        self.add("title", &mut decision.title);
        self.add("introduction", &mut decision.introduction);
        for question in &mut decision.questions {
            let name = format!("questions.{}", question.id.value);
            self.add(&format!("{name}.text"), &mut question.text);
            self.add(&format!("{name}.about"), &mut question.about);
            for answer in &mut question.answers {
                self.add(&format!("{name}.answers.{}", answer.id.value), &mut answer.text);
            }
        }
        for end in &mut decision.ends {
            let name = format!("ends.{}", end.id.value);
            self.add(&format!("{name}.title"), &mut end.title);
            self.add(&format!("{name}.do"), &mut end.action);
            self.add(&format!("{name}.counts_from"), &mut end.counts_from);
        }
    }

    /// `history.<day>`; of two entries on one day the second is `history.<day>.2`.
    fn history(&mut self, entries: &'a mut [HistoryEntry]) {
        let mut before = None;
        let mut count = 1;
        for entry in entries {
            let on = entry.on.value;
            count = if before == Some(on) { count + 1 } else { 1 };
            before = Some(on);
            let number = if count > 1 { format!(".{count}") } else { String::new() };
            self.add(&format!("history.{on}{number}"), &mut entry.note);
        }
    }

    /// `hours.1`, `hours.2`, ...
    fn lines(&mut self, name: &str, lines: &'a mut PerLanguage<Vec<Segment>>) {
        let mut rows: Vec<Vec<(usize, &'a mut Segment)>> = Vec::new();
        for (language, segments) in lines.iter_mut() {
            for (i, segment) in segments.iter_mut().enumerate() {
                if rows.len() == i {
                    rows.push(Vec::new());
                }
                rows[i].push((language, segment));
            }
        }
        let named = rows.into_iter().enumerate();
        self.0.extend(named.map(|(i, texts)| Label { name: format!("{name}.{}", i + 1), texts }));
    }
}
