//! The forms in which findings are said: valid, in the right place, and safe whatever a guide says.

use boon::{Compiler, Schemas};
use jiff::civil::date;
use serde_json::Value;
use wegwijs::diag::{Diagnostic, Format, Severity, report, report_in};
use wegwijs::source::{SourceTree, Span};
use wegwijs::{BuildPlan, build, complete};

use crate::bench::{edited, example, minimal, root};

const FORMATS: [Format; 4] = [Format::Human, Format::Json, Format::Sarif, Format::Github];

/// Fails unless a value is as a schema of the repository says.
pub(crate) fn validate(schema: &str, value: &Value) {
    let path = root().join(schema);
    let mut schemas = Schemas::new();
    let mut compiler = Compiler::new();
    compiler.enable_format_assertions();
    let index = compiler.compile(&path.to_string_lossy(), &mut schemas).expect("a schema");
    if let Err(error) = schemas.validate(value, index) {
        panic!("{schema}: {error:#}");
    }
}

fn parsed(findings: &[Diagnostic], tree: &SourceTree, format: Format) -> Value {
    serde_json::from_str(&report(findings, tree, format, false)).expect("JSON")
}

/// Two lines, ended as on Windows, the second with Arabic letters before the place.
const PATH: &str = "content/rules/possessions/car/ar.md";
const TEXT: &str = "---\r\nanswer: \"السيارة {gift-limt} هنا\"\r\n---\r\n";

/// One finding of each kind of place: of the project, of a place with a label, over two lines, of an image.
fn findings() -> (SourceTree, Vec<Diagnostic>) {
    let mut files: Vec<_> = SourceTree::from_texts([(PATH, TEXT)]).iter().map(|(_, file)| file.clone()).collect();
    let payload = wegwijs::source::Payload::Bytes([0, 1].into());
    files.push(wegwijs::source::SourceFile { path: "content/a b:%,é.png".into(), payload });
    let tree = SourceTree::from_files(files);
    let file = |path: &str| tree.find(path).expect("a file").0;
    let at = TEXT.find("{gift").expect("a fact");
    let fact = Span::new(file(PATH), at, at + "{gift-limt}".len());
    let key = Span::new(file(PATH), 5, 11);
    let findings = vec![
        Diagnostic::error("no-content", None, "there is no guide", "make one"),
        Diagnostic::warning(
            "unreadable-file",
            Span::start_of(file("content/a b:%,é.png")),
            "too large",
            "shrink it",
        ),
        Diagnostic {
            severity: Severity::Hint,
            ..Diagnostic::error("wrong-type", Span::new(file(PATH), 0, 14), "x", "y")
        },
        Diagnostic::error("unknown-fact", fact, "there is no fact `gift-limt`", "did you mean it?")
            .label(key, "in this text"),
    ];
    (tree, findings)
}

#[test]
fn json_is_as_its_schema_says() {
    let (tree, findings) = findings();
    let value = parsed(&findings, &tree, Format::Json);
    validate("docs/findings.schema.json", &value);
    let last = &value["findings"][3];
    let place = |value: &Value| {
        let number = |name: &str| value[name].as_u64();
        (number("line"), number("column"), number("end_line"), number("end_column"))
    };
    assert_eq!(last["path"], PATH);
    assert_eq!(place(last), (Some(2), Some(18), Some(2), Some(29)), "characters, not bytes");
    assert_eq!(place(&last["labels"][0]), (Some(2), Some(1), Some(2), Some(7)));
    assert_eq!(last["why"], "readers would see an empty place instead of an amount.");
    assert_eq!(place(&value["findings"][0]), (None, None, None, None));
    assert_eq!((&value["counts"]["error"], &value["counts"]["hint"]), (&Value::from(2), &Value::from(1)));
    validate("docs/findings.schema.json", &parsed(&[], &tree, Format::Json));
}

#[test]
fn the_schema_refuses_what_is_wrong() {
    let (tree, findings) = findings();
    let good = parsed(&findings, &tree, Format::Json);
    let spoil: [fn(&mut Value); 4] = [
        |value| value["version"] = 2.into(),
        |value| value["findings"][3]["column"] = 0.into(),
        |value| value["findings"][3]["end_line"] = Value::Null,
        |value| value["findings"][0]["severity"] = "fatal".into(),
    ];
    for spoil in spoil {
        let mut value = good.clone();
        spoil(&mut value);
        let refused = std::panic::catch_unwind(|| validate("docs/findings.schema.json", &value));
        assert!(refused.is_err(), "{value:#}");
    }
}

