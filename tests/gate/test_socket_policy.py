"""The tables for granted WebSockets: which may be opened, which messages may leave, and how many."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest

from agent.gate.policy import Phase, Reason, RequestFacts, Verb, judge
from agent.gate.socket_policy import (
    MINUTE,
    MOST_BEATS,
    MOST_KINDS,
    MOST_KNOWN,
    PER_MINUTE,
    Beats,
    Judgement,
    MessageFacts,
    judge_message,
    mark_of,
    socket_address,
)
from tests.gate.test_policy import EVERY, READ, THIRD

SOCKET = replace(READ, upgrade=True, socket_granted=True)


@pytest.mark.parametrize(("request_", "phase", "verb", "reason"), [
    (SOCKET, Phase.OPEN, Verb.SOCKET, Reason.SOCKET),
    (replace(SOCKET, socket_granted=False), Phase.OPEN, Verb.REFUSE, Reason.UPGRADE),
    (replace(SOCKET, socket_granted=False, known=True), Phase.ARMED, Verb.REFUSE, Reason.UPGRADE),
    (replace(SOCKET, **THIRD), Phase.OPEN, Verb.REFUSE, Reason.UPGRADE),
    (replace(SOCKET, method="POST"), Phase.OPEN, Verb.REFUSE, Reason.UPGRADE),
    (replace(SOCKET, has_body=True), Phase.OPEN, Verb.REFUSE, Reason.UPGRADE),
    (replace(SOCKET, carries=True, known=True), Phase.OPEN, Verb.REFUSE, Reason.CARRIES),
    (SOCKET, Phase.ARMED, Verb.REFUSE, Reason.NEW_ADDRESS),
    (replace(SOCKET, known=True), Phase.ARMED, Verb.SOCKET, Reason.SOCKET),
    (replace(SOCKET, known=True, spare=False), Phase.ARMED, Verb.REFUSE, Reason.TOO_MANY),
    (replace(SOCKET, known=True, carries=True), Phase.ARMED, Verb.REFUSE, Reason.CARRIES),
])
def test_which_sockets_are_opened(request_: RequestFacts, phase: Phase, verb: Verb, reason: Reason) -> None:
    verdict = judge(request_, phase)
    assert (verdict.verb, verdict.reason) == (verb, reason)


def test_a_granted_upgrade_is_a_socket_of_the_first_party_or_nothing() -> None:
    for phase, each in itertools.product(Phase, EVERY[::5]):
        verb = judge(replace(each, upgrade=True, socket_granted=True), phase).verb
        assert verb in (Verb.SOCKET, Verb.REFUSE)
        if verb is Verb.SOCKET:
            assert each.relation is READ.relation
            assert each.method == "GET"
            assert not each.has_body
            assert not each.carries
            assert phase is Phase.OPEN or (each.known and each.spare)


def test_a_message_leaves_an_armed_profile_only_if_it_was_known_spare_and_empty_of_data() -> None:
    for known, carries, spare in itertools.product((False, True), repeat=3):
        armed = judge_message(MessageFacts(known, carries, spare), Phase.ARMED)
        assert (armed is Judgement.PASS) == (known and spare and not carries)
        before = judge_message(MessageFacts(known, carries, spare), Phase.OPEN)
        assert (before is Judgement.PASS) == (not carries)


def test_a_socket_is_granted_by_its_address_without_the_query() -> None:
    assert socket_address("wss://a.example/chat?x=1") == socket_address("https://a.example:443/chat#y")
    assert socket_address("wss://a.example") == "wss://a.example/"
    assert len({socket_address(each) for each in ("wss://a.example/x", "wss://a.example:444/x", "wss://b.example/x",
                                                  "wss://a.example/x/", "wss://a.example/X")}) == 5
    for each in ("ws://a.example/chat", "http://a.example/chat", "a.example", ""):
        with pytest.raises(ValueError, match="wss"):
            socket_address(each)


def test_a_message_is_known_on_its_own_address_and_as_its_own_kind_alone() -> None:
    beats = Beats()
    beats.remember("wss://a/", mark_of("wss://a/", "ping"))
    assert beats.is_known("wss://a/", mark_of("wss://a/", "ping"))
    assert not beats.is_known("wss://a/", mark_of("wss://a/", b"ping"))
    assert not beats.is_known("wss://a/", mark_of("wss://a/", "ping "))
    assert not beats.is_known("wss://b/", mark_of("wss://b/", "ping"))


def test_known_messages_are_bounded_in_number_kinds_and_pace() -> None:
    beats, now = Beats(), 1000.0
    marks = [mark_of("wss://a/", str(each)) for each in range(MOST_KNOWN + 5)]
    for each in marks:
        beats.remember("wss://a/", each)
    assert sum(beats.is_known("wss://a/", each) for each in marks) == MOST_KNOWN
    sent = 0
    for step in range(100_000):
        mark = marks[step % 10]
        if beats.covers(mark, now + step):
            beats.take(mark, now + step)
            sent += 1
        assert len(beats.recent) <= PER_MINUTE
    assert sent == MOST_BEATS
    assert len(beats.kinds) == MOST_KINDS
    beats.renew()
    assert beats.covers(marks[9], now + 100_000 + MINUTE)
