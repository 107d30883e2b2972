"""Reads the files of search as a browser does, in Python; and finds the same without them, by looking through all records."""

import json
import random
from collections.abc import Mapping

from daylight.pages import SHOWN
from daylight.search.order import numbers as numbers_of
from daylight.search.terms import STOP, also, texts, tokens
from daylight.site import Site


def numbers(differences: list[int]) -> list[int]:
    """The numbers of a list of differences."""
    found, last = [], -1
    for step in differences:
        for _ in range(1 if step > 0 else -step):
            last += max(step, 1)
            found.append(last)
    return found


def wanted(query: str) -> list[str]:
    """The words that a query asks for, each once. The most common words are left out, unless there are no others."""
    words = tokens(query)
    return list(dict.fromkeys([word for word in words if word not in STOP] or words))


def lookup(files: Mapping[str, bytes], word: str) -> tuple[set[int], set[int]]:
    """The numbers of what has a word with this beginning in its name, and of all that has one."""
    names = set(json.loads(files["search/index.json"])["terms"].split(","))
    for size in range(1, len(word) + 1):
        letters = word[:size]
        if letters not in names:
            return set(), set()
        if not any(name.startswith(letters) and len(name) == size + 1 for name in names):
            break
    of = json.loads(files[f"search/terms/{letters}.json"])
    lists = [of["*"]] if letters == word and "*" in of else [of[key] for key in of if key.startswith(word)]
    named = {number for names, _ in lists for number in numbers(names)}
    return named, named | {number for _, others in lists for number in numbers(others)}


def find(files: Mapping[str, bytes], query: str) -> list[int]:
    """The numbers of all that has every word of a query."""
    return sorted(set.intersection(*(lookup(files, word)[1] for word in wanted(query))))


def described(files: Mapping[str, bytes], number: int) -> tuple[str, list]:
    """The kind of a thing, and what a list says of it."""
    index = json.loads(files["search/index.json"])
    kind = [kind for kind, _, first, _ in index["kinds"] if first <= number][-1]
    return kind, json.loads(files[f"search/docs/{number // index['chunk']}.json"])[number % index["chunk"]]


def scan(site: Site, query: str) -> list[int]:
    """What a plain look through all records finds."""
    found = []
    for (kind, key), number in numbers_of(site).items():
        record = site.get(kind, key)
        there = set(tokens("\n".join([site.label(record), *texts(site, record)]))) - STOP
        there |= also(there)
        if all(any(word.startswith(asked) for word in there) for asked in wanted(query)):
            found.append(number)
    return sorted(found)


def queries(site: Site, count: int) -> list[str]:
    """Words and beginnings of words of records taken by chance, the same ones each time."""
    chance, made = random.Random(11), []  # noqa: S311
    records = [record for kind in SHOWN for record in site.all(kind)]
    while len(made) < count:
        record = chance.choice(records)
        words = "\n".join([site.label(record), *texts(site, record)]).split()
        some = chance.sample(words, min(len(words), chance.randint(1, 3)))
        if query := " ".join(word[: chance.randint(1, len(word))] for word in some).strip():
            made.append(query)
    return made
