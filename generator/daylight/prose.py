"""Finds the places in the pages of content/ that an office has still to fill in: `daylight init` writes such places."""

import re
from collections.abc import Iterator
from pathlib import Path

from daylight.findings import Finding, finding
from daylight.welsh import MARKDOWN, files

PLACE = re.compile(r"\[(?:to fill in|i'w lenwi): ([^\]\n]+)\]", re.IGNORECASE)


def check(office: Path) -> Iterator[Finding]:
    """A warning for each page with places such as "[to fill in: the telephone number of the office]", at the first of them.

    Readers see such a place as it is.
    """
    for file in files(office / "content"):
        if file.suffix not in MARKDOWN:
            continue
        text = file.read_text("utf-8", errors="replace")
        if places := list(PLACE.finditer(text)):
            count = "1 place" if len(places) == 1 else f"{len(places)} places"
            line = text.count("\n", 0, places[0].start()) + 1
            yield finding("PROSE", "fill-in", file.relative_to(office).as_posix(), line, count=count, what=places[0][1])
