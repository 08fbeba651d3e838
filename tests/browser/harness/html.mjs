// Reads one HTML file into a tree and answers questions about it.
// A thin layer over parse5, so that the checks never see its tree format.

import { parse } from "parse5";

/** Parses a whole document. Never fails: HTML always parses; the Nu checker judges its form. */
export const parseHtml = (text) => parse(text, { sourceCodeLocationInfo: true });

/** Every element below `node`, in document order. */
export function* elements(node) {
  for (const child of node.childNodes ?? []) {
    if (child.tagName) yield child;
    yield* elements(child);
  }
}

/** Every element below `node` that has this tag name. */
export const byTag = (node, ...tags) => [...elements(node)].filter((e) => tags.includes(e.tagName));

/** The first element with this tag name, or undefined. */
export const first = (node, tag) => byTag(node, tag)[0];

/** The value of an attribute, or null when it is absent. */
export function attr(node, name) {
  const found = node?.attrs?.find((a) => (a.prefix ? `${a.prefix}:${a.name}` : a.name) === name);
  return found ? found.value : null;
}

/** The text below a node with white space folded, as a reader would hear it. */
export const textOf = (node) => rawText(node).replace(/\s+/gu, " ").trim();

function rawText(node) {
  if (!node) return "";
  if (node.nodeName === "#text") return node.value;
  return (node.childNodes ?? []).map(rawText).join("");
}

/** The text nodes below `node`, each with the element that holds it; scripts and styles left out. */
export function* textNodes(node, holder = node) {
  for (const child of node.childNodes ?? []) {
    if (child.nodeName === "#text") yield { text: child.value, holder };
    else if (!["script", "style", "template"].includes(child.tagName)) yield* textNodes(child, child);
  }
}

/** A short name of an element for a message: `<a href="..."> (line 12)`. */
export function nameOf(node) {
  const shown = ["id", "class", "href", "src", "lang", "rel"]
    .filter((name) => attr(node, name) !== null)
    .map((name) => ` ${name}="${attr(node, name)}"`);
  const line = node.sourceCodeLocation?.startLine;
  return `<${node.tagName}${shown.join("")}>${line ? ` (line ${line})` : ""}`;
}
