"""Who a person is: numbers that are given to one person only, a name with its title, a number plate, a date of birth."""

import re

from daylight.private.form import form

_DAY = (
    r"(?:\d{1,2}(?:st|nd|rd|th)?[\s/.-]+(?:of\s+)?(?:\d{1,2}|[a-z]{3,9})[\s/.,-]+\d{2,4}|\d{4}-\d\d-\d\d|"
    r"[a-z]{3,9}\s+\d{1,2},?\s+\d{4})"
)
_TITLE = r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Revd?|Reverend|Sir|Dame)\b\.?"
_NAME = r"(?:[A-Z]\.?\s+)*[A-Z][\w’'-]+(?:\s+(?:[A-Z][\w’'-]*|of|and|&)(?![\w’'-]))*"
_BODY = re.compile(
    r"\b(?:Academy|Association|Awards?|Centre|Charity|Church|Clinic|Club|College|Company|Court|Foundation|Fund|Hall|Home|Hospital|"
    r"House|Institute|Lane|Limited|Ltd|Park|Practice|Primary|Programme|Project|Road|School|Society|Street|Trust|University)\b"
)
_ABBREVIATION = re.compile(
    "AND|APP|ASB|BME|CIC|CIO|CPS|CSA|CSE|CSP|DVA|FOR|GPS|HMP|IOM|LTD|MPS|NCA|NHS|OUR|PCC|PCP|PFC|POL|SEN|SYP|THE|VAT|VCS|VRU|"
    "YJS|YOS|YOT"
)


def _is_number(match: re.Match) -> bool:
    """Whether ten digits end in the check digit of an NHS number; what is not ten digits alone was found by its words."""
    if not match["nhs"]:
        return True
    digits = [int(c) for c in match[0] if c.isdecimal()]
    rest = 11 - sum(digit * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False)) % 11
    return rest % 11 == digits[9]


def _is_person(match: re.Match) -> bool:
    """Whether a title and a name are not the name of a body or of a place."""
    return not _BODY.search(match["name"])


def _is_vehicle(match: re.Match) -> bool:
    """Whether it is no financial year FY24, and no postal district, before an abbreviation."""
    return not match["apart"] or not (_ABBREVIATION.fullmatch(match["apart"]) or match[0].startswith("FY"))


NUMBER = form(  # National Insurance, NHS, a bank account with its sort code
    r"(?<![a-z0-9])(?!BG|GB|NK|KN|TN|NT|ZZ)(?:[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]|QQ)\s?\d\d\s?\d\d\s?\d\d\s?[A-D](?![a-z0-9])",
    r"(?<![\w£/.,+-])(?<!\+44 )(?P<nhs>[1-9]\d\d([ -])\d{3}\2\d{4}|[467]\d{9})(?![\w/-])",
    r"\bNHS\s+(?:number|no\.?)\W{0,5}\d{3}[ -]?\d{3}[ -]?\d{4}",
    r"(?<!\d)\d\d[-– ]\d\d[-– ]\d\d\b[\s,;:/]*(?:(?:and|a/c|acc?|acct|account|number|no|num)\b[\s.:,;]*){0,4}\d{8}(?!\d)",
    r"(?<!\d)\d{8}[\s,;:/]*(?:(?:and|sort|code)\b[\s.:,;-]*){0,3}\d\d[-–]\d\d[-–]\d\d(?!\d)",
    r"\bsort ?code\W{0,5}\d\d[-– ]?\d\d[-– ]?\d\d(?!\d)",
    r"\b(?:account|a/c) (?:number|no\.?)\W{0,5}\d{8}(?!\d)",
    r"\bGB\d\d ?[A-Z]{4}(?: ?\d){14}(?!\d)",
    sure=_is_number,
    flags=re.IGNORECASE,
)
PERSON = form(rf"\b{_TITLE}(?:\s*(?:&|and)\s*{_TITLE})?\s+(?P<name>{_NAME})", sure=_is_person)
VEHICLE = form(  # the form since 2001; an older one, which may be a section of an Act, only after a word for a vehicle
    r"(?<![\w/-])[A-HJ-PR-Y]{2}(?:0[1-9]|[1-3]\d|[5-8]\d)(?:\s(?P<apart>[A-HJ-PR-Z]{3})|[A-HJ-PR-Z]{3})(?![\w/-])",
    r"\b(?:registration|reg|plate|vehicle)\b\W{1,3}(?:number|no|mark)?\W{0,3}"
    r"(?:[A-Z]\d{1,3}\s?[A-Z]{3}|[A-Z]{3}\s?\d{1,3}[A-Z]|[A-Z]{3}\s?\d{4})\b",
    sure=_is_vehicle,
)
OFFICER = form(  # "PC 2024" may be a parish council and a year
    r"\b(?:PCSO|Sgt|Sergeant)\s?\d{2,6}\b(?![,./-]\d)",
    r"\b(?:[Cc]onstable|(?:[Cc]ollar|[Ww]arrant|[Ss]houlder)(?: number| no\.?)?)\s\d{2,6}\b(?![,./-]\d)",
    r"\b(?:W?PC|DC|DS|PS)\s?(?!20[0-3]\d\b)\d{3,5}\b(?![,./-]\d)",
)
BIRTH = form(
    rf"\b(?:(?-i:D\.?O\.?B\b\.?|dob\b)|dates?\sof\sbirth|birth\s?date)[^\d]{{0,20}}?{_DAY}",
    rf"\bborn\s+(?:on\s+)?(?:the\s+)?{_DAY}",
    flags=re.IGNORECASE,
)
