//! Every place of a guide where an author writes a value, a name or words, found by reading the guide's own files.

use std::ops::Range;

use pulldown_cmark::{Event as Mark, Options, Parser as Markdown};
use saphyr_parser::{Event, Parser, Span};
use wegwijs::source::{SourceFile, SourceTree};

/// How a field is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// A value in YAML.
    Value,
    /// A key in YAML.
    Key,
    /// Letters in Markdown, below the front matter.
    Letters,
}

/// A place where something can be written.
#[derive(Debug, Clone)]
pub(super) struct Field {
    pub(super) file: String,
    /// The way to it: `contacts.desk.street`, `examples.have-car.meaning`, `body.3`.
    pub(super) name: String,
    pub(super) form: Form,
    /// Where it stands in the file, in bytes.
    pub(super) range: Range<usize>,
    /// What it says.
    pub(super) text: String,
}

impl Field {
    /// Its name with its file, for messages.
    pub(super) fn full(&self) -> String {
        format!("{}: {}", self.file, self.name)
    }
}

/// All fields of the files that `wanted` picks, in their order.
pub(super) fn fields(tree: &SourceTree, wanted: impl Fn(&str) -> bool) -> Vec<Field> {
    tree.iter().map(|(_, file)| file).filter(|file| wanted(&file.path)).flat_map(of_file).collect()
}

fn of_file(file: &SourceFile) -> Vec<Field> {
    let text = file.text().unwrap_or_default();
    if file.path.ends_with(".yaml") {
        return of_yaml(&file.path, text, 0);
    }
    let Some(rest) = text.strip_prefix("---\n").filter(|_| file.path.ends_with(".md")) else { return Vec::new() };
    let end = 4 + rest.find("---\n").expect("the front matter ends");
    let body = end + 4;
    let mut found = of_yaml(&file.path, &text[4..end], 4);
    let options = Options::ENABLE_TABLES | Options::ENABLE_GFM;
    let runs = Markdown::new_ext(&text[body..], options).into_offset_iter();
    let runs = runs.filter(|(event, _)| matches!(event, Mark::Text(_)));
    found.extend(runs.enumerate().map(|(i, (_, range))| Field {
        file: file.path.to_string(),
        name: format!("body.{i}"),
        form: Form::Letters,
        text: text[body..][range.clone()].to_owned(),
        range: body + range.start..body + range.end,
    }));
    found
}

/// A list or map that is open while its YAML is read.
enum Open {
    List(usize),
    Map(Option<String>),
}

/// The keys and values of a piece of YAML that starts at `offset` in its file.
fn of_yaml(path: &str, text: &str, offset: usize) -> Vec<Field> {
    let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let bytes = |span: Span| {
        let (start, end) = (starts[span.start.index()], starts[span.end.index()]);
        offset + start..offset + start + text[start..end].trim_end().len()
    };
    let mut found = Vec::new();
    let mut open: Vec<Open> = Vec::new();
    for event in Parser::new_from_str(text) {
        let (event, span) = event.expect("the guide is sound");
        match event {
            Event::MappingStart(..) => open.push(Open::Map(None)),
            Event::SequenceStart(..) => open.push(Open::List(0)),
            Event::MappingEnd | Event::SequenceEnd => {
                open.pop();
                done(&mut open);
            }
            Event::Scalar(value, ..) => {
                let mut form = Form::Value;
                if let Some(Open::Map(key @ None)) = open.last_mut() {
                    (*key, form) = (Some(value.to_string()), Form::Key);
                }
                let (name, range) = (way(&open), bytes(span));
                found.push(Field { file: path.to_owned(), name, form, range, text: value.into_owned() });
                if form == Form::Value {
                    done(&mut open);
                }
            }
            _ => {}
        }
    }
    found
}

/// After a value comes the next one of its list, or a key.
fn done(open: &mut [Open]) {
    match open.last_mut() {
        Some(Open::List(at)) => *at += 1,
        Some(Open::Map(key)) => *key = None,
        None => {}
    }
}

fn way(open: &[Open]) -> String {
    let names = open.iter().map(|open| match open {
        Open::List(at) => at.to_string(),
        Open::Map(key) => key.clone().unwrap_or_default(),
    });
    names.collect::<Vec<_>>().join(".")
}

/// The same guide with more written into some of its fields, each where the field's own text ends.
pub(super) struct Written {
    pub(super) tree: SourceTree,
    /// Where each of them stands now, in the order in which they were given.
    pub(super) places: Vec<Range<usize>>,
}

/// Writes texts into fields; `inside` says how a text is written within Markdown.
pub(super) fn written(tree: &SourceTree, more: &[(&Field, String)]) -> Written {
    let mut order: Vec<usize> = (0..more.len()).collect();
    order.sort_by_key(|i| (&more[*i].0.file, more[*i].0.range.start));
    let mut places = vec![0..0; more.len()];
    let mut files: Vec<(String, String)> = Vec::new();
    let mut taken = 0;
    for i in order {
        let (field, text) = &more[i];
        let source = tree.find(&field.file).and_then(|(_, file)| file.text()).expect("a text");
        if files.last().is_none_or(|(path, _)| *path != field.file) {
            finish(tree, &mut files, taken);
            files.push((field.file.clone(), String::new()));
            taken = 0;
        }
        let (_, out) = files.last_mut().expect("just pushed");
        out.push_str(&source[taken..field.range.start]);
        let start = out.len();
        match field.form {
            Form::Letters => out.push_str(&format!("{}{text}", &source[field.range.clone()])),
            Form::Value | Form::Key => out.push_str(&quoted(&format!("{}{text}", field.text))),
        }
        places[i] = start..out.len();
        taken = field.range.end;
    }
    finish(tree, &mut files, taken);
    let texts = files.iter().map(|(path, text)| (path.as_str(), text.as_str()));
    Written { tree: SourceTree::from_texts(texts).or_else(tree), places }
}

/// Adds what comes after the last field of a file.
fn finish(tree: &SourceTree, files: &mut [(String, String)], taken: usize) {
    if let Some((path, out)) = files.last_mut() {
        out.push_str(&tree.find(path).and_then(|(_, file)| file.text()).expect("a text")[taken..]);
    }
}

/// A text in YAML's double quotes, with escapes for all that has to be or could be written so.
pub(super) fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if c.is_alphanumeric() || c == ' ' || c.is_ascii_graphic() => out.push(c),
            c => out.push_str(&format!("\\U{:08x}", u32::from(c))),
        }
    }
    out + "\""
}

/// The lines of the interface's messages that have words at their end: of messages, and of their cases.
pub(super) fn messages(tree: &SourceTree) -> Vec<Field> {
    let mut found = Vec::new();
    for (_, file) in tree.below("locales/").filter(|(_, file)| file.path.ends_with(".ftl")) {
        let mut end = 0;
        for line in file.text().unwrap_or_default().split_inclusive('\n') {
            end += line.len();
            let line = line.trim_end();
            let sign = line.starts_with('#') || line.ends_with("->") || line.ends_with('=') || line.trim() == "}";
            if !sign && !line.is_empty() {
                let (range, name) = (end - 1..end - 1, line.trim().chars().take(30).collect());
                found.push(Field {
                    file: file.path.to_string(),
                    name,
                    form: Form::Letters,
                    range,
                    text: String::new(),
                });
            }
        }
    }
    found
}

/// A text within a message.
pub(super) fn literal(text: &str) -> String {
    let mut out = String::from("{\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if c.is_ascii_graphic() || c == ' ' => out.push(c),
            c => out.push_str(&format!("\\U{:06x}", u32::from(c))),
        }
    }
    out + "\"}"
}
