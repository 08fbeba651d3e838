//! The findings of this room: what authors can get wrong in writing.
//!
//! One constructor per code, so that a code, its sentence and its remedy stand together. The sections
//! in `docs/findings.md` explain each at length.

use crate::diag::{Code, Diagnostic, codes, nearest};
use crate::source::{FileId, Span, Trouble, TroubleKind};
pub(super) use crate::yaml::findings::{
    BAD_DATE, BAD_ID, BAD_VALUE, EMPTY_TEXT, NESTING, missing_key, unknown_key,
};

codes! {
    DECISION_CIRCLE = "decision-circle",
    DECISION_DEAD_END = "decision-dead-end",
    DECISION_UNREACHED = "decision-unreached",
    DUPLICATE_SHEET = "duplicate-sheet",
    FACT_NOT_LOCAL = "fact-not-local",
    FACT_PERIODS_OVERLAP = "fact-periods-overlap",
    FACT_SYNTAX = "fact-syntax",
    FACT_WITHOUT_VALUES = "fact-without-values",
    FORMULA_CYCLE = "formula-cycle",
    FORMULA_SYNTAX = "formula-syntax",
    FRONT_MATTER = "front-matter",
    HEADING_LEVEL = "heading-level",
    IMAGE_MISSING = "image-missing",
    IMAGE_WITHOUT_ALT = "image-without-alt",
    LAW_SYNTAX = "law-syntax",
    LINK_SCHEME = "link-scheme",
    LOCAL_VALUE_MISSING = "local-value-missing",
    LOCK_CONFLICT = "lock-conflict",
    MISSING_FILE = "missing-file",
    NO_CONTENT = "no-content",
    OUT_OF_BOUNDS = "out-of-bounds",
    OVERLAY_WITHOUT_BASE = "overlay-without-base",
    OVERLAY_WITHOUT_SOURCE = "overlay-without-source",
    PATH_OUTSIDE = "path-outside",
    RAW_HTML = "raw-html",
    TABLE_HEADER = "table-header",
    TERM_NOT_SHOWN = "term-not-shown",
    UNKNOWN_EXAMPLE = "unknown-example",
    UNKNOWN_FACT = "unknown-fact",
    UNKNOWN_FILE = "unknown-file",
    UNKNOWN_LANGUAGE = "unknown-language",
    UNKNOWN_LAW = "unknown-law",
    UNKNOWN_RULE = "unknown-rule",
    UNKNOWN_SITUATION = "unknown-situation",
    UNKNOWN_STEP = "unknown-step",
    UNKNOWN_TERM = "unknown-term",
    UNREADABLE_FILE = "unreadable-file",
    UNSUPPORTED_MARKDOWN = "unsupported-markdown",
}

/// A name that leads to nothing.
pub(super) fn unknown<'a>(
    code: Code,
    span: Span,
    what: &str,
    name: &str,
    known: impl IntoIterator<Item = &'a str>,
) -> Diagnostic {
    let help = match nearest(name, known) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("check the spelling, or add the {what} where {what}s are listed"),
    };
    Diagnostic::error(code, span, format!("there is no {what} `{name}`"), help)
}

/// Trouble that the disk gave.
pub(super) fn trouble(trouble: &Trouble, file: Option<FileId>) -> Diagnostic {
    let help = match &trouble.kind {
        TroubleKind::NotUtf8(_) => "save the file as UTF-8 in your editor",
        TroubleKind::TooLarge { .. } => "split the file, or make the image smaller",
        TroubleKind::LinkOutside => "put a copy of the file here instead of the link",
        TroubleKind::TooManyFiles(_) => "check that the right folder was given",
        TroubleKind::TooDeep(_) => "keep to the folders that docs/authoring.md describes",
        TroubleKind::OddName => "use lower-case letters, digits and hyphens in file names",
        TroubleKind::SameButCase(_) => "rename one of the two: on Windows and macOS they are one file",
        TroubleKind::NotOnWindows => {
            "rename it: letters, digits and hyphens work everywhere, except `con` and the like"
        }
        TroubleKind::LongPath { .. } => "use shorter names, or fewer folders",
        TroubleKind::Changing => "run this again when nothing is being saved in the guide",
        TroubleKind::Unreadable(_) => "check that the file exists and may be read",
    };
    let message = format!("`{}`: {}", trouble.path, trouble.kind);
    Diagnostic::error(UNREADABLE_FILE, file.map(Span::start_of), message, help)
}
