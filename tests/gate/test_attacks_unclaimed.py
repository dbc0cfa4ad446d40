"""Attacks on a gate whose browser is kept ready: until a task is given to it, nothing reaches any server."""

from __future__ import annotations

import pytest

from agent.gate.proxy import Gate
from agent.gate.way_out import WayOut, WebProxy
from tests.gate.raw import ask, line, request
from tests.gate.web_proxy import ProxyServer
from tests.parts.recording import RecordingSite

NAME = "council.gov.uk"
PAGE = "Sec-Fetch-Dest: document\r\nSec-Fetch-Site: none\r\n"


def through(gate: Gate, way_out: ProxyServer) -> None:
    """Every public name leads to the proxy: whatever leaves the gate shows there, and nowhere else."""
    proxy = WebProxy("127.0.0.1", way_out.port)
    gate._upstream._way = WayOut({"http": proxy, "https": proxy})


@pytest.mark.parametrize("data", [
    request("GET", f"http://{NAME}/"),
    request("GET", f"http://{NAME}/", PAGE),
    request("HEAD", f"http://{NAME}/x?typed=Eleanor"),
    request("POST", f"http://{NAME}/", "Content-Type: text/plain\r\n", b"typed=Eleanor"),
    request("GET", f"http://{NAME}/", "Upgrade: websocket\r\nSec-WebSocket-Key: eA==\r\nSec-WebSocket-Version: 13\r\n"),
], ids=["read", "page", "head", "write", "socket"])
async def test_no_request_gets_out_before_a_task_is_given(unclaimed: Gate, data: bytes) -> None:
    with RecordingSite({"/": "<p>hello"}) as site:
        async with ProxyServer(("127.0.0.1", site.port)) as way_out:
            through(unclaimed, way_out)
            assert b" 403 " in await ask(unclaimed.port, data)
            assert (way_out.heads, site.arrived) == ([], [])


async def test_no_tunnel_stands_before_a_task_is_given(unclaimed: Gate) -> None:
    async with ProxyServer(("127.0.0.1", 9)) as way_out:
        through(unclaimed, way_out)
        for authority in (f"{NAME}:443", "203.0.113.7:443", "[2001:db8::1]:443", "update.googleapis.com:443"):
            async with line(unclaimed.port) as made:
                assert b" 403 " in await made.connect(authority)
        assert way_out.heads == []


async def test_the_task_that_claims_it_opens_its_own_way(unclaimed: Gate) -> None:
    with RecordingSite({"/": "<p>hello"}) as site:
        async with ProxyServer(("127.0.0.1", site.port)) as way_out:
            through(unclaimed, way_out)
            unclaimed.admit(f"http://{NAME}/")
            assert b" 200 " in await ask(unclaimed.port, request("GET", f"http://{NAME}/", PAGE))
            assert len(site.arrived) == 1
