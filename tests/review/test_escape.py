"""What strangers write is shown letter by letter, in a sentence, a table and a code span."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from markdown_it import MarkdownIt

from daylight.findings import shown
from daylight.review.escape import JOINER, code, escaped, link, quoted
from tests.review.repository import Repository, award

HOSTILE = [
    "@everyone, look",
    "owner/name#12 and #34 and GH-56",
    "![x](https://evil.example/x.png)",
    "[here](https://evil.example)",
    "https://evil.example www.evil.example somebody@evil.example",
    "<img src=x onerror=alert(1)>",
    "</details></table><h1>Merged</h1>",
    "<!-- daylight-review -->",
    "a | b | c",
    "`code` ``` fence",
    "**bold** _it_ ~~gone~~ \\",
    "&lt;b&gt; &#64;x",
    ":tada: $x$",
    "deadbeef1234567890",
    "- list\n# Heading\n> quote",
    "end`",
    "javascript:alert(1)",
]
MD = MarkdownIt("gfm-like", {"linkify": False})


def rendered(markdown: str):
    return html.fromstring(f"<div>{MD.render(markdown)}</div>")


def words(element) -> str:
    return element.text_content().replace(JOINER, "").strip("\n")


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_stays_text(text):
    for markdown in (f"- Adds {escaped(text)}.", f"Adds {escaped(text)}"):
        page = rendered(markdown)
        assert {element.tag for element in page.iter()} <= {"div", "p", "ul", "li"}
        assert shown(text, None) in words(page)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_stays_in_its_cell(text):
    page = rendered(f"| A | B |\n|---|---|\n| {escaped(text)} | <ins>{escaped(text)}</ins> |\n\nAfter")
    assert [words(cell).strip() for cell in page.iter("td")] == [shown(text, None)] * 2
    assert {element.tag for element in page.iter()} <= {"div", "p", "table", "thead", "tbody", "tr", "th", "td", "ins"}


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_stays_in_its_code_span(text):
    page = rendered(f"Type {code(text)} instead.")
    assert [span.text_content().strip() for span in page.iter("code")] == [shown(text, None)]
    assert {element.tag for element in page.iter()} == {"div", "p", "code"}


@given(st.text(max_size=60))
def test_any_text_stays_text(text):
    page = rendered(f"x{escaped(text)}x")
    assert {element.tag for element in page.iter()} <= {"div", "p"}
    assert " ".join(words(page).split()) == " ".join(f"x{shown(text, None)}x".replace(JOINER, "").split())


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("@octocat", "@octocat"),
        ("see #12", "#12"),
        ("GH-12", "GH-12"),
        ("https://evil.example", "://"),
        ("www.evil.example", "www."),
        (":tada:", ":tada:"),
        ("at 0123abcdef", "0123abcdef"),
    ],
)
def test_what_github_makes_a_link_or_a_picture_of_is_broken_apart(text, apart):
    assert apart not in escaped(text)
    assert escaped(text).replace(JOINER, "") == text


def test_ordinary_words_are_left_as_they_are():
    for text in ("Evening sessions, £12,300.00 (2025-26)", "SY-2023-041: 50% of it; a/b", "No. 3 of 4"):
        assert escaped(text) == text


def test_an_address_cannot_end_its_link():
    page = rendered(link(code("x"), f"https://example.org/{quoted('a b>)](<https://evil.example')}#L1"))
    (a,) = page.iter("a")
    assert a.get("href").startswith("https://example.org/a%20b%3E")


def test_a_record_of_a_fork_makes_nothing_of_its_own(repository: Repository):
    evil = '"<h1>@octocat</h1> [x](https://evil.example) | ![y](z) `a` </details>"'
    repository.commit({"data/awards/one.yml": award(purpose='"Before | before @octocat"')})
    repository.commit(
        {
            "data/awards/one.yml": award(title=evil, purpose=evil),
            "data/awards/two.yml": award(title=evil, type=evil),
            "content/@octocat](x).md": "# X\n",
            "<b>": "",
        }
    )
    comment = repository.comment()
    page = rendered(comment)
    allowed = {"div", "h3", "p", "ul", "li", "table", "thead", "tbody", "tr", "th", "td"}
    allowed |= {"a", "code", "strong", "ins", "del", "details", "summary", "sub"}
    assert {element.tag for element in page.iter() if isinstance(element.tag, str)} <= allowed
    links = {a.get("href").partition("#")[0] for a in page.iter("a")}
    assert all(link.startswith("data/") for link in links)
    assert comment.count("<!--") == 1
    assert len({len(row.findall("td")) for row in page.iter("tr") if row.findall("td") and len(row) == 4}) == 1
    for a in page.iter():
        if a.tag != "code":
            assert "@octocat" not in (a.text or "") + (a.tail or "")
