"""Every code has a page and an explanation in the terminal, with examples of what it says that are true today."""

import re

import pytest
from click.testing import CliRunner

from daylight import messages
from daylight.cli import main
from daylight.findings import ERROR, NOTE, WARNING, Finding, page_of, wordings
from daylight.formats import as_text
from daylight.load import load
from daylight.rules.strategy import CHECKS
from daylight.schema import load_schemas
from tests.built import TODAY, example
from tests.cases import home_of
from tests.cases import messages as made
from tests.test_plain_english import AVOIDED, LONGEST, SENTENCE, WORD

# What is said of other things than an office's files (its tests stand beside each), or of bytes that are no text.
WITHOUT = {"GUARD", "IMPORT", "DRAFT", "PROSE", "RELEASE", "WORKBOOK"}
NO_LINES = {("FILE", "not-utf8"), ("EXC-01", "expired"), ("REL-01", "day"), ("REL-01", "missing")}
OFFICE = home_of("barsetshire")


@pytest.fixture(scope="module")
def known() -> dict[str, messages.Meaning]:
    return messages.meanings(load(OFFICE, load_schemas(), TODAY)[0].publisher)


def explained(*args: str, code: int = 0) -> str:
    said = CliRunner().invoke(main, ["explain", *args, "--office", str(OFFICE)])
    assert said.exit_code == code
    return said.output


def test_the_examples_are_as_make_rules_writes_them():
    assert made.FILE.read_text("utf-8") == made.main()


def test_every_message_about_records_has_an_example():
    without = {(code, name) for code, of in wordings().items() if code not in WITHOUT for name in of["messages"]}
    assert without - {(code, name) for code, of in messages.examples().items() for name in of} == NO_LINES


def test_an_example_marks_a_line_that_it_shows_and_says_what_its_wording_says():
    for code, of in messages.examples().items():
        for name, shown in of.items():
            assert shown.first <= shown.line < shown.first + len(shown.wrong), (code, name)
            assert made._form(wordings()[code]["messages"][name]).match(shown.says), (code, name)
            assert shown.right != shown.wrong, (code, name)


def test_every_code_says_how_to_put_it_right(known):
    assert [code for code, of in known.items() if not of.steps] == []
    assert messages.advised().keys() <= wordings().keys()
    assert not CHECKS.keys() - messages.advised().keys()


def test_every_code_has_a_title_and_an_authority(known):
    assert [code for code, of in known.items() if of.title == code or not of.authority] == []


def test_advice_is_plain():
    texts = [text for of in messages.advised().values() for text in of["steps"]]
    assert [said for text in texts for said in SENTENCE.split(text) if len(WORD.findall(said)) > LONGEST] == []
    pattern = re.compile("|".join(rf"(?<![\w-]){re.escape(word)}" for word in AVOIDED), re.IGNORECASE)
    assert [text for text in texts if pattern.search(text)] == []
    assert [text for text in texts if not text.endswith((".", "?"))] == []


def test_the_law_is_measured_before_the_day_of_the_office_and_the_form_of_a_file_is_not(known):
    assert known["SIO-3F"].since == known["DEC-03"].since == "2024-04-01"
    assert known["FILE"].since == known["NUM-02"].since == known["DP-03"].since == ""


def test_the_rule_of_an_office_is_said_in_its_own_words(known):
    rule = known["BA-14"]
    assert rule.rows and rule.title == rule.rows[0].get("title")
    assert rule.rows[0].get("words") in " ".join(explained("BA-14").split())


def test_the_terminal_explains_each_code(known):
    for code in known:
        said = explained(code)
        assert said.startswith(f"{code}: ")
        assert max(map(len, said.splitlines())) <= 200


def test_several_codes_are_explained_and_small_letters_will_do():
    said = explained("num-02", "dec-03")
    assert "NUM-02: Parts add up to the whole.\nAn error" in said
    assert "DEC-03: An award names the decision that made it.\nA warning" in said
    assert "    exceptions:\n      - rule: DEC-03\n" in said.partition("DEC-03: ")[2]
    assert "exceptions:" not in said.partition("DEC-03: ")[0]


def test_a_code_that_is_not_there_is_answered_with_the_one_that_was_meant():
    assert 'like NUM-02, not "NUM02"; type NUM-02' in explained("NUM02", code=2)
    assert 'like NUM-02, not "perhaps"\n' in explained("perhaps", code=2)


def test_what_is_found_says_the_way_to_what_it_means():
    found = [Finding("a.yml", 1, rule, "x", "", severity) for rule, severity in (("TYPE", ERROR), ("DEC-03", WARNING))]
    assert as_text(found).splitlines()[-2] == 'What it means, with examples: make explain CODE="DEC-03 TYPE"'
    many = [Finding("a.yml", n, f"A-{n:02d}", "x") for n in range(1, 9)]
    assert as_text(many).splitlines()[-2].endswith('make explain CODE="A-01 A-02 A-03 A-04 A-05" …')
    assert "explain" not in as_text([Finding("a.yml", 1, "TYPE", "x", "", NOTE)])


def test_each_code_has_its_page_which_no_list_names(known, tmp_path_factory):
    site = example("barsetshire", tmp_path_factory)
    pages = {code: (site / page_of(code) / "index.html").read_text("utf-8") for code in known}
    assert all(f'<h1 id="content">{code}: ' in page for code, page in pages.items())
    assert all('<meta name="robots" content="noindex">' in page for page in pages.values())
    assert "checks/num-02/" not in (site / "sitemap.xml").read_text("utf-8")
    assert 'href="../checks/num-02/"' in (site / "checks/index.html").read_text("utf-8")
    assert page_of("NUM-02") == "checks/num-02/"


def test_an_example_tells_nothing_private(known, tmp_path_factory):
    site = example("barsetshire", tmp_path_factory)
    page = (site / page_of("DP-01") / "index.html").read_text("utf-8")
    assert "[not repeated]" in page and "jane.roe" not in page
