// A page as a printer gets it: made into a PDF by the browser, read back as text.

import { execFile } from "node:child_process";
import { promises as fs } from "node:fs";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** The sheets of paper of what is in the tab: the text of each, and the line at its foot. */
export async function printedSheets(tab) {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), "wegwijs-print-"));
  try {
    const file = path.join(folder, "page.pdf");
    await fs.writeFile(file, await tab.page.pdf({ preferCSSPageSize: true, format: "A4" }));
    const { stdout } = await run("pdftotext", ["-layout", file, "-"], { maxBuffer: 1 << 26 });
    // pdftotext ends every page, the last too, with a form feed.
    return stdout.split("\f").slice(0, -1).map(parts);
  } finally {
    await fs.rm(folder, { recursive: true });
  }
}

/** Text and foot. The foot is the last line; an empty sheet has no other. */
function parts(sheet) {
  const lines = sheet.split("\n").filter((line) => line.trim() !== "");
  const foot = lines.pop() ?? "";
  return { text: lines.join("\n").trim(), foot };
}

/**
 * What is missing at the foot of a sheet of paper, or null. Arabic letters come out of a PDF in forms and in an
 * order of their own, so of the text that must be there the Latin words and the numbers are looked for.
 */
export function footFault({ foot }, wanted, number) {
  const words = [...(wanted.match(/[\p{Script=Latin}\d]+/gu) ?? []), number];
  const missing = words.filter((word) => !foot.includes(word));
  return missing.length > 0 ? `its foot "${foot.trim()}" does not say ${missing.join(", ")}` : null;
}
