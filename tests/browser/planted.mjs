// node planted.mjs SITE_DIR [--only NAME,NAME]
//
// Shows that every check can fail: plants one fault at a time in a copy of the site, runs the
// check that must see it on the page concerned, and expects a failure that names it and was not
// there before. A check without a planted fault fails too.

import { parseArgs } from "node:util";
import { CHECKS } from "./checks/index.mjs";
import { FAULTS } from "./faults/index.mjs";
import { Bench } from "./harness/bench.mjs";
import { endOnSignals } from "./harness/browser.mjs";
import { Copy } from "./harness/copy.mjs";
import { judge } from "./harness/engine.mjs";

async function main() {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { only: { type: "string" } } });
  if (positionals.length !== 1) throw new Error("usage: node planted.mjs SITE_DIR [--only NAME,NAME]");
  const only = values.only?.split(",");
  const copy = await Copy.of(positionals[0]);
  const stage = { copy, bench: await Bench.open(copy.site), clean: new Map() };
  const results = [];
  try {
    for (const fault of FAULTS.filter((f) => !only || only.includes(f.check))) {
      results.push(await tryFault(stage, fault));
      console.log(results.at(-1).line);
    }
  } finally {
    await stage.bench.close();
    await copy.remove();
  }
  for (const name of only ? [] : unplanted()) results.push({ good: false, line: `FAIL ${name}: no fault is planted for it` });
  return conclude(results);
}

/** The names of checks that no fault tries. */
const unplanted = () => CHECKS.map((c) => c.name).filter((name) => !FAULTS.some((f) => f.check === name));

/** Plants one fault and looks whether its check sees it. */
async function tryFault(stage, fault) {
  try {
    const seen = await newFailures(stage, fault);
    const hit = seen.find((failure) => fault.expect.test(failure));
    if (hit) return { good: true, line: `ok   ${fault.check}: ${fault.what}: seen as "${hit.slice(0, 160)}"` };
    return { good: false, line: `FAIL ${fault.check}: ${fault.what}: not seen; new failures: ${JSON.stringify(seen.slice(0, 3))}` };
  } catch (error) {
    return { good: false, line: `FAIL ${fault.check}: ${fault.what}: ${error.message}` };
  } finally {
    await stage.copy.undo();
  }
}

async function newFailures(stage, fault) {
  const page = stage.copy.page(fault.kind ?? "rule", fault.lang);
  const before = await cleanFailures(stage, fault.check, page);
  await fault.plant(stage.copy, page);
  return (await failuresOf(stage, fault.check, page.file)).filter((failure) => !before.includes(failure));
}

/** What the check says without the fault; found out once per check and page. */
async function cleanFailures(stage, check, page) {
  const key = `${check} ${page.file}`;
  if (!stage.clean.has(key)) stage.clean.set(key, await failuresOf(stage, check, page.file));
  return stage.clean.get(key);
}

async function failuresOf({ copy, bench }, name, file) {
  const site = await copy.read();
  const checks = CHECKS.filter((check) => check.name === name);
  if (checks.length === 0) throw new Error(`no such check: ${name}`);
  const report = await judge(site, checks, { pages: [site.byFile.get(file)], bench, tries: 1 });
  return report.failures();
}

function conclude(results) {
  const bad = results.filter((result) => !result.good);
  if (bad.length > 0) console.log(`\n${bad.map((result) => result.line).join("\n")}`);
  console.log(`\n${results.length - bad.length} passed, ${bad.length} failed`);
  return bad.length === 0 && results.length > 0 ? 0 : 1;
}

endOnSignals();
try {
  process.exitCode = await main();
} catch (error) {
  console.error(error.message);
  process.exitCode = 2;
}
