"""What a drop or a paste holds: texts, addresses and files, sorted by a pure function, then read from mime data."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlsplit

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QUrl
from PySide6.QtGui import QImage, QImageWriter

DROPS = "drops"
"""Folder in the home for what was dropped as data and not as a file."""
MAIL = "message/rfc822"
CALENDAR = ".ics"
LONGEST_TEXT = 1_000_000
"""Characters of a dropped text that are taken."""
LARGEST_MAIL = 50 * 1024 * 1024
"""Bytes of an e-mail dropped as data that are taken."""
MOST = 200
"""Things taken from one drop."""

_HEADER = re.compile(
    r"^(from|to|subject|date|message-id|mime-version|received|return-path|delivered-to|content-type): ", re.IGNORECASE)
_WORD_HEADER = re.compile(r"^[A-Za-z][A-Za-z0-9-]*:|^[ \t]")


@dataclass(frozen=True, slots=True)
class Dropped:
    """What came in. ``files`` are absolute paths."""

    texts: tuple[str, ...] = ()
    urls: tuple[str, ...] = ()
    files: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.texts or self.urls or self.files)


@dataclass(frozen=True, slots=True)
class Offer:
    """What a drop says that it has, before anything is read or written."""

    uris: tuple[str, ...] = ()
    text: str = ""
    mail: bool = False
    image: bool = False


@dataclass(frozen=True, slots=True)
class Sorted:
    """What will be taken of an offer. ``mail_text`` is the source of an e-mail that came as text."""

    texts: tuple[str, ...] = ()
    urls: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    mail_text: str = ""
    mail: bool = False
    image: bool = False

    @property
    def count(self) -> int:
        """How many things that is."""
        return (len(self.texts) + len(self.urls) + len(self.files)
                + bool(self.mail_text) + self.mail + self.image)


def sort(offer: Offer) -> Sorted:
    """Decides what a drop is.

    Files and addresses come first; their text form says the same again. Then an e-mail as data, a picture, text.
    """
    files = tuple(path for uri in offer.uris if (path := _local(uri)))[:MOST]
    urls = tuple(dict.fromkeys(uri for uri in offer.uris if is_address(uri)))[:MOST]
    if files or urls:
        return Sorted(urls=urls, files=files)
    if offer.mail:
        return Sorted(mail=True)
    if offer.image:
        return Sorted(image=True)
    text = offer.text[:LONGEST_TEXT].strip()
    if not text:
        return Sorted()
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if all(is_address(line) for line in lines):
        return Sorted(urls=tuple(dict.fromkeys(lines))[:MOST])
    if looks_like_mail(text):
        return Sorted(mail_text=text)
    return Sorted(texts=(text,))


def is_calendar(path: str) -> bool:
    """Whether a file is a calendar by its name: what recurs in it is shown, and no task is made of it."""
    return path.lower().endswith(CALENDAR)


def apart(dropped: Dropped) -> tuple[tuple[str, ...], Dropped]:
    """The calendars of a drop, and all else."""
    calendars = tuple(path for path in dropped.files if is_calendar(path))
    return calendars, replace(dropped, files=tuple(path for path in dropped.files if not is_calendar(path)))


def summary(found: Sorted) -> str:
    """Says what would be added: "Drop to add 2 files and a link"."""
    if found.files and found.count == sum(map(is_calendar, found.files)):
        return f"Drop to see what recurs in {_counted(found.count, 'the calendar', 'calendars')}"
    parts = [
        _counted(len(found.files), "a file", "files"), _counted(len(found.urls), "a link", "links"),
        "an e-mail" if found.mail or found.mail_text else "", "a picture" if found.image else "",
        "a note" if found.texts else ""]
    said = " and ".join(part for part in parts if part)
    return f"Drop to add {said}" if said else ""


def is_address(text: str) -> bool:
    """Whether it is one web address and nothing else."""
    if any(char.isspace() for char in text) or not text.lower().startswith(("http://", "https://")):
        return False
    try:
        return bool(urlsplit(text).hostname)
    except ValueError:
        return False


def looks_like_mail(text: str) -> bool:
    """Whether the text is the source of an e-mail: header lines from the first on, two known ones among them."""
    known = 0
    for line in text.splitlines()[:200]:
        if not line.strip():
            break
        if not _WORD_HEADER.match(line):
            return False
        known += bool(_HEADER.match(line))
    return known >= 2


def offer_of(mime: QMimeData) -> Offer:
    """What the mime data has, without writing anything."""
    uris = tuple(url.toString() for url in mime.urls()) if mime.hasUrls() else ()
    text = mime.text() if mime.hasText() else ""
    return Offer(uris, text[:LONGEST_TEXT], mime.hasFormat(MAIL), mime.hasImage())


def receive(mime: QMimeData, home: Path) -> Dropped:
    """Takes what was dropped; e-mails and pictures that came as data are kept in the home (0600).

    Raises:
        OSError: they can't be kept.
    """
    found = sort(offer_of(mime))
    files = list(found.files)
    if found.mail:
        files.append(keep(home, ".eml", bytes(mime.data(MAIL).data())[:LARGEST_MAIL]))
    if found.mail_text:
        files.append(keep(home, ".eml", found.mail_text.encode("utf-8", "replace")))
    if found.image and (picture := _png(mime.imageData())):
        files.append(keep(home, ".png", picture))
    return Dropped(found.texts, found.urls, tuple(files))


def keep(home: Path, ending: str, data: bytes, name: Callable[[], str] = lambda: os.urandom(8).hex()) -> str:
    """Writes what came as data to a new file that only its owner can read; returns the path."""
    folder = home / DROPS
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = folder / f"dropped-{name()}{ending}"
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
        out.write(data)
    return str(path)


def forget(home: Path) -> None:
    """Removes what came as data: the agent copies what a task keeps, and unfinished entries end with the window."""
    with suppress(OSError):
        for left in (home / DROPS).glob("dropped-*"):
            left.unlink(missing_ok=True)


def _png(image: object) -> bytes:
    if not isinstance(image, QImage) or image.isNull():
        return b""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


def _local(uri: str) -> str:
    if not uri.lower().startswith("file:"):
        return ""
    return QUrl(uri).toLocalFile()


def _counted(count: int, one: str, many: str) -> str:
    return "" if not count else one if count == 1 else f"{count} {many}"
