"""The policy table, row by row, and its promise: nothing of an armed profile passes that nobody knew before."""

from __future__ import annotations

import itertools
from dataclasses import fields, replace

import pytest

from agent.gate.policy import Phase, Reason, Relation, RequestFacts, Verb, judge

READ = RequestFacts(method="GET", relation=Relation.FIRST, page=False, script=True, has_body=False, upgrade=False,
                    known=False, copied=False, spare=True, carries=False, pressed=False, spent=False, browser_own=False)
WRITE = replace(READ, method="POST", has_body=True)
THIRD = {"relation": Relation.THIRD}


@pytest.mark.parametrize(("request_", "phase", "verb", "reason"), [
    (READ, Phase.OPEN, Verb.PASS, Reason.READ_BEFORE),
    (replace(READ, **THIRD), Phase.OPEN, Verb.PASS, Reason.READ_BEFORE),
    (replace(READ, page=True, carries=True), Phase.OPEN, Verb.REFUSE, Reason.CARRIES),
    (WRITE, Phase.OPEN, Verb.PASS, Reason.WRITE_BEFORE),
    (replace(WRITE, **THIRD), Phase.OPEN, Verb.REFUSE, Reason.THIRD_PARTY),
    (replace(WRITE, pressed=True, page=True), Phase.OPEN, Verb.HOLD, Reason.PRESSED),
    (replace(WRITE, pressed=True, page=True, has_body=False), Phase.OPEN, Verb.HOLD, Reason.PRESSED),
    (replace(READ, pressed=True, page=True), Phase.OPEN, Verb.PASS, Reason.READ_BEFORE),
    (replace(READ, known=True), Phase.ARMED, Verb.PASS, Reason.KNOWN),
    (READ, Phase.ARMED, Verb.REFUSE, Reason.NEW_ADDRESS),
    (replace(READ, known=True, **THIRD), Phase.ARMED, Verb.REFUSE, Reason.THIRD_PARTY),
    (replace(READ, known=True, spare=False), Phase.ARMED, Verb.REFUSE, Reason.TOO_MANY),
    (replace(READ, copied=True, **THIRD), Phase.ARMED, Verb.COPY, Reason.KNOWN),
    (replace(WRITE, copied=True, **THIRD), Phase.ARMED, Verb.REFUSE, Reason.THIRD_PARTY),
    (replace(READ, copied=True, page=True, **THIRD), Phase.ARMED, Verb.REFUSE, Reason.THIRD_PARTY),
    (WRITE, Phase.ARMED, Verb.REFUSE, Reason.UNATTENDED),
    (replace(WRITE, known=True), Phase.ARMED, Verb.REFUSE, Reason.UNATTENDED),
    (replace(WRITE, pressed=True), Phase.ARMED, Verb.HOLD, Reason.PRESSED),
    (replace(WRITE, pressed=True, script=False), Phase.ARMED, Verb.REFUSE, Reason.UNATTENDED),
    (replace(WRITE, pressed=True, **THIRD), Phase.ARMED, Verb.REFUSE, Reason.THIRD_PARTY),
    (replace(WRITE, pressed=True, page=True, **THIRD), Phase.ARMED, Verb.HOLD, Reason.PRESSED),
    (replace(READ, pressed=True, page=True), Phase.ARMED, Verb.HOLD, Reason.PRESSED),
    (replace(READ, pressed=True, page=True, known=True), Phase.ARMED, Verb.PASS, Reason.KNOWN),
    (replace(READ, pressed=True), Phase.ARMED, Verb.REFUSE, Reason.NEW_ADDRESS),
    (replace(WRITE, pressed=True, page=True, spent=True), Phase.ARMED, Verb.REFUSE, Reason.SPENT),
    (replace(READ, composed=True), Phase.ARMED, Verb.PASS, Reason.COMPOSED),
    (replace(READ, composed=True, carries=True), Phase.ARMED, Verb.REFUSE, Reason.NEW_ADDRESS),
    (replace(READ, composed=True, page=True), Phase.ARMED, Verb.REFUSE, Reason.NEW_ADDRESS),
    (replace(READ, composed=True, spare=False), Phase.ARMED, Verb.REFUSE, Reason.TOO_MANY),
    (replace(READ, composed=True, **THIRD), Phase.ARMED, Verb.REFUSE, Reason.THIRD_PARTY),
    (replace(WRITE, standing=True), Phase.ARMED, Verb.PASS, Reason.STANDING),
    (replace(WRITE, standing=True, spare=False), Phase.ARMED, Verb.REFUSE, Reason.TOO_MANY),
    (replace(WRITE, standing=True, carries=True), Phase.ARMED, Verb.REFUSE, Reason.UNATTENDED),
    (replace(WRITE, standing=True, pressed=True), Phase.ARMED, Verb.PASS, Reason.STANDING),
    (replace(WRITE, standing=True, pressed=True), Phase.OPEN, Verb.PASS, Reason.WRITE_BEFORE),
    (replace(WRITE, standing=True, pressed=True, carries=True), Phase.ARMED, Verb.HOLD, Reason.PRESSED),
    (replace(WRITE, standing=True, pressed=True, page=True), Phase.ARMED, Verb.HOLD, Reason.PRESSED),
    (replace(WRITE, standing=True, page=True), Phase.ARMED, Verb.REFUSE, Reason.UNATTENDED),
    (replace(WRITE, standing=True, **THIRD), Phase.ARMED, Verb.REFUSE, Reason.THIRD_PARTY),
    (replace(READ, granted=True), Phase.ARMED, Verb.PASS, Reason.GRANTED),
    (replace(WRITE, granted=True, pressed=True), Phase.ARMED, Verb.PASS, Reason.GRANTED),
    (replace(WRITE, granted=True, **THIRD), Phase.ARMED, Verb.PASS, Reason.GRANTED),
    (replace(READ, granted=True, spare=False), Phase.ARMED, Verb.REFUSE, Reason.TOO_MANY),
    (replace(WRITE, granted=True, pressed=True, page=True), Phase.ARMED, Verb.HOLD, Reason.PRESSED),
    (replace(WRITE, granted=True, spent=True), Phase.ARMED, Verb.REFUSE, Reason.SPENT),
    (replace(READ, method="OPTIONS", preflight=True), Phase.ARMED, Verb.ANSWER, Reason.PREFLIGHT),
    (replace(READ, method="OPTIONS", preflight=True, pressed=True), Phase.OPEN, Verb.ANSWER, Reason.PREFLIGHT),
    (replace(READ, method="OPTIONS", preflight=True), Phase.OPEN, Verb.PASS, Reason.WRITE_BEFORE),
    (replace(READ, method="OPTIONS", preflight=True, **THIRD), Phase.ARMED, Verb.REFUSE, Reason.THIRD_PARTY),
    (replace(READ, upgrade=True), Phase.OPEN, Verb.REFUSE, Reason.UPGRADE),
    (replace(READ, browser_own=True), Phase.OPEN, Verb.REFUSE, Reason.BROWSER),
])
def test_the_table(request_: RequestFacts, phase: Phase, verb: Verb, reason: Reason) -> None:
    verdict = judge(request_, phase)
    assert (verdict.verb, verdict.reason) == (verb, reason)


