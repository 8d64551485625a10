//! Counts, lists and places in words.

use crate::review::case::Case;
use crate::review::setup::Setup;
use crate::review::text::ProvisionCode;

/// The name of a provision for this case, with "where they are" if the child is there now.
pub fn place(setup: &Setup, case: &Case, code: &ProvisionCode) -> String {
    let name = setup.provision_name(code);
    if *code == case.file.current_provision {
        format!("{name} (where they are)")
    } else {
        name.to_owned()
    }
}

/// "1 case file", "28 case files".
pub fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// At most three names, and how many more: "C01", "C01 and C02", "C01, C02, C03 and 4 more".
pub fn a_few<T: ToString>(names: &[T]) -> String {
    /// As many as a line in a narrow column can bear.
    const SHOWN: usize = 3;
    let mut shown: Vec<String> = names.iter().take(SHOWN).map(T::to_string).collect();
    let last = if names.len() > SHOWN {
        Some(format!("{} more", names.len() - SHOWN))
    } else {
        shown.pop()
    };
    match (shown.is_empty(), last) {
        (_, None) => String::new(),
        (true, Some(last)) => last,
        (false, Some(last)) => format!("{} and {last}", shown.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_is_not_many() {
        assert_eq!(count(1, "row", "rows"), "1 row");
        assert_eq!(count(0, "row", "rows"), "0 rows");
    }

    #[test]
    fn three_names_at_most() {
        assert_eq!(a_few::<&str>(&[]), "");
        assert_eq!(a_few(&["A"]), "A");
        assert_eq!(a_few(&["A", "B"]), "A and B");
        assert_eq!(a_few(&["A", "B", "C"]), "A, B and C");
        assert_eq!(a_few(&["A", "B", "C", "D", "E"]), "A, B, C and 2 more");
    }
}
