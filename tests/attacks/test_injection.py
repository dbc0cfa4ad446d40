"""Injected fields and the scripts behind them get nothing; a fixed sample of the set, and the same without the gate."""

from __future__ import annotations

import pytest

from tests.attacks.injection import report, run, sample

pytestmark = pytest.mark.browser

SIDE_BY_SIDE = 3


async def test_an_injected_field_gets_nothing_and_the_site_only_what_was_approved() -> None:
    results = await run(sample(9), side_by_side=SIDE_BY_SIDE)
    assert [each for each in results if each.holes] == [], report(results)
    assert [each for each in results if each.other] == []
    assert sum(each.completed for each in results) > 4, report(results)
    assert any(each.edited and each.completed for each in results)


@pytest.mark.slow  # shows that the oracle sees
async def test_the_same_pages_steal_from_the_same_run_without_the_gate() -> None:
    results = await run(sample(12)[::4], gated=False, side_by_side=SIDE_BY_SIDE)
    assert [each.id for each in results if not each.elsewhere + each.differing + each.stolen] == [], report(results)
    assert any(each.injected for each in results)
