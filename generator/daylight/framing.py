"""Lets MkDocs and Material render the prose in content/, and one empty page for each kind of page, with marks in it.

Nothing is taken from MkDocs but the HTML that it wrote; `frame` cuts the empty pages at their marks.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

from daylight import staging
from daylight.frame import FrameError
from daylight.outside import Outside


class Framing:
    """The making of the prose, and of an empty page for each of `places`, by MkDocs beside whatever else is done.

    The folder of HTML is kept in `cache` under a name made of everything it was made from, so that it is made again only when
    that changes. What is wrong is a FrameError of `html`, not of the beginning.
    """

    def __init__(self, office: Path, places: Sequence[str], outside: Outside, cache: Path, program: str = "mkdocs"):
        self.outside = outside
        self.wrong: FrameError | None = None
        self.running: subprocess.Popen | None = None
        try:
            text = staging.settings(office, outside)
            staging.check_places(office / "content", places, outside.languages)
            versions = [version(name) for name in (program, "mkdocs-material", "tinycss2")] + [sys.version]
            digest = hashlib.sha256(f"{program}{text}{sorted(places)}{versions}".encode())
            for path, data in staging.sources(office):
                digest.update(os.fsencode(path) + b"\0" + data)
            self.home = cache / f"frame-{digest.hexdigest()[:16]}"
            if not (self.home / "done").exists():
                for old in cache.glob("frame-*"):
                    shutil.rmtree(old, ignore_errors=True)
                staging.stage(self.home, office, places, text, outside.languages)
                self.running = _start(self.home, program)
        except FrameError as e:
            self.wrong = e

    def html(self) -> Path:
        """Waits until it is made, and returns the folder of HTML; Welsh pages lie below cy/."""
        if self.wrong:
            raise self.wrong
        if self.running:
            running, self.running = self.running, None
            said, _ = running.communicate()
            if running.returncode:
                said = "".join(line for line in said.splitlines(True) if not line.startswith("INFO"))
                raise FrameError(f"the pages in content/ cannot be built:\n{said}".strip())
            staging.dress(self.home / "html", self.outside)
            (self.home / "done").touch()
        return self.home / "html"

    def stop(self) -> None:
        """Gives it up, because nothing will be published."""
        if self.running:
            self.running.kill()
            self.running.communicate()
            self.running = None


def _start(home: Path, program: str) -> subprocess.Popen:
    start = [sys.executable, "-m", program] if program == "mkdocs" else [str(Path(sys.executable).with_name(program))]
    environ = {"SOURCE_DATE_EPOCH": "0", "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
    return subprocess.Popen(
        [*start, "build", "-f", "mkdocs.yml"],
        cwd=home,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={**os.environ, **environ},
    )
