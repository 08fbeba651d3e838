//! Many documents at once.
//!
//! Not with rayon: Typst uses that inside a document, and a thread that waits there would take up another whole
//! document on top of the first, and another on top of that, until its stack is full.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// Room for texts inside texts inside texts.
const STACK: usize = 32 << 20;

/// Does something with each item, on as many threads as rayon has, and returns the results in order.
pub(super) fn each<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let take = || {
        let mut done = Vec::new();
        while let Some((i, item)) =
            Some(next.fetch_add(1, Ordering::Relaxed)).and_then(|i| Some((i, items.get(i)?)))
        {
            done.push((i, work(item)));
        }
        done
    };
    let mut done: Vec<(usize, R)> = thread::scope(|scope| {
        let threads: Vec<_> = (0..rayon::current_num_threads().min(items.len()))
            .filter_map(|_| thread::Builder::new().stack_size(STACK).spawn_scoped(scope, take).ok())
            .collect();
        let mut all = Vec::new();
        for thread in threads {
            match thread.join() {
                Ok(done) => all.extend(done),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        // Where the system gave no thread, or fewer, the rest is done here.
        all.extend(take());
        all
    });
    done.sort_by_key(|(i, _)| *i);
    done.into_iter().map(|(_, result)| result).collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn results_are_in_the_order_of_the_items() {
        let items: Vec<usize> = (0..1000).collect();
        assert_eq!(super::each(&items, |i| i * 2), (0..2000).step_by(2).collect::<Vec<_>>());
        assert_eq!(super::each(&Vec::<usize>::new(), |i| *i), Vec::<usize>::new());
    }
}
