//! **author** owns what a writer or translator has to do, and the files that the program writes for them.
//!
//! It plans: it takes the files of a guide and gives back a text to be written, with a report. It must not
//! know how that is said on a terminal, nor touch the disk. Steps: survey the guide (`load`), judge each
//! segment by the lock (`standing`), and report it (`status`), record it (`accept`), or settle what two
//! people recorded (`merge`).

mod accept;
mod findings;
mod merge;
mod standing;
mod status;
mod tidy;

pub use accept::{Accepted, Maker, Order, accept};
pub(crate) use findings::CODES;
pub use merge::{Decision, Kept, Merged, merge, merge_sides};
pub use standing::{Judged, Standing, judge};
pub use status::{Counts, FileStatus, LanguageStatus, OwnVersions, SegmentStatus, Status, status};
pub use tidy::tidy;

pub use crate::load::{LOCK, Survey, survey};
