"""What the page of an award says beyond that of any record."""

from daylight import derived
from daylight.site import Record, Site
from daylight.words import _


def values(site: Site, award: Record) -> dict:
    """To whom it goes, and on what basis its amount is known."""
    names = derived.derived(site, award).get("recipient_name", "")
    labels = site.schemas["award"].by_name["amount_basis"].labels
    basis = "" if award.get("amount") is None else _(labels[award.get("amount_basis")])
    return {"to": derived.recipients(site, award), "to_name": names, "basis": basis}
