"""Which money may be added up."""

from decimal import Decimal

from daylight.record import Record

COUNTED = frozenset({"exact", "rounded", "net_of_vat"})


def countable(award: Record) -> Decimal | None:
    """The amount of an award where it may be added up, else None.

    Only money paid by the office counts (its own share, where others pay too), only where its amount is exact, rounded or
    net of VAT, and only where no other record holds the same money. A withdrawn award counts for nothing.
    """
    v = award.values
    if v.get("direction") != "out" or v.get("amount_basis") not in COUNTED or v.get("not_counted"):
        return None
    return None if v.get("status") == "withdrawn" else v.get("own_share", v.get("amount"))
