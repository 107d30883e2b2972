"""JSON with decimals: a float could not hold every penny, so digits stay digits."""

from decimal import Decimal
from json import JSONEncoder

_text = JSONEncoder(ensure_ascii=False).encode


def written(value) -> str:
    """A value as JSON on one line; an amount as a number with two decimals."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_text(name)}: {written(of)}" for name, of in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(written(of) for of in value) + "]"
    return f"{value:.2f}" if isinstance(value, Decimal) else _text(value)


def lines(values: dict) -> str:
    """An object as JSON, each member on a line."""
    return "{" + ",\n".join(f"{_text(name)}: {written(of)}" for name, of in values.items()) + "}"
