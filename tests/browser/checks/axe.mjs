// axe-core in the four looks that readers meet: wide and narrow window, light and dark.

import axe from "axe-core";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const look = (width, scheme) => ({
  name: `axe-${width}-${scheme}`,
  kind: "page",
  async run({ tab }, { fail, figure }) {
    await tab.set({ width, scheme });
    const { violations, unsure } = await runAxe(tab, { type: "tag", values: TAGS });
    for (const violation of violations) fail(violation);
    figure("most undecided", unsure);
  },
});

export const axeLooks = [look(1280, "light"), look(1280, "dark"), look(320, "light"), look(320, "dark")];

/** Runs axe in the page as it stands; one line per violated rule and element. */
export async function runAxe(tab, runOnly) {
  if (!(await tab.ask(() => "axe" in globalThis))) await tab.ask(axe.source);
  return tab.ask(async (only) => {
    // `preload` would fetch the style sheets once more, which the policy forbids.
    const options = { runOnly: only, preload: false, resultTypes: ["violations", "incomplete"], iframes: false };
    const { violations, incomplete } = await globalThis.axe.run(document, options);
    return {
      violations: violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.target.join(" ")}: ${(n.failureSummary ?? v.help).split("\n").slice(1, 3).join(" ")}`)),
      unsure: incomplete.length,
    };
  }, runOnly);
}
