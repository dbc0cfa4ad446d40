"""Whose fact a control asks for: the person's own, a child's, the emergency contact's, an organisation's."""

from __future__ import annotations

import re
from dataclasses import dataclass

from agent.planner.autofill.recognition import Subject
from agent.planner.autofill.words import Words


@dataclass(frozen=True, slots=True)
class PageTraits:
    """What the whole form says about roles: a pupil's form is filled by a parent, a gym's by the pupil."""

    has_child: bool
    has_guardian: bool


_EMERGENCY = (
    r"emergenc\w*|\bice (?:contact|phone|name|tel|number)|notfall|urgence|en caso de (?:accidente|"
    r"emergencia)|next of kin|naechste angehorige|"
    r"noodgeval|noodcontact|nagly\w* wypad|contacto de seguranca|if we can t reach|"
    r"unable to reach you|prevenir en cas|personne a prevenir|alternative contact"
)
_SPOUSE = (
    r"spouse|\bpartner(?: s)?(?! organi)\b|husband|\bwife\b|co ?(?:borrower|applicant|signer)|"
    r"joint applicant|(?:second|other) (?:applicant|adult|parent)|applicant (?:2|two)|ehe(?:gatte|"
    r"partner|frau|mann)|lebenspartner|"
    r"conjoint|epou(?:x|se)\b|conyuge|\bpareja\b|coniuge|echtgeno|partnera|malzon|wspolmalzon|conjuge|"
    r"companheiro"
)
_CHILD = (
    r"\bchild\b|\bchild s\b|\bchildren s\b|\bpupil(?: s)?\b|\b(?:son|daughter)\b|\bkind(?:es|s)?\b(?! of)|"
    r"schuler|tochter\b|\bsohn|\benfant\b|\beleve\b|\bhij[oa]\b|\bmenor\b|\balumn[oa]\b|\bfigli[oa]\b|"
    r"\bminore\b|\bbambin|"
    r"\bdzieck|\bucz(?:nia|en)\b|\bfilh[oa]\b|\bcrianca\b|\bleerling\b|\bdependant\b|\bdependent\b"
)
_STUDENT = r"\bstudent(?: s)?\b|\balun[oa]\b"
_LANDLORD = (
    r"landlord|letting agent|vermieter|wohnungsgeber|\bbailleur|proprietaire du logement|arrendador|"
    r"\bcasero\b|locatore|proprietario di casa|verhuurder|wynajmujac|senhorio|property owner s|"
    r"managing agent"
)
_EMPLOYER = (
    r"\bemployer|arbeitgeber|employeur|\bempleador|datore di lavoro|werkgever|pracodawc|empregador|"
    r"line manager|supervisor|hr contact"
)
_GUARDIAN = (
    r"\bguardian|opiekun|erziehungsberechtigt|sorgeberechtigt|representant legal|tutor legal|tutore|"
    r"genitore|\bvoogd|responsavel legal|encarregado|\bparent\b|\bcarer\b|\bmother\b|\bfather\b|\beltern"
)
_OTHER = (
    r"passenger (?:[2-9]|two|three)|(?:traveller|traveler|guest|person|adult|attendee|applicant|"
    r"participant|member|driver) (?:[2-9]|two|three)\b|(?:second|third|additional|named|other) (?:driver|"
    r"passenger|traveller|guest|person|tenant|occupant)|"
    r"deceased|person who (?:has )?died|who died|verstorben|\bdefunt|fallecid|defunto|overleden|zmarl|falecid|"
    r"neighbour|nachbar|voisin|vecino|vicino|buren|sasiad|vizinho|third party|tiers\b|\btercero|\bterzo\b|"
    r"tegenpartij|person responsible|other (?:driver|party|person)|unfallgegner|"
    r"\bwitness|zeuge|temoin|testigo|testimone|getuige|swiadk|testemunha|\breferees?\b|"
    r"\breference (?:name|phone|email|contact|1|2)|referral name|referrer|\bspeaker\b|"
    r"physician|\bsurgeon|\bdoctor(?: s)? (?:name|phone|tel|address)|\bdentist|veterinar(?:y|ian)|"
    r"previous vet|recipient(?! of)|gift (?:recipient|to)|\bfriend(?: s)?\b|beneficiar|executor|solicitor|"
    r"lawyer|attorney|accountant|"
    r"bevollmachtigt|mandataire|someone else|on behalf of|person you(?: a)?re|\bowner(?: s)? (?:name|"
    r"address) if|previous owner|seller|\bbuyer\b|contact person at|where the|"
    r"responsible (?:person|party)|hebamme|translator|interpreter|tutor\b|\bhost(?: s)?\b|"
    r"previous (?:tenant|occupant)|vormieter|nachmieter|co tenant|flatmate|lodger|"
    r"mitbewohner|bezugsperson|nominee|donor honou?ree|in (?:memory|honou?r) of"
)
_ORGANISATION = (
    r"\b(?:company|business|organi[sz]ation|firm|firmen|unternehmens|school|club|charity|supplier|"
    r"provider|insurer|insurance company|bank|university|landlord|agency|dealer(?:ship)?|garage|"
    r"surgery|practice|hospital|clinic|association)"
    r"(?: s)? (?:phone|tel|telephone|e ?mail|address|postcode|post code|zip|city|town|street|"
    r"website|contact|country|state|registration|location|fax|postal)|leasemaatschappij|"
    r"leasing company|lease company|finance company|"
    r"(?:address|phone|telephone|postcode|e ?mail) of (?:the |your )?(?:company|business|school|"
    r"organi[sz]ation|bank|insurer|supplier|garage|gp|doctor|surgery|hospital|venue|event)|"
    r"venue|previous supplier|current supplier|vorversorger|bisheriger anbieter|neuer anbieter|"
    r"stromanbieter|veranstaltungsort"
)
_THING = (
    r"\b(?:pet|dog|cat|animal|horse|puppy|kitten)(?: s)?\b|\bhund(?:es)?\b|haustier|\btier(?:es)?\b|"
    r"\bkatze|\bchien\b|\bchat\b|\bperro|\bmascota|\bgato\b|\bcane\b|\banimale\b|\bhond\b|\bhuisdier|"
    r"\bpsa\b|\bkota\b|"
    r"\bcao\b|vehicle|fahrzeug|vehicule|vehiculo|veicolo|voertuig|pojazd|\bcar\b|event|project|procedure|"
    r"course|product|property name|house name$|\bbook\b|\bgroup name|\bfile\b|\bdevice|"
    r"\bprodukt|kurs\b|veranstaltung|incident|accident|schaden|meeting|publication|journal|award|thesis|"
    r"conference|\bitem\b|business plan|domain|campaign|model number|software|database|experiment"
)
_OWN = re.compile(
    r"\byour?\b|\bmy\b|\bihre?\b|\bmeine?\b|\bvotre\b|\bmon\b|\btwoj|\bwe can reach|"
    r"\bto reach you|\bapplicant\b|antragstell|person (?:reporting|completing|filling|making|"
    r"applying)|\baccount holder\b|halter\w*|policy ?holder"
)
_THEIR = re.compile(r"^(?:their|his|her|his her|deren|dessen|leur|sa|son|hun|ich numer|seu telefone dele)\b")

