//! The forms of findings as an option.

use clap::ValueEnum;
use clap::builder::PossibleValue;

use crate::diag::Format;

impl ValueEnum for Format {
    fn value_variants<'a>() -> &'a [Self] {
        &[Format::Human, Format::Json, Format::Sarif, Format::Github]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(match self {
            Format::Human => PossibleValue::new("human").help("For people: excerpt, marker, what to do"),
            Format::Json => PossibleValue::new("json").help("For programs, as docs/findings.schema.json says"),
            Format::Sarif => PossibleValue::new("sarif").help("SARIF 2.1.0, for code scanning and editors"),
            Format::Github => PossibleValue::new("github").help("Annotations of GitHub Actions"),
        })
    }
}
