"""No canary of any channel gets past the gate; and the same pages get out without it, so the sinks can see a leak."""

from __future__ import annotations

import pytest

from tests.channels import own_network
from tests.channels.catalogue import FAMILIES, cases
from tests.channels.channel import Case, Channel, Target, Then
from tests.channels.run import Outcome, run

WHY_NOT = own_network.why_not()
needs_network = pytest.mark.skipif(bool(WHY_NOT), reason=WHY_NOT or "-")

WITNESSES = ("form-post", "location-assign", "popup", "mailto", "redirect-307-form", "fetch-post", "fetch-base64",
             "fetch-gzip", "fetch-hex-body", "beacon", "event-source", "cookie", "referer", "pagehide-beacon-close",
             "img", "css-font", "iframe-sandbox", "worker", "shared-worker", "sw-fetch", "websocket-message",
             "webtransport", "rtc-stun-name", "rtc-turn-udp", "rtc-turn-tcp", "fedcm-host", "payment-request")
"""Channels that must leak in a browser without the gate each time the tests run: one for each kind of sink and for
each kind of page. The others prove themselves in the long run (README.md)."""

QUICK = [case for case in cases() if not case.channel.slow and not case.channel.front and (
    case.channel.name in WITNESSES or (case.target is Target.THIRD and not case.channel.alone))]
"""What runs behind the gate each time: the witnesses towards both sites, and every channel that can share its page
towards the other site. All the rest is in the long run."""


def named(names: tuple[str, ...]) -> list[Case]:
    found = [next(case for case in cases() if case.channel.name == name) for name in names]
    assert len(found) == len(names)
    return found


@needs_network
@pytest.mark.browser
@pytest.mark.slow  # shows that the oracle sees
def test_the_sinks_see_what_a_browser_without_the_gate_sends() -> None:
    seen = run(named(WITNESSES), gated=False)
    assert [name for name in seen.cases if not seen.arrived(name)] == []
    assert seen.unloaded == []


@pytest.fixture(scope="module")
def gated() -> Outcome:
    return run(QUICK, gated=True)


@needs_network
@pytest.mark.browser
def test_nothing_typed_gets_past_the_gate_by_any_channel(gated: Outcome) -> None:
    assert gated.leaks() == {}
    assert gated.strays == []


@needs_network
@pytest.mark.browser
def test_every_page_was_there_and_most_canaries_met_the_gate(gated: Outcome) -> None:
    """Else the first test could pass because nothing was tried."""
    assert gated.unloaded == []
    assert len(gated.cases) == len(QUICK)
    met = [name for name, found in gated.cases.items() if any(found["met"].values())]
    tried = [case.name for case in QUICK if not case.channel.unseen]
    assert len(set(met) & set(tried)) >= 0.75 * len(tried)


def test_every_channel_of_the_catalogue_has_a_name_of_its_own_and_a_way_to_be_set_off() -> None:
    channels = [channel for family in FAMILIES.values() for channel in family]
    assert len({channel.name for channel in channels}) == len(channels)
    assert all(channel.run.strip() and channel.targets for channel in channels)


@pytest.mark.parametrize(("channel", "alone"), [
    (Channel("a", 'fetch(u("x", v))'), False),
    (Channel("a", 'fetch(location.origin + at("x"))'), False),
    (Channel("a", 'location = u("x", v)'), True),
    (Channel("a", "form({}, v).submit()"), True),
    (Channel("a", 'fetch(u("x", v))', then=Then.CLOSE), True),
])
def test_a_channel_that_changes_its_page_gets_one_of_its_own(channel: Channel, alone: bool) -> None:
    assert Case(channel, Target.FIRST, 1).channel.alone is alone
