"""A small repository of an invented office, with commits that a test makes."""

import os
import subprocess
from dataclasses import replace
from pathlib import Path

from daylight.review import review, span
from daylight.review.markdown import Where, markdown
from daylight.review.report import Report
from tests.cases import OFFICE, write

AWARD = {
    "title": "Evening sessions",
    "type": "grant",
    "direction": "out",
    "amount": "100.00",
    "amount_basis": "exact",
    "fund": "safety",
    "recipient": "club",
    "award_date": "2025-05-01",
    "source": "https://barsetshire.example/all",
}
CONFIG = "site_name: Where the money goes\nnav:\n  - Home: index.md\n  - Awards: awards/index.md\n  - About: about.md\n"
NOWHERE = Where()
DAY = "2025-07-01"
CSV_AWARDS = "key,title,type,direction,amount,amount_basis,fund,recipient,award_date,source\r\n"


def award(**fields: str | None) -> str:
    """An award as YAML: that of `AWARD`, but for what is given; a field that is None is not there."""
    return "".join(f"{name}: {value}\n" for name, value in (AWARD | fields).items() if value is not None)


class Repository:
    """A repository whose first commit is an office with one award, `one`, and one page of prose."""

    def __init__(self, folder: Path, prefix: str = ""):
        self.folder, self.office = folder, folder / prefix
        write({"files": {}}, self.office)
        self.put({"data/awards/one.yml": award(), "content/about.md": "# About\n\nWho we are.\n", "mkdocs.yml": CONFIG})
        self.git("init", "-q", "-b", "main")
        self.first = self.commit()

    def put(self, files: dict[str, str | bytes | None]) -> None:
        """Writes files below the office; one that is None is deleted."""
        for name, text in files.items():
            path = self.office / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if text is None:
                path.unlink()
            else:
                path.write_bytes(text if isinstance(text, bytes) else text.encode())

    def git(self, *words: str, day: str = DAY) -> str:
        days = dict.fromkeys(("GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE"), f"{day}T12:00:00+00:00")
        done = subprocess.run(
            ["git", *words], cwd=self.folder, env=os.environ | days, capture_output=True, text=True, check=True
        )
        return done.stdout.strip()

    def commit(self, files: dict[str, str | bytes | None] | None = None, day: str = DAY) -> str:
        """Commits some files, and returns the name of the commit."""
        self.put(files or {})
        self.git("add", "-A")
        self.git("commit", "-qm", "Change", "--allow-empty", day=day)
        return self.git("rev-parse", "HEAD")

    def review(self, said: str = "HEAD~1..HEAD", today: str = "") -> Report:
        at = span(self.office, said)
        return review(at, self.office, today or at.day)

    def change(self, files: dict[str, str | bytes | None], day: str = DAY) -> Report:
        """The report on a commit with some files."""
        self.commit(files, day)
        return self.review()

    def comment(self, said: str = "HEAD~1..HEAD", where: Where = NOWHERE) -> str:
        report = self.review(said)
        return markdown(replace(report, previewed=bool(where.preview)), where)


def lines(report: Report) -> list[str]:
    """What a report says that the change does, each line with the records below it."""
    return ["\n".join([line.text, *(f"  {each}" for each in line.each)]) for line in report.lines]


__all__ = ["AWARD", "CONFIG", "CSV_AWARDS", "DAY", "OFFICE", "Repository", "award", "lines"]
