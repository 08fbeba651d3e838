// Runs everyday questions through the search of a built site, and counts the links from the home page to the
// right example.
//
//   node questions.mjs SITE [TABLES] [--held]
//
// SITE is what `wegwijs build` made. TABLES is a folder with {nl,en,ar}.tsv (default: tests/questions): question,
// tab, answers with | between them; an answer is `chapter/rule` or `chapter/rule#example`. `--held` takes the
// tables that nobody tunes on, {nl,en,ar}-held.tsv. Exits 1 if a language finds fewer than 90 % in the first
// three, or if an answer is more than three links away.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import vm from "node:vm";
import { parse } from "parse5";

const FIRST = 3;
const SHARE = 0.9;
const CLICKS = 3;

const [site, tables] = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
const held = process.argv.includes("--held") ? "-held" : "";
if (!site) {
  console.error("which site? node questions.mjs SITE [TABLES] [--held]");
  process.exit(2);
}
const root = resolve(site);
const folder = resolve(tables ?? join(dirname(fileURLToPath(import.meta.url)), "../questions"));

/** Every element of a page below a node. */
function* elements(node) {
  for (const child of node.childNodes ?? []) {
    if (child.tagName) yield child;
    yield* elements(child);
  }
}

const attribute = (element, name) => element.attrs.find((a) => a.name === name)?.value;
const pages = new Map();

function page(file) {
  if (!pages.has(file)) {
    const all = [...elements(parse(readFileSync(file, "utf8")))];
    const hrefs = all.filter((e) => e.tagName === "a").map((e) => attribute(e, "href")).filter(Boolean);
    const to = hrefs.filter((href) => !/^[a-z]+:/i.test(href)).map((href) => {
      const [path, anchor] = href.split("#");
      const target = path ? resolve(dirname(file), decodeURI(path)) : file;
      return { file: target.endsWith(".html") ? target : join(target, "index.html"), anchor };
    });
    pages.set(file, { all, links: to.filter((link) => existsSync(link.file)) });
  }
  return pages.get(file);
}

/** The edition of a language: of the guide, or of its first municipality. */
function edition(language) {
  const own = readdirSync(root, { withFileTypes: true }).filter((e) => e.isDirectory()).map((e) => e.name).sort();
  const places = [join(root, language), ...own.map((name) => join(root, name, language))];
  return places.find((place) => existsSync(join(place, "search/index.html")));
}

/** The search of an edition, as its search page loads it. */
function search(home) {
  const file = join(home, "search/index.html");
  const { all } = page(file);
  const form = all.find((e) => attribute(e, "role") === "search");
  const sources = all.filter((e) => e.tagName === "script").map((e) => attribute(e, "src") ?? "");
  const scripts = sources.filter((source) => /\bsearch\./.test(source));
  // The page itself is not there: the script then only offers what it compares words with.
  const context = vm.createContext({ document: { getElementById: () => null } });
  for (const path of [...scripts, attribute(form, "data-index")]) {
    vm.runInContext(readFileSync(resolve(dirname(file), path), "utf8"), context);
  }
  return vm.runInContext("wegwijs.finder(wegwijs.index)", context);
}

/** How many links away each page and each place in a page is. */
function clicks(home) {
  const at = new Map([[join(home, "index.html"), 0]]);
  const queue = [join(home, "index.html")];
  for (const file of queue) {
    for (const link of page(file).links.filter((link) => link.file.startsWith(home + sep))) {
      const steps = at.get(file) + 1;
      if (!at.has(link.file)) queue.push(link.file);
      for (const place of [link.file, `${link.file}#${link.anchor}`]) if (!at.has(place)) at.set(place, steps);
    }
  }
  return (answer) => {
    const [path, anchor] = answer.split("#");
    return at.get(join(home, path, "index.html") + (anchor ? `#${anchor}` : "")) ?? Infinity;
  };
}

function fits(answer, { rule, examples }) {
  const [path, anchor] = answer.split("#");
  return rule.path === `${path}/` && (!anchor || examples.some((example) => example.id === anchor));
}

let failed = false;
for (const language of ["nl", "en", "ar"]) {
  const table = join(folder, `${language}${held}.tsv`);
  const home = edition(language);
  if (!existsSync(table) || !home) {
    console.error(`${language}: no ${home ? `table ${table}` : `search page in ${root}`}`);
    failed = true;
    continue;
  }
  const lines = readFileSync(table, "utf8").split("\n").filter((line) => line.trim() && !line.startsWith("#"));
  const find = search(home);
  const steps = clicks(home);
  const ranks = [];
  const misses = [];
  let far = 0;
  for (const [question, answers] of lines.map((line) => line.split("\t"))) {
    const list = answers.trim().split("|");
    const results = find(question);
    const rank = results.findIndex((result) => list.some((answer) => fits(answer, result))) + 1;
    const seen = results.slice(0, FIRST).map(said).join("  ");
    if (rank >= 1 && rank <= FIRST) ranks.push(rank);
    else misses.push([question, answers.trim(), rank ? `rank ${rank}` : "not found", seen].join("\n      "));
    const least = Math.min(...list.map(steps));
    far = Math.max(far, least);
    if (least > CLICKS) misses.push(`${question}\n      ${answers.trim()}: ${least} links from the home page`);
  }
  const share = ranks.length / lines.length;
  const mean = ranks.reduce((sum, rank) => sum + rank, 0) / ranks.length;
  const first = ranks.filter((rank) => rank === 1).length / lines.length;
  const ranked = `${percent(share)} in the first ${FIRST} (${percent(first)} first, mean rank ${mean.toFixed(2)})`;
  console.log(`${language}: ${lines.length} questions, ${ranked}, at most ${far} links away`);
  for (const miss of misses) console.log(`    ${miss}`);
  failed ||= share < SHARE || far > CLICKS;
}
process.exit(failed ? 1 : 0);

function said({ rule, examples }) {
  return `${rule.path.slice(0, -1)}[${examples.map((example) => example.id).join(",")}]`;
}

function percent(share) {
  return `${(100 * share).toFixed(1)} %`;
}
