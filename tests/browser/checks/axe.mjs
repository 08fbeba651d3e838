// axe-core in the four looks that readers meet: wide and narrow window, light and dark.

import fs from "node:fs";
import { createRequire } from "node:module";

// The small form; the package's own `source` is the large one, and it is sent to every page.
const AXE = fs.readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const look = (width, scheme, everywhere = false) => ({
  name: `axe-${width}-${scheme}`,
  kind: "page",
  everywhere,
  async run({ tab }, { fail, figure }) {
    await tab.set({ width, scheme });
    const { violations, unsure } = await runAxe(tab);
    for (const violation of violations) fail(violation);
    figure("most undecided", unsure);
  },
});

export const axeLooks = [look(1280, "light", true), look(1280, "dark"), look(320, "light"), look(320, "dark")];

/** Runs axe in the page as it stands; one line per violated rule and element. */
async function runAxe(tab) {
  if (!(await tab.ask(() => "axe" in globalThis))) await tab.ask(AXE);
  return tab.ask(async (values) => {
    // `preload` would fetch the style sheets once more, which the policy forbids.
    const options = { runOnly: { type: "tag", values }, preload: false, resultTypes: ["violations", "incomplete"], iframes: false };
    const { violations, incomplete } = await globalThis.axe.run(document, options);
    const why = (node, rule) => (node.failureSummary ?? rule.help).split("\n").slice(1, 3).join(" ");
    return {
      violations: violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.target.join(" ")}: ${why(node, rule)}`)),
      unsure: incomplete.length,
    };
  }, TAGS);
}
