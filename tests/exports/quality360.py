"""The checks of 360Giving's Data Quality Checker, said again: for each by its name, what it counts in a file.

Named and called critical as in rules/giving360.yml. A check looks at one grant, or where it stands in FILES at all of them.
"""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date

import yaml
from dateutil.relativedelta import relativedelta
from tests.built import ROOT

from daylight.rules import official

TABLE = yaml.safe_load((ROOT / "generator/daylight/rules/giving360.yml").read_text("utf-8"))
CRITICAL = {check["check"] for of in TABLE.values() for check in of if check.get("critical")}
PREFIXES = tuple(name.lower() for name in (*official.names("org-id-lists"), "360G"))
EMAIL = re.compile(r"[\w.-]+@[\w.-]+\.[\w.-]+")
POSTCODE = re.compile(r"\s*[a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2}\s*", re.IGNORECASE)


def quality(grants: list[dict], today: str) -> Counter:
    """How many grants fail each check, for those that one fails."""
    counts = Counter(name for grant in grants for name, fails in GRANT.items() if fails(grant, date.fromisoformat(today)))
    counts.update({name: number for name, count in FILES.items() if (number := count(grants))})
    return counts


def orgs(grant: dict, *members: str) -> list[dict]:
    return [org for member in members for org in grant.get(member, ())]


def receivers(grant: dict) -> list[dict]:
    return orgs(grant, "recipientOrganization")


