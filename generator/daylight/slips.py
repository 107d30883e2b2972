"""What was meant by a line that YAML cannot read: where the slip is, what to call it, and what to type instead."""

import re
from collections.abc import Container
from typing import NamedTuple

_FIELD = re.compile(r"(?P<before>\s*(?:- +)?)(?P<name>[A-Za-z_][\w ]*?)\s*:\s+(?P<value>\S.*?)\s*")
_ENTRY = re.compile(r"(?P<before>\s*- +)(?P<name>)(?P<value>\S.*?)\s*")
_NO_SPACE = re.compile(r"\s*(?:- +)?([a-z_]+):(\S.*?)\s*")
_OTHER_SIGN = re.compile(r"\s*(?:- +)?([a-z_]+)\s*[=;：]\s*(\S.*?)\s*")
_NO_SIGN = re.compile(r"\s*(?:- +)?([a-z_]+)\s+(\S.*?)\s*")
_BULLET = re.compile(r"\s+[*•·–—]\s*(\S.*?)\s*")  # what other programs set before the entries of a list
_IN_ENTRY = re.compile(r"(?P<before>\s*- +)(?P<name>[A-Za-z_]\w*)\s*:(?:\s.*)?")
_CONFLICT = re.compile(r"^(?:<{7} |={7}\r?$|>{7} )", re.MULTILINE)
_CLOSED = {  # quoted values that end where their line does; those of several lines are indented
    '"': re.compile(r'"(?:[^"\\\n]|\\.|\n(?=[ \t\r\n]))*"[ \t\r]*(?:#[^\n]*)?(?:\n|\Z)'),
    "'": re.compile(r"'(?:[^'\n]|''|\n(?=[ \t\r\n]))*'[ \t\r]*(?:#[^\n]*)?(?:\n|\Z)"),
}
_SPACES = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000]")  # spaces for an eye, and none for YAML
_MARKS = {
    **dict.fromkeys("@%`", "yaml-sign"),
    **dict.fromkeys("&*", "anchor"),
    "!": "tag",
    **dict.fromkeys("[{", "yaml-bracket"),
}
_LOST = re.compile(r" #\S.*")
MOST = 200  # a longer line is not told again


class Slip(NamedTuple):
    """Where a slip is (a line, from 1), the name of its wording under FILE, and what to type instead, '' if nobody knows.

    `under` is the field below which a line must begin.
    """

    line: int
    name: str
    fix: str = ""
    under: str = ""


def slip(text: str, line: int, name: str, names: Container[str] = ()) -> Slip:
    """The slip behind what the parser said of a line: it often sees it only later, or takes it for another.

    `names` are those of the fields that may stand there.
    """
    lines = text.split("\n")
    if found := _CONFLICT.search(text):
        return Slip(text.count("\n", 0, found.start()) + 1, "yaml-conflict")
    if found := _open_quote(lines[:line]):
        return found
    said = lines[line - 1].rstrip("\r") if line <= len(lines) else ""
    if _SPACES.search(said):
        plain = " ".join(_SPACES.sub(" ", said).split())
        return Slip(line, "yaml-space", plain if len(plain) <= MOST else "")
    if said.startswith("\t"):
        return Slip(line, "yaml-tab")
    if found := _BULLET.fullmatch(said):
        return Slip(line, "yaml-dash", _short(f"- {found[1]}"))
    for form in (_NO_SPACE, _OTHER_SIGN, _NO_SIGN) if name == "yaml-name" else ():
        if (found := form.fullmatch(said)) and (form is not _NO_SIGN or found[1] in names):
            return Slip(line, name, _short(f"{found[1]}: {found[2]}"))
    if name in ("yaml-colon", "yaml-indent", "yaml-align") and (under := _entry_of(lines[: line - 1])):
        before, field = under
        if len(said) - len(said.lstrip()) != len(before):
            return Slip(line, "yaml-align", under=field)
    if (found := _FIELD.fullmatch(said) or _ENTRY.fullmatch(said)) and name not in ("yaml-tab", "yaml-quote"):
        return _of_value(line, name, found["before"], found["name"], found["value"])
    return Slip(line, name)


def _of_value(line: int, name: str, before: str, field: str, value: str) -> Slip:
    """The slip in a line that has a field and a value, or an entry of a list."""
    if value[0] in _MARKS:
        return Slip(line, _MARKS[value[0]], _short(quoted(value)))
    if ": " in value or value.endswith(":"):
        return Slip(line, "yaml-colon", _short(quoted(value)))
    if name == "yaml-colon" and before and "-" not in before:
        return Slip(line, "yaml-indent", _short(f"{field}: {value}"))
    return Slip(line, name)


def _entry_of(lines: list[str]) -> tuple[str, str] | None:
    """What stands before the first field of the entry of a list that these lines end in, and its name; None outside of one."""
    for said in reversed(lines):
        if found := _IN_ENTRY.fullmatch(said.rstrip("\r")):
            return found["before"], found["name"]
        if said[:1].strip():
            return None
    return None


def _open_quote(lines: list[str]) -> Slip | None:
    """The first value that begins with a quotation mark and does not end with one."""
    for number, said in enumerate(lines, 1):
        found = _FIELD.fullmatch(said.rstrip("\r"))
        value = found["value"] if found else ""
        if value[:1] in _CLOSED and not _CLOSED[value[0]].match("\n".join([value, *lines[number:]])):
            mark, inner = value[0], value[1:]
            if mark not in inner:
                return Slip(number, "yaml-quote", _short(quoted(inner)))
            whole = inner.endswith(mark) and inner.count(mark) > 1
            return Slip(number, "yaml-key", _short(quoted(inner[:-1] if whole else value)))
    return None


def lost(text: str) -> dict[int, str]:
    """What is cut off a plain value at ` #`, by line (from 1). A mark with a space after it is a remark, and meant."""
    if " #" not in text:
        return {}
    return {n: found[0] for n, said in enumerate(text.split("\n"), 1) if (found := _LOST.search(said))}


def quoted(value: str) -> str:
    """A value as it can stand in YAML, whatever it begins with and holds."""
    if '"' not in value and "\\" not in value:
        return f'"{value}"'
    return "'" + value.replace("'", "''") + "'"


def _short(fix: str) -> str:
    return fix if len(fix) <= MOST else ""
