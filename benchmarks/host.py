"""Serves a built site as hosts of static sites do, for measuring: texts compressed, connections and files kept for a while.

python benchmarks/host.py FOLDER       until it is interrupted; it says its address
"""

import gzip
import mimetypes
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

PACKED = ("text/", "application/json", "application/javascript", "application/xml", "image/svg+xml")


class Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def handle_error(self, *args):
        """A browser that goes away in the middle is nothing to tell."""


class Host(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, *args, folder: Path):
        self.folder = folder
        super().__init__(*args)

    def log_message(self, *args):
        pass

    def do_GET(self):
        path = unquote(urlsplit(self.path).path)
        file = (self.folder / path.lstrip("/")).resolve()
        if file.is_dir() and not path.endswith("/"):
            return self._answer(301, b"", {"Location": f"{path}/"})
        file = file / "index.html" if file.is_dir() else file
        if not file.is_file() or not file.is_relative_to(self.folder):
            gone = self.folder / "404.html"
            return self._answer(404, *answer(gone) if gone.is_file() else (b"", {}))
        return self._answer(200, *answer(file))

    do_HEAD = do_GET

    def _answer(self, status: int, data: bytes, said: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in {**said, "Content-Length": str(len(data))}.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(data)


@cache
def answer(file: Path) -> tuple[bytes, dict[str, str]]:
    """What is sent of a file, and how it is described."""
    kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    said = {"Content-Type": f"{kind}; charset=utf-8" if kind.startswith("text/") else kind, "Cache-Control": "max-age=600"}
    if not kind.startswith(PACKED):
        return file.read_bytes(), said
    return gzip.compress(file.read_bytes(), 6, mtime=0), said | {"Content-Encoding": "gzip", "Vary": "Accept-Encoding"}


@contextmanager
def hosting(folder: Path) -> Iterator[str]:
    """The address of a site while it is served."""
    server = Server(("127.0.0.1", 0), partial(Host, folder=folder.resolve()))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()


if __name__ == "__main__":
    with hosting(Path(sys.argv[1])) as address:
        print(address, flush=True)
        threading.Event().wait()