#[test]
fn sarif_is_as_its_schema_says() {
    let (tree, findings) = findings();
    for findings in [&findings[..], &[]] {
        validate("tests/schemas/sarif-2.1.0.json", &parsed(findings, &tree, Format::Sarif));
    }
    let run = &parsed(&findings, &tree, Format::Sarif)["runs"][0];
    assert_eq!((&run["language"], &run["columnKind"]), (&"en".into(), &"unicodeCodePoints".into()));
    let rules = run["tool"]["driver"]["rules"].as_array().expect("rules");
    let ids: Vec<_> = rules.iter().filter_map(|rule| rule["id"].as_str()).collect();
    assert_eq!(ids, wegwijs::codes(), "a rule for each code, in order");
    let results = run["results"].as_array().expect("results");
    for (result, finding) in results.iter().zip(&findings) {
        let index = result["ruleIndex"].as_u64().and_then(|index| usize::try_from(index).ok()).expect("an index");
        assert_eq!((&rules[index]["id"], &result["ruleId"]), (&finding.code.into(), &finding.code.into()));
    }
    let levels: Vec<_> = results.iter().filter_map(|result| result["level"].as_str()).collect();
    assert_eq!(levels, ["error", "warning", "note", "error"]);
    assert_eq!(results[0]["locations"], Value::Array(Vec::new()));
    let image = &results[1]["locations"][0]["physicalLocation"];
    assert_eq!(image["artifactLocation"]["uri"], "content/a%20b%3A%25%2C%C3%A9.png");
    assert_eq!(image["region"], Value::Null, "there are no lines in an image");
    let region = &results[3]["locations"][0]["physicalLocation"]["region"];
    let wanted = serde_json::json!({"startLine": 2, "startColumn": 18, "endLine": 2, "endColumn": 29});
    assert_eq!(region, &wanted);
    assert_eq!(results[3]["relatedLocations"][0]["message"]["text"], "in this text");
}

/// The sound guide with the same fault twice, and some lines before it.
fn spoiled(before: &str) -> (SourceTree, Vec<Diagnostic>) {
    let path = "content/rules/possessions/car/nl.md";
    let tree = edited(&minimal(), path, "title:", "monney: 1\ntitle:");
    let text = tree.find(path).and_then(|(_, file)| file.text()).expect("a text").to_owned();
    let end = text[4..].find("---\n").expect("front matter") + 8;
    let body = format!("{}{before}Dit is {{gift-limt}}.\n\nDit is {{gift-limt}}.\n", &text[..end]);
    let tree = complete(&crate::bench::with(&tree, &[(path, &body)]));
    let findings = build(&tree, &BuildPlan::on(date(2026, 6, 1))).findings;
    assert!(findings.len() >= 3, "{findings:?}");
    (tree, findings)
}

#[test]
fn fingerprints_survive_when_lines_move() {
    let prints = |before: &str| {
        let (tree, findings) = spoiled(before);
        let log = parsed(&findings, &tree, Format::Sarif);
        let results = log["runs"][0]["results"].as_array().expect("results").clone();
        let mut prints: Vec<String> =
            results.iter().map(|result| result["partialFingerprints"].to_string()).collect();
        let all = prints.len();
        prints.sort();
        prints.dedup();
        assert_eq!(prints.len(), all, "no two findings have the same");
        prints
    };
    assert_eq!(prints(""), prints("Een alinea meer.\n\nEn nog een.\n\n"));
}

#[test]
fn annotations_are_lines_with_places() {
    let (tree, findings) = findings();
    let text = report(&findings, &tree, Format::Github, true);
    let wanted = [
        "::error title=no-content::there is no guide%0Amake one",
        "::warning file=content/a b%3A%25%2Cé.png,title=unreadable-file::too large%0Ashrink it",
        "::notice file=content/rules/possessions/car/ar.md,line=1,col=1,endLine=2,title=wrong-type::x%0Ay",
        "::error file=content/rules/possessions/car/ar.md,line=2,col=18,endLine=2,endColumn=29,title=unknown-fact\
         ::there is no fact `gift-limt`%0Adid you mean it?",
    ];
    assert_eq!(text.lines().collect::<Vec<_>>(), wanted);
}

