"""The records of an invented office: what an award, its decision and an organisation hold, by dice and words.yml."""

from collections.abc import Sequence
from datetime import date, timedelta

from dice import WORDS, Dice, financial_year, slug, split

SITE = "https://pcc.barsetshire.example.org"
YEARS = range(2012, 2026)


def organisation(dice: Dice, number: int) -> tuple[str, dict]:
    """The key and the fields of an organisation."""
    town = dice.one("towns")
    name = f"{town} {dice.one('groups')} {number}"
    return slug(name), {
        "name": name,
        "kind": dice.one("kinds"),
        "legal_form": dice.one("forms"),
        "is_vcse": "yes",
        "town": town,
        "website": f"https://{slug(name)}.example.org/",
        "note": "This body is invented.",
        "source": f"{SITE}/organisations/{slug(name)}/",
        "source_kind": "Official site",
    }


def opportunity(fund: str, year: int) -> tuple[str, dict]:
    """The key and the fields of the round in which one could apply to a fund for a year."""
    key = f"{slug(fund)}-{year}"
    return key, {
        "title": f"{fund} {year}",
        "kind": "grant_round",
        "description": f"Grants of the {fund} for work that begins in {year} and is free for those who come.",
        "opens_on": date(year, 2, 2),
        "closes_on": date(year, 5, 29) if year not in YEARS else date(year, 3, 13),
        "closes_at": "12:00",
        "rolling": "no",
        "published_on": date(year, 1, 26),
        "envelope": "500000.00",
        "minimum_award": "1000.00",
        "maximum_award": "80000.00",
        "eligibility": "Charities, clubs and community groups that work in Barsetshire and make no profit.",
        "how_to_apply": "Fill in the form of four pages and send it by the website.",
        "apply_address": f"{SITE}/apply/",
        "weights_as_published": "quality 70, cost 30",
        "weight_quality": 70,
        "weight_cost": 30,
        "fund": slug(fund),
        "source": f"{SITE}/apply/{key}/",
        "advertised_on": [{"where": "own_site", "address": f"{SITE}/apply/", "date": date(year, 1, 26)}],
    }


def facts_of(dice: Dice, number: int, bodies: Sequence[str]) -> dict:
    """What an award and the decision that made it have in common."""
    year = dice.random.choice(YEARS)
    return {
        "number": number,
        "key": f"bar-{year}-{number:05d}",
        "year": year,
        "taken": date(year, 4, 1) + timedelta(dice.random.randrange(300)),
        "town": dice.one("towns"),
        "what": dice.one("whats"),
        "whom": dice.one("whoms"),
        "group": dice.random.choice(bodies),
        "fund": slug(dice.one("funds")),
        "priority": slug(dice.one("priorities")),
        "amount": 50 * dice.random.randrange(20, 1600),
        "years": dice.random.choice((1, 1, 2, 3)),
    }


def decision(dice: Dice, facts: dict) -> dict:
    """The fields of the decision that made an award."""
    taken = facts["taken"]
    return {
        "reference": f"{facts['number']:05d}/{taken.year}",
        "title": f"Award from the {facts['fund'].replace('-', ' ')} for {facts['what']}",
        "summary": dice.text("purpose", 1, facts),
        "decision_text": f"To award £{facts['amount']:,} to the applicant for {facts['what']} in {facts['town']}.",
        "type": "award",
        "outcome": "agreed",
        "involves_money": "yes",
        "amount": f"{facts['amount']}.00",
        "own": "yes",
        "decision_maker": dice.one("makers"),
        "significant": "no",
        "paper_date": taken - timedelta(7),
        "taken_on": taken,
        "signed_on": taken,
        "published_on": taken + timedelta(3),
        "background": dice.text("background", 3, facts),
        "reasons": dice.text("reasons", 4, facts),
        "financial_implications": f"Paid from the fund over {facts['years']} year(s), within the budget of each.",
        "legal_implications": dice.text("legal", 2, facts),
        "equality": dice.text("equality", 2, facts),
        "risk": dice.text("risk", 2, facts),
        "interests": "None to declare.",
        "author_role": "Commissioning Officer",
        "fund": facts["fund"],
        "source": f"{SITE}/decisions/{facts['key']}/",
        "source_kind": "Decision log",
        "options": [{"text": "Fund it in full."}, {"text": "Fund none of it.", "why_not": dice.text("reasons", 1, facts)}],
        "priorities": [facts["priority"]],
    }


def award(dice: Dice, facts: dict, bodies: Sequence[str]) -> dict:
    """The fields of an award, and what repeats within it."""
    taken, starts, contract = facts["taken"], facts["taken"] + timedelta(30), dice.random.random() < 0.2
    return (
        {
            "reference": facts["key"].upper(),
            "title": f"{facts['what'].capitalize()} for {facts['whom']} in {facts['town']}",
            "purpose": f"{dice.text('purpose', 1, facts)} {dice.text('more', 2, facts)}",
            "type": "contract" if contract else "grant",
            "theme": dice.one("themes"),
            "status": "complete" if taken.year < 2023 else "active",
            "direction": "out",
            "amount": f"{facts['amount']}.00",
            "amount_basis": "exact",
            "fund": facts["fund"],
            "award_date": taken,
            "start_date": starts,
            "end_date": starts + timedelta(365 * facts["years"] - 1),
            "published_on": taken + timedelta(3),
            "decision": f"d-{facts['key']}",
            "priority": facts["priority"],
            "competition": "quotes" if contract else "open",
            "from_open_call": "no" if contract else "yes",
            "legal_power": "contract" if contract else "PRSRA2011-s9",
            "vfm_reasons" if contract else "cdr_reasons": dice.text("reasons", 3, facts),
            "monitoring": dice.text("monitoring", 1, facts),
            "due_diligence": "yes",
            "area_as_published": facts["town"],
            "location_scope": "GLS050",
            "source": f"{SITE}/awards/{facts['key']}/",
            "source_kind": "Official site",
            "source_date": taken + timedelta(3),
        }
        | ({} if contract else {"opportunity": f"{facts['fund']}-{facts['year']}"})
        | children(dice, facts, bodies)
    )


def children(dice: Dice, facts: dict, bodies: Sequence[str]) -> dict:
    """What repeats within an award: one in eight has several recipients."""
    amount, first, years = facts["amount"], facts["year"], facts["years"]
    who: dict = {"recipient": facts["group"]}
    if dice.random.random() < 0.125 and len(bodies) > 2:
        shares = zip(dice.random.sample(bodies, 3), split(amount, 3), ("lead", "partner", "partner"), strict=True)
        who = {"recipients": [{"organisation": key, "amount": share, "role": role} for key, share, role in shares]}
    yearly = zip(range(first, first + years), split(amount, years), strict=True)
    return who | {
        "areas": dice.random.sample(sorted(WORDS["districts"]), dice.random.choice((1, 1, 2))),
        "yearly_amounts": [{"financial_year": financial_year(year), "amount": part} for year, part in yearly],
        "conditions": dice.some("conditions", dice.random.randint(2, 4), facts),
        "outcomes": [{"kind": "outcome", "text": text} for text in dice.some("outcomes", dice.random.randint(1, 2), facts)],
        "indicators": dice.some("indicators", 2, facts),
    }
