//! Files that pages need: style sheets, script, icon, images. Named after their content, so that a browser may
//! keep them for ever.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::{Website, out_path};
use crate::model::{HouseStyle, Ix, Media};
use crate::output::OutputFile;
use crate::theme::Theme;

/// Scripts that need another one before them. They are one file, so that a page asks for less.
const NEEDS: [(&str, &str); 2] = [("filter", "find"), ("search", "find")];

/// The assets of a site.
#[derive(Debug)]
pub(super) struct Assets {
    /// Path of the theme's style sheet from the top of the site.
    pub(super) style: String,
    /// Path of each script that the theme has, by name.
    scripts: BTreeMap<String, String>,
    /// Path of the icon.
    pub(super) favicon: String,
    /// Path of each municipality's own style sheet.
    house: BTreeMap<String, String>,
    images: Vec<Image>,
    files: Vec<OutputFile>,
}

#[derive(Debug, Clone)]
struct Image {
    path: String,
    /// Width and height in pixels, where the file says so.
    size: Option<(u32, u32)>,
}

impl Assets {
    pub(super) fn of(site: Website<'_>) -> Self {
        let mut files = Vec::new();
        let mut add = |stem: &str, extension: &str, bytes: Vec<u8>| {
            let file = named(stem, extension, bytes);
            let path = file.path.to_string();
            files.push(file);
            path
        };
        let style = add("style", "css", site.theme.style.clone().into_bytes());
        let alone = |(name, _): &(&String, &String)| !NEEDS.iter().any(|(_, need)| need == name);
        let scripts = site.theme.scripts.iter().filter(alone);
        let scripts = scripts.map(|(name, text)| {
            let before = NEEDS.iter().filter(|(of, _)| of == name);
            let before = before.filter_map(|(_, need)| site.theme.scripts.get(*need));
            let whole: String = before.chain([text]).map(String::as_str).collect();
            (name.clone(), add(name, "js", whole.into_bytes()))
        });
        let scripts = scripts.collect();
        let favicon = add("icon", "svg", favicon(site.theme));
        let mut house = BTreeMap::new();
        for municipality in site.publishers.iter().filter_map(|(municipality, _)| *municipality) {
            if let Some(css) = house_css(&municipality.house_style, site) {
                house.insert(municipality.id.clone(), add(&municipality.id, "css", css.into_bytes()));
            }
        }
        let images = site.library.media.iter().map(|media| {
            let name = media.path.rsplit('/').next().unwrap_or_default();
            let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_ascii_lowercase();
            let stem: String = stem.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
            Image { path: add(&stem, &media.extension, media.bytes.to_vec()), size: size(media) }
        });
        let images = images.collect();
        Assets { style, scripts, favicon, house, images, files }
    }

    /// The style sheets of a municipality's pages.
    pub(super) fn css(&self, municipality: Option<&str>) -> Vec<String> {
        let own = municipality.and_then(|id| self.house.get(id));
        std::iter::once(&self.style).chain(own).cloned().collect()
    }

    /// The scripts of a page, of those that the theme has.
    pub(super) fn scripts(&self, names: &[&str]) -> Vec<String> {
        names.iter().filter_map(|name| self.scripts.get(*name)).cloned().collect()
    }

    /// Path, width and height of an image.
    pub(super) fn image(&self, media: Ix<Media>) -> (&str, Option<(u32, u32)>) {
        let image = &self.images[media.get()];
        (&image.path, image.size)
    }

    /// Adds path, closing quote, width and height to an `img` that is being written.
    pub(super) fn write_image(&self, media: Ix<Media>, out: &mut String) {
        let (path, size) = self.image(media);
        let _ = write!(out, "{path}\"");
        if let Some((width, height)) = size {
            let _ = write!(out, " width=\"{width}\" height=\"{height}\"");
        }
    }

    /// One of the files.
    pub(super) fn file(&self, path: &str) -> Option<&OutputFile> {
        self.files.iter().find(|file| file.path.as_str() == path)
    }

    pub(super) fn into_files(self) -> Vec<OutputFile> {
        self.files
    }
}

/// A file named after what it holds.
pub(in crate::render) fn named(stem: &str, extension: &str, bytes: Vec<u8>) -> OutputFile {
    let hash = blake3::hash(&bytes).to_hex();
    OutputFile { path: out_path(format!("assets/{stem}.{}.{extension}", &hash[..8])), bytes }
}

/// The icon of the site.
pub(in crate::render) fn favicon(theme: &Theme) -> Vec<u8> {
    let brand = theme.icons.get("favicon").or_else(|| theme.icons.get("brand"));
    standalone(brand.map_or("", String::as_str)).into_bytes()
}

/// An icon as a file of its own: it needs the namespace there, and a colour.
fn standalone(svg: &str) -> String {
    if svg.contains("xmlns=") {
        return svg.to_owned();
    }
    svg.replacen("<svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" color=\"#154f7d\"", 1)
}

/// Colours and design tokens of a house style as custom properties. Of the tokens only those that the
/// theme reads are written, with those they are made from: whole NL Design System themes have thousands.
fn house_css(style: &HouseStyle, site: Website<'_>) -> Option<String> {
    let mut properties: BTreeMap<&str, &str> = BTreeMap::new();
    if let Some(tokens) = &style.tokens {
        let mut wanted: Vec<&str> =
            tokens.properties.keys().map(String::as_str).filter(|name| site.theme.reads(name)).collect();
        while let Some(name) = wanted.pop() {
            if let Some((name, value)) = tokens.properties.get_key_value(name)
                && properties.insert(name, value).is_none()
            {
                wanted.extend(value.split("var(--").skip(1).filter_map(|rest| rest.split([',', ')', ' ']).next()));
            }
        }
    }
    let mut css = String::from(":root{");
    for (name, value) in &properties {
        let _ = write!(css, "--{name}:{value};");
    }
    for (name, value) in &style.colours {
        let _ = write!(css, "--ww-color-{name}:{};", value.value);
    }
    css.push_str("}\n");
    (!properties.is_empty() || !style.colours.is_empty()).then_some(css)
}

/// Width and height of a PNG (from its header, see the PNG specification 11.2.2) or an SVG (from its
/// `viewBox`). Other formats get none, and the style sheet keeps them within the page.
fn size(media: &Media) -> Option<(u32, u32)> {
    match media.extension.as_str() {
        "png" => {
            let field = |at: usize| Some(u32::from_be_bytes(media.bytes.get(at..at + 4)?.try_into().ok()?));
            media.bytes.starts_with(b"\x89PNG\r\n\x1a\n").then_some(())?;
            Some((field(16)?, field(20)?)).filter(|(w, h)| *w > 0 && *h > 0)
        }
        "svg" => {
            let text = std::str::from_utf8(&media.bytes).ok()?;
            let rest = &text[text.find("viewBox=")? + 9..];
            let numbers: Vec<f64> =
                rest.split(['"', '\'']).next()?.split([' ', ',']).filter_map(|n| n.parse().ok()).collect();
            let [_, _, width, height] = numbers.try_into().ok()?;
            let whole = |n: f64| (1.0..=20_000.0).contains(&n).then(|| format!("{:.0}", n).parse().ok()).flatten();
            Some((whole(width)?, whole(height)?))
        }
        _ => None,
    }
}
