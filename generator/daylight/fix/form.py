"""Puts a line of a YAML file into the form in which it can be read, and changes no letter of it."""

import re
from collections.abc import Iterator

from daylight.findings import Finding
from daylight.read import read_data
from daylight.schema import load_schemas

_VALUE = re.compile(r"(\ufeff?\s*(?:-\s+)?(?:[\w-]+:\s+)?)(.*?)(\s*)")
_ENTRY = re.compile(r"(\s*-\s+)(.*?)(\s*)")
_FIELD = re.compile(r"((?:[\w-]+):)\s+(.*?)(\s*)")
_LINE = re.compile(r"(\s*)(.*?)(\s*)")


def mended(path: str, data: bytes, said: Finding) -> tuple[str, str, bytes] | None:
    """The text of a line before and after, and the file with it; None where the proposal is not the same letters, or the
    file could not be read after it either."""
    if said.rule != "FILE" or not path.endswith(".yml"):
        return None
    lines = data.decode("utf-8", "surrogateescape").split("\n")
    if said.line > len(lines):
        return None
    for start, text, new, end in _ways(lines[said.line - 1], said.fix):
        if text and _letters(text) == _letters(new):
            after = [*lines[: said.line - 1], f"{start}{new}{end}", *lines[said.line :]]
            whole = "\n".join(after).encode("utf-8", "surrogateescape")
            if _is_better(path, whole, said.line):
                return text, said.fix, whole
    return None


def _ways(line: str, fix: str) -> Iterator[tuple[str, str, str, str]]:
    """How a proposal may stand in a line: what comes before it, what it replaces, what comes in its place and after it."""
    if fix[:1] in ("'", '"'):
        for form in (_VALUE, _ENTRY):
            if found := form.fullmatch(line):
                yield found[1], found[2], fix, found[3]
        return
    if fix.startswith("- ") and (found := _FIELD.fullmatch(line)):
        yield f"{found[1]}\n  ", found[2], fix, found[3]
    if found := _LINE.fullmatch(line):
        for indent in dict.fromkeys((found[1].replace("\u00a0", " "), "", "  ")):
            yield indent, found[2], fix, found[3]


def _letters(text: str) -> str:
    """All letters, digits and signs of a text but spaces and the marks of YAML, and those typed in their place."""
    return re.sub(r"[\s\"':=;：*•·–—-]", "", text)


def _is_better(path: str, data: bytes, line: int) -> bool:
    """Whether a file can be read to the end of a line."""
    part = read_data(load_schemas(), path, data)
    return bool(part.records) and not any(left.rule == "FILE" and left.line <= line for left in part.findings)
