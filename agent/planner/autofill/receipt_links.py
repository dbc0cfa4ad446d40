"""Finds on a confirming page the links to a document of it ("Download your receipt"), in eight languages. Pure."""

from __future__ import annotations

from agent.browser.page import Link, PageMap
from agent.planner.autofill.words import fold
from agent.protocol.pattern import Pattern

MOST = 2
_LINK = Pattern(
    r"\b(?:download|save|get|view|open)\b.*\b(?:receipt|confirmation|copy|summary|acknowledge?ment|certificate|"
    r"proof|pdf)\b|"
    r"\b(?:receipt|confirmation|acknowledge?ment|proof|copy)\b.*\b(?:pdf|download)\b|"
    r"\b(?:quittung|\w*bestatigung|beleg|kopie|zusammenfassung|nachweis|pdf)\b.*\b(?:herunterladen|speichern|"
    r"pdf|download)\b|"
    r"\b(?:telecharger|enregistrer)\b.*\b(?:recepisse|recu|attestation|confirmation|justificatif|accuse|copie|pdf)\b|"
    r"\b(?:descargar|guardar)\b.*\b(?:justificante|resguardo|comprobante|recibo|acuse|copia|pdf)\b|"
    r"\b(?:scarica|salva)\b.*\b(?:ricevuta|conferma|copia|pdf)\b|"
    r"\b(?:download\w*|bewaar)\b.*\b(?:bevestiging|ontvangst\w*|bewijs|kopie|pdf)\b|"
    r"\b(?:pobierz|zapisz)\b.*\b(?:potwierdzenie|upo|kopi\w+|pdf)\b|"
    r"\b(?:descarregar|transferir|baixar|guardar)\b.*\b(?:comprovativo|recibo|confirmacao|copia|pdf)\b"
)


def receipt_links(page: PageMap) -> list[Link]:
    """The links whose words promise a document of what was sent, at most `MOST`."""
    return [link for link in page.links if link.visible and link.href.startswith(("http:", "https:"))
            and _LINK.search(fold(link.text))][:MOST]
