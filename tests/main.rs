//! All tests in one binary, so that it links once.

#![allow(
    clippy::disallowed_methods,
    clippy::print_stderr,
    clippy::type_complexity,
    reason = "tests make and read folders of their own, and say what they skip"
)]

mod again; // reading again what changed in a folder
mod baseline; // known findings: what is new, what is gone
mod bench; // how tests make guides and look at sites
#[cfg(feature = "binder")]
mod binder; // PDFs: sound, complete, the same while nothing changes
mod broken; // bad content: the exact finding, nothing published, never a panic
mod changes; // what changed and what will: told once, in pages and feed
mod changes_command; // the same for staff; when to build again
mod check_command; // `check` from the command line: forms, baseline, fixes
mod codes; // every finding is documented and unique
mod command; // the program as people call it
mod editions; // dates, municipalities, fallbacks, stale translations
mod explain; // what a code means, on a terminal
mod external; // links out of the guide, with somebody who plays the web
mod facts; // values, periods, formulas: what must always hold
mod formats; // findings for people and programs: valid, in place, safe
mod fuzzed; // what is fuzzed, run on the corpus
mod hostile; // hostile texts in every field: shown as text everywhere, or refused with the place
mod languages; // a new language is files alone; locale files agree
mod layering; // who may know whom in src/
mod lints; // each lint: what it finds in bad text, and leaves alone in good
mod live; // any page of a guide that is being written
mod looks; // house styles and themes
mod machines; // what other programs read: valid, complete, safe
mod never_half; // kills, full disks, two builds at once: the old site or the new one, whole
mod offline; // the copy that opens without a web server
mod overlays; // own versions of municipalities, as properties
mod paper; // links to PDFs, and the page to compose a binder on
mod plain; // plain-language lints: what is found in good text, what in bad
mod report; // how a guide is doing: counts, safety, the same bytes
#[cfg(feature = "serve")]
mod serve; // the guide in a browser while it is written
mod situations; // ways in: life events, rights near, words explained
mod stable; // same input, same bytes
mod translate; // what translations were made from: found, recorded, merged
mod useful; // pages beside the rules: wallet card, decision guides, repayments
