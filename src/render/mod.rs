//! **render** owns what readers see: tags, heading levels, addresses of pages.
//!
//! It must not know how texts are written down nor which value holds. Steps: give every page its address
//! (`address`), write the texts of an [`Edition`](crate::resolve::Edition) as HTML (`html`), hand view
//! structs to the templates of the theme, and collect the pages as files. `report` does the same with a
//! [`Survey`](crate::survey::Survey), for the people who keep a guide.

mod address;
mod bidi;
#[cfg(feature = "binder")]
pub mod binder;
mod findings;
pub mod html;
mod law;
mod papers;
pub mod report;

pub use address::{Addresses, Tongues};
pub(crate) use findings::CODES;
pub use papers::{Paper, Papers};
