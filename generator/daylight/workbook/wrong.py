"""When a cell is red: the constraints of a field as formulas of a spreadsheet, and the words for whoever types.

`{x}` is the cell. A formula is true where something is wrong, and never where check would take what stands there. Import
understands a little more, such as a day that stands as a text in words.
"""

from daylight.exports.xlsx import MOST_DIGITS
from daylight.read import example
from daylight.schema import Field
from daylight.workbook.patterns import FORMULAS

LONG_NUMBER = f"LEN({{x}})<={MOST_DIGITS}"  # a longer one is text, for Excel keeps 15 digits
ISO = 'AND(LEN({x})=10,MID({x},5,1)="-",MID({x},8,1)="-")'  # a day that Excel cannot count is text


def of_form(field: Field) -> str:
    """What is wrong with the form of a cell that is not empty; '' where anything will do. References and lists stand aside."""
    rules = field.constraints
    if field.type == "boolean":
        return 'AND(NOT(ISLOGICAL({x})),{x}<>"Yes",{x}<>"No")'
    if field.type == "date":
        return f"IF(ISNUMBER({{x}}),OR({{x}}<1,INT({{x}})<>{{x}}),NOT({ISO}))"
    if field.type == "time":
        return 'IF(ISNUMBER({x}),OR({x}<0,{x}>=1),NOT(AND(LEN({x})=5,MID({x},3,1)=":")))'
    if field.type in ("number", "integer"):
        return f"IF(ISNUMBER({{x}}),{_number(field)},{LONG_NUMBER})"
    tests = []
    if "maxLength" in rules:
        tests.append(f"LEN({{x}})>{rules['maxLength']}")
    if field.format == "uri":
        tests.append('NOT(OR(LEFT({x},7)="http://",LEFT({x},8)="https://",LEFT({x},4)="www."))')
    if formula := FORMULAS.get(rules.get("pattern", "")):
        tests.append(f"NOT({formula})")
    return _any(tests)


def _number(field: Field) -> str:
    rules = field.constraints
    places = {"GBP": "ROUND({x},2)<>{x}"}.get(field.unit) or {"integer": "INT({x})<>{x}"}.get(field.type)
    tests = [places] if places else []
    tests += [f"{{x}}<{rules['minimum']}"] if "minimum" in rules else []
    tests += [f"{{x}}>{rules['maximum']}"] if "maximum" in rules else []
    return _any(tests) or "FALSE"


def _any(tests: list[str]) -> str:
    return f"OR({','.join(tests)})" if len(tests) > 1 else "".join(tests)


def not_in_list(name: str) -> str:
    """Whether a cell says what is not in a list."""
    return f"ISNA(MATCH({_plain()},{name},0))"


def not_there(name: str) -> str:
    """Whether a cell names no record of a list, neither as the list does nor by the key alone."""
    return f'AND({not_in_list(name)},ISNA(MATCH("*["&{_plain()}&"]",{name},0)))'


def _plain() -> str:
    """The cell, in which MATCH is to take no sign for a placeholder."""
    return 'SUBSTITUTE(SUBSTITUTE(SUBSTITUTE({x},"~","~~"),"*","~*"),"?","~?")'


def like(field: Field) -> str:
    """What the cell looks like, as somebody who types it needs to know."""
    if field.refers or field.categories:
        return "Choose from the list."
    if field.type == "boolean":
        return "Yes or No."
    if field.unit == "GBP":
        return "Pounds and pence, like 12500.00."
    if field.type == "date":
        return "A day, like 14/07/2023 or 2023-07-14."
    said = f"Like {example(field)}." if example(field) else ""
    return said or (f"At most {most:,} characters." if (most := field.constraints.get("maxLength")) else "")


def must(field: Field) -> str:
    """What is said when a cell is typed that cannot be right."""
    rules, what = field.constraints, f"“{field.title}” must "
    if field.refers:
        return f"{what}be one from the list. Type Yes to keep it if you add that record on its own sheet."
    if field.categories:
        return f"{what}be one from the list."
    if field.type == "boolean":
        return f"{what}be Yes or No."
    if field.unit == "GBP":
        return f"{what}be pounds with at most two decimals, like 12500.00, without words."
    if field.type in ("number", "integer"):
        ends = [f"{name} {rules[of]}" for name, of in (("at least", "minimum"), ("at most", "maximum")) if of in rules]
        return f"{what}be a {'whole ' if field.type == 'integer' else ''}number{', ' if ends else ''}{' and '.join(ends)}."
    if field.type == "date":
        return f"{what}be a day that exists, like 14/07/2023."
    if "pattern" in rules and example(field):
        return f"{what}have the form of {example(field)}."
    return f"{what}be at most {rules['maxLength']:,} characters long." if "maxLength" in rules else f"{what}have another form."
