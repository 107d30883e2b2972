"""TEXT-DAMAGE: a text holds the characters that were meant."""

from collections.abc import Iterator

from daylight.findings import Finding, finding, words
from daylight.record import Record
from daylight.rules.texts import DAMAGE, texts
from daylight.schema import KINDS
from daylight.site import Site

OF = KINDS
IF = "damage"
MOST = 4  # bytes of a character
LONGEST = 200  # a longer text is not told again


def check(site: Site, record: Record) -> Iterator[Finding]:
    """No text was damaged on its way between programs; what is kept as published is exempt (360Giving: UTF-8)."""
    for row, name, value in texts(record):
        if found := DAMAGE.search(value):
            damage, meant = _meant(value, found.start())
            facts = {"field": words(name), "damage": damage or found[0]}
            whole = value.replace(damage, meant) if meant else ""
            fix = whole if len(whole) <= LONGEST and not DAMAGE.search(whole) else meant
            yield finding("TEXT-DAMAGE", "damage", row.path, row.line_of(name), fix, of=name, **facts)


def _meant(text: str, start: int) -> tuple[str, str]:
    """What stands for a damaged character, and the character; "" and "" where it is lost."""
    for length in range(MOST, 1, -1):
        damage = text[start : start + length]
        for encoding in ("cp1252", "cp1250", "latin-1"):
            try:
                meant = damage.encode(encoding).decode()
            except UnicodeError:
                continue
            if len(meant) == 1 and meant.isprintable():
                return damage, meant
    return "", ""
