//! `wegwijs serve`, by HTTP alone: what a browser makes of it is in tests/browser/serve.mjs.

use std::fs;
use std::path::Path;
use std::time::Duration;

use crate::bench::root;
use crate::command::copy;

mod client;

use client::{Served, eventually};

const PAGE: &str = "/duinrode/nl/money/car/";
const TEXT: &str = "content/rules/money/car/nl.md";
const WORDS: &str = "Bewaar de koopbon.";

fn guide() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    copy(&root().join("tests/guides/sound"), folder.path());
    folder
}

/// Puts other words into a file, in one go.
fn edit(folder: &Path, path: &str, from: &str, to: &str) {
    let path = folder.join(path);
    let text = fs::read_to_string(&path).expect("a text");
    assert!(text.contains(from), "{} holds {from:?}", path.display());
    fs::write(&path, text.replace(from, to)).expect("written");
}

fn shows(served: &Served, words: &str) {
    eventually(&format!("the page says {words:?}"), || served.get(PAGE).body.contains(words));
}

#[test]
fn a_guide_is_served_as_a_site() {
    let folder = guide();
    let served = Served::start(folder.path(), &[]);
    let page = served.get(PAGE);
    assert_eq!((page.status, page.header("content-type")), (200, Some("text/html; charset=utf-8")));
    assert!(page.body.contains(WORDS) && page.body.contains("/_wegwijs/live.js"), "{}", page.body);
    assert_eq!(page.header("cache-control"), Some("no-store"));
    let policy = page.header("content-security-policy").expect("a policy");
    assert!(policy.contains("default-src 'none'") && !policy.contains("unsafe"), "{policy}");

    let sheet = page.body.split('"').find(|part| part.ends_with(".css")).expect("a style sheet");
    let sheet = served.get(&format!("/{}", sheet.trim_start_matches("../")));
    assert_eq!((sheet.status, sheet.header("content-type")), (200, Some("text/css; charset=utf-8")));
    let moved = served.get("/duinrode/nl/money/car?a=b");
    assert_eq!((moved.status, moved.header("location")), (307, Some("/duinrode/nl/money/car/?a=b")));
    assert_eq!(served.get("/").status, 200);

    let head = served.ask("HEAD", PAGE, &[]);
    assert_eq!((head.status, head.body.as_str()), (200, ""));
    assert_eq!(head.header("content-length"), page.header("content-length"));
    assert_eq!(head.header("etag"), page.header("etag"));
}

#[test]
fn what_is_not_there_is_said_in_the_readers_language() {
    let folder = guide();
    let served = Served::start(folder.path(), &[]);
    for (path, lang) in [("/duinrode/ar/nowhere/", "ar"), ("/zandwijk/nl/x.png", "nl")] {
        let answer = served.get(path);
        assert_eq!(answer.status, 404);
        assert!(answer.body.contains(&format!("<html lang=\"{lang}\"")), "{path}: {}", answer.body);
        assert!(answer.body.contains("/_wegwijs/live.js"), "it comes back by itself");
    }
    assert_eq!(served.get("/nowhere").status, 404);
    assert_eq!(served.get("/_wegwijs/nothing").status, 404);
}

#[test]
fn requests_that_lead_elsewhere_are_refused() {
    let folder = guide();
    let served = Served::start(folder.path(), &[]);
    for path in ["/../x", "/duinrode/%2e%2e/%2E%2e/x", "/..%5cx", "/..%2fx", "/nl%00", "/%ff"] {
        assert_eq!(served.get(path).status, 400, "{path}");
    }
    for host in ["evil.example", "localhost", "evil.example:4000", "localhost:1"] {
        let answer = served.ask_as(host, "GET", PAGE, &[]);
        assert_eq!(answer.status, 421, "{host}");
        assert!(answer.body.contains("--host") && !answer.body.contains(WORDS), "{host}: {}", answer.body);
    }
    assert_eq!(served.ask_as(&format!("LOCALHOST:{}", served.port()), "GET", PAGE, &[]).status, 200);
    assert_eq!(served.ask("GET", &format!("http://evil.example{PAGE}"), &[]).status, 421, "a whole address");
    let answer = served.ask("GET", PAGE, &["Origin: http://evil.example"]);
    assert!(
        !answer.headers.iter().any(|(name, _)| name.starts_with("access-control")),
        "other sites may not read"
    );
    assert_eq!(answer.header("cross-origin-resource-policy"), Some("same-origin"));
    for method in ["POST", "PUT", "DELETE", "OPTIONS"] {
        let answer = served.ask(method, PAGE, &[]);
        assert_eq!((answer.status, answer.header("allow")), (405, Some("GET, HEAD")), "{method}");
    }
}

