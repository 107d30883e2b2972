"""A rule of a strategy: a row of the list `rules` in publisher.yml, ready to be asked of records."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from daylight import days
from daylight.findings import NOTE, WARNING, Finding, finding, shown
from daylight.keeping import kept
from daylight.record import Record, Row
from daylight.site import Site
from daylight.values import Value

WILD = frozenset({"any", "none"})  # what stands for anything and for nothing in a where
BAND = ("amount_from", "amount_over", "amount_below")
ALWAYS, NEVER = "0000-00-00", "9999-99-99"


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule and its figures, as the office states them. `first` and `last` are the ISO days between which it is in force.

    From the day `enforced_from` on a record that does not meet it gets the severity; earlier ones get a note: they are
    measured. `where` says which values of which fields a record has that it is about, and `band` which amounts: so many
    pounds and more, over so many, and less than so many. `row` is the row in publisher.yml.
    """

    id: str
    check: str
    of: str
    severity: str
    first: str
    last: str
    enforced_from: str
    where: tuple[tuple[str, frozenset[str]], ...]
    paths: tuple[tuple[str, ...], ...]
    values: tuple[str, ...]
    fund: str
    band: tuple[Decimal | None, Decimal | None, Decimal | None] | None
    row: Row

    def get(self, name: str) -> Value | None:
        """A figure of the rule by the name of its column."""
        return self.row.values.get(name)

    def say(self, record: Row, name: str, at: str = "", fix: str = "", /, day: str = "", **facts) -> Finding:
        """A finding about a record in the words `name` of the check, with the strategy's own words after it.

        `at` is the field on whose line it stands. `day` is the ISO day that decides whether the rule is enforced, where it is
        not that of the record.
        """
        severity = self.severity if (day or day_of(record, self) or NEVER) >= self.enforced_from else NOTE
        said = finding(self.check, name, record.path, record.line_of(at), fix, severity, at, day=day, **facts)
        message = f"{said.message} ({self.id}: “{shown(self.get('words') or '', 160)}”)"
        return replace(said, rule=self.id, message=message)


@kept
def rules_of(site: Site, publisher: Record) -> dict[str, list[Rule]]:
    """The rules that have a check, by the kind of record that they are about, in the order in which they stand."""
    found: dict[str, list[Rule]] = {}
    for rule in every_rule(publisher):
        if rule.check:
            found.setdefault(rule.of, []).append(rule)
    return found


def every_rule(publisher: Record) -> Iterator[Rule]:
    """All rules of all strategies, also those that no program checks."""
    strategies = {row.get("strategy"): row for row in publisher.rows("strategies")}
    for row in publisher.rows("rules"):
        v, strategy = row.values, strategies.get(row.get("strategy")) or Row("", 0)
        yield Rule(
            v.get("rule", ""),
            v.get("check", ""),
            v.get("of", "award"),
            v.get("severity", WARNING),
            v.get("from") or strategy.get("from", ALWAYS),
            min(v.get("to", NEVER), strategy.get("to", NEVER)),
            v.get("enforced_from") or publisher.get("rules_from", ALWAYS),
            tuple(conditions(v.get("where", ""))),
            tuple(tuple(path.split(".")) for path in parts(v.get("fields", ""))),
            tuple(parts(v.get("values", ""))),
            v.get("fund", ""),
            tuple(v.get(name) for name in BAND) if any(name in v for name in BAND) else None,
            row,
        )


def conditions(where: str) -> Iterator[tuple[str, frozenset[str]]]:
    """The fields and the values of a text like "type: contract, invoice; category: large"."""
    for part in parts(where):
        name, _, values = part.partition(":")
        yield name.strip(), frozenset(value.strip() for value in values.split(",") if value.strip())


def parts(text: str) -> list[str]:
    """The parts of a text with semicolons between them."""
    return [part.strip() for part in text.split(";") if part.strip()]


def day_of(record: Record, rule: Rule) -> str:
    """The ISO day on which a record chooses a rule, '' where it has none (TIME-01: procurement by the day it began)."""
    if rule.get("dated_by") == "procurement" and "procurement_commenced_on" in record.values:
        return record.values["procurement_commenced_on"]
    return days.day_of(record)
