#!/usr/bin/env python3
"""Measures how long it takes from saving a file to the changed page being served, against `hugo server`.

    cargo build --release --no-default-features --features serve
    benches/serve.py target/release/wegwijs --hugo hugo --hugo /tmp/hugo/bin/hugo [--pages 10000] [--edits 100]

Each edit gives a rule another title and another sentence, and saves as editors do. Then the rule's page is asked for, over
one open connection, until it has both; then the pages on which the title stands too: the chapter, the home page, and the
next rule, which nobody asked for before. What still has the old title two seconds later is stale.
"""

import argparse
import itertools
import random
import re
import shutil
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from measure import DATE, build_command, hugos, make_guide, make_hugo_site, run, use_cores
from served import Served, save

SETTLED = 2.0
# Each edit has a number of its own, so that no text is there already.
NUMBERS = itertools.count(1000)


class Times:
    """Milliseconds from saving, for each kind of page, and how many pages stayed stale."""

    def __init__(self) -> None:
        self.taken: dict[str, list[float]] = {"page": [], "chapter": [], "home": []}
        self.stale = 0

    def row(self, name: str, server: Served) -> str:
        def figures(kind: str) -> str:
            taken = sorted(self.taken[kind])
            if not taken:
                return "never | never"
            return f"{median(taken):.0f} ms | {taken[-(-95 * len(taken) // 100) - 1]:.0f} ms"

        cells = " | ".join(figures(kind) for kind in self.taken)
        return f"| {name} | {server.started:.1f} s | {cells} | {self.stale} | {server.memory():.0f} MiB |"


def retitled(text: str, number: int) -> str:
    """A rule's text with another title and another sentence: of a guide, or of a Hugo site."""
    text = re.sub(r'^(title: "|\{"title": ")[^"]*"', rf'\g<1>Proef {number}."', text, count=1, flags=re.M)
    return re.sub(r"(\n\nZin [0-9]+\.)?\n*$", f"\n\nZin {number}.\n", text)


def edit(server: Served, rules: list[tuple[Path, str, str]], edits: int, seed: int) -> Times:
    """Edits rules at random; each is given with its file, its address and that of the rule after it."""
    times, draw = Times(), random.Random(seed)
    for number in itertools.islice(NUMBERS, edits):
        file, address, following = draw.choice(rules)
        text = retitled(file.read_text(), number)
        saved = time.monotonic()
        save(file, text)
        chapter = address.rsplit("/", 2)[0] + "/"
        seen = server.wait(address, f"Zin {number}.")
        title = f"Proef {number}."
        if seen is None or title.encode() not in server.get(address)[1]:
            times.stale += 1
        else:
            times.taken["page"].append(1000 * (seen - saved))
        for kind, path in (("chapter", chapter), ("home", "/nl/")):
            seen = server.wait(path, title, patience=SETTLED)
            if seen is None:
                times.stale += 1
            else:
                times.taken[kind].append(1000 * (seen - saved))
        times.stale += server.wait(following, title, patience=SETTLED) is None
        time.sleep(draw.uniform(0.2, 0.5))
    return times


def main() -> None:
    parser = argparse.ArgumentParser(description="Measures from saving a file to the changed page being served.")
    parser.add_argument("program")
    parser.add_argument("--hugo", action="append", default=[], help="a Hugo to compare with; can be repeated")
    parser.add_argument("--pages", type=int, default=10_000)
    parser.add_argument("--edits", type=int, default=100, help="0 leaves wegwijs out")
    parser.add_argument("--hugo-edits", type=int, default=20, help="Hugo takes seconds for each")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workdir", type=Path)
    options = parser.parse_args()
    program = str(Path(shutil.which(options.program) or options.program).resolve())
    use_cores(2)

    with tempfile.TemporaryDirectory(dir=options.workdir, prefix="serve-") as name:
        guide, site = Path(name) / "guide", Path(name) / "hugo"
        make_guide(guide, program, rules=-(-options.pages // 3))
        others = hugos(options.hugo)
        if others:
            run(build_command(program), guide)
            make_hugo_site(guide, guide / "public", site)
            shutil.rmtree(guide / "public")
        names = sorted(path.parent.relative_to(guide / "content/rules") for path in guide.glob("content/rules/chapter-*/*/nl.md"))
        # The last rule of a chapter has none after it there.
        pairs = [(one, after) for one, after in zip(names, names[1:]) if one.parent == after.parent]
        commands = {"wegwijs serve": ([program, "serve", "--date", DATE, "--port", "4100", "."], guide, options.edits)}
        for title, path in others.items():
            serve = [path, "server", "--noTimes", "--port", "4200", "--bind", "127.0.0.1"]
            commands[f"{title} server"] = (serve, site, options.hugo_edits)
            commands[f"{title} server --disableFastRender"] = ([*serve, "--disableFastRender"], site, options.hugo_edits)
        ways = " | ".join(f"{kind}, {what}" for kind in ("page", "chapter", "home") for what in ("median", "95%"))
        print(f"{options.pages:,} pages, {options.edits} edits ({options.hugo_edits} with Hugo)\n")
        print(f"| server | ready after | {ways} | stale pages | memory at the end |\n|{'---|' * 10}", flush=True)
        missed = False
        for title, (command, folder, edits) in commands.items():
            if edits == 0:
                continue
            base = folder / "content/rules" if folder == guide else folder / "content/nl"
            ending = "/nl.md" if folder == guide else ".md"
            rules = [(base / f"{one}{ending}", f"/nl/{one}/", f"/nl/{after}/") for one, after in pairs]
            server = Served(command, folder)
            try:
                server.wait("/nl/", "</html>")
                times = edit(server, rules, edits, options.seed)
                print(times.row(title, server), flush=True)
            finally:
                server.end()
            if folder == guide:
                missed = times.stale > 0 or median(times.taken["page"] or [float("inf")]) >= 50
        if options.edits:
            verdict = "**missed**" if missed else "met"
            print(f"\nFrom saving to the changed page, median under 50 ms, and nothing stale: {verdict}.")
        sys.exit(1 if missed else 0)


if __name__ == "__main__":
    main()
