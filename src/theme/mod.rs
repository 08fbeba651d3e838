//! **theme** owns `themes/<name>/`: templates, style sheet, script, icons, default colours.
//!
//! It must not know what a page says. Files of the user's folder replace the built-in ones one by one;
//! the tree handed in is already completed. Steps: read `theme.yaml`, compile all templates, keep style
//! sheet, script and icons.

mod binder;
mod colour;
mod findings;

use std::collections::BTreeMap;
use std::sync::Arc;

use tera::{Kwargs, State, Tera, TeraResult, Value};

use crate::diag::{Diagnostic, Warned};
use crate::source::{FileId, SourceTree, Span, Spanned};
use crate::yaml::{Node, Reader, YamlText, parse};

pub use binder::BinderTheme;
pub use colour::Rgb;
pub(crate) use findings::CODES;

/// A theme, ready to render with.
#[derive(Clone)]
pub struct Theme {
    templates: Tera,
    /// The names of the parts that the theme has.
    parts: Arc<[String]>,
    /// Where each template stands, for findings.
    places: Arc<BTreeMap<String, (FileId, Arc<str>)>>,
    /// The style sheet.
    pub style: String,
    /// What the style sheet of the report adds to that.
    pub report_style: String,
    /// Scripts by name (`scripts/<name>.js`). Every page is complete without; one that is missing is left out.
    pub scripts: BTreeMap<String, String>,
    /// SVG icons by name.
    pub icons: Arc<BTreeMap<String, String>>,
    /// Default colours by token name, in the light.
    pub colours: BTreeMap<String, String>,
    /// What paper is made with.
    pub binder: BinderTheme,
}

impl std::fmt::Debug for Theme {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Theme").field("colours", &self.colours).finish_non_exhaustive()
    }
}

/// The templates that a theme must have.
const TEMPLATES: &[&str] = &[
    "accessibility.html",
    "base.html",
    "binder.html",
    "card.html",
    "changes.html",
    "chapter.html",
    "chooser.html",
    "decision.html",
    "help.html",
    "home.html",
    "not_found.html",
    "repayment.html",
    "notice.html",
    "rule.html",
    "search.html",
    "short.html",
    "situation.html",
    "to_report.html",
    "words.html",
];

/// The theme that comes with the program.
const DEFAULT: &str = "themes/default/";

/// Templates of what is the same on many pages.
const PARTS: &str = "parts/";

/// Its templates for the report.
const REPORT: &str = "themes/default/templates/report/";

/// Reads a theme by name. There is none when it cannot be rendered with.
#[must_use]
pub fn read(name: &Spanned<String>, tree: &SourceTree) -> Warned<Option<Theme>> {
    let mut findings = Vec::new();
    let folder = format!("themes/{}/", name.value);
    if tree.below(&folder).next().is_none() {
        let known: Vec<&str> = tree.below("themes/").filter_map(|(_, file)| file.path.split('/').nth(1)).collect();
        findings.push(findings::theme_unknown(name.span, &name.value, &known));
        return Warned { value: None, findings };
    }
    let mut icons = BTreeMap::new();
    let mut scripts = BTreeMap::new();
    let mut sources = Vec::new();
    let mut places = BTreeMap::new();
    let own = tree.below(&folder).map(|(id, file)| (id, &file.path[folder.len()..], file));
    // What the report needs is not asked of a theme: where it has none, that of the default theme serves.
    let default = tree.below(REPORT).map(|(id, file)| (id, &file.path[DEFAULT.len()..], file));
    let of_default = folder != DEFAULT;
    let lacking = default.filter(|(_, path, _)| of_default && tree.find(&format!("{folder}{path}")).is_none());
    for (id, path, file) in own.chain(lacking) {
        let Some(text) = file.text() else { continue };
        if let Some(icon) = path.strip_prefix("icons/").and_then(|path| path.strip_suffix(".svg")) {
            icons.insert(icon.to_owned(), text.trim().to_owned());
        } else if let Some(script) = path.strip_prefix("scripts/").and_then(|path| path.strip_suffix(".js")) {
            scripts.insert(script.to_owned(), text.to_owned());
        } else if let Some(template) = path.strip_prefix("templates/") {
            places.insert(template.to_owned(), (id, Arc::from(text)));
            sources.push((template.to_owned(), text.to_owned()));
        }
    }
    for template in TEMPLATES.iter().filter(|name| !sources.iter().any(|(path, _)| path == *name)) {
        findings.push(findings::template_missing(name.span, &format!("{folder}templates/{template}")));
    }
    let parts = places.keys().filter_map(|path| Some(path.strip_prefix(PARTS)?.strip_suffix(".html")?.to_owned()));
    let parts = parts.collect();
    let icons = Arc::new(icons);
    let places = Arc::new(places);
    let templates = compile(sources, &icons, &places, &mut findings);
    let text_at = |path: &str| tree.find(path).and_then(|(_, file)| file.text()).map(str::to_owned);
    let text = |name: &str| text_at(&format!("{folder}{name}"));
    let settings = settings(&folder, tree, &mut findings);
    let theme = templates.map(|templates| Theme {
        templates,
        parts,
        places: Arc::clone(&places),
        style: text("style.css").unwrap_or_default(),
        report_style: text("report.css").or_else(|| text_at(&format!("{DEFAULT}report.css"))).unwrap_or_default(),
        scripts,
        icons,
        colours: settings.colours,
        binder: binder::read(&folder, tree, settings.families),
    });
    Warned { value: theme.filter(|_| findings.is_empty()), findings }
}

