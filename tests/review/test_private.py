"""Nothing private that a change holds, or takes away, is said again: in no format, and on no page of the preview."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from daylight.cli.review import command
from daylight.review.markdown import Where
from tests.review.repository import Repository, award

EMAIL, PHONE, NAME, POSTCODE = "jo.bloggs@club.example", "01632 960123", "Mrs Jo Bloggs", "S1 2HH"
STOP = "### Stop: do this first"


def everything(repository: Repository, folder: Path, said: str = "HEAD~1..HEAD") -> str:
    """Every word of every format and of the preview."""
    found, preview = [], ["--preview", str(folder)]
    for form in ("text", "markdown", "json", "github"):
        done = CliRunner().invoke(command, [said, str(repository.office), "--format", form, *preview])
        preview = []
        assert done.exit_code in (0, 1), done.output
        found.append(done.output)
    found += [file.read_text("utf-8", "replace") for file in folder.rglob("*") if file.suffix == ".html"]
    assert any("Preview of a change" in text for text in found)
    return "\n".join(found)


@pytest.mark.parametrize("field", ["purpose", "title", "area_as_published"])
def test_what_is_added(repository, tmp_path, field):
    secrets = (EMAIL, PHONE, POSTCODE, NAME)
    repository.commit({f"data/awards/x{n}.yml": award(**{field: f'"Boxing, {of}"'}) for n, of in enumerate(secrets)})
    said = everything(repository, tmp_path / "preview")
    assert [of for of in secrets if of in said] == []
    comment = repository.comment()
    assert comment.index(STOP) < comment.index("### What this change does")
    assert "All steps are in [docs/leak.md](<docs/leak.md>)." in comment
    at = Where("https://github.com/x/y")
    assert "[docs/leak.md](<https://github.com/x/y/blob/HEAD/docs/leak.md>)" in repository.comment(where=at)
    assert comment.count("must hold no telephone number") == 1  # what stands above is not told again
    assert "to put right, named above." in comment


@pytest.mark.parametrize("after", [None, "Boxing", "Boxing for all, {secret}"])
@pytest.mark.parametrize("secret", [EMAIL, NAME])
def test_what_is_corrected(repository, tmp_path, secret, after):
    repository.commit({"data/awards/one.yml": award(purpose=f'"Judo, {secret}"')})
    repository.commit({"data/awards/one.yml": award(purpose=after and after.format(secret=secret))})
    said = everything(repository, tmp_path / "preview")
    assert secret not in said
    assert "Judo, " not in said
    assert ("Stop: do this first" in said) is ("{" in (after or ""))


def test_what_is_in_a_list_a_name_or_a_table(repository, tmp_path):
    table = f"award,date,amount,for\r\none,2025-06-01,40.00,{PHONE}\r\n"
    body = {"data/organisations/x.yml": f'name: "Club {EMAIL}"\nsource: https://example.org/\n'}
    repository.commit({"data/awards/payments/all.csv": table, **body})
    said = everything(repository, tmp_path / "preview")
    assert PHONE not in said
    assert EMAIL not in said


def test_what_one_commit_adds_and_the_next_takes_away_is_told(repository, tmp_path):
    first = repository.commit()
    repository.commit({"data/awards/two.yml": award(purpose=f'"Boxing, {EMAIL}"')})
    repository.commit({"data/awards/two.yml": award(purpose="Boxing")})
    comment = repository.comment(f"{first}..HEAD")
    assert STOP in comment
    assert "Nothing to fix." in comment
    assert EMAIL not in everything(repository, tmp_path / "preview", f"{first}..HEAD")
    done = CliRunner().invoke(command, [f"{first}..HEAD", str(repository.office), "--format", "json"])
    assert done.exit_code == 1
    (leak,) = json.loads(done.output)["leaks"]
    at = f"https://github.com/x/y/blob/{leak['commit']}/data/awards/two.yml#L"
    assert at in repository.comment(f"{first}..HEAD", Where("https://github.com/x/y"))
    assert (leak["path"], leak["commit"]) == ("data/awards/two.yml", repository.git("rev-parse", "HEAD~1"))


def test_a_file_that_nobody_can_look_into_is_not_called_private(repository):
    repository.commit({"data/awards/scan.pdf": b"%PDF-1.4\xff"})
    said = repository.comment()
    assert STOP in said and "A file in this change may tell something" in said
    assert "stands in this change" not in said


def test_what_is_in_the_prose(repository, tmp_path):
    repository.commit({"content/about.md": f"# About\n\nAsk {NAME}, {PHONE}.\n"})
    said = everything(repository, tmp_path / "preview")
    assert STOP in said
    assert PHONE not in said
    assert NAME not in said
    assert not (tmp_path / "preview/site/about/index.html").exists()
    assert "It holds something that must not be shown." in (tmp_path / "preview/index.html").read_text("utf-8")


def test_what_is_in_the_name_of_a_file(repository, tmp_path):
    key = PHONE.replace(" ", "-")
    files = {f"content/{PHONE}.md": "# X\n", f"notes {EMAIL}.txt": "x\n", f"data/awards/{key}.yml": award()}
    repository.commit(files)
    said = everything(repository, tmp_path / "preview")
    assert PHONE not in said
    assert EMAIL not in said
    assert key not in said


def test_the_texts_of_an_award_for_people_in_danger(repository, tmp_path):
    repository.commit(
        {
            "data/awards/two.yml": award(
                title="New locks for the refuge", purpose="A refuge in Hogglestock.", town="Hogglestock"
            )
        }
    )
    report = repository.review()
    assert report.leaks
    said = everything(repository, tmp_path / "preview")
    assert "Hogglestock" not in said
    assert "New locks" not in said
    assert "Adds the award two, £100.00, to Community Safety Fund of 2025-26." in said


def test_a_field_that_is_withheld_now(repository, tmp_path):
    repository.commit({"data/awards/one.yml": award(purpose="A secret thing.")})
    withheld = "withholdings:\n  - applies_to: purpose\n    ground: order_safety\n    reason: Safety.\n"
    repository.commit({"data/awards/one.yml": award() + withheld})
    assert "A secret thing" not in everything(repository, tmp_path / "preview")


def test_a_name_that_an_exception_explains_is_not_repeated_either(repository, tmp_path):
    explained = (
        "exceptions:\n  - rule: DP-05\n    reason: The award bears a name.\n    approved_by_role: Chief Executive\n"
        "    date: 2025-05-01\n    expires: 2026-05-01\n"
    )
    repository.commit({"data/awards/one.yml": award(title=f"The {NAME} Prize") + explained})
    repository.commit({"data/awards/one.yml": award(title=f"The {NAME} Prize of this year") + explained})
    for form in ("text", "markdown", "json"):
        said = CliRunner().invoke(command, ["HEAD~1..HEAD", str(repository.office), "--format", form]).output
        assert "Bloggs" not in said
        assert "[not repeated]" in said.replace("\\", "")


def test_a_text_that_is_private_for_nobody_is_told(repository):
    repository.commit({"data/awards/one.yml": award(purpose="Boxing on Mondays.")})
    repository.commit({"data/awards/one.yml": award(purpose="Boxing on Tuesdays.")})
    assert "| Purpose | Boxing on Mondays. | Boxing on Tuesdays. |" in repository.comment()
    assert STOP not in repository.comment()
