// What a page must not contain: inline styles, scripts and handlers, and addresses of other hosts
// that the browser would ask without being told to by the reader.

import { attr, elements, nameOf } from "../harness/html.mjs";
import { follow } from "../harness/site.mjs";

const DATA_TYPES = ["application/ld+json"];

export const inline = {
  name: "inline",
  kind: "site",
  async run({ site }, { fail }) {
    for (const page of site.pages) {
      for (const element of elements(page.document)) {
        for (const fault of inlineFaults(element)) fail(`${nameOf(element)}: ${fault}`, page.path);
      }
    }
  },
};

function* inlineFaults(element) {
  if (element.tagName === "style") yield "an inline style sheet";
  if (element.tagName === "script" && !DATA_TYPES.includes(attr(element, "type"))) {
    // A file of the site, which runs when the page is there; the page is complete without it.
    if (!attr(element, "src") || element.childNodes.length > 0) yield "a script in the page itself";
    else if (attr(element, "defer") === null) yield "a script that the page waits for";
  }
  for (const { name, value } of element.attrs) {
    if (name === "style") yield `style="${value}"`;
    if (name.startsWith("on")) yield `handler ${name}`;
    if (/^\s*(javascript|data|vbscript):/iu.test(value)) yield `${name}="${value.slice(0, 40)}"`;
  }
}

const FETCHED = {
  link: ["href"], script: ["src"], img: ["src"], iframe: ["src"], source: ["src"], video: ["src", "poster"],
  audio: ["src"], embed: ["src"], object: ["data"], use: ["href", "xlink:href"], image: ["href", "xlink:href"], form: ["action"],
};
// These only name an address; the browser does not ask for it.
const ONLY_NAMES = new Set(["canonical", "alternate", "license", "author", "next", "prev", "help"]);

export const hostsInMarkup = {
  name: "hosts-in-markup",
  kind: "site",
  async run({ site }, { fail }) {
    for (const page of site.pages) {
      for (const element of elements(page.document)) {
        if (ONLY_NAMES.has((attr(element, "rel") ?? "").split(" ")[0]) && element.tagName === "link") continue;
        for (const name of FETCHED[element.tagName] ?? []) {
          const href = attr(element, name);
          if (href !== null && follow(site, page, href).kind === "outside") fail(`${nameOf(element)} asks another host`, page.path);
        }
      }
    }
  },
};
