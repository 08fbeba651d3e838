// The search page. What can be found is in a script of its own (`data-index`), loaded when somebody starts to
// search. What is typed stays in this page: not in its address, not stored, not sent.
(() => {
"use strict";

const form = document.getElementById("search");
if (!form || !globalThis.wegwijs) return;
const field = form.querySelector("[type=search]");
const status = form.querySelector("[role=status]");
const results = document.getElementById("results");
const list = results.querySelector("ol");
const hit = document.getElementById("hit").content.firstElementChild;
const answers = document.getElementById("answers").content;
const most = 8;

let find = null;
let loading = false;
let waiting;

/** Loads what can be found, once. A script and no `fetch`: that does not work in a copy that is opened from a disk. */
function load() {
  if (loading) return;
  loading = true;
  const script = document.createElement("script");
  script.src = form.dataset.index;
  script.addEventListener("load", () => {
    find = globalThis.wegwijs.finder(globalThis.wegwijs.index);
    show();
  });
  script.addEventListener("error", () => {
    loading = false; // The next key tries again.
    script.remove();
    say(status.dataset.failed);
  });
  document.head.append(script);
}

/** The name of the file in a folder, in a copy without a web server to find it (`build --offline`). */
const index = document.documentElement.dataset.index ?? "";

/** Puts a text of the guide into an element, with its language. */
function put(element, { text, lang, dir }) {
  element.textContent = text;
  if (lang) [element.lang, element.dir] = [lang, dir];
}

function line(path, example) {
  const item = answers.querySelector(`.${example.outcome}`).cloneNode(true);
  const link = item.querySelector("a");
  link.href = `${form.dataset.home}${path}${index}#${example.id}`;
  put(link, example.situation);
  item.querySelector("span").textContent = example.term;
  return item;
}

function result({ rule, examples }) {
  const item = hit.cloneNode(true);
  const link = item.querySelector("a");
  link.href = form.dataset.home + rule.path + index;
  put(link, rule.title);
  put(item.querySelector("p"), rule.answer);
  item.querySelector("ul").append(...examples.map((example) => line(rule.path, example)));
  if (examples.length === 0) item.querySelector("ul").remove();
  return item;
}

/** Shows what is found for what is in the field now. */
function show() {
  clearTimeout(waiting);
  const query = field.value.trim() && field.value;
  if (query && !find) {
    load();
    say(status.dataset.busy);
    return;
  }
  const found = query ? find(query).slice(0, most) : [];
  list.replaceChildren(...found.map(result));
  results.hidden = found.length === 0;
  say(query ? (found.length > 0 ? `${status.dataset.count} ${found.length}` : status.dataset.none) : "");
}

/** Says it once; a screen reader speaks whenever it changes. */
function say(text) {
  if (status.textContent !== text) status.textContent = text;
}

field.addEventListener("focus", load);
field.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(show, 250);
});
field.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !field.value) return;
  event.preventDefault();
  field.value = "";
  show();
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  show();
  if (!results.hidden) results.querySelector("h2").focus();
});
for (const part of document.querySelectorAll(".plain-only")) part.hidden = true;
form.hidden = false;
})();
