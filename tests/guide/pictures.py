"""Takes the pictures of the guide, each at the moment when the day comes to it: `make guide`.

What belongs to others, such as a form on GitHub or Excel, is drawn from the same files in a plain way: like it, not it.
"""

import base64
import html
import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

import markdown
import openpyxl
import yaml
from playwright.sync_api import sync_playwright

from tests.built import serve
from tests.guide import GUIDE, Step, run
from tests.screenshots import QUALITY, opened, picture

FOLDER = GUIDE / "pictures"
WIDTH = 1000
LIKE_GITHUB = """<!doctype html><meta charset="utf-8"><style>
body { font: 15px/1.5 "Liberation Sans", Arial, sans-serif; color: #1f2328; margin: 0; padding: 24px; background: #fff }
.box { border: 1px solid #d1d9e0; border-radius: 6px; padding: 8px 24px 16px }
table { border-collapse: collapse; display: block; overflow: hidden; margin-bottom: 16px }
th, td { border: 1px solid #d1d9e0; padding: 5px 12px; text-align: left }
th { background: #f6f8fa }
h2, h3 { border-bottom: 1px solid #d1d9e0; padding-bottom: 4px }
a { color: #0969da }
code { background: #eff1f3; padding: 2px 5px; border-radius: 4px }
label { font-weight: bold; display: block; margin-top: 20px }
p.about { margin: 2px 0 6px; color: #59636e }
.field { border: 1px solid #d1d9e0; border-radius: 6px; padding: 6px 12px; color: #818b98; min-height: 22px }
.tall { height: 72px }
.must { color: #d1242f }
</style>"""


def take(step: Step, office: Path) -> None:
    """Takes the picture that a page wants, of the office as it is now."""
    FOLDER.mkdir(exist_ok=True)
    (FOLDER / step.name).write_bytes(MADE[step.name.removesuffix(".webp")](office))


def _of_site(path: str, height: int = 900, after: str = "") -> Callable[[Path], bytes]:
    """A picture of a page of the site as it would be now, from the element `after` on."""

    def make(office: Path) -> bytes:
        run(office, ["make", "site"])
        server, address = serve(office / "site")
        try:
            return _seen(address + path, height, after)
        finally:
            server.shutdown()

    return make


def _seen(address: str, height: int, after: str = "") -> bytes:
    with sync_playwright() as p:
        browser = p.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox", "--hide-scrollbars"])
        page = opened(browser, address, WIDTH, height)
        if after:
            page.locator(after).first.evaluate("at => window.scrollTo(0, at.getBoundingClientRect().top + scrollY - 24)")
        if address.startswith("file:"):
            tall = page.evaluate("document.body.offsetHeight")
            page.set_viewport_size({"width": WIDTH, "height": min(tall, height)})
        return picture(page, format="webp", quality=QUALITY)


def _of_html(text: str, height: int) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "page.html").write_text(LIKE_GITHUB + text, "utf-8")
        return _seen((Path(folder) / "page.html").as_uri(), height)


def _form(office: Path) -> bytes:
    """The first questions of the form for an award."""
    run(office, ["make", "forms"])
    form = yaml.safe_load((office / ".github/ISSUE_TEMPLATE/award.yml").read_text("utf-8"))
    return _of_html(f"<h2>{html.escape(form['name'])}</h2>" + "".join(map(_question, form["body"][:7])), 980)


def _question(of: dict) -> str:
    about = of["attributes"]
    if of["type"] == "markdown":
        return markdown.markdown(about["value"])
    must = ' <span class="must">*</span>' if of.get("validations", {}).get("required") else ""
    shown = about.get("placeholder", "Selections: None ▾" if of["type"] == "dropdown" else "")
    tall = " tall" if of["type"] == "textarea" else ""
    label, said = html.escape(about["label"]), html.escape(about.get("description", ""))
    return f'<label>{label}{must}</label><p class="about">{said}</p><div class="field{tall}">{html.escape(shown)}</div>'


