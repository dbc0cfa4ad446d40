"""The text that a document shows when a person opens it: e-mail, HTML, plain text. Bounded; opens nothing else.

A photo's and a PDF's is read by `picture_reading`, from what is seen of it.
What it says is never the person's own word: it is only looked through for what may be proposed.
"""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from pathlib import Path

from agent.intake.draft import MAIL, DraftFile
from agent.intake.errors import BadFile
from agent.intake.mail import LONGEST_BODY, body_of
from agent.intake.visible_html import CELL, visible_text

_HTML = frozenset({"text/html", "application/xhtml+xml"})
_PLAIN = frozenset({"text/plain", "text/markdown", "text/csv"})
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_OVERRIDE = re.compile("[\u202d\u202e]")
"""Signs that show what follows in another order than it stands: a line that has one is not read."""
_UNSEEN = frozenset("\u115f\u1160\u3164\uffa0\u2800\u034f\u17b4\u17b5")
_LINE_END = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")


class Unread(StrEnum):
    """Why a file's text can't be read, in words for the person."""

    HEIC = "Photos of this kind (HEIC) can't be read. Save it as JPEG first, or type what it shows."
    OTHER = "This kind of file can't be read; type what it shows."


def shown_text(file: DraftFile) -> str | Unread:
    """The text of a checked file, or why there is none.

    Raises:
        BadFile: it is broken, or gone.
    """
    if file.media_type in ("image/heic", "image/heif"):
        return Unread.HEIC
    path = Path(file.path)
    if file.media_type == MAIL:
        text, is_html = body_of(path)
        return cleaned(visible_text(text) if is_html else text)
    if file.media_type not in _HTML | _PLAIN:
        return Unread.OTHER
    try:
        with path.open("rb") as opened:
            text = _decoded(opened.read(LONGEST_BODY))
    except OSError as problem:
        raise BadFile(f"{file.name}: the file can't be read. Check that you may open it.") from problem
    return cleaned(visible_text(text) if file.media_type in _HTML else text)


def cleaned(text: str) -> str:
    """As it is seen: without unseen signs and without lines in which signs are shown in another order."""
    lines = (line for line in _LINE_END.sub("\n", text).split("\n") if not _OVERRIDE.search(line))
    return "\n".join("".join(map(_shown, line)) for line in lines)


def _shown(sign: str) -> str:
    if sign.isascii() and sign.isprintable():
        return sign
    if sign == "\t":
        return CELL
    if sign == "…":              # kept for what is cut, wherever text is shown
        return "..."
    kind = unicodedata.category(sign)
    if kind in ("Cc", "Zs"):
        return " "
    variation = "\ufe00" <= sign <= "\ufe0f" or "\U000e0100" <= sign <= "\U000e01ef"
    return "" if kind[0] == "C" or sign in _UNSEEN or variation else sign


def _decoded(data: bytes) -> str:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data.decode(name, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as problem:   # a sign that is cut at the end is no other encoding
        cut = problem.start >= len(data) - 4
        return data.decode("utf-8" if cut else "cp1252", "replace")
