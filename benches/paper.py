#!/usr/bin/env python3
"""Times a binder made by wegwijs against the same texts printed by headless Chromium and by WeasyPrint.

    benches/paper.py WEGWIJS [RUNS]        WEGWIJS is the program, built with --release

Needs Chromium (Debian: chromium) and, from PyPI, weasyprint. All three are run in turn, each in a process of
its own, WeasyPrint once; what counts is the median. Prints the lines of the table in docs/performance.md.
"""

import os
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

MUNICIPALITY = "duinrode"
DATE = "2026-11-22"


def run(command):
    """Wall time and CPU time of a process and its children, in seconds."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.monotonic()
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    wall = time.monotonic() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = (after.ru_utime + after.ru_stime) - (before.ru_utime + before.ru_stime)
    if done.returncode != 0:
        sys.exit(f"{command[0]} failed")
    return wall, cpu


def one_page(site, language):
    """All rules of an edition as one HTML document, with the style sheet of the site."""
    edition = site / MUNICIPALITY / language
    pages = sorted(p for p in edition.glob("*/*/index.html") if p.parent.parent.name != "binder")
    mains = [re.search(r"<main.*?</main>", p.read_text(), re.S).group(0) for p in pages]
    head = re.search(r"<head>.*?</head>", pages[0].read_text(), re.S).group(0)
    sheet = re.findall(r'href="[./]*(assets/style[^"]*)"', head)[0]
    html = re.search(r"<html[^>]*>", pages[0].read_text()).group(0)
    # WeasyPrint cannot read an attribute in a margin box, and stops.
    style = site / "print.css"
    style.write_text((site / sheet).read_text().replace("attr(data-foot)", '""'))
    css = f'<link rel="stylesheet" href="{style.as_uri()}">'
    return f'<!DOCTYPE html>{html}<head><meta charset="utf-8">{css}</head><body>{"".join(mains)}</body></html>'


def pages_of(pdf):
    out = subprocess.run(["pdfinfo", pdf], capture_output=True, text=True, check=False).stdout
    return int(re.search(r"Pages:\s+(\d+)", out).group(1))


def main():
    program = shutil.which(sys.argv[1]) or sys.argv[1]
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        subprocess.run([program, "build", "--no-binder", "--date", DATE, "--out", folder / "site"], check=True, stdout=subprocess.DEVNULL)
        for language in ["nl", "ar"]:
            html = folder / f"{language}.html"
            html.write_text(one_page(folder / "site", language))
            pdf = {name: str(folder / f"{name}-{language}.pdf") for name in ["wegwijs", "chromium", "weasyprint"]}
            commands = {
                "wegwijs": [program, "binder", "-m", MUNICIPALITY, "-l", language, "--date", DATE, "-o", pdf["wegwijs"]],
                "chromium": ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
                             f"--user-data-dir={folder / 'profile'}", "--no-pdf-header-footer",
                             f"--print-to-pdf={pdf['chromium']}", html.as_uri()],
                "weasyprint": [sys.executable, "-m", "weasyprint", "--pdf-variant", "pdf/ua-1", str(html), pdf["weasyprint"]],
            }
            times = {name: [] for name in commands}
            for turn in range(runs):
                for name, command in commands.items():
                    # WeasyPrint takes minutes: once is enough.
                    if turn == 0 or name != "weasyprint":
                        times[name].append(run(command))
            ours = [statistics.median(t) for t in zip(*times["wegwijs"])]
            for name in commands:
                wall, cpu = [statistics.median(t) for t in zip(*times[name])]
                size = os.path.getsize(pdf[name])
                pages = pages_of(pdf[name])
                per_page = [(wall / pages) / (ours[0] / pages_of(pdf["wegwijs"])), (cpu / pages) / (ours[1] / pages_of(pdf["wegwijs"]))]
                print(f"| {language} | {name} | {pages} | {wall:.2f} s | {cpu:.2f} s | {size / 1e6:.2f} MB | "
                      f"{per_page[0]:.1f} | {per_page[1]:.1f} |")


main()