def _comment(office: Path) -> bytes:
    """The report on the change, as a pull request shows it."""
    words = [".venv/bin/python", "-m", "daylight", "review", "main..", "--format", "markdown", "--preview", "../preview"]
    said = run(office, ["env", "PYTHONPATH=generator", *words, "--preview-link", "https://barsetshire.example/preview"])
    said = re.sub(r"RANGE=[0-9a-f]{7,40}\.\.", "RANGE=main..", said)  # the name of a commit is new with each program
    return _of_html(f'<div class="box">{markdown.markdown(said, extensions=["tables", "md_in_html"])}</div>', 1100)


def _workbook(office: Path) -> bytes:
    return _of_sheet(next(office.glob("*-workbook.xlsx")), "Awards", WORKBOOK, 14)


def _to_correct(office: Path) -> bytes:
    """The copy of a spreadsheet in which what must be put right is coloured."""
    file = next(office.glob("*-to-correct.xlsx"))
    return _of_sheet(file, file.name.removesuffix("-to-correct.xlsx"), (), 9, 270)


def _of_sheet(file: Path, name: str, headings: Sequence[str], rows: int, height: int = 290) -> bytes:
    """The first rows of a sheet in some of its columns, or in all, as LibreOffice draws them."""
    book = openpyxl.load_workbook(file)
    for other in book.sheetnames:
        if other != name:
            book[other].sheet_state = "hidden"
    sheet, book.active = book[name], book.sheetnames.index(name)
    _only(sheet, headings, rows)
    with tempfile.TemporaryDirectory() as folder:
        book.save(Path(folder) / "sheet.xlsx")
        office = [f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf", "--outdir", folder]
        subprocess.run(["soffice", *office, str(Path(folder) / "sheet.xlsx")], check=True, capture_output=True)
        draw = ["pdftoppm", "-png", "-r", "150", "-singlefile", str(Path(folder) / "sheet.pdf"), str(Path(folder) / "sheet")]
        subprocess.run(draw, check=True)
        data = base64.b64encode((Path(folder) / "sheet.png").read_bytes()).decode()
    return _of_html(f'<img src="data:image/png;base64,{data}" style="width: 1000px; margin: -24px; display: block">', height)


def _only(sheet: openpyxl.worksheet.worksheet.Worksheet, headings: Sequence[str], rows: int) -> None:
    """Hides all columns but those with some headings, and prints so many rows on one page that is as small as can be."""
    titles = next((row for row in sheet.iter_rows(max_row=9) if {_title(cell) for cell in row} & set(headings)), sheet[1])
    for cell in titles if headings else ():
        column = sheet.column_dimensions[cell.column_letter]
        column.min = column.max = cell.column  # a file says once what holds for several columns
        column.hidden = _title(cell) not in headings
        column.width = {"Title": 34, "Recipient": 26}.get(_title(cell), 18)
    sheet.print_area = f"A{titles[0].row}:{titles[-1].column_letter}{titles[0].row + rows}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_margins = openpyxl.worksheet.page.PageMargins(0.1, 0.1, 0.1, 0.1, 0, 0)
    sheet.oddHeader.center.text = sheet.oddFooter.center.text = None
    sheet.sheet_properties.pageSetUpPr = openpyxl.worksheet.properties.PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToHeight = 0
    sheet.print_options.headings = sheet.print_options.gridLines = True


def _title(cell: openpyxl.cell.Cell) -> str:
    return str(cell.value).strip(" *")


WORKBOOK = ("Key", "Title", "Kind of award", "Amount as published", "Amount", "Fund", "Recipient", "Date of award")
MADE = {
    "due": _of_site("due/"),
    "form": _form,
    "workbook": _workbook,
    "to-correct": _to_correct,
    "award": _of_site("awards/ba-a055/", 1100),
    "comment": _comment,
    "exception": _of_site("awards/ba-a052/", 440, "#exceptions"),
}
