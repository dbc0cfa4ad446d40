"""The server under bad, hostile and broken input: it answers, notes what came, and goes on."""

from __future__ import annotations

import http.client
import socket
from contextlib import closing

import pytest

from agent.practice import records, requests
from agent.practice.wire import MAX_BODY

FORM = "application/x-www-form-urlencoded"


def raw(client, data, *, half_close=True):
    host, port = client.address.split(":")
    with socket.create_connection((host, int(port)), timeout=30) as link:
        link.sendall(data)
        if half_close:
            link.shutdown(socket.SHUT_WR)
        answer = b""
        while chunk := link.recv(65536):
            answer += chunk
    return answer


@pytest.mark.parametrize("path", [
    "/assets/../storage.py", "/assets/%2e%2e/storage.py", "/assets/..%2fstorage.py", "/assets/", "/../../etc/passwd",
    "//etc/passwd", "/assets/style.css/../../site.py", "/records", "/meter-reading/confirmation/",
    "/meter-reading/confirmation/../../x",
])
def test_paths_that_are_not_pages_are_not_found_and_are_noted(client, database, path):
    assert client.get(path).status == 404
    assert [(request.target, request.status) for request in requests(database)] == [(path, 404)]


def test_queries_are_noted_whole(client, database):
    assert client.get("/meter-reading?q=48213").status == 200
    assert [request.target for request in requests(database)] == ["/meter-reading?q=48213"]


def test_websocket_handshakes_are_noted(client, database):
    answer = client.send("GET", "/complaint", Upgrade="websocket", Connection="Upgrade", Sec_WebSocket_Version="13")
    assert answer.status == 200
    assert [request.method for request in requests(database)] == ["GET"]


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS", "PATCH", "TRACE"])
def test_other_methods_are_refused_and_noted(client, database, method):
    answer = client.send(method, "/meter-reading", b"reading=48213")
    assert (answer.status, answer.headers["allow"]) == (405, "GET, POST")
    assert [(request.method, request.raw) for request in requests(database)] == [(method, b"reading=48213")]


def test_head_answers_without_a_body(client):
    answer = client.send("HEAD", "/meter-reading")
    assert (answer.status, answer.body) == (200, b"")
    assert int(answer.headers["content-length"]) > 1000


@pytest.mark.parametrize(("path", "kind", "body", "status"), [
    ("/appointment", FORM, b"name=%ff%fe", 400),
    ("/appointment", FORM, b"name=\xff", 400),
    ("/appointment", FORM, b"&".join(b"a=1" for _ in range(1001)), 400),
    ("/appointment", FORM, b"", 422),
    ("/appointment", FORM, b"&&==&%", 422),
    ("/appointment", "text/plain", b"name=x", 415),
    ("/appointment", "", b"name=x", 415),
    ("/appointment", "////;;;=", b"name=x", 415),
    ("/library-card", FORM, b"title=Ms", 415),
    ("/library-card", "multipart/form-data", b"x", 400),
    ("/library-card", "multipart/form-data; boundary=b", b"", 400),
    ("/library-card", "multipart/form-data; boundary=b", b"--b\r\n\r\nno headers\r\n--b--", 400),
    ("/library-card", "multipart/form-data; boundary=b",
     b"--b\r\nContent-Disposition: form-data\r\n\r\nx\r\n--b--", 400),
    ("/library-card", "multipart/form-data; boundary=b",
     b'--b\r\nContent-Disposition: form-data; name="a"\r\n\r\ncut off', 400),
    ("/library-card", "multipart/form-data; boundary=b",
     b'--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n\xff\r\n--b--', 400),
    ("/api/complaints", "application/json", b"{", 400),
    ("/api/complaints", "application/json", b"[1]", 400),
    ("/api/complaints", "application/json", b'{"name": 1}', 400),
    ("/api/complaints", "application/json", b'{"name": "\xff"}', 400),
    ("/api/complaints", "application/json", b"[" * 200_000, 400),
    ("/api/complaints", "text/plain", b"{}", 415),
    ("/change-of-address/draft", "application/json", b"null", 400),
])
def test_unreadable_bodies_are_refused_and_kept(client, database, path, kind, body, status):
    headers = {"Content_Type": kind} if kind else {}
    answer = client.send("POST", path, body, **headers)
    assert answer.status == status
    assert records(database) == []
    assert [(request.raw, request.status) for request in requests(database)] == [(body, status)]
    assert client.get("/").status == 200


@pytest.mark.parametrize("data", [
    b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03secret",
    b"GET\r\n\r\n",
    b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: ten\r\n\r\n",
    b"POST / HTTP/1.1\r\nContent-Length: 1\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: x\r\nX: " + b"a" * 300_000 + b"\r\n\r\n",
])
def test_what_is_not_http_is_answered_with_400_and_noted(client, database, data):
    assert raw(client, data).startswith(b"HTTP/1.1 400")
    [request] = requests(database)
    assert (request.method, request.complete, request.status) == ("", False, 400)
    assert request.raw
    assert request.raw in data
    assert client.get("/").status == 200


def test_body_cut_off_half_way_is_noted_and_never_accepted(client, database):
    head = f"POST /complaint HTTP/1.1\r\nHost: x\r\nContent-Type: {FORM}\r\nContent-Length: 50\r\n\r\n".encode()
    assert raw(client, head + b"name=Elea").startswith(b"HTTP/1.1 400")
    [request] = requests(database)
    assert (request.target, request.raw, request.complete) == ("/complaint", b"name=Elea", False)
    assert records(database) == []


def test_too_large_a_body_is_refused_unread(client, database):
    answer = client.send("POST", "/library-card", bytes(MAX_BODY + 1), Content_Type="multipart/form-data; boundary=b")
    assert answer.status == 413
    assert b"over 20 MB" in answer.body
    [request] = requests(database)
    assert (request.complete, request.status) == (False, 413)


def test_too_large_a_body_in_chunks_is_refused(client, database):
    with closing(http.client.HTTPConnection(client.address, timeout=30)) as connection:
        connection.request("POST", "/library-card", iter([bytes(1024 * 1024)] * 21), encode_chunked=True,
                           headers={"Transfer-Encoding": "chunked"})
        assert connection.getresponse().status == 413
    assert requests(database)[0].status == 413


def test_a_chunked_body_is_taken_like_any_other(client, database):
    body = [b"category=noise&details=Drums&name=E&ema", b"il=e%40example.org&contact_preference=post"]
    with closing(http.client.HTTPConnection(client.address, timeout=30)) as connection:
        connection.request("POST", "/complaint", iter(body), encode_chunked=True,
                           headers={"Transfer-Encoding": "chunked", "Content-Type": FORM})
        assert connection.getresponse().status == 303
    assert records(database)[0].raw == b"".join(body)


def test_one_connection_carries_many_requests(client, database):
    with closing(http.client.HTTPConnection(client.address, timeout=30)) as connection:
        for _ in range(5):
            connection.request("POST", "/api/complaints", b"{}", {"Content-Type": "application/json"})
            reply = connection.getresponse()
            assert reply.status == 422
            reply.read()
    assert len(requests(database)) == 5


def test_pages_may_load_and_send_nothing_elsewhere(client):
    policy = client.get("/").headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "form-action 'self'" in policy


def test_stopping_closes_idle_connections(site, client):
    host, port = client.address.split(":")
    with socket.create_connection((host, int(port)), timeout=30) as link:
        link.sendall(b"GET /favicon.ico HTTP/1.1\r\nHost: x\r\n\r\n")
        assert link.recv(10)
        site.stop()
        while link.recv(65536):
            pass
