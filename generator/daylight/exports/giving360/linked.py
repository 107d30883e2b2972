"""What a grant is linked to: its programme, its priorities, and the decisions and documents about it."""

from daylight.derived import derived
from daylight.record import Record
from daylight.site import Site
from daylight.words import _


def programmes(site: Site, award: Record) -> list[dict[str, str]]:
    """The funds, else the scheme as published."""
    funds = [{"code": f.key, "title": site.label(f)} | _page(site, f) for f in site.targets(award, "fund")]
    return funds or ([{"title": award.get("scheme")}] if award.get("scheme") else [])


def priorities(site: Site, award: Record) -> list[dict[str, str]]:
    """The priorities as classifications, in the vocabulary that the plan is."""
    return [
        {"vocabulary": priority.get("plan"), "code": priority.key, "title": site.label(priority)} | _page(site, priority)
        for priority in site.targets(award, "priority")
    ]


def documents(site: Site, award: Record) -> list[dict[str, str]]:
    """The decisions by their pages, and the documents by where they can be read, else by theirs."""
    decision, kinds = _(site.schemas["decision"].title), site.schemas["document"].by_name["kind"].labels
    found = [(record, "", decision) for record in site.targets(award, "decision")]
    found += [(r, r.get("address", ""), _(kinds.get(r.get("kind"), ""))) for r in site.targets(award, "document")]
    return [
        {"title": site.label(record)} | ({"url": there} if there else _page(site, record)) | {"documentType": kind}
        for record, there, kind in found
    ]


def _page(site: Site, record: Record) -> dict[str, str]:
    """The `url` of the page of a record, if it is known where this site is published."""
    return {"url": found} if (found := page(site, record)) else {}


def page(site: Site, record: Record) -> str:
    """The whole address of the page of a record; '' where nobody says where the site is published."""
    return address(site, derived(site, record)["page"])


def address(site: Site, path: str) -> str:
    """The whole address of a path; '' where nobody says where the site is published."""
    found = site.url(path)
    return found if found != path else ""
