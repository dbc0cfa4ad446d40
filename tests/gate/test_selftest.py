"""The self-test lets a browser through that asks the gate for everything, and no other one."""

from __future__ import annotations

import asyncio
import socket
from pathlib import Path

import pytest

from agent.browser import launch
from agent.browser.flags import gate_flags
from agent.gate import selftest
from agent.gate.problems import GateProblem, LeakFound, Unproven
from agent.gate.proxy import Gate
from agent.gate.selftest import HOSTS, REQUIRED, SILENT, ZONE, Result, SelfTest
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


@pytest.mark.browser
@pytest.mark.parametrize(("changed", "problem", "named"), [
    ({"--proxy-server": ""}, Unproven, ()),
    ({BYPASS: ""}, LeakFound, ("loopback",)),
    ({BYPASS: f"{BYPASS};<local>;203.0.113.0/24;image.{ZONE}"}, Unproven, ("image", "address", "plain name")),
    ({"--webrtc-ip-handling-policy": "", "--force-webrtc-ip-handling-policy": ""}, LeakFound, ("webrtc",)),
], ids=["no proxy", "loopback past it", "some hosts past it", "webrtc past it"])
async def test_a_real_browser_that_goes_past_the_gate_is_not_used(
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch, changed: dict[str, str], problem: type[GateProblem],
        named: tuple[str, ...]) -> None:
    def leaky(port: int, pin: str) -> list[str]:
        found = (next((new for old, new in changed.items() if flag.startswith(old)), flag)
                 for flag in gate_flags(port, pin))
        return [flag for flag in found if flag]

    monkeypatch.setattr(launch, "gate_flags", leaky)
    monkeypatch.setattr(selftest, "PATIENCE", 6.0)
    with pytest.raises(problem) as raised:
        async with launch.gated_browser(Gate(tmp_path, RecordingLedger()), tmp_path):
            pytest.fail("it was let through")
    assert all(name in str(raised.value) for name in named)
