"""The rows of a waiting submission that are its own, as its sheet shows them, those to look at first. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from agent.protocol.messages import SheetRow
from desktop.review.grouping import Item, group_of, must_see
from desktop.review.lines import Line, line_of
from desktop.review.wording import count

OWN_SHOWN = 8
"""Values of a submission that its place in the plan shows; the rest is on its sheet."""


def own_lines(rows: Sequence[SheetRow]) -> tuple[tuple[Line, bool], ...]:
    """The rows of a submission as they stand on its sheet, those to look at first; True: to look at."""
    found = [(line_of(Item(row["name"], group_of(row), row, must_see(row))), must_see(row)) for row in rows
             if not row.get("opened")]
    return tuple(sorted(found, key=lambda each: not each[1]))


def more_words(hidden: int, not_sent: int) -> str:
    """What of a sheet does not stand in the plan's list."""
    said = [f"{count(hidden, 'more value')} on its sheet"] if hidden else []
    said += [f"{count(not_sent, 'thing')} on the page and not sent"] if not_sent else []
    return f"{'; '.join(said)}." if said else ""
