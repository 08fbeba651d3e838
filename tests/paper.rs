//! Links to PDFs, and the page on which people compose a binder.

use jiff::civil::date;
use wegwijs::locale::catalogs;
use wegwijs::model::{Ix, Library, Municipality, Rule};
use wegwijs::output::{Collected, OutputTree};
use wegwijs::render::html::{Website, website};
use wegwijs::render::{Addresses, Paper, Papers, Tongues};
use wegwijs::resolve::Facts;
use wegwijs::source::{SourceTree, built_in};
use wegwijs::{BuildPlan, complete};

use crate::bench::{built, built_on, edited, example, page, with, words};

const DAY: jiff::civil::Date = date(2026, 11, 22);
const CAR: &str = "possessions/car";
/// Positions of two languages of the example guide, alone and side by side.
const NL: Tongues = Tongues { first: 0, second: None };
const AR: Tongues = Tongues { first: 2, second: None };
const NL_AR: Tongues = Tongues { first: 0, second: Some(2) };

/// The example guide with PDFs beside its pages.
fn with_papers(papers: impl Fn(&Library, &Municipality) -> Vec<(String, Paper)>) -> OutputTree {
    let (tree, built_in) = (complete(&example()), built_in());
    let library = wegwijs::load::load(&tree).value.expect("a sound guide");
    let theme = wegwijs::theme::read(&library.site.theme, &tree).value.expect("a sound theme");
    let catalogs: Vec<_> = catalogs(&library.languages, &tree, &built_in).value.into_iter().flatten().collect();
    let publishers: Vec<_> =
        library.municipalities.iter().map(|m| (Some(&**m), Facts::on(&library, Some(m), DAY))).collect();
    let papers: Papers = papers(&library, &library.municipalities[0]).into_iter().collect();
    let site = Website {
        library: &library,
        theme: &theme,
        catalogs: &catalogs,
        languages: &[0, 1, 2],
        publishers: &publishers,
        date: DAY,
        papers: &papers,
        search: true,
    };
    let made = Collected::default();
    website(site, &made).expect("sound templates");
    made.into_tree()
}

fn rule(library: &Library, id: &str) -> Ix<Rule> {
    Ix::new(library.rules.iter().position(|rule| rule.id == id).expect("a rule of the example"))
}

/// The sheet about cars in some languages, one page more each time.
fn car_sheets(tongues: &[Tongues], bytes: usize) -> OutputTree {
    with_papers(|library, municipality| {
        let path = |tongues| Addresses::of(library).sheet_paper(Some(municipality), tongues, rule(library, CAR));
        let papers = tongues.iter().enumerate().map(|(i, t)| (path(*t), Paper { bytes, pages: i + 1 }));
        papers.collect()
    })
}

#[test]
fn a_sheet_links_to_the_pdfs_that_exist_with_pages_and_size() {
    let site = car_sheets(&[NL, AR, NL_AR], 83_400);
    let dutch = page(&site, "duinrode/nl/possessions/car/index.html");
    let link = "<a href=\"../../../../duinrode/nl/possessions/car/b3-nl.pdf\" type=\"application/pdf\" \
                hreflang=\"nl\">Dit blad als PDF (1 bladzijde, 84 kB)</a>";
    assert!(dutch.contains(link), "{dutch}");
    let arabic = page(&site, "duinrode/ar/possessions/car/index.html");
    assert!(words(arabic).contains("هذه الورقة بصيغة PDF (صفحتان، \u{2066}84\u{2069} كيلوبايت)"), "{arabic}");
    assert!(
        arabic.contains("possessions/car/b3-nl-ar.pdf\" type=\"application/pdf\" hreflang=\"ar\""),
        "{arabic}"
    );
    assert!(arabic.contains("(\u{2066}3\u{2069} صفحات، \u{2066}84\u{2069} كيلوبايت)"), "{arabic}");
    for other in ["duinrode/en/possessions/car/index.html", "meerwijk/nl/possessions/car/index.html"] {
        assert!(!page(&site, other).contains(".pdf"), "{other} has no PDF beside it");
    }
}

