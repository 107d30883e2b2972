"""TEXT-DAMAGE: a text holds the characters that were meant."""

from collections.abc import Iterator

from daylight.findings import Finding, finding, words
from daylight.rules.texts import DAMAGE, texts
from daylight.schema import KINDS
from daylight.site import Record, Site

OF = KINDS
IF = "damage"
_MEANT = {"ÂŁ": "£", "Â£": "£", "â€™": "’", "â€“": "–"}


def check(site: Site, record: Record) -> Iterator[Finding]:
    """No text was damaged on its way between programs; what is kept as published is exempt (360Giving: UTF-8)."""
    for row, name, value in texts(record):
        if found := DAMAGE.search(value):
            damage = next((wrong for wrong in _MEANT if value.startswith(wrong, found.start())), found[0])
            facts = {"field": words(name), "damage": damage}
            yield finding("TEXT-DAMAGE", "damage", row.path, row.line_of(name), _MEANT.get(damage, ""), **facts)
