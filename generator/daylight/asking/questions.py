"""What is asked about a new record: the fields that must be there, and those that a rule asks for in such a record."""

from collections.abc import Iterator, Mapping

from daylight.read import example
from daylight.schema import Field, Schema
from daylight.values import parse

ALSO = {  # fields that rules ask for and no schema does
    "award": ("amount_as_published", "amount", "recipient", "fund"),
    "decision": ("decision_text", "decision_maker", "taken_on"),
    "organisation": ("charity_number", "company_number"),
    "opportunity": ("opens_on", "fund"),
    "round": ("fund", "met_on"),
    "budget": ("total", "published_on"),
    "document": ("address",),
    "area": ("code",),
}
LISTS = {"award": ("conditions",), "opportunity": ()}
USUAL = {"award": {"direction": "out"}, "decision": {"own": "yes"}}  # what most records of the kind are
FIRST = {"amount": "amount_as_published"}  # what is printed is copied before it is read


def fields(schema: Schema) -> Iterator[Field]:
    """The fields that may be asked for, in the order of the schema, but each after those on which it depends."""
    also = {*ALSO.get(schema.name, ()), "source"}
    typed = [field for field in schema.fields if not field.derived and field.name != "key"]
    left = [f for f in typed if f.constraints.get("required") or f.expected or f.name in also]
    while left:
        names = {field.name for field in left}
        field = next(field for field in left if names.isdisjoint(_before(schema, field)))
        left.remove(field)
        yield field


def _before(schema: Schema, field: Field) -> set[str]:
    """The fields that must be known before one is asked for."""
    first = {FIRST[field.name]} if field.name in FIRST else set()
    return first if _is_always_asked(schema, field) else first | set(field.expected)


def _is_always_asked(schema: Schema, field: Field) -> bool:
    return bool(not field.expected or field.constraints.get("required") or field.name in ALSO.get(schema.name, ()))


def applies(schema: Schema, field: Field, answers: Mapping[str, str]) -> bool:
    """Whether a field is to be asked for after the answers so far: one that is expected of some records only of those."""
    if _is_always_asked(schema, field):
        return True
    typed = {name: parse(schema.by_name[name], text, "", 1)[0] for name, text in answers.items() if name in schema.by_name}
    return all(typed.get(name) in values for name, values in field.expected.items())


def usual(schema: Schema, field: Field, answers: Mapping[str, str]) -> str:
    """What the answer is when nothing is typed; '' where nothing is."""
    if field.name == "amount" and (printed := answers.get("amount_as_published")):
        _, wrong = parse(field, printed, "", 1)
        value, _ = parse(field, wrong.fix if wrong else printed, "", 1)
        return "" if value is None else str(value)
    if field.name == "amount_basis":
        return "exact" if answers.get("amount") else "not_published"
    return USUAL.get(schema.name, {}).get(field.name, "")


def text(field: Field) -> str:
    """The question, in two or three lines: the field, what it is, and what it looks like."""
    must = "" if field.constraints.get("required") else " (Enter leaves it out)"
    like = "" if field.categories or field.refers or not example(field) else f"\n  Like: {example(field)}"
    return f"\n{field.title}{must}\n  {field.description}{like}"
