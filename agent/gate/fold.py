"""Text with case, accents, spaces and punctuation taken away, so that two ways of writing a value meet."""

from __future__ import annotations

import re
import string
import unicodedata

_NOT_ALNUM_ASCII = dict.fromkeys(i for i in range(128) if chr(i) not in string.ascii_letters + string.digits)
_NOT_WORD = re.compile(r"[\W_]+")
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
