// Finds texts by words, forgivingly: the search page and the filter of "Do I have to report this?" share it. It
// touches no page, so it runs anywhere. Texts come as people wrote them; everything that is done to words is done
// here, to both sides. docs/search.md explains the choices and gives the figures.
(() => {
"use strict";

// --- Words ----------------------------------------------------------------------------------------------

// Letters that people write for each other.
const ONE = { "\u0671": "\u0627", "\u0649": "\u064a", "\u06cc": "\u064a", "\u0629": "\u0647", "\u06a9": "\u0643" };
const ARABIC = /[\u0621-\u064a]/;

/** The words of a text, without accents, vowel signs and capitals, in one spelling. */
function words(text) {
  const plain = text
    .normalize("NFKD") // Hamza above and below comes loose from its letter here, like every accent.
    .replace(/[\p{M}\u0640'\u2019\u02bc\u0621]/gu, "")
    .toLowerCase()
    .replace(/[\u0671\u0649\u06cc\u0629\u06a9]/g, (c) => ONE[c])
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (c) => c.charCodeAt(0) & 15)
    .replace(/(\d)[.,](?=\d{3}(?!\d))/g, "$1");
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

// What Dutch verbs carry in front: "bellen ... terug" is "terugbellen", "teruggebeld".
const FRONT = "aan af bij door in mee na om op over terug toe uit voor weg".split(" ");
const PAST = new RegExp(`^(${FRONT.join("|")}|)ge(?=.{3,}(?:t|d|en)$)`);

const ENDINGS = new RegExp(
  "(?:\u0647\u0627|\u0627\u0646|\u0627\u062a|\u0648\u0646|\u064a\u0646|\u064a\u0647|\u062a\u064a|" +
    "\u0647\u0645|\u0643\u0645|\u0646\u0627|\u0647|\u064a|\u0643|\u062a|\u0627)$",
);

/** What stays of a word without its ending. Not a word of the language: two forms of one word come out the same. */
const shorten = {
  nl(word) {
    const rest = cut(word.replace(PAST, "$1"), /(?:tjes?|jes?|ingen|ing|eren|en|e|s)$/);
    return single(cut(rest, /[td]$/)).replace(/v$/, "f").replace(/z$/, "s");
  },
  en(word) {
    const rest = cut(cut(word.replace(/ie[sd]$/, "y"), /s$/), /(?:ing|ed|er|ly|e)$/);
    return single(cut(rest, /e$/)).replace(/y$/, "i");
  },
  // Articles, "and" and prepositions that are written together with the word, and endings (after Larkey and
  // others, light10). Long vowels change between the forms of an Arabic word, so they go last.
  ar(word) {
    let rest = cut(word, /^\u0648(?=.{3})/);
    rest = cut(rest, /^(?:[\u0628\u0643\u0641]?\u0627\u0644|\u0644\u0644)/);
    return cut(rest, ENDINGS);
  },
};

/** Without the part, unless too little would be left. */
function cut(word, part) {
  const rest = word.replace(part, "");
  return rest.length > 2 ? rest : word;
}

/** Without the second of two letters at the end: sitt(ing) and sit. */
const single = (word) => word.replace(/([^aeiou])\1$/, "$1");

/** Long vowels as short ones: koop and kop(en). */
const even = (word) => word.replace(/([aeou])\1/g, "$1");

/** The consonants of an Arabic word, without the letters that come and go around a root. */
function root(word) {
  let rest = word.replace(/^\u0627\u0633\u062a(?=.{3})/, "");
  while (/^[\u0627\u064a\u062a\u0646\u0645].{3}/.test(rest)) rest = rest.slice(1);
  return rest[0] + rest.slice(1).replace(/[\u0627\u0648\u064a]/g, "");
}

// Words that ask or bind and tell nothing of what somebody looks for.
const SMALL = {
  nl: `de het een en of ik je jij u hij zij ze wij we mijn jouw uw zijn haar hun ons onze me mij jullie jou is ben bent was waren
    word wordt worden heb heeft hebben had kan kun kunnen mag mogen moet moeten wil willen ga gaan gaat doe doen doet wat wanneer
    waar waarom wie welke hoe hoeveel als dan dat die dit deze er te om voor van in op aan bij met naar uit over tot door niet wel
    ook nog al maar want nu iets iemand zelf krijg krijgen`,
  en: `a an the and or if of to in on at by as is am are was were be been do does did dont have has had can could may must should
    will would i im ive you we he she it they me my your his her their our us them what when where why who which how that this
    these those there then than but not with for from about so too up get got any some someone something else one`,
  ar: `في من الى علي عن هل ما ماذا متي كيف كم لماذا اين اي هذا هذه ذلك انا نحن هو هي لي لك عندي لدي عند مع ان او لا لم لن ليس قد كان
    اذا ثم كل التي الذي يجب ممكن اريد احتاج استطيع يمكن يمكنني علي انني لو بس شو`,
};
const small = Object.fromEntries(Object.entries(SMALL).map(([lang, list]) => [lang, new Set(words(list))]));

const kept = new Map();

/** A word with what is needed to compare it. */
function known(word, lang) {
  const key = `${lang} ${word}`;
  if (!kept.has(key)) {
    const arabic = ARABIC.test(word);
    const stem = (arabic ? shorten.ar : shorten[lang] ?? ((w) => w))(word);
    kept.set(key, { word, stem, form: arabic ? stem : even(stem), root: arabic ? root(stem) : "" });
  }
  return kept.get(key);
}

// --- Likeness -------------------------------------------------------------------------------------------

/** How many letters to add, leave out, replace or swap to get from one word to another; `most` and more are alike. */
function distance(a, b, most) {
  if (Math.abs(a.length - b.length) >= most) return most;
  let before = [];
  let row = [...Array(b.length + 1).keys()];
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
      least = Math.min(least, next[j]);
    }
    if (least >= most) return most;
    before = row;
    row = next;
  }
  return row[b.length];
}

const LIKE = { form: 0.9, start: 0.8, root: 0.7, part: 0.6, tail: 0.4, slip: 0.5 };

/** How much a word that somebody looks for is like a word of a text: 1 is the same, 0 nothing. */
function likeness(sought, other, unfinished) {
  const [a, b] = [sought.word, other.word];
  if (a === b) return 1;
  if (sought.form === other.form) return LIKE.form;
  if (unfinished && a.length > 1 && b.startsWith(a)) return LIKE.start;
  if (sought.root) return sought.root.length > 2 && sought.root === other.root ? LIKE.root : 0;
  const [less, more] = a.length < b.length ? [sought, other] : [other, sought];
  if (less.stem.length > 3 && more.word.length - less.stem.length > 2) {
    // "auto" in "autoverzekering", "verzekering" in "autoverzekering": a compound, or a longer form.
    if (more.word.startsWith(less.stem) || more.word.endsWith(less.word) || more.stem.endsWith(less.stem)) return LIKE.part;
  }
  const [longest, l, m] = [more.word.length, a.length - 1, b.length - 1];
  if (a[0] === b[0] && heads(a, b) >= Math.max(5, 0.7 * longest)) return LIKE.part;
  // "salarisstrook" and "loonstrook".
  return a[l] === b[m] && tails(a, b) >= Math.max(6, 0.45 * longest) ? LIKE.tail : 0;
}

/** How many letters two words have in common at the front. */
function heads(a, b) {
  let count = 0;
  while (count < a.length && a[count] === b[count]) count += 1;
  return count;
}

/** How many letters two words have in common at the end. */
function tails(a, b) {
  let count = 0;
  while (count < a.length && a[a.length - 1 - count] === b[b.length - 1 - count]) count += 1;
  return count;
}

/** Likeness by typing error: a letter too many, too few, another, or two swapped; two of these in long words. */
function slip(sought, other) {
  const [a, b] = sought.root ? [sought.stem, other.stem] : [sought.word, other.word];
  const most = a.length > 7 ? 2 : a.length > 3 ? 1 : 0;
  // Hardly anybody gets the first letter wrong, and many words differ in nothing else.
  const far = most && (a[0] === b[0] || (a[0] === b[1] && a[1] === b[0])) ? distance(a, b, most + 1) : most + 1;
  return far <= most ? LIKE.slip * (1 - 0.15 * far) : 0;
}

/** Finds the words of a text that are like a word of a query. Typing errors count only where nothing else is alike. */
function comparer(list, lang) {
  const vocabulary = list.map((word) => known(word, lang));
  const before = new Map(); // While somebody types, all words but the last stay as they are.
  return ({ sought, unfinished, joined }) => {
    const key = `${sought.word} ${unfinished} ${joined}`;
    if (!before.has(key)) {
      let found = like(vocabulary, (other) => (joined ? whole(sought, other) : likeness(sought, other, unfinished)));
      if (found.size === 0 && !joined) found = like(vocabulary, (other) => slip(sought, other));
      before.set(key, found);
    }
    return before.get(key);
  };
}

function like(vocabulary, judge) {
  const found = new Map();
  for (const other of vocabulary) {
    const much = judge(other);
    if (much) found.set(other.word, much);
  }
  return found;
}

/** Two words of a query as one: it must be a word, or the beginning of one. */
const whole = (sought, other) => (sought.form === other.form ? LIKE.form : other.word.startsWith(sought.word) ? LIKE.part : 0);

/** The words of a query, each once. The last may be half a word: it is being typed. */
function asked(query, lang) {
  const list = words(query);
  const typing = /[\p{L}\p{N}\p{M}]$/u.test(query);
  const one = (word, i) => {
    return { sought: known(word, lang), unfinished: typing && i === list.length - 1, weight: small[lang]?.has(word) ? 0.02 : 1 };
  };
  // "nul uren contract" for "nulurencontract": neighbours count as one word too, where there is such a word.
  const pairs = list.slice(1).map((word, i) => list[i] + word);
  if (lang === "nl") pairs.push(...list.filter((word) => FRONT.includes(word)).flatMap((word) => list.map((other) => word + other)));
  const long = pairs.filter((word) => word.length > 6);
  const joined = long.map((word) => ({ sought: known(word, lang), unfinished: false, weight: 1, joined: true }));
  return [...list.map(one), ...joined].filter((a, i, all) => all.findIndex((b) => b.sought === a.sought) === i);
}

// --- Filter ---------------------------------------------------------------------------------------------

/** Which of some texts have every word of a query; if none has, those that have the rarest of them. */
function filter(texts, lang) {
  const lists = texts.map((text) => new Set(words(text)));
  const alike = comparer([...new Set(lists.flatMap((list) => [...list]))], lang);
  return (query) => {
    const hits = asked(query, lang).map((word) => {
      const found = alike(word);
      const has = lists.map((list) => [...found.keys()].some((other) => list.has(other)));
      return { has, needed: word.weight === 1 && !word.joined, weight: word.weight * rarity(has.filter(Boolean).length, texts.length) };
    });
    const scores = lists.map((_, i) => hits.reduce((sum, { has, weight }) => sum + (has[i] ? weight : 0), 0));
    const all = lists.map((_, i) => hits.every(({ has, needed }) => has[i] || !needed));
    const best = Math.max(0, ...scores);
    const fits = all.includes(true) ? all : scores.map((score) => score > 0 && score >= 0.7 * best);
    return new Set(fits.flatMap((fit, i) => (fit ? [i] : [])));
  };
}

/** How much a word tells that stands in so many of all places. */
const rarity = (places, all) => (places ? Math.log(1 + all / places) / Math.log(1 + all) : 0);

// --- Search ---------------------------------------------------------------------------------------------

const WEIGHT = { title: 1, keyword: 1, answer: 0.6, situation: 0.9, event: 0.4, meaning: 0.6, letter: 0.7, other: 0.35, more: 0.3 };

const shown = (text) => (typeof text === "string" ? { text } : text);

/** The rules of an index, each with its examples: the file has a list for each thing that a rule has. */
function unpack({ rules, examples, terms }) {
  return rules.path.map((path, r) => ({
    path: `${path}/`,
    title: shown(rules.title[r]),
    answer: shown(rules.answer[r]),
    keywords: rules.keywords[r],
    letters: rules.letters[r],
    words: rules.words[r],
    examples: examples.id[r].map((id, e) => ({
      id,
      situation: shown(examples.situation[r][e]),
      outcome: examples.outcome[r][e],
      term: terms[examples.term[r][e]] ?? "",
      events: examples.events[r][e],
      words: examples.words[r][e],
    })),
  }));
}

/** Where each word stands, and how much it says there. Place -1 is the rule, others its examples. */
function read(rules, events) {
  const places = new Map();
  const add = (text, rule, example, weight) => {
    for (const word of words(text)) {
      if (!places.has(word)) places.set(word, new Map());
      const key = rule * 1000 + example + 1;
      places.get(word).set(key, Math.max(weight, places.get(word).get(key) ?? 0));
    }
  };
  rules.forEach((rule, r) => {
    add(rule.title.text, r, -1, WEIGHT.title);
    add(rule.keywords, r, -1, WEIGHT.keyword);
    add(rule.answer.text, r, -1, WEIGHT.answer);
    add(rule.letters, r, -1, WEIGHT.letter);
    add(rule.words, r, -1, WEIGHT.other);
    rule.examples.forEach((example, e) => {
      add(example.situation.text, r, e, WEIGHT.situation);
      add(example.words, r, e, WEIGHT.meaning);
      for (const event of example.events) add(events[event], r, e, WEIGHT.event);
    });
  });
  return places;
}

const POWER = 1.5;

/** A function that finds the rules and examples of an index that a query is about, best first. */
function finder(index) {
  const rules = unpack(index);
  const places = read(rules, index.events);
  const alike = comparer([...places.keys()], index.lang);
  const common = new Set(words(index.common));
  return (query) => {
    const hits = asked(query, index.lang).map((asks) => {
      const at = new Map();
      const everywhere = common.has(asks.sought.word);
      for (const [word, like] of alike(asks)) {
        for (const [key, weight] of places.get(word)) at.set(key, Math.max(like * weight, at.get(key) ?? 0));
      }
      const rare = new Set([...at.keys()].map((key) => Math.floor(key / 1000))).size;
      const often = Math.max(rare, everywhere ? rules.length / 2 : 0);
      return { at, weight: asks.weight * rarity(often, rules.length) ** POWER };
    });
    const found = rules.map((rule, r) => judge(rule, r, hits)).filter(({ score }) => score > 0);
    found.sort((a, b) => b.score - a.score);
    const good = found.filter(({ score }) => score > 0.2 * found[0].score);
    return good.map(({ rule, examples }, i) => ({ rule, examples: choose(examples, i === 0) }));
  };
}

/** The examples that a result shows, best first. The first result is what most people want: it shows more. */
function choose(examples, first) {
  const best = Math.max(0, ...examples.map(({ own }) => own));
  // What fits is the rule as a whole, say by an everyday word for all of it: any of its examples may be meant.
  if (best <= Math.max(...examples.map(({ general }) => general))) {
    return first ? pick(examples, 12) : pick(examples.filter(({ own }) => own > 0), 3);
  }
  return pick(examples.filter(({ own }) => own >= 0.25 * best), first ? 6 : 3);
}

const pick = (examples, most) => [...examples].sort((a, b) => b.own - a.own).slice(0, most).map(({ example }) => example);

/** How well a rule fits, by its best example; and how well each example does, by its own words and by the rule's. */
function judge(rule, r, hits) {
  let top = 0;
  const examples = [undefined, ...rule.examples].map((example, e) => {
    let [score, own, general] = [0, 0, 0];
    for (const { at, weight } of hits) {
      const [ofRule, ofExample] = [at.get(r * 1000) ?? 0, e ? at.get(r * 1000 + e) ?? 0 : 0];
      score += weight * (Math.max(ofRule, ofExample) + WEIGHT.more * Math.min(ofRule, ofExample));
      own += weight * ofExample;
      general += weight * ofRule;
    }
    top = Math.max(top, score);
    return { example, own, general };
  });
  return { rule, score: top, examples: examples.slice(1) };
}

globalThis.wegwijs = { words, filter, finder };
})();