fn compile(
    sources: Vec<(String, String)>,
    icons: &BTreeMap<String, String>,
    places: &BTreeMap<String, (FileId, Arc<str>)>,
    findings: &mut Vec<Diagnostic>,
) -> Option<Tera> {
    let mut tera = Tera::new();
    let hidden =
        |svg: &str| svg.replacen("<svg", "<svg class=\"icon\" aria-hidden=\"true\" focusable=\"false\"", 1);
    let icons: BTreeMap<String, Value> =
        icons.iter().map(|(name, svg)| (name.clone(), Value::safe_string(&hidden(svg)))).collect();
    tera.register_function("icon", move |arguments: Kwargs, _: &State<'_>| -> TeraResult<Value> {
        let name = arguments.must_get::<&str>("name")?;
        icons.get(name).cloned().ok_or_else(|| tera::Error::message(format!("there is no icon `{name}`")))
    });
    match tera.add_raw_templates(sources) {
        Ok(()) => Some(tera),
        Err(error) => {
            let (what, span) = fault(&error, places);
            findings.push(findings::template_syntax(span, &what));
            None
        }
    }
}

/// What `theme.yaml` says.
#[derive(Default)]
struct Settings {
    colours: BTreeMap<String, String>,
    families: [Vec<String>; 2],
}

fn settings(folder: &str, tree: &SourceTree, findings: &mut Vec<Diagnostic>) -> Settings {
    let Some((file, source)) = tree.find(&format!("{folder}theme.yaml")) else {
        return Settings::default();
    };
    let text = source.text().unwrap_or_default();
    let Some(node) = parse(YamlText { file, text, offset: 0 }, findings) else {
        return Settings::default();
    };
    let mut reader = Reader::default();
    let settings = read_settings(&node, &mut reader).unwrap_or_default();
    findings.append(&mut reader.findings);
    settings
}

fn read_settings(node: &Node, reader: &mut Reader) -> Option<Settings> {
    let mut fields = reader.fields(node, "theme.yaml")?;
    let _ = fields.take("name");
    let colours = fields.need("colours", reader);
    let fonts = fields.take("fonts");
    fields.finish(reader);
    let families = fonts.and_then(|fonts| binder::families(fonts, reader)).unwrap_or_default();
    let mut schemes = reader.fields(colours?, "colours")?;
    let light = schemes.need("light", reader);
    let _ = schemes.take("dark");
    schemes.finish(reader);
    let entries = reader.map(light?)?;
    let colours = entries.iter().filter_map(|(key, node)| Some((key.text.clone(), reader.text(node)?.to_owned())));
    Some(Settings { colours: colours.collect(), families })
}

impl Theme {
    /// Renders a template. The views are chosen by the caller; a template that asks for more than its view
    /// holds is a fault of the theme.
    ///
    /// # Errors
    /// With what the template engine says.
    pub fn render(&self, template: &str, context: &tera::Context) -> Result<Vec<u8>, Box<Diagnostic>> {
        let mut page = Vec::with_capacity(16 * 1024);
        match self.templates.render_to(template, context, &mut page) {
            Ok(()) => Ok(page),
            Err(error) => {
                let (what, span) = fault(&error, &self.places);
                Err(Box::new(findings::template_failed(template, span, &what)))
            }
        }
    }

    /// Renders what is the same on many pages, each part by its name. The context has what these pages have in common.
    ///
    /// # Errors
    /// With what the template engine says.
    pub fn parts(&self, context: &tera::Context) -> Result<Value, Box<Diagnostic>> {
        let part = |name: &String| {
            let bytes = self.render(&format!("{PARTS}{name}.html"), context)?;
            Ok((name.clone(), Value::safe_string(&String::from_utf8_lossy(&bytes))))
        };
        let parts: Result<BTreeMap<String, Value>, Box<Diagnostic>> = self.parts.iter().map(part).collect();
        Ok(Value::from_serializable(&parts?))
    }

    /// The custom properties of the theme's style sheet that come from outside: those it reads.
    #[must_use]
    pub fn reads(&self, property: &str) -> bool {
        let asked = format!("var(--{property}");
        let mut rest = self.style.as_str();
        while let Some(at) = rest.find(&asked) {
            rest = &rest[at + asked.len()..];
            if rest.starts_with([',', ')', ' ']) {
                return true;
            }
        }
        false
    }
}

/// What the template engine complains of, in one line, and where. It says the place as `--> file:line:column`
/// in its text; without one the finding has no place.
fn fault(error: &tera::Error, places: &BTreeMap<String, (FileId, Arc<str>)>) -> (String, Option<Span>) {
    let text = chain(error);
    let place = text.lines().find_map(|line| {
        let (file, rest) = line.trim().strip_prefix("-->")?.trim().split_once(".html:")?;
        let (id, source) = places.get(&format!("{file}.html"))?;
        let (line, column) = rest.split_once(':')?;
        let digits = column.find(|c: char| !c.is_ascii_digit()).unwrap_or(column.len());
        let start = offset(source, line.parse().ok()?, column[..digits].parse().ok()?);
        Some(Span::new(*id, start, start))
    });
    let shown = text.lines().map(str::trim).find(|line| !line.is_empty() && !line.starts_with(['|', '-']));
    let shown = shown.unwrap_or_default().trim_start_matches("error:").trim();
    (shown.to_owned(), place)
}

/// The byte at which a line (from 1) and column (from 1, in characters) starts.
fn offset(text: &str, line: usize, column: usize) -> usize {
    let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let before = text[start..].chars().take(column.saturating_sub(1));
    start + before.map(char::len_utf8).sum::<usize>()
}

fn chain(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(inner) = source {
        text.push_str(": ");
        text.push_str(&inner.to_string());
        source = inner.source();
    }
    text
}
