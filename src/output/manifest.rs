//! `manifest.json`: every file of the site with its length and hash, so that a site can be told from half
//! a site, and our files from somebody else's.

use serde::{Deserialize, Serialize};

use super::{Made, OutPath, OutputFile, OutputTree};

/// Name of the manifest in the output folder.
pub const MANIFEST: &str = "manifest.json";

/// What a folder of ours holds: one kind is never put in the place of another.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// A website.
    #[default]
    Site,
    /// A report on a guide.
    Report,
    /// A copy of a website that opens without a web server.
    Copy,
}

impl Kind {
    /// Its word, as in the manifest.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Kind::Site => "site",
            Kind::Report => "report",
            Kind::Copy => "copy",
        }
    }

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
    fn is_site(&self) -> bool {
        *self == Kind::Site
    }
}

/// The manifest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// Which program wrote the site, with its version.
    pub generator: String,
    /// What the files are together.
    #[serde(default, skip_serializing_if = "Kind::is_site")]
    pub kind: Kind,
    /// The day that the pages speak of.
    pub date: String,
    /// When pages will look different by the date alone, for a timer that builds again then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<NextBuild>,
    /// The files, sorted by path; the manifest itself is not among them.
    pub files: Vec<Entry>,
}

/// What a manifest says of all files together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imprint {
    /// What the files are together.
    pub kind: Kind,
    /// The day that the pages speak of.
    pub date: String,
    /// When pages will look different by the date alone.
    pub next: Option<NextBuild>,
}

/// When to build again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NextBuild {
    /// The day, as 2027-01-01.
    pub on: String,
    /// What happens then: `takes-effect`, `announced` or `news-no-longer`.
    pub why: String,
}

/// One file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Path below the output folder.
    pub path: String,
    /// Length in bytes.
    pub length: u64,
    /// BLAKE3 in hexadecimal digits.
    pub hash: String,
    /// What it was made from, for files that the next build may keep.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub made: Option<Made>,
}

impl Manifest {
    /// The manifest of a tree.
    #[must_use]
    pub fn of(tree: &OutputTree, imprint: Imprint) -> Self {
        let entry = |(path, bytes): (&OutPath, &[u8])| Entry {
            path: path.to_string(),
            length: bytes.len() as u64,
            hash: blake3::hash(bytes).to_hex().to_string(),
            made: tree.made(path.as_str()).cloned(),
        };
        Self::with(imprint, tree.iter().map(entry).collect())
    }

    /// The manifest of files, which are sorted by path.
    pub(super) fn with(imprint: Imprint, files: Vec<Entry>) -> Self {
        let generator = concat!("wegwijs ", env!("CARGO_PKG_VERSION")).to_owned();
        let Imprint { kind, date, next } = imprint;
        Manifest { generator, kind, date, next, files }
    }

    /// The manifest as a file.
    #[must_use]
    pub fn file(&self) -> Option<OutputFile> {
        let mut bytes = serde_json::to_vec_pretty(self).ok()?;
        bytes.push(b'\n');
        Some(OutputFile { path: OutPath::new(MANIFEST)?, bytes })
    }
}
