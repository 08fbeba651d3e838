//! `services.jsonld`: the services of a municipality and the rules behind them as linked data, in every
//! language that is made, as CPSV-AP 3.2.0 has them.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Map, Value, json};

use super::owms;
use super::scribe::Scribe;
use super::view::Law;
use crate::model::{Chapter, FactKind, Ix, Kind, Municipality, Route, Rule};
use crate::output::OutputFile;
use crate::render::careful::{Each, json_file};
use crate::resolve::Shown;

pub(super) const NAME: &str = "services.jsonld";

/// Bytes of a rule in three languages. Room that is not needed is never touched.
const ROOM: usize = 4 * 1024;

/// The file of one municipality, given its editions. None without a municipality: a service needs an
/// organisation that answers for it.
pub(super) fn file(editions: &[Scribe<'_>]) -> Option<OutputFile> {
    let source = editions.first()?.site.library.languages.source();
    let base = editions.iter().find(|scribe| scribe.edition.language == source).or(editions.first())?;
    let municipality = base.edition.municipality?;
    let graph = Graph { editions, base, municipality };
    let context = json!({
        "cpsv": "http://purl.org/vocab/cpsv#",
        "cv": "http://data.europa.eu/m8g/",
        "dct": "http://purl.org/dc/terms/",
        "eli": "http://data.europa.eu/eli/ontology#",
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
    });
    let path = format!("{}{NAME}", base.addresses.municipality(Some(municipality)));
    let room = ROOM * base.site.library.rules.len();
    json_file(path, &Document { context, graph: Each(|| graph.nodes()) }, room)
}

#[derive(Serialize)]
struct Document<G> {
    #[serde(rename = "@context")]
    context: Value,
    #[serde(rename = "@graph")]
    graph: G,
}

struct Graph<'a> {
    editions: &'a [Scribe<'a>],
    /// The edition whose addresses name things: in the source language, if that is made.
    base: &'a Scribe<'a>,
    municipality: &'a Municipality,
}

impl<'a> Graph<'a> {
    fn nodes(&self) -> impl Iterator<Item = Value> {
        let edition = self.base.edition;
        let rules = edition.rules();
        let laws = rules.iter().flat_map(|rule| self.base.laws(&self.found(*rule).law));
        let laws: BTreeMap<&str, &Law> = laws.map(|law| (law.address.as_str(), law)).collect();
        let services: Vec<Ix<Rule>> = rules.iter().copied().filter(|rule| self.is_service(*rule)).collect();
        [self.organisation(), self.contact_point()]
            .into_iter()
            .chain(Route::ALL.iter().filter_map(|(_, route)| self.channel(*route)))
            .chain(edition.chapters().into_iter().map(|chapter| self.theme(chapter)))
            .chain(services.into_iter().map(|rule| self.service(rule)))
            .chain(rules.into_iter().map(|rule| self.rule(rule)))
            .chain(laws.into_values().map(legal_resource))
    }

