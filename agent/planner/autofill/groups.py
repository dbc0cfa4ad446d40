"""Settles what only neighbours can tell: dates and numbers in parts, earlier addresses, bare names, streets."""

from __future__ import annotations

from collections.abc import Sequence

from agent.planner.autofill.card_names import card_names_left
from agent.planner.autofill.date_parts import with_dates
from agent.planner.autofill.draft import Draft
from agent.planner.autofill.earlier_address import earlier_address
from agent.planner.autofill.neighbours import with_neighbours
from agent.planner.autofill.split_numbers import with_split_numbers
from agent.planner.autofill.street_numbers import streets_with_numbers


def settle(drafts: Sequence[Draft]) -> list[Draft]:
    """Applies all group rules to the controls of one page, in document order."""
    found = card_names_left(drafts)
    found = with_split_numbers(with_dates(found))
    found = [earlier_address(draft) for draft in found]
    return streets_with_numbers(with_neighbours(found))
