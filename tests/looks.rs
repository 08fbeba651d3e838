//! House styles and themes: replaced file by file, tokens of the NL Design System, contrast.

use jiff::civil::date;
use wegwijs::BuildPlan;
use wegwijs::output::OutputTree;
use wegwijs::source::SourceTree;

use crate::bench::{built_on, edited, example, page, root, with};

fn house_css<'a>(site: &'a OutputTree, municipality: &str) -> &'a str {
    let start = format!("assets/{municipality}.");
    let found = site.iter().find(|(path, _)| path.as_str().starts_with(&start) && path.as_str().ends_with(".css"));
    std::str::from_utf8(found.expect("a style sheet of the municipality").1).expect("UTF-8")
}

#[test]
fn one_template_can_be_replaced_and_the_rest_stays_built_in() {
    let own = "{% extends \"base.html\" %}{% block main %}<h1>{{ ui.not_found_title }}</h1><p>Eigen tekst</p>{% endblock %}";
    let tree = without_theme(&example());
    let site = built_on(&with(&tree, &[("themes/default/templates/not_found.html", own)]), date(2026, 6, 1));
    assert!(page(&site, "duinrode/nl/404.html").contains("Eigen tekst"));
    assert_eq!(
        site.file("duinrode/nl/index.html"),
        built_on(&example(), date(2026, 6, 1)).file("duinrode/nl/index.html")
    );
}

/// The example guide as a user has it: content alone.
fn without_theme(tree: &SourceTree) -> SourceTree {
    crate::bench::without(tree, |path| !path.starts_with("content/"))
}

#[test]
fn a_house_style_is_custom_properties_and_nothing_else() {
    let tokens = ".polderhaven-theme { --utrecht-link-color: #14508c; --unused-token: 1px; display: none; \
                  --utrecht-heading-color: url(https://elsewhere.example/x) } @import 'x.css';";
    let tree = with(&example(), &[("content/municipalities/polderhaven/tokens.css", tokens)]);
    let site = built_on(&tree, date(2026, 6, 1));
    let css = house_css(&site, "polderhaven");
    assert!(css.contains("--utrecht-link-color:#14508c;") && css.contains("--ww-color-primary:"), "{css}");
    for never in ["display", "url(", "import", "unused", "elsewhere"] {
        assert!(!css.contains(never), "{never} in {css}");
    }
}

#[test]
fn a_house_style_that_is_hard_to_read_is_a_finding_with_colours_and_ratio() {
    let path = "content/municipalities/duinrode/municipality.yaml";
    let tree = edited(&example(), path, "primary: \"#8a2b1e\"", "primary: \"#ff8c69\"");
    let built = wegwijs::build(&tree, &BuildPlan::on(date(2026, 6, 1)));
    assert!(built.value.is_none());
    let finding = built.findings.iter().find(|finding| finding.code == "contrast").expect("a finding");
    for part in ["#ff8c69", "#ffffff", "to 1"] {
        assert!(finding.message.contains(part), "{}", finding.message);
    }
    let text = crate::bench::shown(std::slice::from_ref(finding), &tree);
    assert!(text.contains("municipality.yaml:"), "{text}");
}

/// The published themes of Utrecht and of the Rijkshuisstijl community. `tests/run` installs the npm packages
/// and sets the variable; without it this test has nothing to read and says so.
#[test]
fn published_nl_design_system_themes_are_read() {
    let Some(modules) = std::env::var_os("WEGWIJS_NODE_MODULES") else {
        eprintln!("skipped: WEGWIJS_NODE_MODULES is not set (tests/run sets it)");
        return;
    };
    let modules = root().join(modules);
    let read = |path: &str| std::fs::read_to_string(modules.join(path)).unwrap_or_else(|e| panic!("{path}: {e}"));
    let utrecht = read("@utrecht/design-tokens/dist/theme.css");
    let tree = with(&example(), &[("content/municipalities/polderhaven/tokens.css", &utrecht)]);
    let site = built_on(&tree, date(2026, 6, 1));
    let css = house_css(&site, "polderhaven");
    assert!(css.contains("--utrecht-link-color:"), "{css}");
    assert!(css.len() < 8_000, "only what the theme reads is taken: {} of {} bytes", css.len(), utrecht.len());
    for (theme, readable) in [("uitvoerend-groen", true), ("uitvoerend-oranje", false)] {
        let css = read(&format!("@rijkshuisstijl-community/design-tokens/dist/{theme}/index.css"));
        let tree = with(&example(), &[("content/municipalities/polderhaven/tokens.css", &css)]);
        let built = wegwijs::build(&tree, &BuildPlan::on(date(2026, 6, 1)));
        let contrast = built.findings.iter().any(|finding| finding.code == "contrast");
        assert_eq!(contrast, !readable, "{theme}: {:?}", built.findings);
    }
}
