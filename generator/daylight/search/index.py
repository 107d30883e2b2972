"""The inverted index: which words lead to what, in small files by the first letters of the words.

A file `terms/ro.json` holds every word that begins with these letters: `{"rotherham": [[…], […]]}`, the numbers of what has
it in its name, and of what has it elsewhere. Letters with which few words begin have one file, such as `terms/q.json`. Those
with which very many begin have one that holds only `{"*": [[…], […]]}`, all that any of them leads to; the words are in the
files with one letter more. Numbers are written as the difference to the one before; -3 are three that follow one another.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

MOST = 20_000  # bytes of words in one file, roughly; what is longer is divided by one letter more
_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode
Found = dict[str, tuple[list[int], list[int]]]  # by word: in whose name it is, and where else


def gathered(things: Iterable[tuple[Iterable[str], Iterable[str]]]) -> Found:
    """What each word leads to: `things` are the words of the name and the other words of each, in the order of numbers."""
    found: Found = defaultdict(lambda: ([], []))
    for number, (name, others) in enumerate(things):
        for word in name:
            found[word][0].append(number)
        for word in others:
            found[word][1].append(number)
    return found


def files(found: Found) -> Iterator[tuple[str, str]]:
    """The files of an index: the letters with which the words of each begin, and its text."""
    words = sorted(found)
    texts = {word: f"[[{differences(found[word][0])}],[{differences(found[word][1])}]]" for word in words}
    yield from _divided(found, texts, words, 1)


def _divided(found: Found, texts: dict[str, str], words: Sequence[str], size: int) -> Iterator[tuple[str, str]]:
    """The files of some words, sorted, by their first `size` letters. A shorter word is in the file above."""
    words, start = [word for word in words if len(word) >= size], 0
    while start < len(words):
        letters, end = words[start][:size], start
        while end < len(words) and words[end].startswith(letters):
            end += 1
        mine, start = words[start:end], end
        if len(mine) == 1 or sum(len(texts[word]) + len(word) for word in mine) < MOST:
            yield letters, "{" + ",".join(f"{_json(word)}:{texts[word]}" for word in mine) + "}"
            continue
        names = {number for word in mine for number in found[word][0]}
        others = {number for word in mine for number in found[word][1]} - names
        yield letters, f'{{"*":[[{differences(sorted(names))}],[{differences(sorted(others))}]]}}'
        yield from _divided(found, texts, mine, size + 1)


def differences(numbers: Sequence[int]) -> str:
    """Rising numbers, each as the difference to the one before; -3 are three that follow one another."""
    out, last, run = [], -1, 0
    for number in numbers:
        if number == last + 1:
            run += 1
        else:
            if run:
                out.append(str(-run) if run > 1 else "1")
                run = 0
            out.append(str(number - last))
        last = number
    if run:
        out.append(str(-run) if run > 1 else "1")
    return ",".join(out)
