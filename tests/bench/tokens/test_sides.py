"""The bench's own sides on one task, without browser-use, which has to be installed first."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bench.tokens.__main__ import SIDES, requests_of, sides
from tests.bench.tokens.counting import weight_of
from tests.bench.tokens.environment import Environment
from tests.bench.tokens.tasks import BY_NAME

pytestmark = [pytest.mark.browser, pytest.mark.slow]


class NotInstalled(Environment):
    """None of these sides needs it."""

    def __init__(self) -> None:
        self.python = Path("none")


def test_a_meter_reading_reaches_the_site_and_ours_sends_less_than_snapshots_do() -> None:
    found = sides(NotInstalled())
    sent = {name: weight_of(requests_of(BY_NAME["meter-reading"], found[name]), len)
            for name in SIDES if not name.startswith("browser-use")}
    assert sent["ours"].requests == 2
    assert sent["snapshot, one by one"].requests > sent["snapshot, form at once"].requests > 2
    assert sent["ours"].sent < sent["snapshot, form at once"].sent < sent["snapshot, one by one"].sent
