"""What each rule that is not of an office says of itself: a sentence, and the law or custom behind it."""

import re
from functools import cache
from types import ModuleType
from typing import NamedTuple

from daylight import rules

_RULE = re.compile(r"([A-Z]{2,10}(?:-\w+)*): (.+)", re.DOTALL)
_AUTHORITY = re.compile(r"\(([^()]+(?:\([^()]*\)[^()]*)*)\)[.\s]", re.DOTALL)


class Stated(NamedTuple):
    """A rule in a sentence, its authority, and the module that checks it."""

    title: str
    authority: str
    module: ModuleType


@cache
def stated() -> dict[str, Stated]:
    """Every rule that is not of an office, by code: what the docstrings of its module say."""
    found = {}
    for module in rules.MODULES:
        if said := _RULE.match(module.__doc__ or ""):
            doc = next((getattr(module, n).__doc__ for n in ("check", "check_site", "explained") if hasattr(module, n)), "")
            authority = " ".join((_AUTHORITY.findall(f"{doc or ''} ") or [""])[-1].split())
            found[said[1]] = Stated(" ".join((said[2][0].upper() + said[2][1:]).split()), authority, module)
    return found


def is_measured(code: str) -> bool:
    """Whether records of before the day on which an office enforces its rules are only measured by a rule."""
    return code in stated() and not {"asks", "enforced"}.isdisjoint(vars(stated()[code].module))
