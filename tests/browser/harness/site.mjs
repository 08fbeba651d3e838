// Reads a built site from its folder: which pages there are, what kind each is,
// and how an address written in a page leads to a file.
//
// It trusts the folder only, never the sitemap or the manifest: those are judged.

import { promises as fs } from "node:fs";
import path from "node:path";
import { attr, byTag, elements, first, parseHtml, textOf } from "./html.mjs";

/**
 * Reads every file's name and every HTML page's content. With `before`, the same site read
 * earlier, only the pages among `changed` are read again.
 */
export async function openSite(dir, before = null, changed = new Set()) {
  const root = path.resolve(dir);
  const files = new Set((await walk(root)).sort());
  // `shorts` only lead on to a page: addresses that people type from a sheet.
  const site = { root, files, pages: [], shorts: [], base: null };
  const editions = editionFolders(files);
  for (const file of [...files].filter((f) => f.endsWith(".html"))) {
    const known = changed.has(file) ? null : before?.byFile.get(file);
    const page = known ?? (await readPage(root, file, editions));
    (page.kind === "short" ? site.shorts : site.pages).push(page);
  }
  site.base = baseOf(site.pages);
  site.byFile = new Map([...site.pages, ...site.shorts].map((page) => [page.file, page]));
  return site;
}

async function walk(dir, prefix = "") {
  const found = [];
  for (const entry of await fs.readdir(path.join(dir, prefix), { withFileTypes: true })) {
    const name = prefix ? `${prefix}/${entry.name}` : entry.name;
    if (entry.isDirectory()) found.push(...(await walk(dir, name)));
    else found.push(name);
  }
  return found;
}

/** An edition is the folder of one language: the one that has a 404 page of its own. */
function editionFolders(files) {
  return [...files].filter((f) => f.endsWith("/404.html")).map((f) => f.slice(0, -"404.html".length));
}

async function readPage(root, file, editions) {
  const html = await fs.readFile(path.join(root, file), "utf8");
  const document = parseHtml(html);
  const edition = editions.find((folder) => file.startsWith(folder)) ?? null;
  const kind = kindOf(file, edition);
  return { file, html, document, edition, kind, path: visitPath(file, kind), ...headOf(document) };
}

// Pages of an edition by their place below it.
const OTHER_FOLDERS = ["situations", "changes", "decisions"];
const PAGES = ["binder", "report", "search", "words", "help", "changes", "card", "repayment"];
// The code of a sheet, such as b3.
const SHORT = /^[a-z]{1,2}[1-9]\d{0,3}$/u;

function kindOf(file, edition) {
  if (edition === null) return file.endsWith("404.html") ? "404" : "chooser";
  const below = file.slice(edition.length).split("/");
  if (below.at(-1) === "404.html") return "404";
  if (below.length === 1) return "home";
  if (below.length === 2 && PAGES.includes(below[0])) return below[0];
  if (below.length === 2 && SHORT.test(below[0])) return "short";
  if (below.length === 3) return OTHER_FOLDERS.includes(below[0]) ? `one of ${below[0]}` : "rule";
  return "page";
}

/**
 * The pages that are looked at closely: each page of the first municipality (editions are `<municipality>/<language>/`) in one of its
 * languages, in turn, and of every edition the longest page of each kind. Other editions differ in house style, amounts and some texts,
 * not in how pages are made.
 */
export function closely(pages) {
  const longest = new Map();
  for (const page of pages) {
    const key = `${page.edition} ${page.kind}`;
    if (page.html.length > (longest.get(key)?.html.length ?? 0)) longest.set(key, page);
  }
  const inTurn = oneLanguageEach(pages);
  const close = (page) => page.edition === null || inTurn.has(page) || longest.get(`${page.edition} ${page.kind}`) === page;
  return new Set(pages.filter(close));
}

function oneLanguageEach(pages) {
  const own = pages.map((page) => page.edition?.match(/^([^/]+)\/[^/]+\/$/u)?.[1]).filter(Boolean).sort()[0];
  const versions = new Map();
  for (const page of pages) {
    if (page.edition === null || (own !== undefined && !page.edition.startsWith(`${own}/`))) continue;
    const name = page.file.slice(page.edition.length);
    versions.set(name, [...(versions.get(name) ?? []), page]);
  }
  return new Set([...versions.values()].map((same, turn) => same[turn % same.length]));
}

/** Where a reader meets the page. A 404 page is met at any address, so a deep one is taken. */
function visitPath(file, kind) {
  if (kind === "404") return `/${file.slice(0, -"404.html".length)}no/such/page/`;
  return `/${file.replace(/(^|\/)index\.html$/u, "$1")}`;
}

function headOf(document) {
  const html = first(document, "html");
  const meta = (name) => byTag(document, "meta").find((m) => attr(m, "name") === name);
  const links = byTag(document, "link");
  return {
    lang: attr(html, "lang"),
    dir: attr(html, "dir"),
    title: textOf(first(document, "title")),
    h1: byTag(document, "h1").map(textOf),
    description: attr(meta("description"), "content"),
    noindex: /\bnoindex\b/iu.test(attr(meta("robots"), "content") ?? ""),
    canonical: links.filter((l) => rel(l).includes("canonical")).map((l) => attr(l, "href")),
    alternates: links
      .filter((l) => rel(l).includes("alternate") && attr(l, "hreflang"))
      .map((l) => ({ lang: attr(l, "hreflang"), href: attr(l, "href") })),
    ids: new Set([...elements(document)].map((e) => attr(e, "id")).filter((id) => id !== null)),
  };
}

const rel = (link) => (attr(link, "rel") ?? "").toLowerCase().split(/\s+/u);

/** The address that the site will have on the web, as most of its canonical links say; else the loopback's. */
function baseOf(pages) {
  const votes = new Map();
  for (const { path: own, canonical } of pages) {
    if (!canonical[0]?.endsWith(own)) continue;
    const base = canonical[0].slice(0, canonical[0].length - own.length + 1);
    // The shortest path of all, "/", fits the end of any address: its vote alone would prove nothing.
    if (own !== "/" || pages.length === 1) votes.set(base, (votes.get(base) ?? 0) + 1);
  }
  const [winner] = [...votes].sort((a, b) => b[1] - a[1])[0] ?? [];
  return winner !== undefined && URL.canParse(winner) ? winner : "http://127.0.0.1/";
}

/** The web address of a page. */
export const addressOf = (site, page) => new URL(page.path.slice(1), site.base).href;

/**
 * Follows an address written in `page`: `{kind: "file", file, fragment}`, `{kind: "outside", url}`,
 * or `{kind: "broken", why}`.
 */
export function follow(site, page, href) {
  const from = new URL(page.path.slice(1), site.base);
  let url;
  try {
    url = new URL(href, from);
  } catch {
    return { kind: "broken", why: "not an address" };
  }
  if (!url.href.startsWith(site.base)) {
    if (url.origin === from.origin) return { kind: "broken", why: "leaves the folder of the site" };
    return { kind: "outside", url };
  }
  return fileAt(site, url);
}

function fileAt(site, url) {
  const below = decodeURIComponent(url.pathname.slice(new URL(site.base).pathname.length));
  const fragment = decodeURIComponent(url.hash.slice(1));
  const file = below === "" || below.endsWith("/") ? `${below}index.html` : below;
  if (site.files.has(file)) return { kind: "file", file, fragment };
  if (site.files.has(`${file}/index.html`)) return { kind: "broken", why: "a folder without its closing slash" };
  return { kind: "broken", why: "no such file" };
}
