"""`daylight upgrade` replaces the files of the program, and touches nothing that is the office's: not one byte."""

import re
import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from daylight.begin import program, upgrade
from daylight.begin.upgrade import KEEP, REPLACE, Refused, carry_out, plan
from tests.begun import begin
from tests.test_build import tree
from tests.test_cli import daylight

THEIRS = ("data/publisher.yml", "content/about.md", "mkdocs.yml", "README.md", ".gitignore", "generator/own.py")
CODE = "generator/daylight/code.py"


def folder_of(folder: Path, files: dict[str, str]) -> dict[str, Path]:
    """A program of these files, and where each of them lies."""
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(text.encode())
    return {path: folder / path for path in files}


def office_of(home: Path, files: dict[str, str]) -> Path:
    """An office that has this program, and files of its own."""
    source = folder_of(home / "old", files)
    for path, file in source.items():
        upgrade.copy(file, home / "office" / path)
    folder_of(home / "office", dict.fromkeys(THEIRS, "theirs"))
    upgrade.write_manifest(home / "office", program.sums(source))
    return home / "office"


NAMES = st.sampled_from(
    [CODE, "generator/daylight/b.py", "generator/daylight/c/d.py", "Makefile", ".github/workflows/check.yml", "own.txt"]
)
TEXTS = st.sampled_from(["one\n", "two\r\n", "three", ""])
PROGRAMS = st.dictionaries(NAMES, TEXTS, min_size=1)
EDITS = st.dictionaries(NAMES, st.one_of(st.none(), TEXTS, st.just("mine")))


def edit(folder: Path, edits: dict[str, str | None]) -> None:
    """What an office does to its files: other words, or none."""
    for path, text in edits.items():
        (folder / path).unlink(missing_ok=True)
        if text is not None:
            folder_of(folder, {path: text})


@settings(max_examples=150, deadline=None)
@given(old=PROGRAMS, new=PROGRAMS, edits=EDITS, how=st.sampled_from([KEEP, REPLACE]))
def test_whatever_was_changed_nothing_of_the_office_is_lost_and_the_rest_is_the_program(
    tmp_path_factory, old, new, edits, how
):
    home = tmp_path_factory.mktemp("home")
    office, source = office_of(home, old), folder_of(home / "new", new)
    edit(office, edits)
    before = tree(office)
    of = plan(office, source)
    assert tree(office) == before  # a plan writes nothing
    carry_out(office, of, how)
    after = tree(office)
    for path in THEIRS:
        assert after[path] == before[path]
    plain = {path: data.replace(b"\r\n", b"\n") for path, data in before.items()}
    for path in before.keys() - {program.MANIFEST} - set(THEIRS):
        was = old.get(path)
        if was is None or plain[path] != was.replace("\r\n", "\n").encode():  # the office's own, or changed by it
            beside = {after.get(path), after.get(f"{path}.yours")}
            assert before[path] in beside or plain[path] == new.get(path, "\0").replace("\r\n", "\n").encode()
        elif path not in new:
            assert path not in after
    for path, text in new.items():
        if path not in of.changed and path not in of.taken_away:
            assert after[path].replace(b"\r\n", b"\n") == text.replace("\r\n", "\n").encode()
    again = plan(office, source)
    assert (again.added, again.replaced, again.deleted) == ([], [], [])
    assert again.changed == (sorted(path for path in of.changed if path in new) if how == KEEP else [])
    shutil.rmtree(home)


@pytest.fixture
def home(tmp_path) -> Path:
    office_of(
        tmp_path, {CODE: "old", "generator/daylight/gone.py": "old", "Makefile": "old", ".github/workflows/w.yml": "old"}
    )
    return tmp_path


NEW = {CODE: "new", "generator/daylight/more/added.py": "new", "Makefile": "old", ".github/workflows/w.yml": "new"}


