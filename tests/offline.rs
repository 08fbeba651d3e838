//! The copy that opens from a folder, without a web server.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;

use jiff::civil::date;
use lol_html::{RewriteStrSettings, element, rewrite_str};
use wegwijs::output::{Manifest, OutputTree, zipped};
use wegwijs::source::SourceTree;
use wegwijs::{BuildPlan, build};

use crate::bench::{built, built_on, edited, example, minimal, page, words};
use crate::command::{guide, text, wegwijs};

const DAY: jiff::civil::Date = date(2026, 11, 22);
const BASE: &str = "https://wegwijs.example/";

fn copy(tree: &SourceTree, languages: &[&str]) -> OutputTree {
    let languages = languages.iter().map(|tag| (*tag).to_owned()).collect();
    built(tree, &BuildPlan { offline: true, languages, ..BuildPlan::on(DAY) })
}

fn pages(site: &OutputTree) -> impl Iterator<Item = (&str, &str)> {
    let all = site.iter().map(|(path, bytes)| (path.as_str(), bytes)).filter(|(path, _)| path.ends_with(".html"));
    all.map(|(path, bytes)| (path, std::str::from_utf8(bytes).expect("UTF-8")))
}

/// Every address in a page with the name of its element, and every `id`.
fn addresses(html: &str) -> (Vec<(String, String)>, BTreeSet<String>) {
    let (links, ids) = (RefCell::new(Vec::new()), RefCell::new(BTreeSet::new()));
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(element!("[href], [src], [action]", |element| {
            for name in ["href", "src", "action"] {
                let address = element.get_attribute(name).map(|address| address.replace("&amp;", "&"));
                links.borrow_mut().extend(address.map(|address| (element.tag_name(), address)));
            }
            Ok(())
        }))
        .append_element_content_handler(element!("[id]", |element| {
            ids.borrow_mut().extend(element.get_attribute("id"));
            Ok(())
        }));
    rewrite_str(html, settings).expect("a page");
    (links.into_inner(), ids.into_inner())
}

