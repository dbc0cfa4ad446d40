"""Text with case, accents, spaces and punctuation taken away, so that two ways of writing a value meet."""

from __future__ import annotations

import re
import string
import unicodedata
from functools import lru_cache

_ALNUM = string.ascii_letters + string.digits
_NOT_ALNUM_ASCII = dict.fromkeys(i for i in range(128) if chr(i) not in _ALNUM)
_NOT_ALNUM_BYTES = bytes(i for i in range(128) if chr(i) not in _ALNUM)
_LOWER = bytes(range(256)).lower()
_ASCII = bytes(range(128))
_FEW = 24
"""Different letters above ASCII up to which replacing each is cheaper than looking at every place: German has 7."""
_NOT_WORD = re.compile(r"[\W_]+")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")
_UNDIVIDED = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe"})
"""Letters that Unicode does not take apart into a letter and an accent."""
_MARKS = re.compile(r"[\u0300-\u036f]+")


def fold(text: str) -> str:
    """Returns the text without case and accents: ``Müller`` and ``MULLER`` become ``muller``."""
    if text.isascii():
        return text.lower()
    return _MARKS.sub("", unicodedata.normalize("NFKD", text).casefold().translate(_UNDIVIDED))


def squash(text: str) -> str:
    """Returns only letters and digits, folded: ``GB29 NWBK-6016`` becomes ``gb29nwbk6016``."""
    if text.isascii():
        return text.translate(_NOT_ALNUM_ASCII).lower()
    return _NOT_WORD.sub("", fold(text))


def squash_bytes(raw: bytes) -> bytes:
    """Returns bytes in lower case without ASCII spaces, punctuation and controls; whatever is above ASCII stays."""
    return raw.translate(_LOWER, _NOT_ALNUM_BYTES)


def squashed(raw: bytes) -> bytes:
    """Returns UTF-8 text as `squash` would, as bytes; any other bytes as `squash_bytes`.

    Only what is above ASCII passes through Python: 100 kB of ordinary text take a quarter of a millisecond.
    """
    if raw.isascii():
        return squash_bytes(raw)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        return squash_bytes(raw)
    letters = set(raw.translate(None, _ASCII).decode("utf-8"))
    if len(letters) > _FEW:
        return squash_bytes(_NOT_ASCII.sub(lambda run: _squashed(run[0]), text).encode("utf-8"))
    for letter in letters:
        raw = raw.replace(letter.encode("utf-8"), _squashed(letter).encode("utf-8"))
    return squash_bytes(raw)


def folded(raw: bytes) -> bytes:
    """Returns text as `fold` would, as bytes; what is not UTF-8 is left out."""
    return raw.lower() if raw.isascii() else fold(raw.decode("utf-8", "ignore")).encode("utf-8")


@lru_cache(maxsize=4096)
def _squashed(run: str) -> str:
    return _NOT_WORD.sub("", fold(run))
