"""The running sites of the flows, each behind the few verbs that the measurement needs."""

from __future__ import annotations

import socket
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch
from urllib.parse import urlsplit

from agent.practice import PracticeSite, records, requests
from tests.flows.flow import Sent
from tests.flows.server import Site, running
from tests.flows.wire import header, pairs_of
from tests.sites.application import Application, running_application
from tests.sites.recorder import Recorded, Recorder, recording_site


@dataclass(frozen=True, slots=True)
class OwnGround:
    """A site of ours, with the others that its pages name."""

    site: Site
    start: str

    @property
    def reachable(self) -> Sequence[tuple[str, int]]:
        """The others."""
        return [(parts.hostname or "", parts.port or 80)
                for parts in (urlsplit(each.url) for each in self.site.others.values())]

    def accepted(self) -> list[Sent]:
        """What it filed, and what its others did."""
        return [Sent(each.path, each.pairs) for site in (self.site, *self.site.others.values())
                for each in site.records]

    def arrived(self) -> list[tuple[str, bytes]]:
        """Everything, at all of them."""
        return [(each.path, each.target.encode() + b"\n" + each.body)
                for site in (self.site, *self.site.others.values()) for each in site.heard]


def own(make: Callable[[], Site], start: str, host: str = "127.0.0.1",
        ) -> Callable[[], AbstractContextManager[OwnGround]]:
    """A site of ours, opened at a path."""

    @contextmanager
    def opened() -> Iterator[OwnGround]:
        with _named(host), running(make(), host) as site:
            yield OwnGround(site, site.url + start)

    return opened


@contextmanager
def _named(host: str) -> Iterator[None]:
    """Lets a host and its neighbours stand for this machine, as a name server would; nothing leaves it."""
    domain = host.partition(".")[2]
    look_up = socket.getaddrinfo

    def found(name: Any, *more: Any, **others: Any) -> Any:
        known = isinstance(name, str) and domain and name.endswith(f".{domain}")
        return look_up("127.0.0.1" if known else name, *more, **others)

    with patch.object(socket, "getaddrinfo", found) if host != "127.0.0.1" else nullcontext():
        yield


@dataclass(frozen=True, slots=True)
class PracticeGround:
    """The practice council, opened at a service."""

    site: PracticeSite
    start: str
    reachable: Sequence[tuple[str, int]] = ()

    def accepted(self) -> list[Sent]:
        """Its records, from their raw bytes."""
        return [Sent(each.path, pairs_of(each.content_type, each.raw)) for each in records(self.site.database)]

    def arrived(self) -> list[tuple[str, bytes]]:
        """All that could carry data."""
        return [(urlsplit(each.target).path, each.target.encode() + b"\n" + each.raw)
                for each in requests(self.site.database)]


def practice(service: str) -> Callable[[], AbstractContextManager[PracticeGround]]:
    """A service of the practice council."""

    @contextmanager
    def opened() -> Iterator[PracticeGround]:
        with tempfile.TemporaryDirectory() as folder, PracticeSite(Path(folder) / "council.db") as site:
            yield PracticeGround(site, site.pages[service])

    return opened


@dataclass(frozen=True, slots=True)
class PackageGround:
    """Form pages or an application from a package."""

    site: Recorder | Application
    start: str
    reachable: Sequence[tuple[str, int]] = ()

    def accepted(self) -> list[Sent]:
        """What reached it."""
        return [Sent(urlsplit(each.target).path, _pairs(each)) for each in self.site.records]

    def arrived(self) -> list[tuple[str, bytes]]:
        """The same: it keeps all that carries data."""
        return [(urlsplit(each.target).path, each.target.encode() + b"\n" + each.body) for each in self.site.records]


def _pairs(record: Recorded) -> tuple[tuple[str, str], ...]:
    return pairs_of(header(record.headers, "content-type"), record.body)


def package_page(name: str) -> Callable[[], AbstractContextManager[PackageGround]]:
    """A page of tests/sites."""

    @contextmanager
    def opened() -> Iterator[PackageGround]:
        with recording_site() as site:
            yield PackageGround(site, site.page(name))

    return opened


@contextmanager
def application() -> Iterator[PackageGround]:
    """The many-page application of tests/sites."""
    with running_application() as site:
        yield PackageGround(site, site.start)
