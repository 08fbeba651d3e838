// Nothing is lost in a narrow window or with wider text spacing (WCAG 1.4.10 and 1.4.12).

export const reflow = {
  name: "reflow-320",
  kind: "page",
  async run({ tab }, { fail }) {
    await tab.set({ width: 320 });
    for (const loss of await tab.ask(findSideways)) fail(loss);
  },
};

/** What makes the page, or a part that is no table, wider than its window. Runs in the page. */
function findSideways() {
  const found = [];
  const page = document.scrollingElement;
  if (page.scrollWidth > page.clientWidth) {
    const wide = [...document.body.querySelectorAll("*")].filter((e) => {
      const box = e.getBoundingClientRect();
      return probe.shown(e) && !probe.eyesOnly(e) && (box.right > innerWidth + 1 || box.left < -1);
    });
    found.push(`the page scrolls sideways: ${page.scrollWidth} px in ${page.clientWidth}: ${wide.slice(-3).map(probe.name).join(", ")}`);
  }
  for (const e of document.body.querySelectorAll("*")) {
    const scrolls = ["auto", "scroll"].includes(getComputedStyle(e).overflowX) && e.scrollWidth > e.clientWidth + 1;
    if (scrolls && probe.shown(e) && !e.querySelector("table")) found.push(`${probe.name(e)} scrolls sideways and holds no table`);
  }
  return found;
}

const spaced = (width) => ({
  name: `text-spacing-${width}`,
  kind: "page",
  async run({ tab }, { fail }) {
    await tab.set({ width });
    await tab.ask(spaceOut);
    try {
      for (const loss of await tab.ask(findSideways)) fail(loss);
      for (const loss of await tab.ask(findClipped)) fail(loss);
      for (const loss of await tab.ask(findOverlaps)) fail(loss);
    } finally {
      await tab.ask(() => { document.adoptedStyleSheets = []; });
    }
  },
});

export const textSpacing = [spaced(320), spaced(1280)];

// A constructed sheet, because the policy rightly blocks an inline one.
function spaceOut() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
    p { margin-block-end: 2em !important; }`);
  document.adoptedStyleSheets = [sheet];
}

/** Elements that cut off a part of their own content. Runs in the page. */
function findClipped() {
  const cuts = (overflow) => ["hidden", "clip"].includes(overflow);
  return [...document.querySelectorAll("html, body, body *")].filter((e) => {
    const style = getComputedStyle(e);
    if (!probe.shown(e) || probe.eyesOnly(e) || !e.innerText?.trim()) return false;
    return (cuts(style.overflowX) && e.scrollWidth > e.clientWidth + 1) || (cuts(style.overflowY) && e.scrollHeight > e.clientHeight + 1);
  }).map((e) => `${probe.name(e)} cuts off its content: ${e.scrollWidth}x${e.scrollHeight} in ${e.clientWidth}x${e.clientHeight}`);
}

/** Pieces of text that lie over each other. Runs in the page. */
function findOverlaps() {
  // The box of a line is taller than its letters, above all in Arabic fonts; only the middle half must be free.
  const lines = probe.texts().flatMap(({ holder, rects }) =>
    rects.map((r) => ({ holder, left: r.left + 1, right: r.right - 1, top: r.top + r.height / 4, bottom: r.bottom - r.height / 4 })));
  lines.sort((a, b) => a.top - b.top);
  const found = new Set();
  for (const [i, a] of lines.entries()) {
    for (let j = i + 1; j < lines.length && lines[j].top < a.bottom; j += 1) {
      const b = lines[j];
      if (a.left < b.right && b.left < a.right && a.holder !== b.holder) found.add(`${probe.name(a.holder)} and ${probe.name(b.holder)} overlap`);
    }
  }
  return [...found];
}