#[test]
fn a_port_in_use_is_passed_over() {
    let folder = guide();
    let first = Served::start(folder.path(), &[]);
    let port = first.port().to_string();
    let second = Served::start_at(folder.path(), &["--port", &port]);
    assert!(second.port() > first.port());
    assert!(
        second.said().contains(&format!("port {port} is in use; this is port {}", second.port())),
        "{}",
        second.said()
    );
    assert_eq!(second.get(PAGE).status, 200);
    assert!(!second.said().contains("careful"), "only this machine can ask");
}

#[test]
fn another_address_is_listened_on_only_when_asked_for() {
    let folder = guide();
    let served = Served::start(folder.path(), &["--host", "0.0.0.0"]);
    assert!(served.said().contains("others on the network can read this guide"), "{}", served.said());
    let by_number = format!("192.0.2.1:{}", served.port());
    assert_eq!(served.ask_as(&by_number, "GET", PAGE, &[]).status, 200);
    assert_eq!(served.ask_as(&format!("evil.example:{}", served.port()), "GET", PAGE, &[]).status, 421);
}

#[test]
fn whatever_way_a_file_is_saved_it_shows() {
    let folder = guide();
    let served = Served::start(folder.path(), &[]);
    let path = folder.path().join(TEXT);
    let text = fs::read_to_string(&path).expect("a text");
    let with = |words: &str| text.replace(WORDS, words);

    fs::write(&path, with("Bewaar één.")).expect("written in place");
    shows(&served, "Bewaar één.");
    let aside = path.with_file_name("sedAbCdEf");
    fs::write(&aside, with("Bewaar twee.")).expect("written aside");
    fs::rename(&aside, &path).expect("renamed over the file, as sed and many editors do");
    shows(&served, "Bewaar twee.");
    fs::rename(&path, path.with_file_name("nl.md~")).expect("moved aside, as vim does");
    fs::write(&path, with("Bewaar drie.")).expect("written anew");
    fs::remove_file(path.with_file_name("nl.md~")).expect("the old one removed");
    shows(&served, "Bewaar drie.");

    let chapter = folder.path().join("content/rules/money/savings");
    let aside = folder.path().join("savings");
    fs::rename(&chapter, &aside).expect("moved out");
    let gone = || served.get("/duinrode/nl/money/savings/").status != 200 || !errors(&served).is_empty();
    eventually("the folder is missed", gone);
    fs::rename(&aside, &chapter).expect("moved back");
    eventually("the folder is back", || errors(&served).is_empty());
    edit(folder.path(), "content/rules/money/savings/nl.md", "title: ", "title: Nu ");
    eventually("its files are heard of", || {
        served.get("/duinrode/nl/money/savings/").body.contains("Nu Spaargeld")
    });
}

/// The errors that open pages are told of.
fn errors(served: &Served) -> Vec<String> {
    let found = served.events().next("findings");
    let found: serde_json::Value = serde_json::from_str(&found).expect("JSON");
    let all = found["findings"].as_array().expect("a list").iter();
    let place = |one: &serde_json::Value| format!("{}:{}", one["path"].as_str().unwrap_or_default(), one["line"]);
    all.filter(|one| one["severity"] == "error").map(place).collect()
}

