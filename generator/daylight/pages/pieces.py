"""Pieces of HTML that stand on pages by the ten thousand: a text, a value, a link, the state of a record.

All else is in the templates. Each piece is made once and kept until its record or a neighbour changes. ROOT stands for the
way to the first page in the language of the page, FILES for the way to the site's root, where the files are that exist once in
all languages. They differ from page to page; no record can hold these characters.
"""

from collections.abc import Sequence
from functools import lru_cache
from html import escape

from markupsafe import Markup

from daylight import views
from daylight.counted import countable
from daylight.derived import derived
from daylight.keeping import kept_words
from daylight.pages.glossary import PATH as GLOSSARY
from daylight.pages.glossary import by_place
from daylight.record import Record, Row
from daylight.schema import Field
from daylight.site import Site
from daylight.values import Value
from daylight.views import day, money, opportunities
from daylight.words import ENGLISH, WELSH, _, html, language

ROOT, FILES = "\0", "\1"


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
    """What is said in the place of a value that is not there."""
    said = text if isinstance(text, Markup) else escape(text)
    return f'<span class="dl-missing">{said}</span>'


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


def what(said: str) -> Markup:
    """A link to the word of the glossary that explains the title of a field, a list or a value; nothing where none does."""
    return _what(language(), said)


@lru_cache(maxsize=2_000)
def _what(spoken: str, said: str) -> Markup:
    if not (term := by_place().get(said.casefold())):
        return safe("")
    name = escape(_("What is meant by: {term}", term=_(term.title)))
    return safe(f' <a class="dl-what" href="{ROOT}{GLOSSARY}#{term.id}" aria-label="{name}">?</a>')


def safe(text: str) -> Markup:
    """HTML in which every text of a record has been escaped above."""
    return Markup(text)  # noqa: S704
