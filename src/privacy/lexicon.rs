//! What single words mean to the detectors, looked up once for each word of a text.
//!
//! The lists are the program's own. First names are those that many people in England have, of
//! children and of adults, without those that are words, months or places too ("Will", "May",
//! "Chelsea"): a list that warned of these would not be read.

use std::collections::HashMap;
use std::sync::LazyLock;

/// What a word can be. Several at once: "nurse" is a role and a title.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Marks(u16);

impl Marks {
    /// Nothing known.
    pub const NONE: Self = Self(0);
    /// A title before a name.
    pub const TITLE: Self = Self(1);
    /// The child that a text is about.
    pub const CHILD: Self = Self(1 << 1);
    /// A parent or carer.
    pub const PARENT: Self = Self(1 << 2);
    /// Somebody else by role.
    pub const ANOTHER: Self = Self(1 << 3);
    /// What people have that no setting has: "Tobin’s mum".
    pub const OF_A_PERSON: Self = Self(1 << 4);
    /// What people often have: "Tobin’s place".
    pub const OFTEN_OF_A_PERSON: Self = Self(1 << 12);
    /// What is said of people: "says", "loves".
    pub const OF_PEOPLE: Self = Self(1 << 5);
    /// What is often said of people.
    pub const OFTEN_OF_PEOPLE: Self = Self(1 << 11);
    /// A first name.
    pub const FIRST_NAME: Self = Self(1 << 6);
    /// Begins with a capital and is no name.
    pub const COMMON: Self = Self(1 << 7);
    /// A word within a name: "van", "de".
    pub const PARTICLE: Self = Self(1 << 8);
    /// A kind of road.
    pub const STREET: Self = Self(1 << 9);
    /// A kind of school.
    pub const SCHOOL: Self = Self(1 << 10);
    /// A person by role.
    pub const PERSON: Self = Self(1 << 1 | 1 << 2 | 1 << 3);

    /// Whether it is any of these.
    pub const fn is(self, any: Self) -> bool {
        self.0 & any.0 != 0
    }
}

/// Longer words are in no list.
const LONGEST: usize = 20;

/// What a word is, in whatever case.
pub(super) fn marks(word: &str) -> Marks {
    let mut small = [0; LONGEST];
    let Some(small) = small.get_mut(..word.len()) else {
        return Marks::NONE;
    };
    small.copy_from_slice(word.as_bytes());
    small.make_ascii_lowercase();
    let known = |word| LEXICON.get(word).copied().unwrap_or_default();
    std::str::from_utf8(small).map_or(Marks::NONE, known)
}

static LEXICON: LazyLock<HashMap<&'static str, Marks>> = LazyLock::new(|| {
    let mut all: HashMap<&str, Marks> = HashMap::new();
    for (words, mark) in LISTS {
        for word in words.split_ascii_whitespace() {
            all.entry(word).or_default().0 |= mark.0;
        }
    }
    all
});

const LISTS: &[(&str, Marks)] = &[
    (TITLES, Marks::TITLE),
    (CHILD, Marks::CHILD),
    (PARENT, Marks::PARENT),
    (ANOTHER, Marks::ANOTHER),
    (OF_A_PERSON, Marks::OF_A_PERSON),
    (OFTEN_OF_A_PERSON, Marks::OFTEN_OF_A_PERSON),
    (OF_PEOPLE, Marks::OF_PEOPLE),
    (OFTEN_OF_PEOPLE, Marks::OFTEN_OF_PEOPLE),
    (super::first_names::FIRST_NAMES, Marks::FIRST_NAME),
    (COMMON, Marks::COMMON),
    (PARTICLES, Marks::PARTICLE),
    (STREETS, Marks::STREET),
    (SCHOOLS, Marks::SCHOOL),
];

const TITLES: &str = "\
    mr mrs miss ms mx dr prof professor sir dame rev revd reverend nurse cllr councillor judge";

const CHILD: &str = "\
    son daughter child boy girl grandson granddaughter stepson stepdaughter boys girls pupil student learner man woman person teenager toddler infant \
    youngster baby";

const PARENT: &str = "\
    mum mummy mother mam dad daddy father parent parents carer carers stepmum stepdad stepmother \
    stepfather guardian nan nana nanny gran granny grandma grandmother grandad grandfather \
    grandparent grandparents husband wife partner";

