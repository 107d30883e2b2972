"""Shows the site while records are edited: builds again when a file is saved, and tells the browser to reload."""

import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from watchfiles import watch

from daylight.build import build
from daylight.findings import as_text

RELOAD = b"""<script>(async()=>{let v;for(;;){try{const r=await fetch("/.version");const n=await r.text();if(v&&n!==v)location.reload();v=n}
catch{}await new Promise(f=>setTimeout(f,400))}})()</script></body>"""


class Preview(SimpleHTTPRequestHandler):
    """Serves the site from disk, with a script in each page that reloads it after a build."""

    version = 0

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if self.path == "/.version":
            self.answer(str(Preview.version).encode(), "text/plain")
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


def serve(office: Path, today: str, port: int, say) -> None:
    """Builds into .cache/preview, serves it on this machine, and builds again on every change until interrupted."""
    out = office / ".cache" / "preview"
    say(as_text(build(office, out, today).findings))
    server = ThreadingHTTPServer(("127.0.0.1", port), partial(Preview, directory=str(out)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    say(f"The site is at http://127.0.0.1:{port}/ - press Ctrl and C to stop.")
    watched = [p for p in (office / "data", office / "content", office / "mkdocs.yml") if p.exists()]
    for _ in watch(*watched, debounce=100, step=20):
        say(as_text(build(office, out, today).findings))
        Preview.version += 1
