"""Whether this office's site as a whole is in order: `make test`. Of the program; an upgrade replaces it."""

import hashlib
import subprocess
import sys
import tempfile
import unittest
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

OFFICE = Path(__file__).resolve().parents[1]
BASE = "https://site.example/"


class Links(HTMLParser):
    """The places that a page leads to, and those on it that can be led to."""

    def __init__(self, page: Path):
        super().__init__()
        self.links, self.ids = set(), set()
        self.feed(page.read_text("utf-8"))

    def handle_starttag(self, tag, attrs):
        of = dict(attrs)
        self.links |= {of[name] for name in ("href", "src") if of.get(name)}
        self.ids |= {of["id"]} if of.get("id") else set()


class TheOffice(unittest.TestCase):
    def test_the_site_is_published_and_its_links_lead_somewhere(self):
        with tempfile.TemporaryDirectory() as folder:
            site = Path(folder) / "site"
            build = [sys.executable, "-m", "daylight", "build", str(OFFICE), "--out", str(site)]
            done = subprocess.run(build, capture_output=True, text=True, check=False)
            self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
            self.assertEqual(broken(site), [])

    def test_the_files_of_the_program_are_as_it_left_them(self):
        lines = (OFFICE / "generator/files.sha256").read_text("utf-8").splitlines()[1:]
        changed = [path for digest, _, path in (line.partition("  ") for line in lines) if sum_of(OFFICE / path) != digest]
        if changed:
            self.skipTest("you changed these; the next upgrade will ask about them: " + ", ".join(changed))


def sum_of(file: Path) -> str:
    """What generator/files.sha256 holds of a file; line ends of Windows in a text are taken for those of everybody else."""
    data = file.read_bytes() if file.is_file() else b""
    return hashlib.sha256(data if b"\0" in data else data.replace(b"\r\n", b"\n")).hexdigest()


def broken(site: Path) -> list[tuple[str, str]]:
    """Each page with a link within the site that leads to no page, or to no place on it."""
    pages = {file.relative_to(site).as_posix(): Links(file) for file in site.rglob("*.html")}
    found = []
    for name, page in pages.items():
        here = urljoin(BASE, name.removesuffix("index.html"))
        for link in sorted(page.links):
            url = urlsplit(urljoin(here, link))
            if url.netloc != urlsplit(BASE).netloc or name == "404.html":
                continue
            path = unquote(url.path).lstrip("/")
            target = f"{path}index.html" if path.endswith("/") or not path else path
            if not (site / target).is_file() or (url.fragment and target in pages and url.fragment not in pages[target].ids):
                found.append((name, link))
    return found


if __name__ == "__main__":
    unittest.main()
