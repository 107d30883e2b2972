"""Shows the site while records are edited: makes what a saved file touches, and tells the browser to reload."""

import gc
import threading
from collections.abc import Callable
from errno import EADDRINUSE
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

from watchfiles import watch

from daylight.formats import as_text
from daylight.frame import FrameError
from daylight.pages import is_report
from daylight.warm import Warm

IDLE = 3000  # milliseconds without a change after which the downloads are made
RELOAD = b"""<script>
(async () => {
  for (let seen; ; await new Promise((later) => setTimeout(later, 300))) {
    try {
      const now = await (await fetch("/.version")).text()
      if (seen && now !== seen) location.reload()
      seen = now
    } catch {}
  }
})()
</script></body>"""


class NoPort(Exception):
    """The site cannot be shown at a port. The text says why, and what else to do."""


class Preview(SimpleHTTPRequestHandler):
    """Serves the site from disk, with a script in each page that reloads it after a change.

    `version` counts the changes that all pages show but the reports, and `reports` those that they show too.
    """

    version = reports = 0

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if self.path == "/.version":
            asking = urlsplit(self.headers.get("Referer", "")).path.lstrip("/")
            count = Preview.reports if is_report(asking) else Preview.version
            self.answer(str(count).encode(), "text/plain")
        elif path.suffix == ".html" and path.is_file() and self.path.split("?")[0].endswith(("/", ".html")):
            self.answer(path.read_bytes().replace(b"</body>", RELOAD), "text/html; charset=utf-8")
        else:
            super().do_GET()

    def answer(self, data: bytes, kind: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *args) -> None:
        """Says nothing: the terminal is for findings."""


def serve(office: Path, today: str, port: int, say: Callable[[str], None]) -> None:
    """Makes the site in .cache/preview, serves it on this machine, and keeps it up to date until interrupted.

    Where nothing can be shown at the port, that is a NoPort before anything is made.
    """
    warm = Warm(office, office / ".cache" / "preview", today)
    server = _server(warm.stage.out, port)
    tell(say, warm.build)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    say(f"The site is at http://127.0.0.1:{server.server_port}/ - press Ctrl and C to stop.")
    gc.collect()
    gc.freeze()
    gc.disable()  # a collection walks all records; it can wait until the page is shown
    watched = [p for p in (office / "data", office / "content", office / "mkdocs.yml") if p.exists()]
    for changes in watch(*watched, debounce=50, step=10, raise_interrupt=True, rust_timeout=IDLE, yield_on_timeout=True):
        if not changes:
            if warm.behind:
                warm.finish()
            continue
        before = Preview.version
        tell(say, partial(warm.update, [Path(path) for _, path in changes], count))
        if Preview.version == before:
            count()
        Preview.reports = Preview.version
        gc.collect()


def count() -> None:
    """Counts one more change; every page that is open and is no report then loads itself again."""
    Preview.version += 1


def _server(folder: Path, port: int) -> ThreadingHTTPServer:
    try:
        return ThreadingHTTPServer(("127.0.0.1", port), partial(Preview, directory=str(folder)))
    except OSError as e:
        why = "is in use already" if e.errno == EADDRINUSE else f"cannot be used ({e.strerror})"
        raise NoPort(f"The port {port} {why}; choose another, like: make serve PORT={port + 1}.") from None


def tell(say: Callable[[str], None], make: Callable) -> None:
    """Says what is to be put right, or why the prose cannot be shown; the site that is there stays."""
    try:
        say(as_text(make()).rstrip("\n"))
    except FrameError as e:
        say(str(e))
