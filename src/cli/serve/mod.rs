//! `wegwijs serve`: a guide in a browser while it is written.
//!
//! Three threads and one place where they meet, the [`stage`]: `keep` waits for files that change (`watch`), makes a
//! new snapshot of the guide and puts it on the stage; `judge` says afterwards what is wrong with it; the main thread
//! answers requests (`answer`) from what stands on the stage, and tells open pages of it (`events`). Nobody waits
//! for anybody: a snapshot never changes, and of news only the newest counts.

#[cfg(feature = "serve")]
mod answer;
#[cfg(feature = "serve")]
mod events;
#[cfg(feature = "serve")]
mod host;
#[cfg(feature = "serve")]
mod judge;
#[cfg(feature = "serve")]
mod keep;
#[cfg(feature = "serve")]
mod listen;
#[cfg(feature = "serve")]
mod page;
#[cfg(feature = "serve")]
mod program;
#[cfg(feature = "serve")]
mod stage;
#[cfg(feature = "serve")]
mod wanted;
#[cfg(feature = "serve")]
mod watch;

#[cfg(feature = "serve")]
pub(super) use program::run;

/// Shows a guide.
#[cfg(not(feature = "serve"))]
pub(super) fn run(_: &super::args::ServeArgs) -> anyhow::Result<super::Ended> {
    anyhow::bail!(
        "this wegwijs was built without a server; build it with the feature `serve`, which is on by default"
    )
}