#[test]
fn the_last_good_pages_stay_while_something_is_wrong() {
    let folder = guide();
    let served = Served::start(folder.path(), &[]);
    let mut events = served.events();
    let before = served.get(PAGE);
    edit(folder.path(), TEXT, "{car-value}", "{car-walue}");
    let found = eventually_found(&mut events, |found| found["stale"] == true);
    let first = &found["findings"][0];
    assert_eq!((first["code"].as_str(), first["path"].as_str()), (Some("unknown-fact"), Some(TEXT)), "{found}");
    assert!(first["line"].as_u64() > Some(1) && first["column"].as_u64() > Some(1), "{found}");
    assert!(first["help"].as_str().is_some_and(|help| help.contains("car-value")), "{found}");
    assert_eq!(served.get(PAGE).body, before.body);
    edit(folder.path(), TEXT, "{car-walue}", "{car-value}");
    let found = eventually_found(&mut events, |found| found["stale"] == false);
    assert_eq!(found["counts"]["error"], 0, "{found}");

    fs::rename(folder.path().join("content"), folder.path().join("aside")).expect("moved away");
    eventually_found(&mut events, |found| found["stale"] == true);
    assert_eq!(served.get(PAGE).body, before.body, "also without any file");
    fs::rename(folder.path().join("aside"), folder.path().join("content")).expect("moved back");
    eventually_found(&mut events, |found| found["stale"] == false);
    edit(folder.path(), TEXT, WORDS, "Bewaar alles.");
    shows(&served, "Bewaar alles.");
}

fn eventually_found(events: &mut client::Events, is: impl Fn(&serde_json::Value) -> bool) -> serde_json::Value {
    loop {
        let found = serde_json::from_str(&events.next("findings")).expect("JSON");
        if is(&found) {
            return found;
        }
    }
}

#[test]
fn a_guide_that_is_broken_from_the_start_shows_when_it_is_mended() {
    let folder = guide();
    edit(folder.path(), "content/site.yaml", "title: {", "title: [{");
    let served = Served::start(folder.path(), &[]);
    let page = served.get(PAGE);
    assert_eq!(page.status, 503);
    assert!(page.body.contains("content/site.yaml:") && page.body.contains("/_wegwijs/live.js"), "{}", page.body);
    edit(folder.path(), "content/site.yaml", "title: [{", "title: {");
    shows(&served, WORDS);
}

#[test]
fn only_pages_that_changed_have_another_tag() {
    let folder = guide();
    let served = Served::start(folder.path(), &[]);
    let other = "/duinrode/nl/money/savings/";
    let tag = |page: &str| {
        let tag = served.get(page).header("etag").expect("a tag").to_owned();
        tag.split_once('.').map(|(text, looks)| (text.to_owned(), looks.to_owned())).expect("two parts")
    };
    let before = (tag(PAGE), tag(other));
    edit(folder.path(), TEXT, WORDS, "Bewaar alles.");
    shows(&served, "Bewaar alles.");
    assert!(tag(PAGE).0 != before.0.0 && tag(other) == before.1);
    let before = tag(PAGE);
    let style = include_str!("../themes/default/style.css");
    fs::create_dir_all(folder.path().join("themes/default")).expect("a folder");
    fs::write(folder.path().join("themes/default/style.css"), format!("{style}\nh1 {{ color: red; }}\n"))
        .expect("written");
    eventually("another style sheet", || tag(PAGE) != before);
    assert_eq!(tag(PAGE).0, before.0, "the looks alone are different");
}

#[test]
fn a_day_is_a_part_of_the_address() {
    let folder = guide();
    let facts = "    - {from: 2026-01-01, value: 8000}";
    edit(folder.path(), "content/facts.yaml", facts, &format!("{facts}\n    - {{from: 2027-01-01, value: 8765}}"));
    let served = Served::start(folder.path(), &[]);
    let mut events = served.events();
    let about: serde_json::Value = serde_json::from_str(&events.next("guide")).expect("JSON");
    assert_eq!(
        (about["date"].as_str(), about["changes"][0].as_str()),
        (Some("2026-11-22"), Some("2027-01-01")),
        "{about}"
    );
    assert_eq!(about["municipalities"][1]["name"], "Zandwijk");
    let savings = |prefix: &str| served.get(&format!("{prefix}/duinrode/en/money/savings/"));
    let (today, later) = (savings("").body, savings("/_as-on/2027-01-01").body);
    assert!(today != later && later.contains("8,765"), "{later}");
    let missing = served.get("/_as-on/2027-01-01/duinrode/nl/nowhere/");
    assert_eq!(missing.status, 404);
    assert!(missing.body.contains("href=\"/_as-on/2027-01-01/duinrode/nl/\""), "{}", missing.body);
    assert!(!missing.body.contains("href=\"/duinrode"), "no link leads to another day: {}", missing.body);
    assert_eq!(served.get("/_as-on/2027-01-01").header("location"), Some("/_as-on/2027-01-01/"));
    assert_eq!(served.get("/_as-on/1-1-2027/duinrode/nl/").status, 404);
}

