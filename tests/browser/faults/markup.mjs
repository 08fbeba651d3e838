// Faults in the text of a page: form, links, language, inline code.

const put = (html) => (copy, page) => copy.insert(page, html);
const swap = (from, to) => (copy, page) => copy.edit(page.file, (text) => text.replace(from, to));

export const MARKUP_FAULTS = [
  { check: "nu", what: "an element that is never closed", plant: put("<section><h2>x</h2>"), expect: /error: .*section/u },
  { check: "nu", what: "a role that the element has anyway", plant: put('<ul role="list"><li>x</li></ul>'), expect: /warning: .*unnecessary/u },
  { check: "nu", what: "a broken picture file", plant: plantBadPicture, expect: /\/planted\.svg/u },
  { check: "nu", what: "a style that there is not", plant: (copy, page) => copy.addCss(page, "p { colour: red }"), expect: /\.css: error/u },
  { check: "links", what: "a link to no page", plant: put('<a href="../nowhere/">x</a>'), expect: /no such file/u },
  { check: "links", what: "a folder without its slash", plant: put('<a href="../../help">x</a>'), expect: /closing slash/u },
  { check: "links", what: "a picture that is not there", plant: put('<img src="none.png" alt="x">'), expect: /no such file/u },
  { check: "links", what: "a bad telephone number", plant: put('<a href="tel:call us">x</a>'), expect: /not a telephone number/u },
  { check: "links", what: "another scheme", plant: put('<a href="ftp://x.example/">x</a>'), expect: /scheme ftp/u },
  { check: "links", what: "a relative link on a page met at any address", kind: "404", plant: put('<a href="help/">x</a>'), expect: /404|no such file/u },
  { check: "shorts", what: "a short address that leads nowhere", plant: plantShort, expect: /z9\/: .*no such file/u },
  { check: "anchors", what: "a link to an anchor that is not there", plant: put('<a href="#nowhere">x</a>'), expect: /no id "nowhere"/u },
  { check: "anchors", what: "a link to no anchor of another page", plant: put('<a href="../../#nowhere">x</a>'), expect: /no id "nowhere"/u },
  { check: "anchors", what: "an id twice", plant: put('<i id="twice"></i><i id="twice"></i>'), expect: /more than once/u },
  { check: "orphans", what: "a page without a link to it", plant: plantOrphan, expect: /alone\/: no chain of links/u },
  { check: "language", what: "Arabic that runs left to right", lang: "ar", plant: swap('dir="rtl"', 'dir="ltr"'), expect: /dir="ltr" for ar/u },
  { check: "language", what: "a page without a language", plant: swap(/<html lang="nl"/u, "<html"), expect: /not a language tag/u },
  { check: "language", what: "Dutch in an Arabic page, not marked", lang: "ar", plant: put("<p>Wij hebben uw brief niet gekregen van de bank.</p>"), expect: /reads like nl, marked ar/u },
  { check: "language", what: "Dutch in an English page, not marked", lang: "en", plant: put("<p>Wij hebben uw brief niet gekregen van de bank.</p>"), expect: /reads like nl, marked en/u },
  { check: "language", what: "Arabic in a Dutch page, not marked", plant: put("<p>لم نستلم رسالتك من البنك</p>"), expect: /reads like right-to-left, marked nl/u },
  { check: "language", what: "Dutch in an Arabic page without its direction", lang: "ar", plant: put('<p lang="nl">Bel ons.</p>'), expect: /dir must be ltr/u },
  { check: "inline", what: "a style attribute", plant: put('<p style="color: red">x</p>'), expect: /style="color: red"/u },
  { check: "inline", what: "an inline style sheet", plant: swap("</head>", "<style>p {color: red}</style></head>"), expect: /inline style sheet/u },
  { check: "inline", what: "a script", plant: put("<script>1</script>"), expect: /a script/u },
  { check: "inline", what: "a handler", plant: put('<p onclick="x()">x</p>'), expect: /handler onclick/u },
  { check: "inline", what: "a javascript: address", plant: put('<a href="javascript:x()">x</a>'), expect: /javascript:/u },
  { check: "hosts-in-markup", what: "a picture of another host", plant: put('<img src="https://x.example/a.png" alt="x">'), expect: /another host/u },
  { check: "hosts-in-markup", what: "a connection to another host", plant: swap("</head>", '<link rel="preconnect" href="https://x.example/"></head>'), expect: /another host/u },
  { check: "physical-css", what: "a physical margin", plant: (copy, page) => copy.addCss(page, "p { margin-left: 1px }"), expect: /margin-left: 1px: a physical property/u },
  { check: "physical-css", what: "a width inside a media query", plant: (copy, page) => copy.addCss(page, "@media (min-width: 1px) { p { width: 9em } }"), expect: /width: 9em: a physical property/u },
  { check: "physical-css", what: "text aligned to the left", plant: (copy, page) => copy.addCss(page, "p { text-align: left }"), expect: /a physical word/u },
  { check: "physical-css", what: "a shorthand with unlike sides", plant: (copy, page) => copy.addCss(page, "p { padding: 0 1px 0 2px }"), expect: /left and right differ/u },
  { check: "physical-css", what: "a rule nested in another", plant: (copy, page) => copy.addCss(page, "main { & p { float: left } }"), expect: /a physical word/u },
  { check: "physical-css", what: "a declaration that cannot be read", plant: (copy, page) => copy.addCss(page, "p { color red }"), expect: /line \d+/u },
];

function plantBadPicture(copy) {
  return copy.add("planted.svg", '<svg xmlns="http://www.w3.org/2000/svg"><paht d="M0 0"/></svg>');
}

function plantShort(copy, page) {
  const html = '<!DOCTYPE html><html lang="nl"><meta http-equiv="refresh" content="0; url=../none/"><title>x</title>';
  return copy.add(`${page.edition}z9/index.html`, html);
}

function plantOrphan(copy, page) {
  return copy.add(`${page.edition}alone/index.html`, page.html);
}
