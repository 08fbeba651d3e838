//! The report: how a guide is doing, as a small site of its own for the people who keep it.
//!
//! It is in the source language of the guide and looks like the guide's own site. Steps: fill a view for each page
//! (`view`; one file each for what a page shows) from a [`Survey`], with the words, numbers and dates of the catalog
//! (`scribe`), render it with the theme, and add the style sheet and the manifest. It needs no script, asks no other
//! host for anything, and asks search engines to stay away.

mod coverage;
mod facts;
mod findings;
mod index;
mod municipalities;
mod readability;
mod reviews;
mod scribe;
mod view;

use jiff::civil::Date;
use serde::Serialize;
use tera::{Context, Value};

use self::scribe::Scribe;
use self::view::{PageLink, PageView, SiteView};
use super::html::assets::{favicon, named};
use super::html::out_path;
use crate::diag::Diagnostic;
use crate::locale::Catalog;
use crate::model::Library;
use crate::output::{Imprint, Kind, OutputFile, OutputTree};
use crate::survey::Survey;
use crate::theme::Theme;

/// What a report is made of.
#[derive(Debug, Clone, Copy)]
pub struct Report<'a> {
    /// The guide.
    pub library: &'a Library,
    /// Its theme.
    pub theme: &'a Theme,
    /// A catalog per language of the guide, as far as they could be read; that of the source language is needed.
    pub catalogs: &'a [Option<Catalog>],
    /// How the guide is doing.
    pub survey: &'a Survey<'a>,
    /// The day it speaks of.
    pub date: Date,
}

/// The pages, in the order of the menu: name of the file and of the template, and message of the heading.
const PAGES: [(&str, &str); 7] = [
    ("index", "report_title"),
    ("coverage", "report_coverage"),
    ("readability", "report_readability"),
    ("reviews", "report_reviews"),
    ("municipalities", "report_municipalities"),
    ("facts", "report_facts"),
    ("findings", "report_findings"),
];

/// Makes all files of a report. There are none without a catalog of the source language; why has been said by then.
///
/// # Errors
/// With the faults of templates, each once.
pub fn report(report: Report<'_>) -> Result<Option<OutputTree>, Vec<Diagnostic>> {
    let source = report.library.languages.source();
    let Some(catalog) = report.catalogs.get(source).and_then(Option::as_ref) else { return Ok(None) };
    let scribe = Scribe { report, catalog };
    let mut tree = OutputTree::default();
    let style = named("style", "css", report.theme.style.clone().into_bytes());
    let more = named("report", "css", report.theme.report_style.clone().into_bytes());
    let icon = named("icon", "svg", favicon(report.theme));
    let site = scribe.site_view([&style, &more], &icon);
    tree.extend([style, more, icon]);
    let ui = Value::from_serializable(catalog.fixed());
    let mut faults: Vec<Diagnostic> = Vec::new();
    for name in PAGES.map(|(name, _)| name) {
        let page = match name {
            "index" => scribe.page(name, (&ui, &site), &scribe.index()),
            "coverage" => scribe.page(name, (&ui, &site), &scribe.coverage()),
            "readability" => scribe.page(name, (&ui, &site), &scribe.readability()),
            "reviews" => scribe.page(name, (&ui, &site), &scribe.reviews()),
            "municipalities" => scribe.page(name, (&ui, &site), &scribe.municipalities()),
            "facts" => scribe.page(name, (&ui, &site), &scribe.facts()),
            _ => scribe.page(name, (&ui, &site), &scribe.findings()),
        };
        match page {
            Ok(page) => tree.extend([page]),
            Err(fault) if faults.contains(&fault) => {}
            Err(fault) => faults.push(*fault),
        }
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    Ok(Some(tree.with_manifest(Imprint { kind: Kind::Report, date: report.date.to_string(), next: None })))
}

impl Scribe<'_> {
    fn site_view(&self, styles: [&OutputFile; 2], icon: &OutputFile) -> SiteView {
        SiteView {
            lang: self.catalog.tag().to_owned(),
            dir: self.catalog.direction().word(),
            title: self.source_text(&self.report.library.site.title),
            css: styles.map(|file| file.path.to_string()).to_vec(),
            favicon: icon.path.to_string(),
            date: self.date(self.report.date),
        }
    }

    fn page<V: Serialize>(
        &self,
        name: &'static str,
        (ui, site): (&Value, &SiteView),
        view: &V,
    ) -> Result<OutputFile, Box<Diagnostic>> {
        let menu = PAGES.iter().map(|(page, message)| PageLink {
            path: format!("{page}.html"),
            label: self.catalog.text(if *page == "index" { "report_summary" } else { message }).to_owned(),
            current: *page == name,
        });
        let heading = PAGES.iter().find(|(page, _)| *page == name).map_or("", |(_, message)| message);
        let heading = self.catalog.text(heading).to_owned();
        let of_guide = self.say("report_of_guide", &[("guide", &site.title)]);
        let title = if name == "index" { of_guide } else { format!("{heading} - {of_guide}") };
        let page = PageView { kind: name, title, heading, menu: menu.collect() };
        let mut context = Context::new();
        context.insert_value("ui", ui.clone());
        context.insert("site", site);
        context.insert("page", &page);
        context.insert("view", view);
        let bytes = self.report.theme.render(&format!("report/{name}.html"), &context)?;
        Ok(OutputFile { path: out_path(format!("{name}.html")), bytes })
    }
}