#[test]
fn a_folder_stands_before_the_paths_that_programs_read() {
    let (tree, findings) = findings();
    let shown = |folder: &str, format| report_in(folder, &findings, &tree, (format, false));
    for format in FORMATS {
        assert_eq!(shown(".", format), report(&findings, &tree, format, false));
    }
    assert!(shown("./my gids/", Format::Github).contains("file=my gids/content/rules/"));
    assert!(shown("my gids", Format::Sarif).contains("\"uri\": \"my%20gids/content/rules/"));
    assert!(shown("my gids", Format::Json).contains("\"path\": \"my gids/content/rules/"));
    assert_eq!(shown("my gids", Format::Human), shown("", Format::Human));
}

/// What a guide says can do nothing but be shown.
#[test]
fn content_steers_no_terminal_and_forges_no_annotation() {
    let hostile = "a\n::error file=x,line=1::forged\r\n::set-output name=x::y\u{1b}[2J\u{9b}1m\u{7f}\u{85}\u{202e}%0A, [a](https://x.nl) {0}";
    let path = "content/\n::error ::x,\u{1b}]0;%\r.md";
    let text = format!("x{hostile}");
    let tree = SourceTree::from_texts([(path, text.clone())]);
    let (file, _) = tree.find(path).expect("a file");
    let label = |at: usize, end: usize| Span::new(file, at, end);
    let finding = Diagnostic::error("unknown-fact", label(0, 3), hostile, hostile);
    // Every line of the file is shown.
    let findings = [finding.label(label(5, 9), hostile).label(label(text.len() - 5, text.len()), hostile)];
    for format in FORMATS {
        let text = report(&findings, &tree, format, false);
        let control = text.chars().find(|c| c.is_control() && *c != '\n');
        assert_eq!(control, None, "{format:?}:\n{text}");
        let begun = text.lines().filter(|line| line.trim_start().starts_with("::")).count();
        assert_eq!(begun, usize::from(format == Format::Github), "{format:?}:\n{text}");
    }
    assert!(report(&findings, &tree, Format::Human, false).contains("3 | ::set-output"), "the last line too");
    let json = parsed(&findings, &tree, Format::Json);
    assert_eq!((&json["findings"][0]["message"], &json["findings"][0]["path"]), (&hostile.into(), &path.into()));
    let log = parsed(&findings, &tree, Format::Sarif);
    validate("tests/schemas/sarif-2.1.0.json", &log);
    let said = log["runs"][0]["results"][0]["message"]["text"].as_str().expect("a text");
    assert!(said.contains("\\[a\\](https"), "no link: {said}");
}

#[test]
fn a_mark_stays_under_its_word() {
    let tree = SourceTree::from_texts([("content/a.md", "\u{9b}\u{85}geel rood")]);
    let (file, _) = tree.find("content/a.md").expect("a file");
    let finding = Diagnostic::error("unknown-fact", Span::new(file, 9, 13), "x", "y");
    let text = report(&[finding], &tree, Format::Human, false);
    assert!(text.contains("1 | \u{fffd}\u{fffd}geel rood\n  |        ^^^^\n"), "{text}");
}

#[test]
fn a_real_run_is_valid_in_all_forms() {
    let tree = complete(&edited(&example(), "content/site.yaml", "theme:", "thema:"));
    let findings = build(&tree, &BuildPlan::on(date(2026, 6, 1))).findings;
    assert!(!findings.is_empty());
    validate("docs/findings.schema.json", &parsed(&findings, &tree, Format::Json));
    validate("tests/schemas/sarif-2.1.0.json", &parsed(&findings, &tree, Format::Sarif));
    let text = report(&findings, &tree, Format::Github, false);
    assert_eq!(text.lines().count(), findings.len());
}

#[test]
fn why_is_said_once_for_each_code() {
    let (tree, findings) = spoiled("");
    let text = report(&findings, &tree, Format::Human, false);
    let twice = findings.iter().filter(|finding| finding.code == "unknown-fact").count();
    assert!(twice >= 2, "{text}");
    assert_eq!(text.matches("readers would see an empty place instead of an amount.").count(), 1, "{text}");
}
