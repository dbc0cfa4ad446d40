"""Bare labels that only the heading above explains: "Number" under "Passport", "Name" under "Your dog"."""

from __future__ import annotations

import re

from agent.planner.autofill import paper_words as papers
from agent.planner.autofill import thing_words as things
from agent.planner.autofill.words import Words
from agent.protocol import FactKind

_NUMBER = (
    r"^(?:(?:document|dokument\w*|du|del|do|des|van|card|serie|seria) )*(?:number|no|nr|n|num|nummer|numero|numer|"
    r"seria i numer|serie y numero|numero de documento|numero del documento|numero do documento|documentnummer|"
    r"document number|numero du document)(?: (?:du|del|do|des|van het|of|d) ?(?:\w+))?$"
)
_NAME = (
    r"^(?:(?:ihr |your |votre |su |the )?(?:ruf)?name|nom|nombre|nome|naam|roepnaam|imie|nazwa|rufname|called|"
    r"name and surname|full name)$"
)
_PLACE = (
    r"^(?:place|town|city|ort|stadt|lieu|ville|commune|lugar|localidad|ciudad|municipio|luogo|comune|citta|plaats|"
    r"stad|miejsce|miejscowosc|miasto|local|localidade|cidade|concelho)$"
)
_COUNTRY = r"^(?:country|land|staat|pays|pais|paese|stato|kraj|panstwo)$"
_DATE = r"^(?:date|datum|fecha|data)$"

_BANK = (
    r"bank|konto|kontoverbindung|rib\b|cuenta|conto|rekening|rachun|conta\b|compte|sepa|lastschrift|direct debit|"
    r"prelevement|domiciliacion|incasso|refund"
)
_METER = r"\bmeter\b|zahler|compteur|contador|contatore|licznik|medidor"
_BIRTH = r"\bbirth|geburt|naissance|nacimiento|nascita|geboorte|urodzeni|nascimento"
_DOCTOR = (
    r"^(?:your |the |current )*(?:gp|doctor|general practitioner|gp practice|gp surgery)(?: s)?(?: details)?$|"
    r"hausarzt|medecin traitant|medico (?:de cabecera|de familia|curante|di base)|^(?:uw )?huisarts|lekarz (?:poz|"
    r"rodzinny|pierwszego)"
)
_SCHOOL = (
    r"^(?:your |current )*school(?: details)?$|^schule$|^ecole$|^etablissement scolaire$|^colegio$|^centro escolar$|"
    r"^scuola$|^szkola$|^escola$"
)
_POLICY = r"polic(?:y|e)\b|versicherung(?:svertrag)?$|contrat d assurance|poliza|polizza|\bpolis\b|polisa|apolice"
_VEHICLE = things.VEHICLE
_HOLDER = (
    r"^(?:account )?name$|^account owner$|^titular$|^intestatario$|^inhaber\w*(?: in)?$|^titulaire$|^tenaamstelling$|"
    r"^wlasciciel$"
)
_REGISTRATION = r"^(?:registration|number|reg|registration number|registration mark|numero|nummer|numer)$"

_TABLE: tuple[tuple[re.Pattern[str], tuple[tuple[str, str], ...]], ...] = tuple(
    (re.compile(section), labels)
    for section, labels in (
        (papers.PASSPORT, ((_NUMBER, "passport-number"), (papers.UNTIL_LOOSELY, "passport-expiry"),
                           (papers.ISSUED_ON, "passport-issue-date"),
                           (rf"^(?:{papers.ISSUED_BY})", "document-issuer"))),
        (papers.LICENCE, ((_NUMBER, "driving-licence-number"),
                          (rf"^(?:{papers.ISSUED_BY})", "document-issuer"))),
        (papers.ID_CARD, ((_NUMBER, "id-card-number"), (papers.UNTIL_LOOSELY, "id-card-expiry"),
                          (rf"^(?:{papers.ISSUED_BY})", "document-issuer"))),
        (_BIRTH, ((_PLACE, "place-of-birth"), (_COUNTRY, "country-of-birth"), (_DATE, "bday"))),
        (things.ANIMAL, ((_NAME, "pet-name"),)),
        (_DOCTOR, ((_NAME + r"|^(?:practice|surgery)(?: name)?$|name of (?:the )?(?:surgery|practice)", "gp-name"),)),
        (_SCHOOL, ((_NAME, "school-name"),)),
        (_METER, ((_NUMBER, "meter-number"),)),
        (_POLICY, ((_NUMBER, "policy-number"),)),
        (_BANK, ((r"^account (?:number|no)$|^(?:konto)?nummer$", "bank-account-number"), (_HOLDER, "account-holder"))),
        (_VEHICLE, ((_REGISTRATION, "vehicle-registration"),)),
    )
)
_LABELS = {pattern: re.compile(pattern) for _, labels in _TABLE for pattern, _ in labels}


def kind_in_section(words: Words) -> FactKind | None:
    """The kind that a bare label has under its group's or section's words; None where the label stands for itself."""
    label = words.core
    if not label or len(label.split()) > 5:
        return None
    for text in (words.legend, "" if words.titled else words.heading):
        if not text or len(text.split()) > 8 or text == words.said:
            continue
        for section, labels in _TABLE:
            if section.search(text):
                for pattern, kind in labels:
                    if _LABELS[pattern].search(label):
                        return FactKind(kind)
    return None
