"""The style sheet of the site: our own styles joined, and of the theme's only the rules that its pages can wear.

Material's sheet is five times as heavy as all that is ours, and nearly all of it is for parts that are not there.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from tinycss2 import parse_component_value_list, parse_stylesheet, serialize
from tinycss2.ast import Node

_CLASSES = re.compile(r"""\sclass=(?:"([^"]*)"|'([^']*)'|([^\s>]+))""")
_VARIABLE = re.compile(r"var\(\s*(--[\w-]+)")
_GROUPS = ("media", "supports", "layer", "container")  # what has rules in it
Rule = tuple[str, list]  # what stands before the braces; in them other rules, or declarations as text


def joined(texts: Iterable[str]) -> str:
    """Style sheets as one, without comments, indents, and ends of lines."""
    text = serialize(parse_component_value_list("\n".join(texts), skip_comments=True))
    lines = (line.strip() for line in text.split("\n"))
    return "".join(line if line.endswith(("{", "}", ";", ",")) else f"{line} " for line in lines if line)


def worn(sheet: str, pages: Sequence[str], ours: str) -> str:
    """What of a theme's style sheet pages can wear: the rules of which every class stands in one of them.

    A variable is left out that neither what is kept uses nor `ours`.
    """
    names = {
        name
        for page in pages
        for found in _CLASSES.finditer(page)
        for name in (found[1] or found[2] or found[3] or "").split()
    }
    kept = list(_kept(sheet, names))
    used: set[str] = set()
    while True:
        text = _sheet(kept, used)
        now = set(_VARIABLE.findall(f"{text}{ours}"))
        if now == used:
            return text
        used = now


def _kept(sheet: str | list[Node], names: set[str]) -> Iterator[Rule]:
    for rule in parse_stylesheet(sheet, skip_comments=True):
        if rule.type == "at-rule" and rule.lower_at_keyword in _GROUPS:
            yield f"@{rule.at_keyword}{serialize(rule.prelude).rstrip()}", list(_kept(rule.content or [], names))
        elif rule.type == "qualified-rule":  # any other at-rule is an animation or a script of the theme's
            selectors = [one for one in _parts(rule.prelude, ",") if _worn(one, names)]
            yield ",".join(map(_text, selectors)), [_text(one) for one in _parts(rule.content, ";") if selectors]


def _parts(nodes: list[Node], mark: str) -> list[list[Node]]:
    """What stands between marks; brackets and quotes are one node, so that a mark in them parts nothing."""
    found: list[list[Node]] = [[]]
    for node in nodes:
        if node == mark:
            found.append([])
        else:
            found[-1].append(node)
    return found


def _worn(selector: list[Node], names: set[str]) -> bool:
    """Whether an element of our pages could match: by its classes alone, so that no rule is missed."""
    return not any(
        (before == "." and node.value not in names)
        or node.type in ("hash", "error")
        or (node.type == "[] block" and _text(node.content).startswith(("data-md-", "dir=rtl")))
        for before, node in pairwise((None, *selector))
    )


def _text(nodes: list[Node]) -> str:
    return serialize(nodes).strip()


def _sheet(inside: list[Rule] | list[str], used: set[str]) -> str:
    """Rules or declarations as text, without variables that nobody uses, and rules that have nothing in them."""
    if inside and isinstance(inside[0], str):
        return ";".join(one for one in inside if one and (one.partition(":")[0] in used or not one.startswith("--")))
    parts = [(before, _sheet(within, used)) for before, within in inside]
    return "".join(f"{before}{{{text}}}" for before, text in parts if text)
