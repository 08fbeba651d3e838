#!/usr/bin/env python3
"""How long `check` takes beside `build`, on a guide of many rules.

The guide is the example guide with its rules copied into more chapters: RULES rules in three languages. Both commands
read the same files; `build` makes the website without PDFs. They run in turn, the median counts.

    cargo build --release --no-default-features
    benches/check.py target/release/wegwijs [RULES] [RUNS]
"""

import re
import resource
import shutil
import statistics
import string
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DATE = "2026-11-22"


def generate(folder: Path, count: int) -> None:
    """Copies the example guide, with one municipality and `count` rules."""
    shutil.copytree(ROOT / "content", folder / "content")
    for other in ("meerwijk", "polderhaven"):
        shutil.rmtree(folder / "content/municipalities" / other)
    rules = sorted(path.parent for path in (ROOT / "content/rules").glob("*/*/rule.yaml"))
    lock = folder / "content/translations.lock"
    lock.unlink()
    letters = (a + b for a in string.ascii_uppercase for b in string.ascii_uppercase)
    made = len(rules)
    while made < count:
        letter = next(letters)
        chapter = folder / "content/rules" / f"copy-{letter.lower()}"
        chapter.mkdir()
        names = "{nl: Nog meer regels, en: More rules, ar: قواعد أخرى}"
        text = f"order: {100 + made}\nletter: {letter}\ntitle: {names}\nintroduction: {names}\n"
        (chapter / "chapter.yaml").write_text(text)
        for number, rule in enumerate(rules[: count - made], 1):
            shutil.copytree(rule, chapter / rule.name)
            file = chapter / rule.name / "rule.yaml"
            file.write_text(re.sub(r"(?m)^sheet: .*$", f"sheet: {letter}{number}", file.read_text()))
        made += min(len(rules), count - made)


def run(command: list[str], folder: Path) -> tuple[float, float]:
    """Wall time and CPU time in seconds."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.monotonic()
    ended = subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    wall = time.monotonic() - start
    if ended.returncode != 0:
        sys.exit(f"{' '.join(command)} ended with {ended.returncode}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    program = str(Path(sys.argv[1]).resolve())
    rules = int(sys.argv[2]) if len(sys.argv) > 2 else 3334
    runs = int(sys.argv[3]) if len(sys.argv) > 3 else 5
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        generate(folder, rules)
        run([program, "translate", "accept", "--all"], folder)
        commands = {
            "check": [program, "check", "--date", DATE],
            "build": [program, "build", "--no-binder", "--date", DATE],
        }
        times: dict[str, list[tuple[float, float]]] = {what: [] for what in commands}
        for _ in range(runs):
            for what, command in commands.items():
                shutil.rmtree(folder / "public", ignore_errors=True)
                times[what].append(run(command, folder))
        files = len(list((folder / "content/rules").glob("*/*/*.md")))
        print(f"{files} text files, median of {runs} runs")
        for what, measured in times.items():
            wall, cpu = (statistics.median(column) for column in zip(*measured))
            print(f"{what}: {wall:.2f} s wall, {cpu:.2f} s CPU")


main()
