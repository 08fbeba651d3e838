//! Municipalities' own versions of a rule, as properties: whatever is written, an edition shows what a few sentences
//! about it say.
//!
//! A text is the municipality's own before the general one; of each, the reader's language before the source. So a
//! municipality's version in Dutch alone goes before the general translation. A rule and an example are there on their
//! days only, a value holds in its period, and nothing of one municipality reaches another.

mod drawn;

use jiff::civil::Date;
use proptest::prelude::*;
use wegwijs::load::load;
use wegwijs::model::{BlockKind, Inline, InlineKind, Ix, Library, Municipality, Outcome, Route, Value, Within};
use wegwijs::resolve::{Edition, Facts, Note, RuleEdition, Shown};
use wegwijs::source::built_in;

use drawn::{Dated, Days, Drawn, LANGUAGES, OUTCOMES, Parts, WITHIN, day, drawn, files, said};

/// A text as a reader gets it: the words, whether they are said to be missing in their language, and whether they are
/// said to be the municipality's own.
type Text = (String, bool, bool);

/// What a reader sees of the rule.
#[derive(Debug, PartialEq)]
struct Page {
    title: Text,
    answer: Text,
    proof: Option<Text>,
    consequence: Option<Text>,
    /// Name, outcome, term, what happens, and what it means.
    examples: Vec<(String, String, Option<String>, Text, Text)>,
    steps: Vec<Text>,
    blocks: Vec<Text>,
    routes: Vec<String>,
    /// The value of the local fact, and the change that is announced: its day, and the value from then.
    wait: Option<(u32, Option<(Date, u32)>)>,
}

// ---------------------------------------------------------------- what it should be

/// Who says a part: the municipality before the guide, and of each the reader's language before the source.
fn nearest(
    versions: &[(bool, &[Option<Parts>; 3])],
    language: usize,
    has: impl Fn(&Parts) -> bool,
) -> Option<(bool, usize)> {
    let order = versions.iter().flat_map(|(own, texts)| [(*own, texts, language), (*own, texts, 0)]);
    let mut there = order.filter(|(_, texts, language)| texts[*language].as_ref().is_some_and(&has));
    there.next().map(|(own, _, language)| (own, language))
}

fn holds((from, until): Days, today: u16) -> bool {
    from.is_none_or(|from| from <= today) && until.is_none_or(|until| today <= until)
}

fn value(values: &[Dated], today: u16) -> Option<u32> {
    let last = values.iter().rfind(|(from, _, _)| *from <= today)?;
    holds((Some(last.0), last.1), today).then_some(last.2)
}

/// What a reader of a language sees, in the municipality with its own version or in the other one.
fn wanted(drawn: &Drawn, own: bool, language: usize) -> Option<Page> {
    if !holds(drawn.rule, drawn.today) {
        return None;
    }
    let all = [(true, &drawn.own), (false, &drawn.general)];
    let versions = if own { &all[..] } else { &all[1..] };
    let untranslated = versions.iter().all(|(_, texts)| texts[language].is_none());
    let text = |who: (bool, usize), part: &str| {
        let missing = who.1 != language && !untranslated;
        (said(who.0, who.1, part), missing, who.0)
    };
    let part = |name: &str, has: fn(&Parts) -> bool| Some(text(nearest(versions, language, has)?, name));
    let list = |name: &str, count: fn(&Parts) -> usize| {
        let Some(who) = nearest(versions, language, |parts| count(parts) > 0) else { return Vec::new() };
        let texts = if who.0 { &drawn.own } else { &drawn.general };
        let count = texts[who.1].as_ref().map_or(0, count);
        (0..count).map(|i| text(who, &format!("{name}{i}"))).collect()
    };
    let example = |(i, (_, outcome, within)): (usize, &(Days, usize, usize))| {
        let (new_outcome, new_within) = drawn.changed[i].filter(|_| own).unwrap_or_default();
        let situation = nearest(versions, language, |parts| parts.examples[i].0).expect("the source has all");
        let meaning = nearest(versions, language, |parts| parts.examples[i].1).expect("the source has all");
        let mut meaning = text(meaning, &format!("meaning{i}"));
        meaning.2 |= new_outcome.is_some();
        let outcome = OUTCOMES[new_outcome.unwrap_or(*outcome)].to_owned();
        let within = WITHIN[new_within.unwrap_or(*within)].map(str::to_owned);
        (format!("e{i}"), outcome, within, text(situation, &format!("situation{i}")), meaning)
    };
    let examples = drawn.examples.iter().enumerate();
    let values = &drawn.values[usize::from(!own)];
    let announced = (drawn.today + 1..=drawn.today + 60).filter(|day| values.iter().any(|(from, ..)| from == day));
    let wait = value(values, drawn.today).map(|now| {
        let mut later = announced.filter_map(|day| Some((day, value(values, day)?)));
        (now, later.find(|(_, value)| *value != now).map(|(n, value)| (day(n), value)))
    });
    Some(Page {
        title: part("title", |parts| parts.title).expect("the source has all"),
        answer: part("answer", |parts| parts.answer).expect("the source has all"),
        proof: part("proof", |parts| parts.proof),
        consequence: part("consequence", |parts| parts.consequence),
        examples: examples.filter(|(_, (days, ..))| holds(*days, drawn.today)).map(example).collect(),
        steps: list("step", |parts| parts.steps),
        blocks: list("block", |parts| parts.blocks),
        routes: if own && drawn.routes { vec!["desk".into(), "post".into()] } else { vec!["phone".into()] },
        wait,
    })
}

