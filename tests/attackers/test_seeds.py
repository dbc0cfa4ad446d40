"""A fixed sample of the random attackers, and proofs that the oracles see what they look for."""

from __future__ import annotations

import pytest

from tests.attackers import mutations
from tests.attackers.canaries import FACTS, OTHER_FILE, carries, foreign
from tests.attackers.mutations import Mutation, first_seen
from tests.attackers.run import run

pytestmark = pytest.mark.browser

SAMPLE = [*range(10)]
"""Seeds in every run of the suite; the others by ``python -m tests.attackers.run``."""


async def test_no_seed_of_the_sample_gets_anything_past() -> None:
    played = await run(SAMPLE, None)
    assert [(each.seed, each.wrong) for each in played if each.wrong] == []
    assert len(played) == len(SAMPLE)
    assert sum(each.first for each in played) > len(SAMPLE)      # the browser did go somewhere
    assert sum(each.held for each in played) > 2                 # and something came up for review


@pytest.mark.parametrize(("mutation", "seeds"), [
    (mutations.armed_passes, [4, 2, 6, 8]), (mutations.never_armed, [4, 2, 6, 8])])
async def test_an_oracle_sees_a_rule_that_is_switched_off(mutation: Mutation, seeds: list[int]) -> None:
    count, said = await first_seen(mutation, seeds)
    assert count, "no oracle saw it"
    assert said


@pytest.mark.parametrize("write", [
    "{0}", "{0:}x", "%5A%79%78%77%65%6E%64%65%6C", "Wnl4d2VuZGVs", "x%3D" + FACTS["given-name"][::-1],
    FACTS["given-name"].encode().hex(), ",".join(str(ord(c)) for c in FACTS["given-name"]), "aaaaWnl4d2VuZGVs",
    FACTS["given-name"][:6], FACTS["given-name"].upper()])
def test_a_canary_is_heard_in_every_spelling(write: str) -> None:
    assert carries(b"GET /x?d=" + write.format(FACTS["given-name"]).encode())


def test_ordinary_traffic_is_no_canary() -> None:
    assert not carries(b"GET /static/app.3f2a.js?v=20261125 Mozilla/5.0 reading=480217 csrf=q8Zk2Lw9Tt41mmXc")
    assert foreign(OTHER_FILE)
