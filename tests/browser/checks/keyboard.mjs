// Goes through a page with the Tab key, as people without a mouse do.

// Motion is off, so that a transition of the focus ring cannot be caught half-way.
const STILL = { motion: "reduce" };
// On a busy machine a key that comes too fast can get lost; a stop that no walk reaches is out of reach.
const WALKS = 3;

export const skipLink = {
  name: "skip-link",
  kind: "page",
  async run({ tab }, { fail }) {
    await tab.set({ width: 320, ...STILL });
    // Nothing has had the focus yet on this page, so the first Tab goes to its first stop.
    await tab.page.keyboard.press("Tab");
    const start = await tab.ask(lookAtSkipLink);
    for (const fault of start.faults) fail(fault);
    if (!start.target) return;
    await tab.page.keyboard.press("Enter");
    await tab.page.keyboard.press("Tab");
    for (const fault of await tab.ask(lookAfterSkip, start.target)) fail(fault);
  },
};

/** The first stop must be a visible link to a part of this page. Runs in the page. */
function lookAtSkipLink() {
  const link = document.activeElement;
  const href = link.getAttribute("href") ?? "";
  if (link.tagName !== "A" || !href.startsWith("#")) return { faults: [`the first stop is ${probe.name(link)}, not a link to the content`] };
  const faults = [];
  const box = link.getBoundingClientRect();
  const hit = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  if (!probe.shown(link) || probe.eyesOnly(link) || box.width < 24 || box.height < 24) faults.push(`with focus it is only ${box.width.toFixed(0)} x ${box.height.toFixed(0)} px`);
  else if (box.top < 0 || box.left < 0 || box.right > innerWidth || !link.contains(hit)) faults.push("with focus it is not wholly in view, or something covers it");
  const target = document.getElementById(href.slice(1));
  if (!target) faults.push(`its target ${href} is not there`);
  else if (!target.matches("main, main *, :has(> main)")) faults.push(`its target ${href} is not the main content`);
  return { faults, target: target ? target.id : null };
}

/** After Enter the content is in view, and the next stop lies in or after it. Runs in the page. */
function lookAfterSkip(id) {
  const faults = [];
  const target = document.getElementById(id);
  if (location.hash !== `#${id}`) faults.push("Enter does not follow it");
  const next = document.activeElement;
  const place = target.compareDocumentPosition(next);
  if (next !== document.body && !(place & (Node.DOCUMENT_POSITION_FOLLOWING | Node.DOCUMENT_POSITION_CONTAINED_BY))) {
    faults.push(`the stop after it is ${probe.name(next)}, before the content`);
  }
  return faults;
}

const focusAt = (width) => ({
  name: `focus-${width}`,
  kind: "page",
  async run({ tab }, { fail, figure }) {
    await tab.set({ width, ...STILL });
    const count = await tab.ask(rememberPlain);
    await tab.ask(judgeStops);
    let walk;
    for (let left = WALKS; left > 0 && (!walk || walk.missed.length > 0); left -= 1) {
      await tab.ask(startAtTop);
      // One more than there are stops, as a stop is judged when the Tab key leaves it.
      await tab.pressTab(count + 1);
      walk = await tab.ask(() => globalThis.focusWalk.result());
    }
    await tab.ask(() => globalThis.focusWalk.over.abort());
    const { faults, missed, stops } = walk;
    for (const fault of faults) fail(fault);
    for (const what of missed) fail(`the Tab key never reaches ${what}`);
    figure("most stops", stops);
  },
});

export const focus = [focusAt(1280), focusAt(320)];

/** Makes the next Tab key go to the first stop: where an element that had the focus is taken away, the walk goes on. */
function startAtTop() {
  const start = document.createElement("span");
  start.tabIndex = -1;
  document.body.prepend(start);
  start.focus({ preventScroll: true });
  start.remove();
}

