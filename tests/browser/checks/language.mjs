// Every piece of text says truly which language it is in and which way it runs.
//
// A screen reader takes its voice from `lang`, the browser its direction from `dir`. Which language
// a text really is in is guessed from its script, and for Dutch and English from very common words.

import { attr, byTag, elements, nameOf, textOf } from "../harness/html.mjs";

const RIGHT_TO_LEFT = new Set(["Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm", "Rohg"]);

export const language = {
  name: "language",
  kind: "site",
  async run({ site }, { fail }) {
    for (const page of site.pages) {
      for (const fault of rootFaults(page)) fail(fault, page.path);
      for (const fault of partFaults(page)) fail(fault, page.path);
      for (const fault of textFaults(page)) fail(fault, page.path);
    }
  },
};

function directionOf(tag) {
  return RIGHT_TO_LEFT.has(new Intl.Locale(tag).maximize().script) ? "rtl" : "ltr";
}

function isTag(tag) {
  try {
    return Intl.getCanonicalLocales(tag)[0] === tag;
  } catch {
    return false;
  }
}

function* rootFaults(page) {
  if (!page.lang || !isTag(page.lang)) return yield `html lang="${page.lang}" is not a language tag`;
  if (page.dir !== directionOf(page.lang)) yield `html dir="${page.dir}" for ${page.lang}`;
  const folder = page.edition?.split("/").at(-2);
  if (folder && folder !== page.lang) yield `html lang="${page.lang}" in the edition ${folder}`;
}

/** Every part that changes the language must run in that language's direction. */
function* partFaults(page) {
  for (const element of elements(page.document)) {
    const lang = attr(element, "lang");
    if (lang === null || element.tagName === "html") continue;
    if (!isTag(lang)) yield `${nameOf(element)}: not a language tag`;
    else if (needsDirection(element, lang)) yield `${nameOf(element)}: dir must be ${directionOf(lang)}`;
  }
}

function needsDirection(element, lang) {
  const own = attr(element, "dir");
  // A `bdi` without `dir` finds its direction from its own text.
  if (element.tagName === "bdi" && own === null) return false;
  if (own !== null) return own !== directionOf(lang) && own !== "auto";
  return inherited(element.parentNode, "dir") !== directionOf(lang);
}

function inherited(element, name) {
  for (let e = element; e; e = e.parentNode) {
    const value = attr(e, name);
    if (value !== null) return value;
  }
  return null;
}

const BLOCKS = ["p", "li", "h1", "h2", "h3", "h4", "dt", "dd", "td", "th", "a", "summary", "figcaption"];
// Words that the other language does not have; a text with several of one and none of the other is in the first.
const COMMON = {
  nl: new Set("de het een uw u wij niet voor met van dat bij geen moet als ook naar kunt".split(" ")),
  en: new Set("the you your and to not for with this that from must if can are our have".split(" ")),
};

function* textFaults(page) {
  for (const block of byTag(page.document, ...BLOCKS)) {
    if (elementsWithLang(block)) continue;
    const guess = guessLanguage(textOf(block));
    const said = inherited(block, "lang")?.split("-")[0];
    const known = said in COMMON || directionOf(said ?? "nl") === "rtl";
    if (guess && known && !agrees(guess, said)) yield `${nameOf(block)}: reads like ${guess}, marked ${said}: "${textOf(block).slice(0, 60)}"`;
  }
}

// A block with parts in other languages is judged by those parts' own blocks, not as a whole.
const elementsWithLang = (block) => [...elements(block)].some((e) => attr(e, "lang") !== null);

const agrees = (guess, said) => guess === said || (guess === "right-to-left" && directionOf(said) === "rtl");

function guessLanguage(text) {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const rtl = words.filter((w) => /\p{Script=Arabic}|\p{Script=Hebrew}/u.test(w)).length;
  if (rtl > 0 && rtl * 2 > words.length) return "right-to-left";
  if (rtl > 0 || words.length < 5) return null;
  const hits = (lang) => words.filter((w) => COMMON[lang].has(w)).length;
  const [nl, en] = [hits("nl"), hits("en")];
  if (nl >= 2 && en === 0) return "nl";
  return en >= 2 && nl === 0 ? "en" : null;
}
