"""What several rules ask of a record and those that it refers to."""

from collections.abc import Iterator

from daylight.days import DATED, day_of
from daylight.findings import NOTE, Finding, finding, words
from daylight.record import Record
from daylight.site import Site

SURE = frozenset({"exact", "net_of_vat"})  # bases of an amount that sums must meet to the penny


def unlisted(site: Site, rule: str, record: Record, name: str, listed: str) -> Iterator[Finding]:
    """A finding where a record names one in a field and several in a list, and the one is not among them."""
    rows, kind = record.rows(listed), site.schemas[record.kind].by_name[name].refers
    if not rows or site.get(kind, record.get(name)) is None:
        return  # a key that leads nowhere is said by REF-01
    column = next(link.field.name for row in rows for link in site.links_of(record) if link.row is row)
    keys = {row.get(column) for row in rows}
    if record.values[name] not in keys and known(site, kind, *keys):
        facts = {"field": words(name), "list": listed, "value": record.values[name]}
        yield finding(rule, "unlisted", record.path, record.line_of(name), **facts)


def known(site: Site, kind: str, *keys: str) -> bool:
    """Whether there are records of a kind under all of some keys; of one that is not there REF-01 says so."""
    return all(key in site.records[kind] for key in keys)


def made_by(site: Site, award: Record) -> list[Record]:
    """The decisions that made an award, each once; not those that only varied, extended, withdrew or accepted it."""
    keys = {award.values["decision"]: None} if "decision" in award.values else {}
    if award.children:
        keys |= {row.get("decision"): None for row in award.rows("decisions") if row.get("role", "award") == "award"}
        keys = {key: None for key in keys if not _only_later(award, key)}
    return [found for key in keys if (found := site.get("decision", key))]


def _only_later(award: Record, key: str) -> bool:
    """Whether the list of decisions says that this one did something else than make the award."""
    roles = {row.get("role", "award") for row in award.rows("decisions") if row.get("decision") == key}
    return bool(roles) and "award" not in roles


def funds(award: Record) -> set[str]:
    """The keys of the funds that an award is paid from."""
    keys = {row.get("fund") for row in award.rows("funds")} | {award.get("fund")}
    return keys - {None}


def is_award(record: Record) -> bool:
    """Whether money was agreed, and not only applied for."""
    return record.get("direction") != "applied_only" and record.get("type") != "application"


def enforced(site: Site, record: Record) -> bool:
    """Whether a record must meet what the law asks: from the day that the office says (`rules_from`); others are measured.

    An award, a decision or an opportunity without any date is measured too. Of other kinds, and where the office names no
    day, all are enforced.
    """
    first = site.publisher.get("rules_from")
    return not first or record.kind not in DATED or day_of(record) >= first


def asks(site: Site, record: Record) -> str:
    """The severity of a finding that is an error where the law is enforced and else a note, for `finding(severity=...)`."""
    return "" if enforced(site, record) else NOTE
