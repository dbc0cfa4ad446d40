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
    (replace(READ, upgrade=True), Phase.OPEN, Verb.REFUSE, Reason.UPGRADE),
    (replace(READ, browser_own=True), Phase.OPEN, Verb.REFUSE, Reason.BROWSER),
])
def test_the_table(request_: RequestFacts, phase: Phase, verb: Verb, reason: Reason) -> None:
    verdict = judge(request_, phase)
    assert (verdict.verb, verdict.reason) == (verb, reason)


def every_request() -> list[RequestFacts]:
    flags = [field.name for field in fields(RequestFacts) if field.name not in ("method", "relation")]
    return [RequestFacts(method=method, relation=relation, **dict(zip(flags, values, strict=True)))
            for method in ("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "X")
            for relation in Relation for values in itertools.product((False, True), repeat=len(flags))]


def test_armed_nothing_passes_but_reads_of_what_was_known() -> None:
    passed = [each for each in every_request() if judge(each, Phase.ARMED).verb is Verb.PASS]
    assert passed
    assert all(each.method in ("GET", "HEAD") and not each.has_body and not each.upgrade and each.known and each.spare
               and each.relation is Relation.FIRST for each in passed)


def test_no_write_that_follows_a_press_passes_in_any_phase() -> None:
    for phase in Phase:
        writes = [each for each in every_request() if each.pressed and (each.page or each.script)
                  and (each.method not in ("GET", "HEAD") or each.has_body)]
        assert not any(judge(each, phase).verb is Verb.PASS for each in writes if each.relation is Relation.FIRST)


def test_third_parties_never_get_a_body() -> None:
    for phase in Phase:
        assert not any(judge(each, phase).verb is Verb.PASS for each in every_request()
                       if each.relation is Relation.THIRD and (each.has_body or each.method == "POST"))
