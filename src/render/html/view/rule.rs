//! What `rule.html` sees.

use serde::Serialize;

use super::{Link, PaperLink, RuleLink, Shared, TermView, Text};
use crate::render::html::escape::{ready, ready_or_none};
use crate::render::html::examples::ExampleView;

#[derive(Debug, Clone, Serialize)]
pub(in crate::render::html) struct RuleView {
    pub(in crate::render::html) title: Text,
    pub(in crate::render::html) kind: &'static str,
    pub(in crate::render::html) kind_label: String,
    pub(in crate::render::html) kind_help: String,
    pub(in crate::render::html) sheet: String,
    /// What stands at the foot of every sheet of paper.
    pub(in crate::render::html) foot: String,
    pub(in crate::render::html) chapter: ChapterRef,
    pub(in crate::render::html) fallback: Option<String>,
    pub(in crate::render::html) answer: Text,
    pub(in crate::render::html) examples: Vec<ExampleView>,
    pub(in crate::render::html) steps: Vec<Text>,
    pub(in crate::render::html) routes: Vec<Shared<RouteView>>,
    #[serde(serialize_with = "ready_or_none")]
    pub(in crate::render::html) within: Option<String>,
    pub(in crate::render::html) proof: Option<Text>,
    pub(in crate::render::html) body: Vec<Text>,
    pub(in crate::render::html) consequence: Option<Text>,
    pub(in crate::render::html) law: Vec<Shared<LawView>>,
    pub(in crate::render::html) facts: Vec<FactView>,
    pub(in crate::render::html) history: Vec<DatedNote>,
    pub(in crate::render::html) coming: Vec<DatedNote>,
    #[serde(serialize_with = "ready")]
    pub(in crate::render::html) valid_from: String,
    #[serde(serialize_with = "ready")]
    pub(in crate::render::html) checked_on: String,
    pub(in crate::render::html) checked_by: String,
    #[serde(serialize_with = "ready")]
    pub(in crate::render::html) next_check: String,
    pub(in crate::render::html) papers: Vec<PaperLink>,
    /// Life events of its examples.
    pub(in crate::render::html) situations: Vec<Shared<Link>>,
    /// Words that are marked on the page, with their explanation.
    pub(in crate::render::html) terms: Vec<TermView>,
    /// Pages beside the rules that help with this one.
    pub(in crate::render::html) useful: Vec<Link>,
    pub(in crate::render::html) related: Vec<Shared<RuleLink>>,
    /// Rights that a reader of this page may apply for as well.
    pub(in crate::render::html) rights: Vec<Shared<RuleLink>>,
    pub(in crate::render::html) previous: Option<Link>,
    pub(in crate::render::html) next: Option<Link>,
}

#[derive(Debug, Clone, Serialize)]
pub(in crate::render::html) struct RouteView {
    pub(in crate::render::html) kind: &'static str,
    pub(in crate::render::html) label: String,
    #[serde(serialize_with = "ready")]
    pub(in crate::render::html) html: String,
}

#[derive(Debug, Clone, Serialize)]
pub(in crate::render::html) struct LawView {
    pub(in crate::render::html) label: String,
    pub(in crate::render::html) href: String,
    pub(in crate::render::html) lang: String,
}

#[derive(Debug, Clone, Serialize)]
pub(in crate::render::html) struct FactView {
    pub(in crate::render::html) label: Text,
    #[serde(serialize_with = "ready")]
    pub(in crate::render::html) value: String,
    pub(in crate::render::html) since: String,
    #[serde(serialize_with = "ready_or_none")]
    pub(in crate::render::html) coming: Option<String>,
    pub(in crate::render::html) source: Option<String>,
    pub(in crate::render::html) local: bool,
    pub(in crate::render::html) law: Vec<Shared<LawView>>,
}

#[derive(Debug, Clone, Serialize)]
pub(in crate::render::html) struct DatedNote {
    #[serde(serialize_with = "ready")]
    pub(in crate::render::html) date: String,
    pub(in crate::render::html) note: Text,
}

#[derive(Debug, Clone, Serialize)]
pub(in crate::render::html) struct ChapterRef {
    pub(in crate::render::html) letter: String,
    pub(in crate::render::html) title: Text,
    pub(in crate::render::html) path: String,
}
