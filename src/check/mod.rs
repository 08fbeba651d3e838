//! **check** owns opinions about content that is already valid.
//!
//! It must not change anything, nor know which value holds where. Each `Lint` is one file, finds one thing and
//! has one code; file, type and code are the same words. Steps: arrange the word lists (`text`), run the lints
//! that look at the guide as a whole, then those that set a translation beside its source, then page by page those
//! that read texts, then those that compare pages, in parallel, and set each finding's severity (`levels`). Lints
//! that judge what the web answered run apart from these ([`external`]).
//!
//! What lints count on the way is there for other rooms too, without an opinion: [`standings`] of translations
//! and [`readings`] of rules.

mod complete;
pub mod external;
mod facts;
mod freshness;
mod levels;
mod local;
mod memory;
mod plain;
mod reading;
mod structure;
mod text;
mod translation;
mod walk;

use std::ops::Range;

use jiff::civil::Date;
use rayon::prelude::*;

pub use facts::last_expected;
pub use freshness::REVIEW_NOTICE;
pub use memory::Memory;
pub use reading::{Reading, readings};
pub use text::Score;
pub use translation::{Segments, Standing, StandingOf, standings};

use self::external::{Answer, Link};
use self::text::{Counts, Lexicon, Page, Passage, Vocabulary};
use self::translation::{Pair, Translated};
use crate::diag::{Code, Diagnostic, Fix, Severity};
use crate::locale::Plain;
use crate::model::Library;
use crate::source::{SourceTree, Span};
use crate::theme::Theme;

/// What the lints may look at.
#[derive(Debug, Clone, Copy)]
pub struct Subject<'a> {
    /// The guide.
    pub library: &'a Library,
    /// Its theme.
    pub theme: &'a Theme,
    /// Word lists and targets of its languages, in their order.
    pub plain: &'a [Plain],
    /// The files, for the places of words in them.
    pub tree: &'a SourceTree,
    /// The day on which reviews and values are judged.
    pub date: Date,
}

/// A subject with its word lists arranged.
struct Context<'a> {
    subject: Subject<'a>,
    lexicons: Vec<Lexicon<'a>>,
}

impl<'a> Context<'a> {
    fn of(subject: Subject<'a>) -> Self {
        Context { subject, lexicons: subject.plain.iter().map(Lexicon::of).collect() }
    }

    fn library(&self) -> &'a Library {
        self.subject.library
    }

    fn lexicon(&self, page: &Page<'_>) -> &Lexicon<'a> {
        &self.lexicons[page.language]
    }

    fn place(&self, passage: &Passage<'_>, range: &Range<usize>) -> Span {
        text::place(passage, range, self.subject.tree)
    }

    fn fix(&self, passage: &Passage<'_>, range: &Range<usize>, text: String) -> Option<Fix> {
        text::fix(passage, range, text, self.subject.tree)
    }

    /// The language's tag.
    fn tag(&self, language: usize) -> &'a str {
        self.library().languages.tag(language)
    }
}

/// One check. Its findings come without severity: that is set by `levels`.
trait Lint: Sync {
    /// The code of its findings.
    fn code(&self) -> Code;

    /// How grave its findings are unless `site.yaml` says otherwise.
    fn severity(&self) -> Severity;

    /// What it finds in the guide as a whole.
    fn guide(&self, _: &Context<'_>) -> Vec<Diagnostic> {
        Vec::new()
    }

    /// What it finds in one translated text beside its source, of a rule or in YAML.
    fn segment(&self, _: &Context<'_>, _: &Pair<'_>) -> Vec<Diagnostic> {
        Vec::new()
    }

    /// What it finds in one translation, set beside its source.
    fn translation(&self, _: &Context<'_>, _: &Translated<'_>, _: &[Pair<'_>]) -> Vec<Diagnostic> {
        Vec::new()
    }

    /// What it finds in the texts of one page in one language.
    fn page(&self, _: &Context<'_>, _: &Page<'_>) -> Vec<Diagnostic> {
        Vec::new()
    }

    /// What it finds at a link that leads outside the guide, when the web was asked about it.
    fn link(&self, _: &Link, _: &Answer) -> Option<Diagnostic> {
        None
    }

    /// What it finds when pages are compared with each other.
    fn compare(&self, _: &Context<'_>, _: &[Measured]) -> Vec<Diagnostic> {
        Vec::new()
    }
}

/// What the texts of a rule's page in one language count.
#[derive(Debug, Clone, Copy)]
struct Measured {
    language: usize,
    /// The title.
    span: Span,
    counts: Counts,
}

impl Measured {
    fn of(page: &Page<'_>) -> Option<Self> {
        Some(Measured { language: page.language, span: page.passages.first()?.span, counts: page.judged()? })
    }
}

/// All lints, by what they look after.
fn lints() -> impl Iterator<Item = &'static dyn Lint> {
    let groups = [
        complete::LINTS,
        translation::LINTS,
        facts::LINTS,
        freshness::LINTS,
        plain::LINTS,
        structure::LINTS,
        local::LINTS,
        external::LINTS,
    ];
    groups.into_iter().flatten().copied()
}

