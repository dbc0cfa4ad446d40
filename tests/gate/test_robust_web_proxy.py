"""Through the web proxy of the person's network: pages come, guards hold, and what is said of a failure is true."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from agent.gate import proxy as gate_module
from agent.gate.canonical import digest
from agent.gate.holds import Ending, Hold
from agent.gate.problems import Failure, Unreachable
from agent.gate.proxy import Gate
from agent.gate.way_out import WayOut, WebProxy, read_proxy, way_out
from agent.protocol.settings import BadSetting, checked
from tests.gate.conftest import RecordingLedger
from tests.gate.raw import ask, line, request
from tests.gate.web_proxy import ProxyServer
from tests.parts.recording import RecordingSite

PAGE = "Sec-Fetch-Dest: document\r\nSec-Fetch-Site: same-origin\r\n"
NAME = "site.example"


@pytest.fixture
def site() -> AsyncIterator[RecordingSite]:
    with RecordingSite({"/": "<p>hello"}) as made:
        yield made  # type: ignore[misc]


def send_through(gate: Gate, proxy: WebProxy | None) -> None:
    gate._upstream._way = WayOut({} if proxy is None else {"http": proxy, "https": proxy})


async def approved(gate: Gate, ledger: RecordingLedger, url: str) -> Hold:
    """Sends one approved request and waits until the run would know what came of it."""
    gate.admit(url)
    gate.arm()
    with gate.window() as window:
        async with line(gate.port) as made:
            if url.startswith("https"):
                host = url.split("/")[2]
                await made.connect(host if ":" in host else f"{host}:443")
                await made.tls()
                data = f"POST /send HTTP/1.1\r\nHost: {host}\r\nContent-Length: 3\r\n{PAGE}\r\nn=1".encode()
            else:
                data = request("POST", url + "/send", PAGE, b"n=1")
            await made.send(data)
            hold = await asyncio.wait_for(window.holds.get(), 20)
            ledger.approved[1] = digest(hold.request, hold.made)
            hold.end(Ending.SEND, 1)
            await asyncio.wait_for(hold.answer, 20)
            await made.head()
    return hold


async def test_http_goes_through_the_proxy_whole_and_the_proxy_resolves_the_name(
        bare: Gate, site: RecordingSite) -> None:
    async with ProxyServer(("127.0.0.1", site.port)) as server:
        send_through(bare, read_proxy(server.url))
        bare.admit(f"http://{NAME}")
        assert b" 200 " in await ask(bare.port, request("GET", f"http://{NAME}/"))
        assert server.heads[0].startswith(f"GET http://{NAME}/ HTTP/1.1\r\n".encode())
        assert site.arrived[0].header("Host") == NAME


async def test_https_goes_through_a_tunnel_and_an_approval_is_spent_behind_it(
        trusted_tls: ssl.SSLContext, bare: Gate, ledger: RecordingLedger) -> None:
    with RecordingSite(tls=trusted_tls) as secure:
        async with ProxyServer(("127.0.0.1", secure.port)) as server:
            gate_way = WayOut({"https": WebProxy("127.0.0.1", server.port)})
            bare._upstream._way = gate_way
            # This computer is reached directly by rule; for the test it counts as somebody else's.
            bare._upstream._proxy_for = lambda _url: gate_way.proxies["https"]  # type: ignore[method-assign]
            hold = await approved(bare, ledger, secure.url)
            assert hold.answer.result().status == 200
            assert ledger.events == [("sending", 1), ("answered 200", 1)]
            assert [head.split(b" ")[0] for head in server.heads] == [b"CONNECT"]
            assert [each.body for each in secure.writes] == [b"n=1"]


@pytest.mark.parametrize("scheme", ["http", "https"])
async def test_a_proxy_that_is_not_there_means_not_sent_in_plain_words(
        bare: Gate, ledger: RecordingLedger, scheme: str) -> None:
    send_through(bare, WebProxy("127.0.0.1", 1))
    hold = await approved(bare, ledger, f"{scheme}://{NAME}")
    assert not hold.answer.result().sent
    assert "web proxy 127.0.0.1 can't be reached" in hold.answer.result().problem
    assert ledger.events == [("not_sent", 1)]


@pytest.mark.parametrize(("says", "kind"), [
    (b"407 Who are you", "name and a password"), (b"502 No", "did not connect"), (b"403 No", "did not connect")])
async def test_a_proxy_that_refuses_a_tunnel_means_not_sent(
        bare: Gate, ledger: RecordingLedger, says: bytes, kind: str) -> None:
    async with ProxyServer(("127.0.0.1", 1), says=says) as server:
        send_through(bare, read_proxy(server.url))
        hold = await approved(bare, ledger, f"https://{NAME}")
        assert not hold.answer.result().sent
        assert kind in hold.answer.result().problem
        assert ledger.events == [("not_sent", 1)]
        assert all(b"n=1" not in head for head in server.heads)


@pytest.mark.parametrize(("scheme", "dies", "sent"), [
    ("https", "before", False), ("https", "after", False), ("http", "before", True), ("http", "after", True)])
async def test_a_proxy_that_dies_leaves_doubt_only_where_the_request_was_on_its_way(
        bare: Gate, ledger: RecordingLedger, scheme: str, dies: str, sent: bool) -> None:
    async with ProxyServer(("127.0.0.1", 1), dies=dies) as server:
        send_through(bare, read_proxy(server.url))
        hold = await approved(bare, ledger, f"{scheme}://{NAME}")
        assert hold.answer.result().sent == sent
        assert ledger.events == ([("sending", 1), ("unknown", 1)] if sent else [("not_sent", 1)])


async def test_a_login_asked_for_by_the_proxy_is_said_and_never_asked_of_the_page(
        bare: Gate, site: RecordingSite) -> None:
    async with ProxyServer(("127.0.0.1", site.port), wants=b"Basic YTpiYw==") as server:
        send_through(bare, read_proxy(server.url))
        url = f"http://{NAME}/"
        bare.admit(url)
        answer = await ask(bare.port, request("GET", url))
        assert answer.startswith(b"HTTP/1.1 502")
        assert b"authenticate" not in answer.lower()
        assert bare.failures[url].kind is Failure.PROXY_LOGIN
        send_through(bare, read_proxy(server.url.replace("//", "//a:bc@")))
        assert b" 200 " in await ask(bare.port, request("GET", url))
        assert len(site.arrived) == 1


@pytest.mark.parametrize("host", ["10.0.0.1", "192.168.1.1", "[fd00::1]", "169.254.169.254"])
async def test_private_addresses_that_nobody_named_are_refused_before_any_proxy(bare: Gate, host: str) -> None:
    async with ProxyServer(("127.0.0.1", 1)) as server:
        send_through(bare, read_proxy(server.url))
        assert b" 403 " in await ask(bare.port, request("GET", f"http://{host}/"))
        with pytest.raises(Unreachable):
            bare._upstream._proxy_for(f"http://{host}/")
        assert server.heads == []


async def test_this_computer_is_reached_past_the_proxy(bare: Gate, site: RecordingSite) -> None:
    async with ProxyServer(("127.0.0.1", 1)) as server:
        send_through(bare, read_proxy(server.url))
        bare.admit(site.url)
        assert b" 200 " in await ask(bare.port, request("GET", site.url + "/"))
        assert server.heads == []


def test_the_environment_says_which_proxy_and_which_hosts_go_past_it(monkeypatch: pytest.MonkeyPatch) -> None:
    for each in ("http_proxy", "https_proxy", "no_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY"):
        monkeypatch.delenv(each, raising=False)
    assert way_out("system").proxy_for("https", NAME) is None
    monkeypatch.setenv("https_proxy", "http://me:pass%40word@proxy.example:3128")
    monkeypatch.setenv("no_proxy", "inside.example,.lan")
    way = way_out("system")
    found = way.proxy_for("https", NAME)
    assert found == WebProxy("proxy.example", 3128, ("me", "pass@word"))
    assert "word" not in repr(found)
    assert way.proxy_for("http", NAME) is None
    assert way.proxy_for("https", "inside.example") is None
    assert way.proxy_for("https", "printer.lan") is None
    assert way_out("none").proxy_for("https", NAME) is None
    assert way_out("http://other.example:81").proxy_for("http", NAME) == WebProxy("other.example", 81)
    monkeypatch.setenv("https_proxy", "socks5://proxy.example:1080")
    assert way_out("system").proxy_for("https", NAME) is None


@pytest.mark.parametrize(("given", "kept"), [
    ("system", "system"), (" None ", "none"), ("http://proxy.example:8080/", "http://proxy.example:8080"),
    ("proxy.example:8080", "http://proxy.example:8080"), ("http://[::1]:8080", "http://[::1]:8080"),
    ("proxy.example", "http://proxy.example:80")])
def test_the_setting_is_kept_in_one_spelling(given: str, kept: str) -> None:
    assert checked("web-proxy", given) == kept


@pytest.mark.parametrize("given", ["", "socks5://x:1", "https://x:1", "http://x:1/path", "http://x:99999", "http://"])
def test_the_setting_refuses_what_is_no_http_proxy(given: str) -> None:
    with pytest.raises(BadSetting, match="HTTP proxies"):
        checked("web-proxy", given)


@pytest.mark.parametrize("given", ["http://me:secret@x:1", "me@x:1"])
def test_the_setting_takes_no_password_and_says_where_it_goes(given: str) -> None:
    with pytest.raises(BadSetting, match="HTTPS_PROXY") as refused:
        checked("web-proxy", given)
    assert "secret" not in str(refused.value)


async def test_a_gate_goes_the_way_that_was_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    monkeypatch.setattr(gate_module, "way_out", lambda setting: asked.append(setting) or WayOut())
    gate = Gate(tmp_path, RecordingLedger(), way="http://proxy.example:1")
    await gate.start()
    await gate.close()
    assert asked == ["http://proxy.example:1"]
