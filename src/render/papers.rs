//! The PDFs of a guide, so that pages can link to them with their size and number of pages.

use std::collections::BTreeMap;

/// Which PDFs there are, by path below the site. Empty where none are made.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Papers(BTreeMap<String, Paper>);

/// What readers want to know of a PDF before they fetch it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Paper {
    /// Length of the file.
    pub bytes: usize,
    /// Number of pages.
    pub pages: usize,
}

impl Papers {
    /// One PDF.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<Paper> {
        self.0.get(path).copied()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl FromIterator<(String, Paper)> for Papers {
    fn from_iter<I: IntoIterator<Item = (String, Paper)>>(papers: I) -> Self {
        Papers(papers.into_iter().collect())
    }
}
