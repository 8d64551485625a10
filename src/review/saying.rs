//! Whether a text says anything: the first principle of product.md asks for words, and a spreadsheet
//! filled in a hurry is full of what only stands where they should.

use std::borrow::Cow;

use super::redact::Replacement;

/// What stands where words should, in a spreadsheet filled in a hurry. Compared by the letters
/// alone: without punctuation, spaces, figures and case. A bare "agrees" is the panel's note of a
/// stance, not what the parent said.
const PLACEHOLDERS: &[&str] = &[
    "na",
    "nan",
    "none",
    "nil",
    "null",
    "nothing",
    "no",
    "yes",
    "asabove",
    "asbefore",
    "above",
    "seeabove",
    "ditto",
    "same",
    "sameasabove",
    "tbc",
    "tba",
    "tbd",
    "todo",
    "blank",
    "empty",
    "notapplicable",
    "notstated",
    "notknown",
    "notgiven",
    "notavailable",
    "notrecorded",
    "unknown",
    "unclear",
    "pending",
    "x",
    "xx",
    "xxx",
    "xxxx",
    "test",
    "nocomment",
    "nocomments",
    "noview",
    "noviews",
    "toconfirm",
    "tobeconfirmed",
    "tofollow",
    "tobecompleted",
    "seepapers",
    "seeplan",
    "seefile",
    "seenotes",
    "asperplan",
    "asplan",
    "loremipsum",
    "placeholder",
    "ok",
    "declined",
    "declinedtocomment",
    "refused",
    "seereport",
    "seeemail",
    "seeattached",
    "attached",
    "asperpanel",
    "asperthepanel",
    "aspanel",
    "sameaspanel",
    "sameasthepanel",
    "nonegiven",
    "nonestated",
    "nocommentmade",
    "nocommentsmade",
    "unabletocontact",
    "unabletoreach",
    "couldnotbereached",
    "notreached",
    "noresponse",
    "noreply",
    "agree",
    "agrees",
    "agreed",
    "disagree",
    "disagrees",
    "disagreed",
    "nilreturn",
    "nilresponse",
    "noreturn",
    "noanswer",
    "noinput",
    "noopinion",
    "noopinions",
    "noviewgiven",
    "noviewsgiven",
    "noviewexpressed",
    "noviewsexpressed",
    "noviewstated",
    "noviewsstated",
    "noviewrecorded",
    "noviewsrecorded",
    "noviewprovided",
    "noviewsprovided",
    "noviewsreceived",
    "nocommentgiven",
    "nocommentsgiven",
    "nocommentsreceived",
    "nofurthercomment",
    "nofurthercomments",
    "noresponsegiven",
    "noresponsereceived",
    "noreplyreceived",
    "noanswergiven",
    "didnotrespond",
    "didnotreply",
    "didnotanswer",
    "didnotsay",
    "noneprovided",
    "nonereceived",
    "nonerecorded",
    "noneexpressed",
    "notprovided",
    "notreceived",
    "notcompleted",
    "notobtained",
    "notyetreceived",
    "nothingtoadd",
    "nothingfurther",
    "nothingfurthertoadd",
    "nothingrecorded",
    "nothingstated",
    "awaited",
    "awaitingresponse",
    "awaitingreply",
    "asdiscussed",
    // Said after one of the others ("n/a at this time").
    "atthistime",
    "atpresent",
    "atthemoment",
    "todate",
    "asyet",
];

/// Letters of the longest text that may be placeholders. Longer texts are words: nobody repeats a
/// placeholder for this long.
const LONGEST: usize = 200;

/// Whether a text says anything in words (product.md, first principle): blank text, text without
/// a letter, placeholders ("n/a", "none", "-", "as above", "n/a (12/05/2024)") and what stands for
/// a passage that was taken out ("[child]") do not.
pub fn says_something(text: &str) -> bool {
    // Asked of every text of every case, again and again: a long text is not gone through.
    let text = without_marks(text);
    let letters = || text.chars().filter(|c| c.is_alphabetic());
    let small = || letters().flat_map(char::to_lowercase);
    // One letter again and again ("aaaa", "....") is no word either.
    let first = small().next();
    let varied = small().any(|c| Some(c) != first);
    let is_long = || letters().nth(LONGEST).is_some();
    varied && (is_long() || !is_made_of_placeholders(&small().collect::<String>()))
}

