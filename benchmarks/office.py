"""Writes an invented office of any size, for measuring: awards with their decisions and organisations, one YAML file each.

    python benchmarks/office.py 10000 FOLDER

Nothing in it is real: the places come from novels, and all addresses end in example.org. Equal sizes give equal bytes.
"""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import yaml
from dice import WORDS, Dice, financial_year, slug
from records import SITE, YEARS, award, decision, facts_of, opportunity, organisation

TODAY = "2026-04-01"  # the day for which it is built; no record is later
PUBLISHER = {
    "key": "barsetshire",
    "name": "Police and Crime Commissioner for Barsetshire",
    "short_name": "Barsetshire",
    "website": f"{SITE}/",
    "area_name": "Barsetshire",
    "area_code": "E23000099",
    "demonstration": "Barsetshire is invented, and so is everything on this site. It exists to measure Daylight.",
    "rules_from": TODAY,  # what is older is only measured
    "licence": "OGL-UK-3.0",
    "attribution": "Invented data of an office that does not exist.",
    "source": f"{SITE}/about/",
}
REGISTERS = ("awards", "decisions", "organisations", "opportunities", "funds", "priorities", "areas", "how-we-fund", "data")
PAGES = {
    "about": (
        "About this site",
        "Barsetshire does not exist. Every record here is invented, to measure how fast Daylight is.",
    ),
    "accessibility": ("Accessibility statement", "These pages are made for a machine to time."),
    "privacy": ("Privacy", "Nobody is named here, and nobody is counted."),
    "contact": ("Contact", "There is nobody to write to."),
}


def make(count: int, folder: Path) -> None:
    """Writes an office of `count` awards in the place of what was in the folder."""
    shutil.rmtree(folder, ignore_errors=True)
    prose(folder)
    for path, record in [("publisher", PUBLISHER | rules()), *few(), *many(count)]:
        file = folder / "data" / f"{path}.yml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("".join(lines(record)), "utf-8")


def rules() -> dict:
    """The strategies and their rules, each rule in both strategies."""
    said = yaml.safe_load(Path(__file__).with_name("rules.yml").read_text("utf-8"))
    strategies = [{**of, "strategy": f'"{of["strategy"]}"'} for of in said["strategies"]]
    money = ("minimum", "maximum", "amount_from", "amount_over", "amount_below")
    rows = [
        {k: f"{v:.2f}" if k in money else f'"{v}"' if isinstance(v, str) else v for k, v in of.items()}
        | {"strategy": strategy["strategy"], "words": '"As the title says."', "place": "Rules"}
        for strategy in strategies
        for of in said["rules"]
    ]
    return {"strategies": strategies, "rules": rows}


def prose(folder: Path) -> None:
    """The pages that people write, and the menu."""
    (folder / "content").mkdir(parents=True)
    for name, (title, text) in PAGES.items():
        page = f"---\ndescription: An invented office, for measuring.\n---\n\n# {title}\n\n{text}\n"
        (folder / "content" / f"{name}.md").write_text(page, "utf-8")
    menu = ["index.md", *(f"{name}/index.md" for name in REGISTERS), *(f"{name}.md" for name in PAGES)]
    entries = "".join(f"  - {path.removesuffix('/index.md').removesuffix('.md').title()}: {path}\n" for path in menu)
    head = 'site_name: "Barsetshire: where the money goes"\ndocs_dir: content\nsite_dir: site\ntheme:\n  name: material\n'
    (folder / "mkdocs.yml").write_text(f"{head}nav:\n{entries}", "utf-8")


def few() -> Iterator[tuple[str, dict]]:
    """The records of which a large office has as many as a small one, each under its path."""
    yield "areas/barsetshire", {"name": "Barsetshire", "kind": "force_area", "source": f"{SITE}/areas/"}
    for key, name in WORDS["districts"].items():
        yield f"areas/{key}", {"name": name, "kind": "district", "part_of": "barsetshire", "source": f"{SITE}/areas/"}
    for title in WORDS["funds"]:
        said = {"source_of_money": "Home Office police grant", "envelope": "5000000.00", "decided_by": "The Commissioner"}
        yield f"funds/{slug(title)}", {"title": title} | said | {"source": f"{SITE}/funds/"}
        for year in (*YEARS, YEARS.stop):  # the last is open on the day of the build
            key, record = opportunity(title, year)
            yield f"opportunities/{key}", record
    for title in WORDS["priorities"]:
        yield f"priorities/{slug(title)}", {"title": title, "plan": "Police and Crime Plan", "source": f"{SITE}/plan/"}


def many(count: int) -> Iterator[tuple[str, dict]]:
    """Awards, as many decisions, and a quarter as many organisations, each under its path."""
    dice = Dice(count)
    bodies = dict(organisation(dice, number) for number in range(max(1, count // 4)))
    for key, record in bodies.items():
        yield f"organisations/{key}", record
    for number in range(count):
        facts = facts_of(dice, number, list(bodies))
        folder, key = financial_year(facts["year"]), facts["key"]
        yield f"decisions/{folder}/d-{key}", decision(dice, facts)
        yield f"awards/{folder}/{key}", award(dice, facts, list(bodies))


def lines(record: dict) -> Iterator[str]:
    """A record as a person would type it; no text in words.yml needs quotes."""
    for name, value in record.items():
        if not isinstance(value, list):
            yield f"{name}: {value}\n"
            continue
        yield f"{name}:\n"
        for entry in value:
            said = [f"{k}: {v}\n" for k, v in entry.items()] if isinstance(entry, dict) else [f"{entry}\n"]
            yield from (f"{'  - ' if i == 0 else '    '}{line}" for i, line in enumerate(said))


if __name__ == "__main__":
    make(int(sys.argv[1]), Path(sys.argv[2]))
