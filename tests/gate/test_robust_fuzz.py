"""A fixed sample of what `tests.gate.fuzz` tries; the long run is that module's own command."""

from __future__ import annotations

import pytest

from agent.gate.policy import Reason, Verb, Verdict
from tests.gate.fuzz import SECRET, Stand, run


def test_mutated_requests_and_answers_break_no_rule() -> None:
    with Stand() as stand:
        assert run(60, stand) >= 100
        assert stand.held > 0


def test_the_oracle_sees_a_gate_that_passes_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("agent.gate.proxy.judge", lambda *_args: Verdict(Verb.PASS, Reason.KNOWN))
    with Stand() as stand:
        stand.exchange(b"GET URL/?d=SECRET HTTP/1.1\r\nHost: x\r\n\r\n", tunnel=False)
        assert SECRET in stand.arrived[0]
        with pytest.raises(AssertionError):
            stand.check()
        stand.arrived.clear()
