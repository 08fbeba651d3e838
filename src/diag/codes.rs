//! Declaring the codes of a room.

/// Declares the codes of a room as constants, and `CODES`, the list of them all.
macro_rules! codes {
    ($($name:ident = $code:literal),+ $(,)?) => {
        $(pub(crate) const $name: Code = $code;)+
        /// All codes of this room.
        pub(crate) const CODES: &[Code] = &[$($code),+];
    };
}

pub(crate) use codes;
