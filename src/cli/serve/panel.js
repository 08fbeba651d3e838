// The foot of a page in `wegwijs serve`: what is wrong with the guide, and as on which day and for which
// municipality it is shown. It lives in a shadow tree, so that it and the page do not touch each other's looks.

const FOLDED = "wegwijs-folded";
const SAID = "wegwijs-said";
const SEVERITIES = ["error", "warning", "hint"];
// Told apart by shape as well as by colour.
const ICONS = {
  error: "M8 1 15 8 8 15 1 8Z M8 4.5v4 M8 10.4v1.2",
  warning: "M8 1.5 15 14H1Z M8 6v4 M8 11.4v1.2",
  hint: "M8 1a7 7 0 1 0 0 14A7 7 0 1 0 8 1Z M8 7v4.5 M8 4.2v1.2",
};
const AS_ON = /^\/_as-on\/(\d{4}-\d{2}-\d{2})\//u;

export const host = document.createElement("wegwijs-live");
const root = host.attachShadow({ mode: "open" });
let errorsBefore = null;

/** An element with attributes and content; text stays text. */
function make(name, attributes = {}, ...content) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...content.filter((part) => part !== null && part !== undefined));
  return element;
}

function icon(severity) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  for (const [key, value] of [["viewBox", "0 0 16 16"], ["aria-hidden", "true"], ["class", severity]]) svg.setAttribute(key, value);
  path.setAttribute("d", ICONS[severity]);
  svg.append(path);
  return svg;
}

const said = make("p", { role: "status", class: "said" });
const list = make("section", { id: "findings", "aria-labelledby": "findings-title", hidden: true });
const toggle = make("button", { id: "fold", type: "button", "aria-controls": "findings", hidden: true });
const day = make("button", { id: "day", type: "button", "aria-controls": "choices", "aria-expanded": "false", hidden: true });
const jump = make("a", { id: "jump", hidden: true });
const choices = make("form", { id: "choices", hidden: true });
const bar = make("div", { class: "bar" }, toggle, day, jump, choices);

/** Shows what is wrong, or takes the panel away. */
export function findings(found) {
  const total = SEVERITIES.reduce((sum, severity) => sum + found.counts[severity], 0);
  const title = total === 0 ? "No findings" : counted(found.counts);
  toggle.hidden = total === 0;
  toggle.replaceChildren(...total === 0 ? [] : [icon(gravest(found.counts)), title]);
  list.replaceChildren(...total === 0 ? [] : filled(found, title));
  const errors = found.counts.error;
  if (errors > 0 && errorsBefore === 0) sessionStorage.removeItem(FOLDED);
  errorsBefore = errors;
  fold(sessionStorage.getItem(FOLDED) ?? (errors + found.counts.warning === 0 ? "yes" : "no"), total > 0);
  say(found.stale ? `${title}. The last good pages stay.` : title);
}

const gravest = (counts) => SEVERITIES.find((severity) => counts[severity] > 0);

function counted(counts) {
  const parts = SEVERITIES.filter((severity) => counts[severity] > 0);
  return parts.map((severity) => `${counts[severity]} ${severity}${counts[severity] === 1 ? "" : "s"}`).join(", ");
}

function filled(found, title) {
  const stale = "The guide cannot be read as it is now. The pages are the last good ones.";
  const more = `${found.left_out} more: \`wegwijs check\` shows all of them.`;
  return [
    make("h2", { id: "findings-title" }, title),
    found.stale ? make("p", { class: "stale" }, stale) : null,
    make("ol", { tabindex: "0", "aria-labelledby": "findings-title" }, ...found.findings.map(item)),
    found.left_out > 0 ? make("p", {}, more) : null,
  ].filter((part) => part !== null);
}

function item(finding) {
  const place = [finding.path, finding.line, finding.column].filter((part) => part !== null && part !== undefined).join(":");
  const explain = make("a", { href: `/_wegwijs/explain/${finding.code}`, target: "_blank" }, `About ${finding.code}`);
  return make(
    "li",
    { class: finding.severity },
    make("p", { class: "message" }, icon(finding.severity), make("strong", {}, `${finding.severity}: `), ...words(finding.message)),
    place === "" ? null : make("p", {}, make("code", {}, place)),
    make("p", {}, ...words(finding.help), " ", explain),
  );
}

/** What stands between backticks is code, as on a terminal. */
function words(text) {
  const parts = text.split("`");
  return parts.map((part, i) => {
    if (i % 2 === 0) return part;
    return i < parts.length - 1 ? make("code", {}, part) : `\`${part}`;
  });
}

function fold(folded, any) {
  list.hidden = !any || folded === "yes";
  toggle.setAttribute("aria-expanded", String(!list.hidden));
}

