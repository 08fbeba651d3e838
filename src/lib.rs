//! lib
pub mod diag;
pub mod load;
pub mod locale;
pub mod model;
pub mod resolve;
pub mod source;
mod yaml;
