"""What a row says before it is known to which records it leads."""

from dataclasses import dataclass, field

from daylight.intake.party import Named
from daylight.intake.place import Place
from daylight.intake.taken import Taken


@dataclass
class Said:
    """What a row says: the fields of the record; the organisations that it names, by the field that leads to each, or as
    several recipients; rows of its lists; and from which column, from 0, each field came."""

    taken: Taken
    fields: dict[str, str] = field(default_factory=dict)
    parties: dict[str, Named] = field(default_factory=dict)
    recipients: list[Named] = field(default_factory=list)
    rows: dict[str, list[dict[str, str]]] = field(default_factory=dict)
    columns: dict[str, int] = field(default_factory=dict)

    @property
    def at(self) -> Place:
        columns = {name: column + 1 for name, column in self.columns.items()}
        return Place(self.taken.sheet, self.taken.row + 1, columns)

    def whole(self) -> dict[str, str]:
        """Everything that it says, by which it is told apart from others."""
        return self.fields | {f"{name} {n}": str(row) for name, of in self.rows.items() for n, row in enumerate(of)}
