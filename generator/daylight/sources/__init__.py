"""Reads YAML files and CSV tables into plain text, and remembers on which line each value stands.

Nothing is interpreted here: YAML's own typing would turn `no` into False, `0123` into 83 and drop the first of two equal
keys. Whatever a person can type wrongly ends as a finding, never as an exception.
"""

from daylight.sources.entry import Entry
from daylight.sources.tables import read_csv
from daylight.sources.yaml_files import read_yaml

__all__ = ["Entry", "read_csv", "read_yaml"]
