"""The recorder keeps exactly what came over the wire."""

from __future__ import annotations

import http.client
from urllib.parse import urlsplit

import pytest

from tests.sites.recorder import Recorder


def ask(site: Recorder, method: str, target: str, body: bytes | None = None, chunked: bool = False) -> tuple[int, str]:
    connection = http.client.HTTPConnection(urlsplit(site.url).netloc, timeout=10)
    try:
        payload = iter([body[:3], body[3:]]) if chunked and body is not None else body
        connection.request(method, target, body=payload, encode_chunked=chunked,
                           headers={"Transfer-Encoding": "chunked"} if chunked else {})
        answer = connection.getresponse()
        return answer.status, answer.read().decode()
    finally:
        connection.close()


def test_a_post_is_kept_with_its_raw_bytes_and_answered_with_a_reference(site: Recorder) -> None:
    status, text = ask(site, "POST", "/submit/x?y=1", b"a=%00\xff&b=")
    assert status == 200
    assert "reference REC-000123" in text
    (record,) = site.records
    assert (record.method, record.target, record.body) == ("POST", "/submit/x?y=1", b"a=%00\xff&b=")


def test_a_chunked_body_is_kept_whole(site: Recorder) -> None:
    ask(site, "PUT", "/submit/x", b"0123456789", chunked=True)
    assert site.records[0].body == b"0123456789"


def test_a_get_with_a_query_is_kept_and_a_plain_one_is_not(site: Recorder) -> None:
    ask(site, "GET", "/pages/nhsuk-address")
    ask(site, "GET", "/pages/nhsuk-address?q=secret")
    assert [each.target for each in site.records] == ["/pages/nhsuk-address?q=secret"]


def test_each_record_has_its_own_reference(site: Recorder) -> None:
    assert "REC-000123" in ask(site, "POST", "/submit/x", b"1")[1]
    assert "REC-000124" in ask(site, "POST", "/submit/x", b"2")[1]


@pytest.mark.parametrize("target", ["/packages/../package.json", "/packages/%2e%2e/package.json", "/nothing",
                                    "/assets/../../package.json", "/packages//etc/passwd"])
def test_nothing_outside_the_packages_is_served(site: Recorder, target: str) -> None:
    assert ask(site, "GET", target)[0] == 404
