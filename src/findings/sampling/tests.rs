//! A draw depends on seed and list alone, and everybody has the same chance.

use super::*;

fn id(n: usize) -> CaseId {
    CaseId::new(format!("C{n:03}")).unwrap()
}

fn list(sizes: &[(&str, usize)]) -> Vec<Listed> {
    let mut n = 0;
    let mut all = Vec::new();
    for (group, size) in sizes {
        for _ in 0..*size {
            n += 1;
            let group = Some(Text::cut(group)).filter(|group| !group.is_empty());
            all.push(Listed { id: id(n), group });
        }
    }
    all
}

#[test]
fn the_order_of_the_list_changes_nothing() {
    let all = list(&[("Mainstream", 30), ("Special", 12), ("", 5)]);
    let mut turned: Vec<_> = all.iter().rev().cloned().collect();
    turned.rotate_left(7);
    turned.swap(1, 20);
    let (all, turned) = (Caseload::new(all).unwrap(), Caseload::new(turned).unwrap());
    for how in [
        How::Random { n: 10 },
        How::InProportion { n: 11 },
        How::SameInEach { each: 3 },
        How::AtLeast { n: 9, each: 2 },
    ] {
        for seed in [0, 2024, u64::MAX] {
            let (one, other) = (all.draw(seed, how), turned.draw(seed, how));
            assert_eq!(one, other);
            assert_eq!(one.protocol(None), other.protocol(None));
        }
    }
    assert_ne!(
        all.draw(1, How::Random { n: 10 }).groups,
        all.draw(2, How::Random { n: 10 }).groups
    );
}

#[test]
fn every_platform_and_every_version_draws_these() {
    let all = Caseload::new(list(&[("A", 6), ("B", 4)])).unwrap();
    let drawn = all.draw(2024, How::SameInEach { each: 2 });
    let ids: Vec<_> = drawn.ids().map(CaseId::as_str).collect();
    assert_eq!(ids, GOLDEN);
    assert_eq!(drawn.list_check, "023d6067b8b9020b");
}

/// Worked out once by a second implementation of the words in `how_to_repeat`.
const GOLDEN: [&str; 4] = ["C001", "C002", "C007", "C010"];

#[test]
fn everybody_has_the_same_chance() {
    const CASES: usize = 40;
    const DRAWN: usize = 10;
    const SEEDS: u64 = 4_000;
    let all = Caseload::new(list(&[("", CASES)])).unwrap();
    let mut times = std::collections::HashMap::new();
    let mut pairs = 0.0;
    for seed in 0..SEEDS {
        let sample = all.draw(seed, How::Random { n: DRAWN });
        assert_eq!(sample.drawn(), DRAWN);
        for id in sample.ids() {
            *times.entry(id.clone()).or_insert(0.0) += 1.0;
        }
        let both = [id(1), id(2)]
            .iter()
            .all(|one| sample.ids().any(|id| id == one));
        pairs += f64::from(u8::from(both));
    }
    let p = DRAWN as f64 / CASES as f64;
    let expected = SEEDS as f64 * p;
    let variance = SEEDS as f64 * p * (1.0 - p) * CASES as f64 / (CASES - 1) as f64;
    let chi: f64 = (1..=CASES)
        .map(|n| (times.get(&id(n)).copied().unwrap_or(0.0) - expected).powi(2) / variance)
        .sum();
    // 39 degrees of freedom: 99.9% below 72.1, 0.1% below 16.3.
    assert!((16.3..72.1).contains(&chi), "chi-squared is {chi}");
    // Two neighbours on the list come together as often as any two: 10/40 × 9/39.
    let together = SEEDS as f64 * p * 9.0 / 39.0;
    assert!(
        (pairs - together).abs() < 4.0 * together.sqrt(),
        "{pairs} of {together}"
    );
}

#[test]
fn a_group_that_is_too_small_gives_what_it_has_and_says_so() {
    let all = Caseload::new(list(&[("Mainstream", 9), ("Residential", 2)])).unwrap();
    let sample = all.draw(7, How::SameInEach { each: 4 });
    let [mainstream, residential] = sample.groups.as_slice() else {
        panic!("{sample:?}");
    };
    assert_eq!((mainstream.drawn.len(), mainstream.reserves.len()), (4, 5));
    let mut both = residential.drawn.clone();
    both.sort();
    assert_eq!(both, [id(10), id(11)]);
    assert!(residential.is_too_small() && residential.reserves.is_empty());
    assert_eq!(
        sample.notes(),
        ["Residential: 4 were asked for; there are 2, and all are drawn."]
    );
}

#[test]
fn what_cannot_be_drawn_is_said() {
    let all = Caseload::new(list(&[("Mainstream", 98), ("Hospital", 2)])).unwrap();
    let notes = all.draw(7, How::InProportion { n: 10 }).notes();
    assert_eq!(notes.len(), 1);
    assert!(
        notes[0].starts_with("Hospital: none of 2 is drawn"),
        "{notes:?}"
    );
    let notes = all.draw(7, How::Random { n: 101 }).notes();
    assert_eq!(
        notes,
        ["101 were asked for, but the list has 100: all are drawn."]
    );
    let notes = all.draw(7, How::AtLeast { n: 3, each: 2 }).notes();
    assert_eq!(
        notes,
        ["4 are drawn, not 3: every group gives at least its number."]
    );
}

