"""What is said of a workbook that was taken in, line by line, in its own terms: the sheet, the row and the heading."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from daylight.drafts import ADDED, CHANGED, HELD, SAME, Proposal, Result, Step
from daylight.findings import shown, words
from daylight.intake.place import Place
from daylight.intake.righting import numbers
from daylight.private import hidden
from daylight.schema import Schema
from daylight.workbook.taken import Remark, Skip, Taken

MOST = 30  # lines of one kind
_QUOTED = re.compile(r'"[^"]*"|“[^”]*”')
Headings = Mapping[str, tuple[int, Mapping[int, str]]]  # of each sheet: their row, and the heading of each column, from 1


class Lines:
    """Tells what became of a workbook."""

    def __init__(self, schemas: Mapping[str, Schema], headings: Headings):
        self.schemas, self.headings = schemas, headings

    def told(
        self, taken: Taken, proposal: Proposal, wrong: Sequence[Remark], warned: Sequence[Remark], wrote: bool
    ) -> Iterator[str]:
        """All lines. `wrong` is what must be put right, and `warned` what is odd about records that were taken in."""
        new = [self._new(result) for result in proposal.results if result.outcome == ADDED]
        steps = [self._step(r, step) for r in proposal.results if r.outcome == CHANGED for step in r.steps]
        yield from _section("To be put right:", self._together(wrong))
        yield from _section("Added:" if wrote else "Would add:", new)
        yield from _section("Changed:" if wrote else "Would change:", steps)
        yield from _section("To be explained or put right:", self._together(warned))
        yield from _section("Found in other records because of it:", [found.text() for found in proposal.elsewhere])
        yield from _section("Passed over:", self._skipped(taken.skips))
        yield _counted(taken, proposal)

    def _where(self, place: Place, field: str = "") -> str:
        row = f", row {place.row}" if place.row else ""
        return f"{shown(place.sheet)}{row}{self._title(place, field)}"

    def _title(self, place: Place, field: str) -> str:
        """The heading of a field."""
        title = self.headings.get(place.sheet, (0, {}))[1].get(place.columns.get(field, 0), "")
        return f", {shown(title)}" if title else ""

    def _together(self, remarks: Sequence[Remark]) -> list[str]:
        """A line for each thing, and one for all rows of a column in which it is the same."""
        same: dict[tuple, list[Remark]] = {}
        for remark in remarks:
            found = remark.finding
            said = (found.rule, _QUOTED.sub("", found.message), bool(found.fix))
            same.setdefault((remark.place.sheet, remark.field, said), []).append(remark)
        return [self._line(together) for together in same.values()]

    def _line(self, together: Sequence[Remark]) -> str:
        place, field, found = together[0]
        return f"{self._rows(together)}{self._title(place, field)}: {found.sentence()}{_others(together)}"

    def _skipped(self, skips: Sequence[Skip]) -> list[str]:
        """A line for each thing that was passed over, and one for all rows of which the same is said."""
        same: dict[tuple, list[Skip]] = {}
        for skip in skips:
            same.setdefault((skip.place.sheet, _QUOTED.sub("", skip.why)), []).append(skip)
        return [
            f"{self._rows(together)}: {skip.why}{_others(together)}" for together in same.values() for skip in together[:1]
        ]

    def _rows(self, together: Sequence[Remark | Skip]) -> str:
        """The sheet, and the rows of all that is said together."""
        sheet, rows = together[0].place.sheet, list(dict.fromkeys(said.place.row for said in together))
        several = "s" if len(rows) > 1 else ""
        return f"{shown(sheet)}, row{several} {numbers(rows)}" if rows[0] else shown(sheet)

    def _new(self, result: Result) -> str:
        draft, schema = result.draft, self.schemas[result.draft.kind]
        assert isinstance(draft.at, Place)
        title = shown(hidden(draft.fields.get(schema.label) or draft.key))
        pounds = draft.fields.get("amount")
        said = f"{words(draft.kind)} {draft.key}: {title}{f', £{Decimal(pounds):,.2f}' if pounds else ''}"
        return f"{self._where(draft.at)}: {said}"

    def _step(self, result: Result, step: Step) -> str:
        place = step.at or result.draft.at
        assert isinstance(place, Place)
        before, after = (shown(hidden(text)) or "nothing" for text in (step.before, step.after))
        return f"{self._where(place, step.field)}: {before} → {after}"


def _others(together: Sequence[Remark | Skip]) -> str:
    """That others say the same of another text."""
    said = {one.finding.sentence() if isinstance(one, Remark) else one.why for one in together}
    more = len(together) - 1
    return f" (so the first of them; {more:,} more {'is' if more == 1 else 'are'} like it)" if len(said) > 1 else ""


def _section(title: str, lines: Sequence[str]) -> list[str]:
    more = [f"  … and {len(lines) - MOST:,} more"] if len(lines) > MOST else []
    return [title, *(f"  {line}" for line in lines[:MOST]), *more, ""] if lines else []


def _counted(taken: Taken, proposal: Proposal) -> str:
    """What became of the records, and how many rows are none."""
    counts = Counter(result.outcome for result in proposal.results)
    told = {ADDED: "new", CHANGED: "changed", SAME: "the same", HELD: "held back"}
    said = ", ".join(f"{counts[name]:,} {text}" for name, text in told.items() if counts[name])
    unread = len({remark.place[:2] for remark in taken.remarks if remark.place.row})
    more = f"; {unread:,} {'row' if unread == 1 else 'rows'} could not be read" if unread else ""
    return f"Read {len(taken.drafts):,} records: {said or 'none'}{more}."
