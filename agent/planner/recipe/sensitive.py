"""What only the person gives, and what a choice tells of them that no text of ours may keep. Pure.

Bias: favours keeping nothing. What is not kept is asked again, or handed over.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from agent.intake.relative_dates import WEEKDAYS, said_days
from agent.intake.written_dates import find_dates, month_names
from agent.planner.autofill.channels import names_a_way
from agent.planner.autofill.items import Item
from agent.planner.autofill.recognition import is_filled
from agent.planner.autofill.ticks import CONSENTS
from agent.planner.autofill.veto import consent
from agent.planner.autofill.words import fold, words_of
from agent.protocol.pattern import Pattern

PREFERENCES = frozenset({"contact-preference", "language"})
"""Kinds of facts that are a wish and say nothing of who the person is."""

_TELLS = Pattern(
    r"disab|disease|illness|\bsick|health|medic|allerg|pregnan|diagnos|injur|handicap|blind|deaf|wheelchair|"
    r"mental|religi|faith|church|parish|ethnic|\brace\b|racial|origin|sexual|orientation|gender|transgender|"
    r"\bsex\b|trade union|union member|politic|convict|criminal|offen[cs]e|asylum|refugee|immigra|benefits?\b|"
    r"welfare|debt|bankrupt|income|marital|widow|divorc|abuse|addict|victim|carer|veteran|behinder|krankheit|"
    r"krank\b|gesundheit|schwanger|schwerbehind|konfession|glaube|kirche|herkunft|geschlecht|gewerkschaft|"
    r"vorstraf|asyl|fluchtling|burgergeld|schulden|insolvenz|einkommen|familienstand|pflegegrad|handicape|maladie|"
    r"sante|enceinte|grossesse|confession|eglise|ethni|sexe|syndicat|casier|refugie|dette|revenus|"
    r"situation familiale|discapac|enferm|salud|embaraz|iglesia|etnia|sexo|sindicat|antecedentes|refugiad|deuda|"
    r"ingresos|estado civil|disabil|malatt|salute|gravidanza|chiesa|sesso|sindacat|precedenti penali|rifugiat|"
    r"debit[io]|reddito|stato civile|handicap|ziekte|gezondheid|zwanger|geloof|kerk|afkomst|geslacht|vakbond|"
    r"strafblad|vluchteling|schuld|inkomen|burgerlijke staat|niepelnospraw|chorob|zdrowi|ciaz|wyznani|kosciol|"
    r"pochodzeni|plec|zwiazek zawodowy|karan|uchodzc|dlug|dochod|stan cywilny|deficien|doenca|saude|gravid|igreja|"
    r"origem|sindicato|refugiad|divida|rendimento|renda\b"
)
"""What data protection law guards (GDPR articles 9 and 10), and what people keep to themselves."""

_ADDRESSED = re.compile(
    r"(?:^|[\s(,])(?:dr|drs|prof|mr|mrs|ms|miss|mx|rev|herrn?|frau|mme|mlle|monsieur|madame|sig(?:ra|na)?|dott(?:ssa)?"
    r"|sr|sra|srta|dra|dhr|mevr|mevrouw|pan|pani|lek)\b\.?\s+[^\W\d_]", re.IGNORECASE)
"""A form of address before a word: an option that names a person. A name alone can't be told from other words."""

_FEW_WORDS = 3
"""Of a longer text the month is a word like others: "You may call me"."""
_WEEKDAYS = frozenset(fold(name) for names in WEEKDAYS for name in names)
_ANY_DAY = date(2026, 1, 1)


def tells(item: Item, words: str) -> bool:
    """Whether an option, or a tick, says something of who the person is, or of somebody near to them."""
    if is_filled(item.kind) and item.kind not in PREFERENCES:
        return True
    control = item.control
    if _ADDRESSED.search(f"{item.label} {words}"):
        return True
    return _TELLS.search(fold(f"{item.label} {control.legend} {control.hint} {control.name} {words}")) is not None


def names_a_day(words: str) -> bool:
    """Whether a choice is a day or a month, which is another one the next time: a date, Monday, May 2027."""
    few = re.findall(r"[^\W\d_]+", words.lower())[:_FEW_WORDS + 1]
    named = len(few) <= _FEW_WORDS and any(word in month_names() or fold(word) in _WEEKDAYS for word in few)
    return named or bool(said_days(words, _ANY_DAY)) or next(find_dates(words, ""), None) is not None


def agrees(item: Item) -> bool:
    """Whether an item is a consent, a declaration or a signature, in whatever control it is asked for."""
    if item.kind in CONSENTS or item.kind == "signature":
        return True
    control = item.control
    options = (option.label for option in control.options)
    if item.kind == "contact-preference":   # "By email" alone agrees to offers; as an answer to "how" it does not
        options = (label for label in options if not names_a_way(fold(label)))
    said = [f"{item.label} {control.legend}", *options]
    return bool(control.options) and any(
        consent(words_of(replace(control, label=text, legend="", hint=""))) is not None for text in said)
