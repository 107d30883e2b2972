"""Turns the text of one field into a typed value, or into a finding.

Money and numbers become `Decimal`, dates stay ISO days like "2024-05-01", times "12:00", yes and no become bool.
"""

from daylight.findings import Finding, finding, words
from daylight.schema import Field
from daylight.values.constraints import constrain
from daylight.values.types import TYPES
from daylight.values.value import Value, Wrong

__all__ = ["Value", "parse"]


def parse(field: Field, text: str, path: str, line: int) -> tuple[Value | None, Finding | None]:
    """The value of a text, and None; or None and what is wrong with the text."""
    try:
        return _value(field, text), None
    except Wrong as e:
        facts = e.facts | {"field": words(field.name)}
        return None, finding(e.rule, e.name, path, line, e.fix and _sound(field, e.fix), of=field.name, **facts)


def _value(field: Field, text: str) -> Value:
    value = TYPES[field.type](field, text)
    constrain(field, value)
    return value


def _sound(field: Field, fix: str) -> str:
    """What is proposed, if it is a value of the field itself; else ''."""
    try:
        _value(field, fix)
    except Wrong:
        return ""
    return fix
