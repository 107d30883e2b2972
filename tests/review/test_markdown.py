"""The comment as it stands on a pull request: its order, its links, what is folded, and how long it may be."""

import json
import re

from click.testing import CliRunner
from lxml import html
from markdown_it import MarkdownIt

from daylight.cli.review import command
from daylight.review.markdown import MARK, MOST, Where
from tests.review.repository import Repository, award

LONG = "Boxing, football and music on four evenings of each week for {} people aged 11 to 18 who live in the county, all year."


def many(count: int, **fields: str) -> dict[str, str]:
    return {f"data/awards/a{n:04d}.yml": award(title=f"Sessions {n}", **fields) for n in range(count)}


def headings(comment: str) -> list[str]:
    return [line.removeprefix("### ") for line in comment.splitlines() if line.startswith("### ")]


def test_the_comment_is_found_again_by_its_first_line(repository):
    repository.commit({"data/awards/two.yml": award()})
    assert repository.comment().startswith(f"{MARK}\n")


def test_its_sections_stand_in_their_order(repository):
    repository.commit({"data/awards/one.yml": award(amount="90.00")})
    assert headings(repository.comment()) == [
        "What this change does",
        "What must be fixed",
        "Before and after",
        "Totals and limits",
        "Pages that change",
    ]


def test_a_finding_says_where_it_is_what_to_type_and_what_explains_it(repository):
    repository.commit({"data/awards/one.yml": award(end_date="31/12/2025")})
    comment = repository.comment()
    (line,) = (line for line in comment.splitlines() if "**Error**" in line)
    assert line.endswith('not "31/12/2025". Type `2025-12-31` instead. (TYPE)')
    assert line.startswith("- **Error** in [`data/awards/one.yml:10`](<data/awards/one.yml#L10>): The end date must be a date")


def test_links_lead_to_the_commit_and_to_the_page_about_the_finding(repository):
    publisher = (repository.office / "data/publisher.yml").read_text("utf-8")
    repository.commit({"data/publisher.yml": f"{publisher}address: https://data.example.org/money/\n"})
    head = repository.commit({"data/awards/one.yml": award(type="present")})
    comment = repository.comment(where=Where("https://github.com/owner/name/", "https://example.org/preview.zip"))
    assert f"(<https://github.com/owner/name/blob/{head}/data/awards/one.yml#L2>)" in comment
    assert "([CONSTRAINT](<https://data.example.org/money/checks/constraint/>))" in comment
    assert "[A preview shows these pages as they would be.](<https://example.org/preview.zip>) Unpack it" in comment
    assert "To see them, add" in repository.comment()


def test_ten_are_named_and_the_others_folded(repository):
    repository.commit(many(13))
    page = html.fromstring(MarkdownIt("gfm-like", {"linkify": False}).render(repository.comment()))
    folded = next(part for part in page.iter("details") if "3 more" in part.text_content())
    assert [item.text_content() for item in folded.iter("li")] == [f"a{n:04d} (Sessions {n}): £100.00" for n in range(10, 13)]
    assert repository.comment().count("): £100.00\n") == 13


def test_the_table_shows_what_differs_in_a_long_text(repository):
    repository.commit({"data/awards/one.yml": award(purpose=LONG.format(24))})
    repository.commit({"data/awards/one.yml": award(purpose=LONG.format(30))})
    start, end = "… on four evenings of each week for", "people aged 11 to 18 who live in the …"
    row = f"| one (Evening sessions) | Purpose | {start} <del>24</del> {end} | {start} <ins>30</ins> {end} |"
    assert row in repository.comment()


def test_however_much_changes_the_comment_is_not_too_long(repository):
    repository.commit(many(700, purpose="before " * 40))
    repository.commit(many(700, purpose="after " * 40, type="present"))
    comment = repository.comment()
    assert len(comment) <= MOST
    assert "more are left out here, because a comment holds no more." in comment
    assert headings(comment)[:2] == ["What this change does", "What must be fixed"]
    page = html.fromstring(MarkdownIt("gfm-like", {"linkify": False}).render(comment))
    assert [element for element in page.iter("h3") if element.xpath("ancestor::details")] == []
    assert comment.count("<details>") == comment.count("</details>")
    assert "The same in a terminal" in comment


def test_the_text_leaves_nothing_out(repository):
    repository.commit(many(60))
    repository.commit(many(60, amount="90.00"))
    done = CliRunner().invoke(command, ["HEAD~1..HEAD", str(repository.office)])
    assert done.exit_code == 0
    assert "\n- Corrects the amount of 60 awards.\n" in done.output
    assert done.output.count(" from £100.00 to £90.00\n") == 60
    assert re.search(r"^All years +£6,100.00 +£5,500.00 +-£600.00$", done.output, re.MULTILINE)


def test_a_wide_cell_goes_on_in_its_column(repository):
    repository.commit({"data/awards/one.yml": award(title="Evening sessions for all who live in the county or come to it")})
    said = CliRunner().invoke(command, ["HEAD~1..HEAD", str(repository.office)]).output
    rows = [
        ("Record", "Field", "Before", "After"),
        ("one (Evening sessions for all who live", "Title", "Evening sessions", "Evening sessions for all who live in the"),
        ("in the county or come to it)", "", "", "county or come to it"),
    ]
    assert "".join(f"{a:40}  {b:5}  {c:16}  {d}\n" for a, b, c, d in rows) in said


def test_json_has_the_same_facts(repository):
    repository.commit({"data/awards/one.yml": award(amount="90.00", type="present"), "data/awards/two.yml": award()})
    said = json.loads(CliRunner().invoke(command, ["HEAD~1..HEAD", str(repository.office), "--format", "json"]).output)
    assert [of["text"] for of in said["does"]] == [line.text for line in repository.review().lines]
    assert said["all"] == {"before": "100.00", "after": "190.00"}
    assert said["totals"][0] == {
        "table": "totals_by_year",
        "title": "2025-26",
        "year": "2025-26",
        "before": "100.00",
        "after": "190.00",
        "difference": "90.00",
    }
    assert {f["rule"] for f in said["findings"]["new"]} == {"CONSTRAINT"}
    step = {"record": "one (Evening sessions)", "field": "Amount", "before": "£100.00", "after": "£90.00"}
    assert step in said["steps"]


def test_the_command_ends_with_0_where_the_change_brings_no_error(repository: Repository):
    repository.commit({"data/awards/one.yml": award(type="present")})
    assert CliRunner().invoke(command, ["HEAD~1..HEAD", str(repository.office)]).exit_code == 1
    repository.commit({"data/awards/two.yml": award()})
    assert CliRunner().invoke(command, ["HEAD~1..HEAD", str(repository.office)]).exit_code == 0