#[test]
fn a_size_is_written_as_people_read_it() {
    let said = |bytes| {
        let site = car_sheets(&[NL], bytes);
        words(page(&site, "duinrode/nl/possessions/car/index.html"))
    };
    for (bytes, want) in [(1, "1 kB"), (999_000, "999 kB"), (1_000_000, "1 MB"), (1_260_000, "1,3 MB")] {
        assert!(said(bytes).contains(&format!("(1 bladzijde, {want})")), "{bytes} bytes are {want}");
    }
}

#[test]
fn chapters_and_the_guide_have_theirs() {
    let paper = Paper { bytes: 1_234_567, pages: 120 };
    let site = with_papers(|library, municipality| {
        let addresses = Addresses::of(library);
        let chapter = library.rules[rule(library, CAR).get()].chapter;
        let paths = [
            addresses.chapter_paper(Some(municipality), NL, chapter),
            addresses.guide_paper(Some(municipality), NL),
            addresses.guide_paper(Some(municipality), NL_AR),
        ];
        paths.into_iter().map(|path| (path, paper)).collect()
    });
    let chapter = words(page(&site, "duinrode/nl/possessions/index.html"));
    assert!(chapter.contains("Dit hoofdstuk als PDF (120 bladzijden, 1,2 MB)"), "{chapter}");
    let home = words(page(&site, "duinrode/nl/index.html"));
    assert!(home.contains("De hele gids als PDF (120 bladzijden, 1,2 MB)"), "{home}");
    let binder = words(page(&site, "duinrode/nl/binder/index.html"));
    for link in ["De hele gids als PDF", "Hoofdstuk B als PDF", "Open blad B3"] {
        assert!(binder.contains(link), "{link}: {binder}");
    }
    assert!(page(&site, "duinrode/ar/index.html").contains("/duinrode/ar/binder/duinrode-nl-ar.pdf"));
}

#[test]
fn the_page_to_compose_on_has_every_sheet_with_its_titles_and_situations() {
    let site = built_on(&example(), DAY);
    let html = page(&site, "duinrode/ar/binder/index.html");
    let rules = rule_pages(&site);
    let below = rules.iter().filter_map(|path| path.strip_prefix("duinrode/nl/"));
    let folders: Vec<&str> = below.map(|below| below.trim_end_matches("index.html")).collect();
    assert!(folders.len() > 10, "{folders:?}");
    for folder in folders {
        assert!(html.contains(&format!("data-path=\"{folder}\"")), "{folder}");
    }
    // The example about a car that is a gift makes it a sheet for gifts, too.
    let car = html.split("value=\"B3\"").nth(1).and_then(|rest| rest.split("data-situations=\"").nth(1));
    let mut situations: Vec<&str> =
        car.and_then(|rest| rest.split('"').next()).expect("situations").split(' ').collect();
    situations.sort_unstable();
    assert_eq!(situations, ["car", "gift", "money", "work"]);
    assert!(html.contains("<strong>B3</strong> <span lang=\"nl\" dir=\"ltr\">Een andere auto</span> <span>"));
    assert!(html.contains("data-editions=\"../../nl/ ../../ar/\""), "side by side, Dutch first");
    let dutch = page(&site, "duinrode/nl/binder/index.html");
    assert!(dutch.contains("<strong>B3</strong> <span>Een andere auto</span>"), "one title");
    assert!(!dutch.contains("value=\"in="), "no second choice of the same language");
}

#[test]
fn only_languages_that_are_made_can_be_printed() {
    let plan = BuildPlan { languages: vec!["ar".into()], ..BuildPlan::on(DAY) };
    let site = built(&example(), &plan);
    let html = page(&site, "duinrode/ar/binder/index.html");
    assert_eq!(html.matches("data-editions").count(), 1, "{html}");
}

