"""Which values of a file, and which names of its fields, are to be others, because what a finding proposes is sure."""

from collections.abc import Mapping

from daylight.findings import Finding
from daylight.fix.sure import NEVER, is_sure
from daylight.fix.values import Value
from daylight.schema import Field, Schema
from daylight.site import Site


def wanted(
    schemas: Mapping[str, Schema], schema: Schema, there: list[Value], found: list[Finding], site: Site | None
) -> tuple[dict[Value, str], dict[Value, str]]:
    """The new names and the new texts of some of the values that are there."""
    names, texts = {}, {}
    lists = {schemas[child].list: schemas[child] for child in schema.children}
    for said in (said for said in found if said.rule not in NEVER):
        if said.rule == "FIELD":
            field = schema.by_name.get(said.fix)
            names |= dict.fromkeys(_named(there, said, [field.title] if field else []), said.fix)
            continue
        name = "key" if said.rule == "FILE" else said.field
        of = [value for value in there if (value.line, value.field) == (said.line, name)]
        if len(of) == 1:  # two rows may stand on one line
            field = lists.get(of[0].list, schema).by_name.get(of[0].field)
            texts |= {of[0]: said.fix} if is_sure(said, field, of[0].text, _called(site, field, said.fix)) else {}
    return names, texts


def _named(there: list[Value], said: Finding, titles: list[str]) -> list[Value]:
    """The values of the field whose name is wrong: of one record or row, or of the whole column of a table."""
    named = [v for v in there if said.line in (v.line, 1) and f'"{v.field}"' in said.message]
    named = [v for v in named if v.line == said.line or v.row == v.line]
    one = len(named) == 1 or said.line == 1
    return named if named and one and is_sure(said, None, named[0].field, titles) else []


def _called(site: Site | None, field: Field | None, key: str) -> list[str]:
    """The name and the number of the record whose key is proposed; none where nobody knows."""
    target = site.get(field.refers, key) if site and field and field.refers else None
    return [site.label(target), target.get("reference", "")] if target else []
