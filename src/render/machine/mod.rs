//! What other programs read: the same guide as data.
//!
//! It must not know how a page looks, and says nothing that the pages do not say. Steps: write every fact
//! once per language, take each edition rule by rule as plain texts (`scribe`), and write it as
//! `rules.json` (`rules`, `view`); write each municipality's services as a catalogue in XML (`catalogue`)
//! and as linked data (`services`). docs/machines.md is what readers of these files rely on.

mod catalogue;
mod rules;
mod scribe;
mod services;
mod view;

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::output::{OutputFile, Sink};
use crate::resolve::Edition;

use super::Addresses;
use super::html::{FactTexts, Website, out_path};
use scribe::Scribe;

/// The schema of `rules.json`, which is at the top of every site.
const SCHEMA: &str = include_str!("../../../docs/rules.schema.json");
const SCHEMA_NAME: &str = "rules.schema.json";

/// Where the national lists of terms are: municipalities and product names.
const OWMS_TERMS: &str = "http://standaarden.overheid.nl/owms/terms/";

/// Names of the files for programs.
pub const NAMES: [&str; 4] = [rules::NAME, services::NAME, catalogue::NAME, SCHEMA_NAME];

/// Makes the files for programs that belong to a website, and hands each to a sink.
pub fn files(site: Website<'_>, sink: &dyn Sink) {
    let addresses = Addresses::of(site.library);
    let source = site.library.languages.source();
    let laws = &scribe::laws(site);
    let publishers = 0..site.publishers.len();
    publishers.into_par_iter().for_each(|publisher| {
        let (municipality, facts) = &site.publishers[publisher];
        let texts: BTreeMap<usize, FactTexts> = site
            .languages
            .iter()
            .chain([&source])
            .map(|language| (*language, FactTexts::of(site.library, facts, &site.catalogs[*language])))
            .collect();
        let scribe = |language: usize| Scribe {
            site,
            edition: Edition {
                library: site.library,
                municipality: *municipality,
                language,
                date: site.date,
                facts,
            },
            addresses,
            facts: [&texts[&language], &texts[&source]],
            laws,
        };
        let scribes: Vec<Scribe<'_>> = site.languages.iter().map(|language| scribe(*language)).collect();
        let put = |file: OutputFile| sink.put(file, None);
        // One after the other: of a national guide each is as large as some thousand pages.
        rayon::join(
            || scribes.iter().filter_map(rules::file).for_each(put),
            || catalogue::file(&scribes).into_iter().chain(services::file(&scribes)).for_each(put),
        );
    });
    sink.put(OutputFile { path: out_path(SCHEMA_NAME.to_owned()), bytes: SCHEMA.as_bytes().to_vec() }, None);
}

/// The address of a term in the national lists.
fn owms(term: &str) -> String {
    format!("{OWMS_TERMS}{term}")
}
