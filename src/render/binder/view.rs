//! What the templates of paper see: data, never markup. Where a field holds a list of texts it has one for
//! each language of the document: one, or two that stand side by side.

use std::collections::BTreeMap;

use serde::Serialize;

/// A part of running text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "k", content = "v", rename_all = "kebab-case")]
pub(super) enum Run {
    /// Letters.
    Text(String),
    /// Latin words in a text that runs from right to left.
    Words(String),
    /// Figures in such a text.
    Figures(String),
    Strong(Vec<Run>),
    Emphasis(Vec<Run>),
    Link(Link),
    /// A link to another sheet.
    Sheet(SheetLink),
    /// A word of the glossary.
    Term(TermMark),
    Image(Picture),
    Break(()),
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Link {
    pub(super) to: String,
    pub(super) runs: Vec<Run>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct SheetLink {
    pub(super) code: String,
    pub(super) to: String,
    pub(super) runs: Vec<Run>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct TermMark {
    /// Position, from 1, in the sheet's list of words.
    pub(super) number: usize,
    pub(super) runs: Vec<Run>,
    /// The explanation, where the word is met for the first time on a sheet in one language.
    pub(super) note: Option<WordNote>,
}

/// A word of the glossary in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct WordNote {
    pub(super) word: Text,
    /// The word in the source language, where that is another one.
    pub(super) source: Option<String>,
    pub(super) explanation: Text,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Picture {
    pub(super) file: String,
    pub(super) alt: String,
}

/// A text in a language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Text {
    pub(super) lang: String,
    pub(super) runs: Vec<Run>,
    /// A sentence about it, in the reader's language: not translated, or changed since.
    pub(super) note: Option<String>,
    pub(super) note_lang: String,
    /// Whether the municipality has its own version here.
    pub(super) local: bool,
}

/// A text in each language of the document.
pub(super) type Texts = Vec<Text>;

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "k", rename_all = "kebab-case")]
pub(super) enum Block {
    Heading { level: u8, runs: Vec<Run> },
    Paragraph { runs: Vec<Run> },
    List { start: Option<u64>, items: Vec<Vec<Block>> },
    Table { head: Vec<Vec<Run>>, rows: Vec<Vec<Vec<Run>>> },
    Note { label: String, blocks: Vec<Block> },
}

