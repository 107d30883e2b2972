"""Reads YAML files, one record each."""

import re
from collections.abc import Container, Iterator
from sys import intern

import yaml

from daylight.findings import Finding, finding, words
from daylight.slips import lost, quoted
from daylight.sources.entry import Entry, Unreadable, decoded
from daylight.sources.yaml_form import at_slip, stopped, visible

_BULLETS = "-–—•·"  # what a list begins with that is none: a dash without a space, or the mark of another program


def read_yaml(path: str, data: bytes, names: Container[str] = ()) -> tuple[list[Entry], list[Finding]]:
    """One entry with the fields of a YAML file, or none where it cannot be read, and what is wrong with its form.

    `names` are those of the fields that may stand in it, by which a line without a colon is known.
    """
    findings: list[Finding] = []
    text = ""
    try:
        text = visible(decoded(data), path, findings)
        return [_YamlReader(text, path, findings, names).document()], findings
    except Unreadable as e:
        return [], [*findings, at_slip(path, text, e.line, e.name, e.facts, names)]
    except yaml.YAMLError as e:
        return [], [*findings, stopped(path, text, e, names)]


class _YamlReader:
    """Walks the events of libyaml's parser: a third of the time of building nodes, and each event knows its line."""

    def __init__(self, text: str, path: str, findings: list[Finding], names: Container[str]):
        self.path, self.text, self.findings, self.names, self.lost = path, text, findings, names, lost(text)
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
        (entry,) = self.mapping(event, lists=True)
        self.next()  # the end of the document
        event = self.next()
        if not isinstance(event, yaml.StreamEndEvent):
            raise Unreadable(event.start_mark.line + 1, "two-documents")
        return entry

    def mapping(self, start, lists: bool) -> Iterator[Entry]:
        """An entry; several where those of a list are not parted by dashes."""
        self.plain(start)
        entry = Entry(start.start_mark.line + 1)
        while not isinstance(key := self.next(), yaml.MappingEndEvent):
            if not isinstance(key, yaml.ScalarEvent):
                raise Unreadable(key.start_mark.line + 1, "not-mapping")
            self.plain(key)
            name, line = intern(key.value), key.start_mark.line + 1
            if name not in entry.lines:
                self.value(entry, name, line, lists)
            elif not lists and name == next(iter(entry.lines)):
                self.findings.append(finding("FILE", "yaml-dash", self.path, line, f"- {self.said(line)}"))
                yield entry
                entry = Entry(line)
                self.value(entry, name, line, lists)
            else:
                self.twice(entry, name, line, lists)
        yield entry

    def twice(self, entry: Entry, name: str, line: int, lists: bool) -> None:
        """Says that a field stands there again. Of two different values nobody knows which is right."""
        self.findings.append(finding("FILE", "duplicate", self.path, line, field=name))
        before = entry.texts.pop(name, "")
        self.value(entry, name, line, lists)
        if before and entry.texts.get(name) != before:
            entry.texts.pop(name, None)
            entry.doubted |= {name}

    def value(self, entry: Entry, name: str, line: int, lists: bool) -> None:
        event = self.next()
        if isinstance(event, yaml.ScalarEvent):
            self.plain(event)
            entry.lines[name] = line
            text = self.whole(event) if self.lost else event.value.strip()
            at, is_list = event.start_mark.line + 1, lists and name not in self.names
            if is_list and text and text[0] in _BULLETS and not event.style and at > line:
                self.findings.append(finding("FILE", "yaml-dash", self.path, at, "- " + self.said(at).lstrip(_BULLETS + " ")))
                entry.lists[name] = [Entry(at, {"": text.lstrip(_BULLETS + " ")}, {"": at})]
            elif text:
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
                yield from self.mapping(event, lists=False)
            elif isinstance(event, yaml.ScalarEvent):
                self.plain(event)
                text = self.whole(event) if self.lost else event.value.strip()
                yield Entry(line, {"": text} if text else {}, {"": line})
            elif isinstance(event, yaml.AliasEvent):
                raise Unreadable(line, "anchor")
            else:
                raise Unreadable(line, "not-text", field=words(name))

    def whole(self, event: yaml.ScalarEvent) -> str:
        """The text of a value. Where its end, or all of it, was taken for a remark, that is said."""
        text, line = event.value.strip(), event.end_mark.line + 1
        if not event.style and (tail := self.lost.get(line)):
            said = f"{' '.join(text.split())}{tail}".strip()
            key = said[1:] if re.fullmatch(r"#[a-z][a-z0-9-]*", said) else ""  # as people mark a word on the web
            self.findings.append(finding("FILE", "yaml-hash", self.path, line, key or quoted(said)))
            return text or key
        return text

    def said(self, line: int) -> str:
        """What stands on a line."""
        return re.split("\r\n?|\n", self.text)[line - 1].strip()

    def plain(self, event) -> None:
        if event.anchor is not None:
            raise Unreadable(event.start_mark.line + 1, "anchor")
        if event.tag is not None and not (isinstance(event, yaml.ScalarEvent) and event.tag == "!"):
            raise Unreadable(event.start_mark.line + 1, "tag")
