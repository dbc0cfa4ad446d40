"""What this browser profile has fetched and what the first party's server has named: the addresses that are known.

An address is known when it was fetched before arming, given by the person, or stands literally in what the first
party's own server delivered (HTML, CSS, scripts, JSON, ``Location``). Never from the live page: there a script can
write a link that carries what was typed.
"""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html import unescape
from typing import Any
from urllib.parse import urljoin, urlsplit, urlunsplit

from agent.gate.composed import is_written, pieces
from agent.gate.site import origin_of
from agent.gate.standing import MOST as MOST_WRITES
from agent.gate.standing import changes, note
from agent.gate.wire import WireRequest

MOST_TEXT = 8 * 1024 * 1024
"""Characters of delivered text kept for looking up the pieces of composed addresses."""

MOST_STRINGS = 200_000
"""Strings remembered per profile; past that new ones are not known (refuse rather than grow)."""

MOST_PIECE = 2_001
"""Characters of one remembered string at most (`_QUOTED`)."""

_CLOCK = re.compile(r"(?:_|t|ts|cb|time|timestamp|nocache|cachebust(?:er)?|rand|random)=\d{1,20}")
"""What scripts add to an address so that no cache answers (jQuery's is ``_``)."""

_QUOTED = re.compile(r"""["'(=]\s*([^"'()\s<>\\=][^"'()\s<>\\]{0,2000})""")


def without_fragment(url: str) -> str:
    """The address as it goes over the wire: no fragment, host in lower case, an empty path as ``/``."""
    parts = urlsplit(url)
    return urlunsplit((parts.scheme, parts.netloc.lower(), parts.path or "/", parts.query, ""))


@dataclass(slots=True)
class Memory:
    """Grows while pages load; decides nothing."""

    fetched: set[str] = field(default_factory=set)      # whole addresses fetched before arming
    given: set[str] = field(default_factory=set)        # whole addresses: the person's, and own-site redirects
    strings: set[str] = field(default_factory=set)      # candidate addresses as the server wrote them
    folders: set[str] = field(default_factory=set)      # folders of delivered pages: what relative addresses start from
    cookies: set[str] = field(default_factory=set)      # "name=value" that a server set, or sent before arming
    headers: set[tuple[str, str]] = field(default_factory=set)   # (name, value) seen before arming
    copied: set[str] = field(default_factory=set)       # other sites' addresses whose answers the gate has kept
    writes: set[str] = field(default_factory=set)       # its own writes before arming (`standing.note`)
    texts: list[str] = field(default_factory=list, compare=False)   # what its server delivered; not dumped

    def give(self, url: str) -> None:
        """Makes an address known for good."""
        self.given.add(without_fragment(url))

    def deliver(self, url: str) -> None:
        """Notes that the first party's server delivered this page: relative addresses may start here."""
        clean = without_fragment(url)
        self.folders.add(clean.split("?")[0].rsplit("/", 1)[0] + "/")
        self.folders.add(clean.split("?")[0] + "?")

    def origins(self) -> set[str]:
        """The origins of the pages that the first party delivered."""
        return {str(origin_of(folder)) for folder in self.folders}

    def read(self, text: str, base: str) -> None:
        """Remembers a delivered text and every string of it that could be an address."""
        if sum(map(len, self.texts)) + len(text) <= MOST_TEXT:
            self.texts.append(text)
        add, known = self.strings.add, self.strings
        for found in set(_QUOTED.findall(text.replace("\\/", "/"))):
            if len(known) >= MOST_STRINGS:
                return
            string = unescape(found) if "&" in found else found
            if ".." in string:
                with contextlib.suppress(ValueError):  # a site may write what is no address at all
                    add(urljoin(base, string))
            else:
                add(string.removeprefix("./"))

    def composed_of(self, url: str) -> int:
        """Of how many delivered pieces an address is made; 0 where it holds anything else (`composed`)."""
        found = pieces(url, [folder for folder in self.folders if folder.endswith("/")])
        return len(found) if found and all(is_written(piece, self.texts) for piece in found) else 0

    def note_write(self, request: WireRequest) -> None:
        """Remembers a write that the first party's page made before anything was typed."""
        if len(self.writes) < MOST_WRITES and (line := note(request)):
            self.writes.add(line)

    def standing(self, request: WireRequest) -> int | None:
        """How many values of an earlier write were exchanged for delivered ones; None where there is no such write."""
        found = [count for line in self.writes if (count := changes(line, request, self.strings)) is not None]
        return min(found, default=None)

    def delivered(self, value: str) -> bool:
        """Whether the first party's server wrote this very value, such as a token: no script made it up.

        Of values longer than `MOST_PIECE` only the beginning is remembered: those are not.
        """
        return 0 < len(value) <= MOST_PIECE and value.removeprefix("./") in self.strings

    def is_known(self, url: str) -> bool:
        """Whether the server or the person named this very address."""
        clean = without_fragment(url)
        return clean in self.fetched or clean in self.given or any(
            string in self.strings for string in self._spellings(clean))

    def without_clock(self, url: str) -> str:
        """A known address to which a script added the time, without it; any other as it is.

        Scripts do that so that no cache answers; nothing hangs on the number, and it could say something.
        """
        head, found, query = without_fragment(url).partition("?")
        pairs = query.split("&")
        kept = [pair for pair in pairs if not _CLOCK.fullmatch(pair)]
        if not found or len(kept) == len(pairs) or self.is_known(url):
            return url
        bare = head + ("?" + "&".join(kept) if kept else "")
        return bare if self.is_known(bare) else url

    def _spellings(self, clean: str) -> Iterator[str]:
        """The ways a server may have written an address: absolute, from the root, or from a delivered page."""
        parts = urlsplit(clean)
        yield clean
        yield f"//{clean.split('//', 1)[1]}"
        rooted = urlunsplit(("", "", parts.path, parts.query, ""))
        root = f"{parts.scheme}://{parts.netloc}/"
        if any(folder.startswith(root) for folder in self.folders):
            yield rooted
            if not parts.query and parts.path == "/":
                yield root.rstrip("/")
        for folder in self.folders:
            if clean.startswith(folder) and len(clean) > len(folder):
                rest = clean[len(folder):]
                yield "?" + rest if folder.endswith("?") else rest

    def dump(self) -> str:
        """As JSON, for standing on the same page again after a restart."""
        return json.dumps({name: sorted(map(list, value) if name == "headers" else value)
                           for name, value in self._parts().items()})

    @classmethod
    def load(cls, text: str) -> Memory:
        """The reverse of `dump`."""
        parts: dict[str, Any] = json.loads(text)
        headers = {(str(name), str(value)) for name, value in parts.pop("headers", [])}
        sets: dict[str, set[Any]] = {name: set(value) for name, value in parts.items()}
        return cls(**sets, headers=headers)  # type: ignore[arg-type]  # only sets are dumped

    def _parts(self) -> dict[str, Iterable[Any]]:
        return {name: getattr(self, name) for name in self.__slots__ if name != "texts"}
