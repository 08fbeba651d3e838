//! Formulas: each line of the input is the formula of a fact, `f0`, `f1` and so on. After `@` it may say how it is
//! rounded: `{f0} / 3 @ 0.05 up`.
//!
//! What comes out is worked out once more in another way: with floating point, which knows how far off it may be.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use wegwijs::load::load;
use wegwijs::model::{Ix, Library, Value};
use wegwijs::resolve::Facts;

use super::around::{DAY, dutch_with, made, text, text_of};
use super::held;
use super::markdown::quoted;

const LAW: &str = "law: [Pw 34.3]";

/// Takes formulas.
pub fn formulas(data: &[u8]) {
    let text = text(data);
    let lines: Vec<&str> = text.lines().take(100).collect();
    let mut facts = text_of("content/facts.yaml").to_owned();
    let mut said = String::new();
    let mut steps = Vec::new();
    for (i, line) in lines.iter().enumerate() {
        let (formula, round) = line.split_once('@').unwrap_or((line, ""));
        let (step, mode) = round.trim().split_once(' ').unwrap_or((round.trim(), ""));
        facts.push_str(&format!("f{i}:\n  kind: number\n  label: x\n  {LAW}\n  formula: {}\n", quoted(formula)));
        steps.push(step.parse::<Decimal>().unwrap_or(Decimal::new(1, 2)));
        for (key, value) in [("round", step), ("rounding", mode)] {
            if !value.is_empty() {
                facts.push_str(&format!("  {key}: {}\n", quoted(value)));
            }
        }
        said.push_str(&format!("{{f{i}}}, "));
    }
    let nl = text_of("content/rules/possessions/savings/nl.md");
    let path = "content/rules/possessions/savings/nl.md";
    let tree = dutch_with([("content/facts.yaml", facts), (path, format!("{nl}\nHet is {said} dus.\n"))]);
    held::holds(&made(&tree, &["nl"]));
    let loaded = load(&tree);
    let Some(library) = loaded.value.filter(|_| loaded.findings.is_empty()) else { return };
    let values = Facts::on(&library, library.municipalities.first().map(|own| &**own), DAY);
    for (i, line) in lines.iter().enumerate() {
        let Some(value) = number(&library, &values, &format!("f{i}")) else { continue };
        let formula = line.split('@').next().unwrap_or_default();
        let known = |id: &str| number(&library, &values, id)?.to_f64();
        let mut again = Again { text: formula.as_bytes(), at: 0, known: &known };
        let (want, off) = again.sum();
        let step = steps[i].to_f64().unwrap_or_default();
        let value = value.to_f64().expect("a number");
        let near = (value - want).abs() <= off + step * 1.001 + value.abs() * 1e-12;
        assert!(near || !want.is_finite() || !off.is_finite(), "{formula} is {want} and not {value}");
    }
}

fn number(library: &Library, values: &Facts, id: &str) -> Option<Decimal> {
    let at = library.facts.iter().position(|fact| fact.id.value == id)?;
    match values.get(Ix::new(at))?.value {
        Value::Number(number) => Some(number),
        _ => None,
    }
}

/// Works out a formula that is known to be written well: a value, and how far off it may be.
struct Again<'a> {
    text: &'a [u8],
    at: usize,
    known: &'a dyn Fn(&str) -> Option<f64>,
}

/// How far off one operation may be: the program has 28 digits, floating point has 15.
const OFF: f64 = 1e-15;

/// The least that the program can hold.
const LEAST: f64 = 1e-28;

impl Again<'_> {
    /// The next sign that is no white space. Of white space outside ASCII the first byte is no sign of a formula.
    fn next(&mut self) -> Option<u8> {
        while self.text.get(self.at).is_some_and(|byte| !b"+-*/(){}%.0123456789".contains(byte)) {
            self.at += 1;
        }
        self.text.get(self.at).copied()
    }

    fn sum(&mut self) -> (f64, f64) {
        let mut left = self.product();
        while let Some(sign @ (b'+' | b'-')) = self.next() {
            self.at += 1;
            let right = self.product();
            let value = if sign == b'+' { left.0 + right.0 } else { left.0 - right.0 };
            left = (value, left.1 + right.1 + value.abs() * OFF + LEAST);
        }
        left
    }

    fn product(&mut self) -> (f64, f64) {
        let mut left = self.value();
        while let Some(sign @ (b'*' | b'/')) = self.next() {
            self.at += 1;
            let right = self.value();
            let (value, off) = if sign == b'*' {
                (left.0 * right.0, left.0.abs() * right.1 + right.0.abs() * left.1 + left.1 * right.1)
            } else {
                let least = right.0.abs() - right.1;
                let value = left.0 / right.0;
                let off = if least > 0.0 { (left.1 + value.abs() * right.1) / least } else { f64::INFINITY };
                (value, off)
            };
            left = (value, off + value.abs() * OFF + LEAST);
        }
        left
    }

    fn value(&mut self) -> (f64, f64) {
        let value = match self.next() {
            Some(b'(') => {
                self.at += 1;
                let inside = self.sum();
                self.next();
                self.at += 1;
                return inside;
            }
            Some(b'{') => {
                let rest = &self.text[self.at + 1..];
                let length = rest.iter().position(|byte| *byte == b'}').expect("a closing brace");
                let id = std::str::from_utf8(&rest[..length]).expect("a name");
                self.at += length + 2;
                return (self.known)(id).map_or((f64::NAN, f64::NAN), |value| (value, value.abs() * OFF));
            }
            _ => {
                let rest = &self.text[self.at..];
                let digit = |byte: &u8| byte.is_ascii_digit() || *byte == b'.';
                let length = rest.iter().position(|byte| !digit(byte)).unwrap_or(rest.len());
                self.at += length;
                let digits = std::str::from_utf8(&rest[..length]).expect("digits");
                digits.parse::<f64>().unwrap_or_else(|_| panic!("`{digits}` is a number"))
            }
        };
        let value = if self.next() == Some(b'%') {
            self.at += 1;
            value / 100.0
        } else {
            value
        };
        (value, value.abs() * OFF + LEAST)
    }
}
