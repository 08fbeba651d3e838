// One Chromium for the whole run, and the tab in which one page after another is judged.

import fs from "node:fs";
import { chromium } from "playwright-core";

// Debian's package; the browsers that Playwright would download cannot be had everywhere.
export const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";

// Background services of the browser itself would ask for other hosts, and a name server is
// never needed: whatever is not on the loopback address must fail, and at once.
export const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
];

const PROBE = fs.readFileSync(new URL("./probe.js", import.meta.url), "utf8");
const HEIGHTS = { 1280: 900, 320: 640 };
const PLAIN_STATE = { width: 1280, scheme: "light", motion: "no-preference", media: "screen", forced: "none" };

// Playwright would answer a signal by closing the browser and letting the run go on without one.
const SIGNALS = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };

export const launch = () => chromium.launch({ executablePath: CHROMIUM, headless: true, args: FLAGS, ...SIGNALS });

/** Ends the run on a signal; the browsers go with it. */
export function endOnSignals() {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, () => process.exit(2));
}

/** A page with scripts allowed, and beside it the same page with scripts off. */
export class Tab {
  static async open(browser, server) {
    const tab = new Tab();
    tab.server = server;
    tab.contexts = [
      await browser.newContext({ viewport: { width: 1280, height: HEIGHTS[1280] } }),
      await browser.newContext({ javaScriptEnabled: false }),
    ];
    [tab.page, tab.plain] = await Promise.all(tab.contexts.map((context) => context.newPage()));
    tab.devtools = await tab.contexts[0].newCDPSession(tab.page);
    await tab.page.addInitScript({ content: PROBE });
    tab.page.setDefaultTimeout(20_000);
    tab.#listen();
    return tab;
  }

  /** Goes to a page of the site, in the plain state, with an empty log. */
  async visit(page) {
    await this.set({});
    this.log = { requests: [], errors: [] };
    this.address = this.server.url(page.path);
    this.response = await this.page.goto(this.address, { waitUntil: "load" });
  }

  /** Sets window width, colour scheme and so on; what is not named becomes plain. */
  async set(wanted) {
    const state = { ...PLAIN_STATE, ...wanted };
    if (state.width !== this.state?.width) {
      await this.page.setViewportSize({ width: state.width, height: HEIGHTS[state.width] });
    }
    await this.page.emulateMedia({
      media: state.media,
      colorScheme: state.scheme,
      reducedMotion: state.motion,
      forcedColors: state.forced,
    });
    this.state = state;
  }

  /** Presses the Tab key many times, without waiting for an answer in between. */
  async pressTab(times) {
    const key = { key: "Tab", code: "Tab", windowsVirtualKeyCode: 9 };
    const sent = [];
    for (let i = 0; i < times; i += 1) {
      sent.push(this.devtools.send("Input.dispatchKeyEvent", { type: "rawKeyDown", ...key }));
      sent.push(this.devtools.send("Input.dispatchKeyEvent", { type: "keyUp", ...key }));
    }
    await Promise.all(sent);
  }

  /** Runs a function of the page; `globalThis.probe` (probe.js) is there. */
  ask(question, argument) {
    return this.page.evaluate(question, argument);
  }

  alive() {
    return !this.crashed && this.contexts[0].browser().isConnected();
  }

  async close() {
    if (this.alive()) await Promise.all(this.contexts.map((context) => context.close()));
  }

  #listen() {
    this.log = { requests: [], errors: [] };
    this.page.on("crash", () => { this.crashed = true; });
    this.page.on("request", (request) => this.log.requests.push(request));
    this.page.on("pageerror", (error) => this.log.errors.push(String(error)));
    this.page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) {
        this.log.errors.push(`${message.text()} [${message.location().url}]`);
      }
    });
  }
}
