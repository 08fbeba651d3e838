//! What can go wrong while reading files.

use super::lines::LineColumn;

/// Why a file could not be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TroubleKind {
    /// Not UTF-8; the place of the first wrong byte.
    #[error("not UTF-8 text: the byte at line {}, column {} does not belong to any character", .0.line, .0.column)]
    NotUtf8(LineColumn),
    /// Larger than the limit, both in bytes.
    #[error("the file has {size} bytes; at most {limit} are read")]
    TooLarge {
        /// Size found.
        size: u64,
        /// Size allowed.
        limit: u64,
    },
    /// A symbolic link that leads out of the project folder, or to nothing.
    #[error("a symbolic link that leads out of the project folder or to nothing")]
    LinkOutside,
    /// The folder holds more files than allowed; the rest is not read.
    #[error("more than {0} files; the rest was not read")]
    TooManyFiles(usize),
    /// Folders inside folders beyond the limit.
    #[error("folders nested more than {0} deep")]
    TooDeep(usize),
    /// A path that is not text in UTF-8.
    #[error("the file name is not text in UTF-8")]
    OddName,
    /// Two paths that differ in upper and lower case only: one of them would vanish on Windows and macOS.
    #[error("differs from `{0}` only in upper and lower case")]
    SameButCase(String),
    /// A name that Windows cannot have.
    #[error("Windows cannot have a file or folder of this name")]
    NotOnWindows,
    /// A path that is too long for Windows, in letters.
    #[error("the path has {letters} letters; at most {limit} work everywhere")]
    LongPath {
        /// Letters found.
        letters: usize,
        /// Letters allowed.
        limit: usize,
    },
    /// Somebody wrote to the file again and again, or took it away.
    #[error("it was changed or taken away while the guide was being read")]
    Changing,
    /// The operating system refused.
    #[error("could not be read: {0}")]
    Unreadable(String),
}

/// One problem with one file. The file is in the tree, marked as unusable, unless its name was the problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble {
    /// Path below the project folder.
    pub path: String,
    /// What is wrong.
    pub kind: TroubleKind,
}
