// The page on which people choose sheets and print them as a binder.
//
// What it relies on: boxes with the name `sheet` and the code as value, radio buttons with the name `language`,
// #print and #status; `data-foot` and `data-s` on rule pages; what is printed is in `.paper`, an article per sheet.

import { attr, byTag, first, textOf } from "../harness/html.mjs";
import { footFault, printedSheets } from "../harness/paper.mjs";
import { follow } from "../harness/site.mjs";

const applies = (page) => page.kind === "binder";
const boxesOf = (page, name) => byTag(page.document, "input").filter((e) => attr(e, "name") === name);
const codesOf = (page) => boxesOf(page, "sheet").map((box) => attr(box, "value"));

/** The first sheet and the last, which are in different chapters. */
const twoOf = (page) => [codesOf(page)[0], codesOf(page).at(-1)];

/** The page again, with nothing chosen yet, and with a print dialog that only counts. */
async function start(tab, page) {
  await tab.visit(page);
  await tab.ask(() => { globalThis.printed = 0; globalThis.print = () => { globalThis.printed += 1; }; });
}

/** Chooses by the address, as a link or a kept address does. */
async function choose(tab, codes, language = "") {
  const address = [`sheets=${codes.join(",")}`, language].filter(Boolean).join("&");
  await tab.ask((hash) => new Promise((done) => {
    addEventListener("hashchange", done, { once: true });
    location.hash = hash;
  }), address);
}

/** Presses Print and waits until the page prints, or says why not. */
async function pressPrint(tab) {
  await tab.page.click("#print");
  await tab.page.waitForFunction(() => !document.querySelector("#status progress"), null, { timeout: 15_000 });
  return tab.ask(() => globalThis.printed);
}

export const composeKeyboard = {
  name: "compose-keyboard",
  kind: "page",
  applies,
  async run({ tab, page }, { fail }) {
    await start(tab, page);
    const [code] = codesOf(page);
    if (!(await tabTo(tab, `[name=sheet][value="${code}"]`))) return fail(`the Tab key never reaches the box of ${code}`);
    await tab.page.keyboard.press("Space");
    const said = await tab.ask(() => ({ hash: location.hash, status: document.getElementById("status").textContent }));
    if (said.hash !== `#sheets=${code}`) fail(`after choosing ${code} the address ends with "${said.hash}"`);
    if (!/\b1\b/u.test(said.status)) fail(`after choosing ${code} the page says "${said.status}", not how many are chosen`);
    if (!(await tabTo(tab, "#print"))) return fail("the Tab key never reaches the button that prints");
    await tab.page.keyboard.press("Enter");
    await tab.page.waitForFunction(() => globalThis.printed > 0, null, { timeout: 15_000 }).catch(() => fail("Enter on the button does not print"));
    return undefined;
  },
};

/** Presses Tab until an element has the focus; false when it never has. */
async function tabTo(tab, selector) {
  for (let left = 120; left > 0; left -= 1) {
    await tab.page.keyboard.press("Tab");
    if (await tab.ask((wanted) => document.activeElement.matches(wanted), selector)) return true;
  }
  return false;
}

export const composeChoice = {
  name: "compose-choice",
  kind: "page",
  applies,
  async run({ tab, page }, { fail }) {
    await start(tab, page);
    const [one, other] = twoOf(page);
    const before = tab.log.requests.length;
    await choose(tab, [one, other, "no-such-sheet"]);
    const chosen = await tab.ask(() => [...document.querySelectorAll("[name=sheet]:checked")].map((box) => box.value));
    if (chosen.join() !== [one, other].join()) fail(`the address chooses ${one} and ${other}, the page has ${chosen}`);
    for (const fault of await tab.ask(tryGroups)) fail(fault);
    const kept = await tab.ask(whereKept);
    if (kept.places.length > 0) fail(`the choice is kept in ${kept.places.join(", ")}`);
    // Chromium takes the icon of the tab from its cache again whenever the address changes.
    const icon = attr(byTag(page.document, "link").find((e) => attr(e, "rel") === "icon"), "href") ?? "";
    const asked = tab.log.requests.slice(before).map((r) => r.url()).filter((url) => !url.endsWith(icon.replace(/^[./]+/u, "/")));
    if (asked.length > 0) fail(`choosing asks for ${asked.join(" ")}`);
    await tab.page.reload({ waitUntil: "load" });
    const again = await tab.ask(() => [...document.querySelectorAll("[name=sheet]:checked")].map((box) => box.value).join());
    if (again !== kept.chosen) fail(`loaded again, the page has ${again || "nothing"} in place of ${kept.chosen}`);
  },
};