/** Notes how everything looks without focus, and which stops there are. Runs in the page. */
function rememberPlain() {
  document.activeElement?.blur();
  const looks = (e, part = null) => {
    const s = getComputedStyle(e, part);
    const outline = s.outlineStyle === "none" ? "none" : `${s.outlineStyle} ${s.outlineWidth} ${s.outlineColor}`;
    return { outline, shadow: s.boxShadow, back: s.backgroundColor, border: s.borderBlockStartColor };
  };
  const stops = [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]")]
    // Of radio buttons the chosen one is the stop; the arrow keys lead to the others.
    .filter((e) => e.tabIndex >= 0 && !e.disabled && !(e.type === "radio" && !e.checked) && probe.shown(e));
  const seen = new Set();
  const plain = new Map([...document.body.querySelectorAll("*")].map((e) => [e, looks(e)]));
  const faults = [];
  const over = new AbortController();
  const result = () => ({ faults, stops: seen.size, missed: stops.filter((e) => !seen.has(e)).map(probe.name) });
  globalThis.focusWalk = { looks, plain, seen, faults, over, result };
  return stops.length;
}

/**
 * Judges each stop when the next Tab key arrives: by then it is scrolled to and painted, and no
 * question has to go to the page and back for every stop. Runs in the page.
 */
function judgeStops() {
  const { looks, plain, seen, faults, over } = globalThis.focusWalk;
  addEventListener("keydown", () => {
    const e = document.activeElement;
    if (!e || e === document.body || seen.has(e)) return;
    seen.add(e);
    faults.push(...[ringFault(e), viewFault(e)].filter(Boolean).map((why) => `${probe.name(e)} ${why}`));
  }, { capture: true, signal: over.signal });

  /**
   * A ring, or another change of the box, with a contrast of 3 to 1 (WCAG 2.4.7, 1.4.11). A card
   * whose link fills it may show the ring on the card, or on a box that the link makes (::after).
   */
  function ringFault(e) {
    const backs = [probe.background(e), probe.background(e.parentElement ?? e)];
    const clear = (colour) => backs.some((back) => probe.contrast(probe.colour(colour), back) >= 3);
    for (let [box, up] = [e, 0]; box !== document.body && up < 5; box = box.parentElement, up += 1) {
      if (changed(looks(box), plain.get(box), box === e, clear)) return null;
    }
    for (const part of ["::before", "::after"]) {
      const exists = getComputedStyle(e, part).content !== "none";
      if (exists && ringIn(looks(e, part), clear)) return null;
    }
    return "shows no clear ring or other change when it has the focus";
  }

  // The plain look of the stop itself needs no ring to compare with: a ring without focus is none.
  function changed(now, before, own, clear) {
    if (ringIn(now, clear) && (own || now.outline !== before.outline)) return true;
    if (now.shadow !== before.shadow && now.shadow !== "none") return true;
    return (now.back !== before.back && clear(before.back) !== clear(now.back)) || (now.border !== before.border && clear(now.border));
  }

  function ringIn({ outline }, clear) {
    const [style, width, ...colour] = outline.split(" ");
    return style !== "none" && parseFloat(width) >= 1 && (style === "auto" || clear(colour.join(" ")));
  }

  /** Scrolled into the window and not under anything (WCAG 2.4.11). */
  function viewFault(e) {
    const boxes = [...e.getClientRects()].map(inWindow).filter((b) => b.right - b.left > 1 && b.bottom - b.top > 1);
    if (boxes.length === 0) return "is outside the window when it has the focus";
    for (const b of boxes) {
      const hit = document.elementFromPoint((b.left + b.right) / 2, (b.top + b.bottom) / 2);
      if (!e.contains(hit)) return `is covered by ${probe.name(hit)} when it has the focus`;
    }
    return null;
  }

  function inWindow(r) {
    return { left: Math.max(r.left, 0), right: Math.min(r.right, innerWidth), top: Math.max(r.top, 0), bottom: Math.min(r.bottom, innerHeight) };
  }
}
