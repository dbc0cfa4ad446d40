"""What to look for: one fact's value in every spelling that is still plainly the same value."""

from __future__ import annotations

import base64
import hashlib
import re
import unicodedata
from dataclasses import dataclass

from agent.gate.fold import fold, squash, squash_bytes
from agent.gate.written_dates import as_date, date_pattern, short_dates, squashed_dates

STRONG = 6
"""Letters and digits from which a value is looked for inside other text (findings/gate.md Q3: 0.07 % false alarms)."""
WEAK = 4
"""Letters and digits from which a value is looked for as a whole word; shorter ones only as a whole field."""
BASE64_CORE = 7
"""Letters of base64 that must depend on the value alone."""
HASH_LETTERS = 20
"""Letters of a hash that are looked for: 80 bits and more."""

_TWO_DIGIT_COUNTRY_CODES = frozenset(map(str, (
    20, 27, *range(30, 35), 36, 39, 40, 41, *range(43, 50), *range(51, 59), *range(60, 67), 81, 82, 84, 86,
    *range(90, 96), 98)))
"""ITU E.164 assignments of two digits; 1 and 7 have one, all others three."""
_PHONE = re.compile(r"\+\d[\d ()./-]{6,20}")
_IBAN = re.compile(r"[A-Z]{2}\d{2}[A-Z0-9]{11,30}")
_ACCOUNT_LENGTH = {"AT": 11, "BE": 9, "CH": 12, "CZ": 16, "DE": 10, "DK": 10, "ES": 10, "FI": 8, "FR": 11, "GB": 8,
                   "IE": 8, "IT": 12, "LU": 13, "NL": 10, "NO": 7, "PL": 16, "PT": 11, "SE": 17}
"""Letters of the account number, before national check digits. Source: SWIFT's IBAN registry."""
_CHECK_LENGTH = {"BE": 2, "FI": 1, "FR": 2, "NO": 1, "PT": 2}
"""National check digits at the end."""
_WHOLE_AMOUNT = re.compile(r"(\d[\d., ]*)[.,]00")
_WORD_GAPS = ("-", "/", ".", " ", ":", ",", "_", "|", "+", " / ", " - ", ", ")
"""What stands between the parts of a short value."""
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "æ": "ae"})


@dataclass(frozen=True, slots=True)
class Needles:
    """The spellings of one value. Every set is of bytes that stand for the person's data: never log it.

    ``inside`` is looked for in squashed text, ``raw`` in the bytes as they are, ``apart`` in lower case where no digit
    stands beside it, ``words`` there as whole words, ``date`` in folded text around ``year``; ``whole`` must be the
    entire field.
    """

    whole: frozenset[bytes]
    inside: frozenset[bytes]
    raw: frozenset[bytes]
    apart: frozenset[bytes]
    words: frozenset[bytes]
    date: re.Pattern[bytes] | None
    year: bytes


def needles(value: str) -> Needles:
    """Returns what to look for, depending on how much the value says."""
    day = as_date(value)
    amount = _WHOLE_AMOUNT.fullmatch(value.strip())
    values = [value, *([amount[1]] if amount else [])]
    wholes = [squash(each) for each in values]
    spellings = _spellings(value)
    squashed = {squash(form) for form in spellings} | set(_account_forms(value))
    if day is not None:
        squashed |= squashed_dates(day)
    inside = {form.encode("utf-8") for form in squashed if len(form) >= STRONG}
    if len(wholes[0]) >= STRONG:
        inside |= _above_ascii(value)
    words = {form for each, whole in zip(values, wholes, strict=True) if WEAK <= len(whole) < STRONG
             for form in _words(each)}
    strong = sorted(spellings) if len(wholes[0]) >= STRONG else []
    inside |= {text.encode("utf-8").hex().encode("ascii") for text in strong}
    hashes = [mark for text in strong for mark in _hashes(text)]
    return Needles(
        whole=frozenset(whole.encode("utf-8") for whole in wholes),
        inside=frozenset(inside | {mark for mark in hashes if mark.islower()}),
        raw=frozenset(core for text in strong for core in _base64_cores(text.encode("utf-8"))) | frozenset(hashes),
        apart=short_dates(day) if day is not None else frozenset(), words=frozenset(words),
        date=date_pattern(day) if day is not None else None, year=str(day.year).encode() if day is not None else b"")


def _words(value: str) -> set[bytes]:
    """A short value in lower case, with and without its accents, and what may stand between its parts."""
    found: set[bytes] = set()
    for form in (fold(value), value.lower(), value.upper()):
        parts = re.findall(r"\w+", form)
        found |= {gap.join(parts).encode("utf-8").lower() for gap in (_WORD_GAPS if len(parts) > 1 else _WORD_GAPS[:1])}
    return found


def _above_ascii(value: str) -> set[bytes]:
    """The value as it stands in bytes that are no valid UTF-8 as a whole: its own UTF-8, or Latin-1."""
    if value.isascii():
        return set()
    forms = {text for norm in ("NFC", "NFD") for text in (
        unicodedata.normalize(norm, value.lower()), unicodedata.normalize(norm, value.upper()),
        unicodedata.normalize(norm, value))}
    found = {squash_bytes(text.encode("utf-8")) for text in forms}
    found |= {squash_bytes(text.encode("latin-1")) for text in forms if all(ord(char) < 256 for char in text)}
    return {form for form in found if len(form) >= STRONG}


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


def _account_forms(value: str) -> set[str]:
    """Bank code and account number as forms ask for them instead of an IBAN: together, and the account alone."""
    iban = "".join(value.split()).upper()
    if not _IBAN.fullmatch(iban):
        return set()
    rest = iban[4:].lower()
    digits = re.sub(r"\D", "", rest)
    found = {rest, digits} if len(digits) >= 8 else {rest}
    length, check = _ACCOUNT_LENGTH.get(iban[:2], 0), _CHECK_LENGTH.get(iban[:2], 0)
    if length:
        account = rest[: len(rest) - check][-length:]
        found |= {account, account.lstrip("0")}
    return {form for form in found if len(form) >= STRONG}


def _base64_cores(raw: bytes) -> set[bytes]:
    """Returns the base64 letters that depend on the value alone, for each of its three alignments."""
    cores: set[bytes] = set()
    for shift in range(3):
        encoded = base64.b64encode(b"\0" * shift + raw).rstrip(b"=")
        skip = (0, 2, 3)[shift]
        whole_letters = (shift + len(raw)) * 8 // 6
        core = encoded[skip:whole_letters]
        if len(core) >= BASE64_CORE:
            cores |= {core, core.replace(b"+", b"-").replace(b"/", b"_")}
    return cores


def _hashes(text: str) -> set[bytes]:
    """The first letters of the usual unsalted hashes, in hex and in both base64 alphabets."""
    raw = text.encode("utf-8")
    digests = [hashlib.new(name, raw, usedforsecurity=False).digest() for name in ("md5", "sha1", "sha256")]
    plain = {base64.b64encode(digest)[:HASH_LETTERS] for digest in digests}
    hexes = {digest.hex()[:HASH_LETTERS].encode("ascii") for digest in digests}
    return hexes | plain | {mark.replace(b"+", b"-").replace(b"/", b"_") for mark in plain}
