// Narrows the list of "Do I have to report this?" while somebody types. What is typed stays in this page.
(() => {
"use strict";

const form = document.getElementById("filter");
if (!form || !globalThis.wegwijs) return;
const field = form.querySelector("[type=search]");
const boxes = [...form.querySelectorAll("[name=outcome]")];
const status = form.querySelector("[role=status]");
const list = document.getElementById("list");
const rest = document.querySelectorAll(".unfiltered");
const subjects = [...list.querySelectorAll(".subject")].map((element) => ({ element, lines: [...element.querySelectorAll("li")] }));
const lines = subjects.flatMap((subject) => subject.lines.map((line) => ({ line, subject })));

/** The everyday words that lead to a subject, from the A to Z. */
const keywords = (id) => [...document.querySelectorAll(`.index a[href="#${id}"]`)].map((link) => link.closest("dd").firstChild.textContent);

let narrow; // Made when it is first needed: the page opens quicker.

function filters() {
  const lang = document.documentElement.lang;
  const own = lines.map(({ line, subject }) => `${line.firstElementChild.textContent} ${subject.element.firstElementChild.textContent}`);
  const wide = lines.map(({ subject }, i) => `${own[i]} ${subject.words ??= keywords(subject.element.id).join(" ")}`);
  return [globalThis.wegwijs.filter(own, lang), globalThis.wegwijs.filter(wide, lang)];
}

function show() {
  const query = field.value.trim() && field.value;
  const wanted = boxes.filter((box) => box.checked).map((box) => box.value);
  let fits = null;
  if (query) {
    narrow ??= filters();
    fits = narrow[0](query);
    if (fits.size === 0) fits = narrow[1](query);
  }
  let count = 0;
  lines.forEach(({ line }, i) => {
    const fit = (!fits || fits.has(i)) && (wanted.length === 0 || wanted.includes(line.className));
    line.hidden = !fit;
    if (fit) count += 1;
  });
  for (const { element, lines } of subjects) element.hidden = lines.every((line) => line.hidden);
  const active = Boolean(query) || wanted.length > 0;
  for (const part of rest) part.hidden = active;
  list.hidden = active && count === 0;
  say(active ? (count ? `${status.dataset.count} ${count}` : status.dataset.none) : "");
}

let timer;

/** Said once somebody stops typing, or a screen reader would speak at every key. */
function say(text) {
  clearTimeout(timer);
  timer = setTimeout(() => {
    if (status.textContent !== text) status.textContent = text;
  }, 400);
}

field.addEventListener("input", show);
field.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !field.value) return;
  event.preventDefault();
  field.value = "";
  show();
});
for (const box of boxes) box.addEventListener("change", show);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  if (!list.hidden) document.getElementById("list-title").focus();
});
form.hidden = false;
if (field.value || boxes.some((box) => box.checked)) show(); // After "back", the browser filled in what was there.
})();
