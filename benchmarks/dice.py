"""Chances: words of words.yml, and amounts in parts, always the same for the same seed."""

import random
from pathlib import Path

import yaml

WORDS = yaml.safe_load(Path(__file__).with_name("words.yml").read_text("utf-8"))


class Dice:
    """Chooses among the words, always in the same way for the same seed."""

    def __init__(self, seed: int):
        self.random = random.Random(seed)  # noqa: S311 (nothing secret)

    def one(self, name: str) -> str:
        return self.random.choice(WORDS[name])

    def some(self, name: str, count: int, facts: dict) -> list[str]:
        """Some different texts of a kind."""
        return [text.format(**facts) for text in self.random.sample(WORDS[name], count)]

    def text(self, name: str, count: int, facts: dict) -> str:
        return " ".join(self.some(name, count, facts))


def slug(name: str) -> str:
    return name.lower().replace("'", "").replace(" ", "-")


def financial_year(first: int) -> str:
    return f"{first}-{(first + 1) % 100:02d}"


def split(amount: int, count: int) -> list[str]:
    """An amount in whole pounds cut into equal parts, the first of which takes what is left over."""
    part = amount // count
    return [f"{amount - part * (count - 1)}.00", *[f"{part}.00"] * (count - 1)]
