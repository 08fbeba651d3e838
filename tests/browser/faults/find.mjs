// Faults in search and in the filter of the list of examples.

import { attr, byTag } from "../harness/html.mjs";
import { follow } from "../harness/site.mjs";

/** Changes the script of the page. */
const script = (from, to) => (copy, page) => {
  const tag = byTag(page.document, "script").find((e) => attr(e, "src"));
  return copy.edit(follow(copy.site, page, attr(tag, "src")).file, (text) => text.replace(from, to));
};
const swap = (from, to) => (copy, page) => copy.edit(page.file, (text) => text.replace(from, to));

const SEARCH = [
  ["results of which nothing is said", script("say(query ?", "void (query ?"), /results it says|of nothing found it says/u],
  ["results that lead nowhere", script("link.href = form.dataset.home + rule.path", 'link.href = `${form.dataset.home}none/${rule.path}`'), /leads nowhere/u],
  ["a search that finds nothing", script("{ words, filter, finder }", "{ words, filter, finder: () => () => [] }"), /does not find/u],
  ["the question in the address", script("find(query).slice", "(location.hash = query, find)(query).slice"), /leaves the page/u],
  ["results without answers", script('put(item.querySelector("p"), rule.answer);', ""), /without its answer/u],
  ["a field without a name", swap('<label for="search-text">', '<label for="other">'), /no named field/u],
  ["an index that is always loaded", script("form.hidden = false;", "form.hidden = false; load();"), /asks for nothing/u],
];

const FILTER = [
  ["a filter that filters nothing", script("line.hidden = !fit;", ""), /leaves \d+ of \d+ examples/u],
  ["outcomes that do not count", script("wanted.includes(line.className)", "true"), /with only/u],
  ["a list of which nothing is said", script("status.textContent = text;", "void 0;"), /examples it says/u],
  ["a question that is kept", script("const query = field.value.trim()", 'sessionStorage.setItem("q", field.value); const query = field.value.trim()'), /leaves the page/u],
];

const fault = (check, kind) => ([what, plant, expect]) => ({ check, kind, what, plant, expect });

export const FIND_FAULTS = [...SEARCH.map(fault("search", "search")), ...FILTER.map(fault("filter", "report"))];
