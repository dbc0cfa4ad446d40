"""Turns what the person drops in (a text, a link, files) into a checked task draft."""

from __future__ import annotations

import os
import stat
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from mimetypes import guess_type
from pathlib import Path
from urllib.parse import urlsplit

from agent.intake.address import address, address_in
from agent.intake.document_links import links_in, links_in_file
from agent.intake.errors import BadFile, BadText
from agent.intake.mail import Attachment, read_mail
from agent.intake.starting_place import Named
from agent.intake.task_values import TaskValue, values_in

LARGEST_FILE = 50 * 1024 * 1024
"""Bytes. Official forms rarely take more than 20 MB; beyond 50 MB something is probably a mistake."""

LONGEST_TEXT = 20_000
"""Characters."""

TITLE_LENGTH = 80
"""Characters that fit on one line of a list."""

MAIL = "message/rfc822"
"""Media type of an e-mail file. Source: RFC 2046, section 5.2.1."""

_MAGIC = (
    (b"%PDF-", "application/pdf"), (b"\x89PNG\r\n\x1a\n", "image/png"), (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"), (b"GIF89a", "image/gif"), (b"II*\x00", "image/tiff"), (b"MM\x00*", "image/tiff"),
)
_PROVEN_BY_CONTENT = frozenset(kind for _, kind in _MAGIC)


@dataclass(frozen=True, slots=True)
class DraftFile:
    """A file that comes with the task: checked, but not yet copied. ``size`` in bytes.

    ``data`` is set for one that stands inside an e-mail; ``path`` is then the e-mail's.
    """

    name: str
    path: str
    media_type: str
    size: int
    data: bytes | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Draft:
    """A task before it is stored. ``url`` is empty when neither the person nor the text gave one.

    ``named`` are the addresses in what came along. They are offered: a task never starts from one by itself.
    ``own_words``: the text is the person's, not an e-mail's subject.
    """

    text: str
    url: str
    title: str
    files: tuple[DraftFile, ...]
    values: tuple[TaskValue, ...]
    named: tuple[Named, ...] = ()
    own_words: bool = True

    @property
    def links(self) -> tuple[str, ...]:
        """The addresses of `named`, each once."""
        return tuple(dict.fromkeys(each.url for each in self.named))


def draft(text: str, url: str | None = None, files: Iterable[str | os.PathLike[str]] = (), region: str = "GB") -> Draft:
    """Checks everything about a new task and reads what it says.

    Args:
        text: the person's own words; without any, the subject of an e-mail that comes along.
        url: where to start; without it the first address in the text is taken.
        files: paths of what comes along.
        region: ISO alpha-2 code, for dates in figures and phone numbers in the text.

    Raises:
        IntakeError: the text, the address or a file can't be used; the message is for the person.
    """
    checked = checked_files(files)
    mails = [(each, read_mail(Path(each.path))) for each in checked if each.media_type == MAIL]
    subject = next((mail.subject for _, mail in mails if mail.subject), "")
    words = _clean(text if text.strip() else subject)
    found = address_in(words)
    where = address(url) if url is not None and url.strip() else found
    inside = tuple(_inside(each, part) for each, mail in mails for part in mail.attachments)
    every = (*checked, *inside)
    named = (*(Named(link, each.name) for each, mail in mails for link in mail.links),
             *(Named(link, each.name) for each in every for link in _links(each)))
    return Draft(words, where, _title(words, where), every, values_in(words, region), named, bool(text.strip()))


def _links(file: DraftFile) -> tuple[str, ...]:
    if file.data is not None:
        return links_in(file.data, file.media_type)
    return links_in_file(Path(file.path), file.media_type)


def _inside(mail: DraftFile, part: Attachment) -> DraftFile:
    return DraftFile(part.name, mail.path, media_type(part.name, part.data[:1024]), len(part.data), part.data)


def _clean(text: str) -> str:
    plain = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    plain = "".join(" " if unicodedata.category(letter) in ("Cc", "Cs") and letter not in "\n\t" else letter
                    for letter in plain).strip()
    if not plain:
        raise BadText("The task is empty. Say what should be done, for example: Renew my parking permit.")
    if len(plain) > LONGEST_TEXT:
        raise BadText(f"The task has {len(plain):,} characters; {LONGEST_TEXT:,} is the most. "
                      "Put long texts in a file.")
    return plain


def _title(text: str, url: str) -> str:
    first = " ".join(text.split("\n", 1)[0].split())
    if " " not in first and url and (first.startswith(("http://", "https://", "www.")) or "/" in first):
        return urlsplit(url).netloc
    if len(first) <= TITLE_LENGTH:
        return first
    cut = first[:TITLE_LENGTH - 3]
    return (cut.rsplit(" ", 1)[0] if " " in cut else cut).rstrip(" ,;:-") + "..."


def checked_files(files: Iterable[str | os.PathLike[str]]) -> tuple[DraftFile, ...]:
    """The files as they come along, looked at and not copied; without what stands inside an e-mail.

    Raises:
        BadFile: one or more can't be used.
    """
    good: list[DraftFile] = []
    problems: list[str] = []
    for given in files:
        path = Path(given)
        try:
            good.append(_check_file(path))
        except BadFile as problem:
            problems.append(str(problem))
    if problems:
        raise BadFile("\n".join(problems))
    return tuple(good)


def _check_file(path: Path) -> DraftFile:
    name = path.name or str(path)
    try:
        # Without O_NONBLOCK, opening a FIFO that nobody writes to would wait for ever.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except FileNotFoundError as problem:
        raise BadFile(f"{name}: there is no such file.") from problem
    except (OSError, ValueError) as problem:
        raise BadFile(f"{name}: the file can't be read. Check that you may open it.") from problem
    try:
        about = os.fstat(handle)
        if not stat.S_ISREG(about.st_mode):
            raise BadFile(f"{name}: this is a folder or a device, not a file.")
        if about.st_size == 0:
            raise BadFile(f"{name}: the file is empty.")
        if about.st_size > LARGEST_FILE:
            size, most = about.st_size / 2**20, LARGEST_FILE // 2**20
            raise BadFile(f"{name}: the file has {size:.0f} MB; {most} MB is the most.")
        head = os.read(handle, 1024)
    except OSError as problem:
        raise BadFile(f"{name}: the file can't be read. Check that you may open it.") from problem
    finally:
        os.close(handle)
    return DraftFile(name, str(path.absolute()), media_type(name, head), about.st_size)


def media_type(name: str, head: bytes) -> str:
    """The media type by content, and by name where the content doesn't tell.

    A name that promises a PDF or picture over other content is not believed: ``application/octet-stream``.

    Args:
        name: the file's name.
        head: its first bytes; 1,024 are enough.
    """
    for magic, kind in _MAGIC:
        if head.startswith(magic) or (magic == b"%PDF-" and magic in head):
            return kind
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "image/webp"
    guessed = guess_type(name)[0]
    return guessed if guessed and guessed not in _PROVEN_BY_CONTENT else "application/octet-stream"
