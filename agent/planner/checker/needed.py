"""Doubts what the page marks as required and would go out empty."""

from __future__ import annotations

from collections.abc import Iterator

from agent.planner.checker.entry import Doubt, Filled


def empty_ones(form: Filled) -> Iterator[Doubt]:
    """Required answers without a value."""
    for entry in form.entries:
        if entry.required and not entry.value.strip() and not entry.part:
            yield Doubt(entry.name, "The page marks this as required, and it is empty.")
