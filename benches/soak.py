#!/usr/bin/env python3
"""Edits a guide 2,000 times under `wegwijs serve`, and looks at its memory and at its pages.

    cargo build --release --no-default-features --features serve
    benches/soak.py target/release/wegwijs [--edits 2000] [--rules 300] [--seed 1]

Edits are those of a day's work and its mishaps: texts, titles, amounts, a syntax error in YAML or in the front matter and
back, a file deleted and back, a rule that comes and goes; some one by one, some many at once, as when a branch is switched.
Meanwhile pages are read. Memory is looked at after every 50 edits; from the 200th on it may grow by less than 10%. At the
end every file that `build` makes of the same guide must be served with the same bytes.
"""

import argparse
import random
import re
import shutil
import sys
import tempfile
import threading
import time
from pathlib import Path

from measure import DATE, build_command, clean, files_of, make_guide, run, use_cores
from served import ADDED, Served, save

WARM, EVERY, GROWTH = 200, 50, 1.10


class Soak:
    """A guide that is edited. Each edit counts; what it broke, a later one mends."""

    def __init__(self, guide: Path, seed: int) -> None:
        self.content = guide / "content"
        self.random = random.Random(seed)
        self.rules = sorted(path.parent for path in guide.glob("content/rules/chapter-*/rule-*/rule.yaml"))
        self.broken: dict[Path, str] = {}
        self.edits = 0
        self.kinds: dict[str, int] = {}

    def text(self) -> None:
        """Another sentence."""
        file = self.random.choice(self.rules) / f"{self.random.choice(['nl', 'en', 'ar'])}.md"
        if file not in self.broken:
            save(file, re.sub(r"(\n\nZin [0-9]+\.)?\n*$", f"\n\nZin {self.edits}.\n", file.read_text()))

    def title(self) -> None:
        file = self.random.choice(self.rules) / "nl.md"
        if file not in self.broken:
            save(file, re.sub(r'(?m)^title: "[^"]*"', f'title: "Proef {self.edits}"', file.read_text(), count=1))

    def amount(self) -> None:
        """Another value of a fact: many pages change."""
        file = self.content / "facts.yaml"
        if file not in self.broken:
            chapter = self.random.choice(self.rules).parent.name.removeprefix("chapter-").lstrip("0")
            pattern = rf"(?s)(\namount-{chapter}:.*?2025-07-01, value: )\d+"
            save(file, re.sub(pattern, rf"\g<1>{self.random.randrange(100, 4000)}", file.read_text(), count=1))

    def breaks(self) -> None:
        """A syntax error."""
        rule = self.random.choice(self.rules)
        file = self.random.choice([rule / "rule.yaml", rule / "nl.md", self.content / "facts.yaml", self.content / "site.yaml"])
        if file not in self.broken:
            self.broken[file] = file.read_text()
            save(file, self.broken[file].replace(":", ": [", 1))

    def deletes(self) -> None:
        file = self.random.choice(self.rules) / self.random.choice(["rule.yaml", "nl.md", "en.md"])
        if file not in self.broken:
            self.broken[file] = file.read_text()
            file.unlink()

    def mends(self) -> None:
        """Puts a file back as it was."""
        if self.broken:
            file = self.random.choice(sorted(self.broken))
            save(file, self.broken.pop(file))

    def comes_and_goes(self) -> None:
        """A rule more, or one less again."""
        rule = self.random.choice(self.rules)
        more = rule.parent / "rule-99"
        if more.exists():
            shutil.rmtree(more)
        elif rule / "rule.yaml" not in self.broken and rule / "nl.md" not in self.broken:
            shutil.copytree(rule, more)
            sheet = more / "rule.yaml"
            sheet.write_text(re.sub(r"(?m)^sheet: ([A-Z]+)\d+", r"sheet: \g<1>99", sheet.read_text()))

    def edit(self) -> None:
        """One edit, of a kind drawn at random. What is broken does not stay so for long."""
        if self.broken and self.random.random() < 0.4:
            kind = self.mends
        else:
            kinds = [self.text, self.title, self.amount, self.breaks, self.deletes, self.comes_and_goes]
            kind = self.random.choices(kinds, [50, 15, 10, 10, 10, 5])[0]
        kind()
        self.edits += 1
        self.kinds[kind.__name__] = self.kinds.get(kind.__name__, 0) + 1

    def mend_all(self) -> None:
        while self.broken:
            self.mends()


