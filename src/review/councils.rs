//! England's 153 local authorities with education duties, so that a review's council is picked
//! and not misspelt. The field takes any other text too: councils merge, and training needs
//! invented ones.

/// Councils that are suggested at once.
pub const SUGGESTED: usize = 8;

/// England's local authorities with education duties since April 2023, in the order of the
/// alphabet.
pub const COUNCILS: [&str; 153] = [
    "Barking and Dagenham",
    "Barnet",
    "Barnsley",
    "Bath and North East Somerset",
    "Bedford",
    "Bexley",
    "Birmingham",
    "Blackburn with Darwen",
    "Blackpool",
    "Bolton",
    "Bournemouth, Christchurch and Poole",
    "Bracknell Forest",
    "Bradford",
    "Brent",
    "Brighton and Hove",
    "Bristol",
    "Bromley",
    "Buckinghamshire",
    "Bury",
    "Calderdale",
    "Cambridgeshire",
    "Camden",
    "Central Bedfordshire",
    "Cheshire East",
    "Cheshire West and Chester",
    "City of London",
    "Cornwall",
    "Coventry",
    "Croydon",
    "Cumberland",
    "Darlington",
    "Derby",
    "Derbyshire",
    "Devon",
    "Doncaster",
    "Dorset",
    "Dudley",
    "Durham",
    "Ealing",
    "East Riding of Yorkshire",
    "East Sussex",
    "Enfield",
    "Essex",
    "Gateshead",
    "Gloucestershire",
    "Greenwich",
    "Hackney",
    "Halton",
    "Hammersmith and Fulham",
    "Hampshire",
    "Haringey",
    "Harrow",
    "Hartlepool",
    "Havering",
    "Herefordshire",
    "Hertfordshire",
    "Hillingdon",
    "Hounslow",
    "Isle of Wight",
    "Isles of Scilly",
    "Islington",
    "Kensington and Chelsea",
    "Kent",
    "Kingston upon Hull",
    "Kingston upon Thames",
    "Kirklees",
    "Knowsley",
    "Lambeth",
    "Lancashire",
    "Leeds",
    "Leicester",
    "Leicestershire",
    "Lewisham",
    "Lincolnshire",
    "Liverpool",
    "Luton",
    "Manchester",
    "Medway",
    "Merton",
    "Middlesbrough",
    "Milton Keynes",
    "Newcastle upon Tyne",
    "Newham",
    "Norfolk",
    "North East Lincolnshire",
    "North Lincolnshire",
    "North Northamptonshire",
    "North Somerset",
    "North Tyneside",
    "North Yorkshire",
    "Northumberland",
    "Nottingham",
    "Nottinghamshire",
    "Oldham",
    "Oxfordshire",
    "Peterborough",
    "Plymouth",
    "Portsmouth",
    "Reading",
    "Redbridge",
    "Redcar and Cleveland",
    "Richmond upon Thames",
    "Rochdale",
    "Rotherham",
    "Rutland",
    "Salford",
    "Sandwell",
    "Sefton",
    "Sheffield",
    "Shropshire",
    "Slough",
    "Solihull",
    "Somerset",
    "South Gloucestershire",
    "South Tyneside",
    "Southampton",
    "Southend-on-Sea",
    "Southwark",
    "St Helens",
    "Staffordshire",
    "Stockport",
    "Stockton-on-Tees",
    "Stoke-on-Trent",
    "Suffolk",
    "Sunderland",
    "Surrey",
    "Sutton",
    "Swindon",
    "Tameside",
    "Telford and Wrekin",
    "Thurrock",
    "Torbay",
    "Tower Hamlets",
    "Trafford",
    "Wakefield",
    "Walsall",
    "Waltham Forest",
    "Wandsworth",
    "Warrington",
    "Warwickshire",
    "West Berkshire",
    "West Northamptonshire",
    "West Sussex",
    "Westminster",
    "Westmorland and Furness",
    "Wigan",
    "Wiltshire",
    "Windsor and Maidenhead",
    "Wirral",
    "Wokingham",
    "Wolverhampton",
    "Worcestershire",
    "York",
];

/// What councils are called beside their names.
const ALSO: &[(&str, &str)] = &[
    ("bcp", "Bournemouth, Christchurch and Poole"),
    ("banes", "Bath and North East Somerset"),
    ("lbhf", "Hammersmith and Fulham"),
    ("rbkc", "Kensington and Chelsea"),
];

/// What the names of councils go with and what tells none of them apart.
const COMMON: &[&str] = &[
    "borough",
    "council",
    "county",
    "london",
    "metropolitan",
    "of",
    "royal",
    "the",
    "unitary",
];

