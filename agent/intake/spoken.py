"""Values that are said in words: ``two adults and a child``, ``from 1 March``, ``by the end of the year``."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from functools import lru_cache

from agent.intake.concepts import concepts_of, folded
from agent.intake.written_dates import month_names
from agent.protocol.pattern import Pattern

_NUMBERS = """
one ein eine einen einem un une uno una een jeden jedna jedno um uma a an
two zwei deux dos due twee dwa dwie dwoje dois duas
three drei trois tres tre drie trzy troje
four vier quatre cuatro quattro cztery czworo quatro
five funf cinq cinco cinque vijf piec
six sechs seis sei zes szesc
seven sieben sept siete sette zeven siedem sete
eight acht huit ocho otto osiem oito
nine neun neuf nueve nove negen dziewiec
ten zehn dix diez dieci tien dziesiec dez
eleven elf onze once undici jedenascie
twelve zwolf douze doce dodici twaalf dwanascie doze
"""
NUMBERS = {word: str(place) for place, line in enumerate(_NUMBERS.strip().splitlines(), 1) for word in line.split()}
"""Folded number words of our languages, one to twelve. Many mean something else too (``sei``, ``neuf``, ``ten``)."""

COUNTED: dict[str, str] = {
    word: noun for noun, words in {
        "adults": "adult adults grown-ups erwachsene erwachsener erwachsenen adulte adultes adulto adultos adulta "
                  "adulti "
                  "volwassene volwassenen dorosly dorosla dorosli doroslych",
        "children": "child children kid kids kind kinder kindern enfant enfants nino ninos nina ninas bambino bambina "
                    "bambini kinderen dziecko dzieci dziecka crianca criancas",
        "people": "person persons people personen personne personnes persona personas persone personen persoon osoba "
                  "osoby osob pessoa pessoas",
        "guests": "guest guests gast gaste invites huespedes ospiti gasten gosci convidados",
        "tickets": "ticket tickets karten eintrittskarten billets entradas biglietti kaartjes bilety biletow bilhetes",
        "rooms": "room rooms zimmer chambre chambres habitaciones camere kamers pokoje quartos",
        "bags": "bag bags sacke sacs bolsas sacchi zakken worki sacos",
        "copies": "copy copies kopien exemplaires copias copie kopieen kopie copia",
    }.items() for word in words.split()}
"""Folded nouns that are counted, with the English plural that is their label."""

_DURATIONS = ("day", "week", "month", "year")
_ARTICLES = frozenset(_NUMBERS.split("\n", 2)[1].split())

_WORD = r"[^\W\d_]+(?:-[^\W\d_]+)?"
COUNT = Pattern(rf"(?<![\w.,/:-])(?P<number>\d{{1,3}}|{'|'.join(sorted(NUMBERS, key=len, reverse=True))}|fünf|três|"
                rf"zwölf|"
                rf"pięć|sześć|dziewięć|dziesięć) (?P<noun>{_WORD})(?![\w-])", re.IGNORECASE)


def count_of(match: re.Match[str]) -> tuple[str, str] | None:
    """Number and label of ``two adults``; the label is empty for ``two months``; None where nothing is counted."""
    said, noun = folded(match["number"]), folded(match["noun"])
    label = COUNTED.get(noun, "")
    if said.isdigit():
        return (said, label) if label else None
    lasts = concepts_of(noun)[0] in _DURATIONS and said not in _ARTICLES
    return (NUMBERS[said], label) if said in NUMBERS and (label or lasts) else None


_END_OF = Pattern(
    r"\b(?P<year>(?:the )?end of (?:the|this) year|year[- ]end|jahresende|ende (?:des|dieses) jahres|"
    r"(?:la )?fin de l['’ ]ann[ée]e|(?:a )?fin(?:al(?:es)?)? de (?:este )?a[ñn]o|(?:la )?fine (?:dell['’]|dell )?anno|"
    r"(?:het )?einde? van (?:het|dit) jaar|jaareinde|koniec roku|ko[nń]ca roku|(?:o )?f(?:im|inal) do ano)\b|"
    r"\b(?P<month>(?:the )?end of (?:the|this) month|month[- ]end|monatsende|ende (?:des|dieses) monats|"
    r"(?:la )?fin du mois|(?:a )?fin(?:al(?:es)?)? de (?:este )?mes|(?:la )?fine (?:del )?mese|"
    r"(?:het )?einde? van (?:de|deze) maand|koniec miesi[aą]ca|ko[nń]ca miesi[aą]ca|(?:o )?f(?:im|inal) do m[êe]s)\b",
    re.IGNORECASE)


def period_ends(text: str, today: date) -> list[tuple[int, int, date]]:
    """Each ``end of the year`` and ``end of the month`` in a text: start, end, and the last day of that period."""
    found = []
    for match in _END_OF.finditer(text):
        last = 31 if match["year"] else calendar.monthrange(today.year, today.month)[1]
        found.append((match.start(), match.end(), date(today.year, 12 if match["year"] else today.month, last)))
    return found


NEAR = timedelta(days=60)
"""A day without a year that speaks of nothing to come is that of the nearest year, if it lies so near to today."""

_AHEAD = Pattern(
    r"\b(?:from|starting|start|as of|beginning|effective|until|till|by|before|move|moving|cancel\w*|terminate\w*|"
    r"book\w*|"
    r"appointment|ab|zum|bis|kundig\w*|umzug|ziehe|einzug|termin|a partir|des le|jusqu|avant|resili\w*|rendez|desde|"
    r"hasta|"
    r"antes|cita|cancelar|baja|dal|fino|entro|disd\w*|appuntamento|vanaf|per|tot|voor|opzeg\w*|afspraak|verhui\w*|od|"
    r"do|"
    r"wypowied\w*|wizyt\w*|przeprowadz\w*|ate|consulta|marcar)\b")


def day_without_year(day: int, month: int, sentence: str, today: date) -> date | None:
    """The day that ``1 March`` means: the next one where the sentence looks ahead, else the nearest if that is near."""
    days = [made for year in (today.year - 1, today.year, today.year + 1) if (made := _made(year, month, day))]
    if _AHEAD.search(folded(sentence)):
        return next((each for each in days if each >= today), None)
    nearest = min(days, key=lambda each: abs(each - today), default=None)
    return nearest if nearest is not None and abs(nearest - today) <= NEAR else None


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


@lru_cache(maxsize=1)
def _day_month() -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, month_names()), key=len, reverse=True))
    return re.compile(rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|\.|º|°)?(?: of| de| de l'| d')? ?(?P<month>{names})\b\.?|"
                      rf"(?P<month2>{names})\.? (?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\b|"
                      rf"(?P<day3>\d{{1,2}})\.(?P<month3>\d{{1,2}})\.", re.IGNORECASE)


def day_and_month(written: str) -> tuple[int, int] | None:
    """Day and month of ``1 March``, ``March 1``, ``1. März`` or ``1.3.``; None for anything else."""
    match = _day_month().fullmatch(written.strip())
    if match is None:
        return None
    if match["day3"]:
        return int(match["day3"]), int(match["month3"])
    month = month_names().get((match["month"] or match["month2"]).casefold().rstrip("."))
    return (int(match["day"] or match["day2"]), month) if month else None
