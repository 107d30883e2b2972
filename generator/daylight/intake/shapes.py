"""Tells where an OCDS release has not the form that the standard gives it, so that whoever reads it can rely on the form."""

from collections.abc import Iterator

_NAMED = {"name": "", "identifier": {}}
_PARTY = _NAMED | {"roles": [""], "additionalIdentifiers": [{}], "details": {}}
RELEASE = {  # a dict is an object with these members, a list is one of such, '' is a text
    "tag": [""],
    "buyer": _NAMED,
    "parties": [_PARTY],
    "tender": {"procuringEntity": _NAMED},
    "awards": [{"suppliers": [_PARTY]}],
    "contracts": [{"implementation": {"transactions": [{"payee": _NAMED}]}}],
}
A_LIST, AN_OBJECT, A_TEXT = "a list", "an object with fields", "a text"


def misshapen(value, shape=RELEASE, path: str = "") -> Iterator[tuple[str, str]]:
    """Each path at which something else stands than the form has, and what must stand there. Nothing at all, or null where
    an object may be, is right."""
    if isinstance(shape, list):
        if not isinstance(value, list):
            yield path, A_LIST
            return
        for number, one in enumerate(value):
            yield from misshapen(one, shape[0], f"{path}/{number}")
    elif isinstance(shape, dict):
        if not isinstance(value, dict):
            yield path, AN_OBJECT
            return
        for name, inner in shape.items():
            if value.get(name) is not None:
                yield from misshapen(value[name], inner, f"{path}/{name}".lstrip("/"))
    elif not isinstance(value, str):
        yield path, A_TEXT
