#![no_main]

libfuzzer_sys::fuzz_target!(init: wegwijs_fuzz::one_thread(), |data: &[u8]| wegwijs_fuzz::targets::pdf_text::pdf_text(data));
