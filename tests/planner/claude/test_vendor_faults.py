"""Whatever the model's server does, a decision ends in actions or in a plain reason, and nothing private is said."""

from __future__ import annotations

import logging
import socket
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from agent.gate.trace import Tracer
from agent.planner.base import Action, Click, Done, Fill, GiveUp
from agent.planner.claude.client import Patience
from agent.planner.claude.connection import Connection
from agent.planner.claude.planner import Claude
from agent.planner.claude.probe import probe
from tests.planner.build import FACTS, button, control, page, view
from tests.planner.claude.conftest import KEY, QUICK, Bench
from tests.vendor.scripts import Incompetent
from tests.vendor.server import Script, Vendor
from tests.vendor.turns import Call, Fail, Say

PRIVATE = {"iban": "GB29NWBK60161331926819", "sort-code": FACTS["sort-code"]}
NAME = control("Full name", required=True, name="name")
IBAN = control("IBAN", name="iban")
FORM = page(NAME, IBAN, buttons=[button("Send")], headings=["Refund"])
FILLS = Say([Call("fill", {"fields": [{"n": 1, "value": "{{fact:name}}", "why": ""},
                                      {"n": 2, "value": "{{fact:iban}}", "why": ""}]}), Call("click", {"n": 3})],
            thinking="All is there.")
ENDS = Say([Call("done", {"confirmed": True, "reference": "R-77", "evidence": "Thank you"})])
THANKS = page(buttons=[], headings=["Thank you"], url="https://council.example/thanks",
              text="Thank you. Your reference is R-77.")


def after(actions: list[Action], shown: Any = FORM) -> Any:
    """The page as it is once the changes were made."""
    typed = {each.ref: each.given.value for each in actions if isinstance(each, Fill)}
    return replace(shown, controls=tuple(replace(each, value=typed.get(each.ref, each.value))
                                         for each in shown.controls))


async def played(planner: Claude, rounds: int = 12) -> list[Action]:
    """Plays the run: makes changes, presses, shows the answer page; the last actions."""
    facts = {**FACTS, **PRIVATE}
    seen = view(FORM, "Ask for my refund", facts)
    actions: list[Action] = []
    for _ in range(rounds):
        actions = await planner.decide(seen)
        final = actions[-1]
        if isinstance(final, GiveUp | Done):
            return actions
        if isinstance(final, Click):
            assert {each.given.value for each in actions if isinstance(each, Fill)} >= {PRIVATE["iban"]}
            seen = view(THANKS, "Ask for my refund", facts, sent=True)
        else:
            seen = view(after(actions), "Ask for my refund", facts)
    raise AssertionError(f"it never ended: {actions}")


def clean(vendor: Vendor) -> None:
    tracer = Tracer({**PRIVATE, "key": KEY, "email": FACTS["email"], "tel": FACTS["tel"]})
    assert [tracer.find(each.raw) for each in vendor.requests if tracer.find(each.raw)] == []


def obedient() -> Script:
    def script(body: dict[str, Any]) -> Say:
        return ENDS if "approved and has gone out" in str(body["messages"]) else FILLS
    return script


