//! lib
pub mod check;
pub mod diag;
pub mod load;
pub mod locale;
pub mod model;
pub mod output;
pub mod render;
pub mod resolve;
pub mod source;
pub mod theme;
mod yaml;
