// Lighthouse, mobile, in its own Chromium: full marks on a home and a rule page, in a language of
// each direction. It runs last and alone, because it measures time.
//
// What does not depend on the machine must be perfect. Performance is a measure of time: 100 is asked of the weights,
// the requests and the shifts that the other checks count; of the clock, Lighthouse's own green range.

import { launch as launchChrome } from "chrome-launcher";
import lighthouse from "lighthouse";
import { throttling as throttlingOfPhones } from "lighthouse/core/config/constants.js";
import { CHROMIUM, FLAGS } from "../harness/browser.mjs";
import { serve } from "../harness/serve.mjs";

const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
const LANGUAGES = ["ar", "nl"];
const KINDS = ["home", "rule"];
// Work of others on the machine can cost a point, never give one.
const TRIES = 5;
const ASKED = { performance: 90, accessibility: 100, "best-practices": 100, seo: 100 };
// Lighthouse makes a fast desktop four times slower, to be a phone. One that is slower itself is slowed down less:
// https://github.com/GoogleChrome/lighthouse/blob/main/docs/throttling.md
const FAST_DESKTOP = 1500;
const SLOWER = 4;

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
        const scores = await bestOf(TRIES, (slower) => measure(server.url(page.path), chrome.port, slower));
        progress(`lighthouse ${page.path}: ${scores.map((s) => `${s.name} ${s.score}`).join(", ")}`);
        for (const { name, score, why } of scores) if (score < ASKED[name]) fail(`${name} ${score}: ${why}`, page.path);
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
  let { scores: best, speed } = await measureOnce(SLOWER);
  for (let n = 1; n < tries && best.some((s) => s.score < 100); n += 1) {
    const again = await measureOnce(Math.max(1, SLOWER * Math.min(1, speed / FAST_DESKTOP)));
    best = best.map((s, i) => (again.scores[i].score > s.score ? again.scores[i] : s));
    speed = again.speed;
  }
  return best;
}

async function measure(url, port, cpuSlowdownMultiplier) {
  const throttling = { ...throttlingOfPhones.mobileSlow4G, cpuSlowdownMultiplier };
  const { lhr } = await lighthouse(url, { port, onlyCategories: CATEGORIES, logLevel: "silent", output: "json", throttling });
  if (lhr.runtimeError) throw new Error(`${url}: ${lhr.runtimeError.message}`);
  const scores = CATEGORIES.map((name) => {
    const category = lhr.categories[name];
    return { name, score: Math.round((category.score ?? 0) * 100), why: lost(category, lhr.audits) };
  });
  return { scores, speed: lhr.environment.benchmarkIndex };
}

/** The audits that cost points. */
function lost(category, audits) {
  return category.auditRefs
    .filter((ref) => ref.weight > 0 && audits[ref.id].score !== null && audits[ref.id].score < 1)
    .map((ref) => `${ref.id} (${audits[ref.id].displayValue ?? audits[ref.id].score})`)
    .join(", ");
}
