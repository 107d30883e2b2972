"""The money that was paid on a contract, and that came back, as OCDS transactions."""

from collections.abc import Callable, Iterator

from daylight.days import award_day
from daylight.derived import recipients
from daylight.exports.ocds.changes import changes
from daylight.exports.ocds.parties import Parties
from daylight.exports.ocds.small import moment, value, without_nothing
from daylight.record import Record, Row
from daylight.site import Site


def transactions(site: Site, record: Record, parties: Parties) -> list[dict]:
    """Each payment from the office, as it was called on the day; and each return to it, where one body alone was paid."""
    return [without_nothing(found) for found in _transactions(site, record, parties)] if record.children else []


def _transactions(site: Site, record: Record, parties: Parties) -> Iterator[dict]:
    other = _paid(site, record, parties)

    def office(row: Row, role: str) -> dict[str, str]:
        return parties.office(row.get("date") or award_day(record), role)

    for number, row in enumerate(record.rows("payments"), 1):
        yield _about(record, "payment", number, row) | {"payer": office(row, "payer"), "payee": other("payee")}
    for number, row in changes(record):
        if row.get("kind") == "return" and "amount" in row.values and (payer := other("payer")):
            yield _about(record, "return", number, row) | {"payer": payer, "payee": office(row, "payee")}


def _about(record: Record, what: str, number: int, row: Row) -> dict:
    date = moment(row.get("date")) if row.get("date") else ""
    return {"id": f"{record.key}-{what}-{number}", "date": date, "value": value(row.get("amount"))}


def _paid(site: Site, record: Record, parties: Parties) -> Callable[[str], dict[str, str]]:
    """What gives a role to the one body that is paid: whoever is paid for the others, else the only recipient, else nobody."""
    for_others, everyone = paid_for_others(record), recipients(site, record)
    paid = [found for found in everyone if found.key in for_others] or everyone
    if len(paid) == 1:
        return lambda role: parties.organisation(paid[0], role)
    if not paid and record.get("recipient_individual"):
        return lambda role: parties.individual(record.key, role)
    return lambda role: {}


def paid_for_others(record: Record) -> set[str | None]:
    """The keys of the organisations that only receive the payment for others."""
    rows = record.rows("recipients") if record.children else []
    return {row.get("organisation") for row in rows if row.get("role") == "payee"}
