//! **render** owns what readers see: tags, heading levels, addresses of pages.
//!
//! It must not know how texts are written down nor which value holds. Steps: give every page its address
//! (`address`), write the texts of an [`Edition`](crate::resolve::Edition) as HTML (`html`), hand view
//! structs to the templates of the theme, and collect the pages as files.

mod address;
pub mod html;
mod papers;

pub use address::{Addresses, Tongues};
pub use papers::{Paper, Papers};
