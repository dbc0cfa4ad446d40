"""Finds the typed pieces of a text: dates, times, amounts, numbers, codes, addresses, quotations."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import lru_cache
from itertools import chain

import phonenumbers

from agent.intake.address import spans_in
from agent.intake.relative_dates import said_days
from agent.intake.spoken import COUNT, count_of, day_and_month, day_without_year, period_ends
from agent.intake.written_dates import find_dates, month_first, month_names
from agent.protocol.pattern import Pattern


class Hint(StrEnum):
    """What a value looks like. ``TEXT`` is anything else: a quotation, a code, words after a label."""

    DATE = "date"
    NUMBER = "number"
    EMAIL = "email"
    PHONE = "phone"
    IBAN = "iban"
    AMOUNT = "amount"
    POSTCODE = "postcode"
    PLATE = "plate"
    TIME = "time"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of a text, ``start`` to ``end`` in characters. Without a value it only keeps others from reading it.

    ``label``: what a counted number counts. ``said``: the words of a day that is counted from today.
    """

    start: int
    end: int
    value: str
    hint: Hint
    quoted: bool = False
    label: str = ""
    said: str = ""


MOST = 300
"""Pieces read from one text. No person writes more into a task; a pasted table is better attached as a file."""

_RUN = Pattern(r"\S{200,}")
"""Nothing of 200 characters without a space is a value; leaving it out keeps the time linear."""

