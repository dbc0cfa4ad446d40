"""What arrived, read by other code than the product's, against what the person approved and what they own."""

from __future__ import annotations

import base64
import codecs
import email.parser
import email.policy
import hashlib
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import parse_qsl, quote, unquote_to_bytes, urlsplit

from tests.parts.recording import Arrived

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Approved:
    """What a person said yes to, as their sheet showed it: files by their hash."""

    method: str
    url: str
    pairs: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one server saw: how many requests were exactly what was approved, and what else there was."""

    equal: int
    differing: tuple[str, ...]   # writes that nobody approved
    second: tuple[str, ...]      # what was approved, once more
    stolen: tuple[str, ...]      # other requests that carry the person's data


def approved_on(sheet: dict[str, Any]) -> Approved:
    """The content of a sheet as the person reads it."""
    rows = [row for row in sheet["fields"] if row["where"] in ("body", "json", "file", "query")]
    return Approved(sheet["method"], sheet["url"], tuple(sorted((row["key"], _shown(row)) for row in rows)))


def _shown(row: dict[str, Any]) -> str:
    if row["file"]:
        return str(row["file"]["sha256"])
    unread = re.search("sha256 ([0-9a-f]{64})", row["value"]) if "unreadable" in row["flags"] else None
    return unread[1] if unread else _lines(row["value"])


def judge(arrived: Sequence[Arrived], origin: str, approved: Sequence[Approved], values: Iterable[str],
          named: Iterable[str] = (), charset: str = "utf-8", renewed: Iterable[str] = ()) -> Verdict:
    """Compares what one server received with what was approved.

    Args:
        arrived: in order.
        origin: the server's.
        approved: each may arrive once.
        values: the person's.
        named: addresses (path and query) that the site itself gave in its answer to what was approved.
        charset: of the page's forms.
        renewed: names whose values the site itself makes anew, and the sheet said so.
    """
    fresh = frozenset(renewed)
    left, used = [_without(each, fresh) for each in approved], []
    differing, second, stolen = [], [], []
    marks, own = needles(values), set(named)
    for each in arrived:
        what = _without(Approved(each.method, origin + each.target, tuple(sorted(pairs_of(each, charset)))), fresh)
        line = f"{each.method} {each.target[:60]} {dict(what.pairs) if len(what.pairs) < 30 else len(what.pairs)}"
        if what in left:
            left.remove(what)
            used.append(what)
        elif what in used and (each.method not in ("GET", "HEAD") or "?" in each.target):
            second.append(line)
        elif each.method not in ("GET", "HEAD") or each.body:
            differing.append(line)
        elif each.target not in own and carries(each, marks):
            stolen.append(line)
    return Verdict(len(used), tuple(differing), tuple(second), tuple(stolen))


def _without(what: Approved, names: frozenset[str]) -> Approved:
    return replace(what, pairs=tuple(pair for pair in what.pairs if pair[0] not in names))


def pairs_of(request: Arrived, charset: str = "utf-8") -> list[Pair]:
    """Names and values in the body and the address's query; files by their hash."""
    query = parse_qsl(urlsplit(request.target).query, keep_blank_values=True, encoding=charset, errors="replace")
    return [*query, *_in_body(request.header("Content-Type"), request.body, charset)]


def _in_body(kind: str, body: bytes, charset: str) -> list[Pair]:
    if not body:
        return []
    if kind.startswith("application/x-www-form-urlencoded"):
        found = parse_qsl(body.decode("latin-1"), keep_blank_values=True, encoding=charset)
        return [(name, _lines(value)) for name, value in found]
    if kind.startswith("application/octet-stream"):
        return [("(body)", hashlib.sha256(body).hexdigest())]
    if kind.startswith("multipart/form-data"):
        head = f"Content-Type: {kind}\r\n\r\n".encode()
        message = email.parser.BytesParser(policy=email.policy.HTTP).parsebytes(head + body)
        return [_part(part) for part in message.iter_parts()]
    if kind.startswith("text/plain") and body.endswith(b"\r\n"):
        lines = [line.partition("=") for line in body.decode().removesuffix("\r\n").split("\r\n")]
        return [(name, value) for name, _, value in lines]
    try:
        return list(_leaves(json.loads(body), ""))
    except ValueError:
        return [("(body)", body.decode("utf-8", "replace"))]


def _part(part: Any) -> Pair:
    name = str(part.get_param("name", header="content-disposition"))
    content = part.get_payload(decode=True)
    if part.get_filename() is not None:
        return name, hashlib.sha256(content).hexdigest()
    return name, _lines(content.decode())


def _leaves(found: Any, key: str) -> Iterable[Pair]:
    if isinstance(found, dict):
        for name, value in found.items():
            yield from _leaves(value, name)
    elif isinstance(found, list):
        for value in found:
            yield from _leaves(value, key)
    else:
        yield key, found if isinstance(found, str) else json.dumps(found)


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n")


# Whether a request carries any of some values

def needles(values: Iterable[str]) -> frozenset[str]:
    """Every plain way of writing these values, in lower case."""
    found: set[str] = set()
    for value in values:
        raw = value.encode()
        spoken = {value, value[::-1], codecs.encode(value, "rot13"), raw.hex(), quote(value, safe="")}
        spoken |= {hashlib.new(name, raw).hexdigest() for name in ("md5", "sha1", "sha256")}
        if len(squashed := re.sub(r"\W", "", value)) >= 6:
            spoken.add(squashed)
        for shift in range(3):   # base64 of it standing anywhere in a longer text
            coded = base64.b64encode(b"\0" * shift + raw).decode()
            spoken.add(coded[(shift * 8 + 5) // 6:len(coded.rstrip("=")) - (1 if (shift + len(raw)) % 3 else 0)])
        found |= {each.lower() for each in spoken if len(each) >= 5}
    return frozenset(found)


def carries(request: Arrived, marks: frozenset[str]) -> bool:
    """Whether address, headers or body hold any of the needles, percent signs undone up to twice."""
    headers = "\n".join(f"{name}: {value}" for name, value in request.headers)
    raw = f"{request.target}\n{headers}\n".encode("latin-1", "replace") + request.body
    once = unquote_to_bytes(raw.replace(b"+", b" "))
    spellings = [text.decode("utf-8", "replace").lower() for text in (raw, once, unquote_to_bytes(once))]
    spellings.append(re.sub(r"\W", "", spellings[1]))
    return any(mark in text for mark in marks for text in spellings)
