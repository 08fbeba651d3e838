// Makes a larger guide of a guide, to measure what grows with the number of rules:
//
//   node enlarge.mjs GUIDE OUT 50
//
// Each rule is repeated under other names. In the copies half of the words of five letters and more become words
// that no language has, of the same length and out of the same letters: real rules share some words with each
// other and have words of their own, and exact copies would pack far too well.
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { join } from "node:path";

const [from, to, wanted] = process.argv.slice(2);
if (!(Number(wanted) > 0)) {
  console.error("node enlarge.mjs GUIDE OUT RULES");
  process.exit(2);
}
const number = (text) => createHash("sha256").update(text).digest().readUInt32BE();
const SETS = ["aeiou", "bcdfghklmnprstvwz", "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"];

/** A word that stands for another in one copy, always the same. */
function other(word, copy) {
  const seed = `${copy} ${word.toLowerCase()}`;
  if (number(seed) % 2) return word;
  return [...word].map((c, i) => {
    const set = SETS.find((set) => set.includes(c));
    return set ? set[number(`${seed} ${i}`) % set.length] : c;
  }).join("");
}

/** A text of a rule with other words. Names stay: of keys, facts and the ends of links. */
function vary(text, copy) {
  const names = /^\s*[\w-]+:|\{[^}]*\}|\]\([^)]*\)|\p{L}{5,}/gmu;
  return text.replace(names, (found) => (/^\p{L}+$/u.test(found) ? other(found, copy) : found));
}

rmSync(join(to, "content"), { recursive: true, force: true });
mkdirSync(to, { recursive: true });
cpSync(join(from, "content"), join(to, "content"), { recursive: true });
rmSync(join(to, "content/translations.lock"), { force: true });
const folder = join(to, "content/rules");
const folders = (path) => readdirSync(path, { withFileTypes: true }).filter((e) => e.isDirectory()).map((e) => e.name).sort();
const rules = folders(folder).flatMap((chapter) => folders(join(folder, chapter)).map((rule) => join(folder, chapter, rule)));
for (let made = rules.length; made < Number(wanted); made += 1) {
  const rule = rules[made % rules.length];
  const copy = Math.floor(made / rules.length);
  mkdirSync(`${rule}-${copy}`);
  for (const file of readdirSync(rule)) {
    const text = readFileSync(join(rule, file), "utf8");
    const sheet = /^(sheet: [A-Z]+)(\d+)/m;
    const changed = file.endsWith(".md") ? vary(text, copy) : text.replace(sheet, (_, letter, n) => letter + (Number(n) + 20 * copy));
    writeFileSync(join(`${rule}-${copy}`, file), changed);
  }
}
console.log(`${Math.max(rules.length, Number(wanted))} rules in ${to}`);
