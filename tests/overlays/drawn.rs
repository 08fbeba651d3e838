//! A small guide drawn at random: one rule, a municipality with its own version of it, and one without.

use std::fmt::Write;

use jiff::civil::{Date, date};
use proptest::collection::vec;
use proptest::prelude::*;
use wegwijs::source::SourceTree;

pub(super) const LANGUAGES: [&str; 3] = ["nl", "en", "ar"];
/// As many examples as a rule can have here.
pub(super) const EXAMPLES: usize = 3;
pub(super) const OUTCOMES: [&str; 3] = ["allowed", "report-now", "ask-first"];
pub(super) const WITHIN: [Option<&str>; 3] = [None, Some("at-once"), Some("wait")];

/// Which parts of a text are written.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Parts {
    pub(super) title: bool,
    pub(super) answer: bool,
    pub(super) proof: bool,
    pub(super) consequence: bool,
    /// What happens in each example, and what it means.
    pub(super) examples: [(bool, bool); EXAMPLES],
    /// How many steps and blocks.
    pub(super) steps: usize,
    pub(super) blocks: usize,
}

impl Parts {
    const WHOLE: Parts = Parts {
        title: true,
        answer: true,
        proof: true,
        consequence: true,
        examples: [(true, true); EXAMPLES],
        steps: 2,
        blocks: 2,
    };

    /// Whether there is something to write above the text; without that there is no file.
    fn is_written(self) -> bool {
        let examples = self.examples.iter().any(|(situation, meaning)| *situation || *meaning);
        self.title || self.answer || self.proof || self.consequence || examples || self.steps > 0
    }

    /// What another text has too.
    fn within(self, other: Parts) -> Parts {
        let both = |i: usize| {
            let ((a, b), (c, d)) = (self.examples[i], other.examples[i]);
            (a && c, b && d)
        };
        Parts {
            title: self.title && other.title,
            answer: self.answer && other.answer,
            proof: self.proof && other.proof,
            consequence: self.consequence && other.consequence,
            examples: std::array::from_fn(both),
            steps: if other.steps == 0 { 0 } else { self.steps },
            blocks: if other.blocks == 0 { 0 } else { self.blocks },
        }
    }

    /// Whether the other text has all that this one has.
    pub(super) fn is_within(self, other: Parts) -> bool {
        format!("{:?}", self.within(other)) == format!("{self:?}")
    }
}

/// The first and last day of something, in days from the first day.
pub(super) type Days = (Option<u16>, Option<u16>);

/// A value that holds from one day, until another if that is said.
pub(super) type Dated = (u16, Option<u16>, u32);

#[derive(Debug, Clone)]
pub(super) struct Drawn {
    /// When the rule holds, and each of its examples.
    pub(super) rule: Days,
    pub(super) examples: Vec<(Days, usize, usize)>,
    /// The general text, and the municipality's own, in each language.
    pub(super) general: [Option<Parts>; 3],
    pub(super) own: [Option<Parts>; 3],
    /// What the municipality changes of each example: outcome and term.
    pub(super) changed: [Option<(Option<usize>, Option<usize>)>; EXAMPLES],
    /// Whether it has other ways to do it.
    pub(super) routes: bool,
    /// The local fact: what the municipality with a version of its own says, and the other one.
    pub(super) values: [Vec<Dated>; 2],
    pub(super) today: u16,
}

/// A day, by its number.
pub(super) fn day(n: u16) -> Date {
    date(2026, 1, 1).saturating_add(jiff::Span::new().days(i64::from(n)))
}

fn days() -> impl Strategy<Value = Days> {
    let first = prop::option::weighted(0.4, 0u16..200);
    (first, prop::option::weighted(0.4, 0u16..200))
        .prop_map(|(from, length)| (from, length.map(|length| from.unwrap_or(0) + length)))
}

fn parts() -> impl Strategy<Value = Option<Parts>> {
    let flags = any::<(bool, bool, bool, bool)>();
    let examples = any::<[(bool, bool); EXAMPLES]>();
    let parts = (flags, examples, 0usize..3, 0usize..3).prop_map(|(flags, examples, steps, blocks)| {
        let (title, answer, proof, consequence) = flags;
        Parts { title, answer, proof, consequence, examples, steps, blocks }
    });
    prop::option::weighted(0.8, parts).prop_map(|parts| parts.filter(|parts| parts.is_written()))
}

