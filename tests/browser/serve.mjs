// node serve.mjs PROGRAM [--shots DIR]
//
// What a browser makes of `wegwijs serve`: pages that follow the files, findings at the foot, other days and
// municipalities. PROGRAM is the wegwijs to be judged. With --shots, pictures of the foot go into DIR.
// Exit 0: all passed. 1: something failed. 2: it could not run.

import { spawn } from "node:child_process";
import fs from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { endOnSignals, launch } from "./harness/browser.mjs";

const AXE = fs.readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const GUIDE = fileURLToPath(new URL("../guides/sound", import.meta.url));
const STYLE = fileURLToPath(new URL("../../themes/default/style.css", import.meta.url));
const TEXT = "content/rules/money/car/nl.md";
const FACTS = "    - {from: 2026-01-01, value: 8000}";
const LONG = 20_000;

/** A guide of its own, and the program that serves it. */
class Served {
  static async start(program) {
    const served = new Served();
    served.program = program;
    served.folder = fs.mkdtempSync(path.join(os.tmpdir(), "wegwijs-serve-"));
    fs.cpSync(GUIDE, served.folder, { recursive: true });
    served.edit("content/facts.yaml", FACTS, `${FACTS}\n    - {from: 2027-01-01, value: 8765}`);
    await served.run("0");
    return served;
  }

  async run(port) {
    this.child = spawn(this.program, ["serve", this.folder, "--date", "2026-11-22", "--port", port], { stdio: ["ignore", "pipe", "inherit"] });
    let said = "";
    this.origin = await new Promise((resolve, reject) => {
      this.child.on("exit", (code) => reject(new Error(`it ended with ${code}: ${said}`)));
      this.child.stdout.on("data", (data) => {
        said += data;
        const port = /localhost:(\d+)/u.exec(said);
        if (port) resolve(`http://127.0.0.1:${port[1]}`);
      });
    });
  }

  /** Ends it and starts it again where it was. */
  async again(meanwhile) {
    this.child.removeAllListeners("exit");
    const ended = new Promise((resolve) => { this.child.on("exit", resolve); });
    this.child.kill("SIGINT");
    await ended;
    meanwhile();
    await this.run(new URL(this.origin).port);
  }

  edit(file, from, to) {
    const at = path.join(this.folder, file);
    const text = fs.readFileSync(at, "utf8");
    if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
    fs.writeFileSync(at, text.replace(from, to));
  }

  style(more) {
    fs.mkdirSync(path.join(this.folder, "themes/default"), { recursive: true });
    fs.writeFileSync(path.join(this.folder, "themes/default/style.css"), fs.readFileSync(STYLE, "utf8") + more);
  }

  end() {
    this.child.removeAllListeners("exit");
    this.child.kill();
    fs.rmSync(this.folder, { recursive: true, force: true });
  }
}

const PAGE = "/duinrode/nl/money/car/";
const foot = (tab) => tab.locator("wegwijs-live");
const panel = (tab) => tab.getByRole("region", { name: /error|warning|hint/u });
const marked = (tab) => tab.evaluate(() => globalThis.stillHere === true);
const mark = (tab) => tab.evaluate(() => { globalThis.stillHere = true; });

async function ready(tab, url) {
  await tab.goto(url);
  await tab.getByRole("button", { name: "As on" }).waitFor();
}

function same(what, found, wanted) {
  if (JSON.stringify(found) !== JSON.stringify(wanted)) throw new Error(`${what}: ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`);
}

