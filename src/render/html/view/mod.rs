//! What templates see: one struct per template, never the model. The README of the default theme explains
//! each field to people who change templates.

mod binder;
mod rule;

use std::marker::PhantomData;

use serde::{Serialize, Serializer};
use tera::Value;

use super::escape::{ready, ready_or_none};

pub(super) use binder::{BinderChapter, BinderSheet, BinderView, LanguageChoice, SituationView};
pub(super) use rule::{ChapterRef, DatedNote, FactView, LawView, RouteView, RuleView};

/// A text with what the reader must know about it. A page has a hundred, and most have nothing beside their letters:
/// what there is not is left out, and is nothing to a template.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Text {
    /// HTML: running text, or a block where the field says so.
    #[serde(serialize_with = "ready")]
    pub(super) html: String,
    /// The language it is in, when that is not the page's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) lang: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) dir: Option<&'static str>,
    /// A sentence for the reader: not translated, or changed since.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) note: Option<String>,
    /// Whether the municipality has its own version here.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(super) local: bool,
}

impl Text {
    /// A text of the interface: in the language of the page, with nothing to remark.
    pub(super) fn own(html: String) -> Self {
        Text { html, lang: None, dir: None, note: None, local: false }
    }
}

/// A way to reach somebody.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Reach {
    pub(super) label: String,
    pub(super) href: String,
}

/// A link within the edition.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Link {
    pub(super) path: String,
    pub(super) label: Text,
}

