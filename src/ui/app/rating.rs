//! Carrying out what is wanted on the *Rate* step.

use super::App;
use crate::review::case::Case;
use crate::review::panel::MemberId;
use crate::review::ratings::{RatedIdeal, Rating};
use crate::review::setup::Setup;
use crate::review::text::Text;
use crate::review::{Command, Via};
use crate::ui::fields::Field;
use crate::ui::rating::{self, Correcting, RatingPlace, Wish};

impl App {
    pub(super) fn on_rating(&mut self, wish: Wish) {
        match wish {
            // What is typed into the palette is no rating.
            Wish::Key(_) if self.palette.is_some() => {}
            Wish::Key(key) => {
                let ideal = self.at_rating(|case, setup, _| rating::choice(case, setup, key));
                if let Some(ideal) = ideal.flatten() {
                    self.keep_rating(ideal);
                }
            }
            Wish::Choose(ideal) => self.keep_rating(ideal),
            Wish::Back => {
                let today = self.services.today();
                let before = self.at_rating(|case, setup, place| {
                    let here = place.at_hand(case, setup, today);
                    rating::before(case, setup, today, here)
                });
                if let Some(member) = before.flatten() {
                    self.rate_next(Some(member));
                }
            }
            Wish::Next => {
                let today = self.services.today();
                let next = self.at_rating(|case, setup, place| place.next(case, setup, today));
                self.rating_place(|place| place.member = next.flatten());
            }
            Wish::Member(member) => self.rate_next(Some(member)),
            Wish::InTurn(in_turn) => self.rating_place(|place| place.in_turn = in_turn),
            Wish::More(more) => self.rating_place(|place| place.more = more),
            Wish::WhoIsHere(open) => self.rating_place(|place| place.who_is_here = open),
            Wish::Correct(correcting) => self.correct(correcting),
            Wish::KeepCorrection => self.keep_correction(),
        }
    }

    /// Something about the case on the screen and how far somebody is in rating it.
    fn at_rating<T>(&self, ask: impl FnOnce(&Case, &Setup, &RatingPlace) -> T) -> Option<T> {
        let session = self.session.as_ref()?;
        let case = session.review().case(session.place.case.as_ref()?)?;
        let place = session.place.rating.of(case.id());
        Some(ask(case, session.review().setup(), &place))
    }

    fn rating_place(&mut self, change: impl FnOnce(&mut RatingPlace)) {
        self.place(|place| {
            if let Some(case) = &place.case {
                place.rating = place.rating.of(case);
                change(&mut place.rating);
            }
        });
    }

    /// This member is next; `None` = the first who has not rated.
    fn rate_next(&mut self, member: Option<MemberId>) {
        self.rating_place(|place| {
            place.member = member;
            // Whoever comes back in turn is not shown what was rated.
            place.kept = None;
        });
    }

    /// Keeps the rating of the member at hand, and goes on to the next who has not rated.
    fn keep_rating(&mut self, ideal: RatedIdeal) {
        let today = self.services.today();
        let asked = self.at_rating(|case, setup, place| {
            let member = place.at_hand(case, setup, today)?;
            let kept = rating::given(case, member);
            Some((case.id().clone(), member, anew(kept, ideal), place.more))
        });
        let Some((case, member, rating, more)) = asked.flatten() else {
            return;
        };
        let command = Command::Rate {
            case,
            member,
            rating,
        };
        let Some(session) = &mut self.session else {
            return;
        };
        session.keep_typed();
        if let Err(refusal) = session.apply(command, Via::Typed) {
            return self.refused(&refusal);
        }
        let next = match more {
            // They say more before the next one has the word.
            true => Some(member),
            false => self
                .at_rating(|case, setup, _| rating::after(case, setup, today, member))
                .flatten(),
        };
        self.rating_place(|place| {
            place.member = next;
            place.kept = Some(member);
        });
    }

    /// How far somebody is in putting a slip right; why goes with it to whose it is, and is given
    /// up with it.
    fn correct(&mut self, correcting: Option<Correcting>) {
        let case = self.at_rating(|case, _, _| case.id().clone());
        if let Some((case, session)) = case.zip(self.session.as_mut()) {
            let whose = correcting.as_ref().map(|now| now.member);
            for field in session.drafts.fields() {
                match (&field, whose) {
                    (Field::Correction(of, _), _) if *of != case => {}
                    (Field::Correction(..), None) => session.drafts.drop(&field),
                    (Field::Correction(_, by), Some(Some(member))) if *by != member => {
                        let now = Field::Correction(case.clone(), member);
                        session.drafts.hand_over(&field, now);
                    }
                    _ => {}
                }
            }
        }
        self.rating_place(|place| place.correcting = correcting);
    }

    fn keep_correction(&mut self) {
        let asked = self.at_rating(|case, _, place| {
            let correcting = place.correcting.clone()?;
            let (member, ideal) = (correcting.member?, correcting.ideal?);
            let mut given = case.ratings.given.iter();
            let kept = given.find(|rating| rating.member == member)?;
            let rating = anew(Some(kept.current()), ideal);
            Some((case.id().clone(), member, rating))
        });
        let Some((case, member, rating)) = asked.flatten() else {
            return;
        };
        let Some(session) = &mut self.session else {
            return;
        };
        let field = Field::Correction(case.clone(), member);
        let typed = session.drafts.get(&field);
        let reason = match Text::typed(typed.map_or("", |typed| typed.text.trim())) {
            Ok(reason) => reason,
            Err(why) => return session.drafts.refuse(&field, why.to_string()),
        };
        let command = Command::CorrectRating {
            case,
            member,
            rating,
            reason,
        };
        match session.apply(command, Via::Typed) {
            Ok(_) => self.correct(None),
            Err(refusal) => self.refused(&refusal),
        }
    }
}

/// A rating with another ideal: what was said besides stays, but for somebody who abstains.
fn anew(kept: Option<&Rating>, ideal: RatedIdeal) -> Rating {
    let kept = kept.filter(|_| ideal != RatedIdeal::Abstained);
    Rating {
        setting: kept.and_then(|kept| kept.setting),
        support: kept.and_then(|kept| kept.support),
        timeliness: kept.and_then(|kept| kept.timeliness),
        confidence: kept.and_then(|kept| kept.confidence),
        ideal,
    }
}
