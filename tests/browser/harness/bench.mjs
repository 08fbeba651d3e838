// The server and the browser on which pages are judged; starts another browser when one dies,
// so that an accident on one page costs that page at most.

import { launch, Tab } from "./browser.mjs";
import { serve } from "./serve.mjs";

export class Bench {
  #starting = null;

  static async open(site) {
    const bench = new Bench();
    bench.server = await serve(site.root, site.base);
    bench.browser = await launch();
    return bench;
  }

  /** The tab itself while it lives; else a new one, in a new browser if need be. */
  async liveTab(tab) {
    if (tab?.alive()) return tab;
    return Tab.open(await this.#liveBrowser(), this.server);
  }

  // Two tabs may find the browser dead at once; both must get the same new one.
  async #liveBrowser() {
    if (this.browser.isConnected()) return this.browser;
    this.#starting ??= launch();
    this.browser = await this.#starting;
    this.#starting = null;
    return this.browser;
  }

  async close() {
    await this.browser.close();
    await this.server.close();
  }
}
