"""Which pages are read with care: those about help for victims of crime, whose reader may be watched by somebody."""

import re

from daylight.keeping import kept
from daylight.record import Record
from daylight.rules.sensitive import sensitive, tells
from daylight.site import Site

OF = frozenset({"decision", "opportunity", "organisation", "round", "fund", "priority"})  # told by their awards too, see below
BY_AWARDS = frozenset({"decision", "opportunity", "organisation", "round"})
TEXTS = ("title", "name", "purpose", "summary", "description", "decision_text", "theme", "category", "scheme", "needs")
_WORDS = re.compile(r"\b(?:victims?|survivors?|witness(?:es)?|safeguarding|counsell(?:ing|ors?))\b")
_PARTS = ("victim", "survivor", "witness", "safeguard", "counsell")  # one stands in all that is found: a quick look first
_HELPING = "b"  # the limb of section 143(1) under which victims and witnesses are helped


def about_victims(site: Site, record: Record) -> bool:
    """Whether a page needs a way to leave it at once (duties, section 6.5): by the words of the record, or of its awards.

    A decision, an opportunity, a round or an organisation is about victims where an award is that refers to it.
    """
    if record.kind == "award":
        return _of_award(site, record)
    if record.kind not in OF:
        return False
    if _tells(record):
        return True
    return record.kind in BY_AWARDS and any(_of_award(site, award) for award in site.sources(record, "award"))


@kept
def _of_award(site: Site, award: Record) -> bool:
    v = award.values
    return bool(
        v.get("geo_policy") == "county"
        or v.get("s143_limb") == _HELPING
        or "small_grant_purpose" in v  # a small grant from a victims' fund
        or _names_them(_said(award))
        or sensitive(site, award)
    )


def _tells(record: Record) -> bool:
    said = _said(record)
    return _names_them(said) or tells(said)


def _said(record: Record) -> str:
    return "\n".join(record.values[name] for name in TEXTS if name in record.values).lower()


def _names_them(low: str) -> bool:
    return any(map(low.__contains__, _PARTS)) and _WORDS.search(low) is not None
