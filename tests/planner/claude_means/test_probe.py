"""The probe says in plain words what a server can't do, whatever that is."""

from __future__ import annotations

import json
import socket

import pytest

from agent.planner.claude.connection import Connection
from agent.planner.claude.models import DEFAULT
from agent.planner.claude.probe import probe
from agent.protocol.model import ProbeDoc
from tests.parts.model_server import GOOD, Manners, ModelServer


async def tried(manners: Manners, key: str = "", model: str = DEFAULT) -> tuple[ProbeDoc, ModelServer]:
    with ModelServer(manners) as server:
        return await probe(Connection(server.url, key, model)), server


def bad(found: ProbeDoc) -> list[str]:
    return [each["check"] for each in found["lines"] if not each["ok"]]


async def test_a_server_that_can_do_everything() -> None:
    found, server = await tried(Manners(key="sk-1"), "sk-1")
    assert (found["usable"], found["plain"], found["settled"], bad(found)) == (True, False, True, [])
    assert found["summary"] == "claude-sonnet-5-5 can do this work."
    assert [each["check"] for each in found["lines"]] == [
        "reachable", "takes the key", "knows the model", "streams", "calls tools", "keeps to a schema", "does as told",
        "goes on after a tool", "takes caching and thinking"]
    assert len(server.requests) == 2
    assert found["cost"] == pytest.approx(2 * (400 * 2 + 30 * 10 + 100 * 0.2 + 50 * 2.5) / 1e6)


async def test_one_that_refuses_caching_and_thinking_is_asked_plainly() -> None:
    found, server = await tried(Manners(refuses=("thinking", "cache_control")), model="qwen3:14b")
    assert (found["usable"], found["plain"], bad(found)) == (True, True, ["takes caching and thinking"])
    assert found["cost"] == 0.0
    assert not {"thinking", "cache_control", "output_config"} & set(server.requests[-1][1])


async def test_one_that_takes_the_parameters_and_heeds_none_is_asked_plainly() -> None:
    found, _ = await tried(Manners(caches=False))
    assert (found["usable"], found["plain"]) == (True, True)
    assert "does not heed them" in found["lines"][-1]["says"]


async def test_one_that_answers_in_prose_is_no_use_and_is_asked_twice() -> None:
    found, server = await tried(Manners(tools=False))
    assert (found["usable"], found["settled"], len(server.requests)) == (False, True, 2)
    assert found["summary"].startswith("The planner can't work with claude-sonnet-5-5 there. It answers in prose")


@pytest.mark.parametrize(("call", "failed"), [
    ({"page": "middle", "fields": []}, ["keeps to a schema", "does as told"]),
    ({"page": "first", "fields": [{"ref": "3", "value": "Mill Lane"}]}, ["keeps to a schema", "does as told"]),
    ({**GOOD, "more": 1}, ["keeps to a schema", "does as told"]),
    ({"page": "first", "fields": [{"ref": 3, "value": "Leeds"}]}, ["does as told"])])
async def test_one_that_calls_wrongly(call: object, failed: list[str]) -> None:
    found, _ = await tried(Manners(call=call))
    assert (found["usable"], bad(found)) == (False, failed)


@pytest.mark.parametrize(("manners", "key", "check", "says", "settled"), [
    (Manners(key="right"), "wrong", "takes the key",
     "does not accept the key. Forget it in Settings", True),
    (Manners(key="right"), "", "takes the key", "It wants a key", True),
    (Manners(status=404, error='model "x" not found'), "", "knows the model",
     "does not know claude-sonnet-5-5. Choose another in Settings", True),
    (Manners(status=400, error="Invalid model name"), "", "knows the model", "does not know", True),
    (Manners(status=404, error="page not found"), "", "speaks the protocol", "without “/v1”", True),
    (Manners(status=529, error="overloaded"), "", "answers", "Try again in a minute", False),
    (Manners(status=400, error="Your credit balance is too low"), "", "answers",
     "no credit left. Add some where you got the key", False),
    (Manners(status=500, error="boom"), "", "answers", "It broke over it (500)", False),
    (Manners(status=400, error="tools are unsupported"), "", "answers", "tools are unsupported", True),
    (Manners(to="http://127.0.0.1:9/"), "", "speaks the protocol", "sends on to another address", True),
    (Manners(streams=False), "", "speaks the protocol", "can't be read", True),
    (Manners(stops_after_tool=True), "", "goes on after a tool", "does not go on", True)])
async def test_what_goes_wrong_is_said(manners: Manners, key: str, check: str, says: str, settled: bool) -> None:
    found, _ = await tried(manners, key)
    (line,) = [each for each in found["lines"] if each["check"] == check]
    assert says in line["says"]
    assert (line["ok"], found["usable"], found["settled"]) == (False, False, settled)
    assert line["says"][:40] in found["summary"]


async def test_an_answer_that_is_cut_off_is_no_answer() -> None:
    found, _ = await tried(Manners(cut=True))
    assert not found["usable"]


async def test_nothing_at_that_address() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{free.getsockname()[1]}"
    found = await probe(Connection(url, "", "m"))
    assert (found["reached"], found["usable"], found["settled"]) == (False, False, False)
    assert found["lines"][0]["says"] == f"Nothing answers at {url}. Is the server running, and the address right?"


async def test_a_servers_words_are_made_safe_to_show() -> None:
    found, _ = await tried(Manners(status=400, error="evil \u202e words" + "x" * 5000))
    assert "\u202e" not in json.dumps(found, ensure_ascii=False)
    assert max(len(each["says"]) for each in found["lines"]) < 500


async def test_the_key_goes_only_where_it_was_meant_for() -> None:
    with ModelServer(Manners()) as elsewhere:
        found, server = await tried(Manners(to=elsewhere.url), "sk-1")
        assert elsewhere.requests == []
    assert not found["usable"]
    assert server.requests[0][0]["authorization"] == "Bearer sk-1"
