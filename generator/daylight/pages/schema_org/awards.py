"""What an award is in the words of schema.org: a grant, the order of a contract, or a service for the people.

A grant is a MonetaryGrant. A contract or an invoice is an Order, for that is an agreement to buy; only where the law makes
it one for services to people (the light touch), or a service specification says so, is it an order of a GovernmentService.
A share of a shared service is that service. No service has a place of its own but the whole force area.
"""

from daylight.derived import recipients
from daylight.pages.schema_org import names
from daylight.pages.schema_org.names import known
from daylight.pages.schema_org.types import type_of
from daylight.record import Record
from daylight.site import Site


def award(site: Site, award: Record) -> dict:
    """What is said of an award whose type is known."""
    v = award.values
    make = {"MonetaryGrant": _grant, "Order": _order, "GovernmentService": _service}[type_of(award)]
    said = {
        "identifier": v.get("identifier") or v.get("reference") or award.key,
        "subjectOf": names.refs(site, site.targets(award, "decision")),
    }
    return said | make(site, award)


def _grant(site: Site, award: Record) -> dict:
    v = award.values
    to = names.refs(site, recipients(site, award))
    exact = v.get("amount_basis") == "exact" and "amount" in v
    return {
        "amount": {"@type": "MonetaryAmount", "currency": "GBP", "value": f"{v['amount']:.2f}"} if exact else None,
        "funder": _payer(site, award),
        "sponsor": names.refs(site, site.targets(award, "fund")),
        "fundedItem": to or ([names.office_on(site, v.get("award_date"))] if v["direction"] == "in" else None),
    }


def _payer(site: Site, award: Record) -> dict | None:
    """Who gives the money: the office, unless the award names another, or it only came in or was passed on."""
    if award.get("funder") or award.get("funder_as_published") or award.get("direction") != "out":
        return names.ref(site, site.get("organisation", award.get("funder")))
    return names.office_on(site, award.get("award_date") or award.get("announced_on"))


def _order(site: Site, award: Record) -> dict:
    v = award.values
    service = v.get("light_touch") or v.get("specification")
    name = {"@type": "GovernmentService", "name": site.label(award)}
    return {
        "customer": _payer(site, award),
        "seller": names.refs(site, recipients(site, award)),
        "orderDate": v.get("award_date"),
        "orderNumber": v.get("reference"),
        "acceptedOffer": _offer(award),
        "orderedItem": known(name | _service(site, award)) if service else None,
    }


def _offer(award: Record) -> dict | None:
    """The price of a contract, to the penny, and whether VAT is in it; nothing where it is not exact."""
    v = award.values
    if "amount" not in v or v.get("amount_basis") not in ("exact", "net_of_vat"):
        return None
    price = {"@type": "PriceSpecification", "price": f"{v['amount']:.2f}", "priceCurrency": "GBP"}
    basis = "net" if v["amount_basis"] == "net_of_vat" else v.get("vat_basis")
    if basis in ("net", "gross"):
        price["valueAddedTaxIncluded"] = basis == "gross"
    return {"@type": "Offer", "priceSpecification": price}


def _service(site: Site, award: Record) -> dict:
    return {"provider": names.refs(site, recipients(site, award)), "areaServed": names.force_area(site)}
