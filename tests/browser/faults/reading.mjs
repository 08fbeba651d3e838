// Faults in what the script of a page of running text adds.

import { attr, byTag } from "../harness/html.mjs";
import { follow } from "../harness/site.mjs";

const script = (from, to) => (copy, page) => {
  const tag = byTag(page.document, "script").find((e) => attr(e, "src")?.includes("/page."));
  return copy.edit(follow(copy.site, page, attr(tag, "src")).file, (text) => text.replace(from, to));
};

export const READING_FAULTS = [
  { check: "word-popover", what: "a word that leads away", plant: script("event.preventDefault();", ""), expect: /leaves the page|opens nothing|broke/u },
  { check: "word-popover", what: "the explanation of another word", plant: script("[link.dataset.n - 1]", "[1 - Math.sign(link.dataset.n - 1)]"), expect: /does not explain/u },
  { check: "word-popover", what: "a box without a name", plant: script(', "aria-labelledby": title.id', ""), expect: /does not name the dialog/u },
  { check: "word-popover", what: "the focus left behind", plant: script("  box.focus();", ""), expect: /focus stays outside/u },
  { check: "listen", what: "a button without a voice", plant: script("|| voices().length === 0", ""), expect: /a button to read aloud with the voices \[\]/u },
  { check: "listen", what: "a voice that needs the network", plant: script("voice.localService && ", ""), expect: /"localService":false/u },
  { check: "listen", what: "no mark", plant: script("mark(sentence.range);", ""), expect: /not marked/u },
  { check: "listen", what: "a button that does not stop", plant: script("reading ? stop(button) : read(button)", "read(button)"), expect: /does not stop/u },
  { check: "listen", what: "an answer that is skipped", plant: script('"h1, h2, h3, h4, p, li', '"h1, h2, h3, h4, li'), expect: /is not read/u },
];
