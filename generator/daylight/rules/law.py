"""What several of the law's rules ask of a record."""

from decimal import Decimal

from daylight.derived import withheld
from daylight.record import Record
from daylight.rules.between import is_award
from daylight.site import Site
from daylight.values import Value

EXCEEDING = Decimal("500.00")  # only what is more is an item of spending (Specified Information Order 2011, paragraph 3(g))
VAT = Decimal("1.2")
VOLUNTARY_FORMS = frozenset({"charity", "cio", "cic", "unincorporated"})
VOLUNTARY_SECTORS = frozenset({"community_group", "watch_scheme", "charity", "voluntary_group", "social_enterprise"})
REGISTERED = frozenset({"charity", "cio", "cic", "company"})
NUMBERS = frozenset({"charity_number", "company_number", "org_id"})
WHO = ("recipient", "recipients", "recipient_as_published")


def owed(award: Record) -> bool:
    """Whether an award is money of the office that went out, of which the law asks that it is published."""
    v = award.values
    return v.get("direction") == "out" and is_award(award) and "funder" not in v and v.get("status") != "withdrawn"


def spent(award: Record) -> Decimal | None:
    """What the office itself gives at least, None where that is not published."""
    v = award.values
    return v.get("own_share", v.get("amount", v.get("amount_minimum")))


def paragraph(award: Record) -> str:
    """The paragraph of the Order under which an award is published, 3f or 3g; '' where that cannot be said, or for neither."""
    if not (power := award.values.get("legal_power")) or not owed(award):
        return ""
    if power == "PRSRA2011-s9":
        return "3f"
    return "3g" if (amount := spent(award)) is not None and amount > EXCEEDING else ""


def lacks(site: Site, record: Record, *names: str) -> bool:
    """Whether a record has none of these fields and lists, and does not say either that they are withheld."""
    if any(name in record.lines or record.rows(name) for name in names):
        return False
    return not record.children or withheld(site, record).keys().isdisjoint(names)


def who_and_what(site: Site, award: Record) -> list[str]:
    """What an award does not say of its recipient and its purpose, which every paragraph asks for."""
    who = ["recipient"] if not award.get("recipient_individual") and lacks(site, award, *WHO) else []
    return [*who, "purpose"] if lacks(site, award, "purpose") else who


def with_vat(amount: Decimal | None, vat_basis: Value | None) -> Decimal | None:
    """The least that an amount comes to with VAT: a fifth more where it is said to be without."""
    return amount * VAT if amount is not None and vat_basis == "net" else amount


def is_voluntary(organisation: Record) -> bool:
    """Whether an organisation is of the voluntary, community and social enterprise sector, as far as its record says."""
    v = organisation.values
    return v.get("is_vcse", v.get("legal_form") in VOLUNTARY_FORMS or v.get("sector") in VOLUNTARY_SECTORS)


def is_numbered(organisation: Record) -> bool:
    """Whether an organisation has the number of a register, or is of no form that is registered."""
    if organisation.get("legal_form") not in REGISTERED:
        return True
    return bool(organisation.rows("identifiers")) or not NUMBERS.isdisjoint(organisation.lines)
