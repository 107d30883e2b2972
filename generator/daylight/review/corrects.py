"""What a change corrects, in words: a line for each record, and one for all of which the same was corrected."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from daylight.changes import Change
from daylight.findings import with_article
from daylight.review.line import Line
from daylight.review.names import CANNOT, LONGEST, NOTHING, UNSAID, Names, named, noun
from daylight.review.steps import UNREADABLE

MOST = 3  # things that are told of one record
MANY = 5  # records of which the same is told in one line
Steps = list[Change]  # of one record, which are told together


def corrects(names: Names, changes: Iterable[Change]) -> Iterator[Line]:
    """The lines, in the order of the kinds of records."""
    records = [_together(of) for _, of in groupby(changes, key=lambda c: (c.kind, c.key))]
    alike: dict[tuple, list[list[Steps]]] = {}
    for record in records:
        alike.setdefault(tuple(map(_shape, record)), []).append(record)
    for record in records:
        group = alike[tuple(map(_shape, record))]
        if len(group) < MANY:
            yield Line(_sentence(names, record))
        elif record is group[0]:
            yield _of_many(names, group)


def _together(changes: Iterable[Change]) -> list[Steps]:
    """The steps of one record; those that do the same to several rows of a list together."""
    found: dict[object, Steps] = {}
    for change in changes:
        alone = not change.list or change.list == "rules"  # of which each has a name
        found.setdefault(id(change) if alone else _shape([change]), []).append(change)
    return list(found.values())


def _shape(steps: Steps) -> tuple:
    """What is done, whatever the values are."""
    step = steps[0]
    values = (step.before is None, step.after is None, step.after == UNREADABLE, not step.field and bool(step.after))
    return step.kind, step.list, step.field, *values


def _sentence(names: Names, record: list[Steps]) -> str:
    step = record[0][0]
    who = names.short(step.kind, step.key) if step.kind != "publisher" else "the office's own record"
    if len(record) == 1:
        who = named(step.key) if step.field == names.schemas[step.kind].label and step.kind != "publisher" else who
        said = _told(names, record[0], f" of {who}", f" to {who}", f" from {who}")
        return said if said.endswith((".”", ".)")) else f"{said}."
    said = [_told(names, steps, "", "", "") for steps in record[:MOST]]
    said = [text[0].lower() + text[1:] for text in said]
    rest = len(record) - len(said)
    said += [f"and {rest:,} more"] if rest else []
    return f"Changes {who} in {sum(map(len, record)):,} places: {'; '.join(said)}."


def _of_many(names: Names, group: list[list[Steps]]) -> Line:
    """A line for records of which the same was corrected, and below it the values of each where that is one thing."""
    firsts = [steps[0] for steps in group[0]]
    who = f"{len(group):,} {names.kind(firsts[0].kind, 2)}"
    each = (names.short(steps[0].kind, steps[0].key) + (_values(names, steps) if not more else "") for steps, *more in group)
    if len(firsts) == 1:
        return Line(f"{_what(names, firsts[0], 0, f' of {who}', f' to {who}', f' from {who}')}.", tuple(each))
    said = (_what(names, step, 0, "", "", "") for step in firsts)
    return Line(f"Changes {who} alike: {'; '.join(text[0].lower() + text[1:] for text in said)}.", tuple(each))


def _told(names: Names, steps: Steps, of: str, to: str, away: str) -> str:
    """What is done to a record. `of`, `to` and `away` name the record, or are '' where that was named."""
    return _what(names, steps[0], len(steps), of, to, away) + (_values(names, steps) if len(steps) == 1 else "")


def _what(names: Names, step: Change, count: int, of: str, to: str, away: str) -> str:
    """What is done, without values, in so many rows of a list; 0 is in rows of several records."""
    schema = names.schema(step)
    rows = f"{count:,} {schema.plural.lower()}" if count > 1 else schema.plural.lower()
    rows = with_article(schema.title.lower()) if count == 1 else rows
    if step.list and not step.field:
        if step.list == "rules" and count == 1:
            return f"{'Adds' if step.after else 'Takes away'} the {names.row(step)} {to if step.after else away}".strip()
        return f"Adds {rows}{to}" if step.after else f"Takes {rows} away{away}"
    thing = noun(schema.by_name.get(step.field), step.field) + _in_rows(names, step, count)
    if step.after == UNREADABLE:
        return f"Changes {thing}{of}"
    if step.after is None:
        return f"Takes {thing} away{away}"
    return f"Adds {thing}{to}" if step.before is None and not step.not_repeated else f"Corrects {thing}{of}"


def _in_rows(names: Names, step: Change, count: int) -> str:
    """In which row of a list a field was corrected, or in how many; '' for a field of the record itself."""
    rows = names.schema(step).plural.lower()
    if not step.list:
        return ""
    if count != 1:
        return f" in {count:,} {rows}" if count else f" in the {rows}"
    return f" of {names.row(step)}" if step.list == "rules" else f" in row {step.row} of the {rows}"


def _values(names: Names, steps: Steps) -> str:
    """What was there and is there, as the end of a sentence; '' for what is too long or must not be said."""
    step = steps[0]
    if len(steps) > 1:
        return f": {len(steps):,} {names.schema(step).plural.lower()}"
    if step.list and not step.field:
        return f" ({_cut(_row(names, step))})" if step.after and step.list != "rules" else ""
    was, now = names.value(step, step.before, before=True), names.value(step, step.after)
    if now == CANNOT or step.after == UNREADABLE:
        return " to something that cannot be read"
    if now == NOTHING or UNSAID in (was, now) or max(len(was), len(now)) > LONGEST:
        return ""
    was, now = (_quoted(names, step, text) for text in (was, now))
    return f": {now}" if was == NOTHING else f" from {was} to {now}"


def _quoted(names: Names, step: Change, text: str) -> str:
    """A value, in quotation marks where it is a text, which may hold anything."""
    field = names.schema(step).by_name.get(step.field)
    return f"“{text}”" if text not in (NOTHING, CANNOT) and field and names.is_text(field) else text


def _row(names: Names, step: Change) -> str:
    """The values of a row, with their titles where there are several."""
    cells = step.after if isinstance(step.after, Mapping) else {}
    if len(cells) != 1:
        return names.value(step, step.after)
    ((name, text),) = cells.items()
    return names.cell(step, names.schema(step).by_name[name], text)


def _cut(text: str) -> str:
    return text if len(text) <= 2 * LONGEST else f"{text[: 2 * LONGEST].rsplit(' ', 1)[0]} …"