ALWAYS = ("upgrade", "spent", "browser_own")


def every_request() -> list[RequestFacts]:
    apart = ("method", "relation", "cost", "socket_granted", *ALWAYS)  # sockets: test_socket_policy.py
    flags = [field.name for field in fields(RequestFacts) if field.name not in apart]
    return [RequestFacts(method=method, relation=relation, **dict(zip(flags, values, strict=True)),
                         **dict.fromkeys(ALWAYS, False))
            for method in ("GET", "POST", "OPTIONS")
            for relation in Relation for values in itertools.product((False, True), repeat=len(flags))]


EVERY = every_request()


def test_armed_nothing_passes_but_what_was_known_or_granted() -> None:
    passed = [each for each in EVERY if judge(each, Phase.ARMED).verb is Verb.PASS]
    assert passed
    assert all(each.spare for each in passed)
    for each in passed:
        if each.granted and not each.page:
            continue
        read = each.method == "GET" and not each.has_body
        assert each.relation is Relation.FIRST
        assert (read and each.known) or (not each.page and not each.carries and (
            each.composed if read else each.standing))


@pytest.mark.parametrize("flag", ALWAYS)
def test_some_things_are_refused_whatever_else_is_so(flag: str) -> None:
    for phase in Phase:
        assert all(judge(replace(each, **{flag: True}), phase).verb is Verb.REFUSE for each in EVERY[::7])


def test_no_page_ever_passes_by_a_grant_or_by_likeness() -> None:
    pages = [each for each in EVERY if each.page and not each.known]
    assert not any(judge(each, Phase.ARMED).verb in (Verb.PASS, Verb.COPY) for each in pages)


def test_no_write_that_follows_a_press_passes_in_any_phase() -> None:
    writes = [each for each in EVERY if each.pressed and (each.page or each.script)
              and (each.method != "GET" or each.has_body) and each.relation is Relation.FIRST
              and not (each.granted and not each.page) and (each.page or each.carries or not each.standing)]
    for phase in Phase:
        assert not any(judge(each, phase).verb is Verb.PASS for each in writes)


def test_other_sites_never_get_a_body_that_nobody_granted() -> None:
    for phase in Phase:
        assert not any(judge(each, phase).verb is Verb.PASS for each in EVERY
                       if each.relation is Relation.THIRD and (each.has_body or each.method != "GET")
                       and not each.granted)


def test_a_preflight_leaves_only_before_arming() -> None:
    asked = [each for each in EVERY if each.preflight and not each.granted and each.method == "OPTIONS"]
    assert not any(judge(each, Phase.ARMED).verb is Verb.PASS and not each.standing for each in asked)
