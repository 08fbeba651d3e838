//! What the templates of the report see. Fields are plain text, which the templates escape, unless they say HTML.

use serde::Serialize;

#[derive(Debug, Clone, Serialize)]
pub(super) struct SiteView {
    pub(super) lang: String,
    pub(super) dir: &'static str,
    pub(super) title: String,
    pub(super) css: Vec<String>,
    pub(super) favicon: String,
    /// HTML: the day the report speaks of.
    pub(super) date: String,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct PageLink {
    pub(super) path: String,
    pub(super) label: String,
    pub(super) current: bool,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct PageView {
    pub(super) kind: &'static str,
    pub(super) title: String,
    pub(super) heading: String,
    pub(super) menu: Vec<PageLink>,
}

/// How something stands: an icon, a word and a colour, never the colour alone.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Sign {
    pub(super) class: &'static str,
    pub(super) icon: &'static str,
    pub(super) word: String,
}

/// A language, named in itself.
#[derive(Debug, Clone, Serialize)]
pub(super) struct LanguageView {
    pub(super) lang: String,
    pub(super) dir: &'static str,
    pub(super) name: String,
}

/// A rule, or a municipality's own version of it.
#[derive(Debug, Clone, Serialize)]
pub(super) struct RuleRef {
    pub(super) sheet: String,
    pub(super) title: String,
    pub(super) municipality: Option<String>,
}

/// A name and a number.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Figure {
    pub(super) label: String,
    /// The language, when it stands before the label.
    pub(super) language: Option<LanguageView>,
    pub(super) value: String,
    pub(super) sign: Option<Sign>,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct CardView {
    pub(super) path: String,
    pub(super) title: String,
    pub(super) figures: Vec<Figure>,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct IndexView {
    pub(super) cards: Vec<CardView>,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct CellView {
    pub(super) sign: Sign,
    /// What is left to be done, and how many segments there are.
    pub(super) counts: Vec<Figure>,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct CoverageRow {
    /// Nothing for the texts that the whole guide shares.
    pub(super) rule: Option<RuleRef>,
    pub(super) cells: Vec<CellView>,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct CoverageTotal {
    pub(super) language: LanguageView,
    pub(super) rows: Vec<String>,
    pub(super) segments: String,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct CoverageView {
    pub(super) progress: Vec<Sign>,
    pub(super) totals: Vec<CoverageTotal>,
    pub(super) languages: Vec<LanguageView>,
    pub(super) rows: Vec<CoverageRow>,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct FormulaView {
    pub(super) name: String,
    pub(super) target: Option<String>,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct ScoreView {
    pub(super) value: String,
    pub(super) missed: bool,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct ReadingRow {
    pub(super) rule: RuleRef,
    pub(super) words: String,
    pub(super) sentences: String,
    pub(super) scores: Vec<ScoreView>,
    pub(super) sign: Sign,
    /// The names of the targets that are missed.
    pub(super) missed: String,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct ReadingTable {
    pub(super) id: String,
    pub(super) caption: String,
    pub(super) rows: Vec<ReadingRow>,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct ReadingLanguage {
    pub(super) language: LanguageView,
    pub(super) summary: String,
    pub(super) formulas: Vec<FormulaView>,
    pub(super) tables: Vec<ReadingTable>,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct ReadabilityView {
    pub(super) languages: Vec<ReadingLanguage>,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct ReviewRow {
    pub(super) rule: RuleRef,
    /// HTML.
    pub(super) next: String,
    /// HTML.
    pub(super) last: String,
    pub(super) written_by: String,
    pub(super) checked_by: String,
    pub(super) alone: Option<Sign>,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct ReviewGroup {
    pub(super) id: &'static str,
    pub(super) sign: Sign,
    pub(super) rows: Vec<ReviewRow>,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct RoleRow {
    pub(super) role: String,
    pub(super) rules: Vec<String>,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct ReviewsView {
    pub(super) groups: Vec<ReviewGroup>,
    pub(super) roles: Vec<RoleRow>,
}

/// The name of a fact.
#[derive(Debug, Clone, Serialize)]
pub(super) struct FactRef {
    pub(super) id: String,
    pub(super) label: String,
}

/// What holds somewhere.
#[derive(Debug, Clone, Serialize)]
pub(super) struct HeldView {
    /// HTML; nothing where there is no value.
    pub(super) value: Option<String>,
    /// HTML.
    pub(super) since: Option<String>,
    /// HTML: the next change with its day.
    pub(super) next: Option<String>,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct LocalRow {
    pub(super) fact: FactRef,
    /// HTML.
    pub(super) bounds: Option<String>,
    pub(super) sign: Sign,
    pub(super) held: Vec<HeldView>,
}

/// One side of a difference.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Side {
    /// The icon of an outcome, and its words.
    pub(super) outcome: Option<Sign>,
    /// HTML, a line each.
    pub(super) lines: Vec<String>,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct FieldView {
    pub(super) label: String,
    /// As it is named in the file.
    pub(super) name: String,
    pub(super) general: Side,
    pub(super) own: Side,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct VersionView {
    pub(super) rule: RuleRef,
    pub(super) fields: Vec<FieldView>,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct MunicipalitiesView {
    pub(super) names: Vec<String>,
    pub(super) local: Vec<LocalRow>,
    pub(super) versions: Vec<VersionView>,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct SourceLink {
    pub(super) label: String,
    pub(super) href: String,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct FactPlace {
    /// The municipality; nothing for everywhere.
    pub(super) municipality: Option<String>,
    pub(super) held: HeldView,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct FactRow {
    pub(super) fact: FactRef,
    pub(super) places: Vec<FactPlace>,
    /// HTML.
    pub(super) expected: Option<String>,
    pub(super) due: Option<Sign>,
    pub(super) law: Vec<SourceLink>,
    pub(super) source: Option<String>,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct FactsView {
    pub(super) facts: Vec<FactRow>,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct CodeRow {
    pub(super) code: &'static str,
    /// What it means, in English.
    pub(super) title: String,
    pub(super) counts: Vec<String>,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct FoundView {
    pub(super) sign: Sign,
    pub(super) code: &'static str,
    /// Line and column.
    pub(super) place: Option<String>,
    /// In English.
    pub(super) message: String,
    /// In English.
    pub(super) help: String,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct FileView {
    /// Nothing for findings about the guide as a whole.
    pub(super) path: Option<String>,
    pub(super) count: String,
    pub(super) findings: Vec<FoundView>,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct FindingsView {
    pub(super) severities: Vec<Figure>,
    pub(super) codes: Vec<CodeRow>,
    pub(super) files: Vec<FileView>,
}
