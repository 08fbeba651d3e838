// The Nu HTML checker on all pages, pictures and style sheets: no error, no warning.
// One Java run for the whole folder; starting Java is the expensive part.

import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import path from "node:path";

const JAR = path.join(path.dirname(createRequire(import.meta.url).resolve("vnu-jar/package.json")), "build/dist/vnu.jar");

export const nu = {
  name: "nu",
  kind: "site",
  patience: 300_000,
  async run({ site, pages }, { fail, figure }) {
    const { code, output } = await check(pages.length === site.pages.length ? [site.root] : filesOf(site, pages));
    // Without its closing JSON the checker did not run, and silence would look like a pass.
    const { messages } = JSON.parse(output);
    for (const m of messages) {
      const file = path.relative(site.root, decodeURIComponent(new URL(m.url).pathname));
      const page = site.byFile.get(file);
      const kind = m.subType ?? m.type;
      fail(`${kind}: ${m.message} (line ${m.lastLine ?? "?"})`, page?.path ?? `/${file}`);
    }
    if (messages.length === 0 && code !== 0) fail(`the checker ended with code ${code}`);
    figure("messages", messages.length, "all");
  },
};

/** Some pages only, with all pictures and style sheets. */
function filesOf(site, pages) {
  const others = [...site.files].filter((file) => /\.(css|svg)$/u.test(file));
  return [...pages.map((page) => page.file), ...others].map((file) => path.join(site.root, file));
}

function check(places) {
  // Without `--errors-only`, so that warnings come too; pictures and style sheets are judged as well.
  const options = ["-jar", JAR, "--format", "json", "--stdout", "--also-check-css", "--also-check-svg", "--skip-non-html", ...places];
  return new Promise((resolve) => {
    execFile("java", options, { maxBuffer: 1 << 28 }, (error, stdout) => {
      resolve({ code: error ? error.code : 0, output: stdout });
    });
  });
}