#[test]
fn many_changes_at_once_end_in_what_is_there() {
    let folder = guide();
    let served = Served::start(folder.path(), &[]);
    let more = folder.path().join("content/rules/money/car");
    for i in 0..500 {
        fs::write(more.join(format!("x{i}.tmp")), "x").expect("written");
        fs::remove_file(more.join(format!("x{i}.tmp"))).expect("removed");
    }
    for i in 0..=50 {
        let text = fs::read_to_string(folder.path().join(TEXT)).expect("a text");
        let line = text.lines().find(|line| line.starts_with("proof: ")).expect("a line").to_owned();
        edit(folder.path(), TEXT, &line, &format!("proof: Bewaar bon {i}."));
    }
    shows(&served, "Bewaar bon 50.");
    assert!(errors(&served).is_empty());
}

#[test]
fn what_is_found_is_explained() {
    let folder = guide();
    let served = Served::start(folder.path(), &[]);
    let page = served.get("/_wegwijs/explain/unknown-fact");
    assert!(page.status == 200 && page.body.contains("Why it matters"), "{}", page.body);
    assert_eq!(served.get("/_wegwijs/explain/no-such-code").status, 404);
}

#[cfg(unix)]
#[test]
fn control_c_ends_it() {
    let folder = guide();
    let mut served = Served::start(folder.path(), &[]);
    let mut open = served.events();
    open.next("pages");
    assert_eq!(served.interrupt(Duration::from_secs(5)), Some(0));
    eventually("it says so", || served.said().contains("stopped"));
    let left: Vec<_> =
        fs::read_dir(folder.path()).expect("a folder").map(|e| e.expect("an entry").file_name()).collect();
    assert_eq!(left, ["content"], "nothing is written");
}

#[cfg(unix)]
#[test]
fn a_branch_that_is_switched_shows_whole() {
    let git = |folder: &Path, arguments: &[&str]| {
        let name = ["-c", "user.name=x", "-c", "user.email=x@x.example", "-c", "core.hooksPath="];
        let run = std::process::Command::new("git").args(name).args(arguments).current_dir(folder).output();
        let run = run.expect("git runs");
        assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    };
    let folder = guide();
    let at = folder.path();
    git(at, &["init", "-q", "-b", "one"]);
    git(at, &["add", "."]);
    git(at, &["commit", "-q", "-m", "one"]);
    git(at, &["checkout", "-q", "-b", "two"]);
    for language in ["nl", "en", "ar"] {
        let path = format!("content/rules/money/car/{language}.md");
        fs::remove_file(at.join(&path)).expect("removed");
    }
    fs::remove_dir_all(at.join("content/rules/money/car")).expect("removed");
    fs::remove_dir_all(at.join("content/municipalities/duinrode/rules")).expect("removed");
    edit(at, "content/site.yaml", "Kleine gids", "Andere gids");
    git(at, &["commit", "-q", "-a", "-m", "two"]);
    git(at, &["checkout", "-q", "one"]);
    let served = Served::start(at, &[]);
    let mut events = served.events();
    git(at, &["checkout", "-q", "two"]);
    eventually_found(&mut events, |found| found["stale"] == true);
    git(at, &["checkout", "-q", "one"]);
    eventually_found(&mut events, |found| found["stale"] == false && found["counts"]["error"] == 0);
    edit(at, TEXT, WORDS, "Bewaar alles.");
    shows(&served, "Bewaar alles.");
}
