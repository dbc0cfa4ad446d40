"""What one task allows its browser: sites, hosts beyond the usual ports, look-ups; and what data to look for."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from agent.gate.lookup import LARGEST, Lookup, covers, read_lookup
from agent.gate.site import authority_of, is_private_name, site_of
from agent.gate.trace import Tracer
from agent.gate.wire import WireRequest

WEB_PORTS = {"http": 80, "https": 443}
"""Every other port must be named by the person."""

Holds = Callable[[], bool]
"""Whether a grant still holds; asked before each use."""


def always() -> bool:
    """A grant that nobody can take back."""
    return True


class Permits:
    """Grows by what the person says alone; nothing that a page or a planner says gets here."""

    def __init__(self) -> None:
        self.named: set[tuple[str, int]] = set()
        self._sites: set[str] = set()
        self._lookups: list[tuple[Lookup, Holds]] = []
        self._tracer: Tracer | None = None
        self._facts: Mapping[str, str] = {}

    def admit_site(self, url: str) -> None:
        """Makes the site of an address a first party of this task, as the person allowed."""
        host, port = authority_of(url)
        self.named.add((host, port))
        self._sites.add(site_of(host, port))

    def is_first_party(self, url: str) -> bool:
        """Whether an address belongs to a site of the task."""
        return site_of(*authority_of(url)) in self._sites

    def may_reach(self, host: str, port: int, scheme: str) -> bool:
        """Whether a host and port may be asked at all. Until a task has named its own, none may."""
        return (host, port) in self.named or (
            bool(self.named) and port == WEB_PORTS.get(scheme) and not is_private_name(host))

    def watch_for(self, tracer: Tracer, facts: Mapping[str, str]) -> None:
        """Gives the means to recognise the person's data, and the facts that look-ups may hold."""
        self._tracer, self._facts = tracer, facts

    def carries(self, request: WireRequest) -> bool:
        """Whether the person's data is recognised in an address or body; a body too large to look at counts as yes."""
        if self._tracer is None:
            return False
        return request.body.size > LARGEST or bool(
            self._tracer.find(request.url) or self._tracer.find(request.body.read()))

    def finds(self, data: bytes | str) -> bool:
        """Whether the person's data is recognised in a piece of data."""
        return self._tracer is not None and bool(self._tracer.find(data))

    def allow(self, lookup: Lookup, holds: Holds) -> None:
        """Lets a look-up pass, as the person granted it, for as long as they have not taken it back."""
        self._lookups.append((lookup, holds))

    def is_granted(self, request: WireRequest) -> bool:
        """Whether the person's yes to a look-up covers this request."""
        if not self._lookups:
            return False
        asked = read_lookup(request, self._facts)
        return asked is not None and any(covers(each, asked) and holds() for each, holds in self._lookups)