/// The councils that somebody may mean who has typed this, likeliest first, at most [`SUGGESTED`]:
/// names that begin with it, then names of which a later word does, then names with words that
/// begin with each of those typed, then names that hold it anywhere. Nothing for nothing typed.
pub fn suggest(typed: &str) -> Vec<&'static str> {
    let typed = plain(typed);
    let found = matching(&typed);
    if !found.is_empty() {
        return found;
    }
    let words = typed.split(' ').filter(|word| !COMMON.contains(word));
    matching(&words.collect::<Vec<_>>().join(" "))
}

fn matching(typed: &str) -> Vec<&'static str> {
    if typed.is_empty() {
        return Vec::new();
    }
    let ranks = COUNCILS.iter().map(|name| (rank(name, typed), *name));
    let mut found: Vec<_> = ranks
        .filter_map(|(rank, name)| Some((rank?, name)))
        .collect();
    // The list is in the order of the alphabet, and a stable sort keeps it.
    found.sort_by_key(|(rank, _)| *rank);
    found
        .into_iter()
        .map(|(_, name)| name)
        .take(SUGGESTED)
        .collect()
}

/// How well the name fits what was typed, 0 best; `None` = not at all.
fn rank(name: &str, typed: &str) -> Option<usize> {
    let plain = plain(name);
    let also = || {
        ALSO.iter()
            .any(|(short, of)| *of == name && short.starts_with(typed))
    };
    let words: Vec<&str> = plain.split(' ').collect();
    let begins = |typed: &str| words.iter().any(|word| word.starts_with(typed));
    if plain == typed {
        Some(0)
    } else if plain.starts_with(typed) || also() {
        Some(1)
    } else if plain.contains(&format!(" {typed}")) {
        Some(2)
    } else if typed.split(' ').all(begins) {
        Some(3)
    } else {
        plain.contains(typed).then_some(4)
    }
}

/// Small letters, "and" for "&", and one space for whatever stands between words.
fn plain(text: &str) -> String {
    let text = text
        .to_lowercase()
        .replace('&', " and ")
        .replace(['\'', '’'], "");
    let words = text.split(|c: char| !c.is_alphanumeric());
    let words: Vec<_> = words.filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_once_and_in_order() {
        assert_eq!(COUNCILS.len(), 153);
        for pair in COUNCILS.windows(2) {
            assert!(pair[0] < pair[1], "{pair:?}");
        }
        for name in [
            "Cumberland",
            "Westmorland and Furness",
            "North Yorkshire",
            "Somerset",
            "North Northamptonshire",
            "West Northamptonshire",
            "Dorset",
            "Buckinghamshire",
            "Isles of Scilly",
            "City of London",
        ] {
            assert!(COUNCILS.contains(&name), "{name}");
        }
        for gone in [
            "Cumbria",
            "Northamptonshire",
            "Poole",
            "Bournemouth",
            "Berkshire",
        ] {
            assert!(!COUNCILS.contains(&gone), "{gone}");
        }
        for (_, name) in ALSO {
            assert!(COUNCILS.contains(name), "{name}");
        }
    }

    #[test]
    fn the_likeliest_comes_first() {
        for (typed, first) in [
            ("west s", "West Sussex"),
            ("WEST SUSSEX COUNTY COUNCIL", "West Sussex"),
            ("sussex", "East Sussex"),
            ("hull", "Kingston upon Hull"),
            ("bcp", "Bournemouth, Christchurch and Poole"),
            ("bournemouth christ", "Bournemouth, Christchurch and Poole"),
            ("london borough of bre", "Brent"),
            ("city of l", "City of London"),
            ("stoke on", "Stoke-on-Trent"),
            ("telford & w", "Telford and Wrekin"),
            ("york", "York"),
            ("north lincs", ""),
            ("linc", "Lincolnshire"),
            ("n y", "North Yorkshire"),
            ("tees", "Stockton-on-Tees"),
            ("minster", "Westminster"),
            ("county durham", "Durham"),
            ("st. helens", "St Helens"),
            ("derby", "Derby"),
            ("", ""),
            ("  ", ""),
            ("-", ""),
            ("west marsh", ""),
            ("council", ""),
        ] {
            assert_eq!(
                suggest(typed).first().copied().unwrap_or(""),
                first,
                "{typed:?}"
            );
        }
        let north = suggest("north");
        assert_eq!(north.len(), SUGGESTED);
        let (last, north) = north.split_last().unwrap();
        assert!(
            north.iter().all(|name| name.starts_with("North")),
            "{north:?}"
        );
        assert_eq!(*last, "Bath and North East Somerset");
        assert_eq!(
            suggest("somerset"),
            ["Somerset", "Bath and North East Somerset", "North Somerset"]
        );
    }
}
