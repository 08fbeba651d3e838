//! `--fix`: makes the changes that findings carry with them.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::Context;

use super::say;
use crate::author::{self, LOCK};
use crate::diag::{Diagnostic, Fix};
use crate::output;
use crate::source::{FileId, Lines, SourceTree};

/// Applies the changes and shows them; whether there were any. Of two changes in one place the first is made: the
/// other comes with the next run.
pub(super) fn apply(found: &[Diagnostic], tree: &SourceTree, folder: &Path) -> anyhow::Result<bool> {
    let mut files: BTreeMap<FileId, Vec<&Fix>> = BTreeMap::new();
    for fix in found.iter().filter_map(|finding| finding.fix.as_deref()) {
        files.entry(fix.span.file).or_default().push(fix);
    }
    let mut count = 0;
    for (id, mut fixes) in files {
        fixes.sort_by_key(|fix| fix.span);
        let file = tree.file(id);
        let Some(text) = file.text() else { continue };
        let (changed, made) = changed(text, &fixes);
        let path = folder.join(&*file.path);
        output::write_file(&path, changed.as_bytes())
            .with_context(|| format!("{} was not changed", path.display()))?;
        let lines = Lines::new(text);
        for fix in &made {
            let place = lines.at(fix.span.start as usize);
            let before = &text[fix.span.start as usize..fix.span.end as usize];
            let said = if fix.text.is_empty() { "taken out".to_owned() } else { format!("-> {}", fix.text) };
            say::remark(&format!("{}:{}:{}: {:?} {said}", file.path, place.line, place.column, before));
        }
        count += made.len();
    }
    if let Some(text) = author::tidy(tree) {
        let path = folder.join(LOCK);
        output::write_file(&path, text.as_bytes())
            .with_context(|| format!("{} was not changed", path.display()))?;
        say::remark(&format!("{LOCK}: sorted, an entry a line"));
        count += 1;
    }
    if count > 0 {
        say::remark(&format!("{count} changes made; read them before you commit"));
    }
    Ok(count > 0)
}

/// The text with the changes that do not overlap, and which those are.
fn changed<'f>(text: &str, fixes: &[&'f Fix]) -> (String, Vec<&'f Fix>) {
    let mut out = String::with_capacity(text.len());
    let mut made = Vec::new();
    let mut at = 0;
    for fix in fixes {
        let (start, end) = (fix.span.start as usize, fix.span.end as usize);
        let Some(before) = text.get(at..start).filter(|_| text.is_char_boundary(end)) else { continue };
        out.push_str(before);
        out.push_str(&fix.text);
        at = end;
        made.push(*fix);
    }
    out.push_str(&text[at..]);
    (out, made)
}
