"""The self-test lets a browser through that asks the gate for everything, and no other one."""

from __future__ import annotations

import asyncio
import socket
import sys
from pathlib import Path

import pytest

from agent.browser import launch
from agent.browser.find import find_browser
from agent.browser.flags import UNDOING, gate_flags, undone
from agent.cli_text import as_text
from agent.desk.front import Desk
from agent.desk.tools import gate_check
from agent.gate import selftest
from agent.gate.channels import Result
from agent.gate.problems import GateProblem, LeakFound, Unproven
from agent.gate.proxy import Gate
from agent.gate.selftest import HOSTS, MORE_HOSTS, MORE_REQUIRED, REQUIRED, SILENT, ZONE, SelfTest
from agent.gate.selftest_words import leak_text, meaning, unproven_text
from agent.gate.wire import MemoryBody, WireRequest
from tests.gate.conftest import RecordingLedger


@pytest.fixture
async def test() -> SelfTest:
    return SelfTest()


def hear_everything(test: SelfTest, *, but: str = "") -> None:
    for host, name in HOSTS.items():
        if name != but:
            assert test.tunnel(host, 443) is False
    for host in ("127.0.0.1", "localhost"):
        if host != but:
            assert test.canary(WireRequest("GET", f"http://{host}:{test._tcp_port}/canary", (), MemoryBody(b"")))
    if but != "fetch":
        test.canary(WireRequest("POST", f"https://selftest.{ZONE}/canary", (), MemoryBody(b"canary=x")))


async def test_a_browser_that_asks_for_everything_passes(test: SelfTest) -> None:
    await test.start()
    hear_everything(test)
    assert {each.name: each.result for each in await test.finish()} == {
        **dict.fromkeys(REQUIRED, Result.STOPPED), **dict.fromkeys(SILENT, Result.NOTHING)}
    await test.close()


async def test_the_long_version_asks_for_more(test: SelfTest) -> None:
    await test.start()
    long = SelfTest(thorough=True)
    await long.start()
    for each in (test, long):
        hear_everything(each)
        heard = [each.tunnel(host, 443) for host in MORE_HOSTS]
        each.canary(WireRequest("GET", f"https://selftest.{ZONE}/canary?download", (), MemoryBody(b"")))
        assert heard == [None if each is test else False] * len(MORE_HOSTS)
        names = {channel.name for channel in await each.finish()}
        assert names == {*REQUIRED, *SILENT, *(() if each is test else MORE_REQUIRED)}
        await each.close()


@pytest.mark.parametrize("missing", [*HOSTS.values(), "127.0.0.1", "localhost", "fetch"])
async def test_a_browser_that_keeps_one_channel_to_itself_does_not(test: SelfTest, missing: str) -> None:
    await test.start()
    hear_everything(test, but=missing)
    with pytest.raises(Unproven):
        await test.finish(patience=0)
    await test.close()


async def test_whatever_arrives_at_a_sink_ends_the_test_at_once(test: SelfTest) -> None:
    for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM):
        fresh = SelfTest()
        await fresh.start()
        port = fresh._tcp_port if kind == socket.SOCK_STREAM else fresh._udp_ports["webrtc"]
        with socket.socket(socket.AF_INET, kind) as leak:
            leak.connect(("127.0.0.1", port))
            leak.send(b"x")
            with pytest.raises(LeakFound):
                await asyncio.wait_for(fresh.finish(patience=60), 20)
        await fresh.close()


async def test_hosts_of_the_task_are_left_to_the_gate(test: SelfTest) -> None:
    await test.start()
    assert test.tunnel("council.example", 443) is None
    assert test.tunnel("203.0.113.7", 8443) is None
    assert test.canary(WireRequest("GET", "https://council.example/", (), MemoryBody(b""))) is None
    await test.close()


BYPASS = "--proxy-bypass-list=<-loopback>"

UNSEEN = ("--host-resolver-rules", "--disable-quic", "--no-pings", "--disable-domain-reliability",
          "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-extensions",
          "--no-first-run", "--no-default-browser-check", "--disable-client-side-phishing-detection",
          "--force-webrtc-ip-handling-policy")
"""Flags whose loss the canaries do not show: what they stop is a question to a name server, or goes to the gate too, or
another flag stops it as well. For them the browser's own word on its command line must do."""


def without(changed: dict[str, str], monkeypatch: pytest.MonkeyPatch, patience: float = 6.0) -> None:
    """Lets browsers start with changed flags, and the check of their command line believe that it was meant so."""
    def leaky(port: int, pin: str) -> list[str]:
        found = (next((new for old, new in changed.items() if flag.startswith(old)), flag)
                 for flag in gate_flags(port, pin))
        return [flag for flag in found if flag]

    monkeypatch.setattr(launch, "gate_flags", leaky)
    monkeypatch.setattr(selftest, "PATIENCE", patience)
    monkeypatch.setattr(selftest, "MORE_LEAKS", patience / 2)


