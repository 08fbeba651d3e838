//! Formulas as authors write them: `(40% + 2 * 30%) / 2 * {norm-couple}`.
//!
//! Grammar: sum = product (("+" | "-") product)*; product = value (("*" | "/") value)*;
//! value = number ["%"] | "{" fact "}" | "(" sum ")". Written in-house: the one expression crate with
//! exact decimals is larger than this file, and none gives places for its complaints.

use rust_decimal::Decimal;

use super::findings::{self, FORMULA_SYNTAX, UNKNOWN_FACT};
use super::inline::Origin;
use crate::diag::Diagnostic;
use crate::model::Operation;

/// Brackets inside brackets: more than a formula that people can check ever needs.
const MAX_DEPTH: usize = 16;

/// Parses a formula into reverse Polish order.
pub(super) fn parse(text: &str, origin: Origin<'_>) -> Result<Vec<Operation>, Diagnostic> {
    let mut parser = Parser { text, at: 0, depth: 0, origin, out: Vec::new() };
    parser.sum()?;
    parser.space();
    if parser.at < text.len() {
        return Err(parser.fault("an operator (+ - * /) or the end is expected here"));
    }
    Ok(parser.out)
}

struct Parser<'a> {
    text: &'a str,
    at: usize,
    depth: usize,
    origin: Origin<'a>,
    out: Vec<Operation>,
}

impl Parser<'_> {
    fn space(&mut self) {
        let rest = &self.text[self.at..];
        self.at += rest.len() - rest.trim_start().len();
    }

    fn eat(&mut self, c: char) -> bool {
        self.space();
        let found = self.text[self.at..].starts_with(c);
        self.at += if found { c.len_utf8() } else { 0 };
        found
    }

    fn fault(&self, message: &str) -> Diagnostic {
        let width = self.text[self.at..].chars().next().map_or(0, char::len_utf8);
        let place = self.origin.place(self.at, self.at + width);
        let help = "a formula has numbers, percentages, {facts}, + - * / and ( )";
        Diagnostic::error(FORMULA_SYNTAX, place, message, help)
    }

    fn sum(&mut self) -> Result<(), Diagnostic> {
        self.product()?;
        loop {
            let operation = if self.eat('+') {
                Operation::Add
            } else if self.eat('-') {
                Operation::Subtract
            } else {
                return Ok(());
            };
            self.product()?;
            self.out.push(operation);
        }
    }

    fn product(&mut self) -> Result<(), Diagnostic> {
        self.value()?;
        loop {
            let operation = if self.eat('*') {
                Operation::Multiply
            } else if self.eat('/') {
                Operation::Divide
            } else {
                return Ok(());
            };
            self.value()?;
            self.out.push(operation);
        }
    }

    fn value(&mut self) -> Result<(), Diagnostic> {
        if self.eat('(') {
            self.depth += 1;
            if self.depth > MAX_DEPTH {
                return Err(self.fault("brackets nested too deep"));
            }
            self.sum()?;
            self.depth -= 1;
            return if self.eat(')') { Ok(()) } else { Err(self.fault("a closing bracket is missing here")) };
        }
        if self.eat('{') {
            return self.fact();
        }
        let rest = &self.text[self.at..];
        let length = rest.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(rest.len());
        let number = Decimal::from_str_exact(&rest[..length])
            .map_err(|_| self.fault("a number, a {fact} or a bracket is expected here"))?;
        self.at += length;
        let number = if self.eat('%') { number / Decimal::ONE_HUNDRED } else { number };
        self.out.push(Operation::Number(number));
        Ok(())
    }

    fn fact(&mut self) -> Result<(), Diagnostic> {
        let rest = &self.text[self.at..];
        let Some(length) = rest.find('}') else {
            return Err(self.fault("a closing brace is missing"));
        };
        let id = &rest[..length];
        let place = self.origin.place(self.at - 1, self.at + length + 1);
        let names = self.origin.names;
        let fact = names.fact(id).ok_or_else(|| {
            findings::unknown(UNKNOWN_FACT, place, "fact", id, names.facts.iter().map(String::as_str))
        })?;
        self.at += length + 1;
        self.out.push(Operation::Fact(fact, place));
        Ok(())
    }
}
