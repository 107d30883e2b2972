"""The new site takes the place of the old one: only what differs is written, and wherever that stops nothing is half done."""

import os
from itertools import count
from pathlib import Path

import pytest

from daylight.publish import Stage, TwoMakers
from tests.test_build import tree

OLD = {
    "index.html": b"old",
    "same.html": b"same",
    "gone.html": b"gone",
    "gone/deep/below/index.html": b"gone",
    "awards/a/index.html": b"a",
    "awards/b/index.html": b"b",
    "becomes-a-folder": b"file",
    "becomes-a-file/index.html": b"in a folder",
}
NEW = {
    "index.html": b"new",
    "same.html": b"same",
    "awards/b/index.html": b"b",
    "awards/c/index.html": b"c",
    "becomes-a-folder/index.html": b"in a folder",
    "becomes-a-file": b"file",
    "added/deep/below.html": b"added",
}


def publish(out: Path, files: dict[str, bytes]) -> int:
    stage = Stage(out)
    stage.recover()
    return stage.publish(stage.write(files.items()))


@pytest.fixture
def out(tmp_path) -> Path:
    """The old site."""
    publish(tmp_path / "site", OLD)
    return tmp_path / "site"


def beside(out: Path) -> set[str]:
    """What lies beside a site."""
    return {path.name for path in out.parent.iterdir()} - {out.name}


def test_the_first_site_is_there_all_at_once(tmp_path):
    assert publish(tmp_path / "some/where/site", OLD) == len(OLD)
    assert tree(tmp_path / "some/where/site") == OLD
    assert beside(tmp_path / "some/where/site") == set()


def test_the_new_site_takes_the_place_of_the_old_one(out):
    assert publish(out, NEW) == len(NEW)
    assert tree(out) == NEW
    assert beside(out) == set()


def test_a_folder_in_which_nothing_is_left_goes(out):
    publish(out, NEW)
    folders = {path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_dir()}
    assert folders == {"awards", "awards/b", "awards/c", "becomes-a-folder", "added", "added/deep"}


def test_only_what_differs_is_written(out):
    stage = Stage(out)
    assert stage.write(NEW.items()) == list(NEW)
    assert tree(stage.folder).keys() == NEW.keys() - {"same.html", "awards/b/index.html"}
    same = [out / "same.html", out / "awards/b/index.html"]
    before = [(path.stat().st_ino, path.stat().st_mtime_ns) for path in same]
    stage.publish(list(NEW))
    assert [(path.stat().st_ino, path.stat().st_mtime_ns) for path in same] == before


def test_what_is_judged_before_it_is_published_is_always_there(out):
    stage = Stage(out)
    stage.write([("same.html", b"same")], always=True)
    assert tree(stage.folder) == {"same.html": b"same"}


def test_until_it_is_published_the_old_site_stays(out):
    stage = Stage(out)
    stage.write(NEW.items())
    assert tree(out) == OLD


def test_two_makers_of_one_path_leave_the_old_site(out):
    stage = Stage(out)
    paths = stage.write([*NEW.items(), ("index.html", b"another")])
    with pytest.raises(TwoMakers, match=r"index\.html"):
        stage.publish(paths)
    stage.recover()
    assert tree(out) == OLD
    assert beside(out) == set()


def test_what_a_link_leads_to_is_not_deleted(out, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/mine.txt").write_text("mine", "utf-8")
    (out / "link").symlink_to(tmp_path / "elsewhere")
    (out / "broken").symlink_to(tmp_path / "nowhere")
    publish(out, NEW)
    assert (tmp_path / "elsewhere/mine.txt").read_text("utf-8") == "mine"
    assert not (out / "broken").is_symlink()


@pytest.mark.parametrize("name", [".git/HEAD", ".nojekyll", "gone/.git/HEAD", "awards/.hidden/below/x"])
def test_a_hidden_file_is_not_ours_and_stays(out, name):
    (out / name).parent.mkdir(parents=True, exist_ok=True)
    (out / name).write_text("mine", "utf-8")
    publish(out, NEW)
    assert tree(out) == NEW | {name: b"mine"}


def test_what_is_hidden_in_a_folder_in_whose_place_a_file_belongs_stays(out):
    (out / "becomes-a-file/.mine").write_text("mine", "utf-8")
    publish(out, NEW)
    assert tree(out).items() >= NEW.items()
    assert (out / ".becomes-a-file/.mine").is_file()


def test_a_link_in_whose_place_a_file_belongs_goes_and_what_it_leads_to_stays(out, tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/x").write_text("mine", "utf-8")
    (out / "same.html").unlink()
    (out / "same.html").symlink_to(tmp_path / "mine")
    publish(out, NEW)
    assert tree(out) == NEW
    assert (tmp_path / "mine/x").is_file()


class Stopped(BaseException):
    """The machine is switched off."""


CHANGES = ((os, ("mkdir", "rename", "replace", "unlink", "rmdir")), (Path, ("write_bytes", "write_text")))


def stop_before(patch: pytest.MonkeyPatch, step: int) -> None:
    """From here on, the step-th change of a file or a folder and all that follow are not made any more."""
    made = count()

    def counted(change):
        def one(*words, **named):
            if next(made) >= step:
                raise Stopped
            return change(*words, **named)

        return one

    for owner, names in CHANGES:
        for name in names:
            patch.setattr(owner, name, counted(getattr(owner, name)))


@pytest.mark.parametrize("old", [OLD, {}], ids=["over an old site", "the first site"])
def test_wherever_a_build_is_stopped_the_next_one_puts_it_right(tmp_path, old):
    stopped, step = True, 0
    while stopped:
        out = tmp_path / str(step) / "site"
        out.parent.mkdir()
        if old:
            publish(out, old)
        with pytest.MonkeyPatch.context() as patch:
            stop_before(patch, step)
            try:
                publish(out, NEW)
                stopped = False
            except Stopped:
                if "site.ready" not in beside(out):
                    assert tree(out) in (old, NEW), f"the old site was touched before the new one was ready: step {step}"
        Stage(out).recover()
        assert tree(out) in (old, NEW), f"the site is half done: step {step}"
        assert publish(out, NEW) == len(NEW)
        assert (tree(out), beside(out)) == (NEW, set()), f"step {step}"
        step += 1
    assert step > 10
