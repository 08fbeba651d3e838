//! The shape of `rules.json`. `docs/rules.schema.json` says the same to others: change both, and raise
//! [`VERSION`] when a field goes away or changes its meaning.

use serde::Serialize;

/// The version of the shape.
pub(super) const VERSION: u32 = 1;

/// One edition. `R` is a list of [`RuleView`].
#[derive(Serialize)]
pub(super) struct Guide<'a, R> {
    #[serde(rename = "$schema")]
    pub(super) schema: String,
    pub(super) schema_version: u32,
    pub(super) generator: &'static str,
    pub(super) address: String,
    pub(super) title: Text,
    pub(super) description: Text,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) notice: Option<Text>,
    pub(super) language: String,
    pub(super) direction: &'static str,
    pub(super) date: String,
    /// The same guide in every language that is made, this one included.
    pub(super) editions: Vec<EditionRef>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) municipality: Option<MunicipalityView>,
    pub(super) chapters: Vec<ChapterView>,
    pub(super) situations: Vec<SituationView>,
    pub(super) facts: Vec<FactView<'a>>,
    pub(super) rules: R,
    pub(super) glossary: Vec<TermView>,
}

/// A text. What is left out is as in the edition, and needs no remark.
#[derive(Serialize)]
pub(super) struct Text {
    pub(super) text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) language: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) direction: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) note: Option<&'static str>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(super) local: bool,
}

#[derive(Serialize)]
pub(super) struct EditionRef {
    pub(super) language: String,
    pub(super) address: String,
    pub(super) rules: String,
}

#[derive(Serialize)]
pub(super) struct MunicipalityView {
    pub(super) id: String,
    pub(super) name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) code: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) owms: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) organisation: Option<Text>,
    pub(super) contacts: ContactsView,
    pub(super) support: Vec<SupportView>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) ombudsman: Option<SupportView>,
}

#[derive(Serialize)]
pub(super) struct ContactsView {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) since: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) phone: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) email: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) website: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) form: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) desk: Option<AddressView>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) post: Option<AddressView>,
    pub(super) hours: Vec<Text>,
}

#[derive(Serialize)]
pub(super) struct AddressView {
    pub(super) street: String,
    pub(super) postcode: String,
    pub(super) place: String,
}

#[derive(Serialize)]
pub(super) struct SupportView {
    pub(super) name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) phone: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) email: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) website: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) about: Option<Text>,
}

#[derive(Serialize)]
pub(super) struct ChapterView {
    pub(super) id: String,
    pub(super) letter: String,
    pub(super) address: String,
    pub(super) title: Text,
    pub(super) introduction: Text,
    pub(super) rules: Vec<String>,
    pub(super) papers: Vec<PaperView>,
}

#[derive(Serialize)]
pub(super) struct SituationView {
    pub(super) id: String,
    pub(super) label: Text,
}

#[derive(Serialize)]
pub(super) struct FactView<'a> {
    pub(super) id: String,
    pub(super) kind: &'static str,
    pub(super) label: Text,
    #[serde(flatten)]
    pub(super) value: Value,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) since: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) coming: Option<ComingView>,
    /// Whether every municipality gives its own.
    pub(super) local: bool,
    pub(super) law: Vec<&'a Law>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) source: Option<String>,
}

#[derive(Serialize)]
pub(super) struct ComingView {
    pub(super) from: String,
    #[serde(flatten)]
    pub(super) value: Value,
}

/// A value: exact, and as pages write it.
#[derive(Serialize)]
pub(super) struct Value {
    pub(super) value: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) unit: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) duration: Option<String>,
    pub(super) text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) language: Option<String>,
}

#[derive(Serialize)]
pub(super) struct RuleView<'a> {
    pub(super) id: String,
    pub(super) sheet: String,
    pub(super) kind: &'static str,
    pub(super) chapter: String,
    pub(super) address: String,
    /// Whether the edition's language has any text of its own for the rule.
    pub(super) translated: bool,
    pub(super) title: Text,
    pub(super) answer: Text,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) within: Option<Within>,
    pub(super) examples: Vec<ExampleView>,
    pub(super) routes: Vec<&'static str>,
    pub(super) steps: Vec<Text>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) proof: Option<Text>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) consequence: Option<Text>,
    pub(super) body: Vec<BodyBlock>,
    pub(super) situations: Vec<String>,
    pub(super) law: Vec<&'a Law>,
    pub(super) facts: Vec<String>,
    pub(super) history: Vec<ChangeView>,
    pub(super) coming: Vec<ChangeView>,
    pub(super) related: Vec<String>,
    pub(super) review: ReviewView,
    pub(super) valid_from: String,
    pub(super) version: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) upl: Option<UplView>,
    pub(super) papers: Vec<PaperView>,
}

#[derive(Serialize)]
pub(super) struct ExampleView {
    pub(super) id: String,
    pub(super) address: String,
    pub(super) outcome: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) within: Option<Within>,
    pub(super) situation: Text,
    pub(super) meaning: Text,
    pub(super) situations: Vec<String>,
}

/// By when.
#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub(super) enum Within {
    AtOnce,
    LetterDate,
    Fact {
        fact: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        duration: Option<String>,
    },
}

#[derive(Serialize)]
pub(super) struct BodyBlock {
    #[serde(flatten)]
    pub(super) block: Block,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) language: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) direction: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) note: Option<&'static str>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(super) local: bool,
}

#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub(super) enum Block {
    Heading {
        level: u8,
        text: String,
    },
    Paragraph {
        text: String,
    },
    List {
        /// The first number; a list without has bullets.
        #[serde(skip_serializing_if = "Option::is_none")]
        start: Option<u64>,
        items: Vec<Vec<Block>>,
    },
    Table {
        head: Vec<String>,
        rows: Vec<Vec<String>>,
    },
    Note {
        tone: &'static str,
        blocks: Vec<Block>,
    },
}

#[derive(Serialize)]
pub(super) struct Law {
    pub(super) label: String,
    pub(super) language: String,
    pub(super) jci: String,
    pub(super) address: String,
    pub(super) law: String,
    pub(super) bwb: String,
    pub(super) article: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) paragraph: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) part: Option<String>,
}

#[derive(Serialize)]
pub(super) struct ChangeView {
    pub(super) on: String,
    pub(super) note: Text,
}

#[derive(Serialize)]
pub(super) struct ReviewView {
    pub(super) written_by: String,
    pub(super) checked_by: String,
    pub(super) on: String,
    pub(super) next: String,
}

#[derive(Serialize)]
pub(super) struct UplView {
    pub(super) id: String,
    pub(super) address: String,
}

#[derive(Serialize)]
pub(super) struct PaperView {
    pub(super) address: String,
    /// One language, or two side by side.
    pub(super) languages: Vec<String>,
    pub(super) pages: usize,
    pub(super) bytes: usize,
}

#[derive(Serialize)]
pub(super) struct TermView {
    pub(super) id: String,
    pub(super) address: String,
    pub(super) word: Text,
    pub(super) explanation: Text,
}
