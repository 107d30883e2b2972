"""The page of one record: what is said of every kind, and for the kinds in `OWN` what is said of them alone.

A kind in `OWN` has a module here with `values(site, record)`, and a template in templates/records/ that extends record.html.
"""

from daylight import views
from daylight.frame import SLUG
from daylight.pages import head
from daylight.pages.judged import judged
from daylight.pages.page import Page
from daylight.pages.records import area, award, fund, organisation, priority
from daylight.pages.registers import caption
from daylight.site import Record, Site
from daylight.views import referring
from daylight.views.citation import citation
from daylight.words import _, in_english

OWN = {"area": area, "award": award, "fund": fund, "organisation": organisation, "priority": priority}


class Said(dict):
    """What a record says, for its template: None where it says nothing."""

    def __missing__(self, name: str) -> None:
        return None


def record_page(site: Site, record: Record) -> Page:
    """The page of one record."""
    schema, own = site.schemas[record.kind], OWN.get(record.kind)
    values = {
        "schema": schema,
        "record": record,
        "said": Said(record.values),
        "groups": views.field_groups(site, record),
        "children": [(c, rows) for name in schema.children if (rows := record.rows((c := site.schemas[name]).list))],
        "incoming": referring.incoming(site, record),
        "caption": caption,
        "last_change": site.last_change(record),
        "citation": in_english(citation, site, record),
        "judged": judged(site, record),
    }
    values |= own.values(site, record) if own else {}
    label = views.worded(record, schema.label) or record.key
    description = views.worded(record, "purpose") or views.worded(record, "description") or f"{_(schema.title)}: {label}"
    title = f"{label} ({_(schema.title).lower()})"
    template = f"records/{schema.name}.html" if own else "record.html"
    path, place = f"{schema.folder}/{record.key}/", f"{schema.folder}/{SLUG}/"
    return Page(path, template, title, description[:200], values, place, head.of_record(site, record))
