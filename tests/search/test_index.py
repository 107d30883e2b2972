"""The files of the index: which there are, and that a reader finds in them what was put in."""

import json
import random

from tests.search.reading import lookup, numbers

from daylight.search import index


def files(found):
    made = {f"search/terms/{letters}.json": text.encode() for letters, text in index.files(found)}
    names = [path.removeprefix("search/terms/").removesuffix(".json") for path in made]
    assert len(set(names)) == len(names)
    return made | {"search/index.json": json.dumps({"terms": ",".join(names)}).encode()}


def test_numbers_are_written_as_differences_and_rows_of_numbers_as_one():
    assert index.differences([0, 1, 2, 5, 6, 9]) == "-3,3,1,3"
    assert index.differences([4]) == "5"
    assert index.differences([]) == ""


def test_any_rising_numbers_come_back():
    chance = random.Random(5)  # noqa: S311
    for most in (1, 2, 10, 500):
        for _ in range(50):
            given = sorted(chance.sample(range(most), chance.randint(0, most)))
            assert numbers(json.loads(f"[{index.differences(given)}]")) == given


def test_every_beginning_of_every_word_leads_to_all_that_has_it(monkeypatch):
    monkeypatch.setattr(index, "MOST", 120)
    chance = random.Random(7)  # noqa: S311
    word = lambda: "".join(chance.choice("abcé") for _ in range(chance.randint(1, 6)))  # noqa: E731
    things = [({word() for _ in range(2)}, {word() for _ in range(4)}) for _ in range(80)]
    made = files(index.gathered(things))
    assert any(len(path) > len("search/terms/ab.json") for path in made)
    for beginning in {word[:size] for names, others in things for word in names | others for size in range(1, 7)} | {
        "z",
        "aaaaaaaa",
    }:
        named = {n for n, (names, _) in enumerate(things) if any(w.startswith(beginning) for w in names)}
        all_of = {n for n, (names, others) in enumerate(things) if any(w.startswith(beginning) for w in names | others)}
        assert lookup(made, beginning) == (named, all_of), beginning


def test_the_order_of_words_does_not_depend_on_chance():
    one, other = [({"b", "a"}, {"d", "c"})], [({"a", "b"}, {"c", "d"})]
    assert list(index.files(index.gathered(one))) == list(index.files(index.gathered(other)))
