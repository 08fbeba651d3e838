//! Pages as they are served: what only `serve` adds to them, and the few pages of the server itself.

use std::cell::RefCell;

use lol_html::html_content::ContentType;
use lol_html::{RewriteStrSettings, element, rewrite_str};

use super::wanted::OWN;

/// A page with what tells two versions of it apart.
pub(super) struct Page {
    pub(super) html: String,
    /// `"<text>.<looks>"`, quoted as an `ETag`: which style sheets a page has is its looks, all else its text.
    pub(super) tag: String,
}

/// Puts the script of `serve` into a page. `prefix` is what stands before the path of the page in its address: the
/// few links that begin at the root of the published site (`root`) are made to begin there.
pub(super) fn dressed(html: &str, prefix: &str, root: &str) -> Page {
    let tag = tag(html);
    let attributes = ["href", "src", "action"];
    let script =
        format!(r#"<script type="module" src="/{OWN}/live.js" data-page="{}"></script>"#, tag.trim_matches('"'));
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(element!("[href^='/'], [src^='/'], [action^='/']", |link| {
            for name in attributes {
                let to =
                    link.get_attribute(name).and_then(|to| Some(format!("{prefix}{}", to.strip_prefix(root)?)));
                if let Some(to) = to.filter(|to| !to.starts_with("//")) {
                    link.set_attribute(name, &to)?;
                }
            }
            Ok(())
        }))
        .append_element_content_handler(element!("head", |head| {
            head.append(&script, ContentType::Html);
            Ok(())
        }));
    // A page that the parser gives up on is shown without the script.
    Page { html: rewrite_str(html, settings).unwrap_or_else(|_| html.to_owned()), tag }
}

fn tag(html: &str) -> String {
    let sheets = RefCell::new(Vec::new());
    let settings =
        RewriteStrSettings::new().append_element_content_handler(element!("link[rel=stylesheet][href]", |link| {
            sheets.borrow_mut().extend(link.get_attribute("href"));
            Ok(())
        }));
    let _ = rewrite_str(html, settings);
    let sheets = sheets.into_inner();
    let text = sheets.iter().fold(html.to_owned(), |html, sheet| html.replace(sheet.as_str(), ""));
    let short = |text: &str| blake3::hash(text.as_bytes()).to_hex()[..16].to_owned();
    format!("\"{}.{}\"", short(&text), short(&sheets.join("\n")))
}

/// A page of the server itself, in English. `detail` keeps its lines.
pub(super) fn own(title: &str, text: &str, detail: &str) -> String {
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(element!("title, h1", |place| {
            place.set_inner_content(title, ContentType::Text);
            Ok(())
        }))
        .append_element_content_handler(element!("p", |place| {
            place.set_inner_content(text, ContentType::Text);
            Ok(())
        }))
        .append_element_content_handler(element!("pre", |place| {
            match detail.is_empty() {
                true => place.remove(),
                false => place.set_inner_content(detail, ContentType::Text),
            }
            Ok(())
        }));
    rewrite_str(OWN_PAGE, settings).unwrap_or_else(|_| OWN_PAGE.to_owned())
}

const OWN_PAGE: &str = include_str!("own.html");

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = r#"<!DOCTYPE html><html><head><link rel="stylesheet" href="../a.1.css"></head>
        <body><a href="/gids/nl/">a</a><a href="nl/">b</a><a href="//x.example/">c</a><img src="/gids/l.svg"></body></html>"#;

    #[test]
    fn links_from_the_root_stay_on_their_day() {
        let html = dressed(PAGE, "/_as-on/2027-01-01/", "/gids/").html;
        assert!(html.contains(r#"<a href="/_as-on/2027-01-01/nl/">"#), "{html}");
        assert!(html.contains(r#"<img src="/_as-on/2027-01-01/l.svg">"#), "{html}");
        assert!(html.contains(r#"<a href="nl/">"#) && html.contains(r#"<a href="//x.example/">"#), "{html}");
        let html = dressed(&PAGE.replace("/gids/", "/"), "/", "/").html;
        assert!(html.contains(r#"<a href="/nl/">"#) && html.contains(r#"<a href="//x.example/">"#), "{html}");
    }

    #[test]
    fn looks_and_text_are_told_apart() {
        let tag = |html: &str| dressed(html, "/", "/").tag;
        let split = |tag: String| tag.split_once('.').map(|(text, looks)| (text.to_owned(), looks.to_owned()));
        let (text, looks) = split(tag(PAGE)).expect("two parts");
        let (same, other) = split(tag(&PAGE.replace("a.1.css", "a.2.css"))).expect("two parts");
        assert!(text == same && looks != other);
        let (other, same) = split(tag(&PAGE.replace(">b<", ">d<"))).expect("two parts");
        assert!(text != other && looks == same);
    }

    #[test]
    fn own_pages_show_text_as_text() {
        let html = own("<b>", "a & b", "<script>\n</pre>");
        assert!(html.contains("<h1>&lt;b&gt;</h1>") && html.contains("a &amp; b"), "{html}");
        assert!(html.contains("&lt;script&gt;\n&lt;/pre&gt;"), "{html}");
    }
}
