"""Lines made to hurt the worker, what it writes in its log, and an app that goes away while something is being sent."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import pytest

from agent.practice import PracticeSite, records, requests
from agent.store import ledger
from agent.store.home import home_folder
from agent.store.migrate import open_store
from tests.faults.slow_road import Pace, SlowRoad
from tests.parts.agent_client import Client, Refused, client
from tests.runs.household import FACTS, METER

LINES = (
    b"[" * 200_000, b'{"a":' * 100_000, b'{"method":"board","params":' + b"[" * 200_000, b"1" * 10_000, b"\x00",
    b"null", b'{"id":[],"method":7}', b'{"id":1e400,"method":"board"}', b'{"id":"x","method":"board"}',
    b'{"id":1.5,"method":"board"}', b'{"id":true,"method":"board"}', b'{"method":"board","params":null,"id":1}',
    b'{"id":9,"error":{"code":[]}}', b'{"id":9,"error":{"code":"x"}}', b'{"id":9,"error":{}}',
    b'{"id":9,"result":1}', b'{"method":"ap\\ud800prove","id":77,"params":{"\\ud800":1}}',
    b'{"method":"profile set","params":{"kind":"email","value":"\\ud800"},"id":78}', b'{"method":"","id":79}',
    b'{"method":"board","params":{"desk":1},"id":80}', b'{"method":"board","params":{"ids":7},"id":81}',
    b'{"method":"board","params":{"limit":[]},"id":82}', b'{"method":"approve","params":{"id":7},"id":83}',
    b'{"method":"approve","params":{"id":null,"digest":null},"id":84}', b'{"method":"task","params":{"id":{}},"id":85}',
    b'{"method":"add","params":{"text":[],"file":"x"},"id":86}',
    b'{"method":"edit","params":{"id":"s1","set":7},"id":87}',
    b'{"method":"settings set","params":{"key":[],"value":{}},"id":88}', b'{"method":"inbox","params":{"x":1},"id":89}',
    b'{"method":"answer","params":{"question":"q' + b"9" * 5_000 + b'","value":""},"id":90}',
    b'{"method":"task","params":{"id":"t99999999999999999999999"},"id":91}', b"x" * 10_000_000,
    b'{"method":"draft","params":{"text":"' + b"x" * 10_000_000 + b'"},"id":92}',
)


@pytest.fixture(scope="module")
def agent(tmp_path_factory: pytest.TempPathFactory) -> Any:
    with client(tmp_path_factory.mktemp("own") / "home") as made:
        yield made


@pytest.mark.parametrize("line", LINES, ids=range(len(LINES)))
def test_the_worker_lives_on(agent: Client, line: bytes) -> None:
    agent.write(line)
    assert agent.ask("hello")["home"]
    try:
        number = json.loads(line).get("id")
    except (ValueError, RecursionError, AttributeError):
        return
    if isinstance(number, int) and not isinstance(number, bool) and b"method" in line and number > 1:
        assert "error" in agent.answer_to(number) or number in (82,)


@pytest.mark.slow
def test_very_many_requests_at_once_are_all_answered_in_order(agent: Client) -> None:
    first = agent._number + 1
    many = 20_000
    assert agent.process.stdin is not None
    agent.process.stdin.write(b"".join(
        json.dumps({"id": first + at, "method": "hello", "params": {}}).encode() + b"\n" for at in range(many)))
    agent.process.stdin.flush()
    agent._number += many
    agent.answer_to(agent._number)
    came = [each["id"] for each in agent.heard if "result" in each and (each.get("id") or 0) >= first]
    assert came == list(range(first, first + many))


def test_the_log_holds_no_value(own_home: Path) -> None:
    """What breaks is noted with its place and kind; its message may hold what the person typed."""
    with client(own_home) as made:
        for method, params in (("profile set", {"kind": "email", "value": ["Eleanor Whitcombe"]}),
                               ("add", {"text": "x", "Eleanor Whitcombe": 1}),
                               ("task", {"id": {"Eleanor Whitcombe": 1}}),
                               ("answer", {"question": ["Eleanor Whitcombe"], "value": "x"}),
                               ("add", {"text": {"Eleanor Whitcombe": 1}})):
            with pytest.raises(Refused):
                made.ask(method, **params)
        made.close()
        log = "".join(made.errors)
    assert "broke" in log or "bad parameters" in log
    assert "Eleanor" not in log


@pytest.mark.browser
@pytest.mark.parametrize("pace", [pytest.param(Pace(there=1.5), marks=pytest.mark.slow), Pace(back=4.0),
                                  pytest.param(Pace(there=1.5, lossy=True), marks=pytest.mark.slow)],
                         ids=["on its way", "on the way back", "lost on its way"])
def test_an_app_that_goes_away_while_sending_sends_nothing_twice(own_home: Path, tmp_path: Path, pace: Pace) -> None:
    with PracticeSite(tmp_path / "council.db") as site, SlowRoad(site.url) as road:
        start = time.monotonic()
        with client(own_home) as one:
            for kind, value in FACTS.items():
                one.ask("profile set", kind=kind, value=value)
            one.ask("add", text=METER, url=site.pages["meter-reading"].replace(site.url, road.url))
            one.until(lambda: [each for each in one.ask("board")["rows"] if each["waits"] == ["s1"]])
            held = one.ask("submission", id="s1")
            road.pace = pace
            one.ask("approve", id="s1", digest=held["digest"], revision=held["revision"])
            one.until(lambda: road.since(start, "left"))
            one.close()                                                  # the app has gone; its input ends
        road.pace = Pace()
        with client(own_home) as two:
            two.until(lambda: two.ask("task", id="t1")["state"] in ("done", "unknown"))
            state = two.ask("task", id="t1")["state"]
            with pytest.raises(Refused):
                two.ask("approve", id="s1", digest=held["digest"])
            if state == "unknown":
                with pytest.raises(Refused):
                    two.ask("retry", id="t1")                # only where it is said that it may have been sent
    assert len(requests(site.database)) == (0 if pace.lossy and state == "unknown" else len(records(site.database)))
    assert len(requests(site.database)) <= 1
    store = open_store(home_folder(str(own_home)))
    assert ledger.broken_links(store) == []
    store.close()
