//! What templates see: one struct per template, never the model. The README of the default theme explains
//! each field to people who change templates.

use serde::Serialize;

/// A text with what the reader must know about it.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Text {
    /// HTML: running text, or a block where the field says so.
    pub(super) html: String,
    /// The language it is in, when that is not the page's.
    pub(super) lang: Option<String>,
    pub(super) dir: Option<&'static str>,
    /// A sentence for the reader: not translated, or changed since.
    pub(super) note: Option<String>,
    /// Whether the municipality has its own version here.
    pub(super) local: bool,
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
    pub(super) json_ld: Option<String>,
    /// From the top of the site.
    pub(super) scripts: Vec<String>,
    pub(super) breadcrumbs: Vec<Link>,
    pub(super) nav_current: Option<&'static str>,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct ChooserLanguage {
    pub(super) lang: String,
    pub(super) dir: &'static str,
    pub(super) name: String,
    pub(super) heading: String,
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

#[derive(Debug, Clone, Serialize)]
pub(super) struct RuleLink {
    pub(super) title: Text,
    pub(super) path: String,
    pub(super) sheet: String,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct ChapterLink {
    pub(super) letter: String,
    pub(super) title: Text,
    pub(super) introduction: Text,
    pub(super) path: String,
    pub(super) rules: Vec<RuleLink>,
}

/// A change of a rule, for lists.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Change {
    pub(super) date: String,
    pub(super) note: Text,
    pub(super) title: Text,
    pub(super) path: String,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct HomeView {
    pub(super) title: Text,
    pub(super) intro: Text,
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
pub(super) struct ExampleView {
    pub(super) id: String,
    pub(super) situation: Text,
    pub(super) meaning: Text,
    pub(super) outcome: &'static str,
    pub(super) outcome_label: String,
    pub(super) within: Option<String>,
    pub(super) situations: Vec<Text>,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct RouteView {
    pub(super) kind: &'static str,
    pub(super) label: String,
    pub(super) html: String,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct LawView {
    pub(super) label: String,
    pub(super) href: String,
    pub(super) lang: String,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct FactView {
    pub(super) label: Text,
    pub(super) value: String,
    pub(super) since: String,
    pub(super) coming: Option<String>,
    pub(super) source: Option<String>,
    pub(super) local: bool,
    pub(super) law: Vec<LawView>,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct DatedNote {
    pub(super) date: String,
    pub(super) note: Text,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct RuleView {
    pub(super) title: Text,
    pub(super) kind: &'static str,
    pub(super) kind_label: String,
    pub(super) kind_help: String,
    pub(super) sheet: String,
    /// What stands at the foot of every sheet of paper.
    pub(super) foot: String,
    pub(super) chapter: ChapterRef,
    pub(super) fallback: Option<String>,
    pub(super) answer: Text,
    pub(super) examples: Vec<ExampleView>,
    pub(super) steps: Vec<Text>,
    pub(super) routes: Vec<RouteView>,
    pub(super) within: Option<String>,
    pub(super) proof: Option<Text>,
    pub(super) body: Vec<Text>,
    pub(super) consequence: Option<Text>,
    pub(super) law: Vec<LawView>,
    pub(super) facts: Vec<FactView>,
    pub(super) history: Vec<DatedNote>,
    pub(super) coming: Vec<DatedNote>,
    pub(super) valid_from: String,
    pub(super) checked_on: String,
    pub(super) checked_by: String,
    pub(super) next_check: String,
    pub(super) papers: Vec<PaperLink>,
    /// Pages beside the rules that help with this one.
    pub(super) useful: Vec<Link>,
    pub(super) related: Vec<RuleCard>,
    pub(super) previous: Option<Link>,
    pub(super) next: Option<Link>,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct ChapterRef {
    pub(super) letter: String,
    pub(super) title: Text,
    pub(super) path: String,
}

/// The page on which people compose a binder.
#[derive(Debug, Clone, Serialize)]
pub(super) struct BinderView {
    pub(super) date: String,
    /// The language's name in itself.
    pub(super) language: String,
    pub(super) choices: Vec<LanguageChoice>,
    pub(super) situations: Vec<SituationView>,
    pub(super) chapters: Vec<BinderChapter>,
    /// The whole guide.
    pub(super) papers: Vec<PaperLink>,
}

/// In which language or languages to print.
#[derive(Debug, Clone, Serialize)]
pub(super) struct LanguageChoice {
    /// What the address of the page says of it; nothing for the language of the page.
    pub(super) value: String,
    pub(super) label: String,
    /// From this page to the home of each language's edition; the first stands where reading starts.
    pub(super) editions: Vec<String>,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct SituationView {
    pub(super) id: String,
    pub(super) label: Text,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct BinderChapter {
    pub(super) letter: String,
    pub(super) title: Text,
    /// The words beside the box for all of its sheets.
    pub(super) whole: String,
    pub(super) sheets: Vec<BinderSheet>,
    pub(super) papers: Vec<PaperLink>,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct BinderSheet {
    pub(super) code: String,
    /// In the source language; nothing where that is the language of the page.
    pub(super) source_title: Option<Text>,
    pub(super) title: Text,
    /// HTML: the version, with its date.
    pub(super) version: String,
    /// The words of the link to its page.
    pub(super) open: String,
    pub(super) path: String,
    /// Situations it belongs to, by itself or by one of its examples, with spaces between.
    pub(super) situations: String,
    pub(super) papers: Vec<PaperLink>,
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
    pub(super) updated: String,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct ShortView {
    pub(super) address: String,
    pub(super) path: String,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct NotFoundView {}
