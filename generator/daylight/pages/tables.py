"""Tables of records, and lists of the fields of one, as HTML: they too stand on pages by the ten thousand."""

from collections.abc import Sequence
from html import escape
from zlib import crc32

from markupsafe import Markup

from daylight import views
from daylight.derived import derived
from daylight.keeping import kept_words
from daylight.pages.pieces import amount, link, marks, missing, safe, told, value, what
from daylight.record import Record, Row
from daylight.schema import Field, Schema
from daylight.site import Site
from daylight.values import Value
from daylight.words import _, html

FIELD_NAMES = ("applies_to", "field")  # columns that may hold the name of a field


@kept_words
def row(site: Site, record: Record) -> str:
    """One record as a row of a table: its name and the columns that its schema lists."""
    values, cells = record.values | derived(site, record), []
    for field in site.schemas[record.kind].columns:
        number = ' class="dl-number"' if numeric(field) else ""
        cells.append(f'<td data-label="{html(field.title)}"{number}>{_cell(site, record, field, values)}</td>')
    return f'<tr><th scope="row">{link(site, record)}{marks(site, record)}</th>{"".join(cells)}</tr>\n'


def _cell(site: Site, record: Record, field: Field, values: dict) -> str:
    found = values.get(field.name)
    if found is None or found == "":
        published = record.get(f"{field.name}_as_published", "")
        text = safe(f"{told(published)} ({_('not added up')})") if published and field.unit else told(published)
        return missing(text or views.instead(site, record, field) or _("Not published"))
    if field.name == "amount" and record.kind == "award":
        return str(amount(record) or "")
    return value(site, field, found)


def listed(site: Site, record: Record, name: str) -> Markup:
    """What a list says of a field of a record; where it has no value, that this is withheld or not published."""
    return safe(_cell(site, record, site.schemas[record.kind].by_name[name], record.values | derived(site, record)))


def numeric(field: Field) -> bool:
    """Whether the values of a field stand below each other to the right."""
    return bool(field.unit) or field.type == "integer"


def heads(fields: Sequence[Field]) -> str:
    """The headings of columns."""
    number = ' class="dl-number"'
    return "".join(f'<th scope="col"{number if numeric(f) else ""}>{html(f.title)}</th>' for f in fields)


def table(site: Site, records: Sequence[Record], caption: str) -> Markup:
    """A table of records of one kind."""
    schema = site.schemas[records[0].kind]
    head = f'<th scope="col">{html(schema.title)}</th>{heads(schema.columns)}'
    return framed(caption, head, "".join(row(site, r) for r in records))


def child_table(site: Site, child: Schema, rows: Sequence[Row]) -> Markup:
    """The rows of a child table of one record, with the columns in which something stands."""
    fields = [f for f in child.fields if f.name not in (child.parent, "number") and any(f.name in r.values for r in rows)]
    lines = []
    for r in rows:
        cells = (
            f'<td data-label="{html(f.title)}"{" class=dl-number" if numeric(f) else ""}>'
            f"{_child_cell(site, child, f, r.values[f.name]) if f.name in r.values else ''}</td>"
            for f in fields
        )
        lines.append(f"<tr>{''.join(cells)}</tr>\n")
    return framed(f"{_(child.plural)}: {len(rows)}", heads(fields), "".join(lines))


def _child_cell(site: Site, child: Schema, field: Field, found: Value) -> str:
    """A value of a child table; the name of a field is said by its title."""
    of = site.schemas[child.parent].by_name
    return html(of[found].title) if field.name in FIELD_NAMES and found in of else value(site, field, found)


def fields(site: Site, rows: Sequence[tuple[Field, Value | None]]) -> Markup:
    """Fields of a record as a list of terms; where a value is missing, "Not published" and who asks for it."""
    out = []
    for field, found in rows:
        if isinstance(found, views.Withheld):
            said = missing(_("Withheld")) + f" <small>{html(found)}</small>"
        elif found is None or found == "":
            law = f" <small>{escape(_('Asked for by'))} {told(field.law)}</small>" if field.law else ""
            said = missing(_("Not published")) + law
        else:
            said = value(site, field, found)
        out.append(f"<div><dt>{html(field.title)}{what(field.title)}</dt><dd>{said}</dd></div>\n")
    return safe(f'<dl class="dl-fields">\n{"".join(out)}</dl>')


def framed(caption: str | Markup, head: str, body: str, more: str = "") -> Markup:
    """A table in a region that can be moved sideways, and reached by keyboard. A caption with HTML names it by an id."""
    name = escape(caption)
    called, at = f'aria-label="{name}"', ""
    if isinstance(caption, Markup):
        name, id = caption, f"t{crc32(caption.encode()):x}"
        called, at = f'aria-labelledby="{id}"', f' id="{id}"'
    return safe(
        f'<div class="dl-scroll" role="region" tabindex="0" {called}>\n<table class="dl-table{more}">\n'
        f"<caption{at}>{name}</caption>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}</tbody>\n</table>\n</div>"
    )
