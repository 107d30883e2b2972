"""What is compared: from where two commits parted, in any repository; and what is said where that cannot be."""

import pytest
from click.testing import CliRunner

from daylight.cli.review import command
from daylight.review import NoRange, review, span
from daylight.review.as_json import as_json
from daylight.review.markdown import markdown
from daylight.review.text import text
from tests.review.repository import Repository, award, lines


def refused(office, said: str) -> str:
    """What the command says of a range that it does not take. It ends with 2, and never in an exception."""
    done = CliRunner().invoke(command, [said, str(office)])
    assert done.exit_code == 2, done.output
    assert isinstance(done.exception, SystemExit)
    return " ".join(done.output.split())


def test_what_others_did_meanwhile_is_no_part_of_a_change(repository):
    repository.git("switch", "-qc", "proposal")
    repository.commit({"data/awards/two.yml": award(title="Mine")})
    repository.git("switch", "-q", "main")
    repository.commit({"data/awards/three.yml": award(title="Theirs"), "data/awards/one.yml": None})
    for said in ("main..proposal", "main...proposal"):
        assert [line.split(",")[0] for line in lines(repository.review(said))] == ["Adds the award two (Mine)"]


def test_what_stood_before_is_what_the_proposal_began_with(repository):
    repository.git("switch", "-qc", "proposal")
    repository.commit({"data/awards/one.yml": award(title="Mine")})
    repository.git("switch", "-q", "main")
    repository.commit({"data/awards/one.yml": award(title="Theirs", amount="50.00")})
    report = repository.review("main..proposal")
    assert lines(report) == ["Corrects the title of one from “Evening sessions” to “Mine”."]
    assert report.totals == []


def test_what_was_merged_into_a_proposal_is_no_part_of_it(repository):
    repository.git("switch", "-qc", "proposal")
    repository.commit({"data/awards/two.yml": award(title="Mine")})
    repository.git("switch", "-q", "main")
    repository.commit({"data/awards/three.yml": award(title="Theirs")})
    repository.git("switch", "-q", "proposal")
    repository.git("merge", "-q", "--no-edit", "main")
    assert [line.split(",")[0] for line in lines(repository.review("main..proposal"))] == ["Adds the award two (Mine)"]


def test_without_a_second_commit_the_files_on_disk_are_looked_at(repository):
    repository.put({"data/awards/two.yml": award(title="New"), "data/awards/one.yml": award(amount="90.00")})
    assert [line.split(" (")[0] for line in lines(repository.review("main.."))] == [
        "Adds the award two",
        "Corrects the amount of one",
    ]
    assert repository.review("main..").head == ""


def test_what_lies_on_disk_does_not_count_between_commits(repository):
    second = repository.commit({"data/awards/two.yml": award(title="New")})
    before = repository.comment()
    repository.put({"data/awards/two.yml": award(title="Newer"), "data/awards/one.yml": None})
    assert repository.comment() == before
    repository.git("checkout", "-q", "-f", repository.first)
    assert repository.comment(f"{repository.first}..{second}") == before


def test_the_same_commits_give_the_same_bytes_on_any_day(repository, monkeypatch):
    repository.commit({"data/awards/two.yml": award(title="New")}, day="2025-08-01")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1900000000")
    said = [CliRunner().invoke(command, ["HEAD~1..HEAD", str(repository.office), "--format", "json"]).output for _ in range(2)]
    assert said[0] == said[1]
    assert '"day": "2025-08-01"' in said[0]


def test_an_office_in_a_folder_of_its_repository(tmp_path):
    repository = Repository(tmp_path / "repository", "examples/barsetshire")
    other = repository.folder / "examples/other/data/publisher.yml"
    other.parent.mkdir(parents=True)
    other.write_text("key: other\n", "utf-8")
    (repository.folder / "data").mkdir()
    (repository.folder / "data/publisher.yml").write_text("key: root\n", "utf-8")
    report = repository.change({"data/awards/two.yml": award(type="present")})
    assert lines(report) == [
        "Adds the award two (Evening sessions), £100.00, to Community Safety Fund of 2025-26.",
        "Changes 1 file of the site at the root of the repository, which has a review of its own.",
        "Changes 1 file of another site, examples/other, which has a review of its own.",
    ]
    assert "[`examples/barsetshire/data/awards/two.yml:2`](<examples/barsetshire/data/awards/two.yml#L2>)" in (
        repository.comment()
    )


