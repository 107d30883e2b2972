"""From which value on the law of procurement asks more, in pounds with VAT, by the day on which a procurement began.

Source: the Procurement Act 2023 (Threshold Amounts) (Amendment) Regulations 2025 and the amounts before them, as set out on
https://insights.devonshires.com/post/102lxjy/new-public-procurement-thresholds-from-1-january-2026 for sub-central
authorities, which commissioners are. They change every two years: those of 1 January 2028 will be one more row here.
"""

from decimal import Decimal
from typing import NamedTuple

ACT = "2025-02-24"  # procurements that began on this day or later are under the Procurement Act 2023
NOTIFIABLE = Decimal("30000.00")  # advertised contracts from this value on have a notice on the national platform first


class Thresholds(NamedTuple):
    """The amounts for procurements that began on the day `first` or later."""

    first: str
    goods_and_services: Decimal
    light_touch: Decimal


TABLE = (
    Thresholds("2024-01-01", Decimal(214904), Decimal(663540)),
    Thresholds("2026-01-01", Decimal(207720), Decimal(663540)),
)


def on(day: str) -> Thresholds | None:
    """The thresholds for a procurement that began on an ISO day, None for one older than the table."""
    return next((row for row in reversed(TABLE) if row.first <= day), None)