#[test]
fn a_sheet_without_a_translated_title_is_listed_once() {
    let tree = crate::bench::without(&example(), |path| path == "content/rules/possessions/car/ar.md");
    let site = built_on(&tree, DAY);
    let html = page(&site, "duinrode/ar/binder/index.html");
    assert!(
        html.contains("<strong>B3</strong> <span lang=\"nl\" dir=\"ltr\">Een andere auto</span></label>"),
        "{html}"
    );
}

/// The pages of rules.
fn rule_pages(site: &OutputTree) -> Vec<&str> {
    let pages = site.iter().map(|(path, _)| path.as_str()).filter(|path| path.ends_with("/index.html"));
    pages.filter(|path| page(site, path).contains("class=\"rule-page\"")).collect()
}

/// The names of the pieces of a page, in order.
fn pieces(html: &str) -> Vec<&str> {
    html.split(" data-s=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn every_piece_of_a_rule_has_its_pair_in_every_language() {
    let site = built_on(&example(), DAY);
    let mut count = 0;
    for path in rule_pages(&site).into_iter().filter(|path| path.contains("/nl/")) {
        let dutch = pieces(page(&site, path));
        assert!(dutch.len() > 15 && dutch.contains(&"answer"), "{path}: {dutch:?}");
        let once: std::collections::BTreeSet<&&str> = dutch.iter().collect();
        assert_eq!(once.len(), dutch.len(), "{path}: a name is there twice");
        for other in ["/ar/", "/en/"] {
            assert_eq!(pieces(page(&site, &path.replace("/nl/", other))), dutch, "{path} in {other}");
        }
        count += 1;
    }
    assert!(count >= 17, "{count} rules");
}

#[test]
fn paper_says_which_sheet_it_is_and_of_when() {
    let site = built_on(&example(), DAY);
    let html = page(&site, "duinrode/nl/possessions/car/index.html");
    assert!(html.contains("data-foot=\"Blad B3 · versie van 1 januari 2026 · Duinrode\""), "{html}");
    let tree = edited(&example(), "content/site.yaml", "nl: Wegwijs in de bijstand", "nl: 'Gids \"A & B\"'");
    let html = page(&built_on(&tree, DAY), "duinrode/nl/help/index.html").to_owned();
    assert!(html.contains("data-foot=\"Gids &quot;A &amp; B&quot; · Duinrode\""), "{html}");
}

#[test]
fn a_theme_of_ones_own_can_replace_the_script_or_do_without() {
    let script = |site: &OutputTree| {
        let found = site.iter().find(|(path, _)| path.as_str().starts_with("assets/binder."));
        found.map(|(path, bytes)| (path.as_str().to_owned(), bytes.to_vec()))
    };
    let (path, _) = script(&built_on(&example(), DAY)).expect("a script");
    let own = built_on(&with(&example(), &[("themes/default/scripts/binder.js", "// own\n")]), DAY);
    let (own_path, bytes) = script(&own).expect("a script");
    assert_eq!(bytes, b"// own\n");
    assert_ne!(path, own_path, "the name follows from the content");
    assert!(page(&own, "duinrode/nl/binder/index.html").contains(&own_path));
    let bare = built_on(&without_script(), DAY);
    assert!(script(&bare).is_none() && !page(&bare, "duinrode/nl/binder/index.html").contains("assets/binder."));
}

/// The example guide with a theme that has all of the default one but its script.
fn without_script() -> SourceTree {
    let tree = complete(&example());
    let files = tree.iter().map(|(_, file)| file).filter(|file| !file.path.ends_with("binder.js"));
    let theme = files.filter_map(|file| {
        let below = file.path.strip_prefix("themes/default/")?;
        Some((format!("themes/bare/{below}"), file.text()?.to_owned()))
    });
    let theme: Vec<(String, String)> = theme.collect();
    let texts: Vec<(&str, &str)> = theme.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    edited(&with(&example(), &texts), "content/site.yaml", "theme: default", "theme: bare")
}
