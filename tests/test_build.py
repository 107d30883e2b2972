"""One process or many: the same site."""

import pytest

from daylight import build, load, publish, workers
from daylight.making import works
from tests.built import TODAY, office


def tree(folder):
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_many_processes_make_the_same_bytes_as_one(tmp_path, monkeypatch):
    home = office(tmp_path)
    monkeypatch.setattr(workers, "cores", lambda: 1)
    assert build.build(home, tmp_path / "one", TODAY).published
    monkeypatch.setattr(workers, "cores", lambda: 4)
    monkeypatch.setattr(works, "PARALLEL", 1)
    monkeypatch.setattr(load, "PARALLEL", 1)
    assert build.build(home, tmp_path / "four", TODAY).published
    assert tree(tmp_path / "one") == tree(tmp_path / "four")


def test_two_records_of_one_key_are_found_whoever_reads_them(tmp_path, monkeypatch):
    home = office(tmp_path)
    source = home / "data/funds/sy-f001.yml"
    (home / "data/funds/again").mkdir()
    (home / "data/funds/again/sy-f001.yml").write_bytes(source.read_bytes())
    monkeypatch.setattr(workers, "cores", lambda: 4)
    monkeypatch.setattr(load, "PARALLEL", 1)
    said = [f for f in build.check(home, TODAY)[1] if f.rule == "CONSTRAINT"]
    assert [f.path for f in said] == ["data/funds/sy-f001.yml"]


def test_two_makers_of_one_path_are_refused():
    with pytest.raises(publish.TwoMakers):
        publish.distinct(["index.html", "index.html"])


def test_a_build_that_was_stopped_between_its_last_two_steps_is_put_right(tmp_path):
    home = office(tmp_path)
    out = tmp_path / "site"
    build.build(home, out, TODAY)
    before = tree(out)
    stage = publish.Stage(out)
    stage.write([("new.html", b"new")])
    stage.recover()
    assert tree(out) == before
