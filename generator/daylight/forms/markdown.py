"""Sets what a person typed into GitHub's Markdown so that it stays text: no heading, link, mention or row of a table."""

import re

LONGEST = 300  # characters of one answer that a reply shows
_MARKS = re.compile(r"([\\`*_\[\]|~!#])")
_LINKS = re.compile(r"(@|#|://|www\.)", re.IGNORECASE)  # of what GitHub makes mentions and links
_APART = "<!-- -->"  # cannot be seen, and parts a mention into two texts
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+")


def code(text: str) -> str:
    """A text as a piece of code in one line, also within a table."""
    said = _line(text).replace("|", "\\|")
    if not said:
        return ""
    fence = "`" * (max(map(len, re.findall("`+", said)), default=0) + 1)
    room = " " if said[0] == "`" or said[-1] == "`" else ""
    return f"{fence}{room}{said}{room}{fence}"


def plain(text: str) -> str:
    """A text as a sentence in one line."""
    said = _line(text, 4 * LONGEST).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _LINKS.sub(lambda found: f"{found[0][:1]}{_APART}{found[0][1:]}", _MARKS.sub(r"\\\1", said))


def table(heads: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    """A table of cells that are Markdown already."""
    lines = [heads, ("---",) * len(heads), *rows]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def _line(text: str, most: int = LONGEST) -> str:
    said = " ".join(_UNSEEN.sub(" ", text).split())
    return said if len(said) <= most else said[: most - 1] + "…"
