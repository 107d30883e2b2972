"""How long a command takes into an empty folder, and how much memory it has with all that it starts."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).parent
SITE = "site"
DAYLIGHT = [sys.executable, "-m", "daylight"]
ENVIRON = {**os.environ, "PYTHONPATH": str(HERE.parent / "generator"), "NO_MKDOCS_2_WARNING": "1"}


def timed(command: list[str], home: Path) -> float:
    """Seconds of a command that makes home/site, which is not there before; nor is anything that was kept."""
    put_aside(home / SITE)
    put_aside(home / ".cache")
    os.sync()
    start = time.perf_counter()
    subprocess.run(command, check=True, env=ENVIRON, cwd=home, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def put_aside(path: Path) -> None:
    """Moves a folder away. Deleted at once, it would slow the next run: ext4 looks long for room that was not just freed."""
    if path.exists():
        path.rename(Path(tempfile.mkdtemp(dir=path.parent.parent, prefix="old-")) / path.name)


def peak(command: list[str], home: Path) -> int:
    """The most memory in bytes that a command and its children have at one time; what they share counts once."""
    put_aside(home / SITE)
    running = subprocess.Popen(command, env=ENVIRON, cwd=home, stdout=subprocess.DEVNULL)
    most = 0
    while running.poll() is None:
        most = max(most, sum(pss(pid) for pid in family(running.pid)))
        time.sleep(0.05)
    return most


def family(pid: int) -> Iterator[int]:
    """A process and those that it started."""
    yield pid
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            children = task.read_text().split()
        except OSError:
            continue
        for child in children:
            yield from family(int(child))


def pss(pid: int) -> int:
    """The memory of a process in bytes, with its share of what it shares."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:")), 0)
