"""Reads an e-mail file (.eml, RFC 5322): its subject, the addresses it names, and its attachments. Trusts none of it.

What an e-mail says never becomes the person's own words: its links are offered, its text is not read for values.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from email.errors import MessageError
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import EmailPolicy
from html.parser import HTMLParser
from itertools import islice
from pathlib import Path
from typing import Any

from agent.intake.address import address, spans_in
from agent.intake.errors import BadAddress, BadFile
from agent.protocol.pattern import Pattern

MOST_LINKS = 20
MOST_ATTACHMENTS = 20
LONGEST_HEADER = 4_000
"""Characters of a header that are read: the library takes minutes over some longer ones."""
LONGEST_BODY = 500_000
"""Characters of a body that are looked through for links."""
LONGEST_NAME = 150
"""Bytes of an attachment's name; file systems take 255, and a copy's number must fit too."""
_BROKEN = (MessageError, LookupError, ValueError, OSError, AttributeError, TypeError, AssertionError, RecursionError)
"""What the library is known to raise for e-mails that are broken or made to hurt; LookupError: a character set."""
_SCHEMED = Pattern(r"(?:[a-z][a-z0-9+.-]{0,30}://|(?:javascript|vbscript):(?=\S)|data:(?=\w+/)|file:/)\S*",
                   re.IGNORECASE)
_NOT_IN_NAMES = frozenset('<>:"|?*')
_WINDOWS_OWN = Pattern(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
_WRITTEN = Pattern(r"\bhttps?://[^\s<>\"“”«»]+", re.IGNORECASE)
_TAIL = ".,;:!?'’)]}"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file inside the e-mail."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Mail:
    """``links`` are checked addresses in order of appearance, each once."""

    subject: str
    links: tuple[str, ...]
    attachments: tuple[Attachment, ...]


def read_mail(path: Path) -> Mail:
    """Reads the file.

    Raises:
        BadFile: it can't be read as an e-mail.
    """
    try:
        message = _parsed(path)
        return Mail(_subject(str(message.get("subject", ""))), _links(message), _attachments(message))
    except _BROKEN as problem:
        raise BadFile(f"{path.name}: the e-mail can't be read.") from problem


def body_of(path: Path) -> tuple[str, bool]:
    """The body that mail programs show, and whether it is HTML: of two alternatives the HTML one, never both.

    Raises:
        BadFile: it can't be read as an e-mail.
    """
    try:
        body = _parsed(path).get_body(("html", "plain"))
        if body is None:
            return "", False
        return str(body.get_content())[:LONGEST_BODY], body.get_content_type() == "text/html"
    except _BROKEN as problem:
        raise BadFile(f"{path.name}: the e-mail can't be read.") from problem


def _parsed(path: Path) -> EmailMessage:
    with path.open("rb") as file:
        message = BytesParser(policy=_Careful()).parse(file)
    if not isinstance(message, EmailMessage) or not message.keys():
        raise BadFile(f"{path.name}: this does not look like an e-mail.")
    return message


class _Careful(EmailPolicy):
    """Reads no header beyond its bound, and one that can't be read as nothing."""

    def header_fetch_parse(self, name: str, value: str) -> Any:
        """Override EmailPolicy.header_fetch_parse."""
        try:
            return super().header_fetch_parse(name, value[:LONGEST_HEADER])
        except _BROKEN:
            return super().header_fetch_parse(name, "")


def _subject(text: str) -> str:
    """Without addresses: it may stand for the person's words, and those say where a task starts."""
    words = " ".join(text.split())
    while found := [match.span() for match in _SCHEMED.finditer(words)] or [span[:2] for span in spans_in(words)]:
        for start, end in reversed(found):
            words = f"{words[:start]} {words[end:]}"
    return " ".join(words.split())


def _links(message: EmailMessage) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for kind in ("plain", "html"):
        body = message.get_body((kind,))
        text = str(body.get_content())[:LONGEST_BODY] if body is not None else ""
        written = _hrefs(text) if kind == "html" else [each.rstrip(_TAIL) for each in _WRITTEN.findall(text)]
        for each in islice(_checked(dict.fromkeys(written)), MOST_LINKS):
            found.setdefault(each)
    return tuple(found)[:MOST_LINKS]


def _checked(written: Iterable[str]) -> Iterable[str]:
    for each in written:
        try:
            yield address(each)
        except BadAddress:
            continue


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Override HTMLParser.handle_starttag."""
        self.found += [value.strip() for name, value in attrs
                       if tag == "a" and name == "href" and value and _WRITTEN.match(value.strip())]


def _hrefs(html: str) -> list[str]:
    parser = _Links()
    parser.feed(html)
    return parser.found


def _attachments(message: EmailMessage) -> tuple[Attachment, ...]:
    found = []
    for part in islice(message.iter_attachments(), MOST_ATTACHMENTS):
        name, data = part.get_filename(), part.get_payload(decode=True)
        if name and isinstance(data, bytes) and data:
            found.append(Attachment(_plain(name), data))
    return tuple(found)


def _plain(written: str) -> str:
    """A name that every file system takes and that reads as what it is: no folder, nothing unseen or reordering."""
    last = written.replace("\\", "/").rsplit("/", 1)[-1]
    name = "".join("_" if unicodedata.category(sign).startswith("C") or sign in _NOT_IN_NAMES else sign
                   for sign in last).strip(" .")
    stem, dot, ending = name.rpartition(".")
    if not dot or len(ending.encode()) > LONGEST_NAME // 2:
        stem, dot, ending = name, "", ""
    if _WINDOWS_OWN.fullmatch(name):
        stem = f"_{stem}"
    room = LONGEST_NAME - len((dot + ending).encode())
    return stem.encode()[:room].decode("utf-8", "ignore") + dot + ending or "attachment"
