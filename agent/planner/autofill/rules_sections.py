"""Bare labels that only the heading above explains: "Number" under "Passport", "Name" under "Your dog"."""

from __future__ import annotations

import re

from agent.planner.autofill import thing_words as things
from agent.planner.autofill.rows import either
from agent.planner.autofill.words import Words
from agent.protocol import FactKind

_NUMBER = (
    r"^(?:(?:document|dokument\w*|du|del|do|des|van|card|serie|seria) )*(?:number|no|nr|n|num|nummer|numero|numer|"
    r"seria i numer|serie y numero|numero de documento|numero del documento|numero do documento|documentnummer|"
    r"document number|numero du document)(?: (?:du|del|do|des|van het|of|d) ?(?:\w+))?$"
)
_EXPIRY = r"expir|valid|gultig|ablauf|valab|caduc|vencim|vigen|scad|geldig|verval|verloop|wazn"
_ISSUED = (
    r"date of issue|issue date|issued on|date issued|ausstellungsdatum|ausgestellt am|date de delivrance|delivree? le|"
    r"fecha de (?:expedicion|emision)|(?:data (?:di )?rilascio)|rilasciat[oa] il|datum (?:van )?afgifte|afgiftedatum|"
    r"data wydania|data de emissao"
)
_ISSUER = (
    r"^(?:issued by|issuing \w+|place of issue|ausgestellt (?:von|in)|behorde|delivree? par|expedido por|"
    r"rilasciat[oa] da|afgegeven (?:door|te)|wydan[yae] przez|emitido por|authority)"
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

_PASSPORT = r"passport|reisepass|passeport|pasaporte|passaporto|passaporte|paspoort|paszport"
_ID_CARD = either(
    en=r"identity (?:card|document)|\bid card",
    de=r"personalausweis|ausweisdokument|^ausweis",
    fr=r"(?:carte|piece) d identite",
    es=r"documento de identidad",
    it=r"(?:carta|documento) d(?:i)? ?identita",
    nl=r"identiteits(?:kaart|bewijs)|id bewijs|id kaart",
    pl=r"dowod\w* osobist|dokument tozsamosci",
    pt=r"cartao de cidadao|documento de identi",
)
_LICENCE = (
    r"driving licen[cs]e|driver s licen[cs]e|fuhrerschein|permis de conduire|"
    r"(?:permiso|carnet|licencia) de (?:conducir|manejo)|"
    r"patente di guida|"
    r"rijbewijs|prawo jazdy|carta de conducao"
)
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
        (_PASSPORT, ((_NUMBER, "passport-number"), (_EXPIRY, "passport-expiry"), (_ISSUED, "passport-issue-date"),
                     (_ISSUER, "document-issuer"))),
        (_LICENCE, ((_NUMBER, "driving-licence-number"),)),
        (_ID_CARD, ((_NUMBER, "id-card-number"), (_EXPIRY, "id-card-expiry"), (_ISSUER, "document-issuer"))),
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
