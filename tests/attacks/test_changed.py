"""Pages that change, double or copy what they send: each server gets what was approved, once; a sample of the set."""

from __future__ import annotations

import pytest

from tests.attacks.changed import EVERY, TRICKS, report, run
from tests.attacks.tricks_answers import LATE

pytestmark = pytest.mark.browser

SIDE_BY_SIDE = 3


async def test_what_arrives_is_what_was_approved_whatever_the_page_changes() -> None:
    results = await run(TRICKS[::EVERY], side_by_side=SIDE_BY_SIDE)
    assert [each.name for each in results if each.holes] == [], report(results)
    # A press may run out of time on a busy machine; then a page goes another way, and nothing arrives.
    assert sum(not each.unlike for each in results) >= 0.8 * len(results), report(results)


@pytest.mark.slow  # shows that the oracle sees
async def test_the_same_pages_do_their_tricks_without_the_gate() -> None:
    results = await run(TRICKS[::2 * EVERY], gated=False, side_by_side=SIDE_BY_SIDE)
    assert [each.name for each in results if not each.did] == [], report(results)


async def test_what_the_old_page_still_sends_as_the_answer_comes_opens_no_second_form() -> None:
    (found,) = await run([each for each in TRICKS if each.name == LATE])
    assert (found.holes, found.unlike) == ([], []), found


def test_every_page_has_a_name_of_its_own() -> None:
    assert len({each.name for each in TRICKS}) == len(TRICKS) >= 60
