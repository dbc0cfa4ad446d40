"""The fields of a request as values, and the collector that gives each a unique name and drops nothing."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass, field, replace
from enum import StrEnum

from agent.gate.preview import looks
from agent.gate.wire import Window, hash_span

MAX_FIELDS = 4000
"""Fields shown one by one; what comes after is one unreadable field with its hash."""


class Where(StrEnum):
    """The place of a field in the request."""

    QUERY = "query"
    BODY = "body"
    JSON = "json"
    FILE = "file"
    HEADER = "header"
    COOKIE = "cookie"


@dataclass(frozen=True, slots=True)
class FilePart:
    """A file in the payload; ``size`` in bytes, ``sha256`` in hex of its content, ``media_type`` as the page says.

    The rest is what its own first bytes say (`agent.gate.preview`): ``kind`` is empty where that is not known,
    numbers are 0 where they do not apply, ``preview`` holds the first lines of a text.
    """

    filename: str
    media_type: str
    size: int
    sha256: str
    kind: str = ""
    width: int = 0
    height: int = 0
    pages: int = 0
    preview: str = ""


@dataclass(frozen=True, slots=True)
class WireField:
    """One thing the request carries.

    ``name`` is unique within the request (``name``, ``name[2]`` when repeated, ``a.b[0].c`` in JSON); ``key`` is the
    name as the wire has it (in JSON the nearest object key), for joining with the page's controls. ``content_type``
    is a part's own type, and for JSON the type of the value (``number``, ``string``…).

    ``inside`` names the field that this one was read out of; it then says nothing that is not on the wire already.
    ``opened`` says that everything in this field also stands in those, exactly.
    """

    name: str
    value: str
    where: Where
    content_type: str = ""
    file: FilePart | None = None
    unreadable: bool = False
    key: str = ""
    inside: str = ""
    opened: bool = False


@dataclass(frozen=True, slots=True)
class Decoded:
    """A request as fields: first the body's, then the address's, then headers a page can set, then cookies.

    ``address`` is the URL without query and fragment, ``media_type`` the body's type without parameters. ``problems``
    are sentences for the person about what could not be read or could be read in two ways.
    """

    fields: tuple[WireField, ...]
    problems: tuple[str, ...]
    method: str = ""
    address: str = ""
    media_type: str = ""


@dataclass
class Collector:
    """Gathers fields under unique names, up to the limit; what is beyond it is hashed, not forgotten."""

    fields: list[WireField] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    _counts: Counter[str] = field(default_factory=Counter)
    _names: set[str] = field(default_factory=set)
    _beyond: int = 0
    _read_out: int = 0
    _beyond_hash: hashlib._Hash = field(default_factory=hashlib.sha256)

    def add(self, key: str, value: str, where: Where, *, content_type: str = "", file: FilePart | None = None,
            unreadable: bool = False, path: str = "") -> None:
        """Adds one field; ``path`` is the name to show where it is not the key."""
        key, value, path = speakable(key), speakable(value), speakable(path)
        if len(self.fields) >= MAX_FIELDS:
            self._beyond += 1
            self._beyond_hash.update(repr((key, path, value, where, content_type, file)).encode("utf-8"))
            return
        name = self._unique(path or key or "(no name)")
        self.fields.append(WireField(name, value, where, content_type, file, unreadable, key))

    def file(self, key: str, filename: str, media_type: str, data: Window, start: int, end: int) -> None:
        """Adds a file with what its first bytes say."""
        file = file_part(filename, media_type, data, start, end)
        self.add(key, filename, Where.FILE, content_type=media_type, file=file)

    @property
    def has_room(self) -> bool:
        """Whether anything that is read out of a field can still stand beside it."""
        return len(self.fields) + self._read_out < MAX_FIELDS

    def beside(self, fields: list[WireField]) -> list[WireField]:
        """Gives fields that are read out of others names of their own.

        Those are no fields of the wire: there are only as many as there is room for up to the limit.
        """
        self._read_out += len(fields)
        if len(self.fields) + self._read_out > MAX_FIELDS:
            return []
        return [replace(each, name=self._unique(speakable(each.name)), key=speakable(each.key),
                        value=speakable(each.value)) for each in fields]

    def problem(self, text: str) -> None:
        """Adds a sentence, once."""
        if text not in self.problems:
            self.problems.append(text)

    def opaque(self, name: str, data: Window, start: int, end: int, media_type: str,
               where: Where = Where.BODY) -> None:
        """Adds bytes that can't be shown as text: size, type and hash stand for them."""
        said = f"{end - start} bytes of type {media_type or 'unknown'}, sha256 {hash_span(data, start, end)}"
        self.add(name, said, where, content_type=media_type, unreadable=True)

    def close(self) -> None:
        """Adds the one field that stands for everything beyond the limit."""
        if not self._beyond:
            return
        said = f"{self._beyond} more fields, sha256 {self._beyond_hash.hexdigest()}"
        self.problem(f"More than {MAX_FIELDS} fields; {self._beyond} are not shown one by one.")
        name = self._unique("(not shown)")
        self.fields.append(WireField(name, said, Where.BODY, unreadable=True, key=name))

    def _unique(self, wanted: str) -> str:
        self._counts[wanted] += 1
        name = wanted if self._counts[wanted] == 1 else f"{wanted}[{self._counts[wanted]}]"
        while name in self._names:
            self._counts[wanted] += 1
            name = f"{wanted}[{self._counts[wanted]}]"
        self._names.add(name)
        return name


def file_part(filename: str, media_type: str, data: Window, start: int, end: int) -> FilePart:
    """Returns a file's facts: its hash, and what its first bytes say."""
    seen = looks(data, start, max(start, end))
    return FilePart(filename, media_type, max(end - start, 0), hash_span(data, start, end), seen.kind, seen.width,
                    seen.height, seen.pages, speakable(seen.text))


def speakable(text: str) -> str:
    """Returns the text with lone surrogates written out, so that it can be stored and shown."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return text.encode("utf-8", "backslashreplace").decode("utf-8")
    return text
