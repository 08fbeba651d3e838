//! Segments of a text by name, as the lock, the command line and people call them.

use super::{RuleText, Segment};

impl RuleText {
    /// The segments that stand alone, with their names: `title`, `answer`, `examples.<id>.situation`,
    /// `examples.<id>.meaning`, `proof`, `consequence`. Steps and blocks are lists, and not among them.
    #[must_use]
    pub fn fields(&self) -> Vec<(String, &Segment)> {
        let mut fields = Vec::new();
        let mut add = |name: String, segment| fields.extend(Option::map(segment, |segment| (name, segment)));
        add("title".to_owned(), self.title.as_ref());
        add("answer".to_owned(), self.answer.as_ref());
        for (id, example) in &self.examples {
            add(format!("examples.{id}.situation"), example.situation.as_ref());
            add(format!("examples.{id}.meaning"), example.meaning.as_ref());
        }
        add("proof".to_owned(), self.proof.as_ref());
        add("consequence".to_owned(), self.consequence.as_ref());
        fields
    }

    /// The same without their names.
    pub fn alone(&self) -> impl Iterator<Item = &Segment> {
        let examples = self.examples.values().flat_map(|example| example.situation.iter().chain(&example.meaning));
        self.title.iter().chain(&self.answer).chain(examples).chain(&self.proof).chain(&self.consequence)
    }

    /// The same, for changing.
    pub fn fields_mut(&mut self) -> Vec<(String, &mut Segment)> {
        let mut fields = Vec::new();
        let mut add = |name: String, segment| fields.extend(Option::map(segment, |segment| (name, segment)));
        add("title".to_owned(), self.title.as_mut());
        add("answer".to_owned(), self.answer.as_mut());
        for (id, example) in &mut self.examples {
            add(format!("examples.{id}.situation"), example.situation.as_mut());
            add(format!("examples.{id}.meaning"), example.meaning.as_mut());
        }
        add("proof".to_owned(), self.proof.as_mut());
        add("consequence".to_owned(), self.consequence.as_mut());
        fields
    }
}
