// A copy of a built site in which faults can be planted and taken out again.

import { promises as fs } from "node:fs";
import os from "node:os";
import path from "node:path";
import { attr, byTag } from "./html.mjs";
import { follow, openSite } from "./site.mjs";

export class Copy {
  #before = new Map();

  static async of(dir) {
    const copy = new Copy();
    copy.root = await fs.mkdtemp(path.join(os.tmpdir(), "wegwijs-planted-"));
    await fs.cp(dir, copy.root, { recursive: true });
    copy.site = await openSite(copy.root);
    return copy;
  }

  /** The first page of a kind, in a language where that matters. */
  page(kind, lang = "nl") {
    const found = this.site.pages.find((p) => p.kind === kind && !p.noindex && (p.lang === lang || kind === "chooser"))
      ?? this.site.pages.find((p) => p.kind === kind && p.lang === lang);
    if (!found) throw new Error(`the site has no ${kind} page in ${lang}`);
    return found;
  }

  /** The site as it is now, with what is planted. */
  read() {
    return openSite(this.root, this.site, new Set(this.#before.keys()));
  }

  /** Changes the text of a file; a change that changes nothing would prove nothing. */
  async edit(file, change) {
    const before = await this.#remember(file);
    const after = change(before.toString("utf8"));
    if (after === before.toString("utf8")) throw new Error(`the fault did not change ${file}`);
    await fs.writeFile(path.join(this.root, file), after);
  }

  /** Puts HTML at the end of the main part of a page. */
  insert(page, html) {
    return this.edit(page.file, (text) => text.replace(/<\/main>/u, `${html}</main>`));
  }

  /** Adds rules at the end of the style sheet that the page uses. */
  async addCss(page, css) {
    const link = byTag(page.document, "link").filter((l) => attr(l, "rel") === "stylesheet").at(-1);
    const { file } = follow(this.site, page, attr(link, "href"));
    await this.edit(file, (text) => `${text}\n${css}\n`);
  }

  /** Writes a file that was not there. */
  async add(file, bytes) {
    this.#before.set(file, null);
    await fs.mkdir(path.dirname(path.join(this.root, file)), { recursive: true });
    await fs.writeFile(path.join(this.root, file), bytes);
  }

  /** Takes out all that was planted. */
  async undo() {
    for (const [file, bytes] of this.#before) {
      if (bytes === null) await fs.rm(path.join(this.root, file));
      else await fs.writeFile(path.join(this.root, file), bytes);
    }
    this.#before.clear();
  }

  async remove() {
    await fs.rm(this.root, { recursive: true });
  }

  async #remember(file) {
    const bytes = await fs.readFile(path.join(this.root, file));
    if (!this.#before.has(file)) this.#before.set(file, bytes);
    return bytes;
  }
}
