"""What something private looks like."""

import re
from collections.abc import Callable
from typing import NamedTuple

HIDDEN = "[not repeated]"


class Form(NamedTuple):
    """A pattern, and whether what looks like it is it."""

    pattern: re.Pattern
    sure: Callable[[re.Match], bool] = bool

    def within(self, text: str) -> bool:
        """Whether a text holds it."""
        return any(self.sure(match) for match in self.pattern.finditer(text))

    def hide(self, text: str) -> str:
        """A text without it."""
        return self.pattern.sub(lambda match: HIDDEN if self.sure(match) else match[0], text)


def form(*ways: str, sure: Callable[[re.Match], bool] = bool, flags: int = 0) -> Form:
    """The form of what can be written in several ways."""
    return Form(re.compile("|".join(ways), flags), sure)
