//! Addresses: every page of every edition, and the ways between them.

use crate::model::{Chapter, Ix, Library, Municipality, Rule};

/// The language of a PDF, or the two that stand side by side in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tongues {
    /// The language that comes first: its side of the sheet is where reading starts, and where it is bound.
    pub first: usize,
    /// The language beside it.
    pub second: Option<usize>,
}

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

    /// The short address of a rule from the edition's folder, as people type it from a sheet: its code. None
    /// where a chapter has that name.
    #[must_use]
    pub fn short(&self, rule: Ix<Rule>) -> Option<String> {
        let code = self.library.rules[rule.get()].sheet.value.to_ascii_lowercase();
        let taken = self.library.chapters.iter().any(|chapter| chapter.id == code);
        (!taken).then(|| format!("{code}/"))
    }

    /// Where a sheet's PDF is, below the site: beside the page in the reader's language, which is the second
    /// of two. It carries code and language in its name, for people who keep it in a folder.
    #[must_use]
    pub fn sheet_paper(&self, municipality: Option<&Municipality>, tongues: Tongues, rule: Ix<Rule>) -> String {
        let code = self.library.rules[rule.get()].sheet.value.to_ascii_lowercase();
        let folder = self.edition(municipality, tongues.second.unwrap_or(tongues.first));
        format!("{folder}{}{code}-{}.pdf", self.rule(rule), self.tags(tongues))
    }

    /// Where a chapter's PDF is.
    #[must_use]
    pub fn chapter_paper(
        &self,
        municipality: Option<&Municipality>,
        tongues: Tongues,
        chapter: Ix<Chapter>,
    ) -> String {
        let chapter = &self.library.chapters[chapter.get()];
        let folder = self.edition(municipality, tongues.second.unwrap_or(tongues.first));
        format!("{folder}{}/{}-{}.pdf", chapter.id, chapter.id, self.tags(tongues))
    }

    /// Where the PDF of the whole guide is.
    #[must_use]
    pub fn guide_paper(&self, municipality: Option<&Municipality>, tongues: Tongues) -> String {
        let folder = self.edition(municipality, tongues.second.unwrap_or(tongues.first));
        let name = municipality.map_or("guide", |municipality| municipality.id.as_str());
        format!("{folder}binder/{name}-{}.pdf", self.tags(tongues))
    }

    /// `nl`, or `nl-ar`.
    fn tags(&self, tongues: Tongues) -> String {
        let tag = |language| self.library.languages.tag(language).to_ascii_lowercase();
        match tongues.second {
            None => tag(tongues.first),
            Some(second) => format!("{}-{}", tag(tongues.first), tag(second)),
        }
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
