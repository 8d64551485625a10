//! Where the parents stand on the panel's judgement. Nobody answers for them: what they see as
//! ideal was said before the panel judged, and whether they agree is derived from it, until they
//! are asked (product.md, "Nobody answers for the parent").

use serde::{Deserialize, Serialize};

use super::complete::Complete;
pub use super::judgement::Stance;
use super::judgement::{Ideal, Judgement};
use super::perspective::{ParentIdeal, Perspective, Source, VoiceId};
use super::text::ProvisionCode;

/// How a stance is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum StanceFrom {
    /// The parent was asked about this judgement.
    Asked,
    /// From the parent's own ideal.
    Derived,
    /// From what papers say.
    Papers,
}

impl StanceFrom {
    /// In words.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Derived => "from their own ideal",
            Self::Papers => "from papers",
        }
    }
}

/// The stance that counts for a case (model.md §1).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EffectiveStance {
    /// The stance.
    pub stance: Stance,
    /// How it is known.
    pub from: StanceFrom,
    /// The voice that sets it.
    pub voice: VoiceId,
    /// What that voice sees as ideal (r_i); `None` = not stated.
    pub parents_ideal: Option<ProvisionCode>,
}

impl Complete<'_> {
    /// The stance that counts.
    pub fn effective_stance(&self) -> EffectiveStance {
        effective(self)
    }
}

/// The stance of one voice on a judgement.
pub fn of_voice(voice: &Perspective, judgement: &Judgement) -> (Stance, StanceFrom) {
    let Some(source) = voice.source.filter(|source| source.was_heard()) else {
        return (Stance::NoView, StanceFrom::Derived);
    };
    if let Some(asked) = voice
        .asked
        .as_ref()
        .filter(|asked| asked.about == judgement.matter())
    {
        return (asked.stance, StanceFrom::Asked);
    }
    let from = if source == Source::FromPapers {
        StanceFrom::Papers
    } else {
        StanceFrom::Derived
    };
    let stance = match (&voice.ideal, &judgement.ideal) {
        (Some(ParentIdeal::Provision(own)), Ideal::Provision(panel)) if own != panel => {
            Stance::Disagrees
        }
        // Papers may show disagreement but never agreement.
        (Some(ParentIdeal::Provision(_)), Ideal::Provision(_)) if from == StanceFrom::Derived => {
            Stance::Agrees
        }
        _ => Stance::NoView,
    };
    (stance, from)
}

/// The stance of one voice and how it is known; where there is none, why.
pub fn in_words(voice: &Perspective, judgement: &Judgement) -> String {
    let (stance, from) = of_voice(voice, judgement);
    let known = match voice.source {
        _ if stance != Stance::NoView || from == StanceFrom::Asked => from.label(),
        Some(Source::Declined) => "asked, but declined",
        Some(Source::NotReached) => "could not be reached",
        _ if !matches!(voice.ideal, Some(ParentIdeal::Provision(_))) => "stated no ideal",
        _ if !matches!(judgement.ideal, Ideal::Provision(_)) => "the panel names no ideal",
        _ => "papers cannot show agreement",
    };
    format!("{} ({known})", stance.label())
}

/// The effective stance of a complete case: the least agreeing voice counts, the earliest of
/// several alike.
pub fn effective(case: &Complete<'_>) -> EffectiveStance {
    let judgement = case.judgement();
    let rank = |voice: &Perspective| (of_voice(voice, judgement).0, voice.heard_on());
    let mut setting = case.voices().first();
    for voice in case.voices().rest() {
        if rank(voice) < rank(setting) {
            setting = voice;
        }
    }
    let (stance, from) = of_voice(setting, judgement);
    EffectiveStance {
        stance,
        from,
        voice: setting.id,
        parents_ideal: own_ideal(setting, judgement),
    }
}

/// What this voice sees as ideal, as model.md §1 uses it: one known from papers alone is used only
/// where it differs from the panel's.
fn own_ideal(voice: &Perspective, judgement: &Judgement) -> Option<ProvisionCode> {
    let source = voice.source.filter(|source| source.was_heard())?;
    let Some(ParentIdeal::Provision(own)) = &voice.ideal else {
        return None;
    };
    let same = matches!(&judgement.ideal, Ideal::Provision(panel) if panel == own);
    (source != Source::FromPapers || !same).then(|| own.clone())
}
