"""Reads YAML files, one record each."""

import re
from collections.abc import Iterator
from sys import intern

import yaml

from daylight.findings import Finding, finding, words
from daylight.slips import Slip, lost, quoted, slip
from daylight.sources.entry import Entry, Unreadable, decoded

_PROBLEMS = {  # part of what libyaml says of a file, and our wording of it
    "mapping values are not allowed": "yaml-colon",
    "found a tab": "yaml-tab",
    "cannot start any token": "yaml-sign",
    "while scanning a quoted scalar": "yaml-quote",
    "did not find expected key": "yaml-key",
    "did not find expected alphabetic or numeric": "anchor",
    "did not find expected <document start>": "yaml-indent",
    "could not find expected ':'": "yaml-name",
    "while parsing a flow": "yaml-bracket",
}
_ODD = frozenset({*_PROBLEMS.values(), "not-yaml", "anchor", "tag", "group"})  # behind which may be another slip
_BEGINS = ("yaml-quote", "yaml-name", "yaml-bracket")  # what libyaml sees only after the line on which it began
_CONTROL = re.compile("[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # what YAML forbids
_BREAK = re.compile("[\x85\u2028\u2029]")  # what ends a line for YAML, and neither for an editor nor for GitHub


def read_yaml(path: str, data: bytes) -> tuple[list[Entry], list[Finding]]:
    """One entry with the fields of a YAML file, or none where it cannot be read, and what is wrong with its form."""
    findings: list[Finding] = []
    text = ""
    try:
        text = _visible(decoded(data), path, findings)
        return [_YamlReader(text, path, findings).document()], findings
    except Unreadable as e:
        return [], [*findings, _slip(path, text, e.line, e.name, e.facts)]
    except yaml.YAMLError as e:
        return [], [*findings, _unreadable(path, text, e)]


def _visible(text: str, path: str, findings: list[Finding]) -> str:
    """The text with a space for each character that only seems to end a line, which is said once a line."""
    if found := _CONTROL.search(text):
        raise Unreadable(text.count("\n", 0, found.start()) + 1, "unseen", number=str(ord(found[0])))
    if text.isascii() or not _BREAK.search(text):
        return text
    for line, said in enumerate(text.split("\n"), 1):
        if found := _BREAK.search(said):
            findings.append(finding("FILE", "unseen", path, line, number=ord(found[0])))
    return _BREAK.sub(" ", text)


def _unreadable(path: str, text: str, e: yaml.YAMLError) -> Finding:
    """Why the parser stopped, at the line where that began."""
    context, problem = getattr(e, "context", None) or "", str(getattr(e, "problem", None) or getattr(e, "reason", "unknown"))
    name = next((name for part, name in _PROBLEMS.items() if part in f"{context} {problem}"), "not-yaml")
    mark = (name in _BEGINS and e.context_mark) or getattr(e, "problem_mark", None)
    line = mark.line if mark else 0
    if name == "yaml-sign" and "\t" in "".join(text.splitlines()[line : line + 1]):
        name = "yaml-tab"
    return _slip(path, text, line + 1, name, {"problem": problem})


def _slip(path: str, text: str, line: int, name: str, facts: dict) -> Finding:
    """What is wrong at a line, or at the one where the slip that led to it is."""
    found = slip(text, line, name) if name in _ODD else Slip(line, name)
    return finding("FILE", found.name, path, found.line, found.fix, **facts)


class _YamlReader:
    """Walks the events of libyaml's parser: a third of the time of building nodes, and each event knows its line."""

    def __init__(self, text: str, path: str, findings: list[Finding]):
        self.path, self.findings, self.lost = path, findings, lost(text)
        self.next = yaml.CBaseLoader(text).get_event

    def document(self) -> Entry:
        self.next()  # the start of the stream
        event = self.next()
        if isinstance(event, yaml.StreamEndEvent):
            raise Unreadable(1, "empty")
        event = self.next()
        if isinstance(event, yaml.ScalarEvent) and not event.value:
            raise Unreadable(1, "empty")
        if not isinstance(event, yaml.MappingStartEvent):
            raise Unreadable(event.start_mark.line + 1, "not-mapping")
        entry = self.mapping(event, lists=True)
        self.next()  # the end of the document
        event = self.next()
        if not isinstance(event, yaml.StreamEndEvent):
            raise Unreadable(event.start_mark.line + 1, "two-documents")
        return entry

    def mapping(self, start, lists: bool) -> Entry:
        self.plain(start)
        entry = Entry(start.start_mark.line + 1)
        seen = set()
        while not isinstance(key := self.next(), yaml.MappingEndEvent):
            if not isinstance(key, yaml.ScalarEvent):
                raise Unreadable(key.start_mark.line + 1, "not-mapping")
            self.plain(key)
            name, line = intern(key.value), key.start_mark.line + 1
            if name in seen:
                self.findings.append(finding("FILE", "duplicate", self.path, line, field=name))
            seen.add(name)
            self.value(entry, name, line, lists)
        return entry

    def value(self, entry: Entry, name: str, line: int, lists: bool) -> None:
        event = self.next()
        if isinstance(event, yaml.ScalarEvent):
            self.plain(event)
            if self.lost:
                self.whole(event)
            entry.lines[name] = line
            if text := event.value.strip():
                entry.texts[name] = text
        elif isinstance(event, yaml.SequenceStartEvent) and lists:
            self.plain(event)
            entry.lines[name] = line
            entry.lists[name] = list(self.sequence(name))
        elif isinstance(event, yaml.AliasEvent):
            raise Unreadable(event.start_mark.line + 1, "anchor")
        else:
            raise Unreadable(line, "group" if lists else "not-text", field=words(name))

    def sequence(self, name: str) -> Iterator[Entry]:
        while not isinstance(event := self.next(), yaml.SequenceEndEvent):
            line = event.start_mark.line + 1
            if isinstance(event, yaml.MappingStartEvent):
                yield self.mapping(event, lists=False)
            elif isinstance(event, yaml.ScalarEvent):
                self.plain(event)
                if self.lost:
                    self.whole(event)
                yield Entry(line, {"": event.value.strip()} if event.value.strip() else {}, {"": line})
            elif isinstance(event, yaml.AliasEvent):
                raise Unreadable(line, "anchor")
            else:
                raise Unreadable(line, "not-text", field=words(name))

    def whole(self, event: yaml.ScalarEvent) -> None:
        """Says that the end of a value was taken for a remark."""
        if not event.style and (tail := self.lost.get(event.end_mark.line + 1)):
            fix = quoted(" ".join(event.value.split()) + tail)
            self.findings.append(finding("FILE", "yaml-hash", self.path, event.end_mark.line + 1, fix))

    def plain(self, event) -> None:
        if event.anchor is not None:
            raise Unreadable(event.start_mark.line + 1, "anchor")
        if event.tag is not None and not (isinstance(event, yaml.ScalarEvent) and event.tag == "!"):
            raise Unreadable(event.start_mark.line + 1, "tag")
