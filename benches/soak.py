#!/usr/bin/env python3
"""Edits a guide many times under `wegwijs serve`, and says how its memory grew and how fast pages followed.

usage: benches/soak.py PROGRAM [EDITS] [FOLDER]

FOLDER is a guide (default: tests/guides/sound, of which a copy is edited). Some edits break the guide and mend it
again; pages are open all the while, come and go. Linux only: memory is read from /proc. Ends with 1 if memory after
all edits is more than 10 % above that after the first 200.
"""

import http.client
import pathlib
import re
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
FIRST = 200  # caches are filled by then
PAGE = "/duinrode/nl/money/car/"
TEXT = "content/rules/money/car/nl.md"
PROOF = re.compile(r"^proof: .*$", re.M)


def main():
    program = sys.argv[1]
    edits = int(sys.argv[2]) if len(sys.argv) > 2 else 2000
    source = pathlib.Path(sys.argv[3]) if len(sys.argv) > 3 else ROOT / "tests/guides/sound"
    with tempfile.TemporaryDirectory() as place:
        folder = pathlib.Path(place) / "guide"
        shutil.copytree(source, folder)
        command = [program, "serve", str(folder), "--date", "2026-11-22", "--port", "0"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
            try:
                return soak(child, folder, edits)
            finally:
                child.send_signal(signal.SIGINT)


def soak(child, folder, edits):
    port = int(re.search(r":(\d+)/", child.stdout.readline()).group(1))
    # What it says is read from a pipe that must not fill up.
    subprocess.Popen(["cat"], stdin=child.stdout, stdout=subprocess.DEVNULL)
    text = (folder / TEXT).read_text(encoding="utf-8")
    pages, times, sizes = [], [], []
    for i in range(1, edits + 1):
        if i % 10 == 0:
            pages.append(listen(port))
        if len(pages) > 5:
            pages.pop(0).close()
        if i % 50 == 0:
            (folder / TEXT).write_text("---\nbroken: [\n", encoding="utf-8")
            time.sleep(0.05)
        if i % 25 == 0:
            get(port, f"/_as-on/2027-{1 + i // 25 % 12:02}-01{PAGE}")
        words = f"Bewaar bon {i}."
        (folder / TEXT).write_text(PROOF.sub(f"proof: {words}", text), encoding="utf-8")
        saved = time.perf_counter()
        while words not in get(port, PAGE):
            time.sleep(0.002)
        times.append((time.perf_counter() - saved) * 1000)
        sizes.append(resident(child.pid))
        if i % 200 == 0:
            print(f"{i} edits: {sizes[-1] / 1024:.0f} MiB", flush=True)
    after_first = statistics.median(sizes[FIRST - 20 : FIRST])
    at_end = statistics.median(sizes[-20:])
    growth = (at_end / after_first - 1) * 100
    print(f"memory: {after_first / 1024:.1f} MiB after {FIRST} edits, {at_end / 1024:.1f} MiB after {edits}: {growth:+.1f} %")
    print(f"from saving to the page: median {statistics.median(times):.0f} ms, worst {max(times):.0f} ms")
    return 0 if growth <= 10 else 1


def get(port, path):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", path)
    body = connection.getresponse().read().decode("utf-8")
    connection.close()
    return body


def listen(port):
    """An open page: it hears events, and never reads them."""
    page = socket.create_connection(("127.0.0.1", port))
    page.sendall(f"GET /_wegwijs/events HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n".encode())
    return page


def resident(pid):
    """Memory in KiB."""
    status = pathlib.Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    return int(re.search(r"VmRSS:\s+(\d+)", status).group(1))


if __name__ == "__main__":
    sys.exit(main())
