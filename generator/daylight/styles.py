"""The style sheet of the site: our own styles joined, and of the theme's only the rules that its pages can wear.

Material's sheet is five times as heavy as all that is ours, and nearly all of it is for parts that are not there.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_PIECE = re.compile(r"""("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[{};])""", re.DOTALL)
_CLASSES = re.compile(r"""\sclass=(?:"([^"]*)"|'([^']*)'|([^\s>]+))""")
_NAMES = re.compile(r"""[.#]((?:\\.|[\w-])+)|\[(data-md-[a-z-]+)|\[dir=(rtl)""")
_CALLS = re.compile(r":(?:not|is|where|has)\((?:[^()]|\([^()]*\))*\)")
_VARIABLE = re.compile(r"var\(\s*(--[\w-]+)")
Rule = tuple[str, str]  # what stands before the braces, and what stands in them


def joined(texts: Iterable[str]) -> str:
    """Style sheets as one, without comments and indents."""
    lines = (line.strip() for line in _COMMENT.sub("", "\n".join(texts)).splitlines())
    return "".join(f"{line}\n" for line in lines if line)


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
        text = "".join(_text(before, _without(inside, used) if "{" not in inside else inside) for before, inside in kept)
        now = set(_VARIABLE.findall(f"{text}{ours}"))
        if now == used:
            return text
        used = now


def _kept(sheet: str, names: set[str]) -> Iterator[Rule]:
    for before, inside in rules(sheet):
        if before.startswith(("@media", "@supports", "@layer", "@container")):
            within = "".join(_text(*rule) for rule in _kept(inside, names))
            if within:
                yield before, within
        elif before.startswith("@"):
            continue  # a script or an animation of the theme's, or how it says its alphabet
        elif selectors := [one for one in _split(before) if _worn(one, names)]:
            yield ",".join(selectors), inside


def rules(sheet: str) -> Iterator[Rule]:
    """The rules of a style sheet, in their order; of a block such as @media all that is in it is one text."""
    before, inside, depth = "", "", 0
    for piece in _PIECE.split(_COMMENT.sub("", sheet)):
        if piece == "{":
            depth += 1
            inside += piece if depth > 1 else ""
        elif piece == "}":
            depth -= 1
            if depth:
                inside += piece
            else:
                yield before.strip(), inside
                before = inside = ""
        elif depth:
            inside += piece
        else:
            before = "" if piece == ";" else before + piece


def _split(selectors: str) -> list[str]:
    """The selectors of a rule; a comma within brackets does not part them."""
    found, depth = [""], 0
    for letter in selectors:
        depth += (letter in "([") - (letter in ")]")
        if letter == "," and not depth:
            found.append("")
        else:
            found[-1] += letter
    return found


def _worn(selector: str, names: set[str]) -> bool:
    """Whether an element of our pages could match: by its classes alone, so that no rule is missed."""
    found = _NAMES.findall(_CALLS.sub("", selector))
    return all(name and name.replace("\\", "") in names for name, _, _ in found)


def _without(inside: str, used: set[str]) -> str:
    """Declarations without those of variables that nobody uses."""
    found, now = [], ""
    for piece in _PIECE.split(inside):
        if piece == ";":
            found.append(now)
            now = ""
        else:
            now += piece
    return ";".join(one for one in (*found, now) if not one.startswith("--") or one.partition(":")[0] in used)


def _text(before: str, inside: str) -> str:
    return f"{before}{{{inside}}}" if inside else ""
