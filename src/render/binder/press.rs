//! From a document's data to a PDF.

use std::sync::Arc;

use jiff::civil::Date;
use lopdf::SaveOptions;
use typst::WorldExt;
use typst::diag::SourceDiagnostic;
use typst::foundations::{Datetime, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use super::document::Document;
use super::engine::{Engine, Job};
use super::findings;
use crate::diag::Diagnostic;
use crate::source::Span;

/// A PDF.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printed {
    /// The file.
    pub bytes: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
}

/// Sets a document. `name` identifies it and stays the same from one version to the next.
pub(super) fn print(engine: &Arc<Engine>, document: &Document, name: &str) -> Result<Printed, Vec<Diagnostic>> {
    let job = Job::new(engine, &document.files).ok_or_else(|| vec![findings::no_main()])?;
    let compiled = typst::compile::<PagedDocument>(&job);
    let say = |faults: &[SourceDiagnostic]| {
        faults.iter().map(|fault| finding(&job, fault, name)).collect::<Vec<Diagnostic>>()
    };
    // A warning is a fault of a template too, such as a font family that is not there.
    if !compiled.warnings.is_empty() {
        return Err(say(&compiled.warnings));
    }
    let laid_out = compiled.output.map_err(|faults| say(&faults))?;
    let standards = PdfStandards::new(&[PdfStandard::Ua_1, PdfStandard::A_2a]).expect("both are PDF 1.7");
    let options = PdfOptions {
        ident: Smart::Custom(name.to_owned()),
        creator: Smart::Custom(Some(concat!("wegwijs ", env!("CARGO_PKG_VERSION")).to_owned())),
        timestamp: timestamp(document.version),
        standards,
        tagged: true,
        ..PdfOptions::default()
    };
    let bytes = typst_pdf::pdf(&laid_out, &options).map_err(|faults| say(&faults))?;
    Ok(Printed { bytes: packed(bytes), pages: laid_out.pages().len() })
}

/// The same PDF with its structure elements in object streams (ISO 32000-1, 7.5.7): Typst writes each of the
/// hundreds of them by itself and uncompressed, which is a third of a sheet. If anything is odd about it, the
/// PDF stays as it was.
fn packed(bytes: Vec<u8>) -> Vec<u8> {
    let options =
        SaveOptions::builder().use_object_streams(true).use_xref_streams(true).compression_level(6).build();
    let mut small = Vec::with_capacity(bytes.len());
    let pdf = lopdf::Document::load_mem(&bytes).ok();
    let done = pdf.and_then(|mut pdf| pdf.save_with_options(&mut small, options).ok());
    if done.is_some() && small.len() < bytes.len() { small } else { bytes }
}

/// Midnight: the day counts, and the same day gives the same bytes.
fn timestamp(date: Date) -> Option<Timestamp> {
    let (year, month, day) = (date.year().into(), date.month().unsigned_abs(), date.day().unsigned_abs());
    Datetime::from_ymd_hms(year, month, day, 0, 0, 0).map(Timestamp::new_utc)
}

fn finding(job: &Job, fault: &SourceDiagnostic, name: &str) -> Diagnostic {
    let place = fault.span.id().and_then(|id| job.place(id)).zip(job.range(fault.span));
    let span = place.map(|(file, range)| Span::new(file, range.start, range.end));
    let hints: Vec<&str> = fault.hints.iter().map(|hint| hint.v.as_str()).collect();
    findings::not_set(span, name, &fault.message, &hints)
}
