// All checks, in the order in which they run on a page: first what only opening it shows, then
// what changes the window, last what presses keys.

import { axeLooks } from "./axe.mjs";
import { compose } from "./compose.mjs";
import { filter, search } from "./find.mjs";
import { focus, skipLink } from "./keyboard.mjs";
import { language } from "./language.mjs";
import { lighthouseScores } from "./lighthouse.mjs";
import { anchors, links, orphans, shorts } from "./links.mjs";
import { manifest, sitemap } from "./lists.mjs";
import { dark, forcedColours, motion, outcomes, textSize } from "./looks.mjs";
import { nu } from "./markup.mjs";
import { canonical, description, hreflang, jsonLd, title } from "./metadata.mjs";
import { elementCount, hosts, policy, requests, status, weight, withoutScripts } from "./network.mjs";
import { print, printPages } from "./print.mjs";
import { hostsInMarkup, inline } from "./purity.mjs";
import { listen, wordPopover } from "./reading.mjs";
import { reflow, textSpacing } from "./reflow.mjs";
import { physicalCss } from "./style.mjs";
import { targets } from "./targets.mjs";

export const CHECKS = [
  nu, links, shorts, anchors, orphans, sitemap, manifest, title, description, canonical, hreflang, jsonLd,
  language, inline, hostsInMarkup, physicalCss,
  policy, status, hosts, requests, weight, elementCount, withoutScripts,
  ...axeLooks, reflow, ...textSpacing, ...targets, textSize,
  dark, forcedColours, outcomes, motion, print, printPages, skipLink, ...focus,
  wordPopover, listen, search, filter,
  ...compose,
  lighthouseScores,
];
