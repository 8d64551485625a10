//! How the parents' perspectives on a case change, and how a parent is asked about the judgement.

use super::Date;
use super::case::Case;
use super::command::VoiceEdit;
use super::edits;
use super::judgement::{Asked, Judgement};
use super::perspective::{Perspective, VoiceId};
use super::refusal::Refusal;
use super::stance::Stance;

fn voice(case: &mut Case, id: VoiceId) -> Result<&mut Perspective, Refusal> {
    let missing = Refusal::NoSuchVoice(case.id().clone());
    let mut voices = case.voices.iter_mut();
    voices.find(|voice| voice.id == id).ok_or(missing)
}

/// Changes one field; the next free voice begins with its first field.
pub(super) fn edit(case: &mut Case, id: VoiceId, edit: &VoiceEdit) -> Result<(), Refusal> {
    if case.voice(id).is_none() && id == case.next_voice() {
        case.voices.push(Perspective::new(id));
    }
    edits::voice(voice(case, id)?, edit);
    Ok(())
}

/// Takes a voice out.
pub(super) fn remove(case: &mut Case, id: VoiceId) -> Result<(), Refusal> {
    voice(case, id)?;
    case.voices.retain(|voice| voice.id != id);
    Ok(())
}

/// Keeps what a parent said when asked about the recorded judgement, or takes it out.
pub(super) fn ask(
    case: &mut Case,
    id: VoiceId,
    asked: Option<(Stance, Date)>,
) -> Result<(), Refusal> {
    let nothing = Refusal::NothingToAskAbout(case.id().clone());
    let about = case.judgement().map(Judgement::matter);
    let voice = voice(case, id)?;
    voice.asked = match asked {
        None => None,
        Some(_) if !voice.was_heard() => return Err(Refusal::NotHeard),
        Some((stance, on)) => {
            let about = about.ok_or(nothing)?;
            Some(Asked { stance, on, about })
        }
    };
    Ok(())
}

/// Puts the date right on which a parent was asked. What they were asked about stays.
pub(super) fn redate(case: &mut Case, id: VoiceId, on: Date) -> Result<(), Refusal> {
    let not_asked = Refusal::NotAsked(case.id().clone());
    voice(case, id)?.asked.as_mut().ok_or(not_asked)?.on = on;
    Ok(())
}
