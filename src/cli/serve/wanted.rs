//! What a request asks for.

use hyper::StatusCode;
use jiff::civil::Date;
use percent_encoding::percent_decode_str;

use crate::output::OutPath;

/// Below this are files of the server; no page has such a name.
pub(super) const OWN: &str = "_wegwijs";

/// Below this and a day are the pages as on that day.
const AS_ON: &str = "_as-on";

/// What is asked for.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    /// A file of the server itself, by its path below [`OWN`].
    Own(String),
    /// A file of the guide.
    Guide(Place),
    /// The folder of a day, without the slash at its end.
    Day(Date),
}

/// A place in the guide.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// The day, if one is named.
    pub(super) date: Option<Date>,
    /// Below the site; ends in `/` for a folder, and is empty for the top.
    pub(super) path: String,
}

impl Place {
    /// The part of the address before the path.
    pub(super) fn prefix(&self) -> String {
        self.date.map_or_else(|| "/".to_owned(), |date| format!("/{AS_ON}/{date}/"))
    }
}

/// Why there is no answer, in a sentence.
pub(super) type Refusal = (StatusCode, &'static str);

/// Reads the path of a request, as it was sent.
pub(super) fn wanted(path: &str) -> Result<Wanted, Refusal> {
    let decoded = percent_decode_str(path).decode_utf8();
    let decoded = decoded.map_err(|_| (StatusCode::BAD_REQUEST, "This address is not text in UTF-8."))?;
    if decoded.chars().any(|c| c.is_control() || c == '\\') {
        return Err((StatusCode::BAD_REQUEST, "This address has characters in it that no page has."));
    }
    if decoded.split('/').any(|part| part == ".." || part == ".") {
        return Err((StatusCode::BAD_REQUEST, "This address leads out of the site."));
    }
    let path = decoded.strip_prefix('/').unwrap_or(&decoded);
    if let Some(own) = path.strip_prefix(OWN).and_then(|rest| rest.strip_prefix('/')) {
        return Ok(Wanted::Own(own.to_owned()));
    }
    let Some(rest) = path.strip_prefix(AS_ON).and_then(|rest| rest.strip_prefix('/')) else {
        return Ok(Wanted::Guide(Place { date: None, path: path.to_owned() }));
    };
    let (date, path) = rest.split_once('/').map_or((rest, None), |(date, path)| (date, Some(path)));
    let date = day(date).ok_or((StatusCode::NOT_FOUND, "This is not a day. Write it as 2027-01-01."))?;
    Ok(match path {
        Some(path) => Wanted::Guide(Place { date: Some(date), path: path.to_owned() }),
        None => Wanted::Day(date),
    })
}

/// A day in years that a guide can speak of, written in the one way.
fn day(text: &str) -> Option<Date> {
    let date: Date = text.parse().ok()?;
    ((1900..2200).contains(&date.year()) && date.to_string() == text).then_some(date)
}

/// The file behind a path, if it can be one.
pub(super) fn file(path: &str) -> Option<String> {
    let file = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
    OutPath::new(file).map(|path| path.as_str().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn guide(date: Option<Date>, path: &str) -> Result<Wanted, Refusal> {
        Ok(Wanted::Guide(Place { date, path: path.to_owned() }))
    }

    #[test]
    fn days_are_a_part_of_the_address() {
        let day = jiff::civil::date(2027, 1, 1);
        assert_eq!(wanted("/duinrode/nl/"), guide(None, "duinrode/nl/"));
        assert_eq!(wanted("/_as-on/2027-01-01/duinrode/nl/"), guide(Some(day), "duinrode/nl/"));
        assert_eq!(wanted("/_as-on/2027-01-01"), Ok(Wanted::Day(day)));
        assert_eq!(wanted("/_wegwijs/live.js"), Ok(Wanted::Own("live.js".to_owned())));
        assert_eq!(wanted("/d%75inrode/nl/"), guide(None, "duinrode/nl/"));
        for other in ["/_as-on/x/", "/_as-on/2027-02-30/", "/_as-on/20270101/", "/_as-on/9999-01-01/", "/_as-on/"]
        {
            assert_eq!(wanted(other).map_err(|(status, _)| status), Err(StatusCode::NOT_FOUND), "{other}");
        }
    }

    #[test]
    fn no_address_leads_out_of_the_site() {
        for path in [
            "/../etc/passwd",
            "/nl/%2e%2e/%2e%2e/etc/passwd",
            "/nl/..%2fx",
            "/nl/..%5cx",
            "/nl\\x",
            "/nl/%00",
            "/nl/%0d%0ax",
            "/%ff",
            "/./nl/",
            "/_as-on/2027-01-01/../x",
            "/_wegwijs/../x",
        ] {
            assert_eq!(wanted(path).map_err(|(status, _)| status), Err(StatusCode::BAD_REQUEST), "{path}");
        }
    }

    #[test]
    fn a_folder_is_its_index() {
        assert_eq!(file("").as_deref(), Some("index.html"));
        assert_eq!(file("nl/car/").as_deref(), Some("nl/car/index.html"));
        assert_eq!(file("assets/a.css").as_deref(), Some("assets/a.css"));
        assert_eq!((file("/nl/"), file("nl//"), file("Nl/")), (None, None, None));
    }
}