def read_events(server: Served, stop: threading.Event) -> None:
    """An open page: it listens to what the server tells."""
    import socket
    with socket.create_connection(server.address) as line:
        line.sendall(f"GET /_wegwijs/events HTTP/1.1\r\nHost: localhost:{server.address[1]}\r\n\r\n".encode())
        line.settimeout(1)
        while not stop.is_set():
            try:
                if not line.recv(65536):
                    return
            except TimeoutError:
                continue


def settle(server: Served, soak: Soak) -> None:
    """Mends everything, and waits until the pages show it."""
    soak.mend_all()
    file = soak.rules[0] / "nl.md"
    words = f"Rustig {soak.edits}."
    save(file, re.sub(r"(\n\nRustig [0-9]+\.)?\n*$", f"\n\n{words}\n", file.read_text()))
    address = "/nl/" + file.parent.relative_to(soak.content / "rules").as_posix() + "/"
    if server.wait(address, words) is None:
        sys.exit(f"after {soak.edits} edits {address} does not show the newest text")
    # What is judged afterwards needs memory too.
    time.sleep(1)


def differences(server: Served, guide: Path) -> tuple[int, list[str]]:
    """How many files a build makes, and which are served otherwise."""
    public = guide / "public"
    # Pages first, as a browser asks: what a page needs is made with it.
    names = sorted(files_of(public), key=lambda name: (not name.endswith(".html"), name))
    other = []
    for name in names:
        if name == "manifest.json":
            continue
        status, body = server.get("/" + name.removesuffix("index.html"))
        if name.endswith(".html"):
            body = ADDED.sub(b"", body, count=1)
        if body != (public / name).read_bytes():
            other.append(f"{name} ({status})")
    return len(names), other


def main() -> None:
    parser = argparse.ArgumentParser(description="Edits a guide many times under `wegwijs serve`.")
    parser.add_argument("program")
    parser.add_argument("--edits", type=int, default=2000)
    parser.add_argument("--rules", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workdir", type=Path)
    options = parser.parse_args()
    program = str(Path(shutil.which(options.program) or options.program).resolve())
    use_cores(2)
    with tempfile.TemporaryDirectory(dir=options.workdir, prefix="soak-") as name:
        guide = Path(name) / "guide"
        make_guide(guide, program, rules=options.rules, chapters=18)
        soak, stop = Soak(guide, options.seed), threading.Event()
        server = Served([program, "serve", "--date", DATE, "--port", "4300", "."], guide)
        threading.Thread(target=read_events, args=(server, stop), daemon=True).start()
        seen: list[tuple[int, float]] = []
        try:
            while soak.edits < options.edits:
                burst = 20 if soak.random.random() < 0.02 else 1
                for _ in range(min(burst, EVERY - soak.edits % EVERY)):
                    soak.edit()
                server.get("/nl/" + soak.random.choice(soak.rules).relative_to(soak.content / "rules").as_posix() + "/")
                server.get(soak.random.choice(["/nl/", "/en/", "/ar/", "/nl/report/", "/nl/words/"]))
                time.sleep(soak.random.uniform(0, 0.1))
                if soak.edits % EVERY == 0:
                    settle(server, soak)
                    seen.append((soak.edits, server.memory()))
                    print(f"{soak.edits} edits: {seen[-1][1]:.1f} MiB", flush=True)
            clean_build(guide, program)
            count, other = differences(server, guide)
        finally:
            stop.set()
            server.end()
    print(f"\nedits: {', '.join(f'{kind} {number}' for kind, number in sorted(soak.kinds.items()))}")
    warm = [memory for edits, memory in seen if edits <= WARM]
    later = [memory for edits, memory in seen if edits > WARM]
    growth = max(later) / max(warm) if later else 1.0
    print(f"memory: at most {max(warm):.1f} MiB in the first {WARM} edits, {max(later or warm):.1f} MiB afterwards: "
          f"{100 * (growth - 1):+.1f}%, {'met' if growth < GROWTH else '**missed**'} (under +10%)")
    print(f"pages: {count - len(other)} of {count} files as a build makes them, {'met' if not other else '**missed**'}")
    for line in other[:20]:
        print(f"  {line}")
    sys.exit(1 if other or growth >= GROWTH else 0)


def clean_build(guide: Path, program: str) -> None:
    """A build into an empty folder, without what an earlier one left."""
    clean(guide)
    run(build_command(program), guide)


if __name__ == "__main__":
    main()
