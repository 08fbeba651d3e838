// What the head of a page tells search engines and other machines.

import { attr, byTag, textOf } from "../harness/html.mjs";
import { addressOf, follow } from "../harness/site.mjs";

export const title = {
  name: "title",
  kind: "site",
  async run({ site }, { fail, figure }) {
    const seen = new Map();
    for (const page of site.pages) {
      if (page.h1.length !== 1) fail(`${page.h1.length} h1 elements instead of one`, page.path);
      else if (!page.title.startsWith(page.h1[0]) || page.h1[0] === "") fail(`the title "${page.title}" does not start with the h1 "${page.h1[0]}"`, page.path);
      if (seen.has(page.title)) fail(`same title "${page.title}" as ${seen.get(page.title)}`, page.path);
      seen.set(page.title, page.path);
      figure("longest", [...page.title].length, page.path);
    }
  },
};

export const description = {
  name: "description",
  kind: "site",
  async run({ site }, { fail, figure }) {
    for (const page of site.pages) {
      const length = [...(page.description ?? "")].length;
      if (length < 40 || length > 165) fail(`${length} characters instead of 40 to 165: "${page.description}"`, page.path);
      figure("longest", length, page.path);
    }
  },
};

export const canonical = {
  name: "canonical",
  kind: "site",
  async run({ site }, { fail }) {
    if (!site.base.startsWith("https://")) fail(`the first page gives no canonical https address (${site.base})`, "/");
    for (const page of site.pages.filter((p) => p.kind !== "404")) {
      const fault = canonicalFault(site, page);
      if (fault) fail(fault, page.path);
    }
    for (const page of site.pages.filter((p) => p.kind === "404")) {
      if (!page.noindex) fail("a 404 page without robots noindex", page.path);
    }
  },
};

function canonicalFault(site, page) {
  if (page.canonical.length !== 1) return `${page.canonical.length} canonical links instead of one`;
  const [href] = page.canonical;
  if (!href.startsWith(site.base)) return `"${href}" is not an absolute address below ${site.base}`;
  const self = addressOf(site, page);
  if (!page.noindex) return href === self ? null : `"${href}" is not the page's own address`;
  // A page that is kept out of the index shows the text of another page: that one is canonical.
  const end = follow(site, page, href);
  if (end.kind !== "file") return `"${href}" leads nowhere: ${end.why}`;
  return href === self ? "kept out of the index, but canonical to itself" : null;
}

export const hreflang = {
  name: "hreflang",
  kind: "site",
  async run({ site }, { fail }) {
    for (const page of site.pages) {
      for (const fault of clusterFaults(site, page)) fail(fault, page.path);
      for (const fault of switchFaults(site, page)) fail(fault, page.path);
    }
  },
};

function* clusterFaults(site, page) {
  if (page.alternates.length === 0) {
    // A chooser holds all languages itself; a page out of the index belongs to no cluster.
    if (page.kind !== "chooser" && !page.noindex) yield "no alternate links";
    return;
  }
  if (page.noindex) yield "kept out of the index, but has alternate links";
  const languages = page.alternates.map((a) => a.lang);
  if (new Set(languages).size !== languages.length) yield `a language twice: ${languages}`;
  if (!languages.includes("x-default")) yield "no x-default";
  const own = page.alternates.find((a) => a.lang === page.lang);
  if (page.kind !== "chooser" && own?.href !== addressOf(site, page)) yield `no alternate link to itself as ${page.lang}`;
  for (const alternate of page.alternates) yield* alternateFaults(site, page, alternate);
}

function* alternateFaults(site, page, { lang, href }) {
  if (!href.startsWith(site.base)) return yield `${lang}: "${href}" is not an absolute address below ${site.base}`;
  const other = site.byFile.get(follow(site, page, href).file);
  if (!other) return yield `${lang}: "${href}" leads to no page`;
  if (lang === "x-default" && other.kind === "chooser") return;
  if (lang !== "x-default" && other.lang !== lang) yield `${lang}: ${other.path} is in ${other.lang}`;
  if (other.noindex) yield `${lang}: ${other.path} is kept out of the index`;
  const back = other.alternates.some((a) => a.href === addressOf(site, page));
  if (!back && page.kind !== "chooser") yield `${lang}: ${other.path} does not link back`;
}

/** The reader's own language switch: one plain link, marked with its language, per other edition. */
function* switchFaults(site, page) {
  if (page.edition === null || page.kind === "404") return;
  const parent = page.edition.replace(/[^/]+\/$/u, "");
  const siblings = new Set(site.pages.map((p) => p.edition).filter((e) => e && e !== page.edition && e.replace(/[^/]+\/$/u, "") === parent));
  const offered = new Set(byTag(page.document, "a")
    .filter((a) => attr(a, "hreflang") && attr(a, "hreflang") === attr(a, "lang"))
    .map((a) => site.byFile.get(follow(site, page, attr(a, "href") ?? "").file)?.edition));
  for (const sibling of siblings) {
    if (!offered.has(sibling)) yield `no link with lang and hreflang to the edition ${sibling}`;
  }
}

export const jsonLd = {
  name: "json-ld",
  kind: "site",
  async run({ site }, { fail }) {
    for (const page of site.pages.filter((p) => p.edition !== null && p.kind !== "404")) {
      for (const fault of jsonLdFaults(site, page)) fail(fault, page.path);
    }
  },
};

function* jsonLdFaults(site, page) {
  const things = [];
  for (const script of byTag(page.document, "script").filter((s) => attr(s, "type") === "application/ld+json")) {
    try {
      things.push(...thingsIn(JSON.parse(textOf(script))));
    } catch (error) {
      yield `not JSON: ${error.message}`;
    }
  }
  const typed = (type) => things.find((t) => [t["@type"]].flat().includes(type));
  const web = typed("WebPage");
  if (!web) return yield "no WebPage";
  if (web.inLanguage !== page.lang && !page.noindex) yield `WebPage inLanguage "${web.inLanguage}" is not ${page.lang}`;
  if (!isDate(web.dateModified)) yield `WebPage dateModified "${web.dateModified}" is not a date`;
  if (page.kind === "rule") yield* ruleFaults(site, page, web, typed);
  yield* crumbFaults(site, page, typed("BreadcrumbList"));
}

function* ruleFaults(site, page, web, typed) {
  if (!isDate(web.lastReviewed)) yield `WebPage lastReviewed "${web.lastReviewed}" is not a date`;
  if (!typed("GovernmentService")?.name) yield "no GovernmentService with a name";
  if (!typed("BreadcrumbList")) yield "no BreadcrumbList";
}

function* crumbFaults(site, page, crumbs) {
  for (const [i, item] of (crumbs?.itemListElement ?? []).entries()) {
    if (item.position !== i + 1) yield `BreadcrumbList position ${item.position} instead of ${i + 1}`;
    const href = item.item?.["@id"] ?? item.item;
    if (href && follow(site, page, href).kind !== "file") yield `BreadcrumbList "${href}" leads nowhere`;
  }
}

function thingsIn(value) {
  if (Array.isArray(value)) return value.flatMap(thingsIn);
  if (value === null || typeof value !== "object") return [];
  return [value, ...Object.values(value).flatMap(thingsIn)];
}

const isDate = (text) => /^\d{4}-\d\d-\d\d(T.*)?$/u.test(text ?? "") && !Number.isNaN(Date.parse(text));
