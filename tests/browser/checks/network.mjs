// What happens on the wire and in the console when a page is opened.
// These run first on a page: later checks add their own requests.

import { promises as fs } from "node:fs";
import path from "node:path";
import zlib from "node:zlib";
import { attr, byTag } from "../harness/html.mjs";
import { follow } from "../harness/site.mjs";

// Pages that list what the whole guide has grow with it.
const LISTS = ["report", "words", "changes", "one of situations"];
const MAX_BYTES = { page: 14_000, list: 30_000 };
const MAX_REQUESTS = 6;
// Boxes for all sheets: it is for people at a desk.
const MAX_ELEMENTS = { binder: 600, other: 400 };

export const policy = {
  name: "policy",
  kind: "page",
  everywhere: true,
  async run({ tab }, { fail }) {
    for (const violation of await tab.ask(() => probe.violations)) fail(`against the Content-Security-Policy: ${violation}`);
    for (const error of tab.log.errors) {
      // Chromium logs the 404 status of a 404 page itself; that status is right.
      const own = error.includes("status of 404") && error.includes(`[${tab.address}]`);
      if (!own) fail(`console: ${error}`);
    }
  },
};

export const status = {
  name: "status",
  kind: "page",
  everywhere: true,
  async run({ tab, page }, { fail }) {
    const expected = page.kind === "404" ? 404 : 200;
    if (tab.response.status() !== expected) fail(`status ${tab.response.status()} instead of ${expected}`);
    for (const request of tab.log.requests) {
      const response = await request.response();
      if (!request.isNavigationRequest() && response?.status() !== 200) fail(`${request.url()}: ${response?.status() ?? request.failure()?.errorText}`);
    }
  },
};

export const hosts = {
  name: "hosts",
  kind: "page",
  everywhere: true,
  async run({ tab }, { fail }) {
    for (const request of tab.log.requests) {
      if (!request.url().startsWith(`${tab.server.origin}/`)) fail(`asks ${request.url()}`);
    }
  },
};

export const requests = {
  name: "requests",
  kind: "page",
  everywhere: true,
  async run({ tab, page, site }, { fail, figure }) {
    const urls = new Set(tab.log.requests.map((r) => r.url().split("#")[0]));
    // The icon of the tab is fetched by every browser, but a headless one does not show it.
    for (const link of byTag(page.document, "link").filter((l) => /\bicon\b/u.test(attr(l, "rel") ?? ""))) {
      const { file } = follow(site, page, attr(link, "href") ?? "");
      if (file) urls.add(tab.server.url(`/${file}`));
    }
    figure("most", urls.size);
    if (urls.size > MAX_REQUESTS) fail(`${urls.size} requests, at most ${MAX_REQUESTS}: ${[...urls].join(" ")}`);
  },
};

export const weight = {
  name: "weight",
  kind: "page",
  everywhere: true,
  async run({ tab, page, site }, { fail, figure }) {
    const sheets = tab.log.requests.filter((r) => r.resourceType() === "stylesheet").map((r) => fileOf(tab, r.url()));
    const sizes = await Promise.all([page.file, ...new Set(sheets)].map((file) => packedSize(site.root, file)));
    const total = sizes.reduce((sum, size) => sum + size, 0);
    figure("most bytes", total);
    figure("most bytes of HTML", sizes[0]);
    const most = LISTS.includes(page.kind) ? MAX_BYTES.list : MAX_BYTES.page;
    if (total > most) fail(`${total} bytes of HTML and CSS (gzip), at most ${most}: ${sizes.join(" + ")}`);
  },
};

const fileOf = (tab, url) => decodeURIComponent(url.slice(tab.server.url("/").length).split(/[?#]/u)[0]);

async function packedSize(root, file) {
  return zlib.gzipSync(await fs.readFile(path.join(root, file)), { level: 9 }).length;
}

export const elementCount = {
  name: "elements",
  kind: "page",
  everywhere: true,
  async run({ tab, page }, { fail, figure }) {
    const most = MAX_ELEMENTS[page.kind] ?? MAX_ELEMENTS.other;
    const count = await tab.ask(() => document.querySelectorAll("*").length);
    figure("most", count);
    if (count > most && !LISTS.includes(page.kind)) fail(`${count} elements, at most ${most}`);
  },
};

export const withoutScripts = {
  name: "without-scripts",
  kind: "page",
  // Pages that show boxes with scripts only have checks of their own: compose.mjs, find.mjs.
  applies: (page) => !["binder", "report", "search"].includes(page.kind),
  async run({ tab, page }, { fail, figure }) {
    await tab.plain.goto(tab.address, { waitUntil: "load" });
    const [scripted, plain] = await Promise.all([tab.page, tab.plain].map((p) => p.evaluate(saidWithoutPrinting)));
    figure("characters", plain.length);
    if (plain.trim() === "") fail("no text at all with scripts off");
    if (scripted !== plain) fail(`other text with scripts off: ${difference(scripted, plain)}`, page.path);
  },
};

/** What a page says. Only a script can print, so a button for that is shown by scripts only. */
function saidWithoutPrinting() {
  const buttons = [...document.querySelectorAll("button.print:not([hidden])")];
  for (const button of buttons) button.hidden = true;
  const text = document.body.innerText;
  for (const button of buttons) button.hidden = false;
  return text;
}

function difference(a, b) {
  const at = [...a].findIndex((c, i) => c !== b[i]);
  const from = Math.max(0, (at < 0 ? a.length : at) - 20);
  return `"${a.slice(from, from + 60)}" became "${b.slice(from, from + 60)}"`;
}
