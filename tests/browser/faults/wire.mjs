// Faults that show when a page is opened: policy, requests, size, scripts.

import { randomBytes } from "node:crypto";

const put = (html) => (copy, page) => copy.insert(page, html);
const PIXEL = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>';

export const WIRE_FAULTS = [
  { check: "policy", what: "a style that the policy forbids", plant: put('<p style="color: red">x</p>'), expect: /Content-Security-Policy: style-src/u },
  { check: "policy", what: "a script that the policy forbids", plant: put("<script>1</script>"), expect: /Content-Security-Policy: script-src/u },
  { check: "policy", what: "an error in the console", plant: put('<img src="none.png" alt="x">'), expect: /console: .*404/u },
  { check: "status", what: "a picture that is not there", plant: put('<img src="none.png" alt="x">'), expect: /none\.png: 404/u },
  { check: "hosts", what: "a picture of another host", plant: put('<img src="https://x.example/a.png" alt="x">'), expect: /asks https:\/\/x\.example/u },
  { check: "requests", what: "seven pictures", plant: plantPictures, expect: /requests, at most 6/u },
  { check: "weight", what: "a long comment", plant: (copy, page) => put(`<!-- ${randomBytes(14_000).toString("base64")} -->`)(copy, page), expect: /bytes of HTML and CSS/u },
  { check: "weight", what: "a large style sheet", plant: (copy, page) => copy.addCss(page, `/* ${randomBytes(14_000).toString("base64")} */`), expect: /bytes of HTML and CSS/u },
  { check: "elements", what: "400 more elements", plant: put("<i></i>".repeat(400)), expect: /elements, at most 400/u },
  { check: "without-scripts", what: "text for readers without scripts only", plant: put("<noscript><p>Put scripts on.</p></noscript>"), expect: /other text with scripts off/u },
];

async function plantPictures(copy, page) {
  const names = [1, 2, 3, 4, 5, 6, 7].map((n) => `planted-${n}.svg`);
  const folder = page.file.replace(/[^/]+$/u, "");
  for (const name of names) await copy.add(folder + name, PIXEL);
  await copy.insert(page, names.map((name) => `<img src="${name}" alt="x">`).join(""));
}
