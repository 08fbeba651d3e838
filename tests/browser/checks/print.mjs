// A page on paper: its text in black on white, no navigation, addresses written out, no empty sheet.

import { attr, first } from "../harness/html.mjs";
import { footFault, printedSheets } from "../harness/paper.mjs";

export const print = {
  name: "print",
  kind: "page",
  async run({ tab, page }, { fail, figure }) {
    // Light, because browsers take the light scheme for paper, whatever the screen shows.
    await tab.set({ media: "print" });
    const { faults, links } = await tab.ask(lookAtPaper, page.kind);
    for (const fault of faults) fail(fault);
    figure("most addresses written out", links);
  },
};

/** Judges the print style. Runs in the page. */
function lookAtPaper(kind) {
  const faults = new Set();
  for (const e of document.querySelectorAll("nav, [role=navigation], [role=search], form, :not(main *)[hreflang]")) {
    // A chooser is navigation and nothing else: without it, its sheet would be empty.
    const content = kind === "chooser" && e.closest("main");
    if (probe.shown(e) && !content) faults.add(`${probe.name(e)} is navigation and is printed`);
  }
  const first = document.querySelector("a[href^='#']");
  if (first && !first.closest("main") && probe.shown(first)) faults.add(`the skip link ${probe.name(first)} is printed`);
  if (probe.texts().length === 0) faults.add("no text is printed");
  inkFaults();
  const links = addresses();
  return { faults: [...faults], links };

  function inkFaults() {
    if (getComputedStyle(document.body).color !== "rgb(0, 0, 0)") faults.add(`the text is ${getComputedStyle(document.body).color}, not black`);
    if (probe.luminance(probe.background(document.body)) < 0.99) faults.add("the paper is not white");
    for (const { holder } of probe.texts()) {
      // Backgrounds are not printed unless asked for, so the ink itself must be dark; 7 leaves room for a dark accent.
      const paper = getComputedStyle(holder).printColorAdjust === "exact" ? probe.background(holder) : [255, 255, 255, 1];
      if (probe.contrast(probe.colour(getComputedStyle(holder).color), paper) < 7) faults.add(`${probe.name(holder)} is ${getComputedStyle(holder).color}: not dark on white paper`);
    }
  }

  /**
   * Links in the text to other sites say their address. Not so links inside the guide: a relative
   * address means nothing on paper, and what they lead to is another sheet.
   */
  function addresses() {
    let written = 0;
    for (const a of document.querySelectorAll("main p a[href], main li a[href], main dd a[href], main td a[href]")) {
      const href = a.getAttribute("href");
      if (!probe.shown(a) || !/^https?:/u.test(href)) continue;
      const said = `${a.textContent} ${getComputedStyle(a, "::after").content}`;
      if (said.includes(href)) written += 1;
      else faults.add(`${probe.name(a)} does not say its address ${href}`);
    }
    return written;
  }
}

export const printPages = {
  name: "print-pages",
  kind: "page",
  async run({ tab, page }, { fail, figure }) {
    await tab.set({ media: "print" });
    const sheets = await printedSheets(tab);
    const foot = attr(first(page.document, "html"), "data-foot");
    if (!foot) fail("no foot that says which page this is");
    for (const [i, sheet] of sheets.entries()) {
      if (sheet.text === "") fail(`sheet ${i + 1} of ${sheets.length} is empty`);
      const fault = footFault(sheet, foot ?? "", `${i + 1}/${sheets.length}`);
      if (fault) fail(`sheet ${i + 1} of ${sheets.length}: ${fault}`);
    }
    figure("most sheets", sheets.length);
  },
};
