"""Makes text of strangers harmless in the Markdown of GitHub, and links that lead only where this program wants.

GitHub makes links of its own accord: of @names, #123, addresses, commits, and pictures of :words:. A character without width
breaks these apart; whatever is to be typed stands in a code span, in which nothing is made of it.
"""

import re
from urllib.parse import quote

from daylight.findings import shown

JOINER = "\u2060"  # has no width, and ends no word
_MARKS = re.compile(r"[\\`*_\[\]|~$]")
_BREAKS = re.compile(r"[<>\\\s]")
_HTML = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_MAKES = re.compile(
    r"@(?=\w)|#(?=\d)|:(?=[\w+-]+:)|(?<=\w):(?=//)|\bwww(?=\.)|\b[Gg][Hh]-(?=\d)|"
    r"\b(?=[0-9a-f]*[a-f])(?=[0-9a-f]*[0-9])[0-9a-f]{6}(?=[0-9a-f])",
    re.IGNORECASE,
)


def escaped(text: str) -> str:
    """A text as GitHub shows it letter by letter, in one line: in a sentence, a cell of a table, or an element of HTML."""
    line = shown(text, None)
    parts = []
    end = 0
    for found in _MAKES.finditer(line):
        parts += [_safe(line[end : found.end()]), JOINER]
        end = found.end()
    return "".join([*parts, _safe(line[end:])])


def _safe(text: str) -> str:
    html = re.sub("[&<>]", lambda found: _HTML[found[0]], text)
    return _MARKS.sub(lambda found: f"\\{found[0]}", html)


def code(text: str) -> str:
    """A text in a code span, letter by letter; not for the cells of a table."""
    line = shown(text, None)
    fence = "`" * (max(map(len, re.findall("`+", line)), default=0) + 1)
    return f"{fence} {line} {fence}" if line.startswith("`") or line.endswith("`") else f"{fence}{line}{fence}"


def link(text: str, address: str) -> str:
    """A link whose text is escaped already; `address` is made of what this program knows and of quoted paths."""
    return f"[{text}](<{_BREAKS.sub('', address)}>)" if address else text


def quoted(path: str) -> str:
    """A path as a part of an address."""
    return quote(path, safe="/-._~")