def test_what_is_new_comes_and_what_is_gone_goes(home):
    of = plan(home / "office", folder_of(home / "new", NEW))
    assert (of.replaced, of.added) == ([".github/workflows/w.yml", CODE], ["generator/daylight/more/added.py"])
    assert (of.deleted, of.changed, of.taken_away) == (["generator/daylight/gone.py"], [], [])
    assert carry_out(home / "office", of, KEEP) == []
    there = tree(home / "office")
    assert {path: there[path].decode() for path in NEW} == NEW
    assert there.keys() - NEW.keys() == {*THEIRS, program.MANIFEST}


@pytest.mark.parametrize("last", range(4))
def test_a_stopped_upgrade_is_finished_by_the_next(home, monkeypatch, last):
    source = folder_of(home / "new", NEW)
    shutil.copytree(home / "office", home / "whole")
    carry_out(home / "whole", plan(home / "whole", source), KEEP)
    steps = iter(range(9))

    def stopping(do):
        def step(*what):
            if next(steps) == last:
                raise KeyboardInterrupt
            do(*what)

        return step

    with monkeypatch.context() as stopped, pytest.raises(KeyboardInterrupt):
        for name in ("copy", "_delete"):
            stopped.setattr(upgrade, name, stopping(getattr(upgrade, name)))
        carry_out(home / "office", plan(home / "office", source), KEEP)
    assert tree(home / "office") != tree(home / "whole")
    carry_out(home / "office", plan(home / "office", source), KEEP)
    assert tree(home / "office") == tree(home / "whole")


def test_a_workflow_that_the_office_took_away_stays_away_and_a_part_of_the_program_comes_back(home):
    edit(home / "office", {".github/workflows/w.yml": None, CODE: None})
    of = plan(home / "office", folder_of(home / "new", NEW))
    assert of.taken_away == [".github/workflows/w.yml"]
    assert CODE in of.added
    carry_out(home / "office", of, KEEP)
    assert not (home / "office/.github").exists() or not (home / "office/.github/workflows/w.yml").exists()


def test_nothing_is_written_through_a_link(home):
    shutil.move(home / "office/generator/daylight", home / "elsewhere")
    (home / "office/generator/daylight").symlink_to(home / "elsewhere")
    before = tree(home / "elsewhere")
    with pytest.raises(Refused, match="a link leads elsewhere"):
        plan(home / "office", folder_of(home / "new", NEW))
    assert tree(home / "elsewhere") == before


def test_a_manifest_cannot_name_a_file_of_somebody_else(home):
    (home / "mine.txt").write_text("mine", "utf-8")
    with (home / "office" / program.MANIFEST).open("a", encoding="utf-8") as file:
        file.write(f"{program.sum_of(home / 'mine.txt')}  ../mine.txt\n")
    with pytest.raises(Refused):
        plan(home / "office", folder_of(home / "new", NEW))


def test_what_lies_beside_from_the_last_time_is_not_written_over(home):
    edit(home / "office", {CODE: "mine"})
    source = folder_of(home / "new", NEW)
    assert carry_out(home / "office", plan(home / "office", source), REPLACE) == [f"{CODE}.yours"]
    edit(home / "office", {CODE: "mine again"})
    before = tree(home / "office")
    with pytest.raises(Refused, match="read and deleted first"):
        carry_out(home / "office", plan(home / "office", source), REPLACE)
    assert tree(home / "office") == before


def test_files_that_can_be_run_still_can(home):
    source = folder_of(home / "new", NEW | {".githooks/look": "#!/bin/sh\n"})
    source[".githooks/look"].chmod(0o755)
    carry_out(home / "office", plan(home / "office", source), KEEP)
    assert (home / "office/.githooks/look").stat().st_mode & 0o111


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Path:
    """An office of the day before, whose program differs in three files."""
    folder = begin(tmp_path_factory.mktemp("made") / "our office")
    _, sums = program.recorded(folder)
    (folder / "generator/daylight/load.py").write_text("# as it was\n", "utf-8")
    (folder / "generator/daylight/old.py").write_text("# is no more\n", "utf-8")
    (folder / "generator/daylight/judge.py").unlink()
    sums |= {
        f"generator/daylight/{name}.py": program.sum_of(folder / f"generator/daylight/{name}.py") for name in ("load", "old")
    }
    del sums["generator/daylight/judge.py"]
    (folder / program.MANIFEST).write_text(program.manifest(sums, "0.0.9"), "utf-8")
    return folder