const CHECKS = {
  async "a page follows its text, with place and focus"(tab, served) {
    await ready(tab, served.origin + PAGE);
    const link = tab.locator("main a[href]").last();
    await link.focus();
    await tab.evaluate(() => scrollTo(0, 300));
    const before = await tab.evaluate(() => [scrollY, document.activeElement.getAttribute("href")]);
    await mark(tab);
    served.edit(TEXT, "Bewaar de koopbon.", "Bewaar alles goed.");
    await tab.getByText("Bewaar alles goed.").first().waitFor();
    same("loaded again", await marked(tab), false);
    await tab.waitForFunction((href) => document.activeElement.getAttribute("href") === href, before[1]);
    same("place and focus", await tab.evaluate(() => [scrollY, document.activeElement.getAttribute("href")]), before);
  },

  async "a page that did not change is left alone"(tab, served) {
    await ready(tab, `${served.origin}/zandwijk/en/money/savings/`);
    await mark(tab);
    const asked = tab.waitForResponse((answer) => answer.request().method() === "HEAD");
    served.edit(TEXT, "Bewaar alles goed.", "Bewaar alles heel goed.");
    await asked;
    await tab.waitForTimeout(300);
    same("still here", await marked(tab), true);
  },

  async "looks change without loading again"(tab, served) {
    await ready(tab, served.origin + PAGE);
    await mark(tab);
    const colour = () => getComputedStyle(document.querySelector("h1")).color === "rgb(1, 2, 3)";
    served.style("\nh1 { color: rgb(1, 2, 3) !important; }\n");
    await tab.waitForFunction(colour);
    same("still here", await marked(tab), true);
    served.style("\n");
    await tab.waitForFunction(() => getComputedStyle(document.querySelector("h1")).color !== "rgb(1, 2, 3)");
    same("still here", await marked(tab), true);
  },

  async "findings come with their place, fold, and vanish"(tab, served) {
    served.edit(TEXT, "Bewaar alles heel goed.", "Bewaar de koopbon.");
    await ready(tab, served.origin + PAGE);
    await panel(tab).waitFor({ state: "detached" });
    await mark(tab);
    served.edit(TEXT, "{car-value}", "{car-walue}");
    await panel(tab).waitFor();
    const text = await panel(tab).innerText();
    for (const part of [/1 error|2 errors/u, /error:/u, /content\/rules\/money\/car\/nl\.md:\d+:\d+/u, /car-walue/u, /did you mean/u, /last good/u]) {
      if (!part.test(text)) throw new Error(`the panel says no ${part}: ${text}`);
    }
    const status = foot(tab).getByRole("status");
    if (!/error.*last good pages stay/u.test(await status.innerText())) throw new Error(`the status says ${await status.innerText()}`);
    same("the page stays", await marked(tab), true);
    const toggle = foot(tab).getByRole("button", { name: /error/u });
    await toggle.focus();
    await tab.keyboard.press("Enter");
    same("folded", [await panel(tab).count(), await toggle.getAttribute("aria-expanded")], [0, "false"]);
    await tab.reload();
    await toggle.waitFor();
    same("still folded", await panel(tab).count(), 0);
    await toggle.click();
    same("unfolded", await panel(tab).count(), 1);
    served.edit(TEXT, "{car-walue}", "{car-value}");
    await toggle.waitFor({ state: "hidden" });
    same("no panel", await panel(tab).count(), 0);
    await tab.waitForFunction(() => document.querySelector("wegwijs-live").shadowRoot.querySelector("[role=status]").textContent === "No findings");
  },

  async "the day and the municipality change"(tab, served) {
    await ready(tab, `${served.origin}/duinrode/nl/money/savings/`);
    const open = () => foot(tab).getByRole("button", { name: "As on" }).click();
    await foot(tab).getByRole("link", { name: "See 1 January 2027" }).click();
    await tab.waitForURL(`${served.origin}/_as-on/2027-01-01/duinrode/nl/money/savings/`);
    if (!(await tab.locator("main").innerText()).includes("8.765")) throw new Error("the amount is not that of the day");
    await tab.locator("header a.brand").click();
    await tab.waitForURL(`${served.origin}/_as-on/2027-01-01/duinrode/nl/`);
    await tab.goBack();
    await foot(tab).getByRole("button", { name: "As on 1 January 2027" }).waitFor();
    same("the way back", await foot(tab).getByRole("link", { name: "Back to" }).getAttribute("href"), "/duinrode/nl/money/savings/");
    await open();
    same("the days", await foot(tab).getByRole("listitem").allInnerTexts(), ["22 November 2026", "1 January 2027"]);
    await foot(tab).getByLabel("Municipality").selectOption("Zandwijk");
    await foot(tab).getByLabel("Show the guide as on").fill("2026-11-22");
    await foot(tab).getByRole("button", { name: "Show" }).click();
    await tab.waitForURL(`${served.origin}/zandwijk/nl/money/savings/`);
  },

  async "a municipality without the page shows its beginning"(tab, served) {
    await ready(tab, `${served.origin}/duinrode/nl/nowhere/`);
    await foot(tab).getByRole("button", { name: "As on" }).click();
    await foot(tab).getByLabel("Municipality").selectOption("Zandwijk");
    await foot(tab).getByRole("button", { name: "Show" }).click();
    await tab.waitForURL(`${served.origin}/zandwijk/nl/`);
  },

  async "a page hears of it when the server comes back"(tab, served) {
    await ready(tab, served.origin + PAGE);
    await served.again(() => served.edit(TEXT, "Bewaar de koopbon.", "Bewaar elke bon."));
    await tab.getByText("Bewaar elke bon.").first().waitFor();
  },

  async "nothing breaks the policy, and axe is content"(tab, served, shots) {
    served.edit(TEXT, "{car-value}", "{car-walue}");
    for (const [lang, width, scheme] of [["nl", 1280, "light"], ["ar", 1280, "dark"], ["nl", 360, "dark"], ["ar", 360, "light"]]) {
      await tab.setViewportSize({ width, height: width === 360 ? 640 : 800 });
      await tab.emulateMedia({ colorScheme: scheme });
      const broken = [];
      const hear = (message) => { if (["error", "warning"].includes(message.type())) broken.push(message.text()); };
      tab.on("console", hear);
      await ready(tab, `${served.origin}/duinrode/${lang}/money/car/`);
      await panel(tab).waitFor();
      if (shots) await tab.screenshot({ path: path.join(shots, `${lang}-${width}-${scheme}.png`) });
      await foot(tab).getByRole("button", { name: "As on" }).click();
      if (shots) await tab.screenshot({ path: path.join(shots, `${lang}-${width}-${scheme}-open.png`) });
      await axe(tab, `${lang} ${width} ${scheme}`);
      const wide = await tab.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (wide > 0) throw new Error(`${lang} ${width}: ${wide} pixels too wide`);
      tab.off("console", hear);
      same(`${lang} ${width}: on the console`, broken, []);
    }
    await tab.goto(`${served.origin}/_wegwijs/explain/unknown-fact`);
    await axe(tab, "an explanation");
    served.edit(TEXT, "{car-walue}", "{car-value}");
  },

  async "the foot is not printed, and hides nothing"(tab, served) {
    await ready(tab, served.origin + PAGE);
    const room = await tab.evaluate(() => {
      scrollTo(0, document.body.scrollHeight);
      const bar = document.querySelector("wegwijs-live").shadowRoot.querySelector("aside").getBoundingClientRect();
      return document.querySelector("footer").getBoundingClientRect().bottom - bar.top;
    });
    if (room > 1) throw new Error(`${room} pixels of the page are hidden`);
    await tab.emulateMedia({ media: "print" });
    same("on paper", await tab.evaluate(() => document.querySelector("wegwijs-live").getClientRects().length), 0);
    await tab.emulateMedia({ media: "screen" });
  },
};

