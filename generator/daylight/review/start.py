"""The start page of a preview: which pages change, and what is different on each."""

from collections.abc import Sequence
from html import escape

from daylight.review.disk import POLICY
from daylight.review.pages import Page
from daylight.review.report import Report
from daylight.review.sections import OWN_CHOICE

GENERATOR = '<meta name="generator" content="daylight review">'
MOST = 40  # of the lines that say what the change does
STYLE = """
:root { color-scheme: light dark }
body { font: 1.125rem/1.5 system-ui, sans-serif; max-width: 48rem; margin: 0 auto; padding: 1rem; overflow-wrap: anywhere }
h1 { font-size: 1.75rem; line-height: 1.2 }
h2 { font-size: 1.25rem; margin-top: 2rem }
li { margin: .5rem 0 }
li span { display: block; font-size: 1rem; opacity: .85 }
"""


def start(report: Report, pages: Sequence[tuple[Page, str]], why_none: str, folder: str) -> bytes:
    """The page as HTML. Each page stands with the reason why it is not in the `folder`, '' where it is."""
    does = "".join(f"<li>{escape(line.text)}</li>\n" for line in report.lines[:MOST]) or "<li>It changes no page.</li>\n"
    more = f"<p>And {len(report.lines) - MOST:,} more.</p>\n" if len(report.lines) > MOST else ""
    own, others = ([of for of in pages if of[0].own is which] for which in (True, False))
    parts = [_list("Pages that say something new", own, folder), _list("Pages that follow from it", others, folder)]
    body = f"<p><strong>There is no preview.</strong> {escape(why_none)}</p>\n" if why_none else "".join(parts)
    return f"""<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{POLICY}">
<meta name="robots" content="noindex">
{GENERATOR}
<title>Preview of a change</title>
<style>{STYLE}</style>
</head>
<body>
<main>
<h1>Preview of a change</h1>
<p>These pages are not published. They show how the site would be. Search and filters do not work here.</p>
<p>They are for those who check this change. {escape(OWN_CHOICE)}</p>
<h2>What this change does</h2>
<ul>
{does}</ul>
{more}{body}</main>
</body>
</html>
""".encode()


def _list(title: str, pages: Sequence[tuple[Page, str]], folder: str) -> str:
    if not pages:
        return ""
    return f"<h2>{title}</h2>\n<ul>\n{''.join(_item(page, why_not, folder) for page, why_not in pages)}</ul>\n"


def _item(page: Page, why_not: str, folder: str) -> str:
    title = escape(page.title)
    if why_not:
        return f"<li>{title}<span>Not shown. {escape(why_not)}</span></li>\n"
    return f'<li><a href="{folder}/{escape(page.path)}index.html">{title}</a><span>{escape(page.why)}</span></li>\n'