/// A block in a language; without a block where that language has none beside the other's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct BlockText {
    pub(super) lang: String,
    pub(super) block: Option<Block>,
    pub(super) note: Option<String>,
    pub(super) note_lang: String,
    pub(super) local: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct ExampleView {
    pub(super) outcome: &'static str,
    pub(super) label: Vec<String>,
    pub(super) within: Option<Vec<Vec<Run>>>,
    pub(super) situation: Texts,
    pub(super) meaning: Texts,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct RouteView {
    pub(super) kind: &'static str,
    pub(super) label: Vec<String>,
    pub(super) value: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct LawView {
    pub(super) label: String,
    pub(super) to: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct FactView {
    pub(super) label: Texts,
    pub(super) value: Vec<Vec<Run>>,
    pub(super) since: Vec<Vec<Run>>,
    pub(super) local: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct DatedView {
    pub(super) date: Vec<Vec<Run>>,
    pub(super) note: Texts,
}

/// A word of the glossary in each language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct WordView {
    pub(super) number: usize,
    pub(super) texts: Vec<WordNote>,
}

/// The chapter of a sheet, for its tab and running head.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct TabView {
    pub(super) letter: String,
    /// Position among the chapters, and how many there are: the tab's height on the page.
    pub(super) position: usize,
    pub(super) count: usize,
    pub(super) title: Texts,
    /// The title in the source language, where no language of the document shows it.
    pub(super) source_title: Option<Text>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct SheetView {
    pub(super) code: String,
    pub(super) tab: TabView,
    /// `Version of 1 January 2026`.
    pub(super) version: Vec<Vec<Run>>,
    /// The date alone.
    pub(super) date: Vec<Vec<Run>>,
    pub(super) kind: &'static str,
    pub(super) title: Texts,
    /// The title in the source language, where no language of the document shows it.
    pub(super) source_title: Option<Text>,
    pub(super) untranslated: Vec<Option<String>>,
    pub(super) answer: Texts,
    pub(super) coming: Vec<DatedView>,
    pub(super) examples: Vec<ExampleView>,
    pub(super) steps: Vec<Texts>,
    pub(super) within: Option<Vec<Vec<Run>>>,
    pub(super) routes: Vec<RouteView>,
    pub(super) proof: Option<Texts>,
    pub(super) body: Vec<Vec<BlockText>>,
    pub(super) consequence: Option<Texts>,
    pub(super) law: Vec<LawView>,
    pub(super) facts: Vec<FactView>,
    pub(super) history: Vec<DatedView>,
    pub(super) words: Vec<WordView>,
    pub(super) qr: QrView,
}

/// The way to the page on the web.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct QrView {
    pub(super) svg: String,
    pub(super) to: String,
    /// As people type it.
    pub(super) short: String,
    pub(super) alt: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct LanguageView {
    /// Language and region as Typst takes them.
    pub(super) code: String,
    pub(super) region: Option<String>,
    pub(super) dir: &'static str,
    /// Whether Typst knows the direction of the language by itself.
    pub(super) known: bool,
    pub(super) name: String,
    pub(super) fonts: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct LookView {
    pub(super) large: bool,
    pub(super) double_sided: bool,
    pub(super) primary: String,
    pub(super) on_primary: String,
    pub(super) accent: String,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub(super) struct SupportView {
    pub(super) name: String,
    pub(super) phone: Option<String>,
    pub(super) email: Option<String>,
    pub(super) website: Option<String>,
    pub(super) about: Texts,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub(super) struct PlaceView {
    pub(super) name: String,
    pub(super) organisation: Texts,
    /// File name of the logo.
    pub(super) logo: Option<String>,
    pub(super) phone: Option<String>,
    pub(super) email: Option<String>,
    pub(super) website: Option<String>,
    pub(super) form: Option<String>,
    pub(super) desk: Vec<String>,
    pub(super) post: Vec<String>,
    pub(super) hours: Vec<Texts>,
    pub(super) support: Vec<SupportView>,
    pub(super) ombudsman: Option<SupportView>,
}

/// A line of "things to report".
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct ReportView {
    pub(super) code: String,
    pub(super) situation: Texts,
    pub(super) within: Vec<Vec<Run>>,
}

/// A line of an update pack.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct UpdateView {
    /// `replaced`, `new` or `withdrawn`.
    pub(super) what: &'static str,
    pub(super) code: String,
    pub(super) title: Texts,
    /// What changed for the reader: a day and a sentence each.
    pub(super) changes: Vec<DatedView>,
}

/// A part of a document, in order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "part", rename_all = "kebab-case")]
pub(super) enum Part {
    Cover {
        title: Texts,
        version: Vec<Vec<Run>>,
        languages: Vec<String>,
    },
    How,
    Contents,
    Report {
        first: Vec<ReportView>,
        now: Vec<ReportView>,
    },
    Chapter {
        tab: TabView,
        introduction: Texts,
        codes: Vec<String>,
    },
    /// `depth` is the level of its heading.
    Sheet {
        file: String,
        depth: u8,
    },
    Words {
        words: Vec<WordView>,
    },
    Help,
    Notes,
    Receipts,
    Form,
    Update {
        intro: Vec<Vec<Run>>,
        changes: Vec<UpdateView>,
    },
}

/// `data.json`.
#[derive(Debug, Clone, Serialize)]
pub(super) struct DataView<'a> {
    pub(super) title: String,
    /// The languages of the document, in order.
    pub(super) tongues: Vec<&'a str>,
    /// The language that the guide is written in first.
    pub(super) source: &'a str,
    pub(super) languages: BTreeMap<&'a str, LanguageView>,
    /// Interface texts by language.
    pub(super) ui: BTreeMap<&'a str, BTreeMap<String, String>>,
    /// "1 page", "2 pages", ... by language.
    pub(super) pages: BTreeMap<&'a str, Vec<String>>,
    pub(super) icons: &'a BTreeMap<String, String>,
    pub(super) look: LookView,
    pub(super) guide: Texts,
    pub(super) place: PlaceView,
    pub(super) parts: Vec<Part>,
    /// Sheets in this document.
    pub(super) codes: Vec<String>,
}
