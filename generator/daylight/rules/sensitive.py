"""Which awards are for people whom the place of a service could put in danger."""

import re

from daylight.derived import recipients
from daylight.keeping import kept
from daylight.record import Record
from daylight.site import Site

TEXTS = ("title", "purpose", "theme", "category", "scheme", "description", "needs", "recipient_as_published")
_THEMES = re.compile(
    r"domestic(?:ally)? (?:and sexual )?(?:abuse|violence|homicide)|coercive control|\brefuges?\b|safe[ -]hous|safe accom|"
    r"sexual(?:ly)? (?:abuse|violence|assault|offen[cd]|exploit|harm)|\brap(?:e|ed|ists?)\b|\bsex work|prostitut|"
    r"child(?:ren)? (?:sexual |criminal )?(?:exploitation|abuse)|\b(?:cse|csa|idvas?|isvas?|fgm)\b|genital mutilation|"
    r"modern slavery|(?<!drug )(?<!drugs )traffick(?:ed|ing)|hate (?:crime|incident)|honou?r[- ](?:based|kill|violen|abus)|"
    r"forced marriage|\bstalk(?:ed|ers?|ing)\b|\b(?:lgbt\w*|transgender|lesbian|gay)\b|\bmigrants?\b|asylum|\brefugees?\b|"
    r"\bwitnesses\b|\bwitness (?:care|support|service|protection)|perpetrator|(?:people|those|men|women) who abuse|"
    r"(?:bail|offenders?|custody|prison|iom)\b[\w ]{0,20}\b(?:accommodation|housing|hostel)|approved premises"
)
_PARTS = (  # one of which stands in everything that the pattern finds: a quick look first
    *(
        "abus",
        "domestic",
        "sex",
        "rape",
        "rapist",
        "refuge",
        "safe hous",
        "safe-hous",
        "safe accom",
        "coercive",
        "exploit",
        "cse",
        "csa",
        "dva",
        "sva",
        "fgm",
        "mutilat",
    ),
    *(
        "slavery",
        "traffick",
        "hate ",
        "honour",
        "honor",
        "forced",
        "stalk",
        "lgbt",
        "transgender",
        "lesbian",
        "gay",
        "migrant",
    ),
    *("asylum", "witness", "perpetrator", "prostitut", "accommodation", "housing", "hostel", "approved"),
)


@kept
def sensitive(site: Site, award: Record) -> bool:
    """Whether an award is for such people, by its words or by the name of who receives it."""
    said = "\n".join(award.values[name] for name in TEXTS if name in award.values)
    return tells(said) or any(_named(site, recipient) for recipient in recipients(site, award))


@kept
def _named(site: Site, organisation: Record) -> bool:
    """Whether the name of a body says that it is there for such people."""
    return tells(site.label(organisation))


def tells(text: str) -> bool:
    """Whether a text speaks of such people."""
    low = text.lower()
    return any(map(low.__contains__, _PARTS)) and _THEMES.search(low) is not None


def award_of(site: Site, organisation: Record) -> Record | None:
    """The first award for such people that an organisation receives."""
    awards = (award for award in site.sources(organisation, "award") if sensitive(site, award))
    return next((award for award in awards if organisation in recipients(site, award)), None)
