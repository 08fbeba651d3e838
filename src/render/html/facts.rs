//! Facts as texts of one language: plain, and as HTML that machines can read too.

use rust_decimal::Decimal;

use super::escape;
use crate::locale::{Argument, Catalog, Direction};
use crate::model::{Fact, FactKind, Inline, InlineKind, Ix, Library, Value};
use crate::resolve::Facts;

/// A value in both forms.
#[derive(Debug, Clone, Default)]
pub(in crate::render) struct Written {
    pub(in crate::render) plain: String,
    pub(in crate::render) html: String,
}

/// One fact, in its plain form and in the form after a preposition.
#[derive(Debug, Clone, Default)]
struct Forms {
    bare: Written,
    /// Nothing when it is the same as the bare form.
    after: Option<Written>,
    /// What follows both where a change is coming: " (from 1 January 2027: € 8.250)".
    coming: Option<Written>,
}

/// All facts of an edition, written in one language.
#[derive(Debug, Clone)]
pub(in crate::render) struct FactTexts(Vec<Forms>);

impl FactTexts {
    pub(in crate::render) fn of(library: &Library, facts: &Facts, catalog: &Catalog) -> Self {
        let language = library.languages.find(catalog.tag()).unwrap_or_default();
        let source = library.languages.source();
        let forms = library.facts.iter().enumerate().map(|(i, fact)| {
            let Some(now) = facts.get(Ix::new(i)) else {
                return Forms::default();
            };
            let write = |value: &Value, after| written(fact.kind, value, after, (language, source), catalog);
            let coming = now.coming.as_ref().map(|(from, value)| {
                let (date, value) = (date(*from, catalog), write(value, false));
                let plain = [("date", Argument::Text(&date.plain)), ("value", Argument::Text(&value.plain))];
                let plain = catalog.say("coming_value", &plain);
                let inner = say_html(catalog, "coming_value", &[("date", &date.html), ("value", &value.html)]);
                Written { plain: format!(" {plain}"), html: format!(" <span class=\"coming\">{inner}</span>") }
            });
            let bare = write(&now.value, false);
            let after = Some(write(&now.value, true)).filter(|after| after.plain != bare.plain);
            Forms { bare, after, coming }
        });
        FactTexts(forms.collect())
    }

    fn form(&self, fact: Ix<Fact>, after: bool) -> (&Written, Option<&Written>) {
        let forms = &self.0[fact.get()];
        let written = forms.after.as_ref().filter(|_| after).unwrap_or(&forms.bare);
        (written, forms.coming.as_ref())
    }

    /// Adds a fact to running text, with its coming change.
    pub(in crate::render) fn html(&self, fact: Ix<Fact>, after: bool, out: &mut String) {
        let (written, coming) = self.form(fact, after);
        out.push_str(&written.html);
        out.push_str(coming.map_or("", |coming| &coming.html));
    }

    /// Adds a fact to plain text, with its coming change.
    pub(in crate::render) fn plain(&self, fact: Ix<Fact>, after: bool, out: &mut String) {
        let (written, coming) = self.form(fact, after);
        out.push_str(&written.plain);
        out.push_str(coming.map_or("", |coming| &coming.plain));
    }

    /// Running text without markup, with its facts.
    pub(in crate::render) fn words(&self, inlines: &[Inline]) -> String {
        let mut out = String::with_capacity(128);
        self.write_words(inlines, &mut out);
        out
    }

    fn write_words(&self, inlines: &[Inline], out: &mut String) {
        for inline in inlines {
            match &inline.kind {
                InlineKind::Text(text) => out.push_str(text),
                InlineKind::Fact { fact, after } => self.plain(*fact, *after, out),
                InlineKind::Strong(inner) | InlineKind::Emphasis(inner) | InlineKind::Link(_, inner) => {
                    self.write_words(inner, out);
                }
                InlineKind::Image(_, alt) => out.push_str(alt),
                InlineKind::Break => out.push(' '),
            }
        }
    }

    /// The value alone.
    pub(in crate::render) fn value(&self, fact: Ix<Fact>, after: bool) -> &Written {
        self.form(fact, after).0
    }

    /// The coming change alone.
    pub(in crate::render) fn coming(&self, fact: Ix<Fact>) -> Option<&Written> {
        self.form(fact, false).1
    }
}

