use super::worst::Full;
use std::time::Instant;

#[test]
#[ignore = "measures"]
fn measure() {
    let mb: usize = std::env::var("MB").map_or(1, |mb| mb.parse().unwrap());
    let only = std::env::var("ONLY").unwrap_or_default();
    for kind in Full::ALL {
        if !format!("{kind:?}").contains(&only) {
            continue;
        }
        let text = kind.file(mb << 20);
        let clock = Instant::now();
        let mut said = String::new();
        let used = allocation_counter::measure(|| {
            let bytes = text.as_bytes().to_vec();
            let result = dbv_case_review::store::format::read_bytes(&bytes);
            said = match &result {
                Ok(opened) => {
                    let history = opened.review.history().entries().len();
                    format!("opens, {history} entries")
                }
                Err(error) => error.to_string().chars().take(120).collect(),
            };
        });
        println!(
            "{kind:?}: {} bytes, peak {:.2} ×, {:?}: {said}",
            text.len(),
            used.bytes_max as f64 / text.len() as f64,
            clock.elapsed()
        );
    }
}
