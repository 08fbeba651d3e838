"""A server under measurement: started, asked, and ended."""

import http.client
import os
import re
import subprocess
import sys
import threading
import time
from pathlib import Path

# What `wegwijs serve` adds to a page, and only that.
ADDED = re.compile(rb'<script type="module" src="/_wegwijs/live\.js"[^>]*></script>')


class Served:
    """A server, and one connection to it that stays open."""

    def __init__(self, command: list[str], folder: Path, patience: float = 300) -> None:
        self.process = subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        self.said: list[str] = []
        self.address = None
        threading.Thread(target=self.listen, daemon=True).start()
        start = time.monotonic()
        while self.address is None:
            if self.process.poll() is not None or time.monotonic() - start > patience:
                self.end()
                sys.exit(f"{' '.join(command)} does not serve:\n{''.join(self.said)}")
            time.sleep(0.02)
        self.connection = http.client.HTTPConnection(*self.address)
        self.started = time.monotonic() - start

    def listen(self) -> None:
        """Reads what the server says to its end, so that it never waits for a reader."""
        for line in self.process.stdout:
            text = line.decode(errors="replace")
            self.said = self.said[-50:] + [text]
            found = re.search(r"https?://(127\.0\.0\.1|localhost):(\d+)", text)
            if found and self.address is None:
                self.address = ("127.0.0.1", int(found.group(2)))

    def get(self, path: str) -> tuple[int, bytes]:
        """Status and body; asks once more if the server closed the connection meanwhile."""
        host = f"localhost:{self.address[1]}"
        for attempt in range(2):
            try:
                self.connection.request("GET", path, headers={"Host": host})
                answer = self.connection.getresponse()
                return answer.status, answer.read()
            except (http.client.HTTPException, ConnectionError):
                self.connection.close()
                if attempt:
                    raise
        raise AssertionError("two attempts")

    def wait(self, path: str, words: str, patience: float = 120) -> float | None:
        """Asks for a page until it has these words; gives the time when it had, or nothing if it never had."""
        expected, end = words.encode(), time.monotonic() + patience
        while time.monotonic() < end:
            _, body = self.get(path)
            if expected in body:
                return time.monotonic()
            # Asking without pause would take the processor from the server.
            time.sleep(0.004)
        return None

    def memory(self) -> float:
        """The memory that the server has now, in MiB."""
        text = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+)", text).group(1)) / 1024

    def end(self) -> None:
        self.process.terminate()
        self.process.wait()


def save(file: Path, text: str) -> None:
    """Saves as editors do: writes another file and puts it in the place of the old one."""
    other = file.with_name(f".{file.name}.swp~")
    other.write_text(text)
    os.replace(other, file)
