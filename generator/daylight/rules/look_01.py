"""LOOK-01: white words can be read on the colour of the office."""

from collections.abc import Iterator

from daylight.findings import Finding, finding
from daylight.record import Record
from daylight.site import Site

OF = ("publisher",)
LEAST = 4.5


def check(site: Site, record: Record) -> Iterator[Finding]:
    """The header is in the office's colour with white words on it: a contrast of 4.5 to 1 (WCAG 2.2, 1.4.3)."""
    colour = str(record.get("colour") or "").lstrip("#").lower()
    if colour and (contrast := on_white(colour)) < LEAST:
        said = f"{int(contrast * 10) / 10:.1f}"
        yield finding(
            "LOOK-01", "contrast", record.path, record.line_of("colour"), colour=colour, contrast=said, darker=darker(colour)
        )


def on_white(colour: str) -> float:
    """The contrast of six hex digits with white, from 1 to 21."""
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (0, 2, 4))
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def darker(colour: str) -> str:
    """The same colour, as much darker as it must be."""
    parts = [int(colour[at : at + 2], 16) for at in (0, 2, 4)]
    return next(
        dark for by in range(100, -1, -1) if on_white(dark := "".join(f"{part * by // 100:02x}" for part in parts)) >= LEAST
    )
