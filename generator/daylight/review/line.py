"""One thing that a change does, as a sentence."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    """A sentence, and where it is about several records what each is: of these the first are shown."""

    text: str
    each: tuple[str, ...] = ()