_LABEL_ORDER: tuple[tuple[Subject, re.Pattern[str]], ...] = (
    (
        Subject.ORGANISATION,
        re.compile(
            r"leasemaatschappij|leas(?:e|ing) ?(?:company|gesellschaft|firma)|"
            r"societe de (?:leasing|location)"
        ),
    ),
    (Subject.EMERGENCY, re.compile(_EMERGENCY)),
    (Subject.SPOUSE, re.compile(_SPOUSE)),
    (Subject.LANDLORD, re.compile(_LANDLORD)),
    (Subject.EMPLOYER, re.compile(_EMPLOYER)),
    (Subject.ORGANISATION, re.compile(_ORGANISATION)),
    (Subject.OTHER, re.compile(_OTHER)),
    (Subject.CHILD, re.compile(_CHILD)),
)
_CHILD_RE, _STUDENT_RE, _GUARDIAN_RE, _THING_RE = (re.compile(p) for p in (_CHILD, _STUDENT, _GUARDIAN, _THING))


def traits_of(labels: list[str]) -> PageTraits:
    """Reads the roles off all labels of a page (folded)."""
    text = " | ".join(labels)
    return PageTraits(bool(_CHILD_RE.search(text)), bool(_GUARDIAN_RE.search(text)))


def about_thing(words: Words) -> bool:
    """Whether the label is about a pet, a vehicle, an event: never a person's fact unless the kind says so."""
    return bool(_THING_RE.search(words.said))


