"""Compares the page that shows everything back with what was sent before it: "check your answers". Pure.

A site that kept something else than was typed shows it there, and nowhere later. What differs is said on the
sheet of the last step; whether it goes on is the person's decision, as always.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from agent.gate.fold import squash

SHOWN_BACK = 2
"""Values that a page shows back from which it counts as a summary."""
SHORTEST = 3
"""Letters and digits that a value needs to be looked for: "yes" stands on any page."""
MOST = 5
"""Differences that are said one by one."""


def not_shown_back(page_text: str, sent: Iterable[Sequence[Mapping[str, Any]]]) -> list[str]:
    """Sentences about what was sent and does not stand on the page that shows the rest.

    Args:
        page_text: the summary's own text.
        sent: the rows of each sheet that went out before, oldest first; of a field that was sent twice the last counts.
    """
    text = squash(page_text)
    rows = {str(row["label"] or row["name"]): row for sheet in sent for row in sheet if _is_typed(row)}
    missing = [label for label, row in rows.items() if not any(each in text for each in _spellings(row))]
    shown = len(rows) - len(missing)
    if shown < SHOWN_BACK:
        return []
    told = [label for label in missing if squash(label) and squash(label) in text]
    return [f"This page names “{label[:80]}”, but does not show what you sent for it: “{_value(rows[label])[:80]}”."
            for label in told[:MOST]]


def _is_typed(row: Mapping[str, Any]) -> bool:
    """Whether a row is a plain answer of the person's, long enough to be looked for."""
    return row["source"] in ("profile", "task", "answer", "you") and not row.get("file") and len(
        squash(_value(row))) >= SHORTEST


def _value(row: Mapping[str, Any]) -> str:
    return str(row["shown"] or row["value"])


def _spellings(row: Mapping[str, Any]) -> set[str]:
    return {squash(str(each)) for each in (row["shown"], row["value"]) if each and len(squash(str(each))) >= SHORTEST}