#[test]
fn who_comes_next_would_have_been_drawn_next() {
    let all = Caseload::new(list(&[("", 30)])).unwrap();
    let few = all.draw(5, How::Random { n: 10 });
    let more = all.draw(5, How::Random { n: 15 });
    let few = few.groups.first().unwrap();
    let together: Vec<_> = few.drawn.iter().chain(&few.reserves).cloned().collect();
    assert_eq!(together, more.groups.first().unwrap().drawn);
}

#[test]
fn a_pasted_list_in_its_usual_dresses() {
    for (pasted, groups, notes) in [
        ("1\n2\n3", vec![("", 3)], 0),
        (
            "\u{feff}Case ID\tProvision\nC1\tMainstream\nC2\t mainstream \n\n",
            vec![("Mainstream", 2)],
            1,
        ),
        ("C1;A\n\nC2;B\nC3;\n", vec![("A", 1), ("B", 1), ("", 1)], 1),
        (
            "C1,\"Special, day\"\r\nC2,\"Special, day\",\r\n",
            vec![("Special, day", 2)],
            0,
        ),
        ("child, setting\nx, y", vec![("y", 1)], 1),
    ] {
        let read = Caseload::parse(pasted).unwrap();
        let found: Vec<_> = read
            .list
            .groups()
            .iter()
            .map(|group| (group.name.as_deref().unwrap_or(""), group.ids.len()))
            .collect();
        assert_eq!(found, groups, "{pasted:?}");
        assert_eq!(read.notes.len(), notes, "{pasted:?}: {:?}", read.notes);
    }
}

#[test]
fn what_is_wrong_with_a_list_is_said_with_its_line() {
    let bad = Caseload::parse("Case,Group\nC1,A\nC2,A,x\n,B\nC1,B\n").unwrap_err();
    assert_eq!(
        bad.in_words(),
        "Line 3 has 3 columns. A list has one, the case, or two, the case and its group.\n\
         Line 4: there is a group, “B”, but no case.\n\
         Line 5: C1 is on the list already, in line 2."
    );
    for nothing in ["", "\n\n", "case id\n"] {
        let bad = Caseload::parse(nothing).unwrap_err();
        assert_eq!(bad.in_words(), "There is no case on the list.");
    }
    let long: String = (0..=LONGEST_LIST).map(|n| format!("{n}\n")).collect();
    let bad = Caseload::parse(&long).unwrap_err();
    assert_eq!(
        bad.in_words(),
        "A list holds at most 100,000 cases; this one has 100,001."
    );
    let groups: String = (0..=MOST_GROUPS).map(|n| format!("{n}\tg{n}\n")).collect();
    assert!(
        Caseload::parse(&groups)
            .unwrap_err()
            .in_words()
            .contains("has 201.")
    );
    let many: String = (0..30).map(|_| "C1\n").collect();
    assert!(
        Caseload::parse(&many)
            .unwrap_err()
            .in_words()
            .ends_with("And 9 more lines have a problem.")
    );
}

#[test]
fn the_protocol_can_stand_in_the_minutes() {
    let all = Caseload::new(list(&[("Mainstream", 9), ("Special", 3)])).unwrap();
    let sample = all.draw(2024, How::SameInEach { each: 2 });
    let told = sample.protocol(Some("2026-11-14".parse().unwrap()));
    let opening = "How the cases were drawn\n\nDrawn on 14 November 2026: 4 of 12 cases, at random \
                   within groups, 2 from each group.\nSeed: 2024\n";
    assert!(told.starts_with(opening), "{told}");
    assert!(
        told.contains("\nSpecial: 2 of 3\nDrawn, in this order: C01"),
        "{told}"
    );
    for id in sample.ids() {
        assert!(told.contains(id.as_str()), "{told}");
    }
}

#[test]
fn whatever_is_pasted_is_read_or_refused() {
    const LETTERS: [char; 14] = [
        'C', '1', '2', ' ', ',', ';', '\t', '"', '\n', '\r', '\u{feff}', 'é', '\u{0}', '\u{202e}',
    ];
    let (mut read, mut refused) = (0, 0);
    for seed in 0..3_000 {
        let mut chance = Chance::of(seed, Drawn::Listed, "pasted");
        let length = chance.below(40);
        let pasted: String = (0..length)
            .map(|_| LETTERS[chance.below(LETTERS.len())])
            .collect();
        let Ok(pasted) = Caseload::parse(&pasted) else {
            refused += 1;
            continue;
        };
        read += 1;
        let listed: std::collections::HashSet<_> = pasted
            .list
            .groups()
            .iter()
            .flat_map(|group| &group.ids)
            .collect();
        assert_eq!(listed.len(), pasted.list.len());
        let sample = pasted.list.draw(seed, How::AtLeast { n: 3, each: 1 });
        assert!(sample.ids().all(|id| listed.contains(id)));
        assert!(sample.drawn() >= 3.min(listed.len()));
    }
    assert!(read > 100 && refused > 100, "{read} {refused}");
}
