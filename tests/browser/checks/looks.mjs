// The looks a reader's own settings ask for: dark, forced colours, no motion; and the size of text.

export const dark = {
  name: "dark",
  kind: "page",
  async run({ tab }, { fail }) {
    const looks = {};
    for (const scheme of ["light", "dark"]) {
      await tab.set({ scheme });
      looks[scheme] = await tab.ask(bodyColours);
    }
    if (looks.light.back <= looks.dark.back) fail("the background is not darker in dark mode");
    if (looks.dark.back > 0.2) fail(`the background is bright in dark mode (luminance ${looks.dark.back.toFixed(2)})`);
    if (looks.light.ink >= looks.dark.ink) fail("the text is not brighter in dark mode");
    if (!looks.dark.scheme.includes("dark")) fail("color-scheme does not name dark: scroll bars and form fields stay light");
  },
};

function bodyColours() {
  const style = getComputedStyle(document.body);
  return {
    back: probe.luminance(probe.background(document.body)),
    ink: probe.luminance(probe.colour(style.color)),
    scheme: getComputedStyle(document.documentElement).colorScheme,
  };
}

export const forcedColours = {
  name: "forced-colours",
  kind: "page",
  async run({ tab }, { fail, figure }) {
    await tab.set({});
    const before = await tab.ask(iconsAndText);
    await tab.set({ forced: "active" });
    const after = await tab.ask(iconsAndText);
    if (after.text !== before.text) fail("other text with forced colours");
    for (const [i, icon] of after.icons.entries()) {
      if (before.icons[i].seen && !icon.seen) fail(`the icon ${icon.name} cannot be seen with forced colours: ${icon.why}`);
    }
    for (const what of await tab.ask(findPale)) fail(`with forced colours: ${what}`);
    figure("most icons", after.icons.filter((i) => i.seen).length);
  },
};

/** Words whose colour does not stand out from what is behind them. Runs in the page. */
function findPale() {
  const pale = probe.texts().map(({ holder }) => {
    const ratio = probe.contrast(probe.colour(getComputedStyle(holder).color), probe.background(holder));
    return ratio < 4.5 ? `${probe.name(holder)} has a contrast of ${ratio.toFixed(1)}` : null;
  });
  return [...new Set(pale.filter(Boolean))];
}

/** What icons show: rendered, and painted in a colour that stands out by 3 to 1. Runs in the page. */
function iconsAndText() {
  const judge = (svg) => {
    const box = svg.getBoundingClientRect();
    const name = `${svg.getAttribute("class") ?? "svg"} in ${probe.name(svg.parentElement)}`;
    if (!probe.shown(svg) || probe.eyesOnly(svg) || box.width < 8 || box.height < 8) return { name, seen: false, why: "not rendered" };
    const back = probe.background(svg.parentElement);
    const best = Math.max(...[...svg.querySelectorAll("path, circle, rect, line, polyline, polygon, ellipse")].flatMap(inks).map((c) => probe.contrast(probe.colour(c), back)), 1);
    return { name, seen: best >= 3, why: `contrast ${best.toFixed(1)}` };
  };
  return { text: document.body.innerText, icons: [...document.querySelectorAll("main svg")].map(judge) };

  function inks(shape) {
    const style = getComputedStyle(shape);
    return [style.fill, style.stroke].filter((c) => c !== "none");
  }
}

// An outcome is said by icon, words and colour, never by colour alone. The class of an
// example is its outcome: that much of the theme's markup is a contract (themes/default/README.md).
const OUTCOMES = ["report-now", "report-first", "no-report", "allowed", "not-allowed", "ask-first", "apply"];

