"""Sites by the Public Suffix List; on loopback and bare addresses the port belongs to the site."""

from __future__ import annotations

import pytest

from agent.gate.site import is_private_name, origin_of, site_of


@pytest.mark.parametrize(("one", "other", "same"), [
    (("www.council.com", 443), ("forms.council.com", 443), True),
    (("a.gov.uk", 443), ("b.gov.uk", 443), False),
    (("a.github.io", 443), ("b.github.io", 443), False),
    (("www.a.github.io", 443), ("a.github.io", 443), True),
    (("paypal.com", 443), ("paypal.com.evil.tld", 443), False),
    (("COUNCIL.com.", 443), ("council.com", 443), True),
    (("127.0.0.1", 8000), ("127.0.0.1", 8001), False),
    (("localhost", 8000), ("127.0.0.1", 8000), False),
    (("93.184.216.34", 443), ("93.184.216.35", 443), False),
])
def test_same_site(one: tuple[str, int], other: tuple[str, int], same: bool) -> None:
    assert (site_of(*one) == site_of(*other)) is same


@pytest.mark.parametrize(("host", "private"), [
    ("localhost", True), ("x.localhost", True), ("127.0.0.1", True), ("10.1.2.3", True), ("192.168.1.1", True),
    ("169.254.169.254", True), ("::1", True), ("fe80::1", True), ("council.example", False), ("8.8.8.8", False),
])
def test_private_names(host: str, private: bool) -> None:
    assert is_private_name(host) is private


def test_origins_are_written_as_browsers_do() -> None:
    assert origin_of("https://Council.example:443/x?y") == "https://council.example"
    assert origin_of("http://127.0.0.1:8000/") == "http://127.0.0.1:8000"
    assert origin_of("https://[::1]:8443/") == "https://[::1]:8443"
