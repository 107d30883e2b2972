"""The patterns of the schemas as formulas of a spreadsheet, which know no patterns: each is true where a text has the form.

`{x}` is the cell. A formula is true of all that its pattern allows; what it lets through beyond that is found when the
workbook is read. Letters and digits are looked for with FIND, which tells capitals from small letters.
"""

SMALL, CAPITALS, DIGITS = "abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "0123456789"
HEX = DIGITS + "abcdefABCDEF"
CODE = CAPITALS + DIGITS


def _only(signs: str, part: str = "{x}") -> str:
    """Whether the first 100 characters of a text are all among some. It is filled up: not all programs find nothing."""
    return f'SUMPRODUCT(--ISERROR(FIND(MID({part}&REPT("{signs[0]}",100),ROW($1:$100),1),"{signs}")))=0'


def _length(least: int, most: int | None = None) -> str:
    return f"LEN({{x}})={least}" if most is None else f"AND(LEN({{x}})>={least},LEN({{x}})<={most})"


def _both(*tests: str) -> str:
    return f"AND({','.join(tests)})"


def _begins(text: str) -> str:
    return f'EXACT(LEFT({{x}},{len(text)}),"{text}")'


def _at(place: int, sign: str) -> str:
    return f'MID({{x}},{place},1)="{sign}"'


YEAR = _both(_length(7), _at(5, "-"), _only(DIGITS + "-"), 'ISERROR(FIND("-",SUBSTITUTE({x},"-","",1)))')
FORMULAS = {
    r"[a-z0-9]+(-[a-z0-9]+)*": _both(
        _only(SMALL + DIGITS + "-"), 'LEFT({x},1)<>"-"', 'RIGHT({x},1)<>"-"', 'ISERROR(FIND("--",{x}))'
    ),
    r"360G-[A-Za-z0-9_.\-]+": _both(_begins("360G-"), _only(SMALL + CODE + "_.-"), "LEN({x})>5"),
    r"ocds-[a-z0-9]{6}-[A-Za-z0-9\-]+": _both(_begins("ocds-"), _at(12, "-"), _only(SMALL + CODE + "-"), "LEN({x})>12"),
    r"\d{4}-\d{2}": YEAR,
    r"\d{4}-(\d{2}|Q[1-4])": _both(_length(7), _at(5, "-"), _only(DIGITS + "-Q")),
    r"\d{6,7}": _both(_length(6, 7), _only(DIGITS)),
    r"[EW]\d{8}": _both(_length(9), _only(DIGITS + "EW"), "OR(" + _begins("E") + "," + _begins("W") + ")"),
    r"(E23|W15)\d{6}": _both(_length(9), _only(DIGITS + "EW"), "OR(" + _begins("E23") + "," + _begins("W15") + ")"),
    r"[A-Z0-9]{2}\d{6}": _both(_length(8), _only(CODE), _only(DIGITS, "MID({x},3,6)")),
    r"[A-Z]{2,5}-\d{2}": _both(_length(5, 8), _only(CODE + "-"), _only(DIGITS, "RIGHT({x},2)"), 'LEFT(RIGHT({x},3),1)="-"'),
    r"[A-Z0-9]{2,4}-[A-Za-z0-9_.\-]+": _both(
        _only(SMALL + CODE + "_.-"), _only(CODE + "-", "LEFT({x},3)"), 'ISNUMBER(FIND("-",MID({x},3,3)))'
    ),
    r"#?[0-9a-fA-F]{6}": _both(_only(HEX, "RIGHT({x},6)"), 'OR(LEN({x})=6,AND(LEN({x})=7,LEFT({x},1)="#"))'),
    r"[A-Za-z0-9][A-Za-z0-9_-]{0,75}\.(svg|png)": _both(
        _only(SMALL + CODE + "_-."), 'OR(EXACT(RIGHT({x},4),".svg"),EXACT(RIGHT({x},4),".png"))'
    ),
}
