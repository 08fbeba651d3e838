//! `wegwijs binder`.

use super::Ended;
use super::args::BinderArgs;

#[cfg(not(feature = "binder"))]
pub(super) fn run(_: BinderArgs) -> anyhow::Result<Ended> {
    anyhow::bail!(
        "this wegwijs was built without paper; build it with the feature `binder`, which is on by default"
    )
}

#[cfg(feature = "binder")]
pub(super) use with_paper::run;

#[cfg(feature = "binder")]
mod with_paper {
    #![expect(clippy::disallowed_methods, reason = "only a command knows what day it is and how long it took")]

    use std::path::PathBuf;
    use std::time::Instant;

    use anyhow::Context;

    use super::super::say;
    use super::{BinderArgs, Ended};
    use crate::render::binder::Form;
    use crate::source::{FontShelf, Limits, SourceTree, read_folder};
    use crate::{BinderPlan, BuildPlan, bind, complete, output};

    pub(in super::super) fn run(args: BinderArgs) -> anyhow::Result<Ended> {
        let started = Instant::now();
        anyhow::ensure!(args.folder.is_dir(), "there is no folder {}", args.folder.display());
        let mut tags = args.languages.split('+').map(str::to_owned);
        let languages = (tags.next().unwrap_or_default(), tags.next());
        let good = tags.next().is_none() && languages.1.as_ref() != Some(&languages.0);
        anyhow::ensure!(good, "--lang {} is not one language, or two different ones as nl+ar", args.languages);
        let tree = complete(&read_folder(&args.folder, Limits::default()));
        let municipality = args.municipality.map_or_else(|| only_municipality(&tree), |name| Ok(Some(name)))?;
        let plan = BuildPlan {
            municipalities: municipality.into_iter().collect(),
            languages: std::iter::once(languages.0.clone()).chain(languages.1.clone()).collect(),
            deny_warnings: args.deny_warnings,
            ..BuildPlan::on(args.date.unwrap_or_else(|| jiff::Zoned::now().date()))
        };
        let binder = BinderPlan {
            languages,
            rules: args.rules,
            chapters: args.chapters,
            situations: args.situations,
            since: args.since,
            form: Form { large: args.large, double_sided: args.double_sided },
        };
        let progress = say::progress("setting the pages");
        let bound = bind(&tree, &plan, &binder, &FontShelf::system());
        progress.finish_and_clear();
        say::findings(&bound.findings, &tree);
        let Some(bound) = bound.value else {
            say::remark("nothing was written");
            return Ok(Ended::Findings);
        };
        let out = args.out.unwrap_or_else(|| file_name(&plan, &binder));
        output::write_file(&out, &bound.printed.bytes)
            .with_context(|| format!("{} was not written", out.display()))?;
        say::result(&format!(
            "{}: {} pages as on {} ({} KiB, {:.2} s)",
            out.display(),
            bound.printed.pages,
            plan.date,
            bound.printed.bytes.len() / 1024,
            started.elapsed().as_secs_f64(),
        ));
        Ok(Ended::Fine)
    }

    /// A binder is for one municipality; with several, somebody has to say which.
    fn only_municipality(tree: &SourceTree) -> anyhow::Result<Option<String>> {
        let prefix = "content/municipalities/";
        let files = tree.below(prefix).filter_map(|(_, file)| file.path[prefix.len()..].split_once('/'));
        let mut names: Vec<&str> = files.map(|(name, _)| name).collect();
        names.dedup();
        anyhow::ensure!(names.len() < 2, "say for which municipality, with -m: {}", names.join(", "));
        Ok(names.first().map(|name| (*name).to_owned()))
    }

    fn file_name(plan: &BuildPlan, binder: &BinderPlan) -> PathBuf {
        let place = plan.municipalities.first().map_or("guide", String::as_str);
        let since = binder.since.map(|since| format!("-since-{since}")).unwrap_or_default();
        PathBuf::from(format!("binder-{place}-{}{since}.pdf", plan.languages.join("-")))
    }
}
