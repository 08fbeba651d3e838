// Lighthouse, mobile, in its own Chromium: full marks on a home and a rule page, in a language of
// each direction. It runs last and alone, because it measures time.

import { launch as launchChrome } from "chrome-launcher";
import lighthouse from "lighthouse";
import { CHROMIUM, FLAGS } from "../harness/browser.mjs";
import { serve } from "../harness/serve.mjs";

const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
const LANGUAGES = ["ar", "nl"];
const KINDS = ["home", "rule"];
// Performance is a measure of time: work of others on the machine can cost a point, never give one.
const TRIES = 3;

export const lighthouseScores = {
  name: "lighthouse",
  kind: "last",
  patience: 600_000,
  async run({ site, pages, progress }, { fail, unit }) {
    const chosen = choose(pages);
    if (chosen.length === 0) fail("no home or rule page found");
    const server = await serve(site.root, site.base, { forLighthouse: true });
    const chrome = await launchChrome({ chromePath: CHROMIUM, chromeFlags: ["--headless=new", ...FLAGS] });
    try {
      for (const page of chosen) {
        unit(page.path);
        const scores = await bestOf(TRIES, () => measure(server.url(page.path), chrome.port));
        progress(`lighthouse ${page.path}: ${scores.map((s) => `${s.name} ${s.score}`).join(", ")}`);
        for (const { name, score, why } of scores) if (score !== 100) fail(`${name} ${score}: ${why}`, page.path);
      }
    } finally {
      chrome.kill();
      await server.close();
    }
  },
};

/** One home and one rule page per language; the first by name, so that runs can be compared. */
function choose(pages) {
  return LANGUAGES.flatMap((lang) => KINDS.map((kind) => pages.find((p) => p.lang === lang && p.kind === kind && !p.noindex)))
    .filter(Boolean);
}

/** Measures again only while something is missing, and keeps the best score of each category. */
async function bestOf(tries, measureOnce) {
  let best = await measureOnce();
  for (let n = 1; n < tries && best.some((s) => s.score < 100); n += 1) {
    const again = await measureOnce();
    best = best.map((s, i) => (again[i].score > s.score ? again[i] : s));
  }
  return best;
}

async function measure(url, port) {
  const { lhr } = await lighthouse(url, { port, onlyCategories: CATEGORIES, logLevel: "silent", output: "json" });
  if (lhr.runtimeError) throw new Error(`${url}: ${lhr.runtimeError.message}`);
  return CATEGORIES.map((name) => {
    const category = lhr.categories[name];
    return { name, score: Math.round((category.score ?? 0) * 100), why: lost(category, lhr.audits) };
  });
}

/** The audits that cost points. */
function lost(category, audits) {
  return category.auditRefs
    .filter((ref) => ref.weight > 0 && audits[ref.id].score !== null && audits[ref.id].score < 1)
    .map((ref) => `${ref.id} (${audits[ref.id].displayValue ?? audits[ref.id].score})`)
    .join(", ");
}
