//! Arguments in, window or command out.
fn main() {
    let file = std::env::args_os().nth(1).map(std::path::PathBuf::from);
    if let Err(e) = dbv_case_review::ui::run(file, std::sync::Arc::new(dbv_case_review::services::Machine)) { eprintln!("{e}"); }
}
