//! `wegwijs serve`: a guide in a browser while it is written.
//!
//! Three threads and one place where they meet, the [`stage`]: `keep` waits for files that change (`watch`), makes a
//! new snapshot of the guide and puts it on the stage; `judge` says afterwards what is wrong with it; the main thread
//! answers requests (`answer`) from what stands on the stage, and tells open pages of it (`events`). Nobody waits
//! for anybody: a snapshot never changes, and of news only the newest counts.

mod answer;
mod events;
mod host;
mod judge;
mod keep;
mod listen;
mod page;
mod program;
mod stage;
mod wanted;
mod watch;

pub(super) use program::run;
