//! Opens the window, with one more try where the graphics system does not start.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

use eframe::egui::{Context, IconData, ViewportBuilder};
use eframe::{NativeOptions, egui_wgpu};

use super::app::App;
use super::dialogs::SystemDialogs;
use super::gallery::Gallery;
use super::opening::Opening;
use crate::projection::Draws;
use crate::review::Mode;
use crate::services::Services;

/// Opens the window, on a file through a door if there is one, and stays until it is closed.
///
/// # Errors
/// What to tell the person, if no window can be opened.
pub fn run(file: Option<(PathBuf, Mode)>, services: Arc<dyn Services>) -> Result<(), String> {
    let started = Instant::now();
    open(&|ctx| {
        let (services, dialogs) = (Arc::clone(&services), Box::new(SystemDialogs::default()));
        let draws = Draws::default().count;
        let opening = file.clone().map(|(path, door)| Opening::file(path, door));
        Box::new(App::new(ctx, services, dialogs, draws, opening).started_at(started))
    })
}

/// Opens the gallery instead: every widget in every state, and no review.
///
/// # Errors
/// What to tell the person, if no window can be opened.
pub fn run_gallery() -> Result<(), String> {
    open(&|ctx| Box::new(Gallery::new(ctx)))
}

/// Opens a window and stays until it is closed. It is tried once more, with every interface,
/// where the first does not start.
fn open(app: &dyn Fn(&Context) -> Box<dyn eframe::App>) -> Result<(), String> {
    let was_open = AtomicBool::new(false);
    let mut last = String::new();
    for backends in [FIRST, wgpu::Backends::all()] {
        let result = eframe::run_native(
            "dbv-case-review",
            options(backends),
            Box::new(|cc| {
                was_open.store(true, Ordering::Relaxed);
                Ok(app(&cc.egui_ctx))
            }),
        );
        match result {
            Ok(()) => return Ok(()),
            Err(error) => {
                log::warn!("no window with {backends:?}: {error}");
                last = error.to_string();
            }
        }
        // A window that was open and broke down must not come back with an older state.
        if was_open.load(Ordering::Relaxed) {
            break;
        }
    }
    Err(format!(
        "The window could not be opened ({last}). No review was changed. Another graphics driver or \
         another computer may help; the commands (see --help) work without a window."
    ))
}

/// What is tried first: on Windows alone the interface that needs no driver of the maker's.
const FIRST: wgpu::Backends = if cfg!(windows) {
    wgpu::Backends::DX12
} else {
    wgpu::Backends::PRIMARY
};

fn options(backends: wgpu::Backends) -> NativeOptions {
    let mut options = NativeOptions {
        viewport: ViewportBuilder::default()
            .with_app_id("dbv-case-review")
            .with_icon(icon())
            .with_title("DBV Case Review")
            .with_inner_size([1320.0, 720.0])
            .with_min_inner_size([800.0, 520.0])
            .with_drag_and_drop(true),
        ..NativeOptions::default()
    };
    if let egui_wgpu::WgpuSetup::CreateNew(new) = &mut options.wgpu_options.wgpu_setup {
        new.instance_descriptor.backends = wgpu::Backends::from_env().unwrap_or(backends);
        new.power_preference = wgpu::PowerPreference::LowPower;
    }
    options
}

/// The window's icon. An empty one, which leaves the system's own, if it cannot be read.
fn icon() -> IconData {
    let png = include_bytes!("../../assets/icon/dbv-case-review-256.png");
    eframe::icon_data::from_png_bytes(png).unwrap_or_else(|error| {
        log::warn!("no window icon: {error}");
        IconData::default()
    })
}

#[cfg(test)]
mod tests {
    use super::icon;

    #[test]
    fn the_icon_can_be_read() {
        let icon = icon();
        assert_eq!((icon.width, icon.height), (256, 256));
    }
}
