//! A copy of a website that opens from a folder by `file://`: from a USB stick, or on a computer in a library.
//!
//! One pass over pages that are done, with a real HTML parser, so that templates need not know of it: a link to
//! a folder names the file in it, what only serves the web is left out, and every page says of which day the
//! copy is and where the living site stands.

use std::cell::Cell;
use std::collections::BTreeSet;

use lol_html::html_content::ContentType;
use lol_html::{RewriteStrSettings, element, end, rewrite_str};
use rayon::prelude::*;

use super::Addresses;
use super::address::up;
use super::html::escape::escaped;
use super::html::{Website, date_in, out_path, say_html};
use crate::locale::Catalog;
use crate::model::Ix;
use crate::output::{OutputFile, OutputTree};

const INDEX: &str = "index.html";

/// Makes a copy of a website's files.
#[must_use]
pub fn copy(site: Website<'_>, mut tree: OutputTree) -> OutputTree {
    let short = short_addresses(site);
    tree.retain(|path| is_kept(path, &short));
    let kept: BTreeSet<&str> = tree.iter().map(|(path, _)| path.as_str()).collect();
    let copier = Copier { site, kept };
    let pages: Vec<(&str, &[u8])> = tree
        .iter()
        .map(|(path, bytes)| (path.as_str(), bytes))
        .filter(|(path, _)| path.ends_with(".html"))
        .collect();
    let pages: Vec<OutputFile> = pages
        .into_par_iter()
        .filter_map(|(path, bytes)| {
            let html = std::str::from_utf8(bytes).ok()?;
            Some(OutputFile { path: out_path(path.to_owned()), bytes: copier.page(path, html).into_bytes() })
        })
        .collect();
    tree.extend(pages);
    tree
}

/// What a reader without a web server has use for. Feeds and the sitemap are about the living site; a page for
/// addresses that do not exist is served by nobody.
fn is_kept(path: &str, short: &BTreeSet<String>) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    name != "404.html" && !name.ends_with(".xml") && !short.contains(path)
}

/// Pages for addresses that people type, which no one types here.
fn short_addresses(site: Website<'_>) -> BTreeSet<String> {
    let addresses = Addresses::of(site.library);
    let rules = (0..site.library.rules.len()).map(Ix::new).filter_map(|rule| addresses.short(rule));
    let rules: Vec<String> = rules.collect();
    let mut short = BTreeSet::new();
    for (municipality, _) in site.publishers {
        for language in site.languages {
            let folder = addresses.edition(*municipality, *language);
            short.extend(rules.iter().map(|rule| format!("{folder}{rule}{INDEX}")));
        }
    }
    short
}

struct Copier<'a> {
    site: Website<'a>,
    kept: BTreeSet<&'a str>,
}