const ANOTHER: &str = "\
    brother sister sibling twin brothers sisters siblings twins cousin friend aunt auntie uncle niece nephew neighbour teacher \
    headteacher head senco sendco tutor assistant ta lsa hlta mentor worker keyworker psychologist \
    ep therapist salt ot nurse doctor paediatrician consultant gp officer governor councillor \
    driver escort caseworker interpreter solicitor advocate physiotherapist physio visitor \
    counsellor coordinator classmate psychiatrist manager supervisor instructor";

const OF_A_PERSON: &str = "\
    mum mummy mother mam dad daddy father parent parents carer carers foster guardian guardians \
    nan nana gran granny grandma grandmother grandad grandfather grandparents stepmum stepdad \
    stepmother stepfather brother brothers sister sisters twin sibling siblings family aunt uncle \
    cousin teacher teachers senco ta lsa keyworker tutor social ehcp needs views behaviour \
    diagnosis birthday voice anxiety speech bedroom wheelchair friend friends adoptive birth older \
    younger big little";

const OF_PEOPLE: &str = "\
    says said told tells loves likes enjoys hates struggles attends wants feels cries laughs talks \
    speaks thinks lives smiles understands communicates presents masks giggles screams shouts \
    adores remembers hopes wishes believes worries";

const OFTEN_OF_PEOPLE: &str = "\
    asked refuses sleeps runs ran hit bites plays sits walks moved started finds found wakes misses \
    wears eats uses became joined learns copes shares needs has is was went came left gets goes would could can will should might did does had uses tries tried seems gave knows";

/// What people have in the middle of a sentence; at its start too much else has it.
const OFTEN_OF_A_PERSON: &str = "\
    profile portrait passport one plan placement place transition progress attendance medication \
    sleep mood confidence education learning health life future class bus taxi school reading \
    writing communication strengths wishes room package hours day annual autism adhd epilepsy";

const PARTICLES: &str = "van von der den de del della di da dos la le el al bin bint ibn ter ten";

const STREETS: &str = "\
    street road avenue lane close drive crescent terrace grove way court gardens mews square \
    place view row walk park hill green rise croft";

const SCHOOLS: &str = "\
    school schools academy academies college nursery primary secondary infants infant juniors \
    junior grammar montessori pru utc preschool kindergarten high community catholic";

