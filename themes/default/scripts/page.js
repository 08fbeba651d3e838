// On pages of running text: explains a word where it stands, and reads the page aloud.
//
// The words it shows stand as data-* on `main` (base.html). A word is `a.term` with the number of its explanation in
// `.terms` in `data-n`; without this script, or where the browser has no popovers, it is a link to the page of words.

(() => {
"use strict";

const main = document.querySelector("main");
const says = main.dataset;

/** Makes an element. */
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

// --- Words ----------------------------------------------------------------------------------------------

const explanations = main.querySelector(".terms");

function explain(link) {
  const word = explanations.querySelectorAll("dt")[link.dataset.n - 1];
  const title = make("p", { id: "word-title", class: "word-title" }, ...word.cloneNode(true).childNodes);
  const close = make("button", { type: "button", class: "button quiet" }, says.close);
  const all = make("a", { href: link.getAttribute("href") }, says.words);
  const text = make("div", {}, ...word.nextElementSibling.cloneNode(true).childNodes);
  const box = make("div", { class: "word", popover: "auto", role: "dialog", tabindex: "-1", "aria-labelledby": title.id });
  box.append(title, text, make("p", { class: "actions" }, close, all));
  close.addEventListener("click", () => box.hidePopover());
  box.addEventListener("toggle", (event) => {
    if (event.newState !== "closed") return;
    // Closed by its button or with Escape: go on where the reader was. Closed by a click elsewhere: stay there.
    if (box.contains(document.activeElement) || document.activeElement === document.body) link.focus();
    box.remove();
  });
  link.after(box);
  box.showPopover();
  box.focus();
}

if (explanations && "popover" in HTMLElement.prototype) {
  main.addEventListener("click", (event) => {
    const link = event.target.closest("a.term[data-n]");
    const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (!link || !plain) return;
    event.preventDefault();
    explain(link);
  });
}

// --- Reading aloud --------------------------------------------------------------------------------------

const speech = window.speechSynthesis;
const language = document.documentElement.lang;

/** The voices of this device for the page's language; those that need a network are left out. */
const voices = () => speech.getVoices().filter((voice) => voice.localService && voice.lang.toLowerCase().replace("_", "-").split("-")[0] === language.split("-")[0]);

/** Every block of text that can be seen, in the page's language, cut into sentences: as ranges of the page. */
function* sentences() {
  const cut = Intl.Segmenter && new Intl.Segmenter(language, { granularity: "sentence" });
  for (const block of main.querySelectorAll("h1, h2, h3, h4, p, li, dt, dd, th, td, caption")) {
    const other = block.closest("[lang]").lang !== language;
    const outer = block.querySelector("p, li, h3, h4, dt, dd");
    if (other || outer || block.closest(".listen, [popover]") || !block.checkVisibility()) continue;
    const text = block.textContent;
    const pieces = cut ? [...cut.segment(text)] : [{ index: 0, segment: text }];
    for (const { index, segment } of pieces) {
      if (segment.trim()) yield { words: segment.trim(), range: rangeOf(block, index, index + segment.length) };
    }
  }
}

/** The part of a block from one letter to another. */
function rangeOf(block, from, to) {
  const range = document.createRange();
  range.selectNodeContents(block);
  const walk = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let at = 0;
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const end = at + node.data.length;
    if (from >= at && from < end) range.setStart(node, from - at);
    if (to > at && to <= end) range.setEnd(node, to - at);
    at = end;
  }
  return range;
}

let reading = null;

// Here and not in the style sheet: not every parser of style sheets knows this selector yet.
const look = new CSSStyleSheet();
look.replaceSync("::highlight(reading) { background-color: var(--ww-color-accent); color: #000; }");

function mark(range) {
  if (!CSS.highlights) return;
  CSS.highlights.delete("reading");
  if (!range) return;
  document.adoptedStyleSheets = [look];
  CSS.highlights.set("reading", new Highlight(range));
  const { top, bottom } = range.getBoundingClientRect();
  if (top < 0 || bottom > innerHeight) range.startContainer.parentElement.scrollIntoView({ block: "center" });
}

function stop(button) {
  reading = null;
  speech.cancel();
  mark(null);
  button.textContent = says.listen;
}

function read(button) {
  const queue = [...sentences()];
  const mine = {};
  reading = mine;
  button.textContent = says.stop;
  const next = () => {
    if (reading !== mine) return;
    const sentence = queue.shift();
    if (!sentence) return stop(button);
    const words = new SpeechSynthesisUtterance(sentence.words);
    words.lang = language;
    words.voice = voices()[0] ?? null;
    words.onend = next;
    words.onerror = () => reading === mine && stop(button);
    mark(sentence.range);
    speech.speak(words);
  };
  next();
}

function offerToRead() {
  if (main.querySelector(".listen") || voices().length === 0) return;
  const button = make("button", { type: "button", class: "button quiet listen" }, says.listen);
  button.addEventListener("click", () => (reading ? stop(button) : read(button)));
  addEventListener("pagehide", () => reading && stop(button));
  main.querySelector(".hero > .wrap")?.append(make("p", { class: "actions screen-only" }, button));
}

if (speech) {
  offerToRead();
  speech.addEventListener?.("voiceschanged", offerToRead);
}
})();
