//! Who could be known without a name.

use super::*;
use crate::review::case_file::CaseFile;
use crate::review::text::Text;
use crate::review::units::Caseload;

fn setup(caseload: f64) -> Setup {
    let mut setup = Setup::new(
        Text::cut("Spring"),
        Text::cut("Hillshire"),
        "2024-25".parse().unwrap(),
    );
    for row in &mut setup.provisions {
        row.caseload = Caseload::new(caseload).unwrap();
    }
    setup
}

fn case(id: &str, need: &str, phase: &str, provision: &str) -> Case {
    let code = ProvisionCode::new(provision).unwrap();
    let mut file = CaseFile::new(CaseId::new(id).unwrap(), code);
    file.primary_need = Text::cut(need);
    file.phase = Text::cut(phase);
    Case::new(file)
}

fn told(setup: &Setup, cases: &[Case]) -> Vec<String> {
    let ids = rare(setup, cases).into_iter().map(|rare| match rare.who {
        Who::Provision(code) => code.to_string(),
        Who::Case(id) => id.to_string(),
    });
    ids.collect()
}

#[test]
fn needs_however_they_are_written() {
    use RareNeed::{Hearing, MultiSensory, Physical, Profound, Vision};
    for (text, need) in [
        ("VI", Vision),
        ("vi", Vision),
        ("Visual impairment", Vision),
        ("vision impairment (VI)", Vision),
        ("Severe sight loss", Vision),
        ("registered blind", Vision),
        ("Partially sighted", Vision),
        ("HI", Hearing),
        ("Hearing impairment (deaf)", Hearing),
        ("hearing-impaired", Hearing),
        ("Profoundly deaf", Hearing),
        ("MSI", MultiSensory),
        ("Multi-sensory impairment", MultiSensory),
        ("deafblind", MultiSensory),
        ("Hearing and visual impairment", MultiSensory),
        ("PMLD", Profound),
        ("Profound and multiple learning difficulties", Profound),
        ("PD", Physical),
        ("Physical disability", Physical),
        ("physical difficulties", Physical),
        ("Cerebral palsy", Physical),
    ] {
        assert_eq!(RareNeed::in_words(text), Some(need), "{text}");
    }
    for text in [
        "",
        "Autism",
        "SEMH",
        "Sensory processing",
        "Multiple needs",
        "Moderate learning difficulties",
        "Stage vi of the plan",
        "Physical education",
        "Social, emotional and mental health",
        "Down syndrome",
        "Speech, language and communication needs",
        "hiking",
    ] {
        assert_eq!(RareNeed::in_words(text), None, "{text}");
    }
}

#[test]
fn a_child_who_is_alone_with_what_is_rare() {
    let setup = setup(800.0);
    let cases = [
        case("C01", "VI", "Secondary", "Mainstream"),
        case("C02", "Autism", "Secondary", "Mainstream"),
        case("C03", "Autism", "Primary", "IndependentSpecialResidential"),
        case("C04", "PMLD", "Primary", "StateSpecial"),
        case("C05", "Profound and multiple", "primary ", "StateSpecial"),
        case("C06", "", "", "SenSupport"),
    ];
    assert_eq!(told(&setup, &cases), ["C01", "C03"]);
    let all = rare(&setup, &cases);
    assert_eq!(
        all[0].why,
        "the only case with this need, phase and provision (VI, Secondary, Mainstream school or \
         academy), and only 8 of 1,000 plans in England have a visual impairment as their primary \
         need"
    );
    assert!(all[0].advice.contains("age band"));
    assert!(all[1].why.contains("residential place"));
}

#[test]
fn few_children_in_a_provision() {
    for (caseload, provisions, cases) in [
        (0.0, 0, 0),
        (1.0, 9, 1),
        (4.0, 9, 1),
        (4.5, 9, 1),
        (5.0, 0, 1),
        (29.0, 0, 1),
        (30.0, 0, 0),
    ] {
        let setup = setup(caseload);
        let all = rare(&setup, &[case("C01", "Autism", "Primary", "Mainstream")]);
        let of = |provision: bool| {
            let is = |one: &&Rare| matches!(one.who, Who::Provision(_)) == provision;
            all.iter().filter(is).count()
        };
        assert_eq!((of(true), of(false)), (provisions, cases), "{caseload}");
    }
    let why = &rare(&setup(1.0), [])[0].why;
    assert!(why.ends_with("has only 1 child of the council"), "{why}");
}

#[test]
fn a_case_of_a_provision_that_the_table_lacks() {
    let cases = [case("C01", "Autism", "Primary", "Gone")];
    assert_eq!(told(&setup(800.0), &cases), [""; 0]);
}

#[test]
fn what_is_residential() {
    for name in ["Independent, residential", "Boarding school"] {
        assert!(is_residential(name), "{name}");
    }
    for name in ["Day school", "Non-residential special school"] {
        assert!(!is_residential(name), "{name}");
    }
}