// ---------------------------------------------------------------- what it is

fn words(inlines: &[Inline]) -> String {
    let word = |inline: &Inline| match &inline.kind {
        InlineKind::Text(text) => text.to_string(),
        other => panic!("only words were written: {other:?}"),
    };
    inlines.iter().map(word).collect()
}

fn text(library: &Library, shown: Shown<'_>) -> Text {
    let words = words(shown.inlines);
    let language = library.languages.tag(shown.language);
    assert_eq!(words.split(' ').nth(1), Some(language), "a text is marked as the language it is in");
    (words, shown.note == Note::Missing, shown.local)
}

fn got(library: &Library, municipality: &Municipality, language: usize, today: Date) -> Option<Page> {
    let facts = Facts::on(library, Some(municipality), today);
    let edition = Edition { library, municipality: Some(municipality), language, date: today, facts: &facts };
    let ix = *edition.rules().first()?;
    let rule: RuleEdition<'_> = edition.rule(ix);
    let text = |shown| text(library, shown);
    let within = |within| match within {
        Within::AtOnce => "at-once".to_owned(),
        Within::Letter => "letter-date".to_owned(),
        Within::Fact(fact) => library.facts[fact.get()].id.value.clone(),
    };
    let examples = rule.examples.iter().map(|example| {
        let id = example.example.id.value.clone();
        let outcome = Outcome::word(example.outcome).to_owned();
        (id, outcome, example.within.map(within), text(example.situation), text(example.meaning))
    });
    let blocks = rule.body.iter().map(|block| {
        let BlockKind::Paragraph(inlines) = &block.block.kind else { panic!("only paragraphs were written") };
        text(Shown { inlines, language: block.language, note: block.note, local: block.local })
    });
    let wait = library.facts.iter().position(|fact| fact.id.value == "wait").expect("the fact");
    let number = |value: &Value| match value {
        Value::Number(number) => u32::try_from(*number).expect("a small number"),
        other => panic!("a number was written: {other:?}"),
    };
    let coming = |(on, value): &(Date, Value)| (*on, number(value));
    let wait = facts.get(Ix::new(wait)).map(|now| (number(&now.value), now.coming.as_ref().map(coming)));
    Some(Page {
        title: text(rule.title),
        answer: text(rule.answer),
        proof: rule.proof.map(text),
        consequence: rule.consequence.map(text),
        examples: examples.collect(),
        steps: rule.steps.iter().copied().map(text).collect(),
        blocks: blocks.collect(),
        routes: rule.routes.iter().map(|route| Route::word(*route).to_owned()).collect(),
        wait,
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn an_edition_is_what_a_few_sentences_say(drawn in drawn(true)) {
        let loaded = load(&files(&drawn).or_else(&built_in()));
        prop_assert!(loaded.findings.is_empty(), "{:#?}", loaded.findings);
        let library = loaded.value.expect("a library");
        for municipality in &library.municipalities {
            for (language, tag) in LANGUAGES.iter().enumerate() {
                let reader = library.languages.find(tag).expect("a language of the guide");
                let got = got(&library, municipality, reader, day(drawn.today));
                prop_assert_eq!(got, wanted(&drawn, municipality.id == "own", language), "{} {}", municipality.id, tag);
            }
        }
    }

    /// What a municipality says in a translation and not in the source language would contradict what the others read.
    #[test]
    fn an_own_translation_alone_is_always_reported(drawn in drawn(false)) {
        let found = load(&files(&drawn).or_else(&built_in())).findings;
        let source = drawn.own[0].unwrap_or_default();
        let alone = drawn.own[1..].iter().flatten().any(|parts| !parts.is_within(source));
        let reported = found.iter().any(|finding| finding.code == "overlay-without-source");
        prop_assert_eq!(reported, alone, "{:#?}", found);
    }
}
