//! The faces that paper is set in: the best that are found, and complete ones always.

use std::sync::Arc;

use typst::foundations::Bytes;
use typst::text::Font;

use crate::locale::Direction;
use crate::source::FontShelf;
use crate::theme::BinderTheme;

/// The family inside the program. It has every letter of the languages of the guide, arrows and marks.
const EMBEDDED: &str = "DejaVu Sans";

/// Faces, and which family sets which direction of text.
#[derive(Debug, Clone)]
pub(super) struct Faces {
    pub(super) fonts: Vec<Font>,
    /// Families in the order in which a letter is looked for, from left to right and from right to left.
    families: [Vec<String>; 2],
    /// What the theme would have liked better, by direction.
    pub(super) missed: [Option<String>; 2],
}

impl Faces {
    /// Looks for the families that the theme prefers, first among its own files, then on the shelf.
    pub(super) fn find(theme: &BinderTheme, shelf: &FontShelf) -> Self {
        let own: Vec<Font> = theme.faces.iter().flat_map(read).collect();
        let mut fonts = Vec::new();
        let mut missed = [None, None];
        let mut chosen: [Option<String>; 2] = [None, None];
        for (i, wanted) in theme.families.iter().enumerate() {
            let suits = |faces: &[Font]| !faces.is_empty() && (i == 0 || !faces.iter().any(takes_letters_apart));
            let found = wanted.iter().find_map(|family| {
                let in_theme: Vec<Font> =
                    own.iter().filter(|f| f.info().family == family.as_str()).cloned().collect();
                let in_theme = Some(in_theme).filter(|faces| suits(faces));
                let on_shelf = || Some(on_shelf(shelf, family)).filter(|faces| suits(faces));
                Some((family.clone(), in_theme.or_else(on_shelf)?))
            });
            match found {
                Some((family, faces)) => {
                    fonts.extend(faces);
                    chosen[i] = Some(family);
                }
                None => missed[i] = wanted.first().cloned(),
            }
        }
        fonts.extend([dejavu::sans::regular(), dejavu::sans::bold()].into_iter().filter_map(embedded));
        let last = Some(EMBEDDED.to_owned());
        let [ltr, rtl] = chosen;
        let families = [vec![ltr.clone(), last.clone()], vec![rtl, ltr, last]];
        let families = families.map(|list| list.into_iter().flatten().collect());
        Faces { fonts, families, missed }
    }

    /// The families for text of a direction, best first. Right to left, Latin names come from the same
    /// family as elsewhere: they are set as texts of their own.
    pub(super) fn families(&self, direction: Direction) -> &[String] {
        match direction {
            Direction::Ltr => &self.families[0],
            Direction::Rtl => &self.families[1],
        }
    }

    /// Whether some face has the character.
    pub(super) fn cover(&self, c: char) -> bool {
        self.fonts.iter().any(|font| font.info().coverage.contains(u32::from(c)))
    }
}

fn read(bytes: &Arc<[u8]>) -> Vec<Font> {
    Font::iter(Bytes::new(Arc::clone(bytes))).collect()
}

fn embedded(bytes: &'static [u8]) -> Option<Font> {
    Font::new(Bytes::new(bytes), 0)
}

fn on_shelf(shelf: &FontShelf, family: &str) -> Vec<Font> {
    let faces = shelf.find(family);
    faces.iter().flat_map(read).filter(|font| font.info().family == family).collect()
}

/// Whether a face writes dotted letters as a base and its dots. It looks the same, but text that is copied,
/// searched or read aloud from the PDF comes back garbled then. Noto's Arabic faces do so since 2022; a face
/// that does draws more glyphs than there are letters.
fn takes_letters_apart(font: &Font) -> bool {
    let Some(face) = rustybuzz::Face::from_slice(font.data(), font.index()) else {
        return true;
    };
    let word = "\u{628}\u{64a}\u{62a}\u{634}";
    let mut buffer = rustybuzz::UnicodeBuffer::new();
    buffer.push_str(word);
    rustybuzz::shape(&face, &[], buffer).len() > word.chars().count()
}
