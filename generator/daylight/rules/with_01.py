"""WITH-01: what is withheld does not stand in the record."""

from collections.abc import Iterator

from daylight.findings import Finding, finding, words
from daylight.site import Record, Site

OF = ("award", "decision")


def check(site: Site, record: Record) -> Iterator[Finding]:
    """A field that is said not to be published has no value (Order 2011, article 2(2); design, safety)."""
    for row in record.rows("withholdings") if record.children else ():
        wanted, schema = row.get("applies_to", "").casefold(), site.schemas[record.kind]
        names = {f.name: f.title for f in schema.fields}
        names |= {site.schemas[c].list: site.schemas[c].plural for c in schema.children}
        for name, title in names.items():
            if wanted in (name, title.casefold()) and (name in record.values or record.rows(name)):
                yield finding("WITH-01", "there", record.path, record.line_of(name), field=words(name))