fn values() -> impl Strategy<Value = Vec<Dated>> {
    let starts = prop::collection::btree_set(0u16..250, 1..5);
    (starts, vec((prop::option::weighted(0.3, 0u16..60), 10u32..13), 5)).prop_map(|(starts, more)| {
        let starts: Vec<u16> = starts.into_iter().collect();
        let row = |(i, from): (usize, &u16)| {
            let last = starts.get(i + 1).map_or(999, |next| next - 1);
            (*from, more[i].0.map(|length| (from + length).min(last)), more[i].1)
        };
        starts.iter().enumerate().map(row).collect()
    })
}

/// A guide; `sound` is one in which the municipality says nothing in a translation alone.
pub(super) fn drawn(sound: bool) -> impl Strategy<Value = Drawn> {
    let examples = vec((days(), 0..OUTCOMES.len(), 0..WITHIN.len()), 0..=EXAMPLES);
    let general = (parts(), parts());
    let own = (parts(), parts(), parts());
    let changed = any::<[Option<(bool, bool)>; EXAMPLES]>();
    let which = (0..OUTCOMES.len(), 1..WITHIN.len());
    let drawn = (days(), examples, general, own, (changed, which), any::<bool>(), [values(), values()], 0u16..260);
    drawn.prop_map(move |(rule, examples, general, own, (changed, which), routes, values, today)| {
        let only = |parts: Option<Parts>| parts.map(|parts| existing(parts, examples.len()));
        let mut own = [own.0, own.1, own.2].map(only);
        if sound {
            let source = own[0].unwrap_or_default();
            own[1..].iter_mut().for_each(|text| *text = text.map(|parts| parts.within(source)));
        }
        let own = own.map(|parts| parts.filter(|parts| parts.is_written()));
        let general = [Some(Parts::WHOLE), general.0, general.1].map(only);
        let general = general.map(|parts| parts.filter(|parts| parts.is_written()));
        let changed = changed
            .map(|change| change.map(|(outcome, within)| (outcome.then_some(which.0), within.then_some(which.1))));
        Drawn { rule, examples, general, own, changed, routes, values, today }
    })
}

/// Parts without texts for examples that the rule does not have.
fn existing(mut parts: Parts, examples: usize) -> Parts {
    parts.examples.iter_mut().skip(examples).for_each(|example| *example = (false, false));
    parts
}

/// The words of one part: who says it, in which language, and what it is.
pub(super) fn said(own: bool, language: usize, part: &str) -> String {
    format!("{} {} {part}", if own { "eigen" } else { "algemeen" }, LANGUAGES[language])
}

fn text(parts: Parts, own: bool, language: usize) -> String {
    let said = |part: &str| said(own, language, part);
    let mut out = String::from("---\n");
    let fields = [
        (parts.title, "title"),
        (parts.answer, "answer"),
        (parts.proof, "proof"),
        (parts.consequence, "consequence"),
    ];
    for (_, name) in fields.iter().filter(|(there, _)| *there) {
        let _ = writeln!(out, "{name}: {}", said(name));
    }
    let written = parts.examples.iter().enumerate().filter(|(_, (a, b))| *a || *b);
    for (n, (i, (situation, meaning))) in written.enumerate() {
        out.push_str(if n == 0 { "examples:\n" } else { "" });
        let _ = writeln!(out, "  e{i}:");
        for (_, name) in [(situation, "situation"), (meaning, "meaning")].iter().filter(|(there, _)| **there) {
            let _ = writeln!(out, "    {name}: {}", said(&format!("{name}{i}")));
        }
    }
    if parts.steps > 0 {
        let steps: Vec<String> = (0..parts.steps).map(|i| said(&format!("step{i}"))).collect();
        let _ = writeln!(out, "steps: [{}]", steps.join(", "));
    }
    out.push_str("---\n");
    (0..parts.blocks).for_each(|i| out.push_str(&format!("{}\n\n", said(&format!("block{i}")))));
    out
}