async function axe(tab, where) {
  await tab.evaluate(AXE);
  const found = await tab.evaluate(async (values) => {
    const { violations } = await globalThis.axe.run(document, { runOnly: { type: "tag", values }, preload: false });
    return violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.target.join(" ")}: ${node.failureSummary}`));
  }, TAGS);
  if (found.length > 0) throw new Error(`${where}: ${found.join("; ")}`);
}

async function main() {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { shots: { type: "string" }, only: { type: "string" } } });
  if (positionals.length !== 1) throw new Error("usage: node serve.mjs PROGRAM [--shots DIR]");
  if (values.shots) fs.mkdirSync(values.shots, { recursive: true });
  const served = await Served.start(path.resolve(positionals[0]));
  const browser = await launch();
  let failed = 0;
  for (const [name, check] of Object.entries(CHECKS).filter(([name]) => name.includes(values.only ?? ""))) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const tab = await context.newPage();
    tab.setDefaultTimeout(LONG);
    try {
      await check(tab, served, values.shots);
      console.log(`passed  ${name}`);
    } catch (error) {
      failed += 1;
      console.log(`FAILED  ${name}\n        ${error.message}`);
    }
    await context.close();
  }
  await browser.close();
  served.end();
  console.log(`${Object.keys(CHECKS).length - failed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

endOnSignals();
try {
  process.exitCode = await main();
} catch (error) {
  console.error(error.message);
  process.exitCode = 2;
}
