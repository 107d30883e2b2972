"""`make rules`: writes docs/rules.md, the table of every rule, its state and its examples."""

import re
from collections.abc import Iterable
from pathlib import Path

from daylight.load import load
from daylight.rules.strategy.rule import Rule, every_rule
from daylight.schema import load_schemas
from daylight.views.promises import Promise, of_law
from tests.cases import CASES, OFFICE, home_of, read, rule_of

ROOT = Path(__file__).parents[2]
TABLE = ROOT / "docs/rules.md"
TODAY = "2026-11-21"
ELSEWHERE = Path(__file__).parents[1] / "elsewhere.yml"
HEAD = """# Every rule

Made by `make rules` from the rules in `generator/daylight/rules/`, the strategies in each office's `data/publisher.yml`,
`tests/elsewhere.yml` and the examples in `tests/cases/`. An office says from which day on its rules are enforced; older
records are measured. What is called measured here is only ever counted.

"""


def offices() -> list[str]:
    return ["south-yorkshire", *sorted(path.parent.name for path in home_of("x").parent.glob("*/data"))]


def main() -> str:
    law = of_law(load(OFFICE, load_schemas(), TODAY)[0])
    parts = [HEAD, _summary(law), "## The law, standards and arithmetic\n\n", _law(law)]
    for office in offices():
        site = load(home_of(office), load_schemas(), TODAY)[0]
        if rows := _by_id(every_rule(site.publisher)):
            parts += [f"## {site.publisher.get('short_name')}\n\n", _office(rows)]
    return "".join(parts)


def _by_id(rules: Iterable[Rule]) -> dict[str, list[Rule]]:
    found: dict[str, list[Rule]] = {}
    for rule in rules:
        found.setdefault(rule.id, []).append(rule)
    return found


def _law(law: list[Promise]) -> str:
    rows = {p.id: [p.id, p.title, p.authority, _state("checked", p.severity), _examples(p.id)] for p in law}
    for id, of in read(ELSEWHERE).items():
        rows.setdefault(id, [id, of["says"], "", _why(of), ""])
    return _table(rows)


def _office(rules: dict[str, list[Rule]]) -> str:
    rows = {}
    for id, of in rules.items():
        first = next((rule for rule in of if rule.check), of[0])
        state = _state("checked", first.severity) if first.check else _why(first.row.values)
        rows[id] = [id, of[0].get("title") or "", of[0].get("place") or "", state, _examples(id)]
    return _table(rows)


def _state(state: str, severity: str) -> str:
    return "measured" if severity == "note" else f"{state} ({severity})"


def _why(of) -> str:
    return f"kept by the program: {of['kept_by']}" if of.get("kept_by") else f"not checked: {of['not_checked']}"


def _examples(id: str) -> str:
    paths = [path.relative_to(ROOT).as_posix() for path in CASES if rule_of(path) == id]
    good = [path for path in paths if "/good/" in path]
    return ", ".join(
        f"[{name}](../{of[0]})" for name, of in (("bad", [p for p in paths if p not in good]), ("good", good)) if of
    )


def _table(rows: dict[str, list[str]]) -> str:
    head = "| Rule | What it says | Where it comes from | State | Examples |\n|---|---|---|---|---|\n"
    lines = [
        "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in rows[id]) + " |\n"
        for id in sorted(rows, key=_natural)
    ]
    return head + "".join(lines) + "\n"


def _summary(law: list[Promise]) -> str:
    checked, kept, unchecked = len(law), 0, 0
    for of in read(ELSEWHERE).values():
        kept, unchecked = kept + ("kept_by" in of), unchecked + ("not_checked" in of)
    for office in offices():
        for of in _by_id(every_rule(load(home_of(office), load_schemas(), TODAY)[0].publisher)).values():
            if any(rule.check for rule in of):
                checked += 1
            else:
                kept, unchecked = kept + bool(of[0].get("kept_by")), unchecked + bool(of[0].get("not_checked"))
    return f"{checked} rules are checked, {kept} are kept by the program itself, and {unchecked} are not checked.\n\n"


def _natural(id: str) -> tuple:
    return tuple(int(part) if part.isdigit() else part for part in re.split(r"(\d+)", id))


if __name__ == "__main__":
    TABLE.write_text(main(), "utf-8")
