//! What is written for others: the template workbook, and pages for parents.

use std::path::{Path, PathBuf};

use eframe::egui::Context;

use super::App;
use crate::exchange::{self, pages};
use crate::review::text::CaseId;
use crate::ui::dialogs::Purpose;
use crate::ui::filing::Pages;
use crate::ui::message::Message;

/// What the template workbook is called.
const TEMPLATE: &str = "Case review template.xlsx";

impl App {
    /// Asks where the template workbook shall be saved.
    pub(super) fn ask_for_template(&mut self, ctx: &Context) {
        let suggested = self.in_documents(TEMPLATE);
        self.ask_for_file(Purpose::SaveTemplate, suggested, ctx);
    }

    /// Asks where pages for parents shall be saved.
    pub(super) fn ask_for_pages(&mut self, wanted: Pages, ctx: &Context) {
        let suggested = self.in_documents(&wanted.file_name());
        self.pages = Some(wanted);
        self.ask_for_file(Purpose::SavePages, suggested, ctx);
    }

    fn in_documents(&self, name: &str) -> Option<PathBuf> {
        Some(self.services.documents_folder()?.join(name))
    }

    /// Where the system has no file dialogs: among the documents, over nothing.
    pub(super) fn save_in_documents(&mut self, purpose: Purpose) {
        let name = match (&self.pages, purpose) {
            (Some(pages), Purpose::SavePages) => pages.file_name(),
            _ => TEMPLATE.to_owned(),
        };
        let Some(path) = self.in_documents(&name) else {
            return self.failed(
                "This computer has no file dialog to show, and no folder for documents.".to_owned(),
            );
        };
        if path.exists() {
            let text = format!(
                "Not saved: this computer has no file dialog to show, and there is a file {} already.",
                path.display()
            );
            self.message = Some(Message::failed(text).naming(&path));
            return;
        }
        match purpose {
            Purpose::SavePages => self.save_pages(&path),
            _ => self.save_template(&path),
        }
    }

    /// Saves the template workbook.
    pub(super) fn save_template(&mut self, path: &Path) {
        let path = with_ending(path, "xlsx");
        let setup = self
            .session
            .as_ref()
            .map(|session| session.review().setup());
        let made = exchange::template(setup).map_err(|why| why.to_string());
        let said = "It has a sheet for the cases, one for the provisions and one for the baseline. Fill it in, and import it here.";
        self.write(&path, made, "The template was saved as", said);
    }

    /// Copies pages for parents as text.
    pub(super) fn copy_pages(&mut self, wanted: &Pages, ctx: &Context) {
        self.keep_typed();
        let made = self.made(wanted);
        if made.is_empty() {
            return self.failed("There is no such page any more.".to_owned());
        }
        ctx.copy_text(pages::texts(&made));
        // It is said beside the button: a message above would move the page.
        let copied = (wanted.clone(), ctx.input(|input| input.time));
        self.place(|place| place.copied = Some(copied));
    }

    /// Saves pages for parents, to print.
    pub(super) fn save_pages(&mut self, path: &Path) {
        let Some(wanted) = self.pages.take() else {
            return;
        };
        self.keep_typed();
        let made = self.made(&wanted);
        let path = with_ending(path, "html");
        let said = match made.len() {
            0 => return self.failed("There is no such page any more.".to_owned()),
            1 => "1 page: open it in a browser to print it.".to_owned(),
            n => {
                format!("{n} pages, each on a sheet of its own: open it in a browser to print it.")
            }
        };
        let html = Ok(pages::html(&made).into_bytes());
        self.write(&path, html, "Saved as", &said);
    }

    fn made(&self, wanted: &Pages) -> Vec<pages::Page> {
        let Some(session) = &self.session else {
            return Vec::new();
        };
        let review = session.review();
        let setup = review.setup();
        let back = |id: &CaseId| {
            let case = review.case(id);
            // What was judged for practice is no finding for anybody's parents.
            let complete = case.and_then(|case| case.counting());
            complete.map_or_else(Vec::new, |complete| pages::pages_back(setup, &complete))
        };
        match wanted {
            Pages::Sheet(id) => {
                let case = review.case(id);
                let sheet = case.map(|case| pages::question_sheet(setup, case));
                sheet.into_iter().collect()
            }
            Pages::Sheets => {
                let cases = pages::to_hear(review.cases());
                let sheet = |case| pages::question_sheet(setup, case);
                cases.into_iter().map(sheet).collect()
            }
            Pages::Back(id) => back(id),
            Pages::Backs => review.cases().flat_map(|case| back(case.id())).collect(),
        }
    }

    fn write(&mut self, path: &Path, made: Result<Vec<u8>, String>, saved: &str, said: &str) {
        let shown = path.display();
        let written = made.and_then(|bytes| std::fs::write(path, bytes).map_err(|e| e.to_string()));
        let told = match written {
            Ok(()) => Message::said(format!("{saved} {shown}. {said}")),
            Err(why) => Message::failed(format!("It could not be saved as {shown}: {why}.")),
        };
        self.message = Some(told.naming(path));
    }
}

/// The path with this ending, if it has none of its own.
fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let has = path.extension();
    if has.is_some_and(|has| has.eq_ignore_ascii_case(ending)) {
        return path.to_owned();
    }
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    PathBuf::from(name)
}
