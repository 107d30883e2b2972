"""Cuts two long texts down to where they differ, so that the difference is what one sees."""

from typing import NamedTuple

MOST = 120  # characters of the part that differs
AROUND = 40  # of what stands before and after it
SHORT = 80  # a text of so many is shown whole


class Cut(NamedTuple):
    """A text in three parts, of which the middle one differs; "…" stands where something is left out."""

    start: str
    part: str
    end: str

    def __str__(self) -> str:
        return f"{self.start}{self.part}{self.end}"


def differing(before: str, after: str) -> tuple[Cut, Cut]:
    """Both texts, cut to what differs and some words around it."""
    if max(len(before), len(after)) <= SHORT:
        return Cut(before, "", ""), Cut(after, "", "")
    first = _same(before, after)
    first = before.rfind(" ", 0, first) + 1 if first else 0
    last = _same(before[first:][::-1], after[first:][::-1])
    if not all(text[: len(text) - last].endswith(" ") or len(text) - last == first for text in (before, after)):
        tail = before[len(before) - last :]
        last = len(tail) - tail.find(" ") if " " in tail else 0
    return tuple(_cut(text, first, len(text) - last) for text in (before, after))


def _same(one: str, other: str) -> int:
    """How many characters two texts have in common at their beginning."""
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _cut(text: str, first: int, last: int) -> Cut:
    start, part, end = text[:first], text[first:last], text[last:]
    if len(start) > AROUND:
        start = f"… {start[-AROUND:].partition(' ')[2]}"
    if len(part) > MOST:
        part = f"{part[:MOST].rstrip()} …"
        end = ""
    if len(end) > AROUND:
        end = f"{end[:AROUND].rpartition(' ')[0]} …"
    return Cut(start, part, end)
