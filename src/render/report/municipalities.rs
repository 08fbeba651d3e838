//! `municipalities.html`: what differs between municipalities.

use super::scribe::{GOOD, PLAIN, Scribe, clean};
use super::view::{FieldView, LocalRow, MunicipalitiesView, RuleRef, Side, Sign, VersionView};
use crate::model::{Outcome, Route, Value, Within};
use crate::render::html::escape::escaped;
use crate::render::html::facts::say_html;
use crate::survey::{ExampleDifference, Field, LocalValue, OwnVersion, Piece};

impl Scribe<'_> {
    pub(super) fn municipalities(&self) -> MunicipalitiesView {
        let differences = &self.report.survey.differences;
        let all = 0..self.report.library.municipalities.len();
        MunicipalitiesView {
            names: all.map(|position| self.municipality(position)).collect(),
            local: differences.local.iter().map(|local| self.local_row(local)).collect(),
            versions: differences.versions.iter().map(|version| self.version(version)).collect(),
        }
    }

    fn local_row(&self, local: &LocalValue) -> LocalRow {
        let fact = &self.report.library.facts[local.fact.get()];
        let bound = |bound| self.value(fact.kind, &Value::Number(bound), false);
        let say = |id, values: &[(&str, &str)]| Some(say_html(self.catalog, id, values));
        let bounds = match fact.bounds {
            Some((Some(least), Some(most))) => {
                say("report_between", &[("least", &bound(least)), ("most", &bound(most))])
            }
            Some((Some(least), None)) => say("report_at_least", &[("target", &bound(least))]),
            Some((None, Some(most))) => say("report_at_most", &[("target", &bound(most))]),
            Some((None, None)) | None => None,
        };
        let sign = if local.differs { self.sign(PLAIN, "report_differs") } else { self.sign(GOOD, "report_same") };
        let held = local.held.iter().map(|held| self.held(local.fact, held.as_ref())).collect();
        LocalRow { fact: self.fact_ref(local.fact), bounds, sign, held }
    }

    fn version(&self, version: &OwnVersion) -> VersionView {
        let rule =
            RuleRef { municipality: Some(self.municipality(version.municipality)), ..self.rule(version.rule) };
        let fields = version.fields.iter().map(|field| self.field(field));
        let examples = version.examples.iter().flat_map(|example| self.example(example, version.municipality));
        let routes = version.routes.iter().map(|(general, own)| FieldView {
            label: self.catalog.text("report_field_routes").to_owned(),
            name: "routes".to_owned(),
            general: self.routes(general),
            own: self.routes(own),
        });
        VersionView { rule, fields: examples.chain(fields).chain(routes).collect() }
    }

    fn field(&self, field: &Field) -> FieldView {
        // `examples.<id>.meaning` is named after its end.
        let kind = field.name.rsplit('.').next().unwrap_or_default();
        FieldView {
            label: self.catalog.text(&format!("report_field_{kind}")).to_owned(),
            name: field.name.clone(),
            general: lines(&field.general),
            own: lines(&field.own),
        }
    }

    fn example(&self, example: &ExampleDifference, municipality: usize) -> Vec<FieldView> {
        let mut fields = Vec::new();
        let mut add = |part: &str, general, own| {
            let label = self.catalog.text(&format!("report_field_{part}")).to_owned();
            fields.push(FieldView { label, name: format!("examples.{}.{part}", example.id), general, own });
        };
        if example.outcome.0 != example.outcome.1 {
            add("outcome", self.outcome(example.outcome.0), self.outcome(example.outcome.1));
        }
        if example.within.0 != example.within.1 {
            add(
                "within",
                self.within(example.within.0, municipality),
                self.within(example.within.1, municipality),
            );
        }
        fields
    }

    fn outcome(&self, outcome: Outcome) -> Side {
        let icon = outcome.word();
        let word = self.catalog.text(&format!("outcome_{}", icon.replace('-', "_"))).to_owned();
        Side { outcome: Some(Sign { class: icon, icon, word }), lines: Vec::new() }
    }

    /// A term, with the value that its fact has in the municipality: that is what would hold there without an own
    /// version too.
    fn within(&self, within: Option<Within>, municipality: usize) -> Side {
        let line = match within {
            None => escaped(self.catalog.text("report_none")),
            Some(Within::AtOnce) => escaped(self.catalog.text("within_at_once")),
            Some(Within::Letter) => escaped(self.catalog.text("within_letter_date")),
            Some(Within::Fact(ix)) => {
                let name = self.fact_ref(ix);
                let survey = self.report.survey;
                let entry = survey.facts.iter().find(|entry| entry.fact == ix);
                let held = entry.and_then(|entry| entry.held.get(municipality).or(entry.held.first()));
                let kind = self.report.library.facts[ix.get()].kind;
                let value = held.and_then(Option::as_ref).map(|held| self.value(kind, &held.value, true));
                let said = value.map(|value| say_html(self.catalog, "within_duration", &[("duration", &value)]));
                format!("{} {}", said.unwrap_or_default(), fact_code(&name.id)).trim().to_owned()
            }
        };
        Side { outcome: None, lines: vec![line] }
    }

    fn routes(&self, routes: &[Route]) -> Side {
        let line = |route: &Route| escaped(self.catalog.text(&format!("route_{}", route.word())));
        Side { outcome: None, lines: routes.iter().map(line).collect() }
    }
}

fn lines(lines: &[Vec<Piece>]) -> Side {
    let line = |pieces: &Vec<Piece>| {
        let piece = |piece: &Piece| match piece {
            Piece::Text(text) => escaped(&clean(text)),
            Piece::Fact(id) => fact_code(id),
        };
        pieces.iter().map(piece).collect()
    };
    Side { outcome: None, lines: lines.iter().map(line).collect() }
}

/// A fact by its name, as it stands in the file.
fn fact_code(id: &str) -> String {
    format!("<code dir=\"ltr\">{{{}}}</code>", escaped(&clean(id)))
}
