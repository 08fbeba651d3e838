// Search, and the filter of "Do I have to report this?": with the keyboard alone, told to screen readers, and nothing
// of what is typed leaves the page.
//
// What it relies on: #search and #filter with a field and `role=status`; results are `#results li` with a heading that
// links to a rule; the list is `#list .subject li`, the class of an example is its outcome.

import { follow } from "../harness/site.mjs";

/** A word that belongs to a rule of this edition: the longest of its title. */
function wordOf(site, page) {
  const rules = site.pages.filter((p) => p.edition === page.edition && p.kind === "rule" && p.h1.length === 1);
  const words = rules.map((rule) => ({ rule, word: longest(rule.h1[0]) }));
  return words.sort((a, b) => b.word.length - a.word.length || (a.word < b.word ? -1 : 1))[0];
}

const longest = (text) => text.split(/[^\p{L}\p{M}]+/u).sort((a, b) => b.length - a.length)[0];

/** The word with one letter left out, as people mistype it. */
const mistyped = (word) => word.slice(0, 3) + word.slice(4);

export const search = {
  name: "search",
  kind: "page",
  applies: (page) => page.kind === "search",
  async run({ tab, page, site }, { fail, figure }) {
    await tab.visit(page);
    const before = tab.log.requests.length;
    if (!(await tabTo(tab, "#search [type=search]"))) return fail("the Tab key never reaches the field");
    const { rule, word } = wordOf(site, page);
    for (const typed of [word, mistyped(word)]) {
      await type(tab, "#search [type=search]", typed);
      const found = await tab.ask(readResults);
      figure("most results", found.links.length);
      if (!found.status.includes(String(found.links.length))) fail(`of ${found.links.length} results it says "${found.status}"`);
      const files = found.links.map((href) => follow(site, page, href).file);
      if (files.some((file) => !file || !site.files.has(file))) fail(`a result for "${typed}" leads nowhere: ${found.links}`);
      if (!files.slice(0, 3).includes(rule.file)) fail(`"${typed}" does not find ${rule.path} among the first three: ${files.slice(0, 3)}`);
      if (found.silent) fail(`"${typed}": a result without its answer`);
    }
    // The icon of the tab comes when it comes.
    const asked = tab.log.requests.slice(before).map((request) => request.url()).filter((url) => !/\bicon\b/u.test(url));
    if (asked.length !== 1 || !asked[0].endsWith(".js")) fail(`searching asks for ${asked.length === 0 ? "nothing" : asked}`);
    await type(tab, "#search [type=search]", "qxzvwqxz");
    const none = await tab.ask(readResults);
    if (none.links.length > 0 || none.status === "") fail(`of nothing found it says "${none.status}"`);
    await keptInside(tab, fail);
    const tree = await tab.page.getByRole("search").ariaSnapshot();
    if (!/searchbox "[^"]+/u.test(tree) || !/status/u.test(tree)) fail(`the accessibility tree has no named field or no status: ${tree}`);
    await emptied(tab, "#search", fail);
    return undefined;
  },
};

/** Runs in the page. */
function readResults() {
  const items = [...document.querySelectorAll("#results ol > li")].filter((item) => probe.shown(item));
  const links = items.map((item) => item.querySelector("h3 a").getAttribute("href"));
  const silent = items.some((item) => item.querySelector("p").textContent.trim() === "");
  return { links, silent, status: document.querySelector("#search [role=status]").textContent };
}

export const filter = {
  name: "filter",
  kind: "page",
  applies: (page) => page.kind === "report",
  async run({ tab, page, site }, { fail, figure }) {
    await tab.visit(page);
    const all = (await tab.ask(readList)).length;
    if (!(await tabTo(tab, "#filter [type=search]"))) return fail("the Tab key never reaches the field");
    const { rule, word } = wordOf(site, page);
    await type(tab, "#filter [type=search]", word);
    const some = await tab.ask(readList);
    figure("examples", all);
    if (some.length === 0 || some.length >= all) fail(`"${word}" leaves ${some.length} of ${all} examples`);
    if (!some.some(({ href }) => follow(site, page, href).file === rule.file)) fail(`"${word}" leaves no example of ${rule.path}`);
    const said = await tab.ask(() => document.querySelector("#filter [role=status]").textContent);
    if (!said.includes(String(some.length))) fail(`of ${some.length} examples it says "${said}"`);
    const outcome = some[0].outcome;
    await tab.page.click("#filter summary");
    await tab.page.check(`#filter [value=${outcome}]`);
    const narrowed = await tab.ask(readList);
    if (narrowed.length === 0 || narrowed.some((line) => line.outcome !== outcome)) fail(`with only ${outcome} it shows ${JSON.stringify(narrowed.slice(0, 3))}`);
    await tab.page.uncheck(`#filter [value=${outcome}]`);
    await keptInside(tab, fail);
    const tree = await tab.page.locator("#filter").ariaSnapshot();
    if (!/searchbox "[^"]+/u.test(tree) || !/status/u.test(tree)) fail(`the accessibility tree has no named field or no status: ${tree}`);
    await emptied(tab, "#filter", fail);
    const again = (await tab.ask(readList)).length;
    if (again !== all) fail(`after emptying the field ${again} of ${all} examples are there`);
    return undefined;
  },
};

/** Runs in the page. */
function readList() {
  const lines = [...document.querySelectorAll("#list .subject li")].filter((line) => probe.shown(line));
  return lines.map((line) => ({ outcome: line.className, href: line.querySelector("a").getAttribute("href") }));
}

/** Presses Tab until an element has the focus; false when it never has. */
async function tabTo(tab, selector) {
  for (let left = 40; left > 0; left -= 1) {
    await tab.page.keyboard.press("Tab");
    if (await tab.ask((s) => document.activeElement.matches(s), selector)) return true;
  }
  return false;
}

/** Types into the field that has the focus, in place of what is there, and waits until the page has answered. */
async function type(tab, field, text) {
  await tab.page.keyboard.press("Control+A");
  await tab.page.keyboard.type(text);
  // Longer than the pause after which the page says what it found.
  await tab.page.waitForTimeout(700);
  if ((await tab.page.inputValue(field)) !== text) throw new Error("the text did not arrive");
}

/** What was typed is in the field and nowhere else. */
async function keptInside(tab, fail) {
  const left = await tab.ask(() => ({ address: location.search + location.hash, stored: localStorage.length + sessionStorage.length, cookie: document.cookie }));
  if (left.address || left.stored || left.cookie) fail(`what is typed leaves the page: ${JSON.stringify(left)}`);
}

async function emptied(tab, form, fail) {
  await tab.page.focus(`${form} [type=search]`);
  await tab.page.keyboard.press("Escape");
  await tab.page.waitForTimeout(500);
  const text = await tab.page.inputValue(`${form} [type=search]`);
  if (text !== "") fail(`Escape leaves "${text}" in the field`);
}

