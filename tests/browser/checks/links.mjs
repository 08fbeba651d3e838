// Every address in every page leads somewhere, and every page can be reached.
//
// Other hosts are never asked: whether they answer is not a property of the site.

import { attr, byTag, elements, nameOf } from "../harness/html.mjs";
import { follow } from "../harness/site.mjs";

const ADDRESS_ATTRIBUTES = ["href", "src", "action", "formaction", "poster", "data", "xlink:href"];

/** Every address in a page, with the element that has it. */
export function* addresses(page) {
  for (const element of elements(page.document)) {
    for (const name of ADDRESS_ATTRIBUTES) {
      const value = attr(element, name);
      if (value !== null) yield { element, href: value };
    }
    for (const candidate of (attr(element, "srcset") ?? "").split(",").filter(Boolean)) {
      yield { element, href: candidate.trim().split(/\s+/u)[0] };
    }
  }
}

export const links = {
  name: "links",
  kind: "site",
  async run({ site }, { fail, figure }) {
    for (const page of site.pages) {
      let count = 0;
      for (const { element, href } of addresses(page)) {
        count += 1;
        const why = brokenBecause(site, page, href);
        if (why) fail(`${nameOf(element)}: "${href}": ${why}`, page.path);
      }
      figure("most addresses", count, page.path);
    }
  },
};

function brokenBecause(site, page, href) {
  if (href.trim() === "") return "empty";
  // A place on the page itself; the `anchors` check looks for it.
  if (href.startsWith("#")) return null;
  const end = follow(site, page, href);
  if (end.kind === "broken") return end.why;
  return end.kind === "outside" ? outsideFault(end.url) : null;
}

function outsideFault(url) {
  if (url.protocol === "mailto:") return /^[^@\s]+@[^@\s]+\.[^@\s]+$/u.test(decodeURIComponent(url.pathname)) ? null : "not an e-mail address";
  if (url.protocol === "tel:") return /^\+?[\d-]{3,}$/u.test(url.pathname) ? null : "not a telephone number";
  if (["http:", "https:"].includes(url.protocol)) return null;
  return `the scheme ${url.protocol} is not one of http, https, mailto, tel`;
}

/** Every rule can be reached by the code of its sheet, in its own language. */
export const shorts = {
  name: "shorts",
  kind: "site",
  async run({ site }, { fail, figure }) {
    for (const page of site.shorts) {
      const refresh = byTag(page.document, "meta").find((m) => attr(m, "http-equiv") === "refresh");
      const to = /^0; url=(.+)$/u.exec(attr(refresh ?? null, "content") ?? "")?.[1];
      const end = to ? follow(site, page, to) : { kind: "broken", why: "leads nowhere" };
      const rule = end.kind === "file" ? site.byFile.get(end.file) : null;
      if (rule?.kind !== "rule") fail(`"${to}": ${end.why ?? "not a rule's page"}`, page.path);
      else if (rule.edition !== page.edition) fail(`leads to another edition: ${rule.path}`, page.path);
      else if (!byTag(page.document, "a").some((a) => attr(a, "href") === to)) fail("no link for who is not led on", page.path);
    }
    const rules = site.pages.filter((page) => page.kind === "rule").length;
    if (site.shorts.length > 0 && site.shorts.length !== rules) fail(`${site.shorts.length} short addresses of ${rules} rules`);
    figure("short addresses", site.shorts.length);
  },
};

export const anchors = {
  name: "anchors",
  kind: "site",
  async run({ site }, { fail }) {
    for (const page of site.pages) {
      for (const { element, href } of addresses(page)) {
        const end = follow(site, page, href);
        // A 404 page is met at an address that no file has, so its own anchors end nowhere in the folder.
        const target = page.kind === "404" && href.startsWith("#") ? page : site.byFile.get(end.file);
        const fragment = end.fragment ?? href.slice(1);
        if (!target || !fragment) continue;
        if (target.kind === "binder" && fragment.startsWith("sheets=")) {
          for (const code of unknownSheets(target, fragment)) fail(`${nameOf(element)}: no sheet "${code}" in ${target.path}`, page.path);
        } else if (!target.ids.has(fragment)) fail(`${nameOf(element)}: no id "${fragment}" in ${target.path}`, page.path);
      }
      for (const id of doubles(page)) fail(`the id "${id}" is there more than once`, page.path);
    }
  },
};

/** The sheets that an address chooses and that cannot be chosen on the page. */
function unknownSheets(page, fragment) {
  const codes = new Set(byTag(page.document, "input").filter((e) => attr(e, "name") === "sheet").map((e) => attr(e, "value")));
  return fragment.slice("sheets=".length).split("&")[0].split(",").filter((code) => !codes.has(code));
}

function doubles(page) {
  const all = [...elements(page.document)].map((e) => attr(e, "id")).filter((id) => id !== null);
  return all.filter((id, i) => all.indexOf(id) < i);
}

export const orphans = {
  name: "orphans",
  kind: "site",
  async run({ site }, { fail, figure }) {
    const steps = distances(site);
    for (const page of site.pages.filter((p) => p.kind !== "404")) {
      if (!steps.has(page)) fail("no chain of links leads here from /", page.path);
      else figure("most clicks from /", steps.get(page), page.path);
    }
  },
};

/** How many links a reader follows from the first page to each page that can be reached. */
function distances(site) {
  const start = site.byFile.get("index.html");
  const steps = new Map(start ? [[start, 0]] : []);
  for (const page of steps.keys()) {
    for (const { element, href } of addresses(page)) {
      if (element.tagName !== "a") continue;
      const target = site.byFile.get(follow(site, page, href).file);
      if (target && !steps.has(target)) steps.set(target, steps.get(page) + 1);
    }
  }
  return steps;
}
