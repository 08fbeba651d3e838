// Every target for a finger is at least 24 by 24 CSS pixels, or has that much room, or stands in a
// line of text (WCAG 2.5.8). Buttons, the main actions, are 44 high.

const SIZES = { smallest: 24, action: 44 };

const targetsAt = (width) => ({
  name: `targets-${width}`,
  kind: "page",
  async run({ tab }, { fail, figure }) {
    await tab.set({ width });
    const { small, count } = await tab.ask(findSmall, SIZES);
    for (const what of small) fail(what);
    figure("most targets", count);
  },
});

export const targets = [targetsAt(320), targetsAt(1280)];

/** Targets that are too small and too near another. Runs in the page. */
function findSmall({ smallest, action }) {
  const all = [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button]")]
    .filter((e) => probe.shown(e) && !probe.eyesOnly(e))
    .map((e) => ({ e, box: e.getBoundingClientRect() }))
    .map((t) => ({ ...t, under: t.box.width < smallest - 0.5 || t.box.height < smallest - 0.5 }));
  const small = all.filter((t) => t.under && !inLine(t.e) && crowded(t));
  const low = all.filter((t) => t.e.matches("button, .button, [role=button]") && t.box.height < action - 0.5);
  const size = ({ e, box }) => `${probe.name(e)} is ${box.width.toFixed(1)} x ${box.height.toFixed(1)} px`;
  return { count: all.length, small: [...small.map((t) => `${size(t)} and has no room around it`), ...low.map((t) => `${size(t)}: a button is ${action} high`)] };

  /** In a sentence: the line height of the text around it sets its size. */
  function inLine(e) {
    if (getComputedStyle(e).display !== "inline") return false;
    let block = e.parentElement;
    while (getComputedStyle(block).display === "inline") block = block.parentElement;
    const around = [...block.childNodes].filter((n) => !n.contains(e)).map((n) => n.textContent).join("");
    const near = [...e.parentElement.childNodes].filter((n) => n !== e).map((n) => n.textContent).join("");
    return /\p{L}/u.test(around) || /\p{L}/u.test(near);
  }

  /** The circle of 24 px around its middle touches another target, or the circle of another small one. */
  function crowded(t) {
    const [x, y] = middle(t.box);
    return all.some((o) => {
      if (o === t || o.e.contains(t.e) || t.e.contains(o.e)) return false;
      const [ox, oy] = middle(o.box);
      if (o.under && Math.hypot(ox - x, oy - y) < smallest) return true;
      const dx = Math.max(o.box.left - x, 0, x - o.box.right);
      const dy = Math.max(o.box.top - y, 0, y - o.box.bottom);
      return Math.hypot(dx, dy) < smallest / 2;
    });
  }

  function middle(box) {
    return [box.left + box.width / 2, box.top + box.height / 2];
  }
}
