//! Links to the PDFs beside the pages: what each holds, how many pages, how large. Only those that exist.

use rust_decimal::Decimal;

use super::desk::Desk;
use super::escape;
use super::facts::say_html;
use super::view::PaperLink;
use crate::locale::Direction;
use crate::model::{Chapter, Ix, Rule};
use crate::render::{Paper, Tongues};

impl Desk<'_> {
    /// The PDFs of a sheet; `what` is the message that says what they hold.
    pub(super) fn sheet_papers(&self, rule: Ix<Rule>, what: &str) -> Vec<PaperLink> {
        let code = &self.site.library.rules[rule.get()].sheet.value;
        let municipality = self.edition.municipality;
        self.papers(what, code, |tongues| self.addresses.sheet_paper(municipality, tongues, rule))
    }

    /// The PDFs of a chapter.
    pub(super) fn chapter_papers(&self, chapter: Ix<Chapter>, what: &str) -> Vec<PaperLink> {
        let letter = &self.site.library.chapters[chapter.get()].letter.value;
        let municipality = self.edition.municipality;
        self.papers(what, letter, |tongues| self.addresses.chapter_paper(municipality, tongues, chapter))
    }

    /// The PDFs of the whole guide.
    pub(super) fn guide_papers(&self) -> Vec<PaperLink> {
        let municipality = self.edition.municipality;
        self.papers("print_guide", "", |tongues| self.addresses.guide_paper(municipality, tongues))
    }

    /// In the reader's language, and with the source language beside it.
    fn papers(&self, what: &str, code: &str, path: impl Fn(Tongues) -> String) -> Vec<PaperLink> {
        let own = self.edition.language;
        let source = self.site.library.languages.source();
        let alone = (Tongues { first: own, second: None }, "print_pdf");
        let beside = (Tongues { first: source, second: Some(own) }, "print_pdf_beside");
        let wanted = [Some(alone), Some(beside).filter(|_| own != source)];
        let link = |(tongues, message)| {
            let path = path(tongues);
            let paper = self.site.papers.get(&path)?;
            let what = self.say(what, &[("code", code)]);
            Some(PaperLink { label: self.paper_label(message, &what, paper), path })
        };
        wanted.into_iter().flatten().filter_map(link).collect()
    }

    fn paper_label(&self, message: &str, what: &str, paper: Paper) -> String {
        let pages = Decimal::from(paper.pages);
        let pages = self.counted("print_pages", pages);
        // Kilobytes as they are counted on the web, by thousands, and never none.
        let kilobytes = Decimal::from(paper.bytes.div_ceil(1_000).max(1));
        let size = if kilobytes < Decimal::ONE_THOUSAND {
            self.counted("print_kilobytes", kilobytes)
        } else {
            let megabytes = (kilobytes / Decimal::ONE_THOUSAND).round_dp(1).normalize();
            self.counted("print_megabytes", megabytes)
        };
        let what = escape::escaped(what);
        say_html(self.catalog, message, &[("what", &what), ("pages", &pages), ("size", &size)])
    }

    /// A counted thing as HTML; from right to left its digits are isolated, by characters: a page has many of them.
    fn counted(&self, message: &str, number: Decimal) -> String {
        const PLACE: &str = "\u{e000}";
        let digits = escape::escaped(&self.catalog.number(number));
        let digits = match self.catalog.direction() {
            Direction::Ltr => digits,
            Direction::Rtl => format!("\u{2066}{digits}\u{2069}"),
        };
        escape::escaped(&self.catalog.counted(message, number, PLACE, false)).replace(PLACE, &digits)
    }
}
