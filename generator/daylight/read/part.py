"""What one file holds."""

from dataclasses import dataclass, field

from daylight.findings import Finding, finding
from daylight.record import Record, Row

Loose = tuple[str, str, str, Row]  # the kind and key of the record, the name of the list, and a row of it from a CSV table


@dataclass(slots=True)
class Part:
    """What one file holds: records, rows of child tables that stand in a CSV of their own, and what is wrong with it.

    `unread` names the kind and key of each record that is there and cannot be read. A kind or a key that is not known is ''.
    """

    records: list[Record] = field(default_factory=list)
    loose: list[Loose] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    unread: list[tuple[str, str]] = field(default_factory=list)

    def say(self, rule: str, name: str, path: str, line: int, fix: str = "", **facts) -> None:
        self.findings.append(finding(rule, name, path, line, fix, **facts))
