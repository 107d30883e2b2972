"""How a reply shows the texts of a record: as its page does, with pounds, days in words, and names for codes and keys."""

from collections.abc import Mapping

from daylight.schema import Field, Schema
from daylight.site import Site
from daylight.values import parse
from daylight.views import day


def title_of(site: Site, kind: str, list_name: str, field: str) -> str:
    """What a field is called, alone or with its list."""
    schema = _schema(site, kind, list_name)
    title = schema.by_name[field].title if field in schema.by_name else field
    return f"{schema.title}: {title}" if list_name and title and title != schema.title else title or schema.title


def shown(site: Site, kind: str, list_name: str, name: str, text: str, new: Mapping[str, str]) -> str:
    """A text of a field as a reader meets it. What is no value of the field is shown as it is.

    `new` are the names of organisations, by key, that are proposed at the same time.
    """
    field = _schema(site, kind, list_name).by_name.get(name)
    return _value(site, field, text, new) if field and text else text


def _value(site: Site, field: Field, text: str, new: Mapping[str, str]) -> str:
    if field.refers:
        record = site.get(field.refers, text)
        name = site.label(record) if record else new.get(text, "") if field.refers == "organisation" else ""
        return f"{name} ({text})" if name else text
    value, _wrong = parse(field, text, "", 1)
    if value is None:
        return text
    if field.unit == "GBP":
        return f"£{value:,.2f}"
    if field.type == "date":
        return day(text)
    return field.labels.get(value, text)


def _schema(site: Site, kind: str, list_name: str) -> Schema:
    schema = site.schemas[kind]
    children = (site.schemas[child] for child in schema.children)
    return next((child for child in children if child.list == list_name), schema) if list_name else schema
