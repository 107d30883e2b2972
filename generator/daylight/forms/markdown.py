"""Sets what a person typed into the Markdown of a reply: it stays text, and is not too long for one."""

from daylight.review import escape

LONGEST = 300  # characters of one answer that a reply shows


def code(text: str) -> str:
    """What is to be typed, as a piece of code in a sentence."""
    return escape.code(short(text, LONGEST))


def plain(text: str) -> str:
    """A text in a sentence, in one line."""
    return escape.escaped(short(text, 4 * LONGEST))


def cell(text: str) -> str:
    """A text in a cell of a table, and a dash for none."""
    return escape.escaped(short(text, LONGEST)) or "–"


def table(heads: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    """A table of cells that are Markdown already."""
    lines = [heads, ("---",) * len(heads), *rows]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def short(text: str, most: int) -> str:
    """A text in one line and of so many characters at most."""
    said = " ".join(text.split())
    return said if len(said) <= most else f"{said[: most - 1]}…"
