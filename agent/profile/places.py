"""Validates countries, languages and postal codes; knows what countries are called."""

from __future__ import annotations

import locale
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.localedata import locale_identifiers

from agent.profile.errors import BadValue
from agent.profile.texts import tidy
from agent.protocol import FactKind

DEFAULT_REGION = "GB"
"""Where nothing says in which country the person lives."""

_COMMON_LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "nl", "pl", "sv", "da", "nb", "fi", "cs", "ro", "hu", "el",
                     "tr", "uk", "ru", "ar", "zh", "ja", "ko", "hi")
_OTHER_NAMES = {
    "uk": "GB", "u.k.": "GB", "great britain": "GB", "britain": "GB", "england": "GB", "scotland": "GB", "wales": "GB",
    "northern ireland": "GB", "usa": "US", "u.s.a.": "US", "u.s.": "US", "america": "US",
    "united states of america": "US",
    "holland": "NL", "the netherlands": "NL", "czech republic": "CZ", "turkey": "TR", "brd": "DE",
    "republic of ireland": "IE", "eire": "IE",
}
_POSTCODES: Mapping[str, tuple[str, str]] = {
    # region: (shape once spaces and hyphens are gone, how it is written)
    "GB": (r"(GIR0AA|[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}|BFPO\d{1,4})", r"^(.+)(\d[A-Z]{2})$|\1 \2"),
    "CA": (r"[A-Z]\d[A-Z]\d[A-Z]\d", r"^(...)(...)$|\1 \2"),
    "NL": (r"\d{4}[A-Z]{2}", r"^(....)(..)$|\1 \2"),
    "IE": (r"[A-Z]\d[\dW][A-Z\d]{4}", r"^(...)(....)$|\1 \2"),
    "PL": (r"\d{5}", r"^(..)(...)$|\1-\2"),
    "PT": (r"\d{7}", r"^(....)(...)$|\1-\2"),
    "BR": (r"\d{8}", r"^(.....)(...)$|\1-\2"),
    "JP": (r"\d{7}", r"^(...)(....)$|\1-\2"),
    "SE": (r"\d{5}", r"^(...)(..)$|\1 \2"),
    "CZ": (r"\d{5}", r"^(...)(..)$|\1 \2"),
    "SK": (r"\d{5}", r"^(...)(..)$|\1 \2"),
    "GR": (r"\d{5}", r"^(...)(..)$|\1 \2"),
    "US": (r"\d{5}(\d{4})?", r"^(\d{5})(\d{4})$|\1-\2"),
    "DE": (r"\d{5}", ""), "FR": (r"\d{5}", ""), "ES": (r"\d{5}", ""), "IT": (r"\d{5}", ""), "FI": (r"\d{5}", ""),
    "AT": (r"\d{4}", ""), "CH": (r"\d{4}", ""), "BE": (r"\d{4}", ""), "DK": (r"\d{4}", ""), "NO": (r"\d{4}", ""),
    "AU": (r"\d{4}", ""), "NZ": (r"\d{4}", ""), "HU": (r"\d{4}", ""), "LU": (r"\d{4}", ""),
}
"""Postal codes whose shape is certain. Source: Universal Postal Union, addressing sheets of the members."""

_ANY_POSTCODE = re.compile(r"\d{3,10}|[A-Z]{1,4}\d{2,7}|\d{4}[A-Z]{2}|[A-Z]\d{4}[A-Z]{3}")
"""Shapes of the rest of the world, spaces and hyphens gone."""

_POSTCODE_EXAMPLES = {"GB": "SY3 7QX", "US": "94107", "CA": "K1A 0B1", "NL": "1012 AB", "IE": "D02 X285",
                      "PL": "00-950"}


def country(kind: FactKind, text: str, region: str) -> str:
    """A country as ISO 3166 alpha-2, from a code or from its name in any language."""
    code = country_code_of(tidy(kind, text))
    if not code:
        raise BadValue(kind, "no country is known by that name; write it like GB or United Kingdom")
    return code


def country_name(kind: FactKind, text: str, region: str) -> str:
    """A country's name as typed; a code is written out in English."""
    plain = tidy(kind, text)
    code = country_code_of(plain)
    if not code:
        raise BadValue(kind, "no country is known by that name; write it like United Kingdom")
    is_code = len(plain) <= 3 and plain.casefold() not in _OTHER_NAMES
    return (name_of_country(code, "en") or plain) if is_code else plain


def country_code_of(text: str) -> str:
    """The alpha-2 code of a country given by code or name in any language; empty when unknown."""
    plain = _plain(text)
    if not plain:
        return ""
    if plain in _OTHER_NAMES:
        return _OTHER_NAMES[plain]
    upper = text.strip().upper()
    if upper in _territories():
        return upper
    alias = get_global("territory_aliases").get(upper) if len(upper) == 3 and upper.isascii() else None
    if alias and len(alias) == 1 and alias[0] in _territories():
        return str(alias[0])
    if any(letter.isdigit() for letter in plain):  # no country has one in its name
        return ""
    return next((code for languages in (("en",), _COMMON_LANGUAGES, _all_languages())
                 if (code := _names(languages).get(plain, ""))), "")  # no English name means another country elsewhere


