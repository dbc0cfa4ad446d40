"""Reads an e-mail file (.eml, RFC 5322): its subject, the addresses it names, and its attachments. Trusts none of it.

What an e-mail says never becomes the person's own words: its links are offered, its text is not read for values.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from email import policy
from email.errors import MessageError
from email.message import EmailMessage
from email.parser import BytesParser
from html.parser import HTMLParser
from pathlib import Path

from agent.intake.address import address
from agent.intake.errors import BadAddress, BadFile

MOST_LINKS = 20
MOST_ATTACHMENTS = 20
_WRITTEN = re.compile(r"\bhttps?://[^\s<>\"“”«»]+", re.IGNORECASE)
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
        with path.open("rb") as file:
            message = BytesParser(policy=policy.default).parse(file)
        if not isinstance(message, EmailMessage) or not message.keys():
            raise BadFile(f"{path.name}: this does not look like an e-mail.")
        return Mail(" ".join(str(message.get("subject", "")).split()), _links(message), _attachments(message))
    except (MessageError, LookupError, ValueError, OSError) as problem:  # LookupError: an unknown character set
        raise BadFile(f"{path.name}: the e-mail can't be read.") from problem


def _links(message: EmailMessage) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for kind in ("plain", "html"):
        body = message.get_body((kind,))
        text = str(body.get_content()) if body is not None else ""
        written = _hrefs(text) if kind == "html" else [each.rstrip(_TAIL) for each in _WRITTEN.findall(text)]
        for each in written:
            try:
                found.setdefault(address(each))
            except BadAddress:
                continue
    return tuple(found)[:MOST_LINKS]


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
    for part in list(message.iter_attachments())[:MOST_ATTACHMENTS]:
        name, data = part.get_filename(), part.get_payload(decode=True)
        if name and isinstance(data, bytes) and data:
            found.append(Attachment(Path(name.replace("\\", "/")).name or "attachment", data))
    return tuple(found)