impl Copier<'_> {
    fn page(&self, path: &str, html: &str) -> String {
        let line = self.line(path);
        let placed = Cell::new(false);
        let settings = RewriteStrSettings::new()
            .append_element_content_handler(element!("html", |html| {
                // For scripts that make links: what to add to the address of a folder.
                html.set_attribute("data-index", INDEX)?;
                Ok(())
            }))
            .append_element_content_handler(element!("link[rel=canonical], link[hreflang]", |link| {
                link.remove();
                Ok(())
            }))
            .append_element_content_handler(element!("script[type='application/ld+json']", |script| {
                script.remove();
                Ok(())
            }))
            .append_element_content_handler(element!("link[href]", |link| {
                match link.get_attribute("href").and_then(|href| self.link(path, &href)) {
                    Some(Way::Here(to)) => link.set_attribute("href", &to)?,
                    Some(Way::OnTheWeb(_)) => link.remove(),
                    None => {}
                }
                Ok(())
            }))
            .append_element_content_handler(element!("a[href], area[href]", |link| {
                if let Some(way) = link.get_attribute("href").and_then(|href| self.link(path, &href)) {
                    link.set_attribute("href", way.address())?;
                }
                Ok(())
            }))
            .append_element_content_handler(element!("form[action]", |form| {
                if let Some(way) = form.get_attribute("action").and_then(|to| self.link(path, &to)) {
                    form.set_attribute("action", way.address())?;
                }
                Ok(())
            }))
            .append_element_content_handler(element!("body > footer", |footer| {
                if !placed.replace(true) {
                    footer.prepend(&line, ContentType::Html);
                }
                Ok(())
            }))
            .append_document_content_handler(end!(|end| {
                // A theme of its own may have no footer.
                if !placed.get() {
                    end.append(&line, ContentType::Html);
                }
                Ok(())
            }))
            // What the strict mode refuses is rewritten all the same; so nothing is left that can fail.
            .with_strict(false);
        rewrite_str(html, settings).unwrap_or_else(|_| html.to_owned())
    }

    /// Of which day the copy is, and where the newest is; on pages for all readers in every language.
    fn line(&self, path: &str) -> String {
        let addresses = Addresses::of(self.site.library);
        let mut editions = self.site.publishers.iter().flat_map(|(municipality, _)| {
            self.site
                .languages
                .iter()
                .map(move |language| (*language, addresses.edition(*municipality, *language)))
        });
        let address = addresses.absolute(path.strip_suffix(INDEX).unwrap_or(path));
        let say = |catalog: &Catalog, attributes: &str| {
            let address = escaped(&address);
            let shown = address.split_once("://").map_or(address.as_str(), |(_, rest)| rest);
            let link = format!("<a href=\"{address}\" dir=\"ltr\">{shown}</a>");
            let day = date_in(self.site.date, catalog);
            let said = say_html(catalog, "copy_of", &[("date", &day), ("address", &link)]);
            format!("<p class=\"wrap copy\"{attributes}>{said}</p>")
        };
        match editions.find(|(_, folder)| path.starts_with(folder.as_str())) {
            Some((language, _)) => say(&self.site.catalogs[language], ""),
            None => {
                let in_own = |language: &usize| {
                    let catalog = &self.site.catalogs[*language];
                    let (tag, dir) = (catalog.tag(), catalog.direction().word());
                    say(catalog, &format!(" lang=\"{tag}\" dir=\"{dir}\""))
                };
                self.site.languages.iter().map(in_own).collect()
            }
        }
    }

    /// Where a link on a page leads, if that is inside the site.
    fn link(&self, page: &str, href: &str) -> Option<Way> {
        let addresses = Addresses::of(self.site.library);
        let end = href.find(['?', '#']).unwrap_or(href.len());
        let (to, rest) = href.split_at(end);
        let scheme = to.split('/').next().is_some_and(|first| first.contains(':'));
        if to.is_empty() || scheme || to.starts_with("//") {
            return None;
        }
        let folder = page.rsplit_once('/').map_or("", |(folder, _)| folder);
        let from_root = to.strip_prefix(addresses.root());
        let target = match from_root {
            Some(target) => joined("", target),
            None => joined(folder, to),
        }?;
        if !self.kept.contains(target.as_str()) {
            let target = target.strip_suffix(INDEX).unwrap_or(&target);
            return Some(Way::OnTheWeb(format!("{}{rest}", escaped(&addresses.absolute(target)))));
        }
        let name = target.rsplit('/').next().unwrap_or(INDEX);
        let here = match from_root {
            Some(_) => format!("{}{target}", up(page)),
            None if to.ends_with(name) => to.to_owned(),
            None if to.ends_with('/') => format!("{to}{name}"),
            None => format!("{to}/{name}"),
        };
        Some(Way::Here(format!("{here}{rest}")))
    }
}

/// Where a link leads in the copy.
enum Way {
    /// To a file of the copy.
    Here(String),
    /// To the living site: the copy does not have it.
    OnTheWeb(String),
}

impl Way {
    fn address(&self) -> &str {
        match self {
            Way::Here(address) | Way::OnTheWeb(address) => address,
        }
    }
}

/// The file to which a relative address leads from a folder; nothing where it leaves the site.
fn joined(folder: &str, to: &str) -> Option<String> {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    let mut is_folder = true;
    for part in to.split('/') {
        is_folder = matches!(part, "" | "." | "..");
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    let path = parts.join("/");
    // A name without an ending is a folder whose last stroke was left out.
    let is_folder = is_folder || !parts.last().is_some_and(|name| name.contains('.'));
    Some(match (is_folder, path.is_empty()) {
        (false, _) => path,
        (true, true) => INDEX.to_owned(),
        (true, false) => format!("{path}/{INDEX}"),
    })
}

#[cfg(test)]
mod tests {
    use super::joined;

    #[test]
    fn a_link_leads_to_a_file() {
        let to = |folder, to| joined(folder, to);
        assert_eq!(to("nl/a/b", "../../").as_deref(), Some("nl/index.html"));
        assert_eq!(to("nl", "..").as_deref(), Some("index.html"));
        assert_eq!(to("nl", "./").as_deref(), Some("nl/index.html"));
        assert_eq!(to("", "nl/a").as_deref(), Some("nl/a/index.html"));
        assert_eq!(to("nl/a", "../../assets/x.css").as_deref(), Some("assets/x.css"));
        assert_eq!(to("nl", "../../x"), None, "out of the site");
    }
}
