//! Colours by role, light and dark. Every pair that carries meaning is held to WCAG AA by a test.

use eframe::egui::{Color32, Style, Ui};

/// Colours by the role they play. Panel and parent have one hue each, equal in weight, the same
/// everywhere; amber is for what a person must do, red for what would lose or mislead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tokens {
    /// The page.
    pub paper: Color32,
    /// What lies on the page: fields, menus, dialogs.
    pub raised: Color32,
    /// What lies in it: hovered controls, tracks.
    pub recessed: Color32,
    /// Text.
    pub ink: Color32,
    /// Text that may be passed over: hints, attributions, units.
    pub ink_muted: Color32,
    /// Lines that only separate. Carries no meaning, so no contrast is asked of it.
    pub hairline: Color32,
    /// The edge of a control.
    pub outline: Color32,
    /// What can be acted on; the ring around what has the keyboard.
    pub accent: Color32,
    /// Behind what is selected in a list.
    pub accent_soft: Color32,
    /// Text and marks on a fill of accent, panel, parent, caution, danger or ok.
    pub on_accent: Color32,
    /// The panel (blue).
    pub panel: Color32,
    /// The parent (plum).
    pub parent: Color32,
    /// What a person must do (amber).
    pub caution: Color32,
    /// Behind a caution.
    pub caution_soft: Color32,
    /// What would lose or mislead (red).
    pub danger: Color32,
    /// Behind an error.
    pub danger_soft: Color32,
    /// Done, in place.
    pub ok: Color32,
    /// Scenario *Possible today*: light blue.
    pub possible_today: Color32,
    /// Scenario *Parents' own ideals*: light plum.
    pub own_ideals: Color32,
    /// Scenario *Tribunal-tested*: grey-green.
    pub tribunal: Color32,
    /// The current course: grey.
    pub current_course: Color32,
    /// Chart series 1 to 8: the hues and the order of Okabe and Ito, each darkened (light) or
    /// lightened (dark) until it stands 3:1 against the page.
    pub series: [Color32; 8],
}

/// Whose voice a thing is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tone {
    /// The panel's: blue, ■.
    Panel,
    /// The parent's: plum, ●.
    Parent,
    /// The child's, and nobody's in particular.
    Plain,
}

impl Tone {
    /// The hue.
    pub const fn colour(self, tokens: &Tokens) -> Color32 {
        match self {
            Self::Panel => tokens.panel,
            Self::Parent => tokens.parent,
            Self::Plain => tokens.accent,
        }
    }
}

const fn rgb(hex: u32) -> Color32 {
    Color32::from_rgb((hex >> 16) as u8, (hex >> 8) as u8, hex as u8)
}

const LIGHT: Tokens = Tokens {
    paper: rgb(0xFA_F9_F6),
    raised: rgb(0xFF_FF_FF),
    recessed: rgb(0xEE_EC_E6),
    ink: rgb(0x1A_1D_21),
    ink_muted: rgb(0x55_5B_63),
    hairline: rgb(0xD9_D6_CE),
    outline: rgb(0x80_85_8C),
    accent: rgb(0x00_66_5A),
    accent_soft: rgb(0xD9_EC_E8),
    on_accent: rgb(0xFF_FF_FF),
    panel: rgb(0x1D_5F_A6),
    parent: rgb(0x91_40_77),
    caution: rgb(0x95_58_00),
    caution_soft: rgb(0xFB_EF_D5),
    danger: rgb(0xB3_26_1E),
    danger_soft: rgb(0xFB_E4_E0),
    ok: rgb(0x2A_6F_35),
    possible_today: rgb(0x45_8B_C6),
    own_ideals: rgb(0xBB_6B_A2),
    tribunal: rgb(0x5A_7E_6A),
    current_course: rgb(0x6B_71_78),
    series: [
        rgb(0x1A_1D_21),
        rgb(0xB8_7A_00),
        rgb(0x2E_8B_C0),
        rgb(0x00_8F_68),
        rgb(0x8F_84_00),
        rgb(0x00_72_B2),
        rgb(0xD5_5E_00),
        rgb(0xB5_60_8F),
    ],
};

const DARK: Tokens = Tokens {
    paper: rgb(0x17_19_1C),
    raised: rgb(0x20_23_27),
    recessed: rgb(0x2A_2E_33),
    ink: rgb(0xEC_EB_E7),
    ink_muted: rgb(0xAC_B1_B8),
    hairline: rgb(0x3A_3E_44),
    outline: rgb(0x84_8B_94),
    accent: rgb(0x5F_C4_B4),
    accent_soft: rgb(0x1B_3F_3A),
    on_accent: rgb(0x10_14_18),
    panel: rgb(0x82_B4_F0),
    parent: rgb(0xE0_9A_CB),
    caution: rgb(0xF0_B4_58),
    caution_soft: rgb(0x3A_2E_17),
    danger: rgb(0xFF_8E_82),
    danger_soft: rgb(0x42_22_1F),
    ok: rgb(0x7E_CA_8C),
    possible_today: rgb(0x5A_8C_C4),
    own_ideals: rgb(0xB4_6E_A0),
    tribunal: rgb(0x8F_B3_9D),
    current_course: rgb(0x9A_A0_A8),
    series: [
        rgb(0xEC_EB_E7),
        rgb(0xE6_9F_00),
        rgb(0x56_B4_E9),
        rgb(0x00_A8_7B),
        rgb(0xF0_E4_42),
        rgb(0x3F_97_D2),
        rgb(0xE0_70_18),
        rgb(0xCC_79_A7),
    ],
};

impl Tokens {
    /// The tokens of the theme that this part of the window is drawn in.
    pub fn of(ui: &Ui) -> &'static Self {
        Self::of_style(ui.style())
    }

    /// The tokens of a style.
    pub const fn of_style(style: &Style) -> &'static Self {
        Self::for_theme(style.visuals.dark_mode)
    }

    /// The tokens of the dark or the light theme.
    pub const fn for_theme(dark: bool) -> &'static Self {
        if dark { &DARK } else { &LIGHT }
    }

    /// Every colour with the name of its role; series are numbered.
    pub fn named(&self) -> Vec<(String, Color32)> {
        let roles = [
            ("paper", self.paper),
            ("raised", self.raised),
            ("recessed", self.recessed),
            ("ink", self.ink),
            ("muted ink", self.ink_muted),
            ("hairline", self.hairline),
            ("outline", self.outline),
            ("accent", self.accent),
            ("soft accent", self.accent_soft),
            ("on accent", self.on_accent),
            ("panel", self.panel),
            ("parent", self.parent),
            ("caution", self.caution),
            ("soft caution", self.caution_soft),
            ("danger", self.danger),
            ("soft danger", self.danger_soft),
            ("ok", self.ok),
            ("possible today", self.possible_today),
            ("own ideals", self.own_ideals),
            ("tribunal", self.tribunal),
            ("current course", self.current_course),
        ];
        let roles = roles.map(|(name, colour)| (name.to_owned(), colour));
        let series = self.series.iter().enumerate();
        let series = series.map(|(at, colour)| (format!("series {}", at + 1), *colour));
        roles.into_iter().chain(series).collect()
    }
}
