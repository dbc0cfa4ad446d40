"""Doubts totals that do not add up: amount times count, or rows under one another."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation

from agent.gate.fold import fold
from agent.intake.finders import plain_number
from agent.planner.checker.entry import Doubt, Entry, Filled, called
from agent.protocol.pattern import Pattern

_TOTAL = Pattern(
    r"\b(?:grand )?total\b|\bsumme\b|\bgesamt(?:betrag|summe|preis)?\b|\bmontant total\b|\bimporte total\b|"
                    r"\btotale\b|\btotaal\b|\brazem\b|\bsuma\b")
_UNIT = Pattern(r"\b(?:price|fee|cost|amount|rate) (?:each|per|for one)\b|\bunit (?:price|cost)\b|\beinzelpreis\b|"
                r"\bpreis (?:pro|je)\b|\bprix unitaire\b|\bprecio (?:unitario|por)\b|\bprezzo unitario\b|"
                r"\bprijs per\b|\bstukprijs\b|\bcena jednostkowa\b|\bpreco unitario\b")
_COUNT = Pattern(r"\bquantity\b|\bqty\b|\bhow many\b|\bnumber of\b|\banzahl\b|\bmenge\b|\bquantite\b|\bnombre de\b|"
                 r"\bcantidad\b|\bquantita\b|\baantal\b|\bilosc\b|\bliczba\b|\bquantidade\b")
_ADDED = Pattern(r"\b(?:amount|price|fee|cost|betrag|preis|kosten|montant|prix|importe|precio|importo|prezzo|bedrag|"
                 r"prijs|kwota|cena|valor|preco)\b")
_ROWS = 2
"""Rows of one name that make a column."""


def wrong_totals(form: Filled) -> Iterator[Doubt]:
    """The one total of a form, held against price and count, or against the column of amounts above it.

    Nothing is said where a form has several totals, or amounts whose part in it is not plain: a discount, a tax.
    """
    numbers = [(entry, number) for entry in form.entries if (number := _number(entry, form.regions[0])) is not None]
    totals = [each for each in numbers if _TOTAL.search(_own(each[0])) and not _COUNT.search(_own(each[0]))]
    if len(totals) != 1:
        return
    (entry, total), rest = totals[0], [each for each in numbers if each is not totals[0]]
    wanted = _product(rest) or _column(rest)
    if wanted is not None and wanted[0] != total:
        yield Doubt(entry.name, f"This does not add up: {wanted[1]} makes {wanted[0]}.")


def _product(numbers: Sequence[tuple[Entry, Decimal]]) -> tuple[Decimal, str] | None:
    prices = [each for each in numbers if _UNIT.search(_own(each[0]))]
    counts = [each for each in numbers if _COUNT.search(_own(each[0]))]
    others = [each for each in numbers if each not in prices and each not in counts and _ADDED.search(_own(each[0]))]
    if len(prices) != 1 or len(counts) != 1 or others:
        return None
    (_, price), (_, count) = prices[0], counts[0]
    return price * count, f"{count} times {price}"


def _column(numbers: Sequence[tuple[Entry, Decimal]]) -> tuple[Decimal, str] | None:
    columns: dict[str, list[tuple[Entry, Decimal]]] = defaultdict(list)
    for entry, number in numbers:
        if _ADDED.search(_own(entry)) and not _COUNT.search(_own(entry)):
            columns[re.sub(r"\d+", "#", entry.name)].append((entry, number))
    if len(columns) != 1 or any(_COUNT.search(_own(entry)) for entry, _ in numbers):
        return None
    (rows,) = columns.values()
    if len(rows) < _ROWS or not any(char.isdigit() for char in rows[0][0].name):
        return None
    return sum((number for _, number in rows), Decimal(0)), f"the sum of {called(rows[0][0])} and those after it"


def _own(entry: Entry) -> str:
    return fold(re.sub(r"[_\W]+", " ", entry.label or entry.name))


def _number(entry: Entry, region: str) -> Decimal | None:
    text = re.sub(r"[£€$]|\b[A-Z]{3}\b|zł|\s", "", entry.value)
    if not re.fullmatch(r"-?\d[\d.,'’]*", text):
        return None
    try:
        return Decimal(plain_number(text, region))
    except InvalidOperation:
        return None
