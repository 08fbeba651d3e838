//! `wegwijs check --external`: asking the web about addresses.
//!
//! This is the only place that uses the network. Steps of [`ask`]: take the answers that were kept from an earlier
//! run (`kept`), ask about the others, host by host (`network`), politely (`gate`), each with as few requests as
//! it takes (`prober`), and keep what will still be true tomorrow.

#[cfg(feature = "external")]
mod gate;
#[cfg(feature = "external")]
mod host;
#[cfg(feature = "external")]
mod kept;
#[cfg(all(test, feature = "external"))]
mod loopback;
#[cfg(feature = "external")]
mod network;
#[cfg(feature = "external")]
mod prober;
#[cfg(all(test, feature = "external"))]
mod tests;

#[cfg(feature = "external")]
pub(super) use network::ask;

/// Asks about addresses.
#[cfg(not(feature = "external"))]
pub(super) fn ask(_: &[String], _: &std::path::Path, _: jiff::Timestamp) -> anyhow::Result<crate::Answers> {
    anyhow::bail!(
        "this wegwijs was built without network code; build it with the feature `external`, which is on by default"
    )
}
