//! The lock as the program itself writes it, read line by line: in a large guide it is by far the largest file, and
//! YAML allows so much that reading it takes longer than reading all texts. Whatever is not written as
//! [`write`](super::lock::write) writes it is left to the YAML reader, which says what is wrong with it.

use super::lock::{HEADER, HISTORY, entry_of};
use crate::model::{FileLock, Lock, LockedSegment};

/// Reads a lock, if every line of it is as the program writes it.
pub(super) fn read(text: &str) -> Option<Lock> {
    let mut lines = text.strip_prefix(HEADER)?.lines().peekable();
    let mut lock = Lock::new();
    while let Some(line) = lines.next() {
        let path = name(line.strip_prefix("  ")?.strip_suffix(':')?)?;
        let mut file = FileLock::default();
        while let Some(line) = lines.next_if(|line| line.starts_with("    ")) {
            let (field, value) = line[4..].split_once(':')?;
            let field = name(field)?;
            let known = file.fields.contains_key(field) || file.lists.contains_key(field);
            if known || (field == HISTORY && file.history.is_some()) {
                return None;
            }
            if field == HISTORY {
                file.history = Some(value.strip_prefix(' ')?.parse().ok()?);
            } else if value.is_empty() {
                let mut items = Vec::new();
                while let Some(line) = lines.next_if(|line| line.starts_with("      - ")) {
                    items.push(segment(&line[8..])?);
                }
                // An empty list would be no list to a reader of YAML.
                file.lists.insert(field.to_owned(), Some(items).filter(|items| !items.is_empty())?);
            } else {
                file.fields.insert(field.to_owned(), segment(value.strip_prefix(' ')?)?);
            }
        }
        if file == FileLock::default() || lock.insert(path.to_owned(), file).is_some() {
            return None;
        }
    }
    Some(lock)
}

/// A key that needs no quotation marks.
fn name(text: &str) -> Option<&str> {
    let plain = |b: u8| b.is_ascii_alphanumeric() || b"./_-".contains(&b);
    (text.starts_with(|c: char| c.is_ascii_alphabetic()) && text.bytes().all(plain)).then_some(text)
}

fn segment(text: &str) -> Option<LockedSegment> {
    let Some(quoted) = text.strip_prefix('"') else {
        // Sixteen digits alone would be a number in YAML; with words after them they are text. A remark is not.
        return entry_of(text).filter(|_| text.contains(' ') && !text.contains(['#', ':', '"', '\'']));
    };
    entry_of(quoted.strip_suffix('"').filter(|digits| digits.len() == 16)?)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::read;
    use crate::load::lock::{through_yaml, write};
    use crate::model::{FileLock, Fingerprint, Lock, LockedSegment, Provenance};
    use crate::source::SourceTree;

    fn segments() -> impl Strategy<Value = LockedSegment> {
        let on = jiff::civil::date(2026, 10, 1);
        let provenance = prop_oneof![
            Just(Provenance::Human),
            Just(Provenance::Machine(None)),
            "[a-z]{1,5}(-[a-z]{1,5})?".prop_map(move |role| Provenance::Machine(Some((role, on)))),
        ];
        (any::<u64>(), provenance)
            .prop_map(|(source, provenance)| LockedSegment { source: Fingerprint(source), provenance })
    }

    fn locks() -> impl Strategy<Value = Lock> {
        let names = "[a-z]{1,4}(\\.[a-z0-9-]{1,4}){0,2}";
        let fields = proptest::collection::btree_map(names, segments(), 0..4);
        let lists =
            proptest::collection::btree_map("[A-Z]{1,4}", proptest::collection::vec(segments(), 1..4), 0..3);
        let file = (any::<bool>(), fields, lists).prop_map(|(dated, mut fields, lists)| {
            fields.remove("history");
            FileLock { history: dated.then(|| jiff::civil::date(2026, 1, 1)), fields, lists }
        });
        let some = file.prop_filter("a file of which something is known", |file| *file != FileLock::default());
        proptest::collection::btree_map("[a-z]{1,3}/[a-z-]{1,5}\\.md", some, 1..4)
    }

    /// What the YAML reader makes of a text; nothing if it finds fault with it.
    fn by_yaml(text: &str) -> Option<Lock> {
        let tree = SourceTree::from_texts([("content/translations.lock", text)]);
        let (file, _) = tree.find("content/translations.lock")?;
        through_yaml(text, file).ok()
    }

    proptest! {
        #[test]
        fn what_the_program_writes_is_read_line_by_line_and_as_yaml_alike(lock in locks()) {
            let text = write(&lock);
            prop_assert_eq!(read(&text), Some(lock.clone()));
            prop_assert_eq!(by_yaml(&text), Some(lock));
        }

        /// One character changed, anywhere: what is still read line by line is what YAML makes of it, too.
        #[test]
        fn a_changed_lock_is_read_as_yaml_reads_it(lock in locks(), at in any::<prop::sample::Index>(), with in "[ -~\n]") {
            let mut text = write(&lock);
            let at = at.index(text.len());
            text.replace_range(at..=at, &with);
            if let Some(quick) = read(&text) {
                prop_assert_eq!(Some(quick), by_yaml(&text), "{}", text);
            }
        }
    }
}
