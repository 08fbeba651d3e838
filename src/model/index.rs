//! Indices and per-language values.

use std::fmt;
use std::marker::PhantomData;

/// Position of a `T` in its list in the [`Library`](super::Library).
pub struct Ix<T> {
    position: u32,
    of: PhantomData<fn() -> T>,
}

impl<T> Ix<T> {
    /// The index of a position.
    #[must_use]
    pub fn new(position: usize) -> Self {
        Ix { position: u32::try_from(position).unwrap_or(u32::MAX), of: PhantomData }
    }

    /// The position.
    #[must_use]
    pub fn get(self) -> usize {
        self.position as usize
    }
}

// Derived impls would ask `T` for the same traits, which an index does not need.
impl<T> Clone for Ix<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Ix<T> {}
impl<T> PartialEq for Ix<T> {
    fn eq(&self, other: &Self) -> bool {
        self.position == other.position
    }
}
impl<T> Eq for Ix<T> {}
impl<T> PartialOrd for Ix<T> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl<T> Ord for Ix<T> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.position.cmp(&other.position)
    }
}
impl<T> fmt::Debug for Ix<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{}", self.position)
    }
}

/// The languages of a guide, as BCP 47 tags in the order of `site.yaml`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Languages {
    tags: Vec<String>,
    source: usize,
}

impl Languages {
    /// Languages of which the one at `source` is the one texts are written in first.
    #[must_use]
    pub fn new(tags: Vec<String>, source: usize) -> Self {
        Languages { tags, source }
    }

    /// The tags, in order.
    pub fn iter(&self) -> impl Iterator<Item = (usize, &str)> {
        self.tags.iter().map(String::as_str).enumerate()
    }

    /// The tag of a language.
    #[must_use]
    pub fn tag(&self, language: usize) -> &str {
        &self.tags[language]
    }

    /// The language with this tag.
    #[must_use]
    pub fn find(&self, tag: &str) -> Option<usize> {
        self.tags.iter().position(|t| t == tag)
    }

    /// The source language.
    #[must_use]
    pub fn source(&self) -> usize {
        self.source
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.tags.len()
    }

    /// Never true: a guide has at least its source language.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.tags.is_empty()
    }
}

/// A value for each language that has one.
#[derive(Debug, Clone, PartialEq)]
pub struct PerLanguage<T>(Vec<Option<T>>);

impl<T> Default for PerLanguage<T> {
    fn default() -> Self {
        PerLanguage(Vec::new())
    }
}

impl<T> PerLanguage<T> {
    /// No value yet in any language.
    #[must_use]
    pub fn none() -> Self {
        Self::default()
    }

    /// Sets the value of one language.
    pub fn set(&mut self, language: usize, value: T) {
        if self.0.len() <= language {
            self.0.resize_with(language + 1, || None);
        }
        self.0[language] = Some(value);
    }

    /// The value in this language.
    #[must_use]
    pub fn get(&self, language: usize) -> Option<&T> {
        self.0.get(language).and_then(Option::as_ref)
    }

    /// The value in this language, for changing.
    pub fn get_mut(&mut self, language: usize) -> Option<&mut T> {
        self.0.get_mut(language).and_then(Option::as_mut)
    }

    /// The values there are, with their languages.
    pub fn iter(&self) -> impl Iterator<Item = (usize, &T)> {
        self.0.iter().enumerate().filter_map(|(i, v)| Some((i, v.as_ref()?)))
    }

    /// The values there are, with their languages, for changing.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = (usize, &mut T)> {
        self.0.iter_mut().enumerate().filter_map(|(i, v)| Some((i, v.as_mut()?)))
    }

    /// Whether no language has a value.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(Option::is_none)
    }
}
