//! Links out of a guide: which there are, and what is found in the answers. Nobody here asks the web.

use std::collections::BTreeMap;
use std::convert::Infallible;

use jiff::civil::{Date, date};
use wegwijs::diag::{Diagnostic, Severity};
use wegwijs::source::SourceTree;
use wegwijs::{Answer, Answers, BuildPlan, Probe, complete, dead_links};

use crate::bench::{edited, minimal, shown, with};

const TODAY: Date = date(2026, 6, 1);

const CAR: &str = "content/rules/possessions/car/nl.md";
const OWN_CAR: &str = "content/municipalities/duinrode/rules/possessions/car/nl.md";
const DUINRODE: &str = "content/municipalities/duinrode/municipality.yaml";
const FACTS: &str = "content/facts.yaml";
const SITE: &str = "content/site.yaml";

/// Answers from a list; everything else is alive.
struct Fake(BTreeMap<&'static str, Answer>);

impl Fake {
    fn of<const N: usize>(answers: [(&'static str, Answer); N]) -> Self {
        Fake(answers.into_iter().collect())
    }
}

impl Probe for Fake {
    fn probe(&self, address: &str) -> Answer {
        self.0.get(address).cloned().unwrap_or(Answer::Alive)
    }
}

fn found(tree: &SourceTree, probe: &dyn Probe) -> Vec<Diagnostic> {
    let ask = |addresses: &[String]| {
        let answers: Answers = addresses.iter().map(|a| (a.clone(), probe.probe(a))).collect();
        Ok::<_, Infallible>(answers)
    };
    dead_links(tree, TODAY, ask).expect("the fake answers")
}

/// What is asked about a guide on a day.
fn asked_on(tree: &SourceTree, day: Date) -> Vec<String> {
    let mut asked = Vec::new();
    let ask = |addresses: &[String]| {
        asked = addresses.to_vec();
        Ok::<_, Infallible>(Answers::new())
    };
    assert_eq!(dead_links(tree, day, ask), Ok(Vec::new()), "without answers there are no findings");
    asked
}

const NOTE: &str = "
> [!NOTE]
> - Lees [dit](http://in.example/note).

[Mail](mailto:a@b.example) of [kijk](https://in.example/step).
";

const PAGES: &str = "
page:
  kind: url
  label: {nl: Bladzijde, en: Page}
  source: De gemeente
  values:
    - {from: 2024-01-01, value: 'https://in.example/2024'}
    - {from: 2026-01-01, value: 'https://in.example/2026'}
    - {from: 2027-01-01, value: 'https://in.example/2027'}
own-page:
  kind: url
  label: {nl: Bladzijde, en: Page}
  source: De gemeente
  local: true
";

const CONTACTS: &str = "  website: https://duinrode.example/
  form: https://duinrode.example/form
  hours: Zie [de tijden](https://in.example/hours).
  email:";

const SUPPORT: &str = "    website: https://help.example/
    about: {nl: 'Gratis [hulp](https://in.example/about) van iemand anders.', en:";

const LAST: &str = "ombudsman: {name: Ombudsman, website: 'https://ombudsman.example/'}
facts:
  own-page: https://duinrode.example/own
";

/// The sound guide, with links wherever one can stand.
fn linked() -> SourceTree {
    let about = "    about: {nl: Gratis hulp van iemand die niet bij de gemeente werkt., en:";
    let edits = [
        (CAR, "Bel ons. Vertel", "Bel [ons](tel:010) of [kijk](https://in.example/meaning). Vertel"),
        (CAR, "  - Bel ons.", "  - Bel [ons](https://in.example/step#now)."),
        (CAR, "Bewaar de koopbon.", "Bewaar [de **koopbon**](HTTPS://in.example/proof)."),
        (DUINRODE, "  email:", CONTACTS),
        (DUINRODE, about, SUPPORT),
        (DUINRODE, "facts:\n", LAST),
    ];
    let tree = edits.into_iter().fold(minimal(), |tree, (path, from, to)| edited(&tree, path, from, to));
    let longer = |path: &str, more: &str| {
        let text = tree.find(path).and_then(|(_, file)| file.text()).expect("a text");
        format!("{text}{more}")
    };
    with(&tree, &[(CAR, &longer(CAR, NOTE)), (FACTS, &longer(FACTS, PAGES))])
}

#[test]
fn every_address_is_asked_once() {
    let tree = linked();
    let own = "---\nsteps:\n  - Kijk op [onze bladzijde](https://in.example/overlay).\n---\n";
    let tree = with(&tree, &[(OWN_CAR, own)]);
    let plan = BuildPlan::on(TODAY);
    let findings = wegwijs::findings(&tree, &plan);
    let errors: Vec<_> = findings.into_iter().filter(|finding| finding.severity == Severity::Error).collect();
    assert!(errors.is_empty(), "{}", shown(&errors, &tree));
    let wanted = [
        "HTTPS://in.example/proof",
        "http://in.example/note",
        "https://duinrode.example/",
        "https://duinrode.example/form",
        "https://duinrode.example/own",
        "https://help.example/",
        "https://in.example/2026",
        "https://in.example/2027",
        "https://in.example/about",
        "https://in.example/hours",
        "https://in.example/meaning",
        "https://in.example/overlay",
        "https://in.example/step",
        "https://ombudsman.example/",
        "https://wetten.overheid.nl/BWBR0015703",
    ];
    assert_eq!(asked_on(&tree, TODAY), wanted);
    assert!(asked_on(&tree, date(2025, 6, 1)).contains(&"https://in.example/2024".to_owned()));
    let over = edited(&tree, "content/rules/possessions/car/rule.yaml", "kind:", "until: 2026-03-31\nkind:");
    let asked = asked_on(&over, TODAY);
    assert!(
        !asked.iter().any(|a| a.contains("/step") || a.contains("/overlay")),
        "a rule that is over: {asked:?}"
    );
}

#[test]
fn a_guide_that_cannot_be_read_asks_nothing() {
    assert!(asked_on(&SourceTree::from_texts([("content/site.yaml", "- no\n")]), TODAY).is_empty());
    let failed = dead_links(&minimal(), TODAY, |_| Err("no network"));
    assert_eq!(failed, Err("no network"));
}

/// Code, severity, and the text at the place of each finding.
fn places<'a>(findings: &[Diagnostic], tree: &'a SourceTree) -> Vec<(&'static str, Severity, &'a str)> {
    let place = |finding: &Diagnostic| {
        let span = finding.span.expect("a place");
        let text = tree.file(span.file).text().expect("text");
        (finding.code, finding.severity, &text[span.start as usize..span.end as usize])
    };
    findings.iter().map(place).collect()
}

#[test]
fn a_dead_link_is_found_at_all_its_places() {
    let tree = complete(&linked());
    let fake = Fake::of([
        ("https://in.example/step", Answer::Gone(404)),
        ("https://in.example/2026", Answer::Gone(410)),
        ("https://wetten.overheid.nl/BWBR0015703", Answer::Gone(404)),
        ("https://in.example/about", Answer::Unsure("answered 403".to_owned())),
    ]);
    let findings = found(&tree, &fake);
    let dated = "{from: 2026-01-01, value: 'https://in.example/2026'}";
    let places = places(&findings, &tree);
    let wanted = ["BWBR0015703", "[kijk](https://in.example/step)", "[ons](https://in.example/step#now)", dated];
    for text in wanted {
        let hit = places.iter().any(|(code, severity, place)| {
            (*code, *severity) == ("dead-link", Severity::Hint) && (place.contains(text) || text.contains(place))
        });
        assert!(hit, "{text} in {places:?}");
    }
    assert_eq!(findings.len(), wanted.len(), "{}", shown(&findings, &tree));
    assert!(findings.iter().any(|finding| finding.message.contains("410")));
}

#[test]
fn a_moved_link_says_where_to() {
    let tree = complete(&linked());
    let to = |to: &str| Answer::Moved(to.to_owned());
    let fake = Fake::of([
        ("https://in.example/meaning", to("https://new.example/meaning")),
        ("https://duinrode.example/form", to("https://new.example/form")),
        ("https://wetten.overheid.nl/BWBR0015703", to("https://wetten.overheid.nl/BWBR0015703/2026-01-01")),
    ]);
    let findings = found(&tree, &fake);
    let text = shown(&findings, &tree);
    assert_eq!(findings.len(), 2, "the address of a law is nobody's to change:\n{text}");
    assert!(findings.iter().all(|f| (f.code, f.severity) == ("moved-link", Severity::Hint)), "{text}");
    assert!(text.contains("https://new.example/form") && text.contains("https://new.example/meaning"), "{text}");
}

#[test]
fn site_yaml_can_make_them_graver_or_switch_them_off() {
    let fake = Fake::of([
        ("https://in.example/meaning", Answer::Moved("https://new.example/".to_owned())),
        ("https://in.example/proof", Answer::Gone(404)),
        ("HTTPS://in.example/proof", Answer::Gone(404)),
    ]);
    let set = |checks: &str| edited(&linked(), SITE, "base_url:", &format!("checks: {checks}\nbase_url:"));
    let tree = complete(&set("{dead-link: error, moved-link: off}"));
    let all = wegwijs::findings(&tree, &BuildPlan::on(TODAY));
    assert!(!all.iter().any(|finding| finding.code == "unknown-check"), "{}", shown(&all, &tree));
    assert!(!all.iter().any(|finding| finding.code.ends_with("-link")), "nobody was asked");
    let severities: Vec<_> = found(&tree, &fake).iter().map(|f| (f.code, f.severity)).collect();
    assert_eq!(severities, [("dead-link", Severity::Error)]);
    let usual: Vec<_> = found(&linked(), &fake).iter().map(|f| f.severity).collect();
    assert_eq!(usual, [Severity::Hint, Severity::Hint], "a dead link never stops publication by itself");
    assert!(!wegwijs::diag::stops(&found(&linked(), &fake), true), "nor with --deny-warnings");
}
