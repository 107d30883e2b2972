"""One record with as many mistakes as a person can make: every one is said, and nothing is published."""

from daylight.build import build
from daylight.findings import NOTE
from tests.built import TODAY
from tests.golden import ACCEPT, SAID, said, terrible


def test_every_mistake_is_said_in_the_accepted_words(tmp_path):
    assert said(tmp_path) == SAID.read_text("utf-8"), f"If this is as it should be, accept it and look at the diff: {ACCEPT}"


def test_nothing_is_published_and_the_old_site_stays(tmp_path):
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("the old site", "utf-8")
    built = build(terrible(tmp_path), site, TODAY)
    assert (built.published, built.files) == (False, 0)
    assert [(f.name, f.read_text("utf-8")) for f in site.iterdir()] == [("index.html", "the old site")]


def test_every_mistake_is_in_the_terrible_record_itself(tmp_path):
    findings = build(terrible(tmp_path), tmp_path / "site", TODAY).findings
    assert {f.path for f in findings if f.severity != NOTE} == {"data/awards/2024-25/terrible.yml"}


def test_the_name_of_a_person_is_not_said_again():
    assert "A. N. Other" not in SAID.read_text("utf-8")
