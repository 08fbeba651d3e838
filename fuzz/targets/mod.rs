//! What is fuzzed. Each target is a function that takes any bytes, has the program make something of them, and panics
//! where the result breaks a promise. `fuzz_targets/` hands them to the fuzzer; tests/fuzzed.rs runs them on every file
//! of the corpus.

mod around; // the guide that what is fuzzed stands in, and what the program makes of it
mod held; // what must hold of findings and sites, whatever was written
mod page; // pages as browsers read them

pub mod escaping;
pub mod formulas;
pub mod guides;
pub mod lock;
pub mod markdown;
pub mod metadata;
#[cfg(feature = "binder")]
pub mod pdf_text;

pub use around::{DAY, made, small};
