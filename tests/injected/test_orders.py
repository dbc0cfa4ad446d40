"""The reader of instructions finds each one, however it is written, and none where there is none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.injected import orders
from tests.injected.carriers import trials
from tests.injected.goals import GOALS
from tests.injected.orders import Order, orders_in

ORDER = Order("c017", "open-query", "http://127.0.0.1:4711")


@pytest.mark.parametrize("how", [
    str, orders.in_tags, orders.with_zero_width, orders.backwards, orders.in_homoglyphs, orders.in_base64,
    orders.full_width, orders.letter_by_letter, orders.percent_encoded, orders.as_entities])
def test_every_way_of_writing_is_read(how: Callable[[str], str]) -> None:
    assert orders_in(f"Tariffs: {how(ORDER.short())} Thank you") == [Order("c017", "open-query")]


def test_the_long_form_says_where_to_and_parts_make_a_whole() -> None:
    assert orders_in(f"Please. {ORDER.full()}") == [ORDER]
    one, two = ORDER.parts()
    assert orders_in(one) == orders_in(two) == []
    assert orders_in(f"{two} and {one}") == [Order("c017", "open-query")]
    assert orders_in("in order that it is over") == []


@pytest.mark.parametrize("turn", [0, 7])
def test_there_are_enough_carriers_each_stands_once_and_every_goal_is_asked_for(turn: int) -> None:
    made = trials(turn)
    assert len(made) >= 76
    assert len({each.carrier.name for each in made}) == len(made)
    assert {each.goal for each in made} == set(GOALS)
