"""Puts a value of a YAML file into the quotation marks without which it cannot be read, and nothing else."""

import re

import yaml

from daylight.findings import Finding
from daylight.sources import read_yaml

_LINE = re.compile(r"(?P<before>\ufeff?\s*(?:-\s+)?(?:[\w-]+:\s+)?)(?P<text>.*?)(?P<end>\s*)")


def quoted(path: str, data: bytes, said: Finding) -> tuple[str, str, bytes] | None:
    """The text of a line before and after, and the file with it; None where the proposal is not the same text in quotation
    marks, or the file could not be read after it either."""
    if said.rule != "FILE" or said.fix[:1] not in ("'", '"') or not path.endswith(".yml"):
        return None
    lines = data.decode("utf-8", "surrogateescape").split("\n")
    there = _LINE.fullmatch(lines[said.line - 1]) if said.line <= len(lines) else None
    if not there or _bare(there["text"]) != _bare(_read(said.fix)):
        return None
    lines[said.line - 1] = f"{there['before']}{said.fix}{there['end']}"
    new = "\n".join(lines).encode("utf-8", "surrogateescape")
    entries, wrong = read_yaml(path, new)
    better = entries and not any(left.line <= said.line for left in wrong)
    return (there["text"], said.fix, new) if better else None


def _read(text: str) -> str:
    try:
        return str(yaml.load(text, Loader=yaml.CBaseLoader))  # noqa: S506
    except yaml.YAMLError:
        return ""


def _bare(text: str) -> str:
    """All letters, digits and signs of a text but quotation marks and spaces."""
    return re.sub(r"[\s\"']", "", text)
