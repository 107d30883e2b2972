"""Pieces of HTML that stand on pages by the ten thousand: a value, a link, a row and a table of records.

All else is in the templates. Each piece is made once and kept until its record or a neighbour changes. ROOT stands for the
way to the first page in the language of the page, FILES for the way to the site's root, where the files are that exist once in
all languages. They differ from page to page; no record can hold these characters.
"""

from collections.abc import Sequence
from functools import lru_cache
from html import escape
from zlib import crc32

from markupsafe import Markup

from daylight import views
from daylight.counted import countable
from daylight.derived import derived
from daylight.keeping import kept_words
from daylight.pages.glossary import PATH as GLOSSARY
from daylight.pages.glossary import by_place
from daylight.record import Record, Row
from daylight.schema import Field, Schema
from daylight.site import Site
from daylight.values import Value
from daylight.views import day, money, opportunities
from daylight.words import ENGLISH, WELSH, _, html, language

ROOT, FILES = "\0", "\1"
FIELD_NAMES = ("applies_to", "field")  # columns that may hold the name of a field


@kept_words
def link(site: Site, record: Record) -> str:
    """A link to the page of a record."""
    folder = site.schemas[record.kind].folder
    return f'<a href="{ROOT}{folder}/{escape(record.key)}/">{label(site, record)}</a>'


def label(site: Site, record: Record) -> Markup:
    """What a record is called, in the language of the page where the record says it in that language."""
    return text(site, record, site.schemas[record.kind].label) or told(record.key)


def text(site: Site, record: Row, name: str) -> Markup:
    """A text of a record, in the language of the page where the record says it in that language; else marked as English."""
    if language() == WELSH and (said := record.get(f"{name}_welsh")):
        return safe(escape(said))
    return told(record.get(name, ""))


def told(text: str) -> Markup:
    """An English text from a record; on a page in another language it is marked as English where it is words."""
    return safe(marked(text))


def marked(text: str) -> str:
    """As `told`, for what is put together here."""
    said = escape(str(text))
    plain = language() == ENGLISH or " " not in said or isinstance(text, views.InWelsh)
    return said if plain else f'<span lang="en-GB">{said}</span>'


def value(site: Site, field: Field, value: Value) -> str:
    """A value of a field: a link, a day in words, pounds, the label of a category, or its text."""
    if field.refers:
        target = site.get(field.refers, value)
        return link(site, target) if target else marked(value)
    if field.unit == "GBP":
        return money(value)
    if field.type == "boolean":
        return _("Yes") if value else _("No")
    if field.type == "date":
        return f'<time datetime="{value}">{day(value)}</time>'
    if field.format == "uri":
        address = escape(value)
        return f'<a href="{address}" rel="noopener">{address}</a>'
    return html(field.labels[value]) if value in field.labels else marked(value)


def missing(text: str | Markup) -> str:
    said = text if isinstance(text, Markup) else escape(text)
    return f'<span class="dl-missing">{said}</span>'


@kept_words
def row(site: Site, record: Record) -> str:
    """One record as a row of a table: its name and the columns that its schema lists."""
    values, cells = record.values | derived(site, record), []
    for field in site.schemas[record.kind].columns:
        number = ' class="dl-number"' if numeric(field) else ""
        cells.append(f'<td data-label="{html(field.title)}"{number}>{_cell(site, record, field, values)}</td>')
    return f'<tr><th scope="row">{link(site, record)}{marks(site, record)}</th>{"".join(cells)}</tr>\n'


def marks(site: Site, record: Record) -> Markup:
    """What must be known of a record at once: that an opportunity is open, or that an award was withdrawn."""
    if record.kind == "opportunity":
        return safe(f" {state(site, record)}")
    said = views.mark(site, record)
    return safe(f' <span class="dl-state">{escape(said)}</span>' if said else "")


def state(site: Site, opportunity: Record) -> Markup:
    """Whether an opportunity is open, with its deadline for the script that knows the reader's clock."""
    name, closes = opportunities.state(opportunity, site.today), derived(site, opportunity).get("closes")
    script = ""
    if name == "open" and closes:
        closed = escape(opportunities.state_title("closed"))
        script = f' data-daylight-closes="{closes}" data-daylight-closed="{closed}"'
    return safe(
        f'<span class="dl-state" data-daylight-state="{name}"{script}>{escape(opportunities.state_title(name))}</span>'
    )


def links(site: Site, records: Sequence[Record]) -> Markup:
    """Links to some records in a row."""
    return safe(", ".join(link(site, record) for record in records))


def _cell(site: Site, record: Record, field: Field, values: dict) -> str:
    found = values.get(field.name)
    if found is None or found == "":
        published = record.get(f"{field.name}_as_published", "")
        text = safe(f"{told(published)} ({_('not added up')})") if published and field.unit else told(published)
        return missing(text or views.instead(site, record, field) or _("Not published"))
    if field.name == "amount" and record.kind == "award":
        return str(amount(record) or "")
    return value(site, field, found)


def recipient(site: Site, award: Record) -> Markup:
    """Who an award goes to, by name; else that this is withheld or not published."""
    return safe(_cell(site, award, site.schemas["award"].by_name["recipient_name"], derived(site, award)))


def amount(award: Record) -> Markup | None:
    """What an award comes to, and whether it is added up; None where no amount is published."""
    left, counted = _("not added up"), countable(award)
    if "amount" in award.values:
        said = money(award.values["amount"])
        if counted is None:
            return safe(f"{said} ({left})")
        more = "" if counted == award.values["amount"] else f" ({_('{part} added up', part=money(counted))})"
        return safe(said + more)
    return safe(f"{told(award.values['amount_as_published'])} ({left})") if award.get("amount_as_published") else None


def numeric(field: Field) -> bool:
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


def what(said: str) -> Markup:
    """A link to the word of the glossary that explains the title of a field, a list or a value; nothing where none does."""
    return _what(language(), said)


@lru_cache(maxsize=2_000)
def _what(spoken: str, said: str) -> Markup:
    if not (term := by_place().get(said.casefold())):
        return safe("")
    name = escape(_("What is meant by: {term}", term=_(term.title)))
    return safe(f' <a class="dl-what" href="{ROOT}{GLOSSARY}#{term.id}" aria-label="{name}">?</a>')


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


def safe(text: str) -> Markup:
    """HTML in which every text of a record has been escaped above."""
    return Markup(text)  # noqa: S704