/// Words that begin with a capital, at the start of a sentence or anywhere, and are no name.
const COMMON: &str = "\
    a about above after again against all almost along already also although always am among an \
    and another any anybody anyone anything are around as ask at away back be because been before \
    behind being below beside besides best better between beyond big both but by call came can \
    cannot case cases cause clearly come could currently day days despite did do does doing done \
    down during each earlier early either else enough even every everybody everyone everything \
    everywhere except far few finally first five following for found four from full further gave \
    get give given go going good got great had half hardly has have having he hello help her here \
    hers herself hi him himself his history home hour hours how however i if in indeed inside \
    instead into is it its itself just keep knowing last later least less let lets like likely \
    little long lots made mainly make many may maybe me mine minutes month months more moreover \
    morning mornings most mostly much must my myself near nearly never new next night nights no \
    nobody none nor normally not note nothing now of off often oh ok on once one only or other \
    others otherwise our ours out outside over own per perhaps please point previously question \
    rather really recent recently same saw see seen several she should since six so some somebody \
    someone something sometimes soon still such take taken ten than thank thanks that the their \
    theirs them then there therefore these they thing things think this those though three through \
    throughout thus till time times to today together told tomorrow tonight too total towards two \
    under unfortunately unless until up us use used usually very via was we well were what \
    whatever when whenever where whether which while who whole whom whose why will with within \
    without won would yes yesterday yet you young your yours \
    \
    access account action adult adults advice age aged agency ambulance annual answer appeal \
    appendix applied approach area areas aspirations assembly assessed assessment attempt \
    attendance attended aunt auntie authority baby background band behaviour behavioural birth \
    board book books boy boys break brother business bus captain care career carer carers centre \
    chair change charity child childhood children children’s class classroom club clinic clinical \
    code coffee cognition comment comments commissioner committee communication community concern \
    concerns condition conditions confidence consent consultant consultation contact contract \
    coordinator cost costs council councillor councils county couple court cousin current dad \
    daddy date dates daughter decision deputy description design detail details development \
    diagnosis dinner director disability disabled discussion district doctor document documents \
    draft driver duty education educational elective element emergency emotional employment \
    england english equipment escort evidence exam exclusion exercise expert extra family families \
    father feedback female figure file finance form forum foster foundation friend friends fund \
    funding further general girl girls gov governor government graduated gran grandad grandfather \
    grandma grandmother grandparents granny group guardian guidance head headteacher health hearing \
    hospital house housing husband idea ideal impact inclusion inclusive income independent index \
    infant information initial input inspection inspector institute instructor intake interim \
    intervention interview invoice key ladies lady language lead leader learning lesson letter \
    level lexia life line list literacy local lord lunch male man management manager maths mayor \
    meal medical medication meeting member members mental mentor men minister mobility money mother \
    mum mummy nan nana nanny national needs nhs night north note notes nurse object occupational \
    office officer ofsted online option orders organisation outcome outcomes outreach overall page \
    paper papers parent parental parents partner partnership party pastoral pathway pathways \
    payment people period person personal persons phase phone physical physio physiotherapist \
    physiotherapy place placement plan planning plans playground police policy portage portrait \
    post practice practitioner preparation present principal priority private process professional \
    professionals profile programme progress project proposal proposed provider provision \
    psychiatrist psychologist psychology public pupil pupils qualified quality range rating reason \
    recommendation record records reference referral region regional register relationship report \
    reports request required requirement resource resourced resources respite response restraint \
    result results return review reviews risk role room route rule sample school’s science score \
    section self seminar senco sendco senior sensory service services session sessions setting \
    settings shadow sibling sister site skill skills social society solicitor son source south \
    special specialist speech spending sports staff stage standard statement statutory step story \
    strategies strategy strength strengths structure student students subject suitability summary \
    summer supervisor support survey swimming system table target targets task teacher teachers \
    teaching team teams technology telephone term test tests therapeutic therapist therapists \
    therapy thread timetable title toileting topic track training transfer transition transport \
    travel treatment tribunal trust tuition tutor twin twins type uncle unit university update user \
    vision visit visitor visual visuals voice voluntary volunteer waiting wales ward week weekend \
    weekly weeks west wife woman women word words work worker workers working workshop world year \
    years youth zone zones \
    \
    monday tuesday wednesday thursday friday saturday sunday january february march april june \
    july august september october november december spring autumn winter christmas easter eid \
    ramadan diwali halloween covid lockdown term \
    \
    academy art autism autistic asperger asthma anxiety algebra arabic attention bengali biology \
    braille british chemistry chinese christian computing craft dance deaf down downs drama dutch \
    dyslexia dyspraxia english epilepsy european federation football forest french gaelic geography \
    german global greek gujarati gymnastics hindi hindu history irish islam italian jewish judo \
    kurdish lego literacy makaton maths muslim music nursery numeracy numicon panjabi pashto \
    persian phonics physics polish portuguese primary punjabi reading reception religious roma \
    romanian romany russian scottish scouts beavers brownies cubs guides rainbows scout secondary \
    shetland signalong sikh social somali spanish spelling swahili syndrome tamil traveller turkish \
    ukrainian urdu vietnamese welsh writing \
    \
    alexa amazon android apple barnardo barnardos birmingham bristol cambridge crown disney elsa \
    facebook fragile google hampshire harrow instagram ipad iphone kent lancashire leeds leicester \
    lincolnshire liverpool london manchester microsoft minecraft netflix newcastle newton \
    nintendo norfolk nottingham oxford peppa playstation pokemon proloquo roblox sheffield sky \
    snapchat sure surrey sussex thrive tiktok tourette tourettes treehouse whatsapp xbox yorkshire \
    youtube zoom \
    \
    bean claus maker martens men potato seuss tumble whippy who";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_in_any_case() {
        assert!(marks("Mrs").is(Marks::TITLE));
        assert!(marks("NURSE").is(Marks::TITLE) && marks("nurse").is(Marks::ANOTHER));
        assert!(marks("Olivia").is(Marks::FIRST_NAME));
        for unknown in [
            "",
            "Zoltán",
            "Quillmere",
            "Donaudampfschifffahrtsgesellschaft",
        ] {
            assert_eq!(marks(unknown), Marks::NONE, "{unknown}");
        }
    }

    #[test]
    fn no_first_name_is_a_common_word() {
        let both = |word: &&str| marks(word).is(Marks::COMMON);
        let names = super::super::first_names::FIRST_NAMES.split_ascii_whitespace();
        assert_eq!(names.filter(both).collect::<Vec<_>>(), [""; 0]);
    }
}
