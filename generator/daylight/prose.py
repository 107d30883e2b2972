"""Finds the places in the pages of content/ that an office has still to fill in: `daylight init` writes such places."""

import re
from collections.abc import Iterator
from pathlib import Path

from daylight.findings import Finding, finding
from daylight.welsh import MARKDOWN, files

PLACE = re.compile(r"\[(?:to fill in|i'w lenwi): ([^\]\n]+)\]", re.IGNORECASE)


def check(office: Path) -> Iterator[Finding]:
    """A warning for each place such as "[to fill in: the telephone number of the office]". Readers see it as it is."""
    for file in files(office / "content"):
        if file.suffix not in MARKDOWN:
            continue
        path = file.relative_to(office).as_posix()
        for number, line in enumerate(file.read_text("utf-8", errors="replace").split("\n"), 1):
            for place in PLACE.finditer(line):
                yield finding("PROSE", "fill-in", path, number, what=place[1])
