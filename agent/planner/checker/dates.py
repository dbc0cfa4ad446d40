"""Doubts days that lie on the wrong side of today, and ends that come before their beginning."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from agent.planner.checker.entry import Doubt, Entry, Filled, called, day_of
from agent.protocol.pattern import Pattern

_COMING = Pattern(
    r"\bappointment|\b(?:preferred|requested|desired|wanted|proposed|chosen) (?:\w+ )?(?:date|day)|"
    r"\bdate you (?:want|would "
    r"like|wish|need)|\b(?:collection|pick ?up|delivery|arrival|departure|check ?in|check ?out|travel|event) (?:date|"
    r"day)"
    r"|\bvalid from\b|\b(?:permit|parking|cover|insurance|contract|subscription|membership|hire|licence|plan) "
    r"(?:to )?(?:starts?|begins?)\b|\bstarts? date\b|\bstart on\b|\bexpected date|\bdue date"
    r"|\b(?:wunsch)?termin|\bwunschdatum|\bgewunschte[sr]? (?:datum|termin|tag)|\babhol(?:tag|datum|termin)|"
    r"\banreise|\babreise"
    r"|\bgultig ab\b|\bvertragsbeginn|\bversicherungsbeginn|\bdate souhaitee|\brendez[ -]vous|\bdate d'(?:arrivee|"
    r"enlevement)"
    r"|\bdate de (?:depart|livraison|debut)|\bfecha (?:deseada|preferida|de (?:llegada|salida|entrega|recogida|"
    r"la cita))"
    r"|\bcita\b|\bdata (?:desiderata|preferita|di (?:arrivo|partenza|ritiro|consegna))|\bappuntamento"
    r"|\b(?:gewenste|voorkeurs)\w* ?datum|\bafspraak|\baankomst|\bvertrek|\b(?:preferowan|zadan)\w+ (?:data|termin)"
    r"|\btermin wizyty|\bdata (?:przyjazdu|odbioru|dostawy|pretendida|de (?:chegada|partida|entrega|recolha))|"
    r"\bmarcacao"
)
_OF_THE_PAST = Pattern(
    r"\bbirth|\bborn|\b(?:date|day) of (?:the )?(?:incident|accident|loss|purchase|theft|death|issue|offence|event)"
    r"|\bwhen did\b|\bhappened\b|\bgeburt|\b(?:unfall|schaden|kauf|ausstellungs)(?:tag|datum)|\bnaissance"
    r"|\bnacimiento|\bnascita|\bgeboorte|\burodzenia|\bnascimento"
)
_NOT_TO_COME = Pattern(
    r"employ|\bjob|\bwork|tenan|lived|resid|since|course|stud|school|accident|incident|symptom|illness|last|previous|"
    r"current|birth|issue|letzte|bisher|seit|arbeit|precedent|dernier|anterior|ultim|vorige|laatste|poprzedni"
)
_EXPIRY = frozenset({"passport-expiry", "id-card-expiry"})
_START = Pattern(
    r"\b(?:starts?|from|begins?|beginning|arrival|check ?in|first day|moved? in|von|ab|beginn|anreise|"
    r"einzug|du|debut|arrivee|desde|inicio|llegada|dal|inizio|arrivo|van|begin|aankomst|od|poczatek|inicio|"
                    r"chegada)\b")
_END = Pattern(
    r"\b(?:ends?|to|until|till|return|departure|check ?out|last day|moved? out|bis|ende|abreise|auszug|"
    r"au|fin|depart|hasta|salida|al|fine|partenza|tot|einde|vertrek|do|koniec|ate|fim|partida)\b"
)


def unlikely_days(form: Filled) -> Iterator[Doubt]:
    """Coming dates that are past, past ones still to come, papers that have expired, and ends before beginnings."""
    days = [(entry, day) for entry in form.entries if not entry.part and (day := day_of(entry, form.regions))]
    for entry, day in days:
        if said := _unlikely(entry, day, form.today):
            yield Doubt(entry.name, said)
    for (first, begins), (second, ends) in pairwise(days):
        if ends < begins and _are_ends(first, second):
            yield Doubt(second.name, f"This is before {called(first)}, {_written(begins)}.")


def _unlikely(entry: Entry, day: date, today: date) -> str:
    says = entry.says
    expected = re.search(r"\bexpected|\bdue\b|errechnet|voraussichtlich|prevue|prevista|verwacht", says)
    past = entry.kind in ("bday", "passport-issue-date") or _OF_THE_PAST.search(says)
    if past and not expected:
        return "This day is still to come." if day > today else ""
    if entry.kind in _EXPIRY:
        return f"This has expired: {_written(day)} is past." if day < today else ""
    if entry.kind in ("job-start-date", "move-in-date", "move-out-date") or _NOT_TO_COME.search(says):
        return ""
    return f"This asks for a day to come, and {_written(day)} is past." if day < today and _COMING.search(says) else ""


def _are_ends(first: Entry, second: Entry) -> bool:
    """Whether two dates beside one another are the ends of one time."""
    if {first.kind, second.kind} in ({"passport-issue-date", "passport-expiry"}, {"move-out-date", "move-in-date"}):
        return first.kind == "passport-issue-date"
    one, other = first.says, second.says
    return bool(_START.search(one) and _END.search(other) and not _END.search(one) and not _START.search(other))


def _written(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"
