"""What a row of a table tells without saying it: how exact its amount is, what its years come to, that it names a person."""

from collections.abc import Collection, Mapping
from decimal import Decimal

from daylight.findings import words
from daylight.intake.headings import YEARLY
from daylight.intake.people import FORMS, is_kept_back, is_nobody_named, is_person, is_several
from daylight.intake.said import Said
from daylight.intake.tables import Table
from daylight.intake.taken import WHOLE

REGISTERED = ("charity_number", "company_number", "org_id")
WHO, HOW_MUCH, WHEN, WHICH = "who", "how much", "when", "which"
SAYS_NOTHING = "it says that there is nothing"


def complete(rows, said: Said) -> None:
    """What a row tells without saying it: how exact the amount is, that a person is the recipient, and a title once."""
    fields, schema = said.fields, rows.schema
    if said.rows.get(YEARLY) and "amount" not in rows.mapping.columns.values():
        fields.setdefault("amount", str(sum(Decimal(row["amount"]) for row in said.rows[YEARLY])))
    if "amount_basis" in schema.by_name and "amount_basis" not in fields:
        thousands = any(
            rows.mapping.columns.get(h) in ("amount", YEARLY) and by > 1 for h, by in rows.mapping.multiply.items()
        )
        fields["amount_basis"] = ("rounded" if thousands else "exact") if "amount" in fields else "not_published"
    if schema.name == "award" and fields.get("purpose") and fields.get("purpose") == fields.get("title"):
        del fields["purpose"]
        if (column := said.columns.pop("purpose", None)) is not None:
            said.taken.into[column] = "award.title"
            said.columns["title"] = column
    _person(rows, said)


def tell(rows, table: Table, said: Said) -> None:
    """Holds back a row of an award that says only texts, or neither who got it nor when nor its reference, as others do; and a
    row of a table without amounts, where another table of the file has them."""
    if rows.schema.name != "award" or said.taken.wrong or SAYS_NOTHING in said.taken.left.values():
        return
    there = {_what(rows, rows.mapping.of(heading)) for heading in table.headings.values()} - {""}
    told = {_what(rows, name) for name in said.columns} - {""}
    lacks = [field for field, what in (("amount", HOW_MUCH), ("recipient", WHO)) if _lacks(rows, field, what, there)]
    if lacks:
        rows.wrong(said, WHOLE, "other-table", field=lacks[0], heading=table.heading + 1)
    elif there - {WHICH} and not told - {WHICH}:
        rows.wrong(said, WHOLE, "goes-on")
    elif WHO in there and not told - {HOW_MUCH}:
        rows.wrong(said, WHOLE, "balance")


def _lacks(rows, field: str, what: str, there: Collection[str]) -> bool:
    """Whether a table lacks what another table of the file has, and no constant says."""
    elsewhere = (_what(rows, rows.mapping.of(heading)) for heading in rows.headings)
    return what not in there and field not in rows.mapping.constants and what in elsewhere


def _what(rows, name: str) -> str:
    """Whether a field says who got an award, how much, when, or which award it is."""
    field, own = rows.schema.by_name.get(name), name.partition(".")[0]
    if own in ("recipient", "recipient_as_published"):
        return WHO
    if own == YEARLY or (field and field.unit == "GBP"):
        return HOW_MUCH
    if own == "financial_year" or (field and field.type == "date"):
        return WHEN
    return WHICH if own in ("reference", "identifier", "key") else ""


def _person(rows, said: Said) -> None:
    """Holds back a row whose recipient is a private person, and takes one that says so without a name."""
    if rows.schema.name == "organisation":
        _body(rows, said, "name", said.fields)
    for name in list(said.parties):
        party = said.parties[name].fields
        text = party.get("name", "")
        if is_nobody_named(text) and name == "recipient":
            said.fields["recipient_individual"] = "yes"
            del said.parties[name]
        elif is_several(text) and name == "recipient":
            said.fields.setdefault("recipient_as_published", text)
            del said.parties[name]
        elif not text and party:
            rows.wrong(said, WHOLE, "no-name", field=words(name))
        else:
            _body(rows, said, name, party)


def _body(rows, said: Said, name: str, party: Mapping[str, str]) -> None:
    """Holds back a row with what is no body: it looks like a person and has no number of a register, is kept back, or
    is several."""
    text, column = party.get("name", ""), said.columns.get(name, WHOLE)
    if not rows.links.parties.known(text) and is_kept_back(text):
        rows.wrong(said, column, "kept-back", of=name, field=words(name))
    elif not rows.links.parties.known(text) and ";" in text:
        rows.wrong(said, column, "several", of=name, field=words(name))
    elif not rows.links.parties.known(text) and (
        FORMS.search(party.get("legal_form", "")) or (is_person(text) and not any(map(party.get, REGISTERED)))
    ):
        rows.wrong(said, column, "person", of=name)
