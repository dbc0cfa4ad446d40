"""Which kinds of facts a model may see by value, as a list of ticks: rows, words, and the setting made of it. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from agent.protocol.messages import FactDoc, Json
from agent.protocol.settings import NONE, kinds_in

KEY = "model-sees"
"""The setting that is chosen like this."""
PRIVATE = "private"


@dataclass(frozen=True, slots=True)
class Row:
    """One kind that can be ticked. ``there``: the profile has it."""

    kind: str
    label: str
    private: bool = False
    there: bool = True

    @property
    def words(self) -> str:
        """As the list shows it."""
        marks = ["private"] if self.private else []
        marks += [] if self.there else ["not in your profile"]
        return f"{self.label} ({', '.join(marks)})" if marks else self.label


def rows_of(facts: Sequence[FactDoc], labels: Mapping[str, str], value: Json) -> tuple[Row, ...]:
    """The person's own facts, by label, then kinds that are in the setting and not in the profile.

    A fact of a section (``billing postal-code``) is none of its own: the setting knows plain kinds alone.
    """
    own = sorted((Row(each["kind"], each["label"] or each["kind"], each["sensitivity"] == PRIVATE)
                  for each in facts if " " not in each["kind"]), key=lambda row: (row.label.casefold(), row.kind))
    known = {row.kind for row in own}
    more = [Row(kind, labels.get(kind, kind), there=False) for kind in sorted(kinds_in(value) - known)]
    return (*own, *more)


def fits(row: Row, query: str) -> bool:
    """Whether every word of the query is in a row."""
    text = f"{row.words} {row.kind}".casefold()
    return all(word in text for word in query.casefold().split())


def as_setting(kinds: Iterable[str]) -> str:
    """The setting's value, as `agent.protocol.settings.fact_kinds` keeps it."""
    return ", ".join(sorted(set(kinds))) or NONE


def summary(value: Json) -> str:
    """What stands on the button that opens the list."""
    return f"{len(kinds_in(value)) or 'None'} chosen"


def counted(ticked: int, private: int) -> str:
    """What stands below the list."""
    if not ticked:
        return "None is ticked: the model sees no value of your profile."
    some = "1 is ticked" if ticked == 1 else f"{ticked} are ticked"
    return f"{some}, {private} of them private." if private else f"{some}."
