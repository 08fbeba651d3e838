//! Addresses: every page of every edition, and the ways between them.

use crate::model::{Ix, Library, Municipality, Rule};

/// Where pages are: `[<municipality>/]<language>/...`, the municipality only where there are several.
#[derive(Debug, Clone, Copy)]
pub struct Addresses<'a> {
    library: &'a Library,
}

impl<'a> Addresses<'a> {
    /// The addresses of a guide.
    #[must_use]
    pub fn of(library: &'a Library) -> Self {
        Addresses { library }
    }

    /// Whether editions are below a folder of their municipality.
    #[must_use]
    pub fn several(&self) -> bool {
        self.library.municipalities.len() > 1
    }

    /// The folder of a municipality, ending in `/`, or nothing where there is only one.
    #[must_use]
    pub fn municipality(&self, municipality: Option<&Municipality>) -> String {
        match municipality {
            Some(municipality) if self.several() => format!("{}/", municipality.id),
            _ => String::new(),
        }
    }

    /// The folder of an edition, ending in `/`.
    #[must_use]
    pub fn edition(&self, municipality: Option<&Municipality>, language: usize) -> String {
        format!(
            "{}{}/",
            self.municipality(municipality),
            self.library.languages.tag(language).to_ascii_lowercase()
        )
    }

    /// A rule's page, from the edition's folder.
    #[must_use]
    pub fn rule(&self, rule: Ix<Rule>) -> String {
        format!("{}/", self.library.rules[rule.get()].id)
    }

    /// The address on the web of a path below the site.
    #[must_use]
    pub fn absolute(&self, path: &str) -> String {
        format!("{}{path}", self.library.site.base_url)
    }

    /// The path of the site on its host, `/` at least: for the page that is served at any address.
    #[must_use]
    pub fn root(&self) -> &'a str {
        let url = &self.library.site.base_url;
        let after_scheme = url.find("://").map_or(0, |at| at + 3);
        url[after_scheme..].find('/').map_or("/", |at| &url[after_scheme + at..])
    }
}

/// The way up from a page's folder to the folder `levels` above it: `../../`, or `./` for none.
#[must_use]
pub(crate) fn up(path: &str) -> String {
    match path.matches('/').count() {
        0 => "./".to_owned(),
        levels => "../".repeat(levels),
    }
}
