"""Days that are said from the day of writing on: ``tomorrow``, ``in two weeks``, ``next Monday``. Pure.

A day that two readers could take for two days is found without a day: ``next Friday``, written on a Thursday, is asked
about. Words that mean something else as well (``morgen`` is also the morning) count only where they mean the day.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from agent.intake.concepts import folded
from agent.intake.spoken import NUMBERS
from agent.protocol.pattern import Pattern

WEEKDAYS = (
    frozenset({"monday", "montag", "lundi", "lunes", "lunedi", "maandag", "poniedzialek", "segunda"}),
    frozenset({"tuesday", "dienstag", "mardi", "martes", "martedi", "dinsdag", "wtorek", "terca"}),
    frozenset({"wednesday", "mittwoch", "mercredi", "miercoles", "mercoledi", "woensdag", "sroda", "srode", "quarta"}),
    frozenset({"thursday", "donnerstag", "jeudi", "jueves", "giovedi", "donderdag", "czwartek", "quinta"}),
    frozenset({"friday", "freitag", "vendredi", "viernes", "venerdi", "vrijdag", "piatek", "sexta"}),
    frozenset({"saturday", "samstag", "sonnabend", "samedi", "sabado", "sabato", "zaterdag", "sobota", "sobote"}),
    frozenset({"sunday", "sonntag", "dimanche", "domingo", "domenica", "zondag", "niedziela", "niedziele"}),
)
"""Folded names, Monday first."""


@dataclass(frozen=True, slots=True)
class SaidDay:
    """A day that a text counts from today: where it stands, the day (None where two are meant), and its own words.

    ``loose``: a bare word such as ``today`` without a preposition, which may as well only say how urgent a thing is.
    """

    start: int
    end: int
    day: date | None
    loose: bool = False


def said_days(text: str, today: date) -> list[SaidDay]:
    """All such days of a text, in order, none within another.

    Args:
        text: the person's own words.
        today: the day on which they were written.
    """
    found = [*_words(text, today), *_spans_of_time(text, today), *_weekdays(text, today)]
    kept: list[SaidDay] = []
    for each in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
    return kept


_NEAR = {
    2: r"(?:the )?day after tomorrow|[üu]bermorgen|apr[èe]s-demain|pasado mañana|dopodomani|overmorgen|pojutrze|"
       r"depois de amanhã",
    0: r"today(?:['’]s)?|heute|aujourd['’]hui|hoy|oggi|vandaag|dziś|dzisiaj|hoje",
    1: r"tomorrow|(?<!guten )(?<!jeden )(?<!goede )(?<!am )(?<!\bde )(?<!heute )(?<!gestern )(?<!['’]s )morgen|demain|"
       r"(?<!la )(?<!\bde )(?<!pasado )(?<!esta )mañana|domani|jutro|(?<!depois de )amanhã",
    -1: r"yesterday|gestern|gisteren|ayer|ieri|wczoraj|ontem",
}
_WORD = Pattern("|".join(rf"(?P<d{place}>\b(?:{words})\b)" for place, words in enumerate(_NEAR.values())))
_LED = Pattern(
    r"(?:\b(?:on|from|for|since|until|till|starting|starts|beginning|effective|as (?:of|from)|date|is|was|taken|read|"
    r"ab|am|zum|vom|seit|bis|für|datum|à partir d[eu]?|depuis|dès|jusqu['’]à|pour|le|desde|a partir de|hasta|para|"
    r"fecha|"
    r"dal|da|fino a|per|vanaf|sinds|tot|voor|od|do|na|desde|até|para)|:)\s?(?:l['’]|d['’])?\Z", re.IGNORECASE)


def _words(text: str, today: date) -> Iterator[SaidDay]:
    days = list(_NEAR)
    small = text[:1].lower() if len(text[:1].lower()) == 1 else text[:1]
    for match in _WORD.finditer(small + text[1:]):
        before = text[max(0, match.start() - 40):match.start()]
        place = next(int(name[1:]) for name, said in match.groupdict().items() if said)
        yield SaidDay(match.start(), match.end(), today + timedelta(days=days[place]),
                      loose=_LED.search(before) is None)


_UNITS: tuple[tuple[str, str, str, dict[str, str]], ...] = (
    ("in", "", "ago", {"day": "day days", "week": "week weeks", "month": "month months", "year": "year years",
                       "fortnight": "fortnight"}),
    ("in", "vor", "", {"day": "tag tage tagen", "week": "woche wochen", "month": "monat monate monaten",
                       "year": "jahr jahre jahren"}),
    ("dans", "il y a", "", {"day": "jour jours", "week": "semaine semaines", "month": "mois", "year": "an ans"}),
    ("en|dentro de", "hace", "", {"day": "dia dias", "week": "semana semanas", "month": "mes meses",
                                  "year": "ano anos"}),
    ("tra|fra", "", "fa", {"day": "giorno giorni", "week": "settimana settimane", "month": "mese mesi",
                           "year": "anno anni"}),
    ("over", "", "geleden", {"day": "dag dagen", "week": "weken", "month": "maand maanden", "year": "jaar"}),
    ("za", "", "temu", {"day": "dzien dni", "week": "tydzien tygodnie tygodni", "month": "miesiac miesiace miesiecy",
                        "year": "rok lata lat"}),
    ("em|daqui a|dentro de", "há", "atrás", {"day": "dia dias", "week": "semana semanas", "month": "mes meses",
                                             "year": "ano anos"}),
)
"""A language each: the words before what is to come, before and behind what is past, and its units, folded."""

_NUMBER = rf"(?P<n>\d{{1,3}}|{'|'.join(sorted(NUMBERS, key=len, reverse=True))}|fünf|zwölf|três|pięć|sześć|dziewięć|" \
          r"dziesięć)"
_FROM_NOW = r"(?P<now> from (?:now|today)\b)"


def _spans_of_time(text: str, today: date) -> Iterator[SaidDay]:
    for (_, _, _, units), pattern in zip(_UNITS, _SPANS, strict=True):
        for match in pattern.finditer(text):
            unit = next((unit for unit, words in units.items() if folded(match["unit"]) in words.split()), None)
            number = match["n"] if match["n"].isdigit() else NUMBERS.get(folded(match["n"]), "")
            if unit is None or not number:
                continue
            back = bool(match["back"] or match["ago"])
            if not (match["ahead"] or back or match["now"]) or (match["ahead"] and match["ago"]):
                continue
            day = _moved(today, unit, -int(number) if back else int(number))
            if day is not None:
                yield SaidDay(match.start(), match.end(), day)


def _pattern(ahead: str, back: str, ago: str) -> Pattern:
    def maybe(name: str, words: str, form: str) -> str:
        return form.format(f"(?P<{name}>{words})") + "?" if words else f"(?P<{name}>(?!))?"

    lead = f"(?:\\b(?:(?P<ahead>{ahead})|{'(?P<back>' + back + ')' if back else '(?P<back>(?!))'}) )?"
    tail = f"(?:{_FROM_NOW}|{maybe('ago', ago, '(?: {})')})?"
    return Pattern(rf"{lead}\b{_NUMBER} (?P<unit>[^\W\d_]+)\b{tail}(?! (?:before|after|vor|nach|avant|après)\b)",
                   re.IGNORECASE)


_SPANS = tuple(_pattern(ahead, back, ago) for ahead, back, ago, _ in _UNITS)


def _moved(today: date, unit: str, number: int) -> date | None:
    """``today`` moved by so many units; the last day of a month where it is shorter."""
    if unit in ("day", "week", "fortnight"):
        return today + timedelta(days=number * {"day": 1, "week": 7, "fortnight": 14}[unit])
    months = today.year * 12 + today.month - 1 + number * (12 if unit == "year" else 1)
    year, month = divmod(months, 12)
    if not 1 <= year <= 9999:
        return None
    return date(year, month + 1, min(today.day, calendar.monthrange(year, month + 1)[1]))


_DAY = r"(?P<day{n}>[^\W\d_]{{4,12}})(?:-feira)?"
_WEEKDAY = Pattern(
    r"\b(?:(?P<coming>this coming|(?:the )?coming|kommende[nrm]?|komende|aanstaande|nadchodząc\w+)|"
    r"(?P<next>next|nächste[nrm]?|pr[óo]xim[oa]|prossim[oa]|volgende|przyszł\w+|następn\w+)|"
    r"(?P<this>this|diese[nrm]?|ce|este|questo|questa|deze|ten|tę)) " + _DAY.format(n=1) + r"\b|"
    r"\b" + _DAY.format(n=2) + r" (?P<after>prochaine?|prossim[oa]|que viene|pr[óo]xim[oa])\b", re.IGNORECASE)


def _weekdays(text: str, today: date) -> Iterator[SaidDay]:
    for match in _WEEKDAY.finditer(text):
        name = folded(match["day1"] or match["day2"])
        number = next((place for place, names in enumerate(WEEKDAYS) if name in names), None)
        if number is None or (name in _ALSO_ORDINALS and "feira" not in match[0].casefold()):
            continue
        ahead = (number - today.weekday()) % 7
        day: date | None = today + timedelta(days=ahead or 7)
        if match["this"]:
            day = today + timedelta(days=ahead) if number >= today.weekday() else None
        elif not match["coming"] and number > today.weekday():
            day = None  # still in this week: the one in some days, or that of the week after
        yield SaidDay(match.start(), match.end(), day)


_ALSO_ORDINALS = frozenset({"segunda", "terca", "quarta", "quinta", "sexta"})
"""Portuguese days that are ordinals without their "-feira", in Spanish too."""
