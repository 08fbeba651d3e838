//! Byte offsets to lines and columns, for display only.

/// A place as people count it: both from 1, the column in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct LineColumn {
    /// Line, from 1.
    pub line: usize,
    /// Column in Unicode scalar values, from 1.
    pub column: usize,
}

/// The line starts of one text. LF and CRLF both end a line.
#[derive(Debug, Clone)]
pub struct Lines<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    /// Finds the line starts of `text`.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        let ends = text.bytes().enumerate().filter(|(_, b)| *b == b'\n');
        let starts = std::iter::once(0).chain(ends.map(|(i, _)| i + 1)).collect();
        Lines { text, starts }
    }

    /// Line and column of a byte offset; an offset past the end, or inside a character, is moved back.
    #[must_use]
    pub fn at(&self, offset: usize) -> LineColumn {
        let mut offset = offset.min(self.text.len());
        while !self.text.is_char_boundary(offset) {
            offset -= 1;
        }
        let line = self.starts.partition_point(|start| *start <= offset) - 1;
        let column = self.text[self.starts[line]..offset].chars().count() + 1;
        LineColumn { line: line + 1, column }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_not_bytes() {
        let lines = Lines::new("een\r\nسيارة twee\n");
        assert_eq!(lines.at(0), LineColumn { line: 1, column: 1 });
        assert_eq!(lines.at(5), LineColumn { line: 2, column: 1 });
        assert_eq!(lines.at(5 + "سيارة ".len()), LineColumn { line: 2, column: 7 });
        assert_eq!(lines.at(6), LineColumn { line: 2, column: 1 }, "inside a character");
        assert_eq!(lines.at(999), LineColumn { line: 3, column: 1 });
    }
}
