"""What a 360Giving grant lists of itself: its conditions, and what was paid."""

from daylight.intake.flat import items
from daylight.intake.giving360 import NO_FIELD
from daylight.intake.grants_items import At, into, text_of
from daylight.intake.readings import read
from daylight.intake.said import Said


def conditions(grants, said: Said, at: At) -> None:
    """The conditions, each in a line of one cell; or that there are none."""
    if "Conditions" in at:
        column, cell = at["Conditions"]
        said.taken.into[column] = "award.conditions"
        said.columns["conditions"] = column
        if cell.text == grants.award.by_name["unconditional"].title:
            said.fields["unconditional"] = "yes"
        else:
            said.rows["conditions"] = [{"text": line.strip()} for line in cell.text.splitlines() if line.strip()]


def payments(grants, said: Said, at: At) -> None:
    """What was paid, in pounds; a record tells of no payment without its day."""
    of = grants.schemas["award_payment"].by_name
    for item in items(at, "disbursementTransaction"):
        day, money = item.get("transactionDate"), item.get("value")
        if not day or not money or text_of(item, "currency") not in ("GBP", ""):
            continue
        date, amount = read(of["date"], day[1]).text, read(of["amount"], money[1]).text
        if date and amount:
            said.rows.setdefault("payments", []).append({"date": date, "amount": amount})
            into(said, item, "award.payments", "transactionDate", "value", "currency", left=NO_FIELD)
