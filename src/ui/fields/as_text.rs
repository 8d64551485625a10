//! A field's name as a line of text, so that the journal can say where unfinished words belong.

use super::Field;

impl Field {
    /// The field as a line of text.
    pub fn to_text(&self) -> String {
        ron::to_string(self).unwrap_or_default()
    }

    /// The field that a line of text names; `None` if this program has no such field.
    pub fn from_text(text: &str) -> Option<Self> {
        ron::from_str(text).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::command::{FileList, FileText};
    use crate::review::panel::MemberId;
    use crate::review::perspective::VoiceId;
    use crate::review::source::BaselineFigure;
    use crate::review::text::{CaseId, ProvisionCode};
    use crate::ui::fields::{
        AttemptField, BaselineField, ConditionField, RowField, SetupField, SourceField, SourcePart,
        YearList,
    };

    #[test]
    fn every_kind_of_field_comes_back() {
        let case = || CaseId::new("Case “7”, x").unwrap_or_else(|error| panic!("{error}"));
        let code = ProvisionCode::new("Kind1").unwrap_or_else(|error| panic!("{error}"));
        for field in [
            Field::Title,
            Field::RootCauses,
            Field::Setup(SetupField::Said(MemberId(2))),
            Field::Setup(SetupField::SaidBesides(1)),
            Field::Member(MemberId(3)),
            Field::Row(code, RowField::NewPlaces),
            Field::Baseline(BaselineField::Ramp),
            Field::Baseline(BaselineField::Year(YearList::Grant, 2)),
            Field::Source(SourceField::Baseline(
                BaselineFigure::Grant,
                SourcePart::From,
            )),
            Field::CaseNumber(case()),
            Field::File(case(), FileText::PenPortrait),
            Field::FileList(case(), FileList::DocumentsSeen),
            Field::Reasoning(case()),
            Field::Condition(case(), 2, ConditionField::ByWhen),
            Field::Support(case(), 0),
            Field::Words(case(), VoiceId(1)),
            Field::Attempt(case(), VoiceId(1), 1, AttemptField::How),
            Field::Correction(case(), MemberId(2)),
        ] {
            let text = field.to_text();
            assert!(!text.contains('\n'), "{text}");
            assert_eq!(Field::from_text(&text), Some(field));
        }
    }

    #[test]
    fn what_names_no_field_is_none() {
        for text in ["", "Nonsense", "Reasoning(", "Reasoning(\"\")"] {
            assert_eq!(Field::from_text(text), None, "{text}");
        }
    }
}
