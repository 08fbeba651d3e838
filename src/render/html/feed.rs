//! `changes/feed.xml`: the changes as an Atom feed (RFC 4287), for people who follow them and for other websites.
//!
//! Nothing in it comes from the clock: an entry is updated on the day it was announced, and again on the day it took
//! effect. Its id is the address of its notice, which stays.

use std::io;

use jiff::civil::{Date, date};
use quick_xml::Writer;
use quick_xml::events::attributes::Attr;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::desk::{Desk, Ways};
use super::pages::Page;
use super::{escape, out_path};
use crate::model::{Ix, Situation};
use crate::render::careful;
use crate::resolve::Change;

/// Where the feed stands, from the edition's folder.
pub(super) const PATH: &str = "changes/feed.xml";

type Xml = Writer<Vec<u8>>;

impl Desk<'_> {
    pub(super) fn feed(&self) -> Page {
        let mut xml = Writer::new(Vec::new());
        // Writing to memory does not fail.
        let bytes = self.write_feed(&mut xml).map(|()| xml.into_inner()).unwrap_or_default();
        Page { path: out_path(format!("{}{PATH}", self.folder)), bytes, entry: None }
    }

    fn write_feed(&self, xml: &mut Xml) -> io::Result<()> {
        let here = |path: &str| self.addresses.absolute(&format!("{}{path}", self.folder));
        let (past, coming) = self.past_and_coming();
        let organisation = self.edition.municipality.map(|m| self.plain(self.edition.label(&m.organisation)));
        let organisation =
            organisation.filter(|name| !name.trim().is_empty()).unwrap_or_else(|| self.place_name());
        let title = [("title", self.catalog.text("changes_title")), ("site", &self.place_name())];
        xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
        xml.write_event(Event::Text(BytesText::new("\n")))?;
        let root = [("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", self.catalog.tag())];
        xml.create_element("feed").with_attributes(root).write_inner_content(|xml| {
            text(xml, "id", &here(PATH))?;
            text(xml, "title", &self.say("title_page", &title))?;
            text(xml, "updated", &instant(self.feed_date()))?;
            xml.create_element("author").write_inner_content(|xml| {
                text(xml, "name", &organisation)?;
                text(xml, "uri", &here(""))
            })?;
            text(xml, "rights", &organisation)?;
            link(xml, "self", "application/atom+xml", (&here(PATH), self.catalog.tag()))?;
            link(xml, "alternate", "text/html", (&here("changes/"), self.catalog.tag()))?;
            coming.iter().rev().chain(&past).try_for_each(|change| self.write_entry(xml, change))
        })?;
        xml.write_event(Event::Text(BytesText::new("\n")))
    }

    fn write_entry(&self, xml: &mut Xml, change: &Change<'_>) -> io::Result<()> {
        let home = self.addresses.absolute(&self.folder);
        let notice = format!("{home}{}", self.notice_path(change));
        let titles: Vec<String> =
            change.rules.iter().map(|rule| self.plain(self.edition.heading(*rule).0)).collect();
        let title = titles.join(self.catalog.text("changes_between"));
        let title = self.say("changes_feed_entry", &[("title", &title), ("date", &self.catalog.date(change.on))]);
        xml.create_element("entry").write_inner_content(|xml| {
            text(xml, "id", &notice)?;
            text(xml, "title", &title)?;
            text(xml, "published", &instant(change.announced))?;
            text(xml, "updated", &instant(self.told_on(change)))?;
            link(xml, "alternate", "text/html", (&notice, self.catalog.tag()))?;
            change.situations.iter().try_for_each(|ix| {
                let situation = &self.site.library.situations[ix.get()];
                let label = careful::xml(&self.plain(self.edition.label(&situation.label)));
                let term = [Attr::DoubleQ("term", situation.id.as_str()), Attr::DoubleQ("label", label.as_str())];
                xml.create_element("category").with_attributes(term).write_empty().map(|_| ())
            })?;
            let content = BytesText::from_escaped(careful::xml(&self.feed_html(change, &home)));
            xml.create_element("content").with_attribute(("type", "html")).write_text_content(content)?;
            Ok(())
        })?;
        Ok(())
    }

    /// What a feed reader shows: the sentences and who is concerned, with absolute addresses.
    fn feed_html(&self, change: &Change<'_>, home: &str) -> String {
        let ways = Ways { home: Some(home), root: &self.addresses.absolute(""), terms: None };
        let tag = |lang: &Option<String>, dir: Option<&str>| match (lang, dir) {
            (Some(lang), Some(dir)) => format!("<p lang=\"{}\" dir=\"{dir}\">", escape::escaped(lang)),
            _ => "<p>".to_owned(),
        };
        let mut html = format!(
            "<div lang=\"{}\" dir=\"{}\">",
            escape::escaped(self.catalog.tag()),
            self.catalog.direction().word()
        );
        for said in self.sentences(change, ways) {
            html.push_str(&tag(&said.text.lang, said.text.dir));
            html.push_str(&said.text.html);
            html.push_str("</p>");
        }
        if !change.situations.is_empty() {
            let label = |ix: &Ix<Situation>| {
                let shown = self.edition.label(&self.site.library.situations[ix.get()].label);
                self.inside(shown, ways).html
            };
            let labels: Vec<String> = change.situations.iter().map(label).collect();
            let who = escape::escaped(self.catalog.text("changes_who"));
            let between = escape::escaped(self.catalog.text("changes_between"));
            html.push_str(&format!("<p>{who}: {}</p>", labels.join(&between)));
        }
        html + "</div>"
    }

    /// The last day on which readers were told something; of a guide without news, the day of its last change or review.
    fn feed_date(&self) -> Date {
        let told = self.news.iter().map(|change| self.told_on(change)).max();
        let reviewed = || self.site.library.rules.iter().map(|rule| rule.review.on.value).max();
        told.or_else(|| self.edition.changed_on_at_all()).or_else(reviewed).unwrap_or(date(1970, 1, 1))
    }
}

fn text(xml: &mut Xml, name: &str, text: &str) -> io::Result<()> {
    xml.create_element(name).write_text_content(BytesText::from_escaped(careful::xml(text))).map(|_| ())
}

fn link(xml: &mut Xml, rel: &str, kind: &str, (href, language): (&str, &str)) -> io::Result<()> {
    let attributes = [("rel", rel), ("type", kind), ("hreflang", language), ("href", href)];
    xml.create_element("link").with_attributes(attributes).write_empty().map(|_| ())
}

/// The start of a day (RFC 3339). A day has no place on earth here, so it is that of Greenwich.
fn instant(day: Date) -> String {
    format!("{day}T00:00:00Z")
}