def without_person(said: str) -> str:
    """A folded label without the words that say whose it is: ``pupil s name`` becomes ``name``."""
    rest = _THEIR.sub("", said)
    for _, pattern in _LABEL_ORDER:
        rest = pattern.sub(" ", rest)
    rest = _GUARDIAN_RE.sub(" ", rest)
    return " ".join(
        re.sub(
            r"\b(?:s|contact|person|of|the|de|del|della|du|des|der|van|do|da|dla|osob \w+|legal|"
            r"prawny|to|call|a|en|avisar|a prevenir|primary|secondary|1|2)\b",
            " ",
            rest,
        ).split()
    )


def subject_of(words: Words, traits: PageTraits, before: Subject) -> tuple[Subject, str]:
    """Whose fact, and by which words. ``before``: the subject of the control before, for "their phone"."""
    if _THEIR.match(words.said):
        who = before if before not in (Subject.SELF, Subject.NONE, Subject.EMPLOYER) else Subject.OTHER
        return who, "the label says “their”"
    named = _named(words.said, traits)
    if named is not None:
        return named, "by the words of its label"
    if not words.said:
        named = _named(words.name, traits) or _named(words.id, traits)
        if named is not None:
            return named, "by the name of the field"
    if _OWN.search(words.said):
        return Subject.SELF, "the label says it is the person's own"
    for place, text in (("group", words.legend), ("section", words.heading)):
        found = _section(text, traits)
        if found is not None:
            return found, f"by the words above its {place}"
    return Subject.SELF, ""


def _named(text: str, traits: PageTraits) -> Subject | None:
    if not text:
        return None
    if _STUDENT_RE.search(text):
        return Subject.CHILD if traits.has_guardian else Subject.SELF
    for subject, pattern in _LABEL_ORDER:
        if pattern.search(text):
            return _soften(subject, text)
    if _GUARDIAN_RE.search(text):
        return Subject.SELF if traits.has_child else Subject.OTHER
    return None


def _soften(subject: Subject, text: str) -> Subject:
    """Takes back what only sounds like somebody else: a count of children, a tick whether one has a partner."""
    if subject is Subject.CHILD and re.search(
        r"number of|how many|anzahl|nombre d|numero d|aantal|liczba|"
        r"child benefit|kinder\b",
        text,
    ):
        return Subject.SELF
    return subject


def _section(text: str, traits: PageTraits) -> Subject | None:
    """A heading or legend names a subject only when it is short: a long sentence mentions many people."""
    if not text or len(text.split()) > 9:
        return None
    if _OWN.search(text) and not re.search(
        _CHILD + "|" + _SPOUSE + "|" + _EMERGENCY + "|" + _EMPLOYER + "|" + _LANDLORD, text
    ):
        return Subject.SELF
    if re.search(r"consent|trip|school|sign up|register|apply|application|report|anmeld|antrag", text):
        return None
    return _named(text, traits)