fn period((from, until): Days) -> String {
    let from = from.map(|n| format!("from: {}, ", day(n))).unwrap_or_default();
    from + &until.map(|n| format!("until: {}, ", day(n))).unwrap_or_default()
}

fn rule_yaml(drawn: &Drawn) -> String {
    let mut out = String::from("kind: duty\nsheet: A1\nroutes: [phone]\n");
    out.push_str("review: {written_by: a, checked_by: b, on: 2026-01-01, next: 2027-01-01}\n");
    let (from, until) = drawn.rule;
    from.into_iter().for_each(|n| out.push_str(&format!("from: {}\n", day(n))));
    until.into_iter().for_each(|n| out.push_str(&format!("until: {}\n", day(n))));
    for (i, (days, outcome, within)) in drawn.examples.iter().enumerate() {
        out.push_str(if i == 0 { "examples:\n" } else { "" });
        let within = WITHIN[*within].map(|within| format!(", within: {within}")).unwrap_or_default();
        let _ = writeln!(out, "  e{i}: {{{}outcome: {}{within}}}", period(*days), OUTCOMES[*outcome]);
    }
    out
}

fn own_yaml(drawn: &Drawn) -> String {
    let mut out = String::from(if drawn.routes { "routes: [desk, post]\n" } else { "" });
    let there = drawn.changed.iter().take(drawn.examples.len()).enumerate();
    for (n, (i, (outcome, within))) in there.filter_map(|(i, change)| Some((i, (*change)?))).enumerate() {
        out.push_str(if n == 0 { "examples:\n" } else { "" });
        let outcome = outcome.map(|at| format!("outcome: {}, ", OUTCOMES[at])).unwrap_or_default();
        let within = within.and_then(|at| WITHIN[at]).map(|word| format!("within: {word}")).unwrap_or_default();
        let _ = writeln!(out, "  e{i}: {{{outcome}{within}}}");
    }
    out
}

fn municipality_yaml(name: &str, values: &[Dated]) -> String {
    let mut out = format!("name: {name}\norganisation: {name}\ncontacts: {{phone: 010 000 00 00}}\nsupport: []\n");
    out.push_str("facts:\n  wait:\n");
    for (from, until, value) in values {
        let _ = writeln!(out, "    - {{{}value: {value}}}", period((Some(*from), *until)));
    }
    out
}

const SITE: &str = "title: Gids\ndescription: Gids\nsource_language: nl\nlanguages: [nl, en, ar]\n\
    base_url: https://gids.example/\nannounce: 60 days\n";
const FACTS: &str = "wait: {kind: days, label: Tijd, source: Beleid, local: true}\n";
const CHAPTER: &str = "order: 1\nletter: A\ntitle: Deel\nintroduction: Deel\n";

/// The guide as files.
pub(super) fn files(drawn: &Drawn) -> SourceTree {
    let mut files = vec![
        ("content/site.yaml".to_owned(), SITE.to_owned()),
        ("content/facts.yaml".to_owned(), FACTS.to_owned()),
        ("content/rules/a/chapter.yaml".to_owned(), CHAPTER.to_owned()),
        ("content/rules/a/b/rule.yaml".to_owned(), rule_yaml(drawn)),
        ("content/municipalities/own/municipality.yaml".to_owned(), municipality_yaml("Own", &drawn.values[0])),
        (
            "content/municipalities/other/municipality.yaml".to_owned(),
            municipality_yaml("Other", &drawn.values[1]),
        ),
    ];
    let own = "content/municipalities/own/rules/a/b";
    let changes = own_yaml(drawn);
    if !changes.is_empty() {
        files.push((format!("{own}/rule.yaml"), changes));
    }
    for (texts, is_own, folder) in [(&drawn.general, false, "content/rules/a/b"), (&drawn.own, true, own)] {
        for (language, parts) in texts.iter().enumerate() {
            let written = parts.map(|parts| text(parts, is_own, language));
            files.extend(written.map(|text| (format!("{folder}/{}.md", LANGUAGES[language]), text)));
        }
    }
    SourceTree::from_texts(files)
}
