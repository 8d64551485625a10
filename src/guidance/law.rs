//! What the notes on the law say (domain.md 6.2): facts with their source, beside a finding that
//! touches them. What to decide is the panel's, and no note speaks of it.

use crate::review::law::LawNote;

/// A note on the law in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Law {
    /// What it is about, in a line.
    pub title: &'static str,
    /// The note: at most 60 words.
    pub says: &'static str,
    /// Where that stands.
    pub sources: &'static [LawSource],
}

/// Where a note on the law is known from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LawSource {
    /// Act and section, or judgment.
    pub name: &'static str,
    /// Where it can be read; empty where no address is known.
    pub at: &'static str,
}

/// What a note says.
pub const fn law(note: LawNote) -> &'static Law {
    match note {
        LawNote::MainstreamAgainstWish => &MAINSTREAM,
        LawNote::LessForResource => &RESOURCE,
    }
}

static MAINSTREAM: Law = Law {
    title: "Mainstream and the wish of the parent or young person",
    says: "Under section 33 a plan names mainstream unless that is incompatible with the wishes of the child’s parent or the young person, or with the efficient education of others where no reasonable step can prevent it. It does not itself let a council impose mainstream against those wishes. Section 39 gives the grounds for refusing a requested school.",
    sources: &[
        LawSource {
            name: "Children and Families Act 2014, section 33: explanatory notes",
            at: "https://legislation.gov.uk/ukpga/2014/6/notes/division/4/3/9/1/data.xht",
        },
        LawSource {
            name: "Section 33 as quoted in [2025] UKUT 226 (AAC)",
            at: "https://juristeca.com/uk/upper-tribunal-administrative-appeals-chamber/sentencias/2025/7/2025-ukut-226-aac/section-33-cfa-2014",
        },
        LawSource {
            name: "Children and Families Act 2014, section 39: ME v London Borough of Southwark [2017] UKUT 73 (AAC)",
            at: "https://www.ipsea.org.uk/me-v-london-borough-of-southwark-2017-ukut-73-aac",
        },
    ],
};

static RESOURCE: Law = Law {
    title: "What a plan specifies, and resources",
    says: "Under section 42 the council must secure the special educational provision that a plan specifies, regardless of resources: “no ifs, no buts”.",
    sources: &[
        LawSource {
            name: "Children and Families Act 2014, section 42",
            at: "https://www.legislation.gov.uk/ukpga/2014/6/section/42",
        },
        LawSource {
            name: "“No ifs, no buts”: on the duty to deliver what a plan specifies",
            at: "http://specialeducationalneedsbarrister.co.uk/judicial-review/on-the-murder-mile/",
        },
    ],
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_is_short_and_has_its_section() {
        for note in LawNote::ALL {
            let Law { title, says, .. } = law(note);
            let words = says.split_whitespace().count();
            assert!((20..=60).contains(&words), "{title}: {words} words");
            assert!(says.ends_with('.') && says.contains("section "), "{says}");
            assert!(title.len() < 60 && !title.ends_with('.'), "{title}");
        }
    }

    #[test]
    fn a_note_says_what_is_so_and_not_what_to_do() {
        for note in LawNote::ALL {
            let said = law(note).says.to_lowercase();
            for advice in [
                "should",
                "the panel",
                "you ",
                "please",
                "consider",
                "ought",
                "£",
            ] {
                assert!(!said.contains(advice), "“{advice}” in: {said}");
            }
        }
    }

    #[test]
    fn every_source_is_named_and_the_sections_can_be_read() {
        for note in LawNote::ALL {
            let sources = law(note).sources;
            assert!(
                sources[0]
                    .name
                    .starts_with("Children and Families Act 2014, section")
            );
            for source in sources {
                assert!(!source.name.is_empty());
                let read = source.at.starts_with("http");
                assert!(read || source.at.is_empty(), "{}", source.at);
            }
            assert!(sources[0].at.contains("legislation.gov.uk/ukpga/2014/6/"));
        }
    }
}
