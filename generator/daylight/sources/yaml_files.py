"""Reads YAML files, one record each."""

from collections.abc import Iterator
from sys import intern

import yaml

from daylight.findings import Finding, finding, words
from daylight.slips import lost, quoted
from daylight.sources.entry import Entry, Unreadable, decoded
from daylight.sources.yaml_form import at_slip, stopped, visible


def read_yaml(path: str, data: bytes) -> tuple[list[Entry], list[Finding]]:
    """One entry with the fields of a YAML file, or none where it cannot be read, and what is wrong with its form."""
    findings: list[Finding] = []
    text = ""
    try:
        text = visible(decoded(data), path, findings)
        return [_YamlReader(text, path, findings).document()], findings
    except Unreadable as e:
        return [], [*findings, at_slip(path, text, e.line, e.name, e.facts)]
    except yaml.YAMLError as e:
        return [], [*findings, stopped(path, text, e)]


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