def wrapper(folder: Path, change: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A browser that is a script around the real one, as systems ship them; `change` are lines that change ``$@``."""
    path = folder / "wrapped-browser"
    path.write_text(f'#!/bin/bash\n{change}\nexec "{find_browser().path}" "$@"\n')
    path.chmod(0o700)
    monkeypatch.setenv("COUNTERSIGN_BROWSER", str(path))


async def refused(folder: Path, problem: type[GateProblem]) -> str:
    with pytest.raises(problem) as raised:
        async with launch.gated_browser(Gate(folder, RecordingLedger()), folder):
            pytest.fail("it was let through")
    return str(raised.value)


@pytest.mark.browser
@pytest.mark.parametrize(("changed", "problem", "named"), [
    ({"--proxy-server": ""}, Unproven, ()),
    ({"--ignore-certificate-errors-spki-list": ""}, Unproven, ()),
    ({BYPASS: ""}, LeakFound, ("loopback",)),
    ({BYPASS: f"{BYPASS};<local>;203.0.113.0/24;image.{ZONE}"}, Unproven, ("image", "address", "plain name")),
    ({"--webrtc-ip-handling-policy": ""}, LeakFound, ("webrtc",)),
], ids=["no proxy", "no pin", "loopback past it", "some hosts past it", "webrtc past it"])
async def test_a_real_browser_that_goes_past_the_gate_is_not_used(
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch, changed: dict[str, str], problem: type[GateProblem],
        named: tuple[str, ...]) -> None:
    without(changed, monkeypatch)
    said = await refused(tmp_path, problem)
    assert all(name in said for name in named)
    assert "No task is run" in said or "no task is run" in said


@pytest.mark.browser
async def test_the_canaries_do_not_show_the_loss_of_every_flag(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the self-test can't see, so that nobody takes it for more than it is."""
    without(dict.fromkeys(UNSEEN, ""), monkeypatch, patience=selftest.PATIENCE)
    async with launch.gated_browser(Gate(tmp_path, RecordingLedger()), tmp_path) as browser:
        assert {each.result for each in browser.channels} == {Result.STOPPED, Result.NOTHING}


@pytest.mark.browser
@pytest.mark.skipif(sys.platform == "win32", reason="the wrapper is a shell script")
@pytest.mark.parametrize(("change", "named"), [
    ('for each; do shift; [[ $each == --host-resolver* ]] || set -- "$@" "$each"; done', "--host-resolver-rules"),
    ('set -- "$@" "--proxy-bypass-list=evil.example"', "--proxy-bypass-list"),
    ('set -- "$@" --load-extension=/nowhere', "--load-extension"),
    ('for each; do shift; [[ $each == --enable-automation ]] || set -- "$@" "$each"; done', "how it was started"),
], ids=["dropped", "given again", "undone by another", "does not say"])
async def test_a_browser_that_runs_with_other_flags_is_not_used(
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: str, named: str) -> None:
    wrapper(tmp_path, change, monkeypatch)
    assert named in await refused(tmp_path, Unproven)


@pytest.mark.browser
async def test_gate_check_says_which_way_leaks_what_it_means_and_what_to_do(
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    without({"--webrtc-ip-handling-policy": ""}, monkeypatch)
    found = await gate_check(Desk(str(tmp_path)))
    assert found["leaks"] == 1
    assert [each["name"] for each in found["channels"] if each["result"] == "LEAK"] == ["webrtc"]
    said = as_text("gate check", found)
    assert all(words in said for words in ("1 leaks", "connections for video calls", "past your approval",
                                           "no task is run", "COUNTERSIGN_BROWSER"))


@pytest.mark.parametrize("name", [*REQUIRED, *MORE_REQUIRED, *SILENT])
def test_every_channel_has_plain_words(name: str) -> None:
    assert meaning(name) != name
    assert meaning(name) in leak_text([name])
    assert meaning(name) in unproven_text([name])


FLAGS = gate_flags(8080, "pin=")
RUNS = ["/usr/bin/browser", "--headless", *FLAGS, "about:blank"]


def test_a_browser_that_runs_as_it_was_told_is_believed() -> None:
    assert undone(FLAGS, RUNS) == []


@pytest.mark.parametrize("flag", FLAGS)
def test_every_lost_changed_or_repeated_flag_is_named(flag: str) -> None:
    name = flag.split("=")[0]
    assert undone(FLAGS, [each for each in RUNS if each != flag]) == [name]
    assert undone(FLAGS, [*RUNS, f"{name}=other"]) == [name]
    assert undone(FLAGS, [f"{name}=other", *RUNS]) == [name]
    assert undone(FLAGS, [*RUNS, flag]) == []


@pytest.mark.parametrize("flag", UNDOING)
def test_a_flag_that_undoes_ours_is_named(flag: str) -> None:
    assert undone(FLAGS, [*RUNS, flag]) == undone(FLAGS, [*RUNS, f"{flag}=x"]) == [flag]