/// A date, in words and for machines.
pub(in crate::render) fn date(date: jiff::civil::Date, catalog: &Catalog) -> Written {
    let plain = catalog.date(date);
    let html = format!("<time datetime=\"{date}\">{}</time>", escape::escaped(&plain));
    Written { plain, html }
}

/// A value in a language; words that it does not have there are those of the source language.
pub(in crate::render) fn written(
    kind: FactKind,
    value: &Value,
    after: bool,
    (language, source): (usize, usize),
    catalog: &Catalog,
) -> Written {
    match value {
        Value::Number(number) => number_of(kind, *number, after, catalog),
        Value::Date(day) => date(*day, catalog),
        Value::Text(texts) => {
            let text = texts.get(language).or_else(|| texts.get(source)).cloned().unwrap_or_default();
            let inner = escape::escaped(&text);
            let html = if catalog.direction() == Direction::Rtl { format!("<bdi>{inner}</bdi>") } else { inner };
            Written { plain: text, html }
        }
        Value::Plain(text) => reach(kind, text),
    }
}

fn number_of(kind: FactKind, number: Decimal, after: bool, catalog: &Catalog) -> Written {
    let plain = match kind {
        FactKind::Money => catalog.money(number),
        FactKind::Percent => catalog.percent(number),
        kind if kind.is_duration() => catalog.duration(kind, number, after),
        _ => catalog.number(number.normalize()),
    };
    let text = escape::escaped(&plain);
    let number = number.normalize();
    // A length of time holds words and goes along with the text; other numbers would be torn apart by the
    // bidirectional algorithm, so they are isolated from left to right.
    let html = match kind {
        FactKind::Days => format!("<time datetime=\"P{number}D\">{text}</time>"),
        // HTML has no duration in weeks with a `P`; seven days are a week.
        FactKind::Weeks => format!("<time datetime=\"P{}D\">{text}</time>", number * Decimal::from(7)),
        // HTML durations know no months and years: their length differs.
        FactKind::Months | FactKind::Years => format!("<data value=\"{number}\">{text}</data>"),
        _ if catalog.direction() == Direction::Rtl => {
            format!("<data value=\"{number}\" dir=\"ltr\">{text}</data>")
        }
        _ => format!("<data value=\"{number}\">{text}</data>"),
    };
    Written { plain, html }
}

/// A telephone number, e-mail address or web address: a link, always from left to right.
pub(super) fn reach(kind: FactKind, text: &str) -> Written {
    let html =
        format!("<a href=\"{}\" dir=\"ltr\">{}</a>", escape::escaped(&href(kind, text)), escape::escaped(text));
    Written { plain: text.to_owned(), html }
}

/// Where such an address leads. A telephone number keeps its digits and a leading `+` (RFC 3966).
pub(super) fn href(kind: FactKind, text: &str) -> String {
    match kind {
        FactKind::Phone => {
            format!("tel:{}", text.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect::<String>())
        }
        FactKind::Email => format!("mailto:{text}"),
        _ => text.to_owned(),
    }
}

/// An interface text with HTML filled in: the text is escaped, the values are not.
pub(in crate::render) fn say_html(catalog: &Catalog, id: &str, values: &[(&str, &str)]) -> String {
    // Characters that no text of a guide can have stand for the values until the text around them is escaped. What
    // was filled in is not looked at again, so a value cannot bring another one along.
    let marks: Vec<String> = (0..values.len()).map(|i| format!("\u{fdd0}{i}\u{fdd1}")).collect();
    let arguments: Vec<(&str, Argument<'_>)> =
        values.iter().zip(&marks).map(|((name, _), mark)| (*name, Argument::Text(mark))).collect();
    let said = catalog.say(id, &arguments);
    let mut html = String::with_capacity(said.len() + values.iter().map(|(_, value)| value.len()).sum::<usize>());
    let mut rest = said.as_str();
    while let Some((before, mark)) = rest.split_once('\u{fdd0}') {
        escape::html(before, &mut html);
        let (number, after) = mark.split_once('\u{fdd1}').unwrap_or((mark, ""));
        let value = number.parse::<usize>().ok().and_then(|i| values.get(i));
        html.push_str(value.map_or("", |(_, value)| value));
        rest = after;
    }
    escape::html(rest, &mut html);
    html
}
