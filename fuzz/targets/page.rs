//! Pages as browsers read them.

use html5ever::tendril::TendrilSink;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};

/// A part of a page, in the order of the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// The begin of an element: its name, and its attributes by name.
    Element(String, Vec<(String, String)>),
    /// Text, every run of white space as one space.
    Text(String),
    /// A remark.
    Remark(String),
    /// The end of the element.
    End,
}

/// A page.
pub struct Page {
    /// Its parts.
    pub parts: Vec<Part>,
    /// What is wrong with how it is written.
    pub faults: Vec<String>,
}

impl Page {
    /// Reads a page.
    pub fn of(html: &str) -> Self {
        let dom = parse_document(RcDom::default(), ParseOpts::default()).one(html);
        let mut parts = Vec::new();
        // Not by recursion: how deep a page goes is what is to be found out.
        let mut open = vec![Some(dom.document.clone())];
        while let Some(next) = open.pop() {
            let Some(node) = next else {
                parts.push(Part::End);
                continue;
            };
            if let Some(part) = part(&node) {
                if matches!(part, Part::Element(..)) {
                    open.push(None);
                }
                parts.push(part);
            }
            open.extend(node.children.borrow().iter().rev().cloned().map(Some));
        }
        let faults = dom.errors.borrow().iter().map(|fault| fault.to_string()).collect();
        Page { parts, faults }
    }

    /// All that a reader reads: text outside scripts and styles.
    pub fn words(&self) -> String {
        let mut said = String::new();
        let mut aside: usize = 0;
        for part in &self.parts {
            match part {
                Part::Element(name, _) if aside > 0 || name == "script" || name == "style" => aside += 1,
                Part::End => aside = aside.saturating_sub(1),
                Part::Text(text) if aside == 0 => said.push_str(text),
                _ => {}
            }
        }
        said
    }
}

fn part(node: &Handle) -> Option<Part> {
    match &node.data {
        NodeData::Element { name, attrs, .. } => {
            let attrs = attrs.borrow();
            let attributes = attrs.iter().map(|attr| (attr.name.local.to_string(), spaced(&attr.value)));
            Some(Part::Element(name.local.to_string(), attributes.collect()))
        }
        NodeData::Text { contents } => Some(Part::Text(spaced(&contents.borrow()))),
        NodeData::Comment { contents } => Some(Part::Remark(contents.to_string())),
        _ => None,
    }
}

/// Every run of white space as one space.
pub fn spaced(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            ' ' | '\t' | '\n' | '\r' | '\u{c}' if out.ends_with(' ') => {}
            ' ' | '\t' | '\n' | '\r' | '\u{c}' => out.push(' '),
            c => out.push(c),
        }
    }
    out
}
