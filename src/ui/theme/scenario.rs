//! How each scenario is drawn, the same in every chart: a hue, a dash and the shape of its point,
//! so that colour is never alone.

use eframe::egui::Color32;

use super::Tokens;

/// The looks of the scenarios (model.md §7) and of the current course.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ScenarioLook {
    /// What the panel found: blue, solid, square.
    Panel,
    /// Of that, what exists today: light blue, dashed, hollow square.
    PossibleToday,
    /// Of that, what parents agree with: plum, solid, circle.
    ParentsAgree,
    /// What parents see as ideal: light plum, dashed, hollow circle.
    OwnIdeals,
    /// What would stand at a Tribunal: grey-green, solid, diamond.
    Tribunal,
    /// Nothing changes: grey, solid, upright.
    CurrentCourse,
}

/// The shape of a point on a line or in a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PointShape {
    /// ■
    Square,
    /// □
    HollowSquare,
    /// ●
    Circle,
    /// ○
    HollowCircle,
    /// ◆
    Diamond,
    /// A short upright line.
    Upright,
}

impl ScenarioLook {
    /// All, in the order of legends.
    pub const ALL: [Self; 6] = [
        Self::Panel,
        Self::PossibleToday,
        Self::ParentsAgree,
        Self::OwnIdeals,
        Self::Tribunal,
        Self::CurrentCourse,
    ];

    /// The name.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Panel => "Panel",
            Self::PossibleToday => "Possible today",
            Self::ParentsAgree => "Parents agree",
            Self::OwnIdeals => "Parents’ own ideals",
            Self::Tribunal => "Tribunal-tested",
            Self::CurrentCourse => "Current course",
        }
    }

    /// The hue.
    pub const fn colour(self, tokens: &Tokens) -> Color32 {
        match self {
            Self::Panel => tokens.panel,
            Self::PossibleToday => tokens.possible_today,
            Self::ParentsAgree => tokens.parent,
            Self::OwnIdeals => tokens.own_ideals,
            Self::Tribunal => tokens.tribunal,
            Self::CurrentCourse => tokens.current_course,
        }
    }

    /// Whether its line is dashed.
    pub const fn dashed(self) -> bool {
        matches!(self, Self::PossibleToday | Self::OwnIdeals)
    }

    /// The shape of its point.
    pub const fn point(self) -> PointShape {
        match self {
            Self::Panel => PointShape::Square,
            Self::PossibleToday => PointShape::HollowSquare,
            Self::ParentsAgree => PointShape::Circle,
            Self::OwnIdeals => PointShape::HollowCircle,
            Self::Tribunal => PointShape::Diamond,
            Self::CurrentCourse => PointShape::Upright,
        }
    }
}
