"""TEXT-DAMAGE: a text holds the characters that were meant."""

import re
from collections.abc import Iterator

from daylight.findings import Finding, finding, words
from daylight.rules.texts import texts
from daylight.schema import KINDS
from daylight.site import Record, Site

OF = KINDS
# What UTF-8 looks like when it is read as Latin-1, Windows-1252 or Windows-1250, and the mark of what could not be read.
_DAMAGE = re.compile("\ufffd|ï»¿|ï¿½|ďż˝|â€|â‚¬|Ã[\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹Œ]|Â[\u0080-\u00bfŁ]|Ĺ[‚‡›]|Ă[\u0080-\u00bf]")
_MEANT = {"ÂŁ": "£", "Â£": "£", "â€™": "’", "â€“": "–"}


def check(site: Site, record: Record) -> Iterator[Finding]:
    """No text was damaged on its way between programs; what is kept as published is exempt (360Giving: UTF-8)."""
    for row, name, value in texts(record):
        if not value.isascii() and (found := _DAMAGE.search(value)):
            damage = next((wrong for wrong in _MEANT if value.startswith(wrong, found.start())), found[0])
            facts = {"field": words(name), "damage": damage}
            yield finding("TEXT-DAMAGE", "damage", row.path, row.line_of(name), _MEANT.get(damage, ""), **facts)
