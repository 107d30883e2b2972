"""Who received the money of a fund, so that no pound is said twice."""

from dataclasses import dataclass
from decimal import Decimal

from daylight.counted import countable
from daylight.parts import parts
from daylight.record import Record
from daylight.site import Site
from daylight.views.history import named_by
from daylight.views.shares import Part


@dataclass(frozen=True)
class Recipients:
    """What of a fund's money went to each organisation, by key, the largest first; and the rest of it, which was paid to
    several in unknown parts, to private people, or to nobody that is known as an organisation. Together it is `whole`."""

    known: dict[str, Part]
    rest: Part
    whole: Part

    def share(self, part: Part) -> Decimal:
        """What hundredth part of the whole a part is."""
        return (100 * part.total / self.whole.total).quantize(Decimal("0.1")) if self.whole.total else Decimal("0.0")


def recipients(site: Site, fund: Record) -> Recipients:
    """Of all awards of which a known part is the fund's."""
    known, rest, whole = {}, Part(), Part()
    for award in named_by(site, fund):
        of = (parts(site, award, "fund") or {}).get(fund.key) if countable(award) is not None else None
        if of is None:
            continue
        whole.add(of)
        to = parts(site, award, "organisation") or {}
        if len(to) == 1 or of == countable(award):
            for key, part in to.items():
                known.setdefault(key, Part()).add(min(part, of))
            left = of - sum(min(part, of) for part in to.values())
        else:  # of several funds and several recipients nobody knows which paid whom
            left = of
        if left:
            rest.add(left)
    return Recipients(dict(sorted(known.items(), key=lambda of: (-of[1].total, of[0]))), rest, whole)
