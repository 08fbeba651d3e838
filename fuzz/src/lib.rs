//! The targets, for the fuzzer.

#[path = "../targets/mod.rs"]
pub mod targets;

/// Has the program work in the thread that calls it: the fuzzer compares which way each input goes, and with several
/// threads one input goes many ways.
pub fn one_thread() {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).use_current_thread();
    // It is there already when the fuzzer begins a second time in one process.
    let _ = pool.build_global();
}
