// Keeps a page like its guide while somebody writes it. Only `wegwijs serve` has this script.

import { findings, focusOwn, guide, host } from "./panel.js";

const HELD = "wegwijs-focus";

// "<text>.<looks>": what tells two versions of this page apart.
let shown = document.querySelector("script[data-page]").dataset.page;
let source = null;
let looking = false;
let lookAgain = false;

/** Asks whether this page is still what it was; if not, takes over its looks or loads it again. */
async function look() {
  lookAgain = looking;
  if (looking) return;
  looking = true;
  try {
    const answer = await fetch(location.pathname + location.search, { method: "HEAD", cache: "no-store" });
    const now = (answer.headers.get("etag") ?? "").replaceAll('"', "");
    if (now !== shown) await follow(now);
  } catch {
    // The server is gone: its events come again when it is back, and with them the question.
  } finally {
    looking = false;
    if (lookAgain) look();
  }
}

async function follow(now) {
  const sameText = now.split(".")[0] === shown.split(".")[0];
  if (sameText && await dress()) {
    shown = now;
    return;
  }
  holdFocus();
  location.reload();
}

/** Puts the new style sheets in the place of the old ones. `false` if that cannot be done one by one. */
async function dress() {
  const answer = await fetch(location.pathname + location.search, { cache: "no-store" });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const sheets = (of) => [...of.querySelectorAll('link[rel="stylesheet"]')];
  const [old, fresh] = [sheets(document), sheets(page)];
  if (old.length !== fresh.length) return false;
  const swaps = old.map((link, i) => swap(link, fresh[i].getAttribute("href")));
  return (await Promise.all(swaps)).every(Boolean);
}

/** The old sheet stays until the new one is there, so that the page never stands without. */
function swap(link, href) {
  if (link.getAttribute("href") === href) return true;
  return new Promise((done) => {
    const fresh = link.cloneNode();
    fresh.href = href;
    fresh.addEventListener("load", () => { link.remove(); done(true); });
    fresh.addEventListener("error", () => { fresh.remove(); done(false); });
    link.after(fresh);
  });
}

/** Remembers where the focus is. Browsers keep the place on the page by themselves, but not this. */
function holdFocus() {
  const at = document.activeElement;
  if (!at || at === document.body) return;
  const held = at === host ? { own: at.shadowRoot.activeElement?.id } : { path: pathTo(at) };
  sessionStorage.setItem(HELD, JSON.stringify({ page: location.pathname, ...held }));
}

function pathTo(element) {
  const steps = [];
  for (let at = element; at !== document.body && at.parentElement; at = at.parentElement) {
    steps.unshift(`${at.localName}:nth-child(${[...at.parentElement.children].indexOf(at) + 1})`);
  }
  return ["body", ...steps].join(" > ");
}

function returnFocus() {
  const held = JSON.parse(sessionStorage.getItem(HELD) ?? "null");
  sessionStorage.removeItem(HELD);
  if (held?.page !== location.pathname) return;
  if (held.own) focusOwn(held.own);
  else if (held.path) document.querySelector(held.path)?.focus({ preventScroll: true });
}

// A page that nobody sees needs no events, and a browser keeps only six connections to one server.
function connect() {
  const wanted = document.visibilityState === "visible";
  if (wanted === (source !== null)) return;
  if (!wanted) {
    source.close();
    source = null;
    return;
  }
  source = new EventSource("/_wegwijs/events");
  source.addEventListener("pages", look);
  source.addEventListener("findings", (event) => findings(JSON.parse(event.data)));
  source.addEventListener("guide", (event) => guide(JSON.parse(event.data)));
  source.addEventListener("error", () => {
    // A browser gives up when the answer is no stream of events.
    if (source?.readyState !== EventSource.CLOSED) return;
    source = null;
    setTimeout(connect, 1000);
  });
}

document.addEventListener("visibilitychange", connect);
addEventListener("pagehide", () => { source?.close(); source = null; });
addEventListener("pageshow", connect);
connect();
returnFocus();
