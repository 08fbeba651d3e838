//! `sitemap.xml` with every page that search engines should know, and its translations.

use std::fmt::Write;

use super::escape;
use super::out_path;
use crate::output::OutputFile;

/// A page in the sitemap.
#[derive(Debug, Clone)]
pub(crate) struct Entry {
    /// Address on the web.
    pub(crate) address: String,
    /// Day of its last change.
    pub(crate) changed_on: Option<jiff::civil::Date>,
    /// The same page in every language, itself included: tag and address.
    pub(crate) alternates: Vec<(String, String)>,
}

/// Addresses in one file at most (sitemaps.org, protocol 0.9).
const MAX: usize = 50_000;

/// The sitemap; for more pages than one file may hold, an index and its parts.
pub(super) fn files(mut entries: Vec<Entry>, base_url: &str) -> Vec<OutputFile> {
    entries.sort_by(|a, b| a.address.cmp(&b.address));
    if entries.len() <= MAX {
        return vec![file("sitemap.xml", &urls(&entries))];
    }
    let mut files = Vec::new();
    let mut index = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    for (i, part) in entries.chunks(MAX).enumerate() {
        let name = format!("sitemap-{}.xml", i + 1);
        let _ = writeln!(index, "<sitemap><loc>{}{name}</loc></sitemap>", escape::escaped(base_url));
        files.push(file(&name, &urls(part)));
    }
    index.push_str("</sitemapindex>\n");
    files.push(file("sitemap.xml", &index));
    files
}

fn file(name: &str, text: &str) -> OutputFile {
    OutputFile { path: out_path(name.to_owned()), bytes: text.as_bytes().to_vec() }
}

fn urls(entries: &[Entry]) -> String {
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
         xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    for entry in entries {
        let _ = write!(xml, "<url><loc>{}</loc>", escape::escaped(&entry.address));
        if let Some(date) = entry.changed_on {
            let _ = write!(xml, "<lastmod>{date}</lastmod>");
        }
        for (lang, address) in &entry.alternates {
            let address = escape::escaped(address);
            let _ = write!(xml, "<xhtml:link rel=\"alternate\" hreflang=\"{lang}\" href=\"{address}\"/>");
        }
        xml.push_str("</url>\n");
    }
    xml.push_str("</urlset>\n");
    xml
}
