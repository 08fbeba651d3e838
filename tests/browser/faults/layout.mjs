// Faults in size and place: narrow windows, wide text, small targets, focus.

const css = (rules) => (copy, page) => copy.addCss(page, rules);
const put = (html) => (copy, page) => copy.insert(page, html);
const both = (html, rules) => async (copy, page) => {
  await copy.insert(page, html);
  await copy.addCss(page, rules);
};

/** Pale text under a condition that holds in one of axe's four looks only. */
const pale = (name, condition) => ({
  check: `axe-${name}`,
  what: `pale text in this look only`,
  plant: both('<p class="planted">Pale words.</p>', `@media ${condition} { .planted { color: #999 !important; background: #aaa !important } }`),
  expect: /color-contrast/u,
});

export const LAYOUT_FAULTS = [
  pale("1280-light", "(min-width: 1000px) and (prefers-color-scheme: light)"),
  pale("1280-dark", "(min-width: 1000px) and (prefers-color-scheme: dark)"),
  pale("320-light", "(max-width: 400px) and (prefers-color-scheme: light)"),
  pale("320-dark", "(max-width: 400px) and (prefers-color-scheme: dark)"),
  { check: "axe-1280-light", what: "a picture without a text", plant: put('<img src="x.png">'), expect: /image-alt/u },
  { check: "axe-320-light", what: "a heading level left out", plant: put("<h2>a</h2><h5>b</h5>"), expect: /heading-order/u },
  { check: "reflow-320", what: "a wide element", plant: both('<p class="planted">Wide.</p>', ".planted { min-inline-size: 700px !important }"), expect: /scrolls sideways/u },
  { check: "reflow-320", what: "a part that scrolls and is no table", plant: both('<div class="planted"><p>Wide.</p></div>', ".planted { overflow: auto } .planted p { min-inline-size: 700px }"), expect: /holds no table/u },
  ...[320, 1280].flatMap((width) => [
    { check: `text-spacing-${width}`, what: "text in a box that cuts it off", plant: both('<p class="planted">Cut words.</p>', ".planted { block-size: 1em; overflow: hidden }"), expect: /cuts off its content/u },
    { check: `text-spacing-${width}`, what: "text over other text", plant: both('<p class="planted">Over other words.</p><p class="planted">Over other words.</p>', ".planted { block-size: 0; margin: 0 !important }"), expect: /overlap/u },
    { check: `targets-${width}`, what: "small links beside each other", plant: both('<ul><li><a class="planted" href="#main">a</a><a class="planted" href="#main">b</a></li></ul>', ".planted { display: inline-block; inline-size: 9px; block-size: 9px; padding: 0 !important; min-inline-size: 0 !important; min-block-size: 0 !important; overflow: hidden }"), expect: /has no room around it/u },
    { check: `targets-${width}`, what: "a low button", plant: both('<p><a class="button planted" href="#main">a</a></p>', ".planted { display: inline-block !important; min-block-size: 30px !important; block-size: 30px !important; padding: 0 !important }"), expect: /a button is 44 high/u },
    { check: `focus-${width}`, what: "no focus ring", plant: css("*:focus, *:focus-visible { outline: none !important; box-shadow: none !important }"), expect: /shows no clear ring/u },
    { check: `focus-${width}`, what: "a focus ring in the colour of the page", plant: css("*:focus, *:focus-visible { outline: 3px solid transparent !important; box-shadow: none !important }"), expect: /shows no clear ring/u },
    { check: `focus-${width}`, what: "a bar over everything", plant: css('body::after { content: ""; position: fixed; inset: 0; z-index: 99999; background: #ccc }'), expect: /is covered by/u },
    { check: `focus-${width}`, what: "a link that the Tab key never reaches", plant: put('<p inert><a href="#main">never</a></p>'), expect: /never reaches/u },
  ]),
  { check: "skip-link", what: "no skip link", plant: plantNoSkip, expect: /not a link to the content/u },
  { check: "skip-link", what: "a skip link that stays hidden", plant: css('a[href^="#"]:focus { clip-path: inset(50%) !important; inline-size: 1px !important; block-size: 1px !important; overflow: hidden !important; padding: 0 !important; min-block-size: 0 !important; min-inline-size: 0 !important }'), expect: /with focus it is only/u },
  { check: "skip-link", what: "a skip link to nothing", plant: (copy, page) => copy.edit(page.file, (t) => t.replace(/(<a [^>]*href="#)[^"]+/u, "$1nowhere")), expect: /#nowhere is not there/u },
  { check: "skip-link", what: "a skip link to the head of the page", plant: (copy, page) => copy.edit(page.file, (t) => t.replace(/(<a [^>]*href="#)[^"]+/u, "$1top").replace("<header", '<header id="top"')), expect: /is not the main content/u },
  { check: "text-size", what: "small text", plant: both('<p class="planted">Small words.</p>', ".planted { font-size: 12px !important }"), expect: /12 px, at least 18/u },
  { check: "text-size", what: "Arabic set tight", lang: "ar", plant: both('<p class="planted">كلمات</p>', ".planted { line-height: 1.2 !important }"), expect: /line height of 1\.2/u },
];

function plantNoSkip(copy, page) {
  return copy.edit(page.file, (text) => text.replace(/<a [^>]*href="#[^"]*"[^>]*>.*?<\/a>/su, ""));
}