_QUOTED = Pattern(r"\"([^\"]+)\"|“([^”]+)”|„([^“”]+)[“”]|«([^»]+)»", re.DOTALL)
_EMAIL = Pattern(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[^\W\d_]{2,}(?![\w@])")
_IBAN = Pattern(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b")
_POSTCODE = Pattern(r"\b([A-Z]{1,2}\d[A-Z\d]?) ?(\d[A-BD-HJLNP-UW-Z]{2})\b")
_PLATE = Pattern(r"\b([A-Z]{2}\d{2}) ?([A-Z]{3})\b|\b([A-Z]\d{1,3}) ([A-Z]{3})\b|\b([A-Z]{3}) (\d{1,3}[A-Z])\b")
_PLATE_JOINED = Pattern(r"\b([a-z]{2}\d{2})([a-z]{3})\b", re.IGNORECASE)
_PLATE_ABROAD = Pattern(r"\b(?i:plate|registration|reg|vehicle|car|kennzeichen|kenteken|matr[ií]cula|"
                        r"immatriculation|"
                        r"targa|rejestracyjny)\b(?: (?:number|no\.?|is))?:? ([A-ZÄÖÜ]{1,3}[- ][A-Z]{1,2}[- "
                        r"]?\d{1,4}[EH]?|"
                        r"[A-Z0-9]{1,3}-[A-Z0-9]{2,3}-[A-Z0-9]{1,3}|[A-Z]{2} ?\d{3} ?[A-Z]{2}|\d{4} ?[A-Z]{3})\b")
_TIME = Pattern(r"(?<![\d:.,])(?:([01]?\d|2[0-3]):([0-5]\d)(?::[0-5]\d)?(?: ?([ap])\.?m\b\.?)?|"
                r"(1[0-2]|0?[1-9])(?:[.]([0-5]\d))? ?([ap])\.?m\b\.?|"
               r"([01]?\d|2[0-3])(?:[.]([0-5]\d))? ?(?:Uhr|h|uur)\b|([01]?\d|2[0-3]) ?h "
               r"?([0-5]\d))(?![\d:])", re.IGNORECASE)
_CURRENCY = r"(?:[£€$]|\b(?:GBP|EUR|USD|CHF|PLN|SEK|DKK|NOK)\b)"
_FIGURE = r"\d{1,3}(?:[ ,.’']\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d+)?"
_AMOUNT = Pattern(rf"{_CURRENCY} ?({_FIGURE})(?![\d%])|"
                  rf"(?<![\w.,])({_FIGURE}) ?(?:{_CURRENCY}|(?:pounds?|euros?|dollars?)\b)")
_CODE = Pattern(r"(?<![\w/.-])(?=[\w/-]*\d)(?:[A-Z]+\d[A-Z0-9]*|\d+[A-Z][A-Z0-9]*|[A-Z0-9]+(?:[-/][A-Z0-9]+)+)"
                r"(?: \d{3,})*(?![\w/-])")
_NUMBER = Pattern(rf"(?<![\w.,/:-])({_FIGURE})(?![\w%/:-]|[.,]\d)")
_NUMBER_UNIT = Pattern(r"(?<![\w.,/:-])(\d+(?:[.,]\d+)?)(?=(?:kWh|m3|m³|km|kg|l)\b)", re.IGNORECASE)
_CENTURY = Pattern(r"(?:19|20)\d\d")


def spans(text: str, region: str, today: date | None = None) -> list[Span]:
    """All typed pieces of a text, in order, none within another; what is found first keeps its characters.

    ``today``: with it, days without a year, ``tomorrow`` and ``the end of the month`` are dates too.
    """
    taken = bytearray(len(text))
    found: list[Span] = []
    readable = _RUN.sub(lambda match: " " * len(match.group()), text)
    for finder in _FINDERS if today is None else (*_FINDERS[:2], _from_today(today), *_FINDERS[2:]):
        for span in finder(text if finder in (_quotes, _addresses) else readable, region):
            if not any(taken[span.start:span.end]):
                taken[span.start:span.end] = b"\x01" * (span.end - span.start)
                found.append(span)
    if today is not None:
        found = [_with_year(text, span, today) for span in found]
        for start, end, day in period_ends(readable, today):
            if not any(taken[start:end]):
                found.append(Span(start, end, day.isoformat(), Hint.DATE))
    return sorted(found, key=lambda span: span.start)[:MOST]


def _from_today(today: date) -> Callable[[str, str], Iterator[Span]]:
    """Days counted from today; ``send it today`` is no date beside one that is written out."""
    def find(text: str, region: str) -> Iterator[Span]:
        days = said_days(text, today)
        alone = not any(each.loose for each in days) or (
            all(each.loose for each in days) and next(find_dates(text, region), None) is None
            and next(_part_dates(text, region), None) is None)
        for each in days:
            if alone or not each.loose:
                value = each.day.isoformat() if each.day else ""
                yield Span(each.start, each.end, value, Hint.DATE, said=text[each.start:each.end])
    return find


def _quotes(text: str, _: str) -> Iterator[Span]:
    for match in _QUOTED.finditer(text):
        inner = next(group for group in match.groups() if group is not None).strip()
        if inner:
            yield Span(match.start(), match.end(), inner, Hint.TEXT, quoted=True)


def _addresses(text: str, _: str) -> Iterator[Span]:
    for start, end, _written in spans_in(text):
        yield Span(start, end, "", Hint.TEXT)


def _emails(text: str, _: str) -> Iterator[Span]:
    for match in _EMAIL.finditer(text):
        yield Span(match.start(), match.end(), match.group(), Hint.EMAIL)


def _ibans(text: str, _: str) -> Iterator[Span]:
    from stdnum import iban

    for match in _IBAN.finditer(text):
        compact = match.group().replace(" ", "")
        yield Span(match.start(), match.end(), compact if iban.is_valid(compact) else "", Hint.IBAN)


def _dates(text: str, region: str) -> Iterator[Span]:
    for found in find_dates(text, region):
        yield Span(found.start, found.end, found.day.isoformat(), Hint.DATE)


def _part_dates(text: str, _: str) -> Iterator[Span]:
    """A day and month without a year, or figures with a two-digit year: no date to type, but no number either."""
    for match in _part_date(_months_in(text)).finditer(text):
        yield Span(match.start(), match.end(), "", Hint.DATE)


def _with_year(text: str, span: Span, today: date) -> Span:
    """A day and month as the date that it means, where that is certain."""
    if span.value or span.hint is not Hint.DATE:
        return span
    part = day_and_month(text[span.start:span.end])
    sentence = re.split(r"[!?;\n]|\.\s(?=\D)", text[max(0, span.start - 200):span.start])[-1]
    after = re.split(r"[.!?;\n]", text[span.end:span.end + 100], maxsplit=1)[0]
    found = day_without_year(*part, f"{sentence} {after}", today) if part else None
    return replace(span, value=found.isoformat()) if found else span


def _counts(text: str, _: str) -> Iterator[Span]:
    for match in COUNT.finditer(text):
        found = count_of(match)
        if found is not None:
            yield Span(match.start("number"), match.end("number"), found[0], Hint.NUMBER, label=found[1])


def _months_in(text: str) -> tuple[str, ...]:
    """The names of months in a text, the longest first: a pattern of all five hundred takes long to be made."""
    folded = text.casefold()
    words = set(re.findall(r"[^\W\d_]+", folded))
    return tuple(sorted((name for name in month_names() if (name in words if name.isalpha() else name in folded)),
                        key=len, reverse=True))


@lru_cache(maxsize=64)
def _part_date(months: tuple[str, ...]) -> re.Pattern[str]:
    names = "|".join(map(re.escape, months)) or "(?!)"
    day = r"\d{1,2}(?:st|nd|rd|th|er|\.|º|°)?"
    return re.compile(rf"\b(?:{day} (?:and|und|et|y|e|en|to|-|–) )?{day}(?: of| de)? (?:{names})\b\.?|"
                      rf"\b(?:{names})\.? \d{{1,2}}(?:st|nd|rd|th)?\b(?!\d)|\b(?:{names})\.? (?:19|20)\d\d\b|"
                      rf"\b\d{{1,2}}\.\d{{1,2}}\.(?!\d)|\b\d{{1,2}}[/.-]\d{{1,2}}[/.-](?:\d{{4}}|\d{{2}})\b|"
                      rf"\b\d{{1,2}}/\d{{1,2}}\b", re.IGNORECASE)


def _phones(text: str, region: str) -> Iterator[Span]:
    for match in phonenumbers.PhoneNumberMatcher(text, region, leniency=phonenumbers.Leniency.POSSIBLE):
        digits = sum(letter.isdigit() for letter in match.raw_string)
        separated = bool(re.search(r"\d[ .()-]+\d", match.raw_string)) and month_first(region)
        if digits >= 9 and (match.raw_string[0] in "+0(" or (separated and digits == 10)):
            number = phonenumbers.format_number(match.number, phonenumbers.PhoneNumberFormat.E164)
            yield Span(match.start, match.end, number, Hint.PHONE)


def _times(text: str, _: str) -> Iterator[Span]:
    for match in _TIME.finditer(text):
        hour, minute = (int(next((match.group(each) for each in groups if match.group(each)), 0))
                        for groups in ((1, 4, 7, 9), (2, 5, 8, 10)))
        half = (match.group(3) or match.group(6) or "").casefold()
        hour = hour % 12 + (12 if half == "p" else 0) if half and hour <= 12 else hour
        yield Span(match.start(), match.end(), f"{hour:02d}:{minute:02d}", Hint.TIME)


def _postcodes(text: str, region: str) -> Iterator[Span]:
    if region in ("GB", "IM", "JE", "GG"):
        for match in _POSTCODE.finditer(text):
            yield Span(match.start(), match.end(), f"{match.group(1)} {match.group(2)}", Hint.POSTCODE)


def _plates(text: str, region: str) -> Iterator[Span]:
    for match in _PLATE_ABROAD.finditer(text):
        yield Span(match.start(1), match.end(1), match.group(1), Hint.PLATE)
    if region in ("GB", "IM", "JE", "GG"):
        for match in chain(_PLATE.finditer(text), _PLATE_JOINED.finditer(text)):
            value = " ".join(group for group in match.groups() if group).upper()
            yield Span(match.start(), match.end(), value, Hint.PLATE)


def _amounts(text: str, region: str) -> Iterator[Span]:
    for match in _AMOUNT.finditer(text):
        yield Span(match.start(), match.end(), plain_number(match.group(1) or match.group(2), region), Hint.AMOUNT)


def _codes(text: str, _: str) -> Iterator[Span]:
    for match in _CODE.finditer(text):
        digits = sum(letter.isdigit() for letter in match.group())
        yield Span(match.start(), match.end(), match.group() if digits >= 3 else "", Hint.TEXT)


def _numbers(text: str, region: str) -> Iterator[Span]:
    for match in chain(_NUMBER_UNIT.finditer(text), _NUMBER.finditer(text)):
        yield Span(match.start(), match.end(), plain_number(match.group(1), region), Hint.NUMBER)


_FINDERS: tuple[Callable[[str, str], Iterator[Span]], ...] = (
    _quotes, _addresses, _emails, _ibans, _dates, _part_dates, _plates, _postcodes, _phones, _times, _amounts, _codes,
    _counts, _numbers)


def plain_number(written: str, region: str) -> str:
    """A number without thousands marks and with a decimal point: ``48,213`` is 48213 where the comma groups.

    Whether a lone comma or point before three digits groups or divides follows the region.
    """
    figure = re.sub(r"[ ’']", "", written)
    comma_divides = region not in _COMMA_GROUPS
    decimal, group = (",", ".") if comma_divides else (".", ",")
    if figure.count(decimal) > 1 or (decimal in figure and figure.rfind(group) > figure.rfind(decimal)):
        decimal, group = group, decimal
    if figure.count(group) == 1 and decimal not in figure and not re.search(rf"\{group}\d{{3}}$", figure):
        return figure.replace(group, ".")
    return figure.replace(group, "").replace(decimal, ".")


_COMMA_GROUPS = frozenset({"GB", "IE", "US", "CA", "AU", "NZ", "IN", "IL", "JP", "CN", "KR", "MX", "PH", "SG", "MY",
                           "TH", "HK", "TW", "MT", "CH", "LI", "KE", "NG", "PK", "BD", "LK"})
"""Regions that write 1,234.5. Source: CLDR number symbols; Switzerland divides by a point too."""


def looks_like_year(value: str) -> bool:
    """Whether a number could be a year of our time; then it is a value only where a label says what it is."""
    return _CENTURY.fullmatch(value) is not None
