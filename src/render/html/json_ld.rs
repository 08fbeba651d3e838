//! JSON-LD with the words of schema.org, for search engines and assistants.

use serde_json::{Value, json};

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
    let organisation = about.publisher.map(|(name, municipality)| {
        json!({
            "@type": "GovernmentOrganization",
            "name": name,
            "areaServed": {"@type": "AdministrativeArea", "name": municipality},
        })
    });
    let page_id = format!("{}#page", about.address);
    let mut page = json!({
        "@type": "WebPage",
        "@id": page_id,
        "url": about.address,
        "name": about.name,
        "description": about.description,
        "inLanguage": about.language,
    });
    set(&mut page, "dateModified", about.changed_on.clone().map(Value::from));
    set(&mut page, "lastReviewed", about.reviewed_on.clone().map(Value::from));
    set(&mut page, "publisher", organisation.clone());
    let mut graph = vec![page];
    if about.trail.len() > 1 {
        graph.push(breadcrumbs(about.trail));
    }
    if about.service {
        let mut service = json!({
            "@type": "GovernmentService",
            "name": about.name,
            "description": about.description,
            "url": about.address,
            "mainEntityOfPage": {"@id": page_id},
            "availableChannel": {
                "@type": "ServiceChannel",
                "serviceUrl": about.address,
                "availableLanguage": about.languages,
            },
        });
        set(&mut service, "provider", organisation);
        graph.push(service);
    }
    escape::json_in_script(&json!({"@context": "https://schema.org", "@graph": graph}))
}

fn set(object: &mut Value, key: &str, value: Option<Value>) {
    if let (Value::Object(map), Some(value)) = (object, value) {
        map.insert(key.to_owned(), value);
    }
}

fn breadcrumbs(trail: &[(String, String)]) -> Value {
    let items = trail.iter().enumerate().map(
        |(i, (name, address))| json!({"@type": "ListItem", "position": i + 1, "name": name, "item": address}),
    );
    json!({"@type": "BreadcrumbList", "itemListElement": items.collect::<Vec<_>>()})
}