fn without_marks(text: &str) -> Cow<'_, str> {
    if !text.contains('[') {
        return Cow::Borrowed(text);
    }
    let marks = Replacement::ALL.map(Replacement::mark).into_iter();
    Cow::Owned(marks.fold(text.to_owned(), |text, mark| text.replace(mark, "")))
}

/// Whether these letters are one placeholder after another ("n/a, n/a", "None. As above.").
fn is_made_of_placeholders(bare: &str) -> bool {
    if bare.len() > LONGEST {
        return false;
    }
    // Whether the placeholders can reach to each place, from left to right.
    let mut reached = vec![false; bare.len() + 1];
    if let Some(start) = reached.first_mut() {
        *start = true;
    }
    for at in 0..bare.len() {
        let Some(rest) = bare.get(at..).filter(|_| reached.get(at) == Some(&true)) else {
            continue;
        };
        for placeholder in PLACEHOLDERS.iter().filter(|&&p| rest.starts_with(p)) {
            if let Some(end) = reached.get_mut(at + placeholder.len()) {
                *end = true;
            }
        }
    }
    reached.last() == Some(&true)
}

#[cfg(test)]
mod tests {
    use super::says_something;

    #[test]
    fn placeholders_are_not_words() {
        for nothing in [
            "",
            " ",
            "\n\t",
            "-",
            "—",
            "...",
            "n/a",
            "N/A",
            "N.A.",
            "none",
            "None.",
            "as above",
            "As above!",
            "ditto",
            "tbc",
            "xxx",
            "aaaa",
            "?",
            "123",
            "12/05/2024",
            "not stated",
            "\u{200b}",
            "\u{a0}",
            "n / a",
            "“-”",
            "n/a, n/a",
            "None. As above.",
            "- N/A -\n- N/A -",
            "n/a 1",
            "n/a (12/05/2024)",
            "not given 2",
            "1. None 2. None",
            "Declined",
            "See report.",
            "see email 4/3",
            "see attached",
            "As per panel",
            "Same as panel",
            "none given",
            "None stated",
            "No comments made.",
            "No comment made",
            "Unable to contact (x2)",
            "Could not be reached",
            "not reached",
            "not available",
            "Refused.",
            "agree",
            "Agrees",
            "Yes, agreed",
            "[child]",
            "[removed]. n/a [date]",
            "Nil return",
            "No views given",
            "No views given.",
            "No views",
            "None given",
            "No response",
            "No response received",
            "No reply received (x2)",
            "Not applicable at this time",
            "N/A at present",
            "None at the moment",
            "No views to date",
            "Nothing to add",
            "Nothing further to add.",
            "No further comments",
            "Did not respond",
            "None provided",
            "Not yet received",
            "Awaiting reply",
        ] {
            assert!(!says_something(nothing), "{nothing:?}");
        }
        for words in [
            "She is happy.",
            "He comes home and talks now",
            "Mae hi’n hapus",
            "better",
            "None of them asked me.",
            "No.\nNot there.",
            "She is happy there",
            "He is 9 and happy",
            "I agree",
            "I was never asked",
            "We refused the first place they named",
            "No comment was made to us",
            "Not at all",
            "Yes please",
            "He is happy.",
            "Nothing to add to what she said.",
            "Nothing helps",
            "Nothing was given to us",
            "No views were asked for",
            "No response to my letters!",
            "No one listens",
            "Not applicable to him at all",
            "At present he is at home",
            "No school at this time",
            "He did not respond",
            "We are awaiting a place",
            "[child] is happy",
            "[she is]",
        ] {
            assert!(says_something(words), "{words:?}");
        }
    }
}
