// Faults in the looks that a reader's own settings ask for, and on paper.

const css = (rules) => (copy, page) => copy.addCss(page, rules);
const both = (html, rules) => async (copy, page) => {
  await copy.insert(page, html);
  await copy.addCss(page, rules);
};

export const LOOK_FAULTS = [
  { check: "dark", what: "one look for both", plant: css(":root, body { background: #fff !important; color: #000 !important }"), expect: /not darker in dark mode/u },
  { check: "dark", what: "scroll bars that stay light", plant: plantLightOnly, expect: /color-scheme/u },
  { check: "forced-colours", what: "words that keep a colour of their own", plant: both('<p class="planted">Own colour.</p>', ".planted { forced-color-adjust: none; color: #888 !important; background: #999 }"), expect: /with forced colours: .* has a contrast of/u },
  { check: "forced-colours", what: "words that go away", plant: both('<p class="planted">Away.</p>', "@media (forced-colors: active) { .planted { display: none } }"), expect: /other text with forced colours/u },
  { check: "forced-colours", what: "icons that go away", plant: css("@media (forced-colors: active) { main svg { display: none !important } }"), expect: /cannot be seen with forced colours/u },
  { check: "outcome-icons", what: "outcomes without their icons", plant: css("main svg { display: none !important }"), expect: /without an icon/u },
  { check: "outcome-icons", what: "icons that cannot be seen in the dark", plant: css("@media (prefers-color-scheme: dark) { main svg * { fill: none !important; stroke: #0003 !important } }"), expect: /dark.*contrast/u },
  { check: "reduced-motion", what: "a transition", plant: css("a { transition: color 1s !important }"), expect: /moves/u },
  { check: "reduced-motion", what: "an animation", plant: css("@keyframes planted { to { opacity: 0.9 } } main { animation: planted 2s infinite !important }"), expect: /moves|running/u },
  { check: "reduced-motion", what: "smooth scrolling", plant: css("html { scroll-behavior: smooth !important }"), expect: /scrolls smoothly/u },
  { check: "print", what: "navigation on paper", plant: css("@media print { nav { display: block !important } :has(> nav), :has(nav) { display: block !important } }"), expect: /is navigation and is printed/u },
  { check: "print", what: "grey text", plant: css("@media print { body { color: #444 !important } }"), expect: /not black/u },
  { check: "print", what: "a link without its address", plant: both('<p class="planted"><a href="https://x.example/a/">The law</a>.</p>', "@media print { .planted a::after { content: none !important } }"), expect: /does not say its address/u },
  { check: "print-pages", what: "paper that does not say what it is", plant: css("@media print { @page { @bottom-left { content: none } } }"), expect: /its foot .* does not say .*B3|its foot .* does not say/u },
  { check: "print-pages", what: "paper without page numbers", plant: css("@media print { @page { @bottom-right { content: none } } }"), expect: /does not say 1\/\d/u },
  { check: "print-pages", what: "an empty sheet", plant: css('@media print { body::before { content: ""; display: block; block-size: 10px; break-after: page } }'), expect: /sheet 1 of \d+ is empty/u },
];

async function plantLightOnly(copy, page) {
  await copy.addCss(page, ":root, body { color-scheme: light !important }");
}
