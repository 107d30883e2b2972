"""An organisation as rows name it: by its name, and by its numbers in lists."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from daylight.intake.place import Place
from daylight.record import Record
from daylight.rules.org_ids import NUMBERS, split


class Named(NamedTuple):
    """An organisation as a row names it: fields of its record, and identifiers in other lists (scheme and number)."""

    fields: dict[str, str]
    identifiers: list[tuple[str, str]]


@dataclass(eq=False)
class Party:
    """An organisation that rows name: `known` is its record if there is one; `fields` and `identifiers` (scheme and number)
    are what the rows say of it, with the place of the first."""

    fields: dict[str, str]
    at: Place | None = None
    known: Record | None = None
    names: dict[str, None] = field(default_factory=dict)
    identifiers: dict[tuple[str, str], None] = field(default_factory=dict)
    ids: dict[str, str] = field(default_factory=dict)
    source: str = ""
    key: str = ""
    told: bool = False

    @property
    def name(self) -> str:
        """What it is called, by its record or by the first row."""
        return self.fields.get("name") or (self.known.get("name", "") if self.known else "")


class Answer(NamedTuple):
    """The organisation that a row names, else why there is none; and the fields of it that were said otherwise before."""

    party: Party | None
    why: str = ""
    others: tuple[str, ...] = ()


def folded(name: str) -> str:
    """A name without what makes no difference: capitals, signs, accents, "the", and how Limited is written."""
    plain = unicodedata.normalize("NFKD", name.casefold().replace("&", " and ").replace("’", "").replace("'", ""))
    words = re.sub(r"[^a-z0-9]+", " ", "".join(c for c in plain if not unicodedata.combining(c))).split()
    words = ["ltd" if word == "limited" else word for word in words]
    return " ".join(words[1:] if words[:1] == ["the"] and len(words) > 1 else words)


def ids_of(fields: Mapping[str, str]) -> list[tuple[str, str]]:
    """The numbers of an organisation, each with its list."""
    found = [(scheme, fields[name]) for name, scheme in NUMBERS.items() if fields.get(name)]
    return [*found, *([split(fields["org_id"])] if fields.get("org_id") else [])]
