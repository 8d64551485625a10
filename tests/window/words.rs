//! The words of the screen that several tests use, in one place.

// The start screen.
pub const SAMPLE: &str = "Open First steps";
pub const OPEN: &str = "Open a review…";
pub const NEW: &str = "New review";
pub const TITLE: &str = "Title";
pub const COUNCIL: &str = "Council";
pub const KEEPS_IN: &str = "Keeps itself in";
pub const BEGIN: &str = "Begin the review";

// The bar on top.
pub const PREPARE: &str = "Prepare";
pub const REVIEW: &str = "Review";
pub const HISTORY: &str = "History";
pub const PUT_AWAY: &str = "Put away";

// The parts of Prepare.
pub const ABOUT: &str = "The review";
pub const DEFINITION: &str = "What “ideal” means";
pub const CHOSEN: &str = "How the cases were chosen";
pub const PANEL: &str = "The panel";
pub const PROVISIONS: &str = "Provisions";
pub const BASELINE: &str = "Baseline";
pub const CASE_FILES: &str = "Case files";
pub const THE_FILE: &str = "The file";
pub const PARTS: [&str; 9] = [
    ABOUT,
    PANEL,
    DEFINITION,
    CHOSEN,
    PROVISIONS,
    BASELINE,
    CASE_FILES,
    PARENTS_AFTERWARDS,
    THE_FILE,
];
pub const IDEAL_AGREED: &str = "“Ideal”, as this panel agrees it";
pub const AGREE: &str = "Agree these words";
pub const TODAY: &str = "Today, 21 November 2026";
pub const TYPE_A_CASE: &str = "Type a case file";
pub const IMPORT: &str = "Import a spreadsheet…";
pub const WHERE_NOW: &str = "Where the child is now";
pub const BEGIN_CASE: &str = "Begin the case file";
pub const PARENTS_FIRST: &str = "Parents first";
pub const PARENTS_AFTERWARDS: &str = "Parents afterwards";
pub const ANONYMOUS: &str = "Anonymous?";
pub const DO_NOT_IMPORT: &str = "Do not import";
pub const LIVE: &str = "Show money live";
pub const LOCK: &str = "Lock money until it is revealed";
pub const REVEAL: &str = "Reveal money for all cases";

// The review screen.
pub const READ: &str = "1  Read";
pub const RATE: &str = "2  Rate";
pub const JUDGE: &str = "3  Judge";
pub const CHECK: &str = "4  Check";
pub const RECORD: &str = "Record judgement";
pub const FIND: &str = "Find a case";
pub const NEXT: &str = "Next case";
pub const MORE: &str = "Case: what else can be done";
pub const PANEL_SETTING: &str = "The panel. Is the setting ideal?";
pub const PANEL_SUPPORT: &str = "The panel. Is the support ideal?";
pub const PANEL_TIME: &str = "The panel. Did it come in time?";
pub const PANEL_IDEAL: &str = "Where would the ideal be?";
pub const REASONING: &str = "Why the panel thinks so";
pub const PARENT_SETTING: &str = "The parent. Is the setting ideal?";
pub const PARENT_SUPPORT: &str = "The parent. Is the support ideal?";
pub const PARENT_TIME: &str = "The parent. Did it come in time?";
pub const PARENT_IDEAL: &str = "What does the parent see as ideal?";
pub const WHO_SPOKE: &str = "Who spoke";
pub const HOW_HEARD: &str = "How heard";
pub const WHEN: &str = "When";
pub const PARENT_WORDS: &str = "In the parent’s own words";
pub const ADD_ATTEMPT: &str = "+ attempt";
pub const ATTEMPT_WHEN: &str = "When, attempt 2";
pub const ATTEMPT_HOW: &str = "How, attempt 2";
pub const ATTEMPT_BY: &str = "Role of who asked, attempt 2";
pub const ADD_SUPPORT: &str = "+ support";

// Answers and kinds of provision.
pub const IDEAL: &str = "ideal";
pub const NOT_IDEAL: &str = "not ideal";
pub const MAINSTREAM: &str = "Mainstream school or academy";
pub const RESOURCED: &str = "Resourced provision or SEN unit";
pub const STATE_SPECIAL: &str = "Maintained special school or academy";

// How a case stands.
pub const READY: &str = "ready to record";
pub const RECORDED: &str = "recorded";
pub const WAITS: &str = "waits for a parent";

/// What the line about a draft begins with.
pub const IF_RECORDED: &str = "If recorded";
/// The scenario that shows what the panel alone would mean.
pub const PANEL_BAR: &str = "Panel";
