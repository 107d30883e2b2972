"""What a change does, in words: a line for each group of records, and below it the records that it is about."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import groupby

from daylight.changes import ADDED, CHANGED, WITHDRAWN, Change
from daylight.counted import countable
from daylight.derived import complete
from daylight.record import Record
from daylight.review.corrects import corrects
from daylight.review.line import Line
from daylight.review.names import Names, named, plain
from daylight.review.sides import Key
from daylight.views import money
from daylight.views.shares import year_of

PAGE_GOES, PAGES_GO = "Its page goes, and links to it break.", "Their pages go, and links to them break."


def does(names: Names, changes: Iterable[Change], moved: dict[Key, str]) -> list[Line]:
    """What a change does to records. `moved` are those that only got another key."""
    new = {(kind, key) for (kind, _), key in moved.items()}
    rest = [c for c in changes if (c.kind, c.key) not in moved and (c.kind, c.key) not in new]
    came, went = ([c for c in rest if c.change == how] for how in (ADDED, WITHDRAWN))
    found = [*_added(names, came)]
    for (kind, key), now in sorted(moved.items()):
        text = (
            f"Gives the {names.kind(kind)} {named(key)} the key {named(now)}: its page moves, and links to the old one break."
        )
        found.append(Line(text))
    altered = [c for c in rest if c.change == CHANGED]
    found += corrects(names, altered)
    return [*found, *_withdrawn(names, went)]


def _added(names: Names, changes: list[Change]) -> Iterator[Line]:
    """The awards by fund and year, all others by kind."""
    site = names.both.after.site
    awards = [site.get(c.kind, c.key) for c in changes if c.kind == "award"]
    for (to, year), of in groupby(sorted(awards, key=lambda a: (*_where(names, a), a.key)), key=lambda a: _where(names, a)):
        of = list(of)
        place = "".join((f" to {to}" if to else "", f" of {year}" if year else ""))
        if len(of) == 1:
            yield Line(f"Adds the award {names.short('award', of[0].key)}, {_sum(of)},{place}.".replace(",.", "."))
        else:
            each = tuple(f"{names.short('award', a.key)}: {_sum([a])}" for a in of)
            yield Line(f"Adds {len(of):,} awards, {_sum(of)},{place}.".replace(",.", "."), each)
    yield from _by_kind(names, "Adds", [c for c in changes if c.kind != "award"])


def _by_kind(names: Names, verb: str, changes: list[Change]) -> Iterator[Line]:
    for kind, of in groupby(changes, key=lambda c: c.kind):
        of = list(of)
        if len(of) == 1:
            text = names.record(kind, of[0].key)
            yield Line(f"{verb} {'' if not of[0].key or kind == 'publisher' else 'the '}{text}.")
        else:
            each = tuple(names.short(kind, c.key) if c.key else "one that is not named here" for c in of)
            yield Line(f"{verb} {len(of):,} {names.kind(kind, 2)}.", each)


def _where(names: Names, award: Record) -> tuple[str, str]:
    """The funds of an award, or the scheme that its source names, and its financial year."""
    site = names.both.after.site
    funds = [names.title("fund", fund.key) for fund in site.targets(award, "fund")]
    guarded = ("award", award.key) in names.guarded
    scheme = "" if guarded else plain(str(complete(site, award).get("fund_title", "")))
    return " and ".join(filter(None, funds)) or scheme, year_of(award)


def _sum(awards: list[Record]) -> str:
    """What awards come to, and how many of them say no amount that can be added up."""
    amounts = [amount for award in awards if (amount := countable(award)) is not None]
    rest, total = len(awards) - len(amounts), money(sum(amounts, Decimal(0)))
    if not amounts:
        return "with no amount that can be added up"
    return f"{total} and {rest:,} with no amount that can be added up" if rest else total


def _withdrawn(names: Names, changes: list[Change]) -> Iterator[Line]:
    awards = [c for c in changes if c.kind == "award"]
    lost = [names.both.before.site.get("award", c.key) for c in awards if c.key]
    for line in _by_kind(names, "Withdraws", awards):
        total = f", {_sum(lost)}." if lost and len(lost) == len(awards) else "."
        yield _gone(line.text.removesuffix(".") + total, line.each)
    for line in _by_kind(names, "Withdraws", [c for c in changes if c.kind not in ("award", "publisher")]):
        yield _gone(line.text, line.each)
    yield from _by_kind(names, "Withdraws", [c for c in changes if c.kind == "publisher"])  # which has no page


def _gone(text: str, each: tuple[str, ...]) -> Line:
    return Line(f"{text} {PAGES_GO if each else PAGE_GOES}", each)
