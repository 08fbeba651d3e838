// What the script of a page of running text adds: words explained where they stand, and reading aloud.
//
// What it relies on: `a.term[data-n]` with the number of its explanation in `.terms`, and `.listen`, the button that reads aloud.

const RULES = (page) => page.kind === "rule";
const TERM = "main a.term[data-n]";

export const wordPopover = {
  name: "word-popover",
  kind: "page",
  applies: (page) => RULES(page) && page.html.includes("data-n="),
  async run({ tab, page }, { fail }) {
    await tab.visit(page);
    await tab.ask((selector) => document.querySelector(selector).focus(), TERM);
    await tab.page.keyboard.press("Enter");
    const opened = await tab.ask(lookAtWord, TERM);
    for (const fault of opened.faults) fail(fault);
    if (!opened.open) return;
    const name = await tab.page.getByRole("dialog").ariaSnapshot();
    if (!name.startsWith(`- dialog "${opened.word.slice(0, 12)}`)) fail(`the accessibility tree does not name the dialog after its word: ${name.slice(0, 80)}`);
    await tab.page.keyboard.press("Escape");
    await tab.page.waitForFunction(() => !document.querySelector("[popover]"), null, { timeout: 2_000 }).catch(() => {});
    for (const fault of await tab.ask(lookAfterWord, TERM)) fail(fault);
  },
};

/** Runs in the page. */
function lookAtWord(selector) {
  const faults = [];
  const link = document.querySelector(selector);
  const box = document.querySelector("[popover]");
  if (!box?.matches(":popover-open") || !probe.shown(box)) return { open: false, faults: [`Enter on "${link.textContent}" opens nothing`] };
  const n = link.dataset.n - 1;
  const [word, text] = ["dt", "dd"].map((tag) => document.querySelectorAll(`.terms ${tag}`)[n].textContent.trim());
  if (location.pathname.endsWith("/words/")) faults.push("Enter leaves the page");
  if (!box.textContent.includes(text)) faults.push(`it does not explain "${word}"`);
  if (!box.contains(document.activeElement)) faults.push("the focus stays outside");
  const { left, right, bottom } = box.getBoundingClientRect();
  if (left < 0 || right > innerWidth || bottom > innerHeight + 1) faults.push("it is not wholly in view");
  return { open: true, word, faults };
}

/** Runs in the page. */
function lookAfterWord(selector) {
  const faults = [];
  if (document.querySelector("[popover]")) faults.push("Escape does not close it");
  if (document.activeElement !== document.querySelector(selector)) faults.push("after Escape the focus is not on the word again");
  return faults;
}

/** A voice of a device, as pages meet them. */
const voice = (lang, localService = true) => ({ lang, localService, name: `voice ${lang}`, default: false });

export const listen = {
  name: "listen",
  kind: "page",
  applies: RULES,
  async run({ tab, page, site }, { fail, figure }) {
    // The script is the same everywhere: the first rule of an edition shows what it does with the language.
    if (site.pages.find((p) => p.kind === "rule" && p.edition === page.edition) !== page) return;
    for (const voices of [[], [voice("fi-FI")], [voice(page.lang, false)]]) {
      const silent = await speaking(tab, voices);
      if (await silent.locator(".listen").count()) fail(`a button to read aloud with the voices ${JSON.stringify(voices)}`);
      await silent.close();
    }
    const own = await speaking(tab, [voice(`${page.lang}-XX`)]);
    const faults = await listenTo(own, page, figure);
    for (const fault of faults) fail(fault);
    await own.close();
  },
};

async function listenTo(tab, page, figure) {
  const button = tab.locator(".listen");
  if ((await button.count()) !== 1) return ["no button to read aloud although there is a voice"];
  const faults = [];
  const label = await button.textContent();
  await button.focus();
  await tab.keyboard.press("Enter");
  await tab.waitForFunction(() => globalThis.spoken.length > 2, null, { timeout: 5_000 }).catch(() => faults.push("nothing is read"));
  if (!(await tab.evaluate(() => CSS.highlights.has("reading")))) faults.push("what is read is not marked");
  if ((await button.textContent()) === label) faults.push("the button does not say that it stops the reading");
  await tab.keyboard.press("Enter");
  const stopped = await tab.evaluate(() => ({ cancelled: globalThis.cancelled, marked: CSS.highlights.has("reading") }));
  if (stopped.cancelled === 0 || stopped.marked) faults.push("the button does not stop the reading");
  await tab.evaluate(() => { globalThis.spoken.length = 0; });
  await tab.keyboard.press("Enter");
  await tab.waitForFunction((words) => document.querySelector(".listen").textContent === words, label, { timeout: 20_000 }).catch(() => faults.push("the reading never ends"));
  const { spoken, answer, title } = await tab.evaluate(() => ({
    spoken: globalThis.spoken,
    title: document.querySelector("h1").textContent.trim(),
    answer: document.querySelector(".answer").textContent.trim(),
  }));
  figure("most sentences", spoken.length);
  const all = spoken.map(({ text }) => text).join(" ");
  for (const part of [title, answer]) if (!squeezed(all).includes(squeezed(part))) faults.push(`"${part}" is not read`);
  if (spoken.some(({ lang }) => lang !== page.lang)) faults.push("something is read in another language");
  return faults;
}

const squeezed = (text) => text.replace(/\s+/gu, "");

/** The page in a tab of its own, on a device with these voices; speaking takes no time there. */
async function speaking(tab, voices) {
  const own = await tab.page.context().newPage();
  await own.addInitScript((list) => {
    globalThis.spoken = [];
    globalThis.cancelled = 0;
    globalThis.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
    const speak = (words) => {
      globalThis.spoken.push({ text: words.text, lang: words.lang });
      setTimeout(() => words.onend?.(), 1);
    };
    const cancel = () => { globalThis.cancelled += 1; };
    Object.defineProperty(globalThis, "speechSynthesis", { value: { getVoices: () => list, speak, cancel, addEventListener() {} } });
  }, voices);
  await own.goto(tab.address, { waitUntil: "load" });
  return own;
}
