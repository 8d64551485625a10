//! The figures on the trail in a word or two each.

use crate::projection::{Figure, Reversed, When};
use crate::review::stance::Stance;
use crate::review::text::ProvisionCode;
use crate::ui::view::View;

/// The names of the figures on the trail. The first says whose figure it is; those after it only
/// what is new.
pub fn names(view: &View<'_>) -> Vec<String> {
    let trail = view.place.asked.trail().iter();
    trail.map(|figure| name(view, figure)).collect()
}

fn name(view: &View<'_>, figure: &Figure) -> String {
    let year = |t: usize| view.review.setup().baseline.base_year.label_after(t);
    let place = |code: &ProvisionCode| view.review.setup().provision_name(code).to_owned();
    match figure {
        Figure::TotalSaving(scenario) => format!("{}, all years", scenario.label()),
        Figure::Saving(_, When::FullEffect) => "A year at full effect".to_owned(),
        Figure::Saving(_, When::Year(t)) => year(*t),
        Figure::CaseSaving(_, id, _) => format!("Like {id}"),
        Figure::Value(_) => "Difference in cost".to_owned(),
        Figure::StandsFor(id) => format!("Children like {id}"),
        Figure::Reversal(id, Reversed::FullEffect | Reversed::TotalSaving) => {
            format!("Without {id}")
        }
        Figure::MoveValue(_, to) => format!("To {}", place(to)),
        Figure::Children(_, t) => format!("Children, {}", year(*t)),
        Figure::AtDecision(_, t) => format!("At a decision point, {}", year(*t)),
        Figure::Grown(_, t) => format!("Growth, {}", year(*t)),
        Figure::Leaving(..) => "Who leave".to_owned(),
        Figure::Entering(..) => "Who need a place".to_owned(),
        Figure::TotalPlacesUsedAgain(_) => "Places used again, all years".to_owned(),
        Figure::Reused(_, code, _) => place(code),
        Figure::PlacesUsedAgain(..) => "Places used again".to_owned(),
        Figure::Decided(_, t) => format!("Decided, {}", year(*t)),
        Figure::InEffect(_, t) => format!("In effect, {}", year(*t)),
        Figure::ToPlace(_, code, _) | Figure::MovedInto(code, _) => {
            format!("Into {}", place(code))
        }
        Figure::Found(..) => "Find a place".to_owned(),
        Figure::Spend(t) => format!("Spend, {}", year(*t)),
        Figure::Allocation(t) => format!("Allocation, {}", year(*t)),
        Figure::CurrentInYear(t) => format!("Current course in {}", year(*t)),
        Figure::CurrentBalance(t) => format!("Current course, end of {}", year(*t)),
        Figure::InYearBalance(scenario, t) => format!("{} in {}", scenario.label(), year(*t)),
        Figure::Balance(scenario, t) => format!("{}, end of {}", scenario.label(), year(*t)),
        Figure::Contributions(_) => "All contributions".to_owned(),
        Figure::GrossSaving(_) => "Gross saving".to_owned(),
        Figure::GrossCost(_) => "Gross cost".to_owned(),
        Figure::Survival(_) => "Moves that happen".to_owned(),
        Figure::Appeals(t) => format!("Appeals, {}", year(*t)),
        Figure::CoveredCaseload => "Children covered".to_owned(),
        Figure::CoveredSpend => "Spend covered".to_owned(),
        Figure::HalfOfSaving => "Half of the saving".to_owned(),
        Figure::Contested(Stance::Disagrees) => "Parents disagree".to_owned(),
        Figure::Contested(_) => "Parents’ stance".to_owned(),
        Figure::BreakEvenAppeals => "Break-even of appeals".to_owned(),
        Figure::BreakEvenSupport => "Break-even of support".to_owned(),
        Figure::Shifted(_) => "Falls to others".to_owned(),
        Figure::Sensitivity(_) => "Sensitivity".to_owned(),
    }
}
