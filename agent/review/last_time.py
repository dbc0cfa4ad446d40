"""Puts beside each row of a sheet what the same field held when something was last sent to that address: pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any


def with_last(rows: Sequence[Mapping[str, Any]], earlier: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The rows, each with ``last``: the value of then, or None where the field was not sent.

    Args:
        rows: of the sheet that is looked at.
        earlier: of the sheet that was sent.
    """
    values = {row["name"]: row["value"] for row in earlier}
    return [{**row, "last": values.get(row["name"])} for row in rows]
