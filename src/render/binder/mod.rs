//! Paper: sheets, chapters, maps and update packs as tagged PDF (PDF/UA-1 and PDF/A-2a).
//!
//! Steps: choose faces (`faces`), write the texts of one or two editions as data (`reading`, `scribe`,
//! `sheet`, `parts`, `update`), put a document together (`document`), and let Typst set it with the theme's
//! templates (`engine`, `press`). Content reaches the templates as data and is never read as markup.

mod document;
mod engine;
mod faces;
mod parts;
mod press;
mod qr;
mod reading;
mod scribe;
mod sheet;
mod update;
mod view;
mod workers;

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use super::findings;
use super::html::{FactTexts, Website};
use super::{Addresses, Paper, Papers, Tongues};
use crate::diag::Diagnostic;
use crate::locale::Direction;
use crate::output::{Made, OutPath, OutputFile, Previous};
use crate::resolve::{Edition, Facts};
use crate::source::FontShelf;
use crate::theme::Theme;

pub use document::{Content, Form};
use engine::Engine;
use faces::Faces;
pub use press::Printed;
use reading::{Ground, Reading};
use scribe::Gathered;

/// A document to be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Order {
    /// Position of the publisher in the site.
    pub publisher: usize,
    /// Its language or languages.
    pub tongues: Tongues,
    /// What it holds.
    pub content: Content,
    /// How it is set.
    pub form: Form,
}

/// A theme's templates and faces, ready to print with.
pub struct Press {
    engine: Arc<Engine>,
    faces: Faces,
}

impl std::fmt::Debug for Press {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Press").field("faces", &self.faces).finish_non_exhaustive()
    }
}

/// After so many pages what Typst remembers of earlier ones is thrown away: about two megabytes each.
const FORGET_PAGES: usize = 60;

/// All PDFs of a site.
#[derive(Debug, Default)]
pub struct Printing {
    /// The files, with what each was made from.
    pub files: Vec<(OutputFile, Made)>,
    /// What pages may know of them.
    pub papers: Papers,
    /// What went wrong.
    pub findings: Vec<Diagnostic>,
    /// How many were taken from the last build.
    pub kept: usize,
}

impl Press {
    /// Looks for faces and reads the templates.
    #[must_use]
    pub fn new(theme: &Theme, shelf: &FontShelf) -> Self {
        let faces = Faces::find(&theme.binder, shelf);
        Press { engine: Arc::new(Engine::new(&theme.binder, &faces)), faces }
    }

    /// Which faces are used for text of a direction, and which the theme would have liked better.
    #[must_use]
    pub fn faces(&self, direction: Direction) -> (&str, Option<&str>) {
        let used = self.faces.families(direction).first().map_or("", String::as_str);
        let missed = &self.faces.missed[usize::from(direction == Direction::Rtl)];
        (used, missed.as_deref())
    }

    /// Makes every sheet, chapter and guide of a site in each of its languages, and beside the source
    /// language. What is the same as in the last build is taken from there. `progress` hears how many of
    /// how many are done.
    #[must_use]
    pub fn print_all(
        &self,
        site: Website<'_>,
        previous: &Previous,
        progress: &(dyn Fn(usize, usize) + Sync),
    ) -> Printing {
        let facts = all_facts(site);
        let orders = orders(site);
        let (done, pages) = (AtomicUsize::new(0), AtomicUsize::new(0));
        let mut printing = Printing::default();
        let mut papers = Vec::new();
        let made = workers::each(&orders, |order| {
            let made = self.made(site, &facts, order, previous);
            let new = made.0.as_ref().map_or(0, |sheet| if sheet.kept { 0 } else { sheet.made.pages });
            let before = pages.fetch_add(new, Ordering::Relaxed);
            if before / FORGET_PAGES != (before + new) / FORGET_PAGES {
                typst::comemo::evict(1);
            }
            progress(done.fetch_add(1, Ordering::Relaxed) + 1, orders.len());
            made
        });
        typst::comemo::evict(0);
        for ((path, _), (result, unknown)) in orders.iter().zip(made) {
            printing.findings.extend(unknown);
            match result {
                Ok(sheet) => {
                    papers.push((path.clone(), Paper { bytes: sheet.bytes.len(), pages: sheet.made.pages }));
                    printing.kept += usize::from(sheet.kept);
                    let file = OutPath::new(path.clone()).map(|path| OutputFile { path, bytes: sheet.bytes });
                    printing.files.extend(file.map(|file| (file, sheet.made)));
                }
                Err(faults) => printing.findings.extend(faults),
            }
        }
        printing.papers = papers.into_iter().collect();
        printing.findings = once_each(printing.findings);
        printing
    }

    /// Makes one document. The findings may hold warnings beside a PDF.
    pub fn print(&self, site: Website<'_>, order: &Order, name: &str) -> (Option<Printed>, Vec<Diagnostic>) {
        let facts = all_facts(site);
        let gathered = Gathered::default();
        let document = self.document(site, &facts[order.publisher], order, &gathered);
        let mut findings = unknown(&gathered);
        match press::print(&self.engine, &document, name) {
            Ok(printed) => (Some(printed), findings),
            Err(faults) => {
                findings.extend(faults);
                (None, findings)
            }
        }
    }

