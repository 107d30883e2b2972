"""`daylight tidy` puts records into one form and changes nothing that they say; every record here has that form already."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daylight.load import files
from daylight.schema import load_schemas, of_file
from daylight.sources import read_yaml
from daylight.tidy import tidied
from tests.cases import home_of
from tests.test_build import tree
from tests.test_cases import OFFICES
from tests.test_cli import daylight, put

SCHEMAS = load_schemas()
NAME = "data/awards/bar-a1.yml"


def tidy(text: str, name: str = NAME, order: bool = False) -> str | None:
    made = tidied(SCHEMAS, name, text.encode(), order)
    assert made is None or tidied(SCHEMAS, name, made, order) == made, "tidied twice is tidied once"
    return None if made is None else made.decode()


@pytest.mark.parametrize("name", OFFICES)
def test_every_record_of_every_office_is_tidy(name):
    home = home_of(name)
    untidy = [path for path in files(home) if tidied(SCHEMAS, path, (home / path).read_bytes()) != (home / path).read_bytes()]
    assert [path for path in untidy if of_file(SCHEMAS, path)] == []


@pytest.mark.parametrize("name", OFFICES)
def test_in_the_order_of_its_schema_every_record_says_the_same(name):
    home = home_of(name)
    for path in files(home):
        if path.endswith(".yml"):
            entry, new = (read_yaml(path, data)[0][0] for data in both(home, path))
            assert new.texts == entry.texts
            places = [of_file(SCHEMAS, path).places[field] for field in sorted(new.texts, key=new.lines.get) if field != "key"]
            assert places == sorted(places)


def both(home, path: str) -> tuple[bytes, bytes]:
    data = (home / path).read_bytes()
    return data, tidied(SCHEMAS, path, data, order=True)


FORMS = {
    "spaces": ("title:   Evening   \ntype:\tgrant\n", "title: Evening\ntype: grant\n"),
    "spaces and remarks": (
        "# As agreed.\ntitle:    Evening sessions    # keep\n\n\n",
        "# As agreed.\ntitle: Evening sessions    # keep\n",
    ),
    "no end": ("title: x", "title: x\n"),
    "line ends of Windows": ("title: x\r\ntype: grant\r\n", "title: x\ntype: grant\n"),
    "line ends of an old Macintosh": ("title: x\rconditions:\r- One\r", "title: x\nconditions:\n  - One\n"),
    "the mark at the beginning": ("\ufefftitle: x\n", "title: x\n"),
    "a day in quotation marks": ('award_date: "2024-05-01"\nin_year: "yes"\n', "award_date: 2024-05-01\nin_year: yes\n"),
    "an amount in quotation marks": ("amount: '5.00' # so\n", "amount: 5.00 # so\n"),
    "a text in quotation marks": ("title: \"x\"\nnote: 'y'\n", "title: \"x\"\nnote: 'y'\n"),
    "a text that was a number": ("reference: 0123\n", "reference: 0123\n"),
    "a list in brackets": ("conditions: [One, Two]\n", "conditions:\n  - One\n  - Two\n"),
    "rows in braces": (
        "payments:\n- {date: 2024-05-01, amount: 5}\n",
        "payments:\n  - date: 2024-05-01\n    amount: 5\n",
    ),
    "brackets with a remark": ("conditions: [One] # all\n", "conditions: [One] # all\n"),
    "braces with a remark": ("payments:\n- {amount: 5} # x\n", "payments:\n  - {amount: 5} # x\n"),
    "rows not moved in": (
        "payments:\n-   date: 2024-05-01\n    amount: 5\n# next\n-   date: 2024-05-02\n",
        "payments:\n  - date: 2024-05-01\n    amount: 5\n  # next\n  - date: 2024-05-02\n",
    ),
    "texts not moved in": ("conditions:\n- One\n-   Two\n", "conditions:\n  - One\n  - Two\n"),
    "a block in a row": (
        "conditions:\n- text: |\n    One\n      two\n\n    three\n  subject: outcomes\n",
        "conditions:\n  - text: |\n      One\n        two\n\n      three\n    subject: outcomes\n",
    ),
    "a block": ("note: |\n    One\n      two  \nsource: x\n", "note: |\n    One\n      two  \nsource: x\n"),
    "a text of two lines": ("note: One\n  two\ntitle: x\n", "note: One\n  two\ntitle: x\n"),
    "a field without a value": ("note:   \nfund:\ntitle: x\n", "note:\nfund:\ntitle: x\n"),
    "a list without rows": ("payments: []\ntitle: x\n", "payments: []\ntitle: x\n"),
    "remarks at the end": ("title: x\n# end   \n", "title: x\n# end\n"),
    "a field that there is not": ("colour:   red\n", "colour: red\n"),
}


@pytest.mark.parametrize("what", FORMS)
def test_a_record_gets_the_one_form(what):
    before, after = FORMS[what]
    assert tidy(before) == after


def test_the_order_of_the_schema_is_taken_only_when_asked_for_and_remarks_go_with_their_fields():
    text = "# The award.\n\n# Why so late?\naward_date: 2024-05-01\npayments:\n  - amount: 5\n# The name.\ntitle: x\n# End.\n"
    assert tidy(text) == text
    made = "# The award.\n\n# The name.\ntitle: x\n# Why so late?\naward_date: 2024-05-01\npayments:\n  - amount: 5\n# End.\n"
    assert tidy(text, order=True) == made


@pytest.mark.parametrize("text", ["title: x\ntitle: y\n", "title: a: b\n", "", "title: [a\n"])
def test_what_cannot_be_read_is_left_as_it_is(text):
    assert tidy(text) is None


def test_a_table_has_quotation_marks_only_where_they_must_be_and_its_own_line_ends():
    assert tidy('key,title\r\n"a","One, two" \r\n', "data/awards/x.csv") is None
    assert (
        tidy('"key","title"\r\n"a","One, two"\r\n\r\nb, x \r\n', "data/awards/x.csv") == 'key,title\r\na,"One, two"\r\nb,x\r\n'
    )
    assert tidy("\ufeffkey,title\na,x", "data/awards/x.csv") == "\ufeffkey,title\na,x\n"


ODD = st.text(st.sampled_from("ab0-:#'\"|>[{,& £\t"), max_size=8)
TEXT = (
    st.sampled_from(["", "x", "two  words ", "'q'", '"a: b" # r', "5 # r", '"5.00"', "|", ">-", "[a, b]", "{amount: 5}", "[]"])
    | ODD
)
BEGIN = st.sampled_from(["title: ", "note:  ", "amount:\t", "conditions:", "payments: ", "fund:", "colour: ", "'type': "])
WITHIN = st.sampled_from(["", "# a ", "- ", "  - ", "  -  text: ", "    ", "    subject: ", "  two "])
LINE = st.tuples(BEGIN, TEXT) | st.tuples(WITHIN, TEXT)


@given(st.lists(LINE, max_size=7))
def test_whatever_stands_in_a_file_it_says_the_same_after(lines):
    text = "\n".join(begin + said for begin, said in lines)
    made = tidy(text)
    if made is not None:
        assert said_by(made) == said_by(text)


def said_by(text: str):
    def plain(entry):
        return entry.texts, {name: [plain(row) for row in rows] for name, rows in entry.lists.items()}

    entries, wrong = read_yaml(NAME, text.encode())
    assert not wrong
    return plain(entries[0])


def test_the_command_says_what_it_tidied_and_ends_with_1_where_it_only_looked(tmp_path):
    put(tmp_path, NAME, "title:   x\n")
    put(tmp_path, "data/awards/2024-25/bar-a2.yml", "title:  y\n")
    put(tmp_path, "data/awards/bad.yml", "title: a: b\n")
    before = tree(tmp_path)
    said = daylight("tidy", tmp_path, "--check", ends=1).stdout
    assert f"{NAME}: not tidy\n" in said
    assert "data/awards/bad.yml: left as it is; make check says" in said
    assert tree(tmp_path) == before
    assert daylight("tidy", tmp_path, tmp_path / "data/awards/2024-25").stdout == "data/awards/2024-25/bar-a2.yml: tidied\n"
    assert (tmp_path / NAME).read_text("utf-8") == "title:   x\n"
    (tmp_path / "data/awards/bad.yml").unlink()
    daylight("tidy", tmp_path)
    assert daylight("tidy", tmp_path, "--check").stdout == "Everything is tidy.\n"
