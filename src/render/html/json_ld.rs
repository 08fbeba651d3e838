//! JSON-LD with the words of schema.org, for search engines and assistants.

use serde::Serialize;

use super::escape;

/// What is said of a page.
pub(super) struct About<'a> {
    pub(super) address: &'a str,
    pub(super) name: &'a str,
    pub(super) description: &'a str,
    pub(super) language: &'a str,
    pub(super) changed_on: Option<String>,
    pub(super) reviewed_on: Option<String>,
    /// Name and address of the pages above it, the page itself last.
    pub(super) trail: &'a [(String, String)],
    /// Name of the organisation and of the municipality.
    pub(super) publisher: Option<(&'a str, &'a str)>,
    /// Whether the page describes a service: a rule.
    pub(super) service: bool,
    /// Languages in which the service is offered.
    pub(super) languages: &'a [String],
}

/// The page as JSON-LD, safe inside a `script` element.
pub(super) fn page(about: &About<'_>) -> String {
    let organisation = about.publisher.map(|(name, municipality)| Organisation {
        kind: "GovernmentOrganization",
        area: Area { kind: "AdministrativeArea", name: municipality },
        name,
    });
    let id = format!("{}#page", about.address);
    let mut graph = vec![Node::Page {
        id: &id,
        kind: "WebPage",
        changed_on: about.changed_on.as_deref(),
        description: about.description,
        language: about.language,
        reviewed_on: about.reviewed_on.as_deref(),
        name: about.name,
        publisher: organisation,
        url: about.address,
    }];
    if about.trail.len() > 1 {
        let items = (1..).zip(about.trail).map(Item::of).collect();
        graph.push(Node::Trail { kind: "BreadcrumbList", items });
    }
    if about.service {
        graph.push(Node::Service {
            kind: "GovernmentService",
            channel: Channel { kind: "ServiceChannel", languages: about.languages, url: about.address },
            description: about.description,
            page: Reference { id: &id },
            name: about.name,
            provider: organisation,
            url: about.address,
        });
    }
    escape::json_in_script(&Document { context: "https://schema.org", graph })
}

#[derive(Serialize)]
struct Document<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@graph")]
    graph: Vec<Node<'a>>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Node<'a> {
    Page {
        #[serde(rename = "@id")]
        id: &'a str,
        #[serde(rename = "@type")]
        kind: &'static str,
        #[serde(rename = "dateModified", skip_serializing_if = "Option::is_none")]
        changed_on: Option<&'a str>,
        description: &'a str,
        #[serde(rename = "inLanguage")]
        language: &'a str,
        #[serde(rename = "lastReviewed", skip_serializing_if = "Option::is_none")]
        reviewed_on: Option<&'a str>,
        name: &'a str,
        #[serde(skip_serializing_if = "Option::is_none")]
        publisher: Option<Organisation<'a>>,
        url: &'a str,
    },
    Trail {
        #[serde(rename = "@type")]
        kind: &'static str,
        #[serde(rename = "itemListElement")]
        items: Vec<Item<'a>>,
    },
    Service {
        #[serde(rename = "@type")]
        kind: &'static str,
        #[serde(rename = "availableChannel")]
        channel: Channel<'a>,
        description: &'a str,
        #[serde(rename = "mainEntityOfPage")]
        page: Reference<'a>,
        name: &'a str,
        #[serde(skip_serializing_if = "Option::is_none")]
        provider: Option<Organisation<'a>>,
        url: &'a str,
    },
}

#[derive(Clone, Copy, Serialize)]
struct Organisation<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "areaServed")]
    area: Area<'a>,
    name: &'a str,
}

#[derive(Clone, Copy, Serialize)]
struct Area<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: &'a str,
}

#[derive(Serialize)]
struct Channel<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "availableLanguage")]
    languages: &'a [String],
    #[serde(rename = "serviceUrl")]
    url: &'a str,
}

#[derive(Serialize)]
struct Reference<'a> {
    #[serde(rename = "@id")]
    id: &'a str,
}

/// A page in the trail, with its place from the top.
#[derive(Serialize)]
struct Item<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    item: &'a str,
    name: &'a str,
    position: usize,
}

impl<'a> Item<'a> {
    fn of((position, (name, item)): (usize, &'a (String, String))) -> Self {
        Item { kind: "ListItem", item, name, position }
    }
}
