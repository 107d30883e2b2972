"""A finding: something in a record that a person should put right, said in plain English.

The words themselves are in findings.yml, where anybody can improve them without touching code.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher, get_close_matches
from functools import cache, lru_cache
from pathlib import Path

import yaml

from daylight.private import hidden

ERROR, WARNING, NOTE = "error", "warning", "note"
SEVERITIES = (ERROR, WARNING, NOTE)
OWN = frozenset({"values", "fields", "folders", "problem"})  # facts that are the program's own words, which are shown whole


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing to put right.

    `path` is relative to the office's folder and `line` counts from 1. `rule` is the identifier under which findings.yml
    keeps the words. `fix` is what to type instead, and empty where that cannot be known safely. `field` is the field on whose
    value it is, there or missing, where it is about one alone.
    """

    path: str
    line: int
    rule: str
    message: str
    fix: str = ""
    severity: str = ERROR
    field: str = ""

    def text(self) -> str:
        """The finding in one line, as a terminal shows it: path, line, what must be, and what to type instead.

        A warning names its rule, for the exception that may explain it.
        """
        mark = "" if self.severity == ERROR else f"{self.severity} {self.rule}: "
        return f"{readable(self.path)}:{self.line}: {mark}{self.sentence()}"

    def sentence(self) -> str:
        """What must be and what to type instead, without the place."""
        return f"{self.message}; type {readable(self.fix)}" if self.fix else self.message


@cache
def wordings() -> dict:
    """All of findings.yml: for each rule its severity and its messages by name."""
    return yaml.safe_load(Path(__file__).with_name("findings.yml").read_text("utf-8"))


def finding(
    rule: str, name: str, path: str, line: int, /, fix: str = "", severity: str = "", of: str = "", **facts
) -> Finding:
    """A finding in the words that findings.yml has under `rule` and `name`, filled with `facts`, about the field `of`.

    The severity is the rule's own unless one is given. A wording that does not exist is a KeyError: our bug. What looks
    private is not repeated, whatever the finding is about: all can read the log.
    """
    words = wordings()[rule]
    facts = {k: _fact(k, v) if isinstance(v, str) else v for k, v in facts.items()}
    fix = fix if not fix or hidden(fix) == fix else ""
    return Finding(path, line, rule, words["messages"][name].format(**facts), fix, severity or words["severity"], of)


@lru_cache(maxsize=4096)  # many findings say the same of the same fields
def _fact(name: str, value: str) -> str:
    return shown(value, None) if name in OWN else shown(hidden(value))


def words(name: str) -> str:
    """The name of a field, a list or a kind of record, as a sentence says it after "the"."""
    plain = name.replace("_", " ")
    odd = plain.rpartition(" ")[2] in _NO_NOUNS or plain.partition(" ")[0] in ("from", "is", "in")
    return f'field "{name}"' if odd else plain


def with_article(noun: str) -> str:
    """A noun after "a" or "an"."""
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def close(text: str, choices: Iterable[str]) -> str:
    """The one choice that was surely meant by a text with a slip; "" where there is none, or another is nearly as close."""
    found = get_close_matches(text, choices, 2, 0.75)
    ratios = [SequenceMatcher(None, text, choice).ratio() for choice in found]
    return found[0] if found and (len(found) == 1 or ratios[0] - ratios[1] > 0.05) else ""


def shown(value: str, most: int | None = 80) -> str:
    """What a person typed, fit for one line of a terminal: without line ends or control characters, and not too long."""
    clean = " ".join((value if value.isprintable() else "".join(c if c.isprintable() else " " for c in value)).split())
    return clean if most is None or len(clean) <= most else clean[: most - 3] + "..."


def readable(path: str) -> str:
    """A path with ? for each character that cannot be printed."""
    return path if path.isprintable() else "".join(c if c.isprintable() else "?" for c in path)


def page_of(code: str) -> str:
    """The path of the page that explains a code, below the root of the site."""
    return f"checks/{code.lower()}/"


_NO_NOUNS = frozenset(
    {"on", "at", "for", "from", "to", "of", "by", "under", "own", "counted", "published", "until", "earlier", "dated"}
)
