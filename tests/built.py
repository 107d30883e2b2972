"""Builds the South Yorkshire site once for all tests that read it, and serves it."""

import shutil
import sys
import threading
import time
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from daylight.build import Built, build
from daylight.findings import ERROR
from tests.cases import home_of

ROOT = Path(__file__).resolve().parents[1]
TODAY = "2026-11-21"
SUMS = {  # what the awards of each office of this repository come to, in pounds
    "avon-and-somerset": "204951.70",
    "barsetshire": "1533220.50",
    "cambridgeshire": "904634.84",
    "cumbria": "1005838.05",
    "dorset": "1720000.00",
    "south-yorkshire": "11403850.00",
}
PUBLISHER = ROOT / "tests/cases/office/data/publisher.yml"  # of a small office: one without strategies and rules


def office(folder: Path, home: Path = ROOT) -> Path:
    """A copy of an office, South Yorkshire unless another is given, without its history."""
    for name in ("content", "data"):
        shutil.copytree(home / name, folder / name)
    shutil.copy(home / "mkdocs.yml", folder / "mkdocs.yml")
    return folder


def example(name: str, factory) -> Path:
    """The built site of an office of this repository, made once for all processes of a run of the tests."""
    base = factory.getbasetemp()
    folder = (base.parent if "popen-" in base.name else base) / f"office-{name}"
    try:
        folder.mkdir()
    except FileExistsError:
        while not (folder / "built").is_file():
            time.sleep(0.1)
    else:
        try:
            said = build(office(folder, home_of(name)), folder / "site", TODAY)
            wrong = [f.text() for f in said.findings if f.severity == ERROR]
        finally:
            (folder / "built").touch()
        assert said.published, wrong
    assert (folder / "site").is_dir(), f"the site of {name} could not be built"
    return folder / "site"


def site(folder: Path) -> tuple[Path, Built]:
    """The built site, and what the build said."""
    out = folder / "site"
    return out, build(office(folder), out, TODAY)


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *args):
        pass


class Server(ThreadingHTTPServer):
    request_queue_size = 128

    def handle_error(self, *args):
        """A browser that goes before everything has come is no fault."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(*args)


def serve(folder: Path) -> tuple[Server, str]:
    """A running server for a folder, and its address."""
    server = Server(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server, f"http://127.0.0.1:{server.server_port}/"
