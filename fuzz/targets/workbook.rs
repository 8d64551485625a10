#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| dbv_case_review_fuzz::targets::workbook(bytes));
