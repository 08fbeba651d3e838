// Runs checks over a site and gathers what they find.
//
// A site check looks at all pages at once and needs no browser; a page check looks at one page
// in a tab. Both only report; counting and printing is the business of report.mjs.

import { launch, Tab } from "./browser.mjs";
import { Report } from "./report.mjs";
import { serve } from "./serve.mjs";

// As many tabs as the smallest machine has cores; more only make each other wait.
const TABS = 2;
const PATIENCE_MS = 60_000;

/**
 * Judges `site` by `checks`; `pages` narrows all but the site checks to some pages, and a
 * `browser` that is there already is used and left open.
 */
export async function judge(site, checks, { pages = site.pages, progress = () => {}, browser = null } = {}) {
  const report = new Report();
  for (const check of checks.filter((c) => c.kind === "site")) {
    await runCheck(report, check, site.pages.map((p) => p.path), { site });
    progress(`${check.name} done`);
  }
  const pageChecks = checks.filter((c) => c.kind === "page");
  if (pageChecks.length > 0) await judgePages({ site, checks: pageChecks, report }, pages, progress, browser);
  for (const check of checks.filter((c) => c.kind === "last")) {
    await runCheck(report, check, [], { site, pages, progress });
  }
  return report;
}

async function judgePages(work, pages, progress, given) {
  const server = await serve(work.site.root, work.site.base);
  const browser = given ?? (await launch());
  const queue = [...pages];
  let done = 0;
  const workThrough = async () => {
    const tab = await Tab.open(browser, server);
    while (queue.length > 0) {
      await judgePage(tab, queue.shift(), work);
      done += 1;
      if (done % 10 === 0 || done === pages.length) progress(`${done} of ${pages.length} pages`);
    }
    await tab.close();
  };
  await Promise.all(Array.from({ length: Math.min(TABS, pages.length) }, workThrough));
  if (!given) await browser.close();
  await server.close();
}

async function judgePage(tab, page, { site, checks, report }) {
  try {
    await tab.visit(page);
  } catch (error) {
    report.fail("visit", page.path, `the page cannot be opened: ${error.message}`);
    return;
  }
  for (const check of checks.filter((c) => c.applies?.(page) ?? true)) {
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
