"""`python -m tests.guide accept` writes what commands answer into the guide; with `pictures` after it, the pictures too."""

import sys
import tempfile
from pathlib import Path

from tests.guide import GUIDE, Answer, begin, checks, day, shortened


def main(words: list[str]) -> None:
    if "pictures" in words:
        from tests.guide.pictures import take as see
    else:
        see = lambda step, office: None  # noqa: E731
    if "accept" in words:
        _table(GUIDE / "rules.md")
    with tempfile.TemporaryDirectory() as folder:
        wrong = [answer for answer in day(begin(Path(folder)), see) if not answer.is_right]
    for answer in reversed(wrong):  # from the end, so that what stands before stays in its place
        print(f"{answer.step.page.name}: $ {answer.typed}")
        if "accept" in words:
            _write(answer)


def _table(page: Path) -> None:
    head, _, rest = page.read_text("utf-8").partition("<!-- checks -->\n")
    page.write_text(f"{head}<!-- checks -->\n\n{checks()}\n<!-- end -->{rest.partition('<!-- end -->')[2]}", "utf-8")


def _write(answer: Answer) -> None:
    """Puts what came in the place of what the page says."""
    page, stop = answer.step.page, answer.start + len(answer.said)
    text = page.read_text("utf-8")
    page.write_text(text[: answer.start] + shortened(answer.said, answer.came) + text[stop:], "utf-8")


main(sys.argv[1:])