/** Says something to whoever does not see it, once. */
function say(text) {
  if (sessionStorage.getItem(SAID) === text) return;
  sessionStorage.setItem(SAID, text);
  said.textContent = text;
}

toggle.addEventListener("click", () => {
  sessionStorage.setItem(FOLDED, list.hidden ? "no" : "yes");
  fold(sessionStorage.getItem(FOLDED), true);
});

/** Where this page is: the day, the municipality and what is below it. */
function here(municipalities) {
  const date = AS_ON.exec(location.pathname)?.[1] ?? null;
  const path = location.pathname.replace(AS_ON, "/").slice(1);
  const [first, ...rest] = path.split("/");
  const own = municipalities.find((one) => one.id === first);
  return own ? { date, municipality: own.id, path: rest.join("/") } : { date, municipality: null, path };
}

const folderOf = (date, usual) => (date === usual ? "/" : `/_as-on/${date}/`);
const written = (date) => new Date(`${date}T12:00:00`).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });

/** Offers other days and municipalities. */
export function guide(about) {
  // Somebody who is choosing must not lose it.
  if (choices.contains(root.activeElement)) return;
  const at = here(about.municipalities);
  const date = at.date ?? about.date;
  const rest = (at.municipality ? `${at.municipality}/` : "") + at.path + location.search;
  const input = make("input", { type: "date", id: "date", value: date, min: "1900-01-01", max: "2199-12-31", required: true });
  const to = (other) => make("a", { href: folderOf(other, about.date) + rest, "aria-current": other === date && "date" }, written(other));
  const days = [...new Set([about.date, ...about.changes])];
  const parts = [make("label", { for: "date" }, "Show the guide as on"), input];
  let select = null;
  if (about.municipalities.length > 0) {
    const none = at.municipality ? null : make("option", { value: "" }, "(none)");
    const option = (one) => make("option", { value: one.id, selected: one.id === at.municipality }, one.name);
    select = make("select", { id: "municipality" }, none, ...about.municipalities.map(option));
    parts.push(make("label", { for: "municipality" }, "Municipality"), select);
  }
  parts.push(make("button", { type: "submit" }, "Show"));
  choices.replaceChildren(
    make("div", { class: "choose" }, ...parts),
    make("ul", { class: "days", "aria-label": "Days on which something changes" }, ...days.map((one) => make("li", {}, to(one)))),
  );
  choices.onsubmit = (event) => {
    event.preventDefault();
    go(folderOf(input.value, about.date), at, select?.value ?? "");
  };
  day.textContent = `As on ${written(date)}`;
  day.classList.toggle("other", date !== about.date);
  day.hidden = false;
  // What holds after the next change is one click away, and so is the way back.
  const other = date === about.date ? about.changes[0] : about.date;
  jump.hidden = other === undefined;
  if (other) {
    jump.href = folderOf(other, about.date) + rest;
    jump.textContent = date === about.date ? `See ${written(other)}` : `Back to ${written(other)}`;
  }
}

day.addEventListener("click", () => {
  choices.hidden = !choices.hidden;
  day.setAttribute("aria-expanded", String(!choices.hidden));
  if (!choices.hidden) choices.querySelector("input")?.focus();
});

/** To the same page elsewhere; if it is not there, to the beginning. */
async function go(folder, at, municipality) {
  const of = municipality === "" ? "" : `${municipality}/`;
  const language = at.path.includes("/") ? `${at.path.split("/")[0]}/` : "";
  const ways = [at.path + location.search, language].map((path) => folder + of + path);
  for (const way of ways) {
    const answer = await fetch(way, { method: "HEAD", cache: "no-store" }).catch(() => null);
    if (answer?.ok) return location.assign(way);
  }
  return location.assign(folder + of);
}

/** Gives the focus back to a part of the foot, when it is there. */
export function focusOwn(id) {
  root.getElementById(id)?.focus();
}

/** Room at the end of the page, so that the foot hides nothing that cannot be scrolled to. */
function room() {
  const height = `${foot.offsetHeight}px`;
  space.replaceSync(`@media screen { html { scroll-padding-block-end: ${height}; } body { padding-block-end: ${height}; } }`);
}

const space = new CSSStyleSheet();
const sheet = make("link", { rel: "stylesheet", href: "/_wegwijs/live.css" });
// Without its style sheet the foot would fall into the page.
sheet.addEventListener("load", () => { foot.hidden = false; });
const foot = make("aside", { "aria-label": "wegwijs serve", lang: "en", dir: "ltr", hidden: true }, said, list, bar);
root.append(sheet, foot);
document.adoptedStyleSheets.push(space);
new ResizeObserver(room).observe(foot);
document.body.append(host);
