"""The constraints of fields: each says why a value is none of the field, and what was surely meant."""

import re

from daylight import typed
from daylight.findings import close
from daylight.schema import Field
from daylight.values.value import Value, Wrong


def constrain(field: Field, value: Value) -> None:
    """Wrong, where a value does not hold to a constraint of its field, or is none of those that are chosen from."""
    for rule, limit in field.constraints.items():
        if check := _CONSTRAINTS.get(rule):
            check(field, value, limit)
    if field.categories and value not in field.labels:
        raise Wrong("CONSTRAINT", "enum", _close(value, field.labels), values=_or(field.labels), value=value)


def _pattern(field: Field, value: Value, pattern: str) -> None:
    if not re.fullmatch(pattern, str(value), re.ASCII):
        forms = list(typed.forms(str(value)))
        forms += [f"{field.example.partition('-')[0]}-{said}" for said in forms if "-" in said and "-" in field.example]
        fix = next((said for said in forms if re.fullmatch(pattern, said, re.ASCII)), "")
        raise Wrong("CONSTRAINT", "pattern", fix, value=str(value), example=field.example or pattern)


def _minimum(field: Field, value: Value, limit) -> None:
    if value < limit:
        raise Wrong("CONSTRAINT", "minimum", value=value, limit=limit)


def _maximum(field: Field, value: Value, limit) -> None:
    if value > limit:
        raise Wrong("CONSTRAINT", "maximum", value=value, limit=limit)


def _max_length(field: Field, value: Value, limit: int) -> None:
    if len(value) > limit:
        raise Wrong("CONSTRAINT", "maxLength", length=len(value), limit=limit)


def _close(text: str, labels: dict[str, str]) -> str:
    """The one value that was surely meant. A word is not mended into its opposite: incorporated is not unincorporated."""
    wanted = re.sub(r"\W+", "_", text.strip().lower())
    same = [v for v, label in labels.items() if wanted in (v.lower(), re.sub(r"\W+", "_", label.lower()))]
    same = same or [v for v in labels if re.sub(r"\W|_", "", v.lower()) == re.sub(r"\W|_", "", wanted)]
    if len(same) == 1:
        return same[0]
    values = {value.lower(): value for value in labels}
    near = close(wanted, values)
    return "" if near.endswith(wanted) or wanted.endswith(near) else values[near]


def _or(values) -> str:
    *first, last = values
    return f"{', '.join(first)} or {last}" if first else last


_CONSTRAINTS = {"pattern": _pattern, "minimum": _minimum, "maximum": _maximum, "maxLength": _max_length}
