"""A running practice site and a small client that keeps cookies, follows nothing by itself and reads forms."""

from __future__ import annotations

import http.client
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import pytest

from agent.practice import PracticeSite


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return unescape(self.body.decode())

    @property
    def location(self) -> str:
        return self.headers["location"]

    @property
    def token(self) -> str:
        return re.search(r'name="csrf_token" value="([^"]+)"', self.text)[1]

    @property
    def reference(self) -> str:
        return re.search(r"[A-Z]{2}-\d{4}-[A-Z]{4}", self.text)[0]

    def value_of(self, name: str) -> str:
        control = re.search(rf'<input[^>]* name="{name}"[^>]*>', self.body.decode())[0]
        value = re.search(r' value="([^"]*)"', control)
        return unescape(value[1]) if value else ""


class Client:
    def __init__(self, url: str) -> None:
        self.address = urlsplit(url).netloc
        self.cookie = ""

    def send(self, method: str, path: str, body: bytes | None = None, **headers: str) -> Answer:
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        if self.cookie:
            sent["Cookie"] = self.cookie
        connection = http.client.HTTPConnection(self.address, timeout=30)
        try:
            connection.request(method, path, body, sent)
            reply = connection.getresponse()
            answer = Answer(reply.status, {name.lower(): value for name, value in reply.getheaders()}, reply.read())
        finally:
            connection.close()
        self.cookie = answer.headers.get("set-cookie", self.cookie).partition(";")[0]
        return answer

    def get(self, path: str) -> Answer:
        return self.send("GET", path)

    def post(self, path: str, fields: dict[str, str]) -> Answer:
        return self.send("POST", path, urlencode(fields).encode(), Content_Type="application/x-www-form-urlencoded")


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "practice.db"


@pytest.fixture
def site(database: Path) -> Iterator[PracticeSite]:
    with PracticeSite(database) as running:
        yield running


@pytest.fixture
def client(site: PracticeSite) -> Client:
    return Client(site.url)
