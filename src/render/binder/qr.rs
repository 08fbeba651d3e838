//! The way from a sheet to its page.

use qrcode::render::svg;
use qrcode::{EcLevel, QrCode};

use super::scribe::Scribe;
use super::view::QrView;
use crate::locale::Argument;

/// The code of a page. `path` is the page's below the edition, `typed` a shorter one for people.
pub(super) fn code(scribe: &Scribe<'_>, path: &str, typed: &str) -> QrView {
    let to = format!("{}{path}", scribe.address);
    let short = format!("{}{typed}", scribe.address);
    let short = short.split_once("://").map_or(short.as_str(), |(_, rest)| rest).trim_end_matches('/').to_owned();
    // An address that is too long for any code, over two thousand letters, is printed alone.
    let code = QrCode::with_error_correction_level(&to, EcLevel::M).ok();
    let svg = code.map(|code| code.render::<svg::Color<'_>>().quiet_zone(false).build()).unwrap_or_default();
    let alt = scribe.catalog().say("paper_qr", &[("address", Argument::Text(&short))]);
    QrView { svg, to, short, alt }
}
