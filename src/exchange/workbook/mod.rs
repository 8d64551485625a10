//! Workbooks: not yet.
use super::columns::TableKind;
use super::problem::Problem;
use super::progress::Observer;
use super::source::Trouble;
use super::table::Table;
pub(super) struct Workbook;
pub(super) fn is_one(_bytes: &[u8]) -> bool {
    false
}
impl Workbook {
    pub fn open(name: &str, _bytes: Vec<u8>, _observer: Observer<'_>) -> Result<Self, Trouble> {
        Err(Problem::of_file(name, "this is a workbook").into())
    }
    pub fn visible(&self) -> impl Iterator<Item = &str> {
        std::iter::empty()
    }
    pub fn table(
        &mut self,
        _kind: TableKind,
        _observer: Observer<'_>,
    ) -> Result<Option<Table>, Trouble> {
        Ok(None)
    }
    pub fn sheet(
        &mut self,
        _name: &str,
        _observer: Observer<'_>,
    ) -> Result<Option<Table>, Trouble> {
        Ok(None)
    }
    pub fn notes(&self) -> Vec<String> {
        Vec::new()
    }
    pub fn has_no(&self, kind: TableKind) -> String {
        kind.name().to_owned()
    }
}