/// The codes of all lints.
pub(crate) fn codes() -> impl Iterator<Item = Code> {
    lints().map(Lint::code).chain([levels::UNKNOWN_CHECK])
}

/// How many pages share what is known of their words: enough to know most words, few enough for every thread to have
/// its part several times.
fn pages_together(pages: usize) -> usize {
    pages.div_ceil(4 * rayon::current_num_threads()).clamp(64, 1024)
}

/// Runs all lints that are not switched off.
#[must_use]
pub fn check(subject: Subject<'_>) -> Vec<Diagnostic> {
    check_again(subject, &mut Memory::default())
}

/// The same for a guide that was checked before: what was found in rules that did not change is not looked for again.
#[must_use]
pub fn check_again(subject: Subject<'_>, memory: &mut Memory) -> Vec<Diagnostic> {
    let mut findings = levels::unknown(subject.library);
    let context = Context::of(subject);
    let bench = Bench {
        context: &context,
        lints: lints().filter_map(|lint| Some((lint, levels::level(lint, subject.library)?))).collect(),
    };
    memory.stand_on(subject);
    findings.extend(bench.guide());
    findings.extend(bench.labels());
    findings.extend(bench.translations(memory));
    let (found, measured) = bench.pages(memory);
    findings.extend(found);
    findings.extend(bench.each(|lint| lint.compare(&context, &measured)));
    findings
}

/// The lints at work on one guide.
struct Bench<'a> {
    context: &'a Context<'a>,
    lints: Vec<(&'static dyn Lint, Severity)>,
}

/// Findings of a lint with its severity.
fn graded(found: Vec<Diagnostic>, severity: Severity) -> impl Iterator<Item = Diagnostic> {
    found.into_iter().map(move |found| Diagnostic { severity, ..found })
}

impl Bench<'_> {
    /// What the lints find in one thing, in their order.
    fn each(&self, find: impl Fn(&dyn Lint) -> Vec<Diagnostic>) -> Vec<Diagnostic> {
        self.lints.iter().flat_map(|(lint, severity)| graded(find(*lint), *severity)).collect()
    }

    fn guide(&self) -> Vec<Diagnostic> {
        let lints = self.lints.par_iter();
        lints.flat_map_iter(|(lint, severity)| graded(lint.guide(self.context), *severity)).collect()
    }

    fn labels(&self) -> Vec<Diagnostic> {
        let pairs = translation::label_pairs(self.context.library()).into_par_iter();
        pairs.flat_map_iter(|(_, pair)| self.each(|lint| lint.segment(self.context, &pair))).collect()
    }

    fn translations(&self, memory: &mut Memory) -> Vec<Diagnostic> {
        let judge = |text: &&Translated<'_>| {
            let pairs = text.pairs();
            self.each(|lint| {
                let segments = pairs.iter().flat_map(|pair| lint.segment(self.context, pair));
                segments.chain(lint.translation(self.context, text, &pairs)).collect()
            })
        };
        let texts = translation::translated(self.context.library());
        let key = |text: &Translated<'_>| text.municipality.is_none().then_some((text.ix, text.language));
        memory
            .translations
            .of_each(self.context.library(), &texts, key, |some| some.iter().map(judge).collect())
            .into_iter()
            .flatten()
            .collect()
    }

    /// What is found in the texts of pages, and what they measure.
    fn pages(&self, memory: &mut Memory) -> (Vec<Diagnostic>, Vec<Measured>) {
        let library = self.context.library();
        let judge = |some: &[&text::Draft<'_>]| {
            let mut vocabularies = Vocabulary::of_each(library, &self.context.lexicons);
            let judge = |draft: &&text::Draft<'_>| {
                let page = draft.page(library, &mut vocabularies);
                (self.each(|lint| lint.page(self.context, &page)), Measured::of(&page))
            };
            some.iter().map(judge).collect()
        };
        let drafts = text::drafts(library);
        let judged = memory.pages.of_each(library, &drafts, text::Draft::rule, judge);
        let (found, measured): (Vec<Vec<Diagnostic>>, Vec<Option<Measured>>) = judged.into_iter().unzip();
        (found.into_iter().flatten().collect(), measured.into_iter().flatten().collect())
    }
}
