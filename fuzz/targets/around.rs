//! The guide that what is fuzzed stands in, and what the program makes of it.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::{Mutex, OnceLock, PoisonError};

use jiff::civil::{Date, date};
use wegwijs::check::{self, Subject};
use wegwijs::diag::{self, Diagnostic};
use wegwijs::load::{self, Memory};
use wegwijs::locale::{self, Catalog, Plain};
use wegwijs::model::Library;
use wegwijs::output::{Collected, OutputTree};
use wegwijs::render::html::{Website, website};
use wegwijs::render::{Papers, machine};
use wegwijs::resolve::{self, Facts};
use wegwijs::source::{self, SourceTree};
use wegwijs::theme::{self, Theme};
use wegwijs::{BuildPlan, build, complete};

/// The day of every guide here.
pub const DAY: Date = date(2026, 11, 22);

macro_rules! files {
    ($($path:literal),* $(,)?) => {
        [$(($path, include_str!(concat!("../../tests/guides/minimal/", $path)))),*]
    };
}

/// The small guide of the tests.
const FILES: [(&str, &str); 15] = files![
    "content/facts.yaml",
    "content/glossary.yaml",
    "content/laws.yaml",
    "content/municipalities/duinrode/municipality.yaml",
    "content/municipalities/duinrode/rules/possessions/car/nl.md",
    "content/municipalities/duinrode/rules/possessions/car/rule.yaml",
    "content/rules/possessions/car/en.md",
    "content/rules/possessions/car/nl.md",
    "content/rules/possessions/car/rule.yaml",
    "content/rules/possessions/chapter.yaml",
    "content/rules/possessions/savings/en.md",
    "content/rules/possessions/savings/nl.md",
    "content/rules/possessions/savings/rule.yaml",
    "content/site.yaml",
    "content/situations.yaml",
];

const CAR: (&str, &str) = (
    "content/rules/possessions/car/car.svg",
    include_str!("../../tests/guides/minimal/content/rules/possessions/car/car.svg"),
);

/// The small guide.
pub fn small() -> SourceTree {
    static TREE: OnceLock<SourceTree> = OnceLock::new();
    TREE.get_or_init(|| SourceTree::from_texts(FILES.into_iter().chain([CAR]))).clone()
}

/// The small guide with some files replaced or added.
pub fn small_with<'a>(texts: impl IntoIterator<Item = (&'a str, String)>) -> SourceTree {
    SourceTree::from_texts(texts).or_else(&small())
}

/// The same without its English texts: what is fuzzed need not be what they were made from.
pub fn dutch_with<'a>(texts: impl IntoIterator<Item = (&'a str, String)>) -> SourceTree {
    small_with(texts).only(|path| !path.ends_with("/en.md"))
}

/// The text of a file of the small guide.
pub fn text_of(path: &str) -> &'static str {
    FILES.iter().find(|(at, _)| *at == path).map(|(_, text)| *text).expect("a file of the small guide")
}

/// The bytes as text; what is no UTF-8 is for tests/broken/hostile.rs, as it never comes this far.
pub fn text(data: &[u8]) -> Cow<'_, str> {
    String::from_utf8_lossy(data)
}

/// What the program made of a guide.
pub struct Made {
    /// The tree that the places of the findings point into.
    pub tree: SourceTree,
    /// Everything that was found, in order.
    pub findings: Vec<Diagnostic>,
    /// The site, if nothing stops it.
    pub site: Option<OutputTree>,
}

/// What is read once, as it is the same for all: theme, interface texts and word lists.
struct Surroundings {
    theme: Theme,
    catalogs: Vec<Catalog>,
    plain: Vec<Plain>,
}

/// The surroundings that a guide asks for; nothing if it asks for others than the built-in ones.
fn surroundings(library: &Library, tree: &SourceTree) -> Option<&'static Surroundings> {
    static KNOWN: Mutex<BTreeMap<Vec<String>, &'static Surroundings>> = Mutex::new(BTreeMap::new());
    let own = tree.iter().any(|(_, file)| !file.path.starts_with("content/"));
    let mut asked: Vec<String> = library.languages.iter().map(|(_, tag)| tag.to_owned()).collect();
    if own
        || library.site.theme.value != "default"
        || asked.iter().any(|tag| !["nl", "en", "ar"].contains(&&**tag))
    {
        return None;
    }
    asked.push(library.languages.tag(library.languages.source()).to_owned());
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    Some(*known.entry(asked).or_insert_with(|| {
        let built_in = source::built_in();
        let theme = theme::read(&library.site.theme, &built_in).value.expect("the built-in theme");
        let catalogs = locale::catalogs(&library.languages, &built_in, &built_in).value;
        let catalogs = catalogs.into_iter().collect::<Option<_>>().expect("built-in languages");
        let plain = locale::plain(&library.languages, &built_in, &built_in).value;
        Box::leak(Box::new(Surroundings { theme, catalogs, plain }))
    }))
}

/// Does what [`build`] does, hundreds of times as often: the surroundings are not read again. Where a guide has its
/// own, this is [`build`] itself. `languages` says which pages are made; all where it is empty.
pub fn made(tree: &SourceTree, languages: &[&str]) -> Made {
    made_again(tree, languages, (&mut Memory::default(), &mut check::Memory::default()))
}

/// The same with what is remembered of another guide.
pub fn made_again(tree: &SourceTree, languages: &[&str], memory: (&mut Memory, &mut check::Memory)) -> Made {
    let loaded = load::load_again(tree, memory.0);
    let surroundings = loaded.value.as_ref().and_then(|library| surroundings(library, tree));
    let (Some(library), Some(surroundings)) = (loaded.value, surroundings) else {
        let languages = languages.iter().map(|tag| (*tag).to_owned()).collect();
        let built = build(tree, &BuildPlan { languages, ..BuildPlan::on(DAY) });
        return Made { tree: complete(tree), findings: built.findings, site: built.value };
    };
    let Surroundings { theme, catalogs, plain } = surroundings;
    let mut findings = loaded.findings;
    if !diag::stops(&findings, false) {
        let subject = Subject { library: &library, theme, plain, tree, date: DAY };
        findings.extend(check::check_again(subject, memory.1));
    }
    let publishers = library.publishers().into_iter();
    let publishers: Vec<_> = publishers.map(|own| (own, Facts::on(&library, own, DAY))).collect();
    let errors = diag::stops(&findings, false);
    for (own, facts) in publishers.iter().filter(|(own, _)| own.is_some() || !errors) {
        findings.extend(resolve::check_facts(&library, *own, DAY, facts));
    }
    diag::sort(&mut findings);
    let wanted = |tag: &str| languages.is_empty() || languages.contains(&tag);
    let languages: Vec<usize> = library.languages.iter().filter(|(_, tag)| wanted(tag)).map(|(i, _)| i).collect();
    let (publishers, papers) = (&publishers, &Papers::default());
    let library = &library;
    let site =
        Website { library, theme, catalogs, languages: &languages, publishers, date: DAY, papers, search: true };
    let stops = diag::stops(&findings, false);
    Made { tree: tree.clone(), findings, site: (!stops).then(|| files(site)) }
}

fn files(site: Website<'_>) -> OutputTree {
    let sink = Collected::default();
    if let Err(faults) = website(site, &sink) {
        panic!("the built-in templates show every sound guide: {faults:?}");
    }
    machine::files(site, &sink);
    sink.into_tree()
}