    fn made(
        &self,
        site: Website<'_>,
        facts: &[Vec<FactTexts>],
        (path, order): &(String, Order),
        previous: &Previous,
    ) -> (Result<Sheet, Vec<Diagnostic>>, Vec<Diagnostic>) {
        let gathered = Gathered::default();
        let document = self.document(site, &facts[order.publisher], order, &gathered);
        let from = self.fingerprint(&document, path);
        let kept = previous.file(path, &from).map(|(bytes, made)| Sheet { bytes, made, kept: true });
        let result = match kept {
            Some(sheet) => Ok(sheet),
            None => press::print(&self.engine, &document, path).map(|printed| Sheet {
                bytes: printed.bytes,
                made: Made { from, pages: printed.pages },
                kept: false,
            }),
        };
        (result, unknown(&gathered))
    }

    fn document(
        &self,
        site: Website<'_>,
        facts: &[FactTexts],
        order: &Order,
        gathered: &Gathered,
    ) -> document::Document {
        let (municipality, now) = &site.publishers[order.publisher];
        let language = order.tongues.first;
        let edition =
            Edition { library: site.library, municipality: *municipality, language, date: site.date, facts: now };
        let ground = Ground { site, edition, facts, faces: &self.faces, gathered };
        let reading = Reading::new(ground, order.tongues);
        let Content::Update(_, since) = order.content else {
            return reading.document(&order.content, order.form, None);
        };
        let then = Facts::on(site.library, *municipality, since);
        let facts: Vec<FactTexts> =
            site.catalogs.iter().map(|catalog| FactTexts::of(site.library, &then, catalog)).collect();
        let edition = Edition { date: since, facts: &then, ..edition };
        let before = Reading::new(Ground { edition, facts: &facts, ..ground }, order.tongues);
        reading.document(&order.content, order.form, Some(&before))
    }

    /// Everything that decides what a PDF looks like.
    fn fingerprint(&self, document: &document::Document, path: &str) -> String {
        let mut hasher = blake3::Hasher::new();
        hasher.update(env!("CARGO_PKG_VERSION").as_bytes());
        hasher.update(self.engine.hash.as_bytes());
        hasher.update(document.version.to_string().as_bytes());
        for part in [path.as_bytes()]
            .into_iter()
            .chain(document.files.iter().flat_map(|(name, bytes)| [name.as_bytes(), bytes.as_slice()]))
        {
            // The length goes along, so that the end of one cannot be taken for the start of the next.
            hasher.update(&part.len().to_le_bytes()).update(part);
        }
        hasher.finalize().to_hex().to_string()
    }
}

/// A PDF of a site.
struct Sheet {
    bytes: Vec<u8>,
    made: Made,
    kept: bool,
}

/// Facts of every publisher in every language of the guide.
fn all_facts(site: Website<'_>) -> Vec<Vec<FactTexts>> {
    let of = |facts: &Facts| {
        let written = site.catalogs.iter().map(|catalog| FactTexts::of(site.library, facts, catalog));
        written.collect::<Vec<FactTexts>>()
    };
    site.publishers.par_iter().map(|(_, facts)| of(facts)).collect()
}

/// Every document of a site, the large ones first so that no thread waits for one at the end. Two languages
/// side by side: as sheets and as the whole guide; a chapter like that is seldom asked for, and a command away.
fn orders(site: Website<'_>) -> Vec<(String, Order)> {
    let addresses = Addresses::of(site.library);
    let source = site.library.languages.source();
    let alone = site.languages.iter().map(|language| Tongues { first: *language, second: None });
    let others = site.languages.iter().filter(|language| **language != source);
    let beside = others.map(|language| Tongues { first: source, second: Some(*language) });
    let tongues: Vec<Tongues> = alone.chain(beside).collect();
    let (mut guides, mut chapters, mut sheets) = (Vec::new(), Vec::new(), Vec::new());
    for (publisher, (municipality, facts)) in site.publishers.iter().enumerate() {
        let edition = Edition {
            library: site.library,
            municipality: *municipality,
            language: source,
            date: site.date,
            facts,
        };
        let rules = edition.rules();
        for tongues in tongues.iter().copied() {
            let order = |content| Order { publisher, tongues, content, form: Form::default() };
            let guide = order(Content::Binder(rules.clone()));
            guides.push((addresses.guide_paper(*municipality, tongues), guide));
            let alone = edition.chapters().into_iter().filter(|_| tongues.second.is_none());
            chapters.extend(alone.map(|chapter| {
                (addresses.chapter_paper(*municipality, tongues, chapter), order(Content::Chapter(chapter)))
            }));
            sheets.extend(
                rules.iter().map(|rule| {
                    (addresses.sheet_paper(*municipality, tongues, *rule), order(Content::Sheet(*rule)))
                }),
            );
        }
    }
    guides.into_iter().chain(chapters).chain(sheets).collect()
}

fn unknown(gathered: &Gathered) -> Vec<Diagnostic> {
    let found = gathered.unknown.borrow();
    found.iter().map(|(c, span)| findings::character_not_printed(*c, *span)).collect()
}

/// The same finding comes from every document that holds the text.
fn once_each(findings: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut seen = BTreeSet::new();
    let key = |finding: &Diagnostic| (finding.span, finding.code, finding.message.clone());
    findings.into_iter().filter(|finding| seen.insert(key(finding))).collect()
}
