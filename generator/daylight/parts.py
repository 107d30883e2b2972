"""How the money of an award belongs to several records, such as two funds: in published shares, or nobody knows how."""

from decimal import Decimal

from daylight.counted import countable
from daylight.record import Record
from daylight.site import Link, Site


def parts(site: Site, award: Record, kind: str) -> dict[str, Decimal] | None:
    """What of the countable amount of an award belongs to each record of a kind, by key; None where no share is known."""
    amount, links = countable(award) or Decimal("0.00"), _links(site, award, kind)
    rows = [link for link in links if link.row is not award and "amount" in link.row.values]
    if rows and sum(link.row.values["amount"] for link in rows) <= amount:
        found: dict[str, Decimal] = {}
        for link in rows:
            found[link.target[1]] = found.get(link.target[1], Decimal("0.00")) + link.row.values["amount"]
        return found
    keys = {link.target[1] for link in links}
    return None if len(keys) > 1 else dict.fromkeys(keys, amount)


def rest_is_shared(site: Site, award: Record, kind: str) -> bool:
    """Whether what is left beside the known shares belongs to records that are named without a share."""
    links = _links(site, award, kind)
    return any(link.row is not award and "amount" not in link.row.values for link in links)


def _links(site: Site, award: Record, kind: str) -> list[Link]:
    return [link for link in site.links_of(award) if link.field.adds and link.field.refers == kind]
