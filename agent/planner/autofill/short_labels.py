"""Gives a short label the meaning of its group: "Number" under "Passport" asks for the number of the passport."""

from __future__ import annotations

import re
from dataclasses import replace

from agent.planner.autofill.words import Words

_NUMBER = re.compile(
    r"(?:document |card |the |its )?(?:no|nr|num|number|nummer|numero|numer|ref|id|id number|licence number)")
_UNTIL = re.compile(
    r"(?:gultig bis|ablaufdatum|gueltig bis|valid (?:until|to|till|thru)|expir\w*(?: date| on)?|date of expiry|"
    r"expiration date|"
    r"valable jusqu au|date d expiration|expire le|valido hasta|valida hasta|fecha de caducidad|caduca(?: el)?|"
    r"vencimiento|"
    r"fecha de vencimiento|valido fino al|valida fino al|scadenza|data di scadenza|geldig tot|vervaldatum|"
    r"wazny do|wazna do|"
    r"wazne do|data waznosci|termin waznosci|valido ate|valida ate|validade|data de validade)")
_ISSUED = re.compile(
    r"(?:date of issue|issue date|issued on|ausstellungsdatum|ausgestellt am|date de delivrance|delivre(?:e)? le|"
    r"fecha de expedicion|expedido el|data di rilascio|rilasciat[oa] il|datum van afgifte|afgiftedatum|data wydania|"
    r"wydany dnia|data de emissao|emitido em)")
_BY = re.compile(
    r"(?:issued by|issuing (?:authority|country)|ausstellende behorde|ausgestellt (?:von|durch)|"
    r"delivre(?:e)? par|autorite|"
    r"expedido por|rilasciat[oa] da|afgegeven door|wydany przez|organ wydajacy|emitido por|authority|behorde)")

_PAPERS = (
    (re.compile(r"\bpassport|reisepass|passeport|pasaporte|passaporto|paspoort|paszport|passaporte|"
                r"\bpass\b"), "passport"),
    (re.compile(r"\bid card|identity card|identity document|personalausweis|ausweis|carte d identite|piece d identite|"
                r"documento de identidad|documento d identita|carta d identita|identiteitskaart|"
                r"identiteitsbewijs|dowod|"
                r"cartao de cidadao|bilhete de identidade"), "id card"),
    (re.compile(r"driving licen[cs]e|driver s? ?licen[cs]e|fuhrerschein|permis de conduire|permiso de conducir|patente|"
                r"rijbewijs|prawo jazdy|carta de conducao"), "driving licence"),
)
_MEANT = {
    ("passport", "number"): "passport number", ("passport", "until"): "passport expiry date",
    ("passport", "issued"): "passport date of issue", ("passport", "by"): "passport issuing authority",
    ("id card", "number"): "id card number", ("id card", "until"): "id card expiry date",
    ("id card", "by"): "id card issuing authority", ("driving licence", "number"): "driving licence number",
}
"""What is meant, in words that the rules know."""


def in_context(words: Words) -> Words:
    """The words of a control whose short label only its group explains; others as they are."""
    asked = next((name for name, pattern in (("number", _NUMBER), ("until", _UNTIL), ("issued", _ISSUED), ("by", _BY))
                  if pattern.fullmatch(words.core or words.said)), "")
    if not asked:
        return words
    for text in (words.legend, words.heading if not words.titled else ""):
        papers = [name for pattern, name in _PAPERS if pattern.search(text)]
        if len(papers) == 1:
            meant = _MEANT.get((papers[0], asked), "")
            return replace(words, said=meant, core=meant) if meant else words
    return words
