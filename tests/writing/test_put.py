"""Files of an office are written whole or not at all."""

from pathlib import Path

import pytest

from daylight.writing.files import put


def test_files_are_written_with_their_folders_and_others_stay(tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "data/own.yml").write_bytes(b"own")
    put(tmp_path, {"data/awards/one.yml": b"one\n", "two.yml": b""})
    there = {p.relative_to(tmp_path).as_posix(): p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()}
    assert there == {"data/own.yml": b"own", "data/awards/one.yml": b"one\n", "two.yml": b""}


def test_a_write_that_is_stopped_leaves_the_old_file(tmp_path, monkeypatch):
    (tmp_path / "one.yml").write_bytes(b"old")

    def stopped(part: Path, to: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", stopped)
    with pytest.raises(KeyboardInterrupt):
        put(tmp_path, {"one.yml": b"new"})
    assert (tmp_path / "one.yml").read_bytes() == b"old"