export const outcomes = {
  name: "outcome-icons",
  kind: "page",
  applies: (page) => page.kind === "rule",
  async run({ tab }, { fail, figure }) {
    for (const [look, state] of Object.entries({ plain: {}, dark: { scheme: "dark" }, "forced colours": { forced: "active" }, paper: { media: "print" } })) {
      await tab.set(state);
      const { icons } = await tab.ask(iconsAndText);
      const examples = await tab.ask(findOutcomes, OUTCOMES);
      if (examples.length === 0) fail("no example with an outcome");
      for (const example of examples) {
        const icon = icons[example.icon];
        if (!icon?.seen) fail(`${look}: ${example.name} is without an icon that can be seen: ${icon?.why ?? "none there"}`);
        if (!example.words) fail(`${look}: ${example.name} says its outcome in no words`);
      }
      figure("most examples", examples.length);
    }
  },
};

/** The examples: which of the icons in `main` is their first, and whether words stand beside it. Runs in the page. */
function findOutcomes(names) {
  const icons = [...document.querySelectorAll("main svg")];
  return [...document.querySelectorAll(names.map((name) => `main .${name}`).join(", "))].map((e) => {
    const icon = e.querySelector("svg");
    return { name: probe.name(e), icon: icons.indexOf(icon), words: probe.texts(icon?.parentElement ?? e).length > 0 };
  });
}

export const motion = {
  name: "reduced-motion",
  kind: "page",
  async run({ tab }, { fail }) {
    await tab.set({ motion: "reduce" });
    for (const what of await tab.ask(findMotion)) fail(what);
  },
};

/** Transitions, animations and smooth scrolling that are left. Runs in the page. */
function findMotion() {
  // A thousandth of a second is how some style sheets say "none".
  const lasts = (times) => times.split(",").some((t) => parseFloat(t) * (t.trim().endsWith("ms") ? 0.001 : 1) > 0.001);
  const found = document.getAnimations().filter((a) => a.playState === "running").map((a) => `running: ${a.animationName ?? a.transitionProperty ?? a.id}`);
  for (const e of document.querySelectorAll("*")) {
    for (const part of [null, "::before", "::after"]) {
      const style = getComputedStyle(e, part);
      const moves = style.transitionProperty !== "none" && lasts(style.transitionDuration);
      if (moves || (style.animationName !== "none" && lasts(style.animationDuration))) found.push(`${probe.name(e)}${part ?? ""} moves`);
      if (style.scrollBehavior === "smooth") found.push(`${probe.name(e)} scrolls smoothly`);
    }
  }
  return found.slice(0, 5);
}

// Text of 18 px or larger; Arabic larger, with a line height of 1.8.
const SMALLEST_PX = 18;
const ARABIC_LINE = 1.8;

export const textSize = {
  name: "text-size",
  kind: "page",
  async run({ tab }, { fail }) {
    for (const width of [1280, 320]) {
      await tab.set({ width });
      const small = await tab.ask(findSmallText, { smallest: SMALLEST_PX, arabicLine: ARABIC_LINE });
      for (const what of small) fail(`${width}: ${what}`);
    }
  },
};

/** Running text that is too small or too tight; headings and buttons have a measure of their own. Runs in the page. */
function findSmallText({ smallest, arabicLine }) {
  const small = new Set();
  for (const { holder } of probe.texts(document.querySelector("main") ?? document.body)) {
    const block = holder.closest("p, li, dd, td, h1, h2, h3, h4, h5, h6, button, .button");
    if (!block?.matches("p, li, dd, td") || holder.closest("small, sup, sub, footer")) continue;
    const size = parseFloat(getComputedStyle(holder).fontSize);
    if (size < smallest - 0.01) small.add(`${probe.name(holder)}: ${size} px, at least ${smallest}`);
    if (holder.closest("[lang]")?.lang.startsWith("ar")) arabic(block, size);
  }
  return [...small].slice(0, 5);

  function arabic(block, size) {
    if (size <= smallest) small.add(`${probe.name(block)}: Arabic of ${size} px, more than ${smallest}`);
    const line = parseFloat(getComputedStyle(block).lineHeight) / size;
    if (line < arabicLine - 0.01) small.add(`${probe.name(block)}: Arabic with a line height of ${line.toFixed(2)}, at least ${arabicLine}`);
  }
}