def test_a_link_in_the_repository_is_not_followed(repository, tmp_path):
    secret = tmp_path / "secret.yml"
    secret.write_text("title: The secret\n", "utf-8")
    (repository.office / "data/awards/two.yml").symlink_to(secret)
    repository.commit()
    assert "The secret" not in repository.comment()


@pytest.mark.parametrize("said", ["main", "", "..", "..HEAD", "...main"])
def test_what_is_no_range_is_refused(repository, said):
    assert "the two commits must be written like main..HEAD" in refused(repository.office, said)


@pytest.mark.parametrize("said", ["nowhere..HEAD", "main..nowhere", "--help..HEAD", "HEAD:data..HEAD", "-..HEAD", "main..a b"])
def test_a_commit_that_is_not_there_is_said(repository, said):
    with pytest.raises(NoRange, match=r'there must be a commit ".*make review RANGE=HEAD~1\.\.$'):
        span(repository.office, said)


def test_a_folder_outside_of_git_is_refused(tmp_path):
    (tmp_path / "office/data").mkdir(parents=True)
    assert "must be in a git repository" in refused(tmp_path / "office", "main..HEAD")


def test_without_git_nothing_is_compared(repository, monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "must be in a git repository" in refused(repository.office, "main..HEAD")


def test_a_history_that_is_cut_short_is_told_how_to_get_the_rest(repository, tmp_path):
    repository.commit({"data/awards/two.yml": award()})
    repository.git("clone", "-q", "--depth", "1", repository.folder.as_uri(), str(tmp_path / "short"))
    assert "git fetch --unshallow" in refused(tmp_path / "short", f"{repository.first}..HEAD")


def test_two_histories_have_nothing_to_compare(repository):
    repository.git("switch", "-q", "--orphan", "other")
    repository.commit({"data/awards/two.yml": award()})
    assert "must have a commit in common" in refused(repository.office, "main..other")


BROKEN = [
    {"data/publisher.yml": None},
    {"data/publisher.yml": "title: [\n"},
    {"data/publisher.yml": b"\xff\xfe"},
    {"data/awards/many.csv": 'key,"title\n'},
    {"data/awards/one.yml": ""},
    {"data/awards/one.yml": b"\x00\x01"},
    {"data/funds/safety.yml": "title: Fund\nyears:\n  - financial_year: never\n    envelope: much\n"},
    {"data/awards/one.yml": award(award_date="2025-02-30", end_date="0000-00-00", amount="-1", fund="nowhere")},
    {"data/stray.yml": "title: Stray\n", "data/nowhere/x.yml": "title: Stray\n"},
    {"data/releases/2025-01-01/manifest.json": "{"},
    {"data/awards/odd\nname.yml": award(), "data/awards/caf\u00e9.yml": award(), "data/awards/\u202ex.yml": award()},
]


@pytest.mark.parametrize("files", BROKEN)
def test_whatever_is_wrong_is_told_and_never_a_traceback(repository, files):
    """Both where a change breaks it, and where a change mends it."""
    repository.commit(files)
    for ends in (1, 0):
        report = repository.review()
        assert any(f.severity == "error" for f in report.findings) is bool(ends)
        assert all((text(report), markdown(report), as_json(report)))
        repository.git("revert", "--no-edit", "HEAD")
    assert report.found.gone > 0


def test_an_office_that_is_new_is_all_added(tmp_path):
    repository = Repository(tmp_path / "repository")
    other = tmp_path / "repository/examples/other"
    (other / "data/awards").mkdir(parents=True)
    (other / "data/publisher.yml").write_bytes((repository.office / "data/publisher.yml").read_bytes())
    (other / "data/awards/one.yml").write_text(award(fund=None, recipient=None), "utf-8")
    repository.commit()
    report = review(span(other, "HEAD~1..HEAD"), other, "2025-07-01")
    assert lines(report) == ["Adds the award one (Evening sessions), £100.00, of 2025-26.", "Adds the office's own record."]