/** Boxes that stand for several sheets: they choose them all, and say when only some are chosen. Runs in the page. */
function tryGroups() {
  const faults = [];
  const sheets = [...document.querySelectorAll("[name=sheet]")];
  const clear = () => document.getElementById("none").click();
  for (const box of document.querySelectorAll("[name=situation], [name=chapter]")) {
    clear();
    const mine = (sheet) => (box.name === "chapter" ? box.closest("fieldset").contains(sheet) : sheet.dataset.situations.split(" ").includes(box.value));
    const wanted = sheets.filter(mine);
    box.click();
    if (sheets.some((sheet) => sheet.checked !== mine(sheet))) faults.push(`${box.name} ${box.value} does not choose its ${wanted.length} sheets and no other`);
    if (wanted.length < 2) continue;
    wanted[0].click();
    if (!box.indeterminate || box.checked) faults.push(`${box.name} ${box.value} does not say that only some of its sheets are chosen`);
  }
  document.getElementById("all").click();
  if (!sheets.every((sheet) => sheet.checked)) faults.push("the button for all sheets leaves some out");
  clear();
  if (sheets.some((sheet) => sheet.checked) || location.hash) faults.push("the button for no sheets leaves some chosen");
  sheets[0].click();
  return faults;
}

/** What the page has put where it could be found later, but for its address. Runs in the page. */
async function whereKept() {
  const places = [];
  if (localStorage.length > 0) places.push("localStorage");
  if (sessionStorage.length > 0) places.push("sessionStorage");
  if (document.cookie) places.push("a cookie");
  if ((await indexedDB.databases()).length > 0) places.push("a database");
  if ((await caches.keys()).length > 0) places.push("a cache");
  if (history.state !== null) places.push("the history");
  return { places, chosen: [...document.querySelectorAll("[name=sheet]:checked")].map((box) => box.value).join() };
}

export const composePlain = {
  name: "compose-plain",
  kind: "page",
  applies,
  async run({ tab, page, site }, { fail, figure }) {
    await tab.plain.goto(tab.server.url(page.path), { waitUntil: "load" });
    const seen = await tab.plain.evaluate(() => {
      const shown = (e) => e.checkVisibility();
      return {
        controls: [...document.querySelectorAll("main input, main button, main select")].filter(shown).length,
        links: [...document.querySelectorAll("main a[href]")].filter(shown).map((a) => a.getAttribute("href")),
      };
    });
    if (seen.controls > 0) fail(`${seen.controls} controls are shown that do nothing without scripts`);
    const linked = new Set(seen.links.map((href) => follow(site, page, href).file));
    const papers = [...site.files].filter((file) => file.startsWith(page.edition) && file.endsWith(".pdf"));
    for (const file of papers.filter((f) => !linked.has(f))) fail(`${file} is not linked`);
    const rules = site.pages.filter((p) => p.edition === page.edition && p.kind === "rule");
    for (const rule of rules) {
      const folder = rule.file.replace(/[^/]*$/u, "");
      if (![...linked].some((file) => file?.startsWith(folder))) fail(`${rule.path} is linked neither as a page nor as a PDF`);
    }
    figure("most sheets", rules.length);
    figure("most PDFs", papers.length);
  },
};

export const composePrint = {
  name: "compose-print",
  kind: "page",
  applies,
  async run({ tab, page, site }, { fail, figure }) {
    const codes = twoOf(page);
    for (const radio of boxesOf(page, "language")) {
      const language = attr(radio, "value");
      const said = (what) => fail(`${language || "in the language of the page"}: ${what}`);
      await start(tab, page);
      await choose(tab, codes, language);
      if ((await pressPrint(tab)) !== 1) { said("nothing is printed"); continue; }
      const sources = attr(radio, "data-editions").split(" ").map((home) => (path) => site.byFile.get(follow(site, page, home + path).file));
      await judgePaper({ tab, page, codes, sources, said, figure });
      for (const violation of await tab.ask(() => probe.violations)) said(`against the Content-Security-Policy: ${violation}`);
    }
  },
};

async function judgePaper({ tab, page, codes, sources, said, figure }) {
  const boxes = boxesOf(page, "sheet");
  const rules = codes.map((code) => {
    const path = attr(boxes.find((box) => attr(box, "value") === code), "data-path");
    return { code, pages: sources.map((source) => source(path)) };
  });
  const made = await tab.ask(describePaper);
  if (made.codes.join() !== codes.join()) said(`the sheets ${made.codes.join(", ")} are printed in place of ${codes.join(", ")}`);
  if (made.dir !== rules[0].pages[0].dir || made.lang !== rules[0].pages[0].lang) said(`the binder is marked ${made.lang} ${made.dir}`);
  for (const [i, { code, pages }] of rules.entries()) {
    for (const { h1 } of pages) if (!made.contents.includes(h1[0])) said(`the contents do not name ${code} "${h1[0]}"`);
    if (pages.length > 1) for (const fault of pairFaults(made.rows[i] ?? [], pages)) said(`${code}: ${fault}`);
  }
  await tab.set({ media: "print" });
  const sheets = await printedSheets(tab);
  for (const fault of sheetFaults(sheets, rules)) said(fault);
  figure("most sheets of paper", sheets.length);
}

