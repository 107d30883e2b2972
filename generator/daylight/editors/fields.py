"""A field of a schema as JSON Schema: what an editor shows beside it, proposes for it and underlines in it.

Editors read YAML with its own types, where 12500.00 is a number and 2024 too. So each field takes all that `sources` reads
as a text of the right form.
"""

import json

from daylight.findings import words
from daylight.read import example
from daylight.schema import Field

TEXT = ["string", "number", "boolean"]  # what a YAML reader may take a text for
NUMBER = r"^-?[0-9]+(\.[0-9]+)?$"
MONEY = r"^-?[0-9]+(\.[0-9]{1,2})?$"
FORMS = {
    "date": (r"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$", "a date like 2024-05-01"),
    "time": (r"^([01][0-9]|2[0-3]):[0-5][0-9]$", "a time like 12:00"),
}
KEYS = "keys.json"


def described(field: Field) -> dict:
    """The title of a field, and what an editor shows of it: what it is, what it looks like, which rule asks for it."""
    like = f" Like: {example(field)}" if example(field) and not field.categories else ""
    law = f" Asked for by: {field.law}." if field.law else ""
    return {"title": field.title, "description": f"{field.description}{like}{'.' if like and law else ''}{law}"}


def value(field: Field) -> dict:
    """What a value of the field may be."""
    if field.refers and field.refers != "publisher":
        return {"allOf": [{"$ref": f"{KEYS}#/definitions/{field.refers}"}]}
    if field.categories:
        values = [(one, label) for value, label in field.labels.items() for one in _typed(value)]
        return {"enum": [one for one, _ in values], "markdownEnumDescriptions": [label for _, label in values]}
    return _FORMS.get(field.type, _text)(field)


def _typed(value: str) -> list[str | int]:
    """A value as a text, and where a YAML reader takes that for a number, as this too."""
    return [value, int(value)] if value.isdecimal() and not value.startswith("0") else [value]


def _text(field: Field) -> dict:
    rules = field.constraints
    out: dict = {"type": TEXT}
    if field.format == "uri":
        out = {"type": "string", **_form(field, r"^https?://[^\s<>\"{}|\\^`]+$", "the address of a web page like")}
    elif "pattern" in rules:
        out = {"type": ["string", "integer"], **_form(field, f"^(?:{rules['pattern']})$", "like")}
    return out | ({"maxLength": rules["maxLength"]} if "maxLength" in rules else {})


def _form(field: Field, pattern: str, what: str) -> dict:
    like = f"{what} {example(field) or field.constraints.get('pattern', '')}"
    return {"pattern": pattern, "patternErrorMessage": f"the {words(field.name)} must be {like}"}


def _written(field: Field) -> dict:
    pattern, what = FORMS[field.type]
    return {"type": "string", "pattern": pattern, "patternErrorMessage": f"the {words(field.name)} must be {what}"}


def _number(field: Field) -> dict:
    money = field.unit == "GBP"
    what = "pounds and pence like 12500.00" if money else "a number like 40 or 12.5"
    wrong = {"patternErrorMessage": f"the {words(field.name)} must be {what}"}
    return {"type": ["number", "string"], "pattern": MONEY if money else NUMBER, **wrong, **_limits(field)}


def _integer(field: Field) -> dict:
    wrong = {"patternErrorMessage": f"the {words(field.name)} must be a whole number like 12"}
    return {"type": ["integer", "string"], "pattern": "^-?[0-9]+$", **wrong, **_limits(field)}


def _limits(field: Field) -> dict:
    """The limits of a number, as JSON numbers."""
    return {name: json.loads(str(field.constraints[name])) for name in ("minimum", "maximum") if name in field.constraints}


def _boolean(field: Field) -> dict:
    return {"enum": ["yes", "no", True, False]}


_FORMS = {"date": _written, "time": _written, "number": _number, "integer": _integer, "boolean": _boolean}
