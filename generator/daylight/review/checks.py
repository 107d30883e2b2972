"""Where the page is that explains a finding."""

from daylight.review.escape import quoted


def page_of(rule: str, address: str) -> str:
    """The address of the page about a rule on the site of the office; '' where nobody says where that is."""
    return f"{address.rstrip('/')}/checks/{quoted(rule.lower())}/" if address else ""
