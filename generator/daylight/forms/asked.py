"""What each form asks: the fields of a kind of record that staff fill in, and the questions of a correction."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from daylight.findings import ERROR
from daylight.read import example
from daylight.rules.strategy.rule import every_rule
from daylight.schema import Field, Schema
from daylight.site import Site

KINDS = ("award", "decision", "opportunity")
CORRECTION = "correction"
USUAL = {  # by kind, what no schema requires and no law asks for, and is nearly always known
    "award": ("recipient", "fund", "start_date", "end_date", "reference", "geo_policy", "conditions", "source"),
    "decision": ("type", "outcome", "amount", "source"),
    "opportunity": (
        *("description", "opens_on", "closes_at", "envelope", "minimum_award", "maximum_award", "how_to_apply"),
        *("apply_address", "fund", "source"),
    ),
}
CHOSEN = frozenset({"direction", "amount_basis", "own"})  # the form begins with the example chosen, which is nearly always so
MOST_OPTIONS = 50  # of more, nobody finds the right one in a drop-down
LONG = 1000  # a text that may have so many characters has more than one line
TYPED = ("", "organisation", "decision")  # to what else a field refers is chosen from a list, where that is not too long
_NAMED = {
    "organisation": "Its name as it is published. Where it has no record yet, one is proposed too. Never a private person.",
    "decision": "Its reference as it was issued, or its key.",
}


@dataclass(frozen=True)
class Question:
    """One question of a form. `id` is the name of the field or list that it fills, or of what a correction asks.

    `options` are what can be chosen, each with the value that it stands for; without any, a person types. `field` is what the
    schema says of the answer, and None where the answer is no field.
    """

    id: str
    label: str
    about: str
    example: str = ""
    required: bool = False
    long: bool = False
    options: Mapping[str, str] = field(default_factory=dict)
    chosen: str = ""
    field: Field | None = None


RECORD = Question(
    "record", "Key of the record", "Its key, as its page and its address have it, or its reference.", "sy-2023-041"
)
PAGE = Question(
    "page", "Address of its page", "The address of the page that is wrong.", "https://www.example.org/awards/sy-2023-041/"
)
SAYS = Question(
    "says",
    "What it should say",
    "A line for each field that is wrong: its name as the page has it, a colon, and what it should say. "
    "To take away what it says, type: nothing.",
    "Amount: 12500.00\nEnds on: 31 March 2026",
    required=True,
    long=True,
)
WHERE = Question(
    "source",
    "Where that is published",
    "The address of the page that says so.",
    "https://www.example.org/page",
    required=True,
)
CORRECTIONS = (RECORD, PAGE, SAYS, WHERE)


def confirmation(form: str) -> str:
    """The heading above the box that must be ticked. It is of this form alone, and tells which form an issue was made with."""
    return f"Before you send {'an' if form[0] in 'aeiou' else 'a'} {form}"


def questions(site: Site, form: str) -> tuple[Question, ...]:
    """What a form asks, in order: a kind of record, or a correction."""
    if form == CORRECTION:
        return CORRECTIONS
    schema = site.schemas[form]
    order = {group["name"]: place for place, group in enumerate(schema.groups)}
    usual = {*USUAL[form], *_ruled(site, form)}
    fields = sorted((f for f in schema.fields if _is_asked(f, usual)), key=lambda f: order[f.group])
    asked = [_of_field(site, f) for f in fields]
    lists = [site.schemas[child] for child in schema.children if site.schemas[child].list in USUAL[form]]
    return tuple(q for q in [*asked[:-1], *map(_of_list, lists), *asked[-1:]] if q)


def _is_asked(of: Field, usual: set[str]) -> bool:
    """Whether a form asks for a field: it must be there, a law expects it, or it is usual."""
    if of.derived or of.name == "key":
        return False
    return bool(of.constraints.get("required")) or of.expected is not None or of.name in usual


def _ruled(site: Site, kind: str) -> set[str]:
    """The fields without which the office's newest strategy refuses every record of a kind."""
    rules = [r for r in every_rule(site.publisher) if (r.check, r.of, r.severity) == ("given", kind, ERROR)]
    newest = max((r.last for r in rules), default="")
    of_all = (r for r in rules if r.last == newest and all(name == "direction" for name, _ in r.where))
    return {path[0] for r in of_all for path in r.paths if len(path) == 1}


def _of_field(site: Site, of: Field) -> Question | None:
    """The question for a field; None where it must be the key of a record and there is none."""
    required = bool(of.constraints.get("required"))
    options, about = _options(site, of), of.description
    if of.refers:
        if of.refers != "organisation" and not site.records[of.refers]:
            return None
        about = f"{about.partition('. ')[0].rstrip('.')}." + ("" if options else f" {_NAMED.get(of.refers, 'Its key.')}")
    chosen = next((o for o, value in options.items() if value == of.example), "") if of.name in CHOSEN else ""
    shown = "" if options else _example(site, of)
    long = of.constraints.get("maxLength", 0) >= LONG
    return Question(of.name, of.title, about, shown, required, long, options, chosen, of)


def _options(site: Site, of: Field) -> dict[str, str]:
    """What can be chosen for a field, and the value of each; empty where a person types."""
    if of.type == "boolean":
        return {"Yes": "yes", "No": "no"}
    if of.categories:
        return {label: value for value, label in of.labels.items()}
    if of.refers in TYPED or len(site.records[of.refers]) > MOST_OPTIONS:
        return {}
    named = sorted((site.label(record), key) for key, record in site.records[of.refers].items())
    return {f"{label} ({key})": key for label, key in named}


def _example(site: Site, of: Field) -> str:
    """What is typed for a field looks like; of another record, its name and not its key."""
    if not of.refers:
        return example(of)
    if of.refers == "organisation":
        return site.schemas["organisation"].by_name["name"].example
    return (
        site.schemas[of.refers].by_name["reference"].example if "reference" in site.schemas[of.refers].by_name else of.example
    )


def _of_list(child: Schema) -> Question:
    """The question for a list of texts."""
    return Question(child.list, child.plural, f"{child.description} One on each line.", long=True)