    fn found(&self, ix: Ix<Rule>) -> &'a Rule {
        &self.base.site.library.rules[ix.get()]
    }

    /// Something that people can ask for or that happens for them. A duty is one only where the national list
    /// of product names says so.
    fn is_service(&self, ix: Ix<Rule>) -> bool {
        let rule = self.found(ix);
        rule.kind != Kind::Duty || rule.upl.is_some()
    }

    /// A thing of the municipality as a whole.
    fn own(&self, name: &str) -> String {
        let folder = self.base.addresses.municipality(Some(self.municipality));
        self.base.addresses.absolute(&format!("{folder}#{name}"))
    }

    /// A thing on the page of a rule.
    fn of(&self, rule: Ix<Rule>, name: &str) -> String {
        format!("{}#{name}", self.base.address(&self.base.addresses.rule(rule)))
    }

    /// A text in every language that has its own; where none has, the one that readers see.
    fn texts(&self, text: impl Fn(&Scribe<'a>) -> Shown<'a>) -> Value {
        let tagged = |scribe: &Scribe<'a>| {
            let shown = text(scribe);
            let tag = scribe.site.library.languages.tag(shown.language);
            (shown.language, json!({"@value": scribe.plain(shown), "@language": tag}))
        };
        let mut all: Vec<(usize, Value)> = Vec::new();
        for (language, value) in self.editions.iter().map(tagged) {
            let own = self.editions.iter().any(|scribe| scribe.edition.language == language);
            let known = all.iter().any(|(known, _)| *known == language);
            if !known && (own || all.is_empty()) {
                all.push((language, value));
            }
        }
        all.into_iter().map(|(_, value)| value).collect()
    }

    fn organisation(&self) -> Value {
        let municipality = self.municipality;
        let place = match municipality.owms.as_deref() {
            Some(term) => json!({"@id": owms(term), "@type": "dct:Location", "skos:prefLabel": municipality.name}),
            None => json!({"@type": "dct:Location", "skos:prefLabel": municipality.name}),
        };
        let mut node = json!({
            "@id": self.own("organisation"),
            "@type": "cv:PublicOrganisation",
            "skos:prefLabel": self.texts(|scribe| scribe.edition.label(&municipality.organisation)),
            "dct:spatial": place,
        });
        set(&mut node, "dct:identifier", municipality.code.clone().map(Value::from));
        node
    }

    fn contact_point(&self) -> Value {
        let contacts = &self.municipality.contacts;
        let mut node = json!({"@id": self.own("contact"), "@type": "cv:ContactPoint"});
        set(&mut node, "cv:telephone", contacts.phone.clone().map(Value::from));
        set(&mut node, "cv:email", contacts.email.clone().map(Value::from));
        set(&mut node, "cv:contactPage", contacts.website.as_ref().map(|to| json!({"@id": to})));
        let hours = self.base.edition.lines(&contacts.hours);
        let hours: Vec<String> = hours.into_iter().map(|line| self.base.plain(line)).collect();
        set(&mut node, "cv:openingHours", (!hours.is_empty()).then(|| hours.join(" ").into()));
        node
    }

    /// A way to do what a rule asks, where the municipality has it: what to call, write to or fill in.
    fn channel(&self, route: Route) -> Option<Value> {
        let contacts = &self.municipality.contacts;
        let lines = |address: &crate::model::Address| address.lines().join(", ").replace('\u{a0}', " ");
        let identifier = match route {
            Route::Form => contacts.form.clone(),
            Route::Phone => contacts.phone.clone(),
            Route::Email => contacts.email.clone(),
            Route::Desk => contacts.desk.as_ref().map(lines),
            Route::Post => contacts.post.as_ref().map(lines),
        }?;
        let label = format!("route_{}", route.word());
        let said = self.editions.iter().map(|scribe| {
            let catalog = scribe.catalog();
            json!({"@value": catalog.text(&label), "@language": catalog.tag()})
        });
        Some(json!({
            "@id": self.channel_id(route),
            "@type": "cv:Channel",
            "dct:identifier": identifier,
            "dct:description": said.collect::<Vec<_>>(),
        }))
    }

    fn channel_id(&self, route: Route) -> String {
        self.own(&format!("channel-{}", route.word()))
    }

    fn theme_id(&self, ix: Ix<Chapter>) -> String {
        self.base.address(&format!("{}/#theme", self.base.site.library.chapters[ix.get()].id))
    }

    fn theme(&self, ix: Ix<Chapter>) -> Value {
        let chapter = &self.base.site.library.chapters[ix.get()];
        json!({
            "@id": self.theme_id(ix),
            "@type": "skos:Concept",
            "skos:notation": chapter.letter.value,
            "skos:prefLabel": self.texts(|scribe| scribe.edition.label(&chapter.title)),
        })
    }

    fn service(&self, ix: Ix<Rule>) -> Value {
        let rule = self.found(ix);
        let channels = self.base.edition.routes(ix).iter().filter(|route| self.channel(**route).is_some());
        let channels: Vec<Value> = channels.map(|route| json!({"@id": self.channel_id(*route)})).collect();
        let laws: Vec<Value> =
            self.base.laws(&rule.law).into_iter().map(|law| json!({"@id": law.address})).collect();
        let mut node = json!({
            "@id": self.of(ix, "service"),
            "@type": "cpsv:PublicService",
            "dct:identifier": format!("{}/{}", self.municipality.id, rule.id),
            "dct:title": self.texts(|scribe| scribe.edition.heading(ix).0),
            "dct:description": self.texts(|scribe| scribe.edition.heading(ix).1),
            "cv:hasCompetentAuthority": {"@id": self.own("organisation")},
            "cv:contactPoint": {"@id": self.own("contact")},
            "cv:thematicArea": {"@id": self.theme_id(rule.chapter)},
            "cpsv:follows": {"@id": self.of(ix, "rule")},
        });
        set(&mut node, "cv:hasChannel", (!channels.is_empty()).then(|| channels.into()));
        set(&mut node, "cv:hasLegalResource", (!laws.is_empty()).then(|| laws.into()));
        set(&mut node, "cv:processingTime", self.processing_time(rule));
        let upl = rule.upl.as_ref().map(|upl| json!({"@id": owms(upl), "@type": "skos:Concept"}));
        set(&mut node, "dct:type", upl);
        node
    }

    /// How long a decision takes, where the rule names the fact that says so. `xsd:duration` knows no weeks.
    fn processing_time(&self, rule: &Rule) -> Option<Value> {
        let fact = rule.decided_within.as_ref()?.value;
        let library = self.base.site.library;
        let now = self.base.edition.facts.get(fact)?;
        let duration = match (&now.value, library.facts[fact.get()].kind) {
            (crate::model::Value::Number(weeks), FactKind::Weeks) => {
                format!("P{}D", weeks.checked_mul(rust_decimal::Decimal::from(7))?.normalize())
            }
            _ => self.base.duration(fact)?,
        };
        Some(json!({"@value": duration, "@type": "xsd:duration"}))
    }

    fn rule(&self, ix: Ix<Rule>) -> Value {
        let rule = self.found(ix);
        let laws: Vec<Value> =
            self.base.laws(&rule.law).into_iter().map(|law| json!({"@id": law.address})).collect();
        let mut node = json!({
            "@id": self.of(ix, "rule"),
            "@type": "cpsv:Rule",
            "dct:identifier": rule.sheet.value,
            "dct:title": self.texts(|scribe| scribe.edition.heading(ix).0),
            "dct:description": self.texts(|scribe| scribe.edition.heading(ix).1),
        });
        set(&mut node, "cpsv:implements", (!laws.is_empty()).then(|| laws.into()));
        node
    }
}

fn legal_resource(law: &Law) -> Value {
    json!({
        "@id": law.address,
        "@type": "eli:LegalResource",
        "dct:identifier": law.jci,
        "dct:title": {"@value": law.label, "@language": law.language},
    })
}

fn set(node: &mut Value, key: &str, value: Option<Value>) {
    let object: Option<&mut Map<String, Value>> = node.as_object_mut();
    if let (Some(object), Some(value)) = (object, value) {
        object.insert(key.to_owned(), value);
    }
}
