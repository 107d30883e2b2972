"""What a value is, and why a text is none."""

from decimal import Decimal

Value = str | int | bool | Decimal


class Wrong(Exception):
    """Why a text is no value of its field. Never leaves `values`."""

    def __init__(self, rule: str, name: str, fix: str = "", **facts):
        super().__init__(name)
        self.rule, self.name, self.fix, self.facts = rule, name, fix, facts