/** The binder that was made. Runs in the page. */
function describePaper() {
  const paper = document.querySelector(".paper");
  const cell = (e) => ({ lang: e.lang, dir: e.dir, empty: e.textContent.trim() === "" });
  const articles = [...paper.querySelectorAll("article")];
  return {
    lang: paper.lang,
    dir: paper.dir,
    codes: articles.map((article) => article.dataset.sheet),
    contents: paper.querySelector(".contents").textContent,
    rows: articles.map((article) => [...article.querySelectorAll(".row")].map((row) => ({ name: row.dataset.row, cells: [...row.children].map(cell) }))),
  };
}

/** Whether every piece of both pages is there, beside its pair, in its language. */
function* pairFaults(rows, pages) {
  const names = new Set(pages.flatMap((page) => [...page.html.matchAll(/ data-s="([^"]+)"/gu)].map((match) => match[1])));
  for (const name of names) if (!rows.some((row) => row.name === name)) yield `the piece ${name} is not printed`;
  for (const { name, cells } of rows) {
    for (const [i, page] of pages.entries()) {
      if (!cells[i] || cells[i].empty) yield `the piece ${name} has no pair in ${page.lang}`;
      else if (cells[i].lang !== page.lang || cells[i].dir !== page.dir) yield `the piece ${name} is marked ${cells[i].lang} ${cells[i].dir}`;
    }
  }
}

/** Whether paper says on every page what it is, and each sheet starts on a new page. */
function* sheetFaults(sheets, rules) {
  const feet = rules.map(({ pages }) => pages.map((page) => attr(first(page.document, "html"), "data-foot")).join(" "));
  const of = sheets.map((sheet) => rules.findIndex(({ code }) => new RegExp(`\\b${code}\\b`, "u").test(sheet.foot)));
  for (const [i, sheet] of sheets.entries()) {
    const number = `${i + 1}/${sheets.length}`;
    const fault = footFault(sheet, of[i] < 0 ? "" : feet[of[i]], number);
    if (fault) yield `sheet ${number}: ${fault}`;
    if (sheet.text === "") yield `sheet ${number} is empty`;
  }
  for (const [i, { code, pages }] of rules.entries()) {
    const start = of.indexOf(i);
    if (start < 2) yield `no page says at its foot that it is ${code}, after the cover and the contents`;
    // Only words in Latin letters can be looked for in the text of a PDF.
    const word = /[\p{Script=Latin}]{4,}/u.exec(pages[0].dir === "rtl" ? "" : textOf(byTag(pages[0].document, "h1")[0]))?.[0];
    if (word && start >= 0 && !sheets[start].text.slice(0, 600).includes(word)) yield `${code} does not start at the top of a page`;
  }
  if (of.some((rule, i) => i > 1 && rule < (of[i - 1] ?? 0))) yield `the sheets are not in order: ${of.join(" ")}`;
}

export const composeFailure = {
  name: "compose-failure",
  kind: "page",
  applies,
  async run({ tab, page }, { fail }) {
    await start(tab, page);
    const [one, other] = twoOf(page);
    const path = attr(boxesOf(page, "sheet").find((box) => attr(box, "value") === other), "data-path");
    await tab.page.route(`**/${path}`, (route) => route.abort());
    try {
      await choose(tab, [one, other]);
      const printed = await pressPrint(tab);
      const status = await tab.ask(() => {
        const region = document.getElementById("status");
        return { live: region.matches("[role=status], [role=alert], [aria-live]"), text: region.textContent, links: region.querySelectorAll("a[href]").length };
      });
      if (printed > 0) fail(`prints without ${other}, which did not arrive`);
      if (!status.live || !status.text.includes(other)) fail(`does not announce that ${other} did not arrive: "${status.text}"`);
      if (status.text.includes(`${one} `)) fail(`says that ${one} did not arrive`);
      if (status.links !== 1) fail(`offers ${status.links} links in place of the sheet that did not arrive`);
    } finally {
      await tab.page.unroute(`**/${path}`);
    }
  },
};

export const compose = [composeKeyboard, composeChoice, composePlain, composePrint, composeFailure];
