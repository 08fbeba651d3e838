// Composes a binder: fetches the pages of the chosen sheets and lays them out in this page, to be printed.
// The choice is kept in the address of the page, and nowhere else.
//
// It relies on these parts of the templates: in binder.html the boxes, #status and #front; in rule.html
// `main`, `data-foot` on the root, and `data-s`, the name of each piece that stands beside its translation.
(() => {
"use strict";

const main = document.querySelector("main");
const status = document.getElementById("status");
const front = "front";
const named = (name) => [...main.querySelectorAll(`input[name=${name}]`)];
const sheets = named("sheet");
const languages = named("language");
const chosen = () => sheets.filter((sheet) => sheet.checked);

// A box for a chapter or a situation stands for its sheets: it is on when they all are.
const groups = [
  ...named("chapter").map((box) => ({ box, of: sheets.filter((s) => box.closest("fieldset").contains(s)) })),
  ...named("situation").map((box) => ({ box, of: sheets.filter((s) => s.dataset.situations.split(" ").includes(box.value)) })),
];

/** Makes an element. */
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

// --- The choice -----------------------------------------------------------------------------------------

/** Takes the choice from the address: `#sheets=B3,C1&with=nl`. */
function readAddress() {
  const parts = location.hash.slice(1).split("&");
  const codes = (parts.find((part) => part.startsWith("sheets=")) ?? "").slice(7).split(",").map(decode);
  for (const sheet of sheets) sheet.checked = codes.includes(sheet.value);
  const language = languages.find((box) => box.value && parts.includes(box.value)) ?? languages[0];
  language.checked = true;
  show();
}

function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function writeAddress() {
  const codes = chosen().map((sheet) => encodeURIComponent(sheet.value)).join(",");
  const parts = [codes && `sheets=${codes}`, languages.find((box) => box.checked).value].filter(Boolean);
  history.replaceState(null, "", parts.length > 0 ? `#${parts.join("&")}` : location.pathname + location.search);
  show();
}

/** Brings the boxes of groups and the count up to date; what was laid out before is no longer the choice. */
function show() {
  for (const { box, of } of groups) {
    const on = of.filter((sheet) => sheet.checked).length;
    box.checked = on === of.length;
    box.indeterminate = on > 0 && on < of.length;
  }
  clear();
  say(`${status.dataset.chosen} ${chosen().length}`);
}

function choose(some, on) {
  for (const sheet of some) sheet.checked = on;
  writeAddress();
}

const say = (...what) => status.replaceChildren(make("p", {}, ...what));

// --- Fetching -------------------------------------------------------------------------------------------

async function fetchPage(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  if (!page.querySelector("main h1")) throw new Error(`no text at ${address}`);
  return { address, root: page.documentElement, main: page.querySelector("main"), front: page.getElementById(front) };
}

/** The pages of a sheet, or of this page, in the languages that were chosen. */
function fetchAll(path) {
  const homes = languages.find((box) => box.checked).dataset.editions.split(" ");
  return Promise.all(homes.map((home) => fetchPage(new URL(home + path, document.baseURI))));
}

let busy = false;

async function print() {
  const wanted = chosen();
  if (wanted.length === 0) return say(status.dataset.choose);
  if (busy) return undefined;
  busy = true;
  clear();
  const progress = make("progress", { max: wanted.length, "aria-label": status.dataset.busy });
  say(`${status.dataset.busy} ${wanted.length} `, progress);
  const address = location.hash;
  const fetching = wanted.map(async (sheet) => {
    const pages = await fetchAll(sheet.dataset.path);
    progress.value += 1;
    return { code: sheet.value, pages };
  });
  const results = await Promise.allSettled(fetching);
  const missing = wanted.filter((_, i) => results[i].status === "rejected");
  try {
    if (location.hash !== address) return undefined; // Something else was chosen meanwhile.
    // A binder of which a sheet is missing would pass for complete.
    if (missing.length > 0) return sayMissing(missing);
    await layOut(await fetchAll("binder/"), results.map((result) => result.value));
    say(status.dataset.ready);
    return window.print();
  } catch {
    clear();
    return sayMissing(wanted);
  } finally {
    busy = false;
  }
}

/** Names the sheets that cannot be printed now, each with another way to it. */
function sayMissing(missing) {
  say(status.dataset.failed);
  const items = missing.map((sheet) => {
    const row = sheet.closest("li");
    const [, ...name] = row.querySelector("label").cloneNode(true).childNodes;
    return make("li", {}, ...name, " ", row.querySelector("a").cloneNode(true));
  });
  status.append(make("ul", {}, ...items));
}

// --- Laying out -----------------------------------------------------------------------------------------

function clear() {
  main.querySelector(".paper")?.remove();
  document.body.classList.remove("composed");
  document.adoptedStyleSheets = [];
}

async function layOut(covers, contents) {
  const paper = inLanguage(make("div", { class: covers.length > 1 ? "paper two" : "paper" }), covers[0]);
  paper.append(...cover(covers, contents));
  for (const { code, pages } of contents) {
    paper.append(make("article", { "data-sheet": code }, ...(pages.length > 1 ? sideBySide(pages) : alone(pages[0]))));
  }
  for (const element of paper.querySelectorAll("[id]")) element.removeAttribute("id");
  main.append(paper);
  document.body.classList.add("composed");
  footPages(covers, contents);
  await Promise.all([...paper.querySelectorAll("img")].map((image) => image.decode().catch(() => {})));
}

/** A piece of a page, to stand in this one: addresses are from here, and images come at once. */
function taken(page, element) {
  const copy = document.importNode(element, true);
  const from = (address) => {
    const url = new URL(address, page.address);
    return url.origin === location.origin ? url.pathname + url.hash : url.href;
  };
  for (const link of copy.querySelectorAll("a[href]")) link.setAttribute("href", from(link.getAttribute("href")));
  for (const image of copy.querySelectorAll("img")) {
    image.setAttribute("src", from(image.getAttribute("src")));
    image.setAttribute("loading", "eager");
  }
  return copy;
}

/** The whole page but for what is of use on a screen only. */
function alone(page) {
  const parts = [...page.main.children].filter((part) => !part.matches("nav, .screen-only"));
  return parts.map((part) => taken(page, part));
}

/** Piece beside piece, row by row. */
function sideBySide(pages) {
  const [first, second] = pages.map(pieces);
  return inOrder([...first.keys()], [...second.keys()]).map((name) => {
    return row(pages, [first, second].map((all) => all.get(name) ?? []), { "data-row": name });
  });
}

/** The pieces of a page by name, each with the remarks that follow it. */
function pieces(page) {
  const all = new Map();
  for (const element of page.main.querySelectorAll("[data-s]")) {
    const piece = [inList(page, element)];
    for (let next = element.nextElementSibling; next?.matches(".remark"); next = next.nextElementSibling) {
      piece.push(taken(page, next));
    }
    all.set(element.dataset.s, piece);
  }
  return all;
}

/** An item of a list or a row of a table keeps one around it, which goes on counting where it stood. */
function inList(page, element) {
  const copy = taken(page, element);
  const whole = element.parentElement.closest("ul, ol, dl, table");
  if (!whole) return copy;
  const list = document.importNode(whole, false);
  list.append(copy);
  if (list.matches(".steps")) {
    list.style.counterReset = `step ${[...element.parentElement.children].indexOf(element)}`;
  }
  return list;
}

/** All names, in the order of the first list; what only the second has comes after what it follows there. */
function inOrder(names, others) {
  let last = -1;
  for (const name of others) {
    const place = names.indexOf(name);
    if (place >= 0) last = place;
    else names.splice(last += 1, 0, name);
  }
  return names;
}

/** Cover and contents, in the languages that were chosen. */
function cover(covers, contents) {
  const fronts = covers.map((page) => document.importNode(page.front.content, true));
  const all = (selector) => fronts.map((front) => front.querySelector(selector));
  const [list] = all(".contents");
  const [, ...subjects] = all("thead th + th");
  list.querySelector("thead th + th").after(...subjects.map((head, i) => inLanguage(head, covers[i + 1])));
  for (const { code, pages } of contents) {
    const titles = pages.map((page) => {
      const title = page.main.querySelector("h1");
      return inLanguage(make("td", { lang: title.lang, dir: title.dir }, title.textContent), page);
    });
    const date = taken(pages[0], pages[0].main.querySelector(".dates time"));
    list.querySelector("tbody").append(make("tr", {}, make("th", { scope: "row" }, code), ...titles, make("td", {}, date)));
  }
  if (covers.length === 1) return [...fronts[0].children];
  list.prepend(row(covers, all(".contents h2").map((head) => [head])));
  return [row(covers, all(".cover").map((part) => [part])), list];
}

/** Says the language of an element that has none of its own. */
function inLanguage(element, { root }) {
  element.lang ||= root.lang;
  element.dir ||= root.dir;
  return element;
}

/** Cells beside each other, each in the language of its page. */
function row(pages, cells, attributes = {}) {
  const divs = cells.map((cell, i) => inLanguage(make("div", {}, ...cell), pages[i]));
  return make("div", { class: "row", ...attributes }, ...divs);
}

// --- The foot of every page -----------------------------------------------------------------------------

/** Every sheet gets pages of its own name, with its own foot. A sheet made here is allowed by a strict policy. */
function footPages(covers, contents) {
  const rules = [pageRule(front, covers), ...contents.map(({ pages }, i) => pageRule(`sheet-${i + 1}`, pages))];
  const places = contents.map((_, i) => `.paper > article:nth-of-type(${i + 1}) { page: sheet-${i + 1}; }`);
  const style = new CSSStyleSheet();
  style.replaceSync([`.paper { page: ${front}; }`, ...places, ...rules].join("\n"));
  document.adoptedStyleSheets = [style];
}

function pageRule(name, pages) {
  const [first, second] = pages.map(({ root }) => ({ dir: root.dir, text: quoted(root.dataset.foot ?? "") }));
  const number = 'counter(page) "/" counter(pages)';
  const box = (place, content, dir = "ltr") => `@bottom-${place} { content: ${content}; direction: ${dir}; }`;
  const [start, end] = first.dir === "rtl" ? ["right", "left"] : ["left", "right"];
  const boxes = second
    ? [box(start, first.text, first.dir), box("center", number), box(end, second.text, second.dir)]
    : [box(start, first.text, first.dir), box("center", '""'), box(end, number)];
  return `@page ${name} { ${boxes.join(" ")} }`;
}

/** A CSS string. */
const quoted = (text) => `"${text.replace(/["\\]/gu, "\\$&").replace(/\s+/gu, " ")}"`;

// --- Start ----------------------------------------------------------------------------------------------

// A page in a folder may not fetch its neighbours: it stays as it is without a script.
if (location.protocol === "file:") return;
for (const element of main.querySelectorAll("[hidden]")) element.hidden = false;
for (const element of main.querySelectorAll(".plain-only")) element.hidden = true;
for (const { box, of } of groups) box.addEventListener("change", () => choose(of, box.checked));
for (const box of [...sheets, ...languages]) box.addEventListener("change", writeAddress);
document.getElementById("all").addEventListener("click", () => choose(sheets, true));
document.getElementById("none").addEventListener("click", () => choose(sheets, false));
document.getElementById("print").addEventListener("click", print);
addEventListener("hashchange", readAddress);
readAddress();
})();
