"""What an OCDS release lists of an agreement: what was changed later, what was paid, and its documents."""

from collections.abc import Iterator, Mapping

from daylight.intake.bodies import PAGE
from daylight.intake.cells import Cell
from daylight.intake.flat import items
from daylight.intake.process_fields import CHANGE, DOCUMENTS, NOTICES, day_of
from daylight.intake.release import Release


def changes(of: Release, start: str, kind: str) -> Iterator[dict[str, str]]:
    """The amendments of an award or contract: which field was what before, as our own files say it."""
    titles = {field.title: field.name for field in of.schemas["award"].fields}
    for at in items(of.at, f"{start}/amendments"):
        said = {name: at[name][1].text if name in at else "" for name in ("date", "description", "rationale")}
        _into(of, at, ("id", *said), "award.changes")
        change = CHANGE.fullmatch(said["description"])
        row = {"kind": kind, "date": day_of(said["date"]), "reason": said["rationale"]}
        if change and change[1] in titles:
            row |= {"field": titles[change[1]], "before": change[2].strip("–"), "after": change[3].strip("–")}
        elif said["description"]:
            row["reason"] = " ".join(filter(None, (said["rationale"], said["description"])))
        yield {name: text for name, text in row.items() if text}


def payments(of: Release, start: str) -> Iterator[dict[str, str]]:
    """What was paid on a contract, in pounds. Money that came back to the office is no payment, and a record tells of none
    without its day."""
    for at in items(of.at, f"{start}/implementation/transactions"):
        day, identifier, name, currency = (
            at[path][1].text if path in at else "" for path in ("date", "payee/id", "payee/name", "value/currency")
        )
        if not day_of(day) or "value/amount" not in at or currency not in ("GBP", "") or of.bodies.is_office(identifier, name):
            continue
        if (text := of.text("award_payment", "amount", *at["value/amount"])) is not None:
            _into(of, at, ("date", "value/amount", "value/currency"), "award.payments")
            yield {"date": day_of(day), "amount": text}


def documents(of: Release, start: str, kind: str) -> Iterator[dict[str, str]]:
    """The documents below a path that have a title and an address of their own. A notice is where the facts are published,
    and a page of this site is made anew."""
    here = of.site.publisher.get("address", "") or " "
    for at in items(of.at, f"{start}/documents"):
        own, title, url, type_ = (at[name][1].text if name in at else "" for name in ("id", "title", "url", "documentType"))
        key = own.removeprefix("document-") if of.ours and own.startswith("document-") else ""
        if title and PAGE.fullmatch(url) and here not in url and (key or type_ not in NOTICES):
            _into(of, at, ("title", "url", "documentType"), f"{kind}.documents")
            yield {"document": of.shared.document(title, url, DOCUMENTS.get(type_, "other"), key)}


def _into(of: Release, at: Mapping[str, tuple[int, Cell]], names: tuple[str, ...], field: str) -> None:
    for name in at.keys() & set(names):
        of.taken.into[at[name][0]] = field