def leaves(value, path: str = "") -> Iterator[tuple[str, object]]:
    """Every value that is no object and no list, with its path."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else None
    if inner is None:
        yield path, value
    for name, item in inner or ():
        yield from leaves(item, f"{path}/{name}")


def days(grant: dict, *members: str) -> list[str]:
    """Full days of a grant as they are written, without the time."""
    found = [grant.get("awardDate", "")] if "awardDate" in members else []
    for member in ("plannedDates", "actualDates"):
        if member in members:
            found += [grant.get(member, [{}])[0].get(end, "") for end in ("startDate", "endDate")]
    return [day.partition("T")[0] for day in found if len(day) > 7]


def real(*written: str) -> list[date]:
    return [day for text in written if (day := a_day(text))]


def a_day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def unlisted(member: str):
    return lambda g, _: any(not org["id"].lower().startswith(PREFIXES) for org in orgs(g, member))


def later(member: str, years: int):
    return lambda g, today: any(day > today + relativedelta(years=years) for day in real(*days(g, member)))


def backwards(member: str):
    return lambda g, _: len(found := real(*days(g, member))) == 2 and found[0] > found[1]


def bad_id(org_id: str) -> bool:
    scheme, number = org_id[:7].upper(), org_id[7:]
    return (scheme == "GB-CHC-" and not charity(number)) or (scheme == "GB-COH-" and not company(number))


def charity(number: str) -> bool:
    return re.fullmatch(r"\d{6,7}", number[2:] if number[:2].isalpha() else number) is not None


def company(number: str) -> bool:
    return re.fullmatch(r"\w{8}", number) is not None


def coded(place: dict) -> bool:
    return bool(place.get("geoCode") and place.get("geoCodeType"))


def placed(org: dict) -> bool:
    return "postalCode" in org or any(coded(place) for place in org.get("location", ()))


def undated(grant: dict, _today: date) -> bool:
    planned = grant.get("plannedDates", [{}])[0]
    return "duration" not in planned and not ("startDate" in planned and "endDate" in planned)


def pairs(grants: list[dict], of: str, by: str) -> int:
    """How many more values of one member there are than values of the other."""
    seen = {(org[by], org[of]) for grant in grants for org in grant.get("fundingOrganization", ())}
    return len(seen) - len({key for key, _value in seen})


GRANT = {
    "ZeroAmountTest": lambda g, _: g.get("amountAwarded") == 0,
    "FundingOrgUnrecognisedPrefix": unlisted("fundingOrganization"),
    "RecipientOrgUnrecognisedPrefix": unlisted("recipientOrganization"),
    "RecipientOrgCharityNumber": lambda g, _: any(not charity(o.get("charityNumber", "123456")) for o in receivers(g)),
    "RecipientOrgCompanyNumber": lambda g, _: any(not company(o.get("companyNumber", "12345678")) for o in receivers(g)),
    "OrganizationIdLooksInvalid": lambda g, _: any(
        bad_id(o["id"]) for o in orgs(g, "fundingOrganization", "recipientOrganization")
    ),
    "OrganizationIdUnexpectedChars": lambda g, _: any(
        "\n" in o["id"] for o in orgs(g, "fundingOrganization", "recipientOrganization")
    ),
    "GrantIdUnexpectedChars": lambda g, _: "\n" in g["id"],
    "LooksLikeEmail": lambda g, _: any(
        isinstance(text, str) and "email" not in path and EMAIL.search(text) for path, text in leaves(g)
    ),
    "ImpossibleDates": lambda g, _: any(not a_day(day) for day in days(g, "awardDate", "plannedDates", "actualDates")),
    "PlannedStartDateBeforeEndDate": backwards("plannedDates"),
    "ActualStartDateBeforeEndDate": backwards("actualDates"),
    "FarFuturePlannedDates": later("plannedDates", 12),
    "FarFutureActualDates": later("actualDates", 5),
    "FarPastDates": lambda g, today: any(
        day < today - relativedelta(years=25) for day in real(*days(g, "awardDate", "plannedDates", "actualDates"))
    ),
    "PostDatedAwardDates": later("awardDate", 0),
    "RecipientIndDEI": lambda g, _: "recipientIndividual" in g and "project" in g,
    "GeoCodePostcode": lambda g, _: (
        "recipientIndividual" in g and any(POSTCODE.fullmatch(p.get("geoCode", "")) for p in g.get("beneficiaryLocation", ()))
    ),
    "RecipientOrg360GPrefix": lambda g, _: any(o["id"].lower().startswith("360g") for o in receivers(g)),
    "FundingOrg360GPrefix": lambda g, _: any(o["id"].lower().startswith("360g") for o in orgs(g, "fundingOrganization")),
    "NoRecipientOrgCompanyCharityNumber": lambda g, _: any(
        not (o.get("companyNumber") or o.get("charityNumber")) for o in receivers(g)
    ),
    "IncompleteRecipientOrg": lambda g, _: any(not placed(o) for o in receivers(g)),
    "NoGrantProgramme": lambda g, _: not g.get("grantProgramme"),
    "NoBeneficiaryLocation": lambda g, _: not g.get("beneficiaryLocation"),
    "TitleDescriptionSame": lambda g, _: g.get("title") == g.get("description"),
    "TitleLength": lambda g, _: len(g.get("title", "")) > 140,
    "NoLastModified": lambda g, _: not g.get("dateModified"),
    "NoDataSource": lambda g, _: not g.get("dataSource"),
    "RecipientIndWithoutToIndividualsDetails": lambda g, _: "recipientIndividual" in g and "toIndividualsDetails" not in g,
    "PlannedDurationNotPresent": undated,
    "a place of beneficiaries with a name and without a code": lambda g, _: any(
        "name" in p and "geoCode" not in p for p in g.get("beneficiaryLocation", ())
    ),
    "a place of beneficiaries and none of the recipient": lambda g, _: (
        bool(g.get("beneficiaryLocation")) and any(not placed(o) for o in receivers(g))
    ),
    "a place of the recipient and none of beneficiaries": lambda g, _: (
        not g.get("beneficiaryLocation") and any(placed(o) for o in receivers(g))
    ),
}
FILES = {
    "MoreThanOneFundingOrg": lambda grants: (
        len({o["id"] for g in grants for o in g["fundingOrganization"]})
        if len({o["id"] for g in grants for o in g["fundingOrganization"]}) > 1
        else 0
    ),
    "MultiFundingNamesForOrgId": lambda grants: pairs(grants, "id", "name"),
    "a funder's identifier with two names": lambda grants: pairs(grants, "name", "id"),
}
