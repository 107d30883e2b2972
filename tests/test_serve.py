"""The site while it is edited: where it is, what reloads it, and what is said instead of a crash."""

import socket
from pathlib import Path
from types import SimpleNamespace
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from daylight import serve
from daylight.findings import finding
from daylight.frame import FrameError
from tests.built import TODAY
from tests.test_cli import daylight

PAGE = "<html><body><h1>Awards</h1></body></html>"
OTHERWISE = "choose another, like: make serve PORT="
WRONG = finding("FILE", "empty", "data/awards/x.yml", 1)


@pytest.fixture
def port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


@pytest.fixture
def home(tmp_path, monkeypatch) -> Path:
    """An office whose site is one page, made without looking at the records."""
    site = tmp_path / ".cache/preview"
    (tmp_path / "data").mkdir()
    (site / "awards").mkdir(parents=True)
    (site / "awards/index.html").write_text(PAGE, "utf-8")
    (site / "awards.csv").write_text("</body>", "utf-8")

    def update(paths, seen):
        seen()
        during()
        return [WRONG]

    warm = SimpleNamespace(stage=SimpleNamespace(out=site), build=lambda: [], update=update)
    monkeypatch.setattr(serve, "Warm", lambda *words: warm)
    monkeypatch.setattr(serve, "gc", SimpleNamespace(collect=int, freeze=int, disable=int))
    monkeypatch.setattr(serve, "watch", saved())
    return tmp_path


def during():
    """Stands for what one could look at while the reports are made."""


def version(port: int, page: str) -> int:
    """The number that a page is told when it asks whether it is the newest."""
    address = f"http://127.0.0.1:{port}/"
    asked = Request(f"{address}.version", headers={"Referer": address + page})  # noqa: S310 (our own server)
    with urlopen(asked) as answer:  # noqa: S310
        return int(answer.read())


def test_a_report_is_loaded_again_only_when_it_is_made(home, port, monkeypatch):
    pages, seen = ("awards/", "checks/", "reports/annual/2023-24/"), []

    def look():
        seen.append([version(port, page) for page in pages])

    monkeypatch.setattr("tests.test_serve.during", look)
    monkeypatch.setattr(serve, "watch", saved(look, look))
    daylight("serve", home, "--port", port)
    before, meanwhile, after, _ = seen
    assert [b - a for a, b in zip(before, meanwhile, strict=True)] == [1, 0, 0]
    assert len({*after}) == 1
    assert after[0] == meanwhile[0]


def saved(*looks):
    """Stands for somebody who saves a file before each look at the site, and leaves after the last."""

    def watch(*folders, **how):
        for look in looks:
            look()
            yield {(1, "data/awards/x.yml")}
        raise KeyboardInterrupt

    return watch


def test_serve_says_where_the_site_is_until_it_is_left(home, port):
    said = daylight("serve", home, "--port", port, "--today", TODAY).output
    assert said.startswith(f"Nothing to fix.\nThe site is at http://127.0.0.1:{port}/ ")
    assert "Traceback" not in said


def test_a_page_asks_whether_it_is_the_newest_and_nothing_else_is_changed(home, port, monkeypatch):
    seen = []

    def look():
        for path in ("awards/", "awards/index.html", "awards/?q=1", "awards.csv", ".version"):
            with urlopen(f"http://127.0.0.1:{port}/{path}") as answer:
                seen.append(answer.read().decode())
        with pytest.raises(HTTPError, match="404"):
            urlopen(f"http://127.0.0.1:{port}/nowhere/")

    monkeypatch.setattr(serve, "watch", saved(look, look))
    daylight("serve", home, "--port", port)
    reloads = PAGE.replace("</body>", serve.RELOAD.decode())
    assert seen[:4] == seen[5:9] == [reloads, reloads, reloads, "</body>"]
    assert int(seen[9]) == int(seen[4]) + 1


def test_what_a_saved_file_makes_wrong_is_said_at_once(home, port, monkeypatch):
    monkeypatch.setattr(serve, "watch", saved(int))
    assert WRONG.text() in daylight("serve", home, "--port", port).output


def test_a_mistake_in_the_prose_is_said_and_the_site_stays():
    def make():
        raise FrameError("content/about.md is wrong")

    said = []
    serve.tell(said.append, make)
    assert said == ["content/about.md is wrong"]


def test_a_port_that_is_taken_is_said(home):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        number = taken.getsockname()[1]
        said = daylight("serve", home, "--port", number, ends=1)
        assert (said.stdout, said.stderr.splitlines()) == (
            "",
            [f"The port {number} is in use already; {OTHERWISE}{number + 1}."],
        )


def test_a_port_that_is_not_allowed_is_said(home, monkeypatch):
    def refuse(*words):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(serve, "ThreadingHTTPServer", refuse)
    said = daylight("serve", home, "--port", 80, ends=1).stderr
    assert said == f"The port 80 cannot be used (Permission denied); {OTHERWISE}81.\n"


@pytest.mark.parametrize("number", [-1, 65536])
def test_what_is_no_port_is_refused(home, number):
    assert "--port" in daylight("serve", home, "--port", number, ends=2).output
