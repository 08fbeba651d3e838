// Faults of the page on which people choose sheets and print them.

import { attr, byTag } from "../harness/html.mjs";
import { follow } from "../harness/site.mjs";

/** Changes the script of the page. */
const script = (from, to) => (copy, page) => {
  const tag = byTag(page.document, "script").find((e) => attr(e, "src"));
  return copy.edit(follow(copy.site, page, attr(tag, "src")).file, (text) => text.replace(from, to));
};
const swap = (from, to) => (copy, page) => copy.edit(page.file, (text) => text.replace(from, to));
const css = (rules) => (copy, page) => copy.addCss(page, rules);

/** Changes the page of the last sheet, in the language of the page. */
const sheet = (from, to) => (copy, page) => {
  const path = attr(byTag(page.document, "input").filter((e) => attr(e, "name") === "sheet").at(-1), "data-path");
  return copy.edit(`${page.edition}${path}index.html`, (text) => text.replace(from, to));
};
const start = (code) => script(/$/u, `\n${code}\n`);

export const COMPOSE_FAULTS = [
  { check: "compose-keyboard", what: "boxes that the Tab key passes over", plant: swap(/name="sheet"/gu, 'name="sheet" tabindex="-1"'), expect: /never reaches the box/u },
  { check: "compose-keyboard", what: "a button for the mouse alone", plant: script('getElementById("print").addEventListener("click"', 'getElementById("print").addEventListener("mousedown"'), expect: /Enter on the button does not print/u },
  { check: "compose-keyboard", what: "a choice of which nothing is said", plant: script("say(`${status.dataset.chosen} ${chosen().length}`);", ""), expect: /not how many are chosen/u },
  { check: "compose-choice", what: "a choice that is not in the address", plant: script("history.replaceState(", "void ("), expect: /loaded again|leaves some chosen/u },
  { check: "compose-choice", what: "an address that is not read", plant: script('addEventListener("hashchange", readAddress);', ""), expect: /the address chooses/u },
  { check: "compose-choice", what: "a choice kept in storage", plant: start('localStorage.setItem("choice", "B3");'), expect: /kept in localStorage/u },
  { check: "compose-choice", what: "a choice kept in a cookie", plant: start('document.cookie = "choice=B3";'), expect: /kept in a cookie/u },
  { check: "compose-choice", what: "a choice that is sent", plant: start('addEventListener("change", () => fetch("?chosen"));'), expect: /choosing asks for .*chosen/u },
  { check: "compose-choice", what: "a situation that chooses too much", plant: script("s.dataset.situations.split(\" \").includes(box.value)", "true"), expect: /does not choose its/u },
  { check: "compose-choice", what: "a chapter that hides that some are left out", plant: script(/box\.indeterminate = [^;]+;/u, ""), expect: /only some of its sheets/u },
  { check: "compose-plain", what: "controls that do nothing without scripts", plant: swap(/ hidden/gu, ""), expect: /controls are shown/u },
  { check: "compose-plain", what: "a sheet without a link", plant: swap(/(<p class="papers"><small>.*?)<a .*?<\/a>/su, "$1"), expect: /linked neither as a page nor as a PDF/u },
  { check: "compose-plain", what: "a PDF without a link", plant: (copy, page) => copy.add(`${page.edition}binder/planted.pdf`, "%PDF-"), expect: /planted\.pdf is not linked/u },
  { check: "compose-print", what: "a sheet left out", plant: script("for (const { code, pages } of contents) {\n    paper", "for (const { code, pages } of contents.slice(1)) {\n    paper"), expect: /are printed in place of/u },
  { check: "compose-print", what: "no date and code at the foot", plant: sheet(/data-foot="[^"]*"/u, 'data-foot="Blad"'), expect: /says at its foot|does not say/u },
  { check: "compose-print", what: "pages without numbers", plant: script('counter(page) "/" counter(pages)', '""'), expect: /does not say 1\//u },
  { check: "compose-print", what: "sheets that go on where another ends", plant: css("@media print { .paper > * { break-before: auto !important; page: auto !important } }"), expect: /foot|does not start at the top/u },
  { check: "compose-print", what: "a piece without its pair", lang: "ar", plant: sheet(/ data-s="answer"/u, ""), expect: /the piece answer has no pair in ar/u },
  { check: "compose-print", what: "Arabic pieces that run from left to right", lang: "ar", plant: script("element.dir ||= root.dir;", 'element.dir ||= "ltr";'), expect: /is marked ar ltr/u },
  { check: "compose-failure", what: "a binder that passes for complete", plant: plantIncomplete, expect: /prints without/u },
  { check: "compose-failure", what: "a failure that names no sheet", plant: script("const items = missing.map", "const items = missing.slice(0, 0).map"), expect: /does not announce/u },
].map((fault) => ({ kind: "binder", ...fault }));

async function plantIncomplete(copy, page) {
  await script("missing.length > 0", "false")(copy, page);
  await script("results.map((result) => result.value)", "results.flatMap((result) => result.value ?? [])")(copy, page);
}