@pytest.fixture
def older(made, tmp_path) -> Path:
    return shutil.copytree(made, tmp_path / "our office")


def test_an_older_office_gets_this_program(older):
    folder_of(older, {"data/awards/b1.yml": "title: Mine\n", "content/about.md": "Mine", "imports/2025.yml": "Mine"})
    before = tree(older)
    was, _ = program.recorded(older)
    said = daylight("upgrade", older).stdout
    assert re.search(r"is now Daylight [\d.]+\+[0-9a-f]{8} \(", said) and was.startswith("0.0.9+")
    assert f"(it was {was}): 1 replaced, 1 added, 1 deleted." in said
    after, own = tree(older), program.files()
    assert {path: after[path] for path in own} == {path: file.read_bytes() for path, file in own.items()}
    theirs = before.keys() - own.keys() - {program.MANIFEST, "generator/daylight/old.py"}
    assert {path: after[path] for path in theirs} == {path: before[path] for path in theirs}
    assert "data/publisher.yml" in theirs and "imports/2025.yml" in theirs
    assert "nothing to change" in daylight("upgrade", older).stdout


def test_a_changed_file_is_named_and_nothing_is_written_until_the_office_says_what_becomes_of_it(older):
    (older / "Makefile").write_text("mine:\n", "utf-8")
    before = tree(older)
    said = daylight("upgrade", older, ends=1).stderr
    assert "\n  Makefile\n" in said
    assert "CHANGED=keep" in said and "CHANGED=replace" in said
    assert tree(older) == before
    assert "Makefile.new" in daylight("upgrade", older, "--keep").stdout
    assert (older / "Makefile").read_text("utf-8") == "mine:\n"
    (older / "Makefile.new").unlink()
    assert "Makefile.yours" in daylight("upgrade", older, "--replace").stdout
    assert (older / "Makefile.yours").read_text("utf-8") == "mine:\n"
    assert (older / "Makefile").read_bytes() == (program.ROOT / "Makefile").read_bytes()


def test_the_name_of_the_program_changes_with_each_of_its_files(tmp_path):
    one = folder_of(tmp_path, {"Makefile": "one", CODE: "one"})
    before = program.named(program.sums(one))
    assert before == program.named(program.sums(dict(reversed(one.items()))))
    edit(tmp_path, {CODE: "two"})
    assert program.named(program.sums(one)) != before
    assert program.named(program.sums({"Makefile": one["Makefile"]})) != before


def test_only_what_was_begun_can_be_brought_up_to_date(tmp_path):
    assert "daylight init made" in daylight("upgrade", tmp_path, ends=1).stderr
    assert list(tmp_path.iterdir()) == []
    assert "a newer copy" in daylight("upgrade", program.ROOT, ends=2).stderr


def test_the_line_ends_of_windows_are_no_change(older):
    for path in ("Makefile", "generator/daylight/build.py"):
        data = (older / path).read_bytes()
        (older / path).write_bytes(data.replace(b"\n", b"\r\n"))
    assert "1 replaced, 1 added, 1 deleted" in daylight("upgrade", older).stdout


def test_the_program_of_an_office_can_begin_another(older):
    daylight("upgrade", older)
    assert program.files(older).keys() == program.files().keys()
    shutil.copyfile(older / program.MANIFEST, older.parent / "sums")
    assert program.manifest(program.sums(program.files(older))) == (older.parent / "sums").read_text("utf-8")


def test_without_the_whole_program_nothing_begins(tmp_path):
    with pytest.raises(program.NoCheckout):
        program.files(tmp_path)
