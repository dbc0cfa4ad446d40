"""What to look for: one fact's value in every spelling that is still plainly the same value."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import dataclass

from agent.gate.fold import fold, squash
from agent.gate.written_dates import as_date, date_pattern, squashed_dates

STRONG = 6
"""Letters and digits from which a value is looked for inside other text (findings/gate.md Q3: 0.07 % false alarms)."""
WEAK = 4
"""Letters and digits from which a value is looked for as a whole word; shorter ones only as a whole field."""
BASE64_CORE = 7
"""Letters of base64 that must depend on the value alone."""

_TWO_DIGIT_COUNTRY_CODES = frozenset(map(str, (
    20, 27, *range(30, 35), 36, 39, 40, 41, *range(43, 50), *range(51, 59), *range(60, 67), 81, 82, 84, 86,
    *range(90, 96), 98)))
"""ITU E.164 assignments of two digits; 1 and 7 have one, all others three."""
_PHONE = re.compile(r"\+\d[\d ()./-]{6,20}")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "æ": "ae"})


@dataclass(frozen=True, slots=True)
class Needles:
    """The spellings of one value. Every set is of text that stands for the person's data: never log it.

    ``inside`` is looked for in squashed text, ``words`` as whole words, ``base64`` in raw text at any alignment,
    ``hashes`` among the runs of hex and base64, ``date`` in folded text; ``whole`` must be the entire field.
    """

    whole: str
    inside: frozenset[str]
    words: tuple[str, ...]
    base64: frozenset[str]
    hashes: frozenset[str]
    date: re.Pattern[str] | None
    year: str


def needles(value: str) -> Needles:
    """Returns what to look for, depending on how much the value says."""
    whole = squash(value)
    day = as_date(value)
    spellings = _spellings(value)
    inside = {form for form in map(squash, spellings) if len(form) >= STRONG}
    if day is not None:
        inside |= squashed_dates(day)
    words: tuple[str, ...] = ()
    if WEAK <= len(whole) < STRONG:
        words = tuple(re.findall(r"\w+", fold(value)))
    strong = sorted(spellings) if len(whole) >= STRONG else []
    return Needles(
        whole=whole, inside=frozenset(inside), words=words,
        base64=frozenset(core for text in strong for core in _base64_cores(text.encode("utf-8"))),
        hashes=frozenset(mark for text in strong for mark in _hashes(text)),
        date=date_pattern(day) if day is not None else None, year=str(day.year) if day is not None else "")


def _spellings(value: str) -> set[str]:
    text = " ".join(value.split())
    found = {value, value.lower(), text, text.lower(), text.upper(), text.replace(" ", ""),
             text.lower().replace(" ", ""),
             text.lower().translate(_UMLAUTS)}
    if _PHONE.fullmatch(text):
        digits = re.sub(r"\D", "", text)
        national = digits[_country_code_length(digits):]
        found |= {digits, "+" + digits, "00" + digits, "0" + national}
        if len(national) >= 7:
            found.add(national)
    return {form for form in found if form}


def _country_code_length(digits: str) -> int:
    if digits[0] in "17":
        return 1
    return 2 if digits[:2] in _TWO_DIGIT_COUNTRY_CODES else 3


def _base64_cores(raw: bytes) -> set[str]:
    """Returns the base64 letters that depend on the value alone, for each of its three alignments."""
    cores: set[str] = set()
    for shift in range(3):
        encoded = base64.b64encode(b"\0" * shift + raw).decode("ascii").rstrip("=")
        skip = (0, 2, 3)[shift]
        whole_letters = (shift + len(raw)) * 8 // 6
        core = encoded[skip:whole_letters]
        if len(core) >= BASE64_CORE:
            cores |= {core, core.replace("+", "-").replace("/", "_")}
    return cores


def _hashes(text: str) -> set[str]:
    raw = text.encode("utf-8")
    digests = [hashlib.new(name, raw, usedforsecurity=False).digest() for name in ("md5", "sha1", "sha256")]
    hexes = {digest.hex() for digest in digests}
    plain = {base64.b64encode(digest).decode("ascii").rstrip("=") for digest in digests}
    return hexes | plain | {mark.replace("+", "-").replace("/", "_") for mark in plain}
