// The two lists that the generator writes about its own output: they must say what is there.

import { promises as fs } from "node:fs";
import path from "node:path";
import { blake3 } from "@noble/hashes/blake3.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { addressOf } from "../harness/site.mjs";

export const sitemap = {
  name: "sitemap",
  kind: "site",
  async run({ site }, { fail, figure }) {
    const entries = await readSitemap(site);
    figure("entries", entries.length, "/sitemap.xml");
    const listed = new Map();
    for (const entry of entries) {
      if (listed.has(entry.loc)) fail(`${entry.loc} is listed twice`, "/sitemap.xml");
      listed.set(entry.loc, entry);
    }
    for (const page of site.pages) pageAgainst(site, page, listed, fail);
    for (const loc of listed.keys()) fail(`${loc} is no indexable page`, "/sitemap.xml");
  },
};

async function readSitemap(site) {
  const text = await fs.readFile(path.join(site.root, "sitemap.xml"), "utf8");
  const valid = XMLValidator.validate(text);
  if (valid !== true) throw new Error(`sitemap.xml: ${valid.err.msg} (line ${valid.err.line})`);
  const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: "", isArray: (name) => ["url", "xhtml:link"].includes(name) });
  const { urlset } = parser.parse(text);
  if (urlset.xmlns !== "http://www.sitemaps.org/schemas/sitemap/0.9") throw new Error("sitemap.xml: wrong namespace");
  if (urlset["xmlns:xhtml"] !== "http://www.w3.org/1999/xhtml") throw new Error("sitemap.xml: wrong namespace for xhtml:link");
  return (urlset.url ?? []).map((u) => ({ loc: u.loc, alternates: (u["xhtml:link"] ?? []).map((l) => `${l.rel} ${l.hreflang} ${l.href}`) }));
}

/** A page that may be indexed is listed once, with the same alternates as in its head. */
function pageAgainst(site, page, listed, fail) {
  const address = addressOf(site, page);
  const entry = listed.get(address);
  listed.delete(address);
  const expected = page.kind !== "404" && !page.noindex;
  if (!expected) return entry && fail("listed, but it is kept out of the index", page.path);
  if (!entry) return fail("not listed", page.path);
  const inHead = page.alternates.map((a) => `alternate ${a.lang} ${a.href}`).sort();
  if (inHead.join("\n") !== [...entry.alternates].sort().join("\n")) {
    fail(`its xhtml:link elements [${entry.alternates}] are not the alternates of the page [${inHead}]`, page.path);
  }
}

const LISTS_ITSELF_NOT = new Set(["manifest.json"]);

export const manifest = {
  name: "manifest",
  kind: "site",
  async run({ site }, { fail, figure }) {
    const { files } = JSON.parse(await fs.readFile(path.join(site.root, "manifest.json"), "utf8"));
    const listed = new Map(files.map((f) => [f.path, f]));
    figure("files", files.length, "/manifest.json");
    if (listed.size !== files.length) fail("a path is listed twice", "/manifest.json");
    for (const file of site.files) {
      const entry = listed.get(file);
      listed.delete(file);
      if (!entry && !LISTS_ITSELF_NOT.has(file)) fail("not listed", `/${file}`);
      if (entry) for await (const fault of entryFaults(site, entry)) fail(fault, `/${file}`);
    }
    for (const file of listed.keys()) fail(`${file} is listed and is not there`, "/manifest.json");
  },
};

async function* entryFaults(site, entry) {
  const bytes = await fs.readFile(path.join(site.root, entry.path));
  if (bytes.length !== entry.length) yield `${bytes.length} bytes, listed with ${entry.length}`;
  if (!entry.hash) yield "listed without a hash";
  else if (bytesToHex(blake3(bytes)) !== entry.hash) yield "its hash (BLAKE3) is not the one listed";
}