def name_of_country(code: str, language: str) -> str:
    """What a country is called in a language, such as ``Deutschland``; empty when unknown."""
    try:
        return str(Locale.parse(language, sep="-").territories.get(code, ""))
    except (UnknownLocaleError, ValueError):
        return ""


def month_names_of(month: int, languages: Iterable[str]) -> tuple[str, ...]:
    """The month's name and its short form in each language, as the calendar writes them."""
    return tuple(str(Locale(language).months["stand-alone"][width][month]) for language in languages
                 for width in ("wide", "abbreviated"))


@lru_cache(maxsize=64)
def main_language(region: str) -> str:
    """The language most spoken in a region, such as ``de``; English when unknown."""
    try:
        return str(Locale.parse(f"und_{region}").language)
    except (UnknownLocaleError, ValueError):
        return "en"


def region_of_facts(facts: Mapping[FactKind, str]) -> str:
    """The region of the profile: its own country, otherwise the system's, otherwise GB."""
    for name in ("country", "country-name"):
        code = country_code_of(facts.get(FactKind(name), ""))
        if code:
            return code
    return _system_region() or DEFAULT_REGION


def _system_region() -> str:
    try:
        language = locale.getlocale()[0] or ""
    except ValueError:
        return ""
    match = re.search(r"[_-]([A-Z]{2})\b", language)
    return match.group(1) if match and match.group(1) in _territories() else ""


@lru_cache(maxsize=1)
def _territories() -> frozenset[str]:
    return frozenset(code for code, _ in _pairs(Locale("en").territories)
                     if re.fullmatch(r"[A-Z]{2}", code) and code not in ("EU", "EZ", "UN", "ZZ", "QO", "XA", "XB"))


def _all_languages() -> tuple[str, ...]:
    return tuple(name for name in locale_identifiers() if "_" not in name and name != "root")


@lru_cache(maxsize=3)
def _names(languages: tuple[str, ...]) -> dict[str, str]:
    """Country names in lower case with their codes; names that mean two countries are left out. Slow for all: 0.7 s."""
    return _unique((_plain(name), code) for language in languages
                   for code, name in _pairs(Locale(language).territories) if code in _territories())


def _pairs(names: Mapping[Any, Any]) -> list[tuple[str, str]]:
    """Babel's tables hold text alone, but their type doesn't say so."""
    return [(str(code), str(name)) for code, name in names.items()]


def _unique(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    found: dict[str, set[str]] = {}
    for name, code in pairs:
        found.setdefault(name, set()).add(code)
    return {name: codes.pop() for name, codes in found.items() if len(codes) == 1}


def _plain(text: str) -> str:
    return " ".join(text.replace("’", "'").casefold().split())


def postal_code(kind: FactKind, text: str, region: str) -> str:
    """A postal code in capitals, spaced as in its country.

    One of another country than the region passes as typed, since people have addresses abroad; what is no country's
    postal code does not.
    """
    plain = tidy(kind, text).upper()
    bare = re.sub(r"[ -]", "", plain)
    if fits_region(plain, region):
        return _spaced(bare, region)
    known = re.fullmatch(r"[A-Z0-9][A-Z0-9 -]{1,10}", plain) and (
        _ANY_POSTCODE.fullmatch(bare) or any(re.fullmatch(shape, bare) for shape, _ in _POSTCODES.values()))
    if not known:
        example = _POSTCODE_EXAMPLES.get(region, "SY3 7QX or 10115")
        raise BadValue(kind, f"it is not a postal code; write it like {example}")
    return plain


def fits_region(code: str, region: str) -> bool:
    """Whether a postal code has the shape of its region; True where the shape isn't known for certain and it may."""
    shape = _POSTCODES.get(region)
    return shape is not None and re.fullmatch(shape[0], re.sub(r"[ -]", "", code.upper()), re.ASCII) is not None


def has_known_shape(region: str) -> bool:
    """Whether the region's postal codes can be checked."""
    return region in _POSTCODES


def _spaced(bare: str, region: str) -> str:
    pattern, _, written = _POSTCODES[region][1].partition("|")
    return re.sub(pattern, written, bare) if pattern else bare


def language(kind: FactKind, text: str, region: str) -> str:
    """A language as BCP 47 (``en-GB``), from a code or a name; an unknown name stays as typed."""
    plain = tidy(kind, text)
    try:
        return str(Locale.parse(plain.replace("_", "-"), sep="-")).replace("_", "-")
    except (UnknownLocaleError, ValueError, TypeError):
        pass
    return _language_names().get(_plain(plain), plain)


@lru_cache(maxsize=1)
def _language_names() -> dict[str, str]:
    return _unique((_plain(name), code.replace("_", "-")) for own in _COMMON_LANGUAGES
                   for code, name in _pairs(Locale(own).languages) if re.fullmatch(r"[a-z]{2,3}", code))
