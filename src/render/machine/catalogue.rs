//! `samenwerkende-catalogi.xml`: the products of a municipality for the national catalogue, as
//! Samenwerkende Catalogi 4.0 has them. In Dutch only, as the standard is.

use std::io;

use quick_xml::Writer;
use quick_xml::events::attributes::Attr;
use quick_xml::events::{BytesDecl, BytesStart, BytesText, Event};

use super::super::html::out_path;
use super::owms;
use super::scribe::Scribe;
use crate::model::{Ix, Municipality, Route, Rule};
use crate::output::OutputFile;
use crate::render::careful::xml;
use crate::resolve::RuleEdition;

pub(super) const NAME: &str = "samenwerkende-catalogi.xml";

const NAMESPACES: [(&str, &str); 5] = [
    ("xmlns:overheidproduct", "http://standaarden.overheid.nl/product/terms/"),
    ("xmlns:overheid", "http://standaarden.overheid.nl/owms/terms/"),
    ("xmlns:dcterms", "http://purl.org/dc/terms/"),
    ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
    (
        "xsi:schemaLocation",
        "http://standaarden.overheid.nl/product/terms/ http://standaarden.overheid.nl/sc/4.0/xsd/sc.xsd",
    ),
];

/// The feed of one municipality, given its editions. None without a municipality, which answers for the
/// products, and none where no Dutch edition is made, to whose pages it would lead.
pub(super) fn file(editions: &[Scribe<'_>]) -> Option<OutputFile> {
    let dutch = editions.iter().find(|scribe| scribe.catalog().tag().split('-').next() == Some("nl"))?;
    let municipality = dutch.edition.municipality?;
    let mut out = Feed { xml: Writer::new(Vec::new()), scribe: dutch, municipality };
    // Writing into memory does not fail.
    out.write().ok()?;
    let mut bytes = out.xml.into_inner();
    bytes.push(b'\n');
    let path = format!("{}{NAME}", dutch.addresses.municipality(Some(municipality)));
    Some(OutputFile { path: out_path(path), bytes })
}

struct Feed<'a> {
    xml: Writer<Vec<u8>>,
    scribe: &'a Scribe<'a>,
    municipality: &'a Municipality,
}

impl Feed<'_> {
    fn write(&mut self) -> io::Result<()> {
        self.xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
        self.inside("overheidproduct:scproducten", &NAMESPACES, |feed| {
            let edition = feed.scribe.edition;
            for rule in edition.rules() {
                feed.product(rule)?;
            }
            Ok(())
        })
    }

    /// A rule that is a product in the national list of names, and that is written in Dutch.
    fn product(&mut self, ix: Ix<Rule>) -> io::Result<()> {
        let scribe = self.scribe;
        let Some(upl) = &scribe.site.library.rules[ix.get()].upl else { return Ok(()) };
        let rule = scribe.edition.rule(ix);
        let own = scribe.edition.language;
        if rule.title.language != own || rule.answer.language != own {
            return Ok(());
        }
        self.inside("overheidproduct:scproduct", &[("owms-version", "4.0")], |feed| {
            feed.inside("overheidproduct:meta", &[], |feed| {
                feed.inside("overheidproduct:owmskern", &[], |feed| feed.core(&rule))?;
                feed.inside("overheidproduct:owmsmantel", &[], |feed| {
                    feed.text("dcterms:audience", &[("scheme", "overheid:Doelgroep")], "particulier")?;
                    feed.text("dcterms:abstract", &[], &scribe.plain(rule.answer))
                })?;
                feed.inside("overheidproduct:scmeta", &[], |feed| feed.application(&rule, upl))
            })?;
            feed.xml.create_element("overheidproduct:body").write_empty()?;
            Ok(())
        })
    }

    fn core(&mut self, rule: &RuleEdition<'_>) -> io::Result<()> {
        let scribe = self.scribe;
        let address = scribe.address(&scribe.addresses.rule(rule.ix));
        let uri = self.municipality.owms.as_deref().map(owms);
        // Without a known term only the name is said: a guessed one may be that of somebody else.
        let mut place = vec![("scheme", "overheid:Gemeente")];
        place.extend(uri.as_deref().map(|uri| ("resourceIdentifier", uri)));
        self.text("dcterms:identifier", &[], &address)?;
        self.text("dcterms:title", &[], &scribe.plain(rule.title))?;
        self.text("dcterms:language", &[], "nl")?;
        self.text("dcterms:type", &[("scheme", "overheid:Informatietype")], "productbeschrijving")?;
        self.text("dcterms:modified", &[], &rule.version.to_string())?;
        self.text("dcterms:spatial", &place, &self.municipality.name)?;
        self.text("overheid:authority", &place, &self.municipality.name)
    }

    fn application(&mut self, rule: &RuleEdition<'_>, upl: &str) -> io::Result<()> {
        let form = self.municipality.contacts.form.as_deref().filter(|_| rule.routes.contains(&Route::Form));
        self.text("overheidproduct:productID", &[], &rule.rule.sheet.value)?;
        self.text("overheidproduct:onlineAanvragen", &[], if form.is_some() { "ja" } else { "nee" })?;
        if let Some(form) = form {
            let form = xml(form);
            let element = self.xml.create_element("overheidproduct:aanvraagURL");
            element.with_attribute(raw("resourceIdentifier", &form)).write_empty()?;
        }
        let uri = owms(upl);
        let attributes = [("scheme", "overheid:UniformeProductnaam"), ("resourceIdentifier", uri.as_str())];
        self.text("overheidproduct:uniformeProductnaam", &attributes, upl)
    }

    fn text(&mut self, name: &str, attributes: &[(&str, &str)], text: &str) -> io::Result<()> {
        let values: Vec<(&str, String)> = attributes.iter().map(|(key, value)| (*key, xml(value))).collect();
        let element = self.xml.create_element(name);
        let element = element.with_attributes(values.iter().map(|(key, value)| raw(key, value)));
        element.write_text_content(BytesText::from_escaped(xml(text)))?;
        Ok(())
    }

    fn inside(
        &mut self,
        name: &str,
        attributes: &[(&str, &str)],
        content: impl FnOnce(&mut Self) -> io::Result<()>,
    ) -> io::Result<()> {
        let mut start = BytesStart::new(name);
        start.extend_attributes(attributes.iter().copied());
        let end = start.to_end().into_owned();
        self.xml.write_event(Event::Start(start.into_owned()))?;
        content(self)?;
        self.xml.write_event(Event::End(end))
    }
}

/// An attribute whose value is escaped already.
fn raw<'v>(key: &'v str, value: &'v str) -> Attr<&'v str> {
    Attr::DoubleQ(key, value)
}
