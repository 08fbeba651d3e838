// Runs checks over a site and gathers what they find.
//
// A site check looks at all pages at once and needs no browser; a page check looks at one page
// in a tab; a last check runs alone when all else is done. All only report; counting and printing
// is the business of report.mjs.

import { Bench } from "./bench.mjs";
import { Report } from "./report.mjs";

// As many tabs as the smallest machine has cores; more only make each other wait.
const TABS = 2;
const PATIENCE_MS = 60_000;

/**
 * Judges `site` by `checks`. `pages` narrows the checks to some pages, but for the quick ones that
 * look at all pages at once; a `bench` that is there already is used and left open; `tries` is how often a
 * page that fails is looked at. On pages that are not among those `close`, only checks that say `everywhere` run.
 */
export async function judge(site, checks, { pages = site.pages, close = new Set(pages), progress = () => {}, bench = null, tries = 2 } = {}) {
  const work = { site, pages, close, progress, tries, report: new Report(), checks: checks.filter((c) => c.kind === "page") };
  for (const check of checks.filter((c) => c.kind === "site")) {
    await runCheck(work.report, check, site.pages.map((p) => p.path), { site, pages });
    progress(`${check.name} done`);
  }
  if (work.checks.length > 0) await judgePages(work, bench);
  for (const check of checks.filter((c) => c.kind === "last")) {
    await runCheck(work.report, check, [], { site, pages, progress });
  }
  return work.report;
}

async function judgePages(work, given) {
  const bench = given ?? (await Bench.open(work.site));
  const queue = [...work.pages];
  const tabs = Math.min(TABS, queue.length);
  await Promise.all(Array.from({ length: tabs }, () => workThrough(queue, work, bench)));
  if (!given) await bench.close();
}

/**
 * Takes page after page from the queue. A page on which the browser died, or on which something
 * failed, gets one more try in a new tab: a fault of the page is there again, an accident of a
 * busy machine is not.
 */
async function workThrough(queue, work, bench) {
  let tab = null;
  while (queue.length > 0) {
    const page = queue.shift();
    for (let left = work.tries; left > 0; left -= 1) {
      tab = await bench.liveTab(tab);
      const report = new Report();
      await judgePage(tab, page, { ...work, report });
      if (left > 1 && (!tab.alive() || report.totals().failed > 0)) {
        work.progress(`${page.path} failed or ended the browser; once more in a new tab`);
        if (tab.alive()) await tab.close();
        tab = null;
        continue;
      }
      work.report.add(report);
      break;
    }
    const done = work.pages.length - queue.length;
    if (done % 10 === 0 || queue.length === 0) work.progress(`${done} of ${work.pages.length} pages`);
  }
  await tab?.close();
}

async function judgePage(tab, page, { site, checks, close, report }) {
  try {
    await tab.visit(page);
  } catch (error) {
    report.fail("visit", page.path, `the page cannot be opened: ${error.message}`);
    return;
  }
  const here = checks.filter((c) => (c.everywhere || close.has(page)) && (c.applies?.(page) ?? true));
  for (const check of here) {
    await runCheck(report, check, [page.path], { tab, page, site });
  }
}

/** Runs one check; an error inside it is a failure too, so that a broken check cannot pass. */
async function runCheck(report, check, units, scene) {
  const started = performance.now();
  const home = units.length === 1 ? units[0] : "(site)";
  report.begin(check.name, units);
  const say = {
    fail: (what, where = home) => report.fail(check.name, where, what),
    figure: (label, value, where = home) => report.figure(check.name, label, value, where),
    unit: (where) => report.begin(check.name, [where]),
  };
  try {
    await inTime(check.run(scene, say), check.patience ?? PATIENCE_MS);
  } catch (error) {
    say.fail(`the check itself broke: ${error.stack ?? error}`);
  }
  report.took(check.name, performance.now() - started);
}

function inTime(promise, patience) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer after ${patience / 1000} s`)), patience);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
