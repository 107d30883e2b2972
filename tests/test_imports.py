"""The modules of the program import each other in one direction only, so that each can be read without those after it."""

import ast
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import daylight

PACKAGE = Path(daylight.__file__).parent
ORDER = (
    *(
        "words",
        "private",
        "findings",
        "formats",
        "workers",
        "git",
        "history",
        "releases",
        "slips",
        "sources",
        "schema",
        "writing",
        "typed",
        "values",
        "record",
        "site",
        "counted",
        "keeping",
        "days",
        "read",
    ),
    "load",
    *("derived", "parts", "registers", "rules", "statements", "messages", "guard", "changes"),
    *("describe", "views", "frame", "styles", "welsh", "prose", "outside", "staging", "framing", "pages", "exports", "search"),
    *("publish", "judge", "making", "build", "warm", "serve", "drafts", "fix", "tidy", "editors"),
    *("freeze", "verify", "review", "new", "forms", "agenda", "intake", "begin", "workbook", "taking", "asking", "cli"),
)


def imports(file: Path) -> set[str]:
    """The first name after `daylight.` of everything that a module imports."""
    found = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module == "daylight":
            found |= {alias.name for alias in node.names if not alias.name.startswith("_")}
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("daylight."):
            found.add(node.module.split(".")[1])
    return found


def test_imports_point_one_way():
    wrong = []
    for file in sorted(PACKAGE.rglob("*.py")):
        name = file.relative_to(PACKAGE).parts[0].removesuffix(".py")
        if name not in ("__init__", "__main__"):
            wrong += [(file.name, other) for other in imports(file) if ORDER.index(other) > ORDER.index(name)]
    assert wrong == []


def test_the_order_names_every_module_and_no_other():
    there = {p.name.removesuffix(".py") for p in PACKAGE.iterdir() if p.suffix == ".py" or (p / "__init__.py").exists()}
    assert there - {"__init__", "__main__"} == set(ORDER)


def at_once(file: Path, modules: dict[str, Path]) -> Iterator[str]:
    """The modules of the program that one imports as soon as it is imported itself."""
    for node in ast.parse(file.read_text("utf-8")).body:
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("daylight"):
            names = (f"{node.module}.{alias.name}" for alias in node.names)
            yield from (name if name in modules else node.module for name in names)


def test_no_module_needs_itself_to_be_imported():
    files = [file for file in PACKAGE.rglob("*.py") if "program" not in file.parts]
    modules = {
        ".".join(("daylight", *f.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(".__init__"): f for f in files
    }
    TopologicalSorter({name: set(at_once(file, modules)) - {name} for name, file in modules.items()}).prepare()
