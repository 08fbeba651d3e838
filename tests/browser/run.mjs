// node run.mjs SITE_DIR [--only NAME,NAME] [--pages TEXT] [--sample]
//
// Judges a built site by every check (or those named) on every page (or those whose address
// contains TEXT). With --sample, what takes long is done on each page of the first municipality in one of its
// languages, and on one page of each kind of every edition. Exit 0: all passed. 1: something failed. 2: it could not run.

import { parseArgs } from "node:util";
import { CHECKS } from "./checks/index.mjs";
import { endOnSignals } from "./harness/browser.mjs";
import { judge } from "./harness/engine.mjs";
import { closely, openSite } from "./harness/site.mjs";

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { only: { type: "string" }, pages: { type: "string" }, sample: { type: "boolean" } },
  });
  if (positionals.length !== 1) throw new Error("usage: node run.mjs SITE_DIR [--only NAME,NAME] [--pages TEXT] [--sample]");
  const site = await openSite(positionals[0]);
  if (site.pages.length === 0) throw new Error(`no page in ${positionals[0]}`);
  const started = performance.now();
  const pages = site.pages.filter((page) => page.path.includes(values.pages ?? ""));
  const report = await judge(site, chosenChecks(values.only), {
    pages,
    close: values.sample ? closely(pages) : new Set(pages),
    progress: (text) => console.log(`[${seconds(started)} s] ${text}`),
  });
  return conclude(site, report, started);
}

function chosenChecks(only) {
  if (!only) return CHECKS;
  const names = only.split(",");
  const unknown = names.filter((name) => !CHECKS.some((check) => check.name === name));
  if (unknown.length > 0) throw new Error(`no such check: ${unknown}; there are: ${CHECKS.map((c) => c.name).join(" ")}`);
  return CHECKS.filter((check) => names.includes(check.name));
}

function conclude(site, report, started) {
  console.log(`\n${site.pages.length} pages of ${site.base}, ${site.files.size} files\n`);
  for (const line of report.summary()) console.log(line);
  const failures = report.failures();
  if (failures.length > 0) console.log(`\n${failures.join("\n")}`);
  console.log(`\n${seconds(started)} s in all`);
  const { passed, failed } = report.totals();
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

const seconds = (started) => ((performance.now() - started) / 1000).toFixed(1);

endOnSignals();
try {
  process.exitCode = await main();
} catch (error) {
  console.error(error.message);
  process.exitCode = 2;
}