/// The file that a browser opens for a relative address.
fn opened(page: &str, to: &str) -> String {
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in to.split('/') {
        match part {
            "." => {}
            ".." => assert!(parts.pop().is_some(), "{page}: {to} leaves the copy"),
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// Follows every link of every page; gives the number of links.
fn walked(site: &OutputTree) -> usize {
    let found: BTreeMap<&str, _> = pages(site).map(|(path, html)| (path, addresses(html))).collect();
    let mut count = 0;
    for (path, (links, _)) in &found {
        let mut to_the_site = 0;
        for (tag, link) in links {
            count += 1;
            if link.starts_with("tel:") || link.starts_with("mailto:") {
                continue;
            }
            if link.contains("://") {
                to_the_site += usize::from(link.starts_with(BASE));
                assert_eq!(tag, "a", "{path}: {link} would be fetched");
                continue;
            }
            assert!(!link.starts_with('/'), "{path}: {link} is the top of the disk");
            let (to, anchor) = link.split_once('#').unwrap_or((link, ""));
            let file = if to.is_empty() { (*path).to_owned() } else { opened(path, to) };
            assert!(site.file(&file).is_some(), "{path}: {link} opens {file}, which is not there");
            let known = found.get(file.as_str()).map(|(_, ids)| ids);
            // What has a value is a choice handed to a script, not a place.
            let there = anchor.is_empty() || anchor.contains('=') || known.is_some_and(|ids| ids.contains(anchor));
            assert!(there, "{path}: {link} has no place to go to");
        }
        assert!(to_the_site >= 1, "{path} says where the newest version is");
    }
    count
}

#[test]
fn every_link_opens_a_file() {
    let one = copy(&example(), &["nl"]);
    let links = walked(&one);
    assert!(links > 2_000, "{links} links");
    walked(&copy(&example(), &[]));
}

#[test]
fn links_of_a_guide_at_a_path_and_with_feeds_open_too() {
    let tree = edited(&example(), "content/site.yaml", BASE, "https://wegwijs.example/gids/");
    let tree = edited(
        &tree,
        "themes/default/templates/help.html",
        "{% block main %}",
        "{% block main %}<a href=\"/gids/duinrode/nl/words\">w</a><a href=\"../feed.xml?x#y\">f</a><a href=\"..\">u</a>",
    );
    let tree = edited(
        &tree,
        "themes/default/templates/base.html",
        "</head>",
        "<link rel=\"alternate\" href=\"/gids/x.xml\"></head>",
    );
    let site = copy(&wegwijs::complete(&tree), &["nl"]);
    walked(&site);
    let help = page(&site, "duinrode/nl/help/index.html");
    assert!(help.contains("<a href=\"../../../duinrode/nl/words/index.html\">w</a>"), "{help}");
    let feed = "<a href=\"https://wegwijs.example/gids/duinrode/nl/feed.xml?x#y\">f</a>";
    assert!(help.contains(feed), "what the copy does not have is on the web: {help}");
    assert!(help.contains("<a href=\"../index.html\">u</a>") && !help.contains("x.xml"));
}

#[test]
fn nothing_in_a_copy_is_for_the_web_alone() {
    let site = copy(&example(), &[]);
    for (path, html) in pages(&site) {
        for gone in ["rel=\"canonical\"", "application/ld+json", "application/json", "x-default"] {
            assert!(!html.contains(gone), "{path} has {gone}");
        }
        assert!(html.contains(" data-index=\"index.html\""), "{path}: for scripts");
    }
    let gone = |path: &str| path.ends_with(".xml") || path.ends_with("404.html") || path.ends_with("rules.json");
    let left: Vec<_> = site.iter().map(|(path, _)| path.as_str()).filter(|path| gone(path)).collect();
    assert!(left.is_empty(), "{left:?}");
    let manifest: Manifest =
        serde_json::from_slice(site.file("manifest.json").expect("a manifest")).expect("JSON");
    assert_eq!(manifest.kind.word(), "copy");
    assert_eq!(manifest.files.len() + 1, site.len());
}

#[test]
fn every_page_says_of_which_day_it_is_in_its_language() {
    let site = copy(&example(), &[]);
    for (path, html) in pages(&site) {
        let address = format!("{BASE}{}", path.strip_suffix("index.html").expect("a page in a folder"));
        let lines = html.matches("<p class=\"wrap copy\"").count();
        let chooser = path.split('/').count() < 3;
        assert_eq!(lines, if chooser { 3 } else { 1 }, "{path}");
        assert!(html.contains("<time datetime=\"2026-11-22\">"), "{path}");
        assert!(html.contains(&format!("<a href=\"{address}\" dir=\"ltr\">")), "{path}");
    }
    let said = |path: &str| words(page(&site, path));
    assert!(
        said("duinrode/nl/words/index.html")
            .contains("Dit is een kopie van 22 november 2026 . De nieuwste versie")
    );
    assert!(
        said("duinrode/en/words/index.html").contains("This is a copy of 22 November 2026 . The newest version")
    );
    assert!(said("duinrode/ar/words/index.html").contains("هذه نسخة بتاريخ"));
    let web = built_on(&example(), DAY);
    assert!(!page(&web, "duinrode/nl/words/index.html").contains("wrap copy"), "not on the site itself");
}

/// A theme of its own may have no footer, and pages of any form.
#[test]
fn the_day_is_said_without_a_footer_too() {
    let tree = wegwijs::complete(&minimal());
    let tree = edited(&tree, "themes/default/templates/words.html", "{% extends", "{#- -#}{% extends");
    let tree = edited(
        &tree,
        "themes/default/templates/words.html",
        "{% block main %}",
        "{% block footer %}{% endblock %}{% block main %}",
    );
    let site = copy(&tree, &["en"]);
    assert_eq!(page(&site, "en/words/index.html").matches("<p class=\"wrap copy\"").count(), 1);
}

#[test]
fn one_language_fits_on_anything() {
    for language in ["nl", "ar"] {
        let site = copy(&example(), &[language]);
        let zip = zipped(&site, "wegwijs", DAY).expect("a zip file");
        assert!(site.total_bytes() < 5_000_000, "{language}: {} bytes", site.total_bytes());
        assert!(zip.len() < 1_000_000, "{language}: {} bytes zipped", zip.len());
    }
}

#[test]
fn a_zip_file_holds_the_copy_and_is_the_same_every_time() {
    let site = copy(&minimal(), &["nl"]);
    let zip = zipped(&site, "wegwijs-2026-11-22", DAY).expect("a zip file");
    assert!(zip == zipped(&copy(&minimal(), &["nl"]), "wegwijs-2026-11-22", DAY).expect("a zip file"));
    assert!(
        zip != zipped(&site, "wegwijs-2026-11-22", date(2026, 11, 23)).expect("a zip file"),
        "the day is in it"
    );
    zipped(&site, "wegwijs", date(1492, 10, 12)).expect("a day that zip files do not know");
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(zip)).expect("a zip file");
    assert_eq!(archive.len(), site.len());
    for i in 0..archive.len() {
        let mut file = archive.by_index(i).expect("a file");
        let stamp = file.last_modified().expect("a day");
        assert_eq!((stamp.year(), stamp.month(), stamp.day()), (2026, 11, 22));
        let path =
            file.name().expect("a name").strip_prefix("wegwijs-2026-11-22/").expect("in its folder").to_owned();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).expect("sound");
        assert!(site.file(&path) == Some(bytes.as_slice()), "{path}");
    }
}

#[test]
fn a_copy_never_takes_the_place_of_a_site() {
    let folder = guide();
    let run = |arguments: &[&str]| {
        let all: Vec<&str> =
            ["build", "--date", "2026-06-01", "--no-binder"].iter().chain(arguments).copied().collect();
        wegwijs(folder.path(), &all)
    };
    assert_eq!(run(&[]).status.code(), Some(0));
    let site = std::fs::read(folder.path().join("public/index.html")).expect("a site");
    let made = run(&["--offline", "-l", "nl"]);
    assert_eq!(made.status.code(), Some(0), "{}", text(&made.stderr));
    assert!(text(&made.stdout).contains("offline"), "{}", text(&made.stdout));
    assert!(folder.path().join("offline/nl/index.html").is_file(), "a folder of its own");
    let refused = run(&["--offline", "--out", "public"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(text(&refused.stderr).contains("not a copy"), "{}", text(&refused.stderr));
    assert_eq!(run(&["--out", "offline"]).status.code(), Some(2), "nor a site that of a copy");
    assert!(std::fs::read(folder.path().join("public/index.html")).expect("a site") == site);
}

#[test]
fn a_zip_file_is_written_whole_or_not_at_all() {
    let folder = guide();
    let run = |arguments: &[&str]| {
        let all: Vec<&str> =
            ["build", "--date", "2026-06-01", "--no-binder"].iter().chain(arguments).copied().collect();
        wegwijs(folder.path(), &all)
    };
    let made = run(&["--offline", "--zip", "gids.zip"]);
    assert_eq!(made.status.code(), Some(0), "{}", text(&made.stderr));
    let zip = std::fs::read(folder.path().join("gids.zip")).expect("a file");
    assert!(zip.starts_with(b"PK") && !folder.path().join("offline").exists(), "the file alone");
    assert_eq!(run(&["--offline", "--zip", "gids.zip", "--out", "stick"]).status.code(), Some(0));
    assert!(folder.path().join("stick/index.html").is_file(), "both, if both are asked for");
    assert!(std::fs::read(folder.path().join("gids.zip")).expect("a file") == zip, "the same bytes");
    let nowhere = run(&["--offline", "--zip", "no/such/folder/gids.zip"]);
    assert_eq!(nowhere.status.code(), Some(2));
    assert!(text(&nowhere.stderr).contains("gids.zip was not written"), "{}", text(&nowhere.stderr));
    assert_eq!(run(&["--offline", "--zip", "content/gids.zip"]).status.code(), Some(2), "not among the texts");
    assert_eq!(run(&["--zip", "gids.zip"]).status.code(), Some(2), "only with --offline");
    let names = std::fs::read_dir(folder.path()).expect("a folder").map(|e| e.expect("an entry").file_name());
    let left: Vec<_> = names.filter(|name| name.to_string_lossy().starts_with('.')).collect();
    assert_eq!(left, [".stick.state"], "nothing is left over but what is remembered of the folder");
    let help = text(&run(&["--help"]).stdout);
    assert!(help.contains("wegwijs build --offline") && help.contains("USB"), "{help}");
}

#[test]
fn a_guide_with_errors_has_no_copy() {
    let tree =
        edited(&minimal(), "content/rules/possessions/car/nl.md", "{report-within:after}", "{report-witin}");
    let built = build(&tree, &BuildPlan { offline: true, ..BuildPlan::on(DAY) });
    assert!(built.value.is_none());
}
