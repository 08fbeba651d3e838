//! `wegwijs explain`: what a code means, on a terminal.

use std::process::{Command, Output};

fn explain(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_wegwijs"));
    command.arg("explain").args(arguments).output().expect("the program runs")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn a_code_is_explained_in_plain_text() {
    let output = explain(&["unknown-fact"]);
    assert_eq!(output.status.code(), Some(0));
    let said = text(&output.stdout);
    let wanted = "unknown-fact (error)\n\nError. A text, a formula, `within` or a municipality names a fact that is not in\n\
                  facts.yaml.\n\nWhy it matters: readers would see an empty place instead of an amount.\n\n\
                  Wrong, in `content/rules/possessions/gifts/nl.md`:\n\n    U mag per jaar {gift-limt} krijgen.\n\n\
                  Right:\n\n    U mag per jaar {gift-limit} krijgen.\n";
    assert_eq!(said, wanted);
    for copied in ["error[unknown-fact]", "Unknown-Fact", "error[unknown-fact]:"] {
        assert_eq!(text(&explain(&[copied]).stdout), wanted, "{copied}");
    }
}

#[test]
fn every_code_can_be_explained_in_short_lines() {
    for explanation in wegwijs::diag::explanations() {
        let page = explanation.plain_text(80);
        let long = page.lines().find(|line| !line.starts_with("    ") && line.chars().count() > 80);
        assert_eq!(long, None, "{}", explanation.code);
        let marked =
            page.lines().find(|line| !line.starts_with("    ") && (line.contains("**") || line.contains("```")));
        assert_eq!(marked, None, "{}", explanation.code);
        assert!(page.contains("\n    "), "examples stand in:\n{page}");
    }
}

#[test]
fn without_a_code_all_are_listed() {
    let output = explain(&[]);
    assert_eq!(output.status.code(), Some(0));
    let said = text(&output.stdout);
    let listed: Vec<&str> = said.lines().filter_map(|line| line.split_whitespace().next()).collect();
    assert_eq!(listed, wegwijs::codes());
    let line = said.lines().find(|line| line.starts_with("message-missing ")).expect("a line");
    assert!(line.contains(" warning  The `interface.ftl` of a language"), "{line}");
}

#[test]
fn an_unknown_code_says_how_to_go_on() {
    let output = explain(&["unknown-fcat"]);
    assert_eq!((output.status.code(), text(&output.stdout)), (Some(2), String::new()));
    let said = text(&output.stderr);
    assert!(
        said.contains("did you mean `unknown-fact`?") && said.contains("`wegwijs explain` lists all"),
        "{said}"
    );
    let hostile = explain(&["\u{1b}[2J\n../_intro"]);
    assert_eq!(hostile.status.code(), Some(2));
    assert!(!text(&hostile.stderr).contains('\u{1b}'));
    assert_eq!(explain(&["_intro"]).status.code(), Some(2), "the introduction is no code");
}

#[test]
fn help_has_examples() {
    let said = text(&explain(&["--help"]).stdout);
    assert!(said.contains("Examples:") && said.contains("wegwijs explain bad-date"), "{said}");
}
