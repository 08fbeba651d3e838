// Runs inside the judged page, before its content, in every tab that has scripts on.
// Only measures; nothing here changes what a reader sees.
(() => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const colours = new Map();
  const violations = [];
  document.addEventListener("securitypolicyviolation", (event) => {
    violations.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`.trim());
  });

  /** Any CSS colour as [red, green, blue, alpha]; drawing it is the only way that knows all notations. */
  function colour(css) {
    if (!colours.has(css)) {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = "rgba(0, 0, 0, 0)";
      canvas.fillStyle = css;
      canvas.fillRect(0, 0, 1, 1);
      const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
      colours.set(css, [r, g, b, a / 255]);
    }
    return colours.get(css);
  }

  const over = (top, below) =>
    [0, 1, 2].map((i) => top[i] * top[3] + below[i] * (1 - top[3])).concat(1);

  /** The colour behind an element's content: its background over those of its ancestors. */
  function background(element) {
    const layers = [];
    for (let e = element; e; e = e.parentElement) {
      layers.push(colour(getComputedStyle(e).backgroundColor));
      if (layers.at(-1)[3] === 1) break;
    }
    return layers.reduceRight((below, layer) => over(layer, below), canvasColour());
  }

  // What shows where nothing is painted: the system's canvas, white or dark by colour scheme.
  function canvasColour() {
    if (matchMedia("print").matches) return [255, 255, 255, 1];
    return colour(matchMedia("(forced-colors: active)").matches ? "Canvas" : "white");
  }

  function luminance([r, g, b]) {
    const [x, y, z] = [r, g, b].map((v) => {
      const c = v / 255;
      return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  }

  /** WCAG contrast ratio of two colours, the first laid over the second. */
  function contrast(front, back) {
    const [a, b] = [luminance(over(front, back)), luminance(back)];
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  /** Rendered, with a size, and not hidden by visibility or opacity of itself or an ancestor. */
  function shown(element) {
    return element.getClientRects().length > 0 && element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  }

  /** Hidden on purpose for the eyes only: shrunk to a pixel, clipped away or moved off the page. */
  function eyesOnly(element) {
    for (let e = element; e && e !== document.body; e = e.parentElement) {
      const style = getComputedStyle(e);
      const box = e.getBoundingClientRect();
      const cut = style.overflowX !== "visible" && (box.width <= 2 || box.height <= 2);
      const clipped = /inset\((?:50|100)%/u.test(style.clipPath) || /^rect\((?:0|1)px/u.test(style.clip);
      if (cut || clipped || box.bottom + scrollY <= 0 || box.right + scrollX < -999 || box.left > innerWidth + 999) return true;
    }
    return false;
  }

  /** A short selector for a message. */
  function name(element) {
    if (!element) return "nothing";
    const own = element.tagName.toLowerCase() + (element.id ? `#${element.id}` : "") + [...element.classList].map((c) => `.${c}`).join("");
    const text = (element.textContent ?? "").replace(/\s+/gu, " ").trim().slice(0, 30);
    return text ? `${own} "${text}"` : own;
  }

  /** Every visible piece of text: its node, the element that holds it, and the boxes of its lines. */
  function texts(root = document.body) {
    const found = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const holder = node.parentElement;
      if (!node.data.trim() || !shown(holder) || eyesOnly(holder)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      found.push({ node, holder, rects: [...range.getClientRects()].filter((r) => r.width > 0 && r.height > 0) });
    }
    return found;
  }

  globalThis.probe = { colour, background, luminance, contrast, shown, eyesOnly, name, texts, violations };
})();
