//! A tree as one file.

use std::io::{self, Cursor, Write};

use jiff::civil::Date;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::OutputTree;

/// Packs a tree as a zip file, all of it inside one folder. Its bytes follow from the tree, the folder and the date
/// alone: every file in it carries that date.
///
/// # Errors
/// When there are more bytes than a zip file can hold.
pub fn zipped(tree: &OutputTree, folder: &str, date: Date) -> io::Result<Vec<u8>> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(9))
        .last_modified_time(stamp(date))
        .unix_permissions(0o644);
    for (path, bytes) in tree.iter() {
        archive.start_file(format!("{folder}/{path}"), options)?;
        archive.write_all(bytes)?;
    }
    Ok(archive.finish()?.into_inner())
}

/// A day as a zip file has it: from 1980 to 2107. Other days become the first of these.
fn stamp(date: Date) -> DateTime {
    let year = u16::try_from(date.year()).unwrap_or_default();
    let (month, day) = (date.month().unsigned_abs(), date.day().unsigned_abs());
    DateTime::from_date_and_time(year, month, day, 0, 0, 0).unwrap_or_default()
}
