// The style sheets say nothing in terms of left, right, top and bottom: one sheet serves both
// directions only when every declaration is in terms of the text ("logical").
// Media and container features (`min-width`) are conditions, not declarations.

import { promises as fs } from "node:fs";
import path from "node:path";
import { generate, parse, walk } from "css-tree";

const SIDES = "(top|right|bottom|left)";
const PHYSICAL_NAMES = [
  /^(min-|max-)?(width|height)$/u,
  new RegExp(`^${SIDES}$`, "u"),
  new RegExp(`^(scroll-)?(margin|padding)-${SIDES}$`, "u"),
  new RegExp(`^border-${SIDES}(-(width|style|color))?$`, "u"),
  /^border-(top|bottom)-(left|right)-radius$/u,
  /^contain-intrinsic-(width|height)$/u,
  /^(overflow|overscroll-behavior)-[xy]$/u,
];
// Properties whose words left and right have a logical twin (start, end, inline-start, ...).
const PHYSICAL_WORDS = /^(text-align|text-align-last|float|clear|justify-(content|items|self)|caption-side|resize)$/u;
const WORDS = /(^|\s)(left|right|horizontal|vertical)(\s|$)/u;
// With four values the second is right and the fourth left; different ones fit one direction only.
const FOUR_SIDED = /^((scroll-)?(margin|padding)|inset|border-(width|style|color))$/u;
const CORNERED = /^border-radius$/u;

export const physicalCss = {
  name: "physical-css",
  kind: "site",
  async run({ site }, { fail, figure, unit }) {
    for (const file of [...site.files].filter((f) => f.endsWith(".css"))) {
      unit(`/${file}`);
      const text = await fs.readFile(path.join(site.root, file), "utf8");
      const { count, faults } = judgeSheet(text);
      for (const fault of faults) fail(fault, `/${file}`);
      figure("declarations", count, `/${file}`);
    }
  },
};

/** Counts the declarations of a style sheet and names those that are physical or cannot be read. */
export function judgeSheet(text) {
  const faults = [];
  let count = 0;
  const onParseError = (error) => faults.push(`line ${error.line}: ${error.message}`);
  walk(parse(text, { positions: true, onParseError }), {
    visit: "Declaration",
    enter(node) {
      // `@supports (width: 1px)` is a condition and `@page {margin: ...}` is about paper, which has sides.
      if (this.atrulePrelude || this.atrule?.name === "page" || this.atrule?.name === "property") return;
      count += 1;
      const why = physicalBecause(node.property.toLowerCase(), generate(node.value));
      if (why) faults.push(`line ${node.loc.start.line}: ${node.property}: ${generate(node.value)}: ${why}`);
    },
  });
  return { count, faults };
}

function physicalBecause(property, value) {
  if (property.startsWith("--")) return null;
  if (PHYSICAL_NAMES.some((name) => name.test(property))) return "a physical property";
  if (PHYSICAL_WORDS.test(property) && WORDS.test(value)) return "a physical word";
  const parts = splitValues(value);
  if (FOUR_SIDED.test(property) && parts.length === 4 && parts[1] !== parts[3]) return "left and right differ";
  if (CORNERED.test(property) && unlikeCorners(value)) return "left and right corners differ";
  return null;
}

/** The values of a shorthand; spaces inside brackets do not separate. */
function splitValues(value) {
  const parts = [""];
  let depth = 0;
  for (const c of value) {
    depth += c === "(" ? 1 : c === ")" ? -1 : 0;
    if (c === " " && depth === 0) parts.push("");
    else parts[parts.length - 1] += c;
  }
  return parts.filter(Boolean);
}

function unlikeCorners(value) {
  return value.split("/").some((radii) => {
    const [a, b = a, c = a, d = b] = splitValues(radii);
    return a !== b || c !== d;
  });
}
