"""Builds the South Yorkshire site once for all tests that read it, and serves it."""

import shutil
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from daylight.build import Built, build

ROOT = Path(__file__).resolve().parents[1]
TODAY = "2026-11-21"


def office(folder: Path) -> Path:
    """A copy of the South Yorkshire office without its history."""
    for name in ("content", "data"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder / "mkdocs.yml")
    return folder


def site(folder: Path) -> tuple[Path, Built]:
    """The built site, and what the build said."""
    out = folder / "site"
    return out, build(office(folder), out, TODAY)


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *args):
        pass


class Server(ThreadingHTTPServer):
    request_queue_size = 128


def serve(folder: Path) -> tuple[Server, str]:
    """A running server for a folder, and its address."""
    server = Server(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server, f"http://127.0.0.1:{server.server_port}/"
