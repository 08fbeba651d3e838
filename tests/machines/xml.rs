//! XML as a tree, with the namespaces of the standard under short names.

use std::collections::BTreeMap;

use quick_xml::XmlVersion;
use quick_xml::events::Event;
use quick_xml::name::ResolveResult;
use quick_xml::reader::NsReader;

/// An element, with its namespace in its name.
#[derive(Debug, Default)]
pub(super) struct Element {
    pub(super) name: String,
    pub(super) attributes: BTreeMap<String, String>,
    pub(super) children: Vec<Element>,
    pub(super) text: String,
}

impl Element {
    pub(super) fn find(&self, name: &str) -> &Element {
        self.maybe(name).unwrap_or_else(|| panic!("{} holds {name}: {self:#?}", self.name))
    }

    pub(super) fn maybe(&self, name: &str) -> Option<&Element> {
        self.children.iter().find(|child| child.name == name)
    }

    pub(super) fn names(&self) -> Vec<&str> {
        self.children.iter().map(|child| child.name.as_str()).collect()
    }

    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.get(name).map(String::as_str)
    }
}

/// Short names of the namespaces that the standard asks for.
const SPACES: [(&str, &str); 3] = [
    ("http://standaarden.overheid.nl/product/terms/", "p"),
    ("http://standaarden.overheid.nl/owms/terms/", "o"),
    ("http://purl.org/dc/terms/", "d"),
];

pub(super) fn parsed(xml: &str) -> Element {
    let mut reader = NsReader::from_str(xml);
    let mut open = vec![Element::default()];
    loop {
        let (space, event) = reader.read_resolved_event().expect("well-formed XML");
        let named = |start: &quick_xml::events::BytesStart<'_>| {
            let ResolveResult::Bound(space) = space else { panic!("{start:?} has no namespace") };
            let space = SPACES.iter().find(|(uri, _)| *uri == space.0).expect("a namespace of the standard").1;
            let attributes = start.attributes().map(|attribute| {
                let attribute = attribute.expect("an attribute");
                let value = attribute.normalized_value(XmlVersion::Explicit1_0).expect("a value").into_owned();
                (attribute.key.0.to_owned(), value)
            });
            let name = format!("{space}:{}", start.local_name().into_inner());
            Element { name, attributes: attributes.collect(), ..Element::default() }
        };
        match event {
            Event::Start(start) => open.push(named(&start)),
            Event::Empty(start) => {
                let element = named(&start);
                open.last_mut().expect("a parent").children.push(element);
            }
            Event::End(_) => {
                let element = open.pop().expect("an element");
                open.last_mut().expect("a parent").children.push(element);
            }
            Event::Text(text) => open.last_mut().expect("an element").text += &text.xml10_content(),
            Event::GeneralRef(name) => {
                let text = format!("&{};", &*name);
                let text = quick_xml::escape::unescape(&text).expect("a known reference").into_owned();
                open.last_mut().expect("an element").text += &text;
            }
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(open.len(), 1, "everything is closed");
    open.remove(0).children.remove(0)
}
