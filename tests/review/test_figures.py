"""What a change does to totals, limits and deadlines: what is published of both sides, and the difference."""

from decimal import Decimal

from daylight import build
from daylight.exports import tables
from tests.review.repository import Repository, award

STRATEGY = (
    'strategies:\n  - strategy: "now"\n    title: Strategy\n    from: 2020-04-01\nrules:\n  - rule: BA-01\n'
    '    strategy: "now"\n    topic: funds\n    title: A pot.\n    words: pot\n    place: Part 1\n    fund: safety\n'
    "    check: pot\n    of: fund\n    per: financial_year\n    maximum: 1000.00\n"
)


def with_pot(repository: Repository) -> None:
    publisher = (repository.office / "data/publisher.yml").read_text("utf-8")
    repository.commit({"data/publisher.yml": publisher + STRATEGY})


def published(repository: Repository, name: str) -> Decimal:
    """The sum of the amounts in a table as it is published, of the files on disk."""
    site, _ = build.check(repository.office, "2025-07-01")
    table = next(table for table in tables.every(site) if table.name == name)
    place = table.schema.places["amount"]
    return sum((Decimal(row[place]) for row in table.rows()), Decimal(0))


def test_the_difference_is_that_of_the_published_tables(repository):
    before = {name: published(repository, name) for name in ("totals-by-year", "totals-by-fund")}
    report = repository.change(
        {
            "data/awards/one.yml": award(amount="90.10"),
            "data/awards/two.yml": award(amount="0.30", fund="roads", award_date="2024-05-01"),
            "data/awards/three.yml": award(amount="0.60", fund=None),
            "data/awards/four.yml": award(amount="7.00", direction="in"),
        }
    )
    for name in ("totals-by-year", "totals-by-fund"):
        told = [total for total in report.totals if total.table == name.replace("-", "_")]
        assert sum(total.difference for total in told) == published(repository, name) - before[name] == Decimal("-9.00")
    assert [(t.title, t.year, str(t.before), str(t.after), str(t.difference)) for t in report.totals] == [
        ("2024-25", "2024-25", "0.00", "0.30", "0.30"),
        ("2025-26", "2025-26", "100.00", "90.70", "-9.30"),
        ("Road Safety Fund", "2024-25", "0.00", "0.30", "0.30"),
        ("Community Safety Fund", "2025-26", "100.00", "90.10", "-9.90"),
        ("No fund", "2025-26", "0.00", "0.60", "0.60"),
    ]
    assert "| All years | £100.00 | £91.00 | -£9.00 |" in repository.comment()


def test_without_an_effect_the_totals_are_said_once(repository):
    repository.commit({"data/awards/one.yml": award(title="Sessions")})
    assert "The totals stay as they are: £100.00." in repository.comment()


def test_how_much_of_a_limit_is_used(repository):
    with_pot(repository)
    repository.commit({"data/awards/two.yml": award(amount="500.00")})
    assert "| Community Safety Fund, 2025-26 | £1,000.00 | £100.00 | £600.00 | 60% | £400.00 |" in repository.comment()
    repository.commit({"data/awards/three.yml": award(amount="310.00")})
    assert "| £1,000.00 | £600.00 | £910.00 | 91% | £90.00, nearly all used |" in repository.comment()
    report = repository.change({"data/awards/four.yml": award(amount="100.00")})
    assert "| £1,000.00 | £910.00 | £1,010.00 | 101% | £10.00 too much |" in repository.comment()
    assert [limit.state for limit in report.limits] == ["over"]


def test_another_limit_is_told(repository):
    with_pot(repository)
    publisher = (repository.office / "data/publisher.yml").read_text("utf-8")
    repository.commit({"data/publisher.yml": publisher.replace("maximum: 1000", "maximum: 2000")})
    assert "| £2,000.00 (before: £1,000.00) | £100.00 | £100.00 | 5% | £1,900.00 |" in repository.comment()


def test_a_fund_without_a_limit_is_not_among_the_limits(repository):
    repository.commit({"data/awards/two.yml": award()})
    assert "| There is |" not in repository.comment()


def test_deadlines_that_come_and_go(repository):
    rules_from = (repository.office / "data/publisher.yml").read_text("utf-8").replace("2026-06-01", "2025-06-01")
    spring = (repository.office / "data/opportunities/spring.yml").read_text("utf-8")
    repository.commit({"data/publisher.yml": rules_from})
    report = repository.change({"data/opportunities/spring.yml": spring + "closes_on: 2025-09-30\n"})
    assert [(due.day, due.about) for due in report.due] == [("2025-09-30", "spring (Spring round)")]
    assert "- By 30 September 2025: spring (Spring round). The last day to apply." in repository.comment()
    report = repository.change({"data/opportunities/spring.yml": spring + "closes_on: 2025-10-31\n"})
    assert ([due.day for due in report.due], [due.day for due in report.due_no_more]) == (["2025-10-31"], ["2025-09-30"])
    assert "- By 31 October 2025 (before: 30 September 2025): spring (Spring round). The last day" in repository.comment()
    assert "No longer" not in repository.comment()
    report = repository.change({"data/opportunities/spring.yml": spring})
    assert "- No longer by 31 October 2025: spring (Spring round)." in repository.comment()


def test_what_is_late_at_once_is_said_so(repository):
    rules = (repository.office / "data/publisher.yml").read_text("utf-8").replace("2026-06-01", "2025-05-01")
    own = "decision_days: 2\n"
    repository.commit({"data/publisher.yml": rules + own})
    decision = "title: A decision\nown: yes\ntaken_on: 2025-06-02\nsource: https://barsetshire.example/all\n"
    repository.commit({"data/decisions/new.yml": decision})
    assert "- Overdue since 4 June 2025: new (A decision). Publish this decision" in repository.comment()
