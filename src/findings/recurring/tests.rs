//! Who said it counts, not how often; phrases before their parts.

use super::*;
use crate::review::text::Text;

fn entries(said: &[(u16, &str)]) -> Vec<IdealWords> {
    let entry = |&(member, words): &(u16, &str)| IdealWords {
        by: (member > 0).then_some(MemberId(member)),
        words: Text::new(words).unwrap(),
    };
    said.iter().map(entry).collect()
}

fn told(said: &[(u16, &str)]) -> Vec<(String, usize)> {
    let recurring = Recurring::of(&entries(said));
    let said = recurring.said.iter();
    said.map(|said| (said.words.clone(), said.members()))
        .collect()
}

fn expected(said: &[(&str, usize)]) -> Vec<(String, usize)> {
    said.iter()
        .map(|(words, n)| ((*words).to_owned(), *n))
        .collect()
}

#[test]
fn members_count_and_not_repetitions() {
    let said = told(&[
        (1, "Happy. Happy! HAPPY"),
        (2, "happy, realistic"),
        (3, "Realistic"),
        (4, "realistic; belonging belonging belonging"),
        (4, "belonging"),
    ]);
    assert_eq!(said, expected(&[("realistic", 3), ("happy", 2)]));
}

#[test]
fn phrases_come_before_their_parts() {
    let said = told(&[
        (1, "Close to home, with friends"),
        (2, "A school close to their home"),
        (3, "Close to home. Has a friend"),
        (4, "A home from home"),
    ]);
    // "home" is said outside the phrase by one alone, "close" by nobody.
    assert_eq!(said, expected(&[("close to home", 3), ("friend", 2)]));
    let said = told(&[
        (1, "feels safe"),
        (2, "feels safe and heard"),
        (3, "safe"),
        (4, "safe, heard"),
    ]);
    // "safe" is also said by itself, so both stand, each with all who said it.
    assert_eq!(
        said,
        expected(&[("safe", 4), ("feels safe", 2), ("heard", 2)])
    );
    let said = told(&[
        (1, "friends close to home"),
        (2, "Friends close to home"),
        (3, "close to home"),
    ]);
    let both = [("close to home", 3), ("friends close to home", 2)];
    assert_eq!(said, expected(&both));
    let said = told(&[
        (1, "sense of belonging at school"),
        (2, "a sense of belonging at school"),
    ]);
    assert_eq!(said, expected(&[("sense of belonging at school", 2)]));
}

#[test]
fn what_is_denied_is_not_what_is_wished() {
    let said = told(&[
        (1, "No exclusions."),
        (2, "no exclusion"),
        (3, "Exclusions hurt"),
    ]);
    assert_eq!(said.len(), 1);
    assert_eq!(said[0].1, 2);
    assert!(said[0].0.starts_with("no exclusion"), "{said:?}");
}

#[test]
fn placeholders_and_small_words_are_no_words() {
    let said = told(&[
        (1, "n/a"),
        (2, "N/A"),
        (3, "none, the child"),
        (4, "none; the child"),
    ]);
    assert_eq!(said, []);
    assert_eq!(Recurring::of(&[]), Recurring::default());
    let recurring = Recurring::of(&entries(&[(1, "n/a"), (0, "Safe"), (0, "safe")]));
    // Whoever is not named counts once for every entry.
    assert_eq!((recurring.members, recurring.said[0].members()), (2, 2));
}

#[test]
fn behind_each_stands_who_said_it_and_how() {
    let entries = entries(&[
        (7, "Learning. He is safe there!"),
        (2, "-"),
        (0, "Safe in the corridor\nand at home"),
    ]);
    let recurring = Recurring::of(&entries);
    let [safe] = recurring.said.as_slice() else {
        panic!("{recurring:?}");
    };
    let by: Vec<_> = safe
        .by
        .iter()
        .map(|s| (s.member, s.entry, s.sentence.as_str()))
        .collect();
    let expected = [
        (Some(MemberId(7)), 0, "He is safe there!"),
        (None, 2, "Safe in the corridor"),
    ];
    assert_eq!(by, expected);
}

#[test]
fn the_order_does_not_hang_on_who_spoke_first() {
    let said = [
        (1, "calm, kind, calm place"),
        (2, "kind and calm"),
        (3, "safe"),
        (4, "calm; safe"),
    ];
    let mut turned = said;
    turned.reverse();
    assert_eq!(told(&said), told(&turned));
    assert_eq!(
        told(&said),
        expected(&[("calm", 3), ("kind", 2), ("safe", 2)])
    );
}

#[test]
fn as_many_words_as_a_panel_can_type() {
    // 60 members with 20,000 characters each, of words that differ and of words that do not.
    let words = |member: usize| {
        let word = |n: usize| format!("w{}x{}", n * 7 % 1_000, (n * n + member) % 97);
        let all: Vec<_> = (0..2_200).map(word).collect();
        Text::cut(&all.join(" "))
    };
    let entries: Vec<_> = (0..60_u16)
        .map(|member| IdealWords {
            by: Some(MemberId(member)),
            words: words(member.into()),
        })
        .collect();
    let recurring = Recurring::of(&entries);
    assert_eq!((recurring.said.len(), recurring.members), (MOST, 60));
    let again: Vec<_> = (0..60_u16)
        .map(|member| IdealWords {
            by: Some(MemberId(member)),
            words: Text::cut(&"safe ".repeat(4_000)),
        })
        .collect();
    let recurring = Recurring::of(&again);
    assert_eq!(recurring.said.len(), 1);
    assert_eq!(recurring.said[0].members(), 60);
}
