"""Is a value in what was sent, under any common writing? Shares no code with the product, which has its own look."""

from __future__ import annotations

import base64
import binascii
import codecs
import contextlib
import gzip
import hashlib
import html
import json
import re
import unicodedata
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from itertools import product
from urllib.parse import unquote_plus

DEEP = 3
"""Writings within writings that are undone."""

SHORT = 6
"""Letters and figures below which a value must stand by itself: shorter ones are in many words by chance."""

_BASE64 = re.compile(r"[A-Za-z0-9+/_-]{6,}")
_BASE32 = re.compile(r"[A-Z2-7]{8,}")
_HEX = re.compile(r"(?:[0-9a-fA-F]{2}[\s:,-]?){4,}")
_CODES = re.compile(r"(?:\d{2,3}[,;\s]+){3,}\d{2,3}")
_ESCAPES = re.compile(r"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2}))")


@dataclass(frozen=True, slots=True)
class Reading:
    """All that a payload says: every layer as text, and its letters and figures alone."""

    text: str
    bare: str

    def holds(self, value: str) -> bool:
        """Whether the value stands in it, also backwards, turned by 13, as a plain digest, a date written otherwise."""
        return any(self._has(form) for form in _forms(value))

    def _has(self, form: str) -> bool:
        if form not in self.bare:
            return False
        if len(form) >= SHORT and not form.isdigit():
            return True
        between = r"[\W_]*" if len(form) >= SHORT else r"[\W_]?"
        beside = r"\d" if form.isdigit() else r"\w"
        pattern = rf"(?<!{beside}){between.join(map(re.escape, form))}(?!{beside})"
        return re.search(pattern, self.text) is not None


def read(*parts: bytes | str) -> Reading:
    """Reads payloads and header values together."""
    leaves = [leaf for part in parts for leaf in _leaves(_text(part) if isinstance(part, bytes) else part)]
    layers = [_leaf(leaf) for leaf in leaves]
    whole = _plain("\n".join(leaves))  # a value can be cut over two of them
    return Reading("\n".join([whole, *(each.text for each in layers)]), "".join([bare(whole), *(
        each.bare for each in layers)]))


def bare(text: str) -> str:
    """Letters and figures alone, in one case."""
    return re.sub(r"[\W_]+", "", _plain(text))


@lru_cache(maxsize=20_000)
def _leaf(text: str) -> Reading:
    layers = list(dict.fromkeys(_layers(text, DEEP)))
    return Reading("\n".join(map(_plain, layers)), "".join(map(bare, layers)))


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKD", text).casefold()


def _leaves(text: str) -> Iterator[str]:
    """The texts of a JSON document, names too; all of it where it is none."""
    try:
        yield from _texts(json.loads(text))
    except ValueError:
        yield text


def _texts(node: object) -> Iterator[str]:
    if isinstance(node, dict):
        for name, each in node.items():
            yield name
            yield from _texts(each)
    elif isinstance(node, list):
        for each in node:
            yield from _texts(each)
    else:
        yield node if isinstance(node, str) else json.dumps(node)


def _layers(text: str, deep: int) -> Iterator[str]:
    yield text
    if deep:
        within = _undone(text) if deep < DEEP else [*_undone(text), *_undone(text[::-1])]
        for each in within:
            if each and each != text:
                yield from _layers(each, deep - 1)


def _undone(text: str) -> list[str]:
    """What a text says once one writing is undone, for each writing that it may be in."""
    found = ["\n".join(_decoded(text))]
    if "%" in text:
        found.append(unquote_plus(text))
    if "&" in text:
        found.append(html.unescape(text))
    if "\\" in text:
        found.append(_ESCAPES.sub(lambda match: chr(int(match[1] or match[2], 16)), text))
    if text[:1] in "{[\"":
        found.append("\n".join(_leaves(text)))
    return found


def _decoded(text: str) -> Iterator[str]:
    for match in _BASE64.finditer(text):
        run = match[0].replace("-", "+").replace("_", "/")
        for at in range(4):  # what stands before it may have shifted it
            part = run[at:]
            part = part[: len(part) - (len(part) % 4 == 1)]
            yield _text(base64.b64decode(part + "=" * (-len(part) % 4)))
    for match in _HEX.finditer(text):
        digits = re.sub(r"[\s:,-]", "", match[0])
        for at in (0, 1):
            yield _text(bytes.fromhex(digits[at: len(digits) - (len(digits) - at) % 2]))
    for match in _BASE32.finditer(text):
        whole = match[0][: len(match[0]) - (len(match[0]) % 8 in (1, 3, 6))]
        try:
            yield _text(base64.b32decode(whole + "=" * (-len(whole) % 8)))
        except binascii.Error:
            continue
    for match in _CODES.finditer(text):
        yield "".join(chr(int(each)) for each in re.findall(r"\d+", match[0]))


def _text(data: bytes) -> str:
    if data[:2] == b"\x1f\x8b" or data[:1] == b"\x78":
        with contextlib.suppress(OSError, EOFError, zlib.error):
            data = gzip.decompress(data) if data[:1] == b"\x1f" else zlib.decompress(data)
    data = data.replace(b"\0", b"")  # two bytes a letter
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("latin-1")


@lru_cache(maxsize=1000)
def _forms(value: str) -> frozenset[str]:
    """The letters and figures of every spelling of a value that is looked for as such."""
    spelt = {value, *_dates(value)}
    found = {form for each in spelt for form in (bare(each), bare(each)[::-1], codecs.encode(bare(each), "rot13"))}
    for each, name in product((value, bare(value), "".join(value.split())), ("md5", "sha1", "sha256", "sha512")):
        digest = hashlib.new(name, each.encode(), usedforsecurity=False).digest()
        found |= {digest.hex(), bare(base64.b64encode(digest).decode())}
    return frozenset(found - {""})


def _dates(value: str) -> Iterable[str]:
    for written, others in (("%Y-%m-%d", ("%d%m%Y", "%m%d%Y", "%d%m%y", "%Y%m%d")), ("%Y-%m", ("%m%Y", "%m%y"))):
        try:
            yield from (datetime.strptime(value, written).strftime(other) for other in others)
        except ValueError:
            continue
