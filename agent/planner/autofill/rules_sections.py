"""Bare labels that only the heading above explains: "Number" under "Passport", "Name" under "Your dog"."""

from __future__ import annotations

from agent.planner.autofill import paper_words as papers
from agent.planner.autofill import thing_words as things
from agent.planner.autofill.rows import either
from agent.planner.autofill.rules_early import RENEWED
from agent.planner.autofill.words import Words
from agent.protocol import FactKind
from agent.protocol.pattern import Pattern

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
    r"banc(?:aire|ari)|przelew|wyplat|auszahlung|prelevement|domiciliacion|incasso|refund"
)
_METER = r"\bmeter\b|zahler|compteur|contador|contatore|licznik|medidor"
_NEW_ADDRESS = either(
    en=r"new (?:address|home|residence)|change of address",
    de=r"neue[rn]? (?:anschrift|adresse|wohnung)|(?:adress|anschriften)anderung",
    fr=r"nouve(?:lle adresse|au (?:domicile|logement))|changement d adresse",
    es=r"nuev[oa] (?:direccion|domicilio)|cambio de (?:direccion|domicilio)",
    it=r"nuov[oa] (?:indirizzo|residenza|domicilio)|cambio (?:di )?(?:indirizzo|residenza)",
    nl=r"nieuwe? (?:adres|woning|woonadres)|adreswijziging",
    pl=r"now(?:y|ego) adres|zmian\w adresu",
    pt=r"nov[oa] (?:morada|endereco)|(?:alteracao|mudanca) de (?:morada|endereco)",
)
_FROM = r"^(?:" + either(
    en=r"(?:valid |effective |applies )?(?:from|as of)(?: (?:the|when|date))?|effective date|start date",
    de=r"(?:gultig )?(?:ab|seit)(?: (?:dem|wann|datum))?|wirksam ab",
    fr=r"(?:valable |valide )?(?:des(?: le)?|(?:a )?(?:partir|compter) du|depuis(?: le)?)|date d effet",
    es=r"(?:valid[oa] |efectiv[oa] )?(?:desde(?: el)?|(?:a )?partir del?)|fecha (?:de )?efecto",
    it=r"(?:valid[oa] )?(?:dal|(?:a )?(?:partire|decorrere) dal|con decorrenza dal)|decorrenza",
    nl=r"(?:geldig )?(?:vanaf|per|met ingang van)|ingangsdatum",
    pl=r"(?:wazny |obowiazuje )?od(?: (?:dnia|kiedy))?",
    pt=r"(?:valid[oa] )?(?:desde|(?:a )?partir de)(?: \w{2})?|com efeito (?:desde|a partir de)",
) + r")$"
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

_TABLE: tuple[tuple[Pattern, tuple[tuple[str, str], ...]], ...] = tuple(
    (Pattern(section), labels)
    for section, labels in (
        (papers.PASSPORT, ((_NUMBER, "passport-number"), (papers.UNTIL_LOOSELY, "passport-expiry"),
                           (papers.ISSUED_ON, "passport-issue-date"),
                           (rf"^(?:{papers.ISSUED_BY})", "document-issuer"))),
        (papers.LICENCE, ((_NUMBER, "driving-licence-number"),
                          (rf"^(?:{papers.ISSUED_BY})", "document-issuer"))),
        (papers.ID_CARD, ((_NUMBER, "id-card-number"), (papers.UNTIL_LOOSELY, "id-card-expiry"),
                          (rf"^(?:{papers.ISSUED_BY})", "document-issuer"))),
        (papers.RESIDENCE, ((_NUMBER, "residence-permit-number"),
                            (rf"^(?:{papers.ISSUED_BY})", "document-issuer"))),
        (_NEW_ADDRESS, ((_FROM, "move-in-date"),)),
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
_OTHER_PAPER = Pattern(r"\btitre\b|\bvisa|\bvisum|permi[ts]\b|permiso|permesso|titulo|vergunning|zezwolen|pobytu|"
                       r"erlaubnis|titel\b|"
                       r"sejour")
"""Papers without a kind of their own for the day they run out."""
_LABELS = {pattern: Pattern(pattern) for _, labels in _TABLE for pattern, _ in labels}


_MOTHER = Pattern(r"^(?:details of (?:the )?|angaben (?:zur|der) |donnees de la )?(?:your |ihre |votre |la )?"
                  r"(?:mother|mutter|mere|madre|moeder|matka|mae)(?: s details)?$")
_AT_BIRTH = Pattern(
    r"^(?:birth (?:sur)?name|(?:sur)?name at birth|maiden name|geburtsname|madchenname|"
    r"nom de (?:naissance|jeune fille)|apellidos? de (?:solter[ao]|nacimiento)|cognome (?:da nubile|di nascita)|"
    r"(?:geboorte|meisjes)naam|nazwisko (?:rodowe|panienskie)|(?:nome|apelido) de solteira)$")
_RENEWED = Pattern(rf"(?:{RENEWED})")
_PAPERS = tuple((Pattern(pattern), kind) for pattern, kind in (
    (papers.PASSPORT, "passport-number"), (papers.LICENCE, "driving-licence-number"),
    (papers.ID_CARD + r"|carte nationale d identite|\bcni\b|national id(?:entity)? card|dni\b|dowod\w* osobist",
     "id-card-number")))


def _of_titled_paper(words: Words) -> FactKind | None:
    """The number of "the document", where the nearest title that names papers names just one."""
    if not _RENEWED.fullmatch(words.core):
        return None
    for text in (words.legend, words.heading, *words.outer, words.page):
        named = [kind for pattern, kind in _PAPERS if text and pattern.search(text)]
        if named:
            return FactKind(named[0]) if len(named) == 1 else None
    return None


def kind_in_section(words: Words) -> FactKind | None:
    """The kind that a bare label has under its group's or section's words; None where the label stands for itself."""
    label = words.core
    if not label or len(label.split()) > 6:
        return None
    if _AT_BIRTH.search(label) and any(map(_MOTHER.search, (words.legend, words.heading))):
        return FactKind("mothers-maiden-name")
    paper = _of_titled_paper(words)
    if paper is not None:
        return paper
    for text in (words.legend, "" if words.titled else words.heading):
        if not text or len(text.split()) > 8 or text == words.said:
            continue
        for section, labels in _TABLE:
            if section.search(text):
                for pattern, kind in labels:
                    if kind.endswith("-expiry") and _OTHER_PAPER.search(label):
                        continue
                    if _LABELS[pattern].search(label):
                        return FactKind(kind)
    return None
