//! **source** owns the bytes that came from disk: files, places in them, lines and columns.
//!
//! It must not know what a file means. Steps: walk a folder in a fixed order (`disk`), refuse what is
//! too large, leaves the folder or changes while it is read, decode UTF-8, hand out one [`SourceTree`] that keeps what
//! went wrong as [`Trouble`]. `again` reads what changed since. A tree can also be made from strings, which is how most
//! tests work.

mod again;
mod built_in;
mod disk;
#[cfg(feature = "binder")]
mod fonts;
mod lines;
mod names;
mod place;
mod signs;
mod tree;
mod trouble;

pub use again::{Again, read_again, read_folder_again};
pub use built_in::built_in;
pub use disk::{Limits, read_file, read_folder, read_text};
#[cfg(feature = "binder")]
pub use fonts::FontShelf;
pub use lines::{LineColumn, Lines};
pub use place::Spanned;
pub use signs::{has_byte, has_no_form, of_direction, settled, turns};
pub use tree::{FileId, Payload, SourceFile, SourceTree, Span};
pub use trouble::{Trouble, TroubleKind};
