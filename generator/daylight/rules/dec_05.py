"""DEC-05: a decision comes to what was awarded by it."""

from collections.abc import Iterator

from daylight.findings import Finding, finding
from daylight.record import Record
from daylight.rules.amount_text import is_doubted
from daylight.rules.between import SURE, is_award, made_by
from daylight.rules.dq_twice import says
from daylight.site import Site

OF = ("decision",)


def check(site: Site, record: Record) -> Iterator[Finding]:
    """The awards that a decision made come to its amount (Order 2011, paragraph 5(d)).

    Awards of uncertain amount, and those that several decisions made, can only make it too much.
    """
    if "amount" not in record.values:
        return
    made = [a for a in site.sources(record, "award") if is_award(a) and record in made_by(site, a)]
    awards = list({says(a): a for a in reversed(made) if "not_counted" not in a.values}.values())
    sure = [a for a in awards if a.get("amount_basis") in SURE and "amount" in a.values and made_by(site, a) == [record]]
    if any(is_doubted(site, award) for award in sure):
        return
    whole, total = record.values["amount"], sum(a.values["amount"] for a in sure)
    if total > whole or (sure and len(sure) == len(awards) and total != whole):
        facts = {"amount": whole, "total": total, "count": len(sure)}
        yield finding("DEC-05", "total", record.path, record.line_of("amount"), **facts)