RECOVERS = {
    "429": Fail(429, headers={"retry-after": "0"}, type="rate_limit_error"),
    "500": Fail(500), "503": Fail(503), "529": Fail(529, type="overloaded_error"),
    "cut": Fail(how="cut"), "end": Fail(how="end"), "error event": Fail(how="error event"),
    "garbage": Fail(how="garbage"), "closed": Fail(how="closed"), "silence": Fail(how="silence"),
    "bad JSON": Say([Call("fill", raw='{"fields": [{"n": 1, ')]), "unknown tool": Say([Call("transfer", {"to": "me"})]),
    "no call": Say(text="I think I should fill the form."), "max_tokens": Say(FILLS.calls, stop="max_tokens"),
    "pause_turn": Say(text="Let me see", stop="pause_turn"),
    "window": Say(FILLS.calls, stop="model_context_window_exceeded"), "413": Fail(413, type="request_too_large"),
}
LOW = "Your credit balance is too low to access the API. Please go to Plans & Billing."
ENDED = {
    "400": (Fail(400, type="invalid_request_error"), "Try the model in Settings"),
    "401": (Fail(401, type="authentication_error", message="invalid x-api-key"),
            "does not accept the key. Forget it in Settings and give another one there"),
    "no credit": (Fail(400, type="invalid_request_error", message=LOW),
                  "no credit left. Add some where you got the key"),
    "402": (Fail(402, type="billing_error"), "no credit left. Add some"),
    "403": (Fail(403, type="permission_error"), "may not use the model “claude-sonnet-5-5”. Choose another"),
    "no model": (Fail(404, type="not_found_error", message="model: claude-sonnet-5-5"),
                 "does not know the model “claude-sonnet-5-5”. Choose another in Settings"),
    "404": (Fail(404, message="page"), "no model server at the address that is set. Check it in Settings"),
    "redirect": (Fail(307, headers={"location": "http://127.0.0.1:9/v1/messages"}), "did not accept"),
    "refusal": (Say(stop="refusal", explanation="That is not for me."), "refused"),
}


@pytest.mark.parametrize("moment", [1, 2])
@pytest.mark.parametrize("kind", RECOVERS)
async def test_a_passing_fault_is_got_over(kind: str, moment: int, bench: Bench) -> None:
    silent = Patience(0.3, (0.0, 0.0)) if kind == "silence" else QUICK
    with Vendor(obedient(), {moment: RECOVERS[kind]}) as vendor:
        actions = await played(bench.planner(vendor, patience=silent))
    if kind in ("window", "413") and moment == 1:
        assert isinstance(actions[-1], GiveUp)  # nothing there yet that could be let go
        assert "too long" in actions[-1].reason
    else:
        assert actions[-1] == Done(True, "R-77", "Thank you")
        assert len(vendor.requests) == 3
    clean(vendor)


@pytest.mark.parametrize("moment", [1, 2])
@pytest.mark.parametrize("kind", ENDED)
async def test_a_lasting_fault_ends_with_a_plain_reason_and_is_not_asked_again(
        kind: str, moment: int, bench: Bench) -> None:
    fault, says = ENDED[kind]
    with Vendor(obedient(), {moment: fault}) as vendor:
        planner = bench.planner(vendor)
        (ended,) = await played(planner)
        assert isinstance(ended, GiveUp)
        assert says in ended.reason
        assert await planner.decide(view(FORM)) == [ended]
        assert len(vendor.requests) == moment
    clean(vendor)


@pytest.mark.parametrize("fault", [RECOVERS[each] for each in ("500", "529", "cut", "closed", "pause_turn", "no call")])
async def test_a_fault_that_stays_ends_it(fault: Any, bench: Bench) -> None:
    with Vendor(lambda _body: fault) as vendor:
        (ended,) = await played(bench.planner(vendor))
        assert isinstance(ended, GiveUp)
        assert len(vendor.requests) <= 4


async def test_a_server_that_is_not_there(bench: Bench) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{free.getsockname()[1]}"
    planner = Claude(Connection(address, KEY, "claude-sonnet-5-5"), bench.purse, bench.record, patience=QUICK)
    (ended,) = await played(planner)
    assert isinstance(ended, GiveUp)
    assert "can't be reached" in ended.reason


async def test_a_refused_key_of_the_environment_is_named_as_such(bench: Bench) -> None:
    with Vendor(obedient(), {1: Fail(401, type="authentication_error")}) as vendor:
        connection = Connection(vendor.url, KEY, "claude-sonnet-5-5", key_from="environment")
        (ended,) = await played(Claude(connection, bench.purse, bench.record, patience=QUICK))
    assert isinstance(ended, GiveUp)
    assert "ANTHROPIC_API_KEY in the environment: put a valid one there and start Countersign again" in ended.reason
    assert KEY not in ended.reason


