//! **render** owns what readers see: tags, heading levels, addresses of pages.
//!
//! It must not know how texts are written down nor which value holds. Steps: give every page its address
//! (`address`), write the texts of an [`Edition`](crate::resolve::Edition) as HTML (`html`), hand view
//! structs to the templates of the theme, and collect the pages as files; `machine` says the same to other
//! programs, and `offline` makes a copy of the pages that needs no web server. `report` makes pages of a
//! [`Survey`](crate::survey::Survey), for the people who keep a guide.

mod address;
mod bidi;
#[cfg(feature = "binder")]
pub mod binder;
mod careful;
mod findings;
pub mod html;
mod law;
pub mod machine;
pub mod offline;
mod papers;
pub mod report;

pub use address::{Addresses, Tongues};
pub(crate) use findings::CODES;
pub use papers::{Paper, Papers};
