//! Which text is shown: the municipality's own, the translation, or the source.

use crate::model::{Alignment, Block, Inline, RuleText, Segment, State};

/// What the reader must know about a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Note {
    /// Nothing.
    #[default]
    None,
    /// It is not translated: this is the source language.
    Missing,
    /// The source has changed since it was translated.
    Stale,
    /// A machine translated it and nobody has read it.
    Unreviewed,
}

impl From<State> for Note {
    fn from(state: State) -> Self {
        match state {
            State::Current => Note::None,
            State::Stale => Note::Stale,
            State::Unreviewed => Note::Unreviewed,
        }
    }
}

/// A text as it is shown.
#[derive(Debug, Clone, Copy)]
pub struct Shown<'a> {
    /// The text.
    pub inlines: &'a [Inline],
    /// The language it is in.
    pub language: usize,
    /// What the reader must know about it.
    pub note: Note,
    /// Whether the municipality has its own version here.
    pub local: bool,
}

/// A block as it is shown.
#[derive(Debug, Clone, Copy)]
pub struct ShownBlock<'a> {
    /// The block.
    pub block: &'a Block,
    /// The language it is in.
    pub language: usize,
    /// What the reader must know about it.
    pub note: Note,
    /// Whether the municipality has its own version here.
    pub local: bool,
}

/// The texts of one rule among which to choose, for a reader of `language`.
#[derive(Debug, Clone, Copy)]
pub(super) struct Choice<'a> {
    pub(super) overlay: Versions<'a>,
    pub(super) base: Versions<'a>,
    pub(super) language: usize,
    pub(super) source: usize,
}

/// A text in the reader's language and in the source language.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Versions<'a> {
    pub(super) own: Option<&'a RuleText>,
    pub(super) source: Option<&'a RuleText>,
}

impl<'a> Choice<'a> {
    /// Whether nothing is there in the reader's language.
    pub(super) fn is_untranslated(&self) -> bool {
        self.base.own.is_none() && self.overlay.own.is_none()
    }

    /// Chooses a single text. A municipality's version that exists in the source language only comes before
    /// a general translation: the translation would contradict what holds here.
    pub(super) fn segment(&self, part: impl Fn(&'a RuleText) -> Option<&'a Segment>) -> Option<Shown<'a>> {
        let versions = [(self.overlay, true), (self.base, false)];
        for (version, local) in versions {
            if let Some(segment) = version.own.and_then(&part) {
                let note = Note::from(segment.state);
                return Some(Shown { inlines: &segment.inlines, language: self.language, note, local });
            }
            if let Some(segment) = version.source.and_then(&part) {
                let shown = Shown { inlines: &segment.inlines, language: self.source, note: Note::Missing, local };
                return Some(shown);
            }
        }
        None
    }

    /// Chooses the blocks of the body, lined up with the source where the lock allows it.
    pub(super) fn body(&self) -> Vec<ShownBlock<'a>> {
        let (items, local) = self.list(|text| &text.body);
        let make = |(block, language, note)| ShownBlock { block, language, note, local };
        self.aligned(items, |text| &text.body_alignment).into_iter().map(make).collect()
    }

    /// Chooses the steps, in the same way.
    pub(super) fn steps(&self) -> Vec<Shown<'a>> {
        let (items, local) = self.list(|text| &text.steps);
        let make = |(segment, language, note): (&'a Segment, usize, Note)| {
            let note = if note == Note::None { Note::from(segment.state) } else { note };
            Shown { inlines: &segment.inlines, language, note, local }
        };
        self.aligned(items, |text| &text.step_alignment).into_iter().map(make).collect()
    }

    /// The version whose list counts: the first that has one.
    fn list<T>(&self, part: impl Fn(&'a RuleText) -> &'a Vec<T>) -> (Lists<'a, T>, bool) {
        let lists = |versions: Versions<'a>| Lists {
            own: versions.own.map(|text| (text, part(text))).filter(|(_, list)| !list.is_empty()),
            source: versions.source.map(&part).filter(|list| !list.is_empty()),
        };
        let overlay = lists(self.overlay);
        if overlay.own.is_some() || overlay.source.is_some() { (overlay, true) } else { (lists(self.base), false) }
    }

    fn aligned<T>(
        &self,
        lists: Lists<'a, T>,
        alignment: impl Fn(&'a RuleText) -> &'a Vec<Alignment>,
    ) -> Vec<(&'a T, usize, Note)> {
        let source = lists.source.map_or(&[][..], Vec::as_slice);
        let Some((text, own)) = lists.own else {
            return source.iter().map(|item| (item, self.source, Note::Missing)).collect();
        };
        let alignment = alignment(text);
        if alignment.is_empty() {
            return own.iter().map(|item| (item, self.language, Note::None)).collect();
        }
        let one = |aligned: &Alignment| match *aligned {
            Alignment::Own(i, state) => own.get(i).map(|item| (item, self.language, Note::from(state))),
            Alignment::Source(i) => source.get(i).map(|item| (item, self.source, Note::Missing)),
        };
        alignment.iter().filter_map(one).collect()
    }
}

/// A list in the reader's language, with the text it belongs to, and in the source language.
struct Lists<'a, T> {
    own: Option<(&'a RuleText, &'a Vec<T>)>,
    source: Option<&'a Vec<T>>,
}
