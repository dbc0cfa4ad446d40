"""Validates telephone numbers and their parts; stores whole numbers as E.164."""

from __future__ import annotations

import re
from dataclasses import dataclass

import phonenumbers
from phonenumbers import COUNTRY_CODE_TO_REGION_CODE, PhoneNumberFormat, ValidationResult

from agent.profile.errors import BadValue
from agent.profile.texts import tidy
from agent.protocol import FactKind

_URI = re.compile(r"^tel:([^;]+)", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]{3,}")


@dataclass(frozen=True, slots=True)
class PhoneParts:
    """A number in parts, each as people write it; ``area`` and ``local`` are empty where it has no area code."""

    country_code: str
    national: str
    area: str
    local: str


def tel(kind: FactKind, text: str, region: str) -> str:
    """A whole telephone number as ``+441743496012``; a number without country code belongs to ``region``."""
    plain = tidy(kind, text)
    uri = _URI.match(plain)
    number = _parse(kind, uri.group(1) if uri else plain, region)
    if number.extension:
        raise BadValue(kind, "it holds an extension; keep that apart as tel-extension")
    return phonenumbers.format_number(number, PhoneNumberFormat.E164)


def _parse(kind: FactKind, text: str, region: str) -> phonenumbers.PhoneNumber:
    example = "write it like +44 1743 496012"
    if len(text) > 40:
        raise BadValue(kind, f"it is too long for a telephone number; {example}")
    if _LETTER.search(re.sub(r"(?i)ext(ension)?", "", text)):
        raise BadValue(kind, f"it holds words; {example}")
    try:
        number = phonenumbers.parse(text, region or None)
    except phonenumbers.NumberParseException as problem:
        reason = "it is not a telephone number" if region else "it needs its country code"
        raise BadValue(kind, f"{reason}; {example}") from problem
    fits = phonenumbers.is_possible_number_with_reason(number)
    if fits == ValidationResult.TOO_LONG:
        raise BadValue(kind, f"it has too many digits; {example}")
    if fits != ValidationResult.IS_POSSIBLE:
        raise BadValue(kind, f"digits are missing; {example}")
    return number


def is_landline(value: str) -> bool:
    """Whether a number in international form is a fixed line's and no mobile's."""
    try:
        return phonenumbers.number_type(phonenumbers.parse(value)) == phonenumbers.PhoneNumberType.FIXED_LINE
    except phonenumbers.NumberParseException:
        return False


def is_in_use(value: str) -> bool:
    """Whether an E.164 number lies in a range given out to the public, as far as is known."""
    try:
        return phonenumbers.is_valid_number(phonenumbers.parse(value))
    except phonenumbers.NumberParseException:
        return False


def country_code(kind: FactKind, text: str, region: str) -> str:
    """A calling code as ``+44``, from ``44``, ``0044`` or ``+44``."""
    plain = re.sub(r"[\s()]", "", tidy(kind, text))
    match = re.fullmatch(r"(?:\+|00)?([1-9][0-9]{0,2})", plain)
    if match is None or int(match.group(1)) not in COUNTRY_CODE_TO_REGION_CODE:
        raise BadValue(kind, "it is not a calling code; write it like +44")
    return f"+{match.group(1)}"


def national(kind: FactKind, text: str, region: str) -> str:
    """A number without country code, spaced as in its country: ``01743 496012``."""
    plain = tidy(kind, text)
    if plain.startswith(("+", "00")):
        raise BadValue(kind, "it begins with a country code; keep the whole number as tel, or write 01743 496012")
    number = _parse(kind, plain, region)
    if number.extension:
        raise BadValue(kind, "it holds an extension; keep that apart as tel-extension")
    return phonenumbers.format_number(number, PhoneNumberFormat.NATIONAL)


def digits(kind: FactKind, text: str, region: str) -> str:
    """A part of a number: digits, with spaces, brackets and hyphens as typed."""
    plain = tidy(kind, text)
    if not re.fullmatch(r"[0-9 ()/.-]{1,20}", plain) or not re.search(r"[0-9]", plain):
        raise BadValue(kind, "it must be digits; write it like 01743")
    return plain


def parts(value: str) -> PhoneParts | None:
    """Splits an E.164 number; None when it can't be read."""
    try:
        number = phonenumbers.parse(value)
    except phonenumbers.NumberParseException:
        return None
    written = phonenumbers.format_number(number, PhoneNumberFormat.NATIONAL)
    significant = phonenumbers.national_significant_number(number)
    length = phonenumbers.length_of_geographical_area_code(number)
    area = local = ""
    if length:
        leading = "0" if written.lstrip("(").startswith("0") and not significant.startswith("0") else ""
        area, local = leading + significant[:length], significant[length:]
    return PhoneParts(f"+{number.country_code}", written, area, local)


def joined(code: str, national_number: str) -> str:
    """The E.164 number of a calling code and a national number; empty when they make none."""
    region = phonenumbers.region_code_for_country_code(int(code.lstrip("+")))
    try:
        number = phonenumbers.parse(national_number, region)
    except phonenumbers.NumberParseException:
        return ""
    fits = phonenumbers.is_possible_number_with_reason(number) == ValidationResult.IS_POSSIBLE
    same = f"+{number.country_code}" == code and not number.extension
    return phonenumbers.format_number(number, PhoneNumberFormat.E164) if fits and same else ""


def main_country_of(code: str) -> str:
    """The country that a calling code (``+44``) mainly stands for: GB; empty for codes of no country."""
    number = code.lstrip("+0")
    found = phonenumbers.region_code_for_country_code(int(number)) if number.isdecimal() else ""
    return found if found not in ("ZZ", "001") else ""


def is_calling_code_of(country: str, code: str) -> bool:
    """Whether a calling code (``+44``) is that of a country (alpha-2)."""
    return str(phonenumbers.country_code_for_region(country)) == code.lstrip("+0")


def belongs_to(value: str, region: str) -> bool:
    """Whether an E.164 number has the calling code of a region."""
    try:
        return bool(phonenumbers.parse(value).country_code == phonenumbers.country_code_for_region(region))
    except phonenumbers.NumberParseException:
        return False


def spellings(value: str) -> tuple[str, ...]:
    """How forms want an E.164 number, the likeliest first: national, without spaces, international, E.164, bare."""
    try:
        number = phonenumbers.parse(value)
    except phonenumbers.NumberParseException:
        return (value,)
    written = phonenumbers.format_number(number, PhoneNumberFormat.NATIONAL)
    international = phonenumbers.format_number(number, PhoneNumberFormat.INTERNATIONAL)
    return tuple(dict.fromkeys((written, re.sub(r"\D", "", written), international, value,
                                phonenumbers.national_significant_number(number))))