async def test_nothing_but_key_and_address_of_ours_reaches_the_server_and_the_log(
        bench: Bench, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    set_in_environment = {
        "ANTHROPIC_CUSTOM_HEADERS": "X-Household: Whitcombe\nAuthorization: Bearer sk-other\nanthropic-beta: x-2026",
        "ANTHROPIC_API_KEY": "sk-other", "ANTHROPIC_AUTH_TOKEN": "sk-other", "ANTHROPIC_PROFILE": "sk-other",
        "ANTHROPIC_BASE_URL": "http://127.0.0.1:9", "HTTP_PROXY": "http://127.0.0.1:9",
        "ALL_PROXY": "http://127.0.0.1:9"}
    for name, value in set_in_environment.items():
        monkeypatch.setenv(name, value)
    for name in ("anthropic", "httpx2"):  # as ANTHROPIC_LOG=debug leaves them
        monkeypatch.setattr(logging.getLogger(name), "level", logging.DEBUG)
    with caplog.at_level(logging.DEBUG), Vendor(obedient()) as vendor:
        actions = await played(bench.planner(vendor))
        await probe(Connection(vendor.url, KEY, "claude-sonnet-5-5"))
    assert actions[-1] == Done(True, "R-77", "Thank you")
    assert len(vendor.requests) > 2
    for each in vendor.requests:
        sent = {name.lower(): value for name, value in each.headers.items()}
        assert sent["authorization"] == f"Bearer {KEY}"
        assert not {"x-household", "anthropic-beta", "x-api-key"} & set(sent)
        assert not any("Whitcombe" in value or "sk-other" in value for value in sent.values())
    assert "claude-sonnet-5-5" not in caplog.text


async def test_retry_after_is_heeded(bench: Bench) -> None:
    slept: list[float] = []

    async def sleep(seconds: float) -> None:
        slept.append(seconds)

    with Vendor(obedient(), {1: Fail(429, headers={"retry-after": "7"})}) as vendor:
        planner = bench.planner(vendor)
        planner._turning.client._sleep = sleep
        await played(planner)
    assert slept == [7.0]


def varied(make: Callable[[int], Say]) -> Script:
    count = iter(range(10_000))
    return lambda _body: make(next(count))


LOOPS: dict[str, Script] = {
    "the same read": varied(lambda _n: Say([Call("read", {"what": "page", "n": 0})])),
    "ever other reads": varied(lambda n: Say([Call("read", {"what": "text", "n": n})])),
    "the same fill": varied(lambda _n: Say([Call("fill", {"fields": [
        {"n": 1, "value": "{{fact:name}}", "why": ""}]})])),
    "waiting": varied(lambda n: Say([Call("wait", {"seconds": n % 5})])),
    "unknown numbers": varied(lambda n: Say([Call("click", {"n": 900 + n})])),
    "unknown names": varied(lambda n: Say([Call("fill", {"fields": [
        {"n": 1, "value": f"{{{{fact:x{n}}}}}", "why": ""}]})])),
    "done without a sending": varied(lambda n: Say([Call("done", {
        "confirmed": True, "reference": str(n), "evidence": "Refund"})])),
}


@pytest.mark.parametrize("kind", LOOPS)
async def test_a_circle_is_left(kind: str, bench: Bench) -> None:
    with Vendor(LOOPS[kind]) as vendor:
        (ended,) = await played(bench.planner(vendor))
        assert isinstance(ended, GiveUp)
        assert len(vendor.requests) <= 12
    clean(vendor)


async def test_an_incompetent_model_gets_three_tries_and_is_told_each_time(bench: Bench) -> None:
    with Vendor(Incompetent()) as vendor:
        (ended,) = await played(bench.planner(vendor))
        assert len(vendor.requests) == 3
        assert "is_error" in str(vendor.bodies[2]["messages"][-1])
    assert ended == GiveUp("The model made three mistakes in a row.")
    clean(vendor)