/// A link in a menu.
#[derive(Debug, Clone, Serialize)]
pub(super) struct MenuLink {
    pub(super) id: &'static str,
    pub(super) path: &'static str,
    pub(super) label: String,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct Logo {
    pub(super) path: String,
    pub(super) width: u32,
    pub(super) height: u32,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct SupportView {
    pub(super) name: String,
    pub(super) phone: Option<Reach>,
    pub(super) email: Option<Reach>,
    pub(super) website: Option<Reach>,
    pub(super) about: Text,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct OmbudsmanView {
    pub(super) name: String,
    pub(super) phone: Option<Reach>,
    pub(super) website: Option<Reach>,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct MunicipalityView {
    pub(super) name: String,
    pub(super) organisation: Text,
    pub(super) logo: Option<Logo>,
    pub(super) phone: Option<Reach>,
    pub(super) email: Option<Reach>,
    pub(super) website: Option<Reach>,
    pub(super) form: Option<Reach>,
    pub(super) desk: Vec<String>,
    pub(super) post: Vec<String>,
    pub(super) hours: Vec<Text>,
    pub(super) support: Vec<SupportView>,
    pub(super) ombudsman: Option<OmbudsmanView>,
}

/// A PDF, with what readers want to know before they fetch it.
#[derive(Debug, Clone, Serialize)]
pub(super) struct PaperLink {
    /// From the top of the site.
    pub(super) path: String,
    /// HTML: what it holds, how many pages, how large.
    #[serde(serialize_with = "ready")]
    pub(super) label: String,
}

/// What all pages of an edition share.
#[derive(Debug, Clone, Serialize)]
pub(super) struct SiteView {
    pub(super) lang: String,
    pub(super) dir: &'static str,
    pub(super) title: String,
    pub(super) notice: Option<Text>,
    pub(super) css: Vec<String>,
    pub(super) favicon: String,
    pub(super) theme_class: String,
    pub(super) nav: Vec<MenuLink>,
    pub(super) footer_nav: Vec<MenuLink>,
    pub(super) municipality: Option<MunicipalityView>,
    /// Whether there is a page to search the guide.
    pub(super) search: bool,
    pub(super) several: bool,
    pub(super) chooser: String,
}

/// The same page in another language.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Alternate {
    pub(super) lang: String,
    pub(super) dir: &'static str,
    pub(super) name: String,
    /// Address on the web.
    pub(super) href: String,
    /// From this page.
    pub(super) path: String,
    pub(super) current: bool,
    /// Whether search engines should be told of it: not when it only shows the source text.
    pub(super) indexed: bool,
}

/// What the parts of a page know of it: what many pages have in common.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub(super) struct PartPage {
    pub(super) root: String,
    pub(super) home: String,
    pub(super) nav_current: Option<&'static str>,
}

/// What every page has.
#[derive(Debug, Clone, Serialize)]
pub(super) struct PageView {
    pub(super) kind: &'static str,
    pub(super) root: String,
    pub(super) home: String,
    pub(super) title: String,
    pub(super) description: String,
    pub(super) canonical: Option<String>,
    pub(super) robots: Option<&'static str>,
    pub(super) alternates: Vec<Alternate>,
    pub(super) x_default: Option<String>,
    #[serde(serialize_with = "ready_or_none")]
    pub(super) json_ld: Option<String>,
    /// From the top of the site.
    pub(super) scripts: Vec<String>,
    pub(super) breadcrumbs: Vec<Link>,
    pub(super) nav_current: Option<&'static str>,
}

impl PageView {
    /// What the parts of the page know of it.
    pub(super) fn known_to_parts(&self) -> PartPage {
        PartPage { root: self.root.clone(), home: self.home.clone(), nav_current: self.nav_current }
    }
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct ChooserLanguage {
    pub(super) lang: String,
    pub(super) dir: &'static str,
    pub(super) name: String,
    pub(super) heading: String,
    #[serde(serialize_with = "ready_or_none")]
    pub(super) notice: Option<String>,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct ChooserLink {
    pub(super) lang: String,
    pub(super) dir: &'static str,
    pub(super) name: String,
    pub(super) path: String,
    pub(super) label: String,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct ChooserMunicipality {
    pub(super) name: String,
    pub(super) path: String,
    pub(super) languages: Vec<ChooserLink>,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct ChooserView {
    pub(super) title: String,
    pub(super) languages: Vec<ChooserLanguage>,
    pub(super) municipalities: Vec<ChooserMunicipality>,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct RuleCard {
    pub(super) title: Text,
    pub(super) answer: Text,
    pub(super) path: String,
    pub(super) kind: &'static str,
    pub(super) kind_label: String,
    pub(super) sheet: String,
}

/// The name of a rule with the way to it.
#[derive(Debug, Clone, Serialize)]
pub(super) struct RuleLink {
    pub(super) title: Text,
    pub(super) path: String,
    pub(super) sheet: String,
}

/// A view that many pages show the same: what a template takes of it.
#[derive(Debug)]
pub(super) struct Shared<T> {
    value: Value,
    of: PhantomData<fn() -> T>,
}

impl<T: Serialize> Shared<T> {
    pub(super) fn of(view: &T) -> Self {
        Shared { value: Value::from_serializable(view), of: PhantomData }
    }
}

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Shared { value: self.value.clone(), of: PhantomData }
    }
}

impl<T> Serialize for Shared<T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.value.serialize(to)
    }
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct ChapterLink {
    pub(super) letter: String,
    pub(super) title: Text,
    pub(super) introduction: Text,
    pub(super) path: String,
    pub(super) rules: Vec<Shared<RuleLink>>,
}

/// A change of a rule, for lists.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Change {
    #[serde(serialize_with = "ready")]
    pub(super) date: String,
    pub(super) note: Text,
    pub(super) title: Text,
    pub(super) path: String,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct HomeView {
    pub(super) title: Text,
    pub(super) intro: Text,
    pub(super) situations: Vec<Shared<Link>>,
    pub(super) most_asked: Vec<RuleCard>,
    pub(super) chapters: Vec<ChapterLink>,
    pub(super) changes: Vec<Change>,
    pub(super) coming: Vec<Change>,
    pub(super) papers: Vec<PaperLink>,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct ChapterView {
    pub(super) letter: String,
    pub(super) title: Text,
    pub(super) introduction: Text,
    pub(super) rules: Vec<RuleCard>,
    pub(super) papers: Vec<PaperLink>,
    pub(super) previous: Option<Link>,
    pub(super) next: Option<Link>,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct TermView {
    pub(super) id: String,
    pub(super) word: Text,
    pub(super) dutch: Option<String>,
    pub(super) explanation: Text,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct WordsView {
    pub(super) terms: Vec<TermView>,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct AccessibilityView {
    #[serde(serialize_with = "ready")]
    pub(super) updated: String,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct ShortView {
    pub(super) address: String,
    pub(super) path: String,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct NotFoundView {}
