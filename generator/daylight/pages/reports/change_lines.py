"""The lines on the page of changes: of each what it is about, what stood there before, what stands there now, and why."""

from collections.abc import Mapping

from markupsafe import Markup

from daylight.changes import ADDED, CHANGED, COLUMN, LIMITS, TABLE, VALUES, WITHDRAWN, Change
from daylight.pages.page import Cell, Table
from daylight.pages.pieces import ROOT, label, missing, safe
from daylight.pages.tables import FIELD_NAMES
from daylight.schema import Field
from daylight.site import Site
from daylight.views import amended
from daylight.views.changed import Part
from daylight.views.changed.line import Line, field_of, schema_of
from daylight.words import N_, _

WHAT = {ADDED: N_("Added ({kind})"), CHANGED: N_("Changed ({kind})"), WITHDRAWN: N_("Withdrawn ({kind})")}
KINDS = {TABLE: N_("table"), COLUMN: N_("column"), LIMITS: N_("limits of a column"), VALUES: N_("worked out from others")}
NOTHING = "–"


def tables(site: Site, caption: str, part: Part) -> list[Table]:
    """The changes of a part that are shown: those of records, and apart from them those of the tables that all are kept in."""
    heads = (_("Record"), _("What"), _("Field"), _("Before"), _("After"), _("Reason"))
    records = [_cells(site, line) for line in part.lines if line.change.of_record]
    named: dict[tuple[str, str], list[str]] = {}
    for line in part.lines:
        if not line.change.of_record:
            named.setdefault((_(line.change.title), _what(site, line.change)), []).append(_told(site, line))
    rows = [[title, what, "; ".join(told) or NOTHING] for (title, what), told in named.items()]
    return [
        Table(caption, heads, records),
        Table(_("Tables: {said}", said=caption), (_("Table"), _("What"), _("Which")), rows),
    ]


def _told(site: Site, line: Line) -> str:
    """What changed of a table, in a row: the column, what it was and is, and why."""
    change = line.change
    values = f"{change.before or NOTHING} → {change.after or NOTHING}" if change.before or change.after else ""
    return ": ".join(filter(None, (_field(site, change) if change.field else "", values, change.reason)))


def _what(site: Site, change: Change) -> str:
    """Whether it came, changed or went, and what it is."""
    kind = _(site.schemas[change.kind].title) if change.kind in site.schemas else _(KINDS.get(change.kind, change.kind))
    return _(WHAT[change.change], kind=kind.lower())


def _cells(site: Site, line: Line) -> list[Cell]:
    change = line.change
    before = _unsaid() if line.unsaid_before and _had(change) else _value(site, change, change.before)
    after = _unsaid() if change.after and not line.said.after else _value(site, change, line.said.after)
    return [_record(site, line), _what(site, change), _field(site, change), before, after, line.said.reason or NOTHING]


def _had(change: Change) -> bool:
    """Whether something stood there before: what is left out of a change counts too, but not where a row was added."""
    return bool(change.before) or (change.not_repeated and change.change == CHANGED)


def _record(site: Site, line: Line) -> Cell:
    if line.record and line.record.kind == "publisher":  # it has no page
        return label(site, line.record)
    if line.record:
        return line.record
    return gone(line.gone) if line.gone else safe(missing(_("Not named")))


def _field(site: Site, change: Change) -> str:
    """What changed of a record or table, by its title; in a list with the place of the row."""
    field = field_of(site, change, change.field)
    said = _(field.title) if field else change.field
    if change.list:
        schema = schema_of(site, change)
        row = _("{list}, row {number}", list=_(schema.plural) if schema else change.list, number=change.row)
        return f"{row}: {said}" if said else row
    return said or NOTHING


def _value(site: Site, change: Change, value: str | Mapping[str, str] | None) -> Cell:
    """A value as people read it; of a row its cells, each with its title."""
    if isinstance(value, Mapping):
        return "; ".join(_titled(site, change, name, value) for name in value)
    return _text(site, field_of(site, change, change.field), value) if value else NOTHING


def _titled(site: Site, change: Change, name: str, row: Mapping[str, str]) -> str:
    """A cell of a row with its title. A row may be about a field of the record, by name: then that is said by its title."""
    field, own = field_of(site, change, name), site.schemas[change.kind].by_name
    of, text = own.get(row.get("field", "")), row[name]
    if name in FIELD_NAMES and text in own:
        text = _(own[text].title)
    else:
        text = _text(site, of if of and name in ("before", "after") else field, text)
    return f"{_(field.title) if field else name}: {text}"


def _text(site: Site, field: Field | None, text: str) -> str:
    """A text of a field; of a reference the name of the record, which is not said where that is gone."""
    if field and field.refers:
        found = site.get(field.refers, text)
        return site.label(found) if found else _("Not repeated")
    return amended.said(field, text)


def _unsaid() -> Markup:
    return safe(missing(_("Not repeated")))


def gone(path: str) -> Markup:
    """A link to the page in the place of a record that is gone. It is named by its key alone."""
    return Markup('<a href="{}{}">{}</a>').format(ROOT, path, path.rstrip("/").rpartition("/")[2])
