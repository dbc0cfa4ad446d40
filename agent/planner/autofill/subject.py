"""Whose fact a control asks for: the person's own, a child's, the emergency contact's, an organisation's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from agent.planner.autofill import subject_pairs as pairs
from agent.planner.autofill import subject_phrases as phrases
from agent.planner.autofill import subject_words as who
from agent.planner.autofill import thing_words as things
from agent.planner.autofill.recognition import Subject
from agent.planner.autofill.rules import kind_of, kind_said
from agent.planner.autofill.rules_early import PREVIOUS_DOCTOR
from agent.planner.autofill.words import Words, word_set
from agent.protocol.pattern import Pattern

LONGEST_HEADING = 12
"""Words of a heading or legend that may name a subject; a longer one mentions many people."""

LONGEST_SENTENCE = 28
"""Words of a sentence that may open a part of a form."""


@dataclass(frozen=True, slots=True)
class PageTraits:
    """What the whole form says about roles: a pupil's form is filled by a parent, a gym's by the pupil."""

    has_child: bool
    has_guardian: bool
    has_vehicle: bool = True
    for_another: bool = False    # the person writes on behalf of a patient or client
    takes_over: bool = False     # the person takes a contract over from who held it before
    sells: bool = False          # the form tells of a sale, so the seller fills it in
    has_card: bool = False       # something on the page asks for a payment card


_MINOR = Pattern(r"minor|minderj|mineur|menor|maloletni|niepelnoletni")
_FOR_ANOTHER = Pattern(
    r"relation(?:ship)? to (?:the )?(?:patient|client|resident|person)|verhaltnis zum patienten|lien avec le patient|"
    r"relacion con el paciente|rapporto con il paziente|relatie tot (?:de )?patient|pacjentem|relacao com o paciente|"
    r"(?:relationship to|verhaltnis zu|lien avec|relacion con|rapporto con|relatie (?:tot|met)|"
    r"relacao com) (?:\w+ )?(?:person|"
    r"personne|persona|persoon|pessoa)\b|(?:pokrewienstwo|relacja) z? ?osob"
)
_HELD_BEFORE = Pattern(
    r"(?:titular|titulaire|intestatari[oa]) (?:anterior|precedente?|sortant|saliente|uscente|cessante)|"
    r"(?:ancien|antigu?o|precedente?|vecchio|anterior) (?:titular|titulaire|intestatari)|era l intestatari"
)
_HOLDS_NOW, _HOLDS_TODAY, _GIVER, _LEAVES, _SALE_TOLD, _SELLER, _BUYER, _PORTED, _WITH_THEM, _PLAINTIFF, _SUED = (
    Pattern(pattern) for pattern in (
        pairs.NEW_HOLDER, pairs.HOLDS_TODAY, pairs.GIVER, pairs.LEAVES, pairs.SALE_TOLD, pairs.SELLER, pairs.BUYER,
        pairs.PORTED, pairs.WITH_THEM, pairs.PLAINTIFF, pairs.SUED))
_OF_HEALTH = word_set("allergies medical-conditions dietary-requirements")
_PATIENT = Pattern(r"person with (?:a )?disabilit|mensch\w* mit behinderung|behinderten? person|personne handicapee|"
                   r"personne en situation de handicap|(?:persona|pessoa) con? (?:m )?d(?:is|e)(?:capaci|abili|"
                   r"ficien)\w*|"
                   r"pessoa com deficiencia|persoon met (?:een )?(?:beperking|handicap)|"
                   r"osob\w+ (?:z )?niepelnospraw|"
                   r"\bpatient(?: s|en)?\b|\bpaciente\b|\bpaziente\b|\bpacjent")
_THEIR = Pattern(r"^(?:their|his|her|his her|deren|dessen|leur|leurs|sa|son|hun|ich numer|seu telefone dele)\b")
_COUNTS = Pattern(
    r"number of|how many|anzahl|wie viele|nombre d(?:e|u)? ?(?:enfants|personnes|adultes|parts)|combien|"
    r"numero (?:total )?d[ei] (?:hij|figl|filh|pers|pess|adult|componen|menor|minor|mi?embr|dependen|conviv|habitant|"
    r"morador|ocupan|occupan|crianc|bambin|nin[oa]s|elementos|inquilin)\w*|"
    r"cuant|quanti|quant[oa]s|aantal|hoeveel|liczba|ilosc|\bile\b"
)
_NOT_A_CHILD = Pattern(r"child benefit|child ?care|childminder|kindergarten|kindergeld|child support|child tax")
_CHILDREN = Pattern(r"^(?:\w+ ){0,4}(?:children|kinder|enfants|hijos|figli|kinderen|dzieci|filhos|"
                    r"criancas)(?: \w+){0,3}$")

_ORDER: tuple[tuple[Subject, Pattern], ...] = (
    (Subject.ORGANISATION, Pattern(r"leasemaatschappij|leas(?:e|ing) ?(?:company|gesellschaft|firma)|"
                                   r"societe de (?:leasing|location)")),
    (Subject.EMERGENCY, Pattern(who.EMERGENCY)),
    (Subject.OTHER, Pattern(f"{pairs.REMEMBERED}|{pairs.RECEIVER}|{pairs.FURTHER}|{pairs.DROVE}|{pairs.SUED}")),
    (Subject.SPOUSE, Pattern(f"{who.SPOUSE}|{pairs.BESIDE}")),
    (Subject.LANDLORD, Pattern(who.LANDLORD)),
    (Subject.OTHER, Pattern(who.OTHER)),
    (Subject.EMPLOYER, Pattern(who.EMPLOYER)),
    (Subject.ORGANISATION, Pattern(who.ORGANISATION)),
    (Subject.CHILD, Pattern(who.CHILD)),
)
_CHILD, _STUDENT, _GUARDIAN, _PARENT, _OWN, _ACTION, _LEAD_IN, _ORGANISATION_SECTION = (
    Pattern(pattern)
    for pattern in (
        who.CHILD, who.STUDENT, who.GUARDIAN, who.MOTHER_OR_FATHER, who.OWN, who.ACTION, who.LEAD_IN,
        who.ORGANISATION_SECTION,
    )
)
_IS_YOU, _IF_MINOR, _OF_THAT_PERSON, _FOR_WHOM = (
    Pattern(pattern) for pattern in (phrases.IS_YOU, phrases.IF_MINOR, phrases.OF_THAT_PERSON, phrases.FOR_WHOM)
)
_WRITES_FOR_ANOTHER = Pattern(
    r"(?:complet|fill|ausfull|ausgefull|rempl|rellen|cumpliment|compil|invul|ingevul|wypeln|preench)\w* .*"
    r"(?:on behalf|im namen|au nom d|en nombre d|per conto|a nome d|namens|w imieniu|em nome d)")
_IF_KNOWN = Pattern(
    r" (?:if|falls|wenn|sofern|si|se|als|indien|jesli|jezeli) (?:you|sie|vous|usted|lei|u|je|pani?|voce) (?:are|rent|"
    r"have|own|sind|"
    r"etes|louez|es|alquila|e|affitta|bent|huurt|jest|wynajmuje|for|aluga)\b.*$|"
    r"\b(?:if|as far as) you (?:know|have|remember|can)(?: (?:it|one|this|them))?$|\b(?:falls|wenn|sofern|"
    r"soweit) (?:sie |"
    r"ihnen )?(?:\w+ )?(?:bekannt|kennen|wissen|haben)$|\bsi vous (?:l[ea]? ?)?(?:connaissez|avez|en avez)$|"
    r"\bsi (?:usted )?"
    r"(?:l[oa] )?(?:conoce|sabe|tiene|recuerda)$|\bse (?:l[oa] |ne )?(?:conosc[ei]|sai?|ricorda)$|\b(?:als|indien) u "
    r"(?:(?:het|dit|die|deze) )?(?:weet|kent|heeft)$|\bjesli (?:pani? |go |ja )?(?:zna(?:sz)?|posiada(?:sz)?)$|"
    r"\bse (?:[oa] )?(?:souber|conhecer|tiver)$"
)
"""A condition behind a label speaks to the person without saying that the fact is theirs."""
_OWN_ANIMAL = Pattern(
    r"\b(?:your|ihr\w*|votre|su|uw|tuo) (?:pet|dog|cat|hund|tier|chien|animal|perro|mascota|hond|cane)|"
    r"\btwoj\w* (?:pies|kot|psa|kota|zwierz)|\b(?:seu|sua) (?:cao|cadela|gat[oa]|animal)|\b(?:su|tu) gat[oa]|"
    r"\btu[oa] gatt[oa]"
)
_OWNER_OF_ONE = Pattern(
    r"\bowner|\bkeeper|halter|besitzer|proprietaire|detent|\bmaitre|propietari|\bduen[oa]|proprietari|padron[ea]|"
    r"detentore|"
    r"eigenaar|houder|baasje|wlascicie|opiekun|\bdon[oa]\b|\btutor|detentor")
_PREVIOUS_DOCTOR = Pattern(PREVIOUS_DOCTOR)
_ANIMAL, _EVENT, _OBJECT, _VEHICLE = (
    Pattern(pattern) for pattern in (things.ANIMAL, things.EVENT, things.OBJECT, things.VEHICLE)
)
_NAME_WORDS = Pattern(
    r"\b(?:emergency|ice|notfall|urgence|emergencia|emergenza|nood|spouse|partner|conjoint|conyuge|coniuge|ehegatte|"
    r"ehepartner|malzonek|conjuge|child|pupil|enfant|eleve|hijo|hija|alumno|alumna|figlio|dziecko|filho|landlord|"
    r"vermieter|bailleur|arrendador|locatore|verhuurder|senhorio|employer|arbeitgeber|employeur|empleador|werkgever|"
    r"pracodawca|witness|zeuge|temoin|testigo|testimone|getuige|swiadek|testemunha|referee|deceased|neighbour|"
    r"beneficiary|guardian|parent|nok|kin|co applicant|coapplicant|coborrower|other driver|third party)\b"
)
"""Words of a field's own name that are trusted; short ones such as "kind" mean other things in other languages."""

_PEOPLE = frozenset({Subject.SPOUSE, Subject.CHILD, Subject.EMERGENCY, Subject.LANDLORD, Subject.OTHER})
_ADDRESS_KINDS = word_set(
    "street-address address-line1 address-line2 address-line3 address-level1 address-level2 address-level3 "
    "postal-code country country-name "
    "house-number house-number-suffix street-name flat-number previous-address previous-city previous-postal-code"
)
_PEOPLE_KINDS = word_set(
    "name given-name family-name additional-name nickname bday age sex bday-day bday-month bday-year initials "
    "birth-name language place-of-birth "
    "country-of-birth organization organization-title honorific-prefix url nationality"
)
_VEHICLE_KINDS = word_set("vehicle-make vehicle-model vehicle-colour vehicle-fuel")
_OWN_NAMES = word_set("bank-name gp-name health-insurer school-name university")
"""Organisations whose names are the person's facts; their addresses are not."""

_NEVER_AN_ORGANISATIONS = word_set(
    "household-size number-of-children number-of-adults bday sex marital-status national-id social-security-number "
    "policy-number bank-account-number health-insurance-number university school-name allergies")
"""Kinds that stay the person's under the heading of an organisation: the number of their policy, their household."""

_PARENT_NAMES = word_set("mother-name mothers-maiden-name father-name")
_COMPANY_NAME = Pattern(
    r"^(?:company name|name of (?:the )?(?:company|business|organi[sz]ation|firm)|nombre de la (?:empresa|entidad|"
    r"organizacion)|nome d(?:a|ell|ella|i) (?:empresa|azienda|ditta|entidade|organizacao|ente)|nazwa (?:firmy|"
    r"organizacji|przedsiebiorstwa)|nom de l (?:entreprise|organisme|association)|firmenname|bedrijfsnaam)$"
)

_DIFFERENT = Pattern(r"\b(?:only )?(?:if|falls|wenn|sofern|si|se|jesli|indien|als)(?: \w+){0,2}? (?:different|"
                     r"abweichend|"
                     r"differente?|distint[oa]|diferente|divers[oa]|inn[yae]|anders)\b|\babweichend\w*")
_CARD = Pattern(r"card ?(?:no|num|number|holder)|credit ?card|debit ?card|\bcvv|\bcvc|\bcsc\b|security code|"
                r"\bcc ?num|ccnumber|kreditkart|kartennummer|numero de (?:la |votre )?carte|"
                r"carte (?:bancaire|bleue|de credit)|"
                r"tarjeta de (?:credito|debito)|numero de (?:la )?tarjeta|carta di credito|"
                r"numero della carta|"
                r"kaartnummer|numer karty|karty (?:platnicz|kredyt)|numero do cartao(?! d[eo])|cartao de (?:credito|"
                r"debito)|"
                r"pay(?:ment)? (?:by |details|card)|\bcc exp")
_OWN_ORGANISATIONS = Pattern(
    r"\bgp\b|hausarzt|medecin traitant|medico (?:de cabecera|di base|de familia|curante)|huisarts|lekarz|employer|"
    r"arbeitgeber|health insur|krankenkasse|mutuelle|zorgverzekeraar|\bbank\b|banque|banco|banca\b|kreditinstitut"
)


def traits_of(words: Sequence[Words]) -> PageTraits:
    """Reads the roles off all labels, groups and headings of a page."""
    text = " | ".join({part for one in words for part in (one.said, one.legend, one.heading, *one.outer) if part})
    names = " | ".join(one.attributes for one in words)
    parts = {part for one in words for part in (one.said, one.legend, one.heading, *one.outer) if part}
    # "If you are under age: your guardian" makes no form of a child's.
    children = " | ".join(part for part in parts if not _IF_MINOR.search(part) and not _COUNTS.search(part)
                          and not (_MINOR.search(part) and _GUARDIAN.search(part)))
    return PageTraits(
        has_child=bool(_CHILD.search(children)) or bool(_STUDENT.search(children)),
        has_guardian=bool(_GUARDIAN.search(text)),
        has_vehicle=bool(_VEHICLE.search(text)),
        for_another=bool(_FOR_ANOTHER.search(text)),
        takes_over=bool(_HELD_BEFORE.search(text)) or _by_the_new_holder(words, parts),
        sells=any(map(_SALE_TOLD.search, {words[0].page, *parts} if words else parts)),
        has_card=bool(_CARD.search(text) or _CARD.search(names)),
    )


_HOLDER = Pattern(r"holder|titular|titulaire|intestatari|inhab|vertragspartn|contractant|contracthouder|odbiorc|"
                  r"posiadacz")
_PAYS = Pattern(r"bank|cuenta|conto\b|rekening|konto|compte|conta\b|iban|sepa|pago|pagament|payment|zahlung|"
                r"addebito|domicili|factur|fattur|fatur|rechnung|bill|invoice|contact|kontakt|contatt")


def _by_the_new_holder(words: Sequence[Words], parts: set[str]) -> bool:
    """Whether a form that names a new holder of a contract is theirs, not that of the one who leaves or of a third."""
    if not any(map(_HOLDS_NOW.search, parts)) or any(map(_LEAVES.search, parts)):
        return False
    today = [part for part in parts if _HOLDS_TODAY.search(part)]
    if today:
        return not any(map(_IS_YOU.search, today))
    above = {text for one in words for text in (one.legend, "" if one.titled else one.heading)}
    return not any(_OWN.search(text) and not _HOLDS_NOW.search(text) and not _PAYS.search(text) for text in above)


def about_thing(words: Words, kind: str, traits: PageTraits) -> bool:
    """Whether a kind that people have is here an animal's, an object's or an event's: "dog's date of birth"."""
    around = " | ".join((words.said, words.legend, words.heading, *words.outer))
    if kind in _VEHICLE_KINDS:
        return not traits.has_vehicle or bool(_ANIMAL.search(around) or _OBJECT.search(around))
    if kind not in _PEOPLE_KINDS and kind not in _ADDRESS_KINDS:
        return False
    if kind in _PEOPLE_KINDS and (_OBJECT.search(words.said) or _VEHICLE.search(words.said)):
        return True
    if (kind in _PEOPLE_KINDS and _ANIMAL.search(words.said)) or _EVENT.search(words.said):
        return True
    for text in _sections(words):
        if kind in _PEOPLE_KINDS and _ANIMAL.search(text) and not _OWNER_OF_ONE.search(text):
            return not _OWN.search(text) or bool(_OWN_ANIMAL.search(text))
        if kind in _ADDRESS_KINDS and _EVENT.search(text) and not _ACTION.search(text):
            return not _OWN.search(text)
        if _OWN.search(text):
            return False
    return False


def _sections(words: Words) -> tuple[str, ...]:
    """The texts above a control, innermost first, without the page's own title."""
    heading = () if words.titled else (words.heading,)
    return tuple(text for text in (words.legend, *heading, *words.outer) if text)


def without_person(said: str) -> str:
    """A folded label without the words that say whose it is: ``pupil s name`` becomes ``name``."""
    rest = _THEIR.sub("", said)
    for _, pattern in _ORDER:
        rest = pattern.sub(" ", rest)
    rest = _GUARDIAN.sub(" ", rest)
    return " ".join(
        re.sub(
            r"\b(?:s|contact|person|of|the|de|del|della|dell|du|des|der|die|das|dem|den|van|do|da|dla|di|osob \w+|"
            r"legal|prawny|to|call|a|au|aux|en|avisar|a prevenir|primary|secondary|1|2|l|d|el|la|le|les|il|lo|zu|zum|"
            r"zur|im|in|case|fall|caso|cas|kontakt|kontaktperson|persona|personne|osoba|pessoa|contacto|contatto|"
            r"contato|contactpersoon|benachrichtigen|your|ihr|ihre|ihres|votre|su|uw|first|second)\b",
            " ",
            rest,
        ).split()
    )


def _asks_the_person(words: Words, traits: PageTraits) -> str:
    """Why a label asks for the person's own whatever else it names; empty where it does not."""
    if _COUNTS.search(words.said):
        return "the label asks how many"
    if not traits.has_child and kind_said(words) in _PARENT_NAMES:
        return "the label asks the person for it"
    if _PORTED.search(words.said):
        return "the label asks for the number that the person takes along"
    if _WITH_THEM.search(words.said) and kind_of(words.core) == "customer-number" and (
            _named(words.said, traits) is Subject.ORGANISATION):
        return "the label asks for the person's number with a company"
    return ""


def subject_of(words: Words, traits: PageTraits, before: Subject) -> tuple[Subject, str]:
    """Whose fact, and by which words. ``before``: the subject of the control before, for "their phone"."""
    if _THEIR.match(words.said):
        return before if before in _PEOPLE else Subject.OTHER, "the label says “their”"
    asks = _asks_the_person(words, traits)
    if asks:
        return Subject.SELF, asks
    if before in _PEOPLE and _OF_THAT_PERSON.search(words.said):
        return before, "the label says it is the person's who was named before"
    named = _named(_without_difference(_IF_KNOWN.sub("", words.said)), traits)
    if named is Subject.ORGANISATION and (_COMPANY_NAME.search(words.core) or kind_of(words.core) in _OWN_NAMES):
        named = None
    if named in (Subject.OTHER, Subject.ORGANISATION) and _PREVIOUS_DOCTOR.fullmatch(words.core):
        named = None
    if named is Subject.EMPLOYER:
        whose, why = _above(words, traits)
        return (whose, why) if whose in _PEOPLE else (named, "by the words of its label")
    if named is not None:
        return named, "by the words of its label"
    named = _by_name(words, traits)
    if named is not None:
        return named, "by the name of the field"
    if _OWN.search(_IF_KNOWN.sub("", words.said)):
        return Subject.SELF, "the label says it is the person's own"
    whose, why = _above(words, traits)
    if whose is Subject.EMERGENCY and kind_said(words) in _OF_HEALTH:
        return (Subject.CHILD if traits.has_child else Subject.SELF), "of health, not of whom to call"
    return whose, why


_OTHER_ADDRESS = Pattern(
    r"(?:mailing|postal|correspondence|billing|collection|delivery) address|(?:post|korrespondenz|rechnungs|liefer|"
    r"abhol|zustell)"
    r"(?:adresse|anschrift)|adresse (?:postale|de (?:correspondance|facturation|livraison|contact))|(?:direccion|"
    r"domicilio) "
    r"(?:postal|de (?:correspondencia|facturacion|envio)|para \w+)|indirizzo (?:postale|di (?:corrispondenza|"
    r"fatturazione|"
    r"spedizione)|per \w+)|(?:post|correspondentie|factuur|bezorg)adres|adres (?:do korespondencji|korespondencyjny|"
    r"odbioru|"
    r"dostawy)|(?:morada|endereco) (?:postal|de (?:correspondencia|faturacao|entrega|envio))")


_DIFFERENT_FROM = Pattern(
    rf"(?:{_DIFFERENT.pattern}) (?:from|to|vom|von|de|du|d|del|dal|dalla|dall|da|do|van|niz|od)\b.*$")


def _without_difference(said: str) -> str:
    """A label about the person without "if different": a name at birth differs from their own, not from somebody's."""
    before = _DIFFERENT_FROM.sub("", said)
    own = kind_of(_DIFFERENT.sub("", said)) == "birth-name" or _OWN.search(before) or _OTHER_ADDRESS.search(said)
    return _DIFFERENT.sub("", said) if own else said


def _above(words: Words, traits: PageTraits) -> tuple[Subject, str]:
    """What the sentence, the group and the headings above a control say, from the innermost outwards."""
    if words.opening and len(words.opening.split()) <= LONGEST_SENTENCE:
        named = _opened(words.opening, traits)
        if named is not None:
            return named, "by the sentence above"
    if words.legend:
        named = _section(words.legend, words, traits)
        if named is not None:
            return named, "by the words above its group"
    for place, text in enumerate((words.heading, *words.outer)):
        named = _section(text, words, traits, title=words.titled and not place)
        if named is not None:
            return named, "by the words above its section"
    if words.column > 1:
        return Subject.OTHER, "a further column of people"
    return Subject.SELF, ""


def _by_name(words: Words, traits: PageTraits) -> Subject | None:
    for text in (words.name, words.id):
        if not words.said or _NAME_WORDS.search(text):
            named = _named(text, traits)
            if named is not None and not (named is Subject.CHILD and words.said and "kind" in text.split()):
                return named
    return None


def _named(text: str, traits: PageTraits) -> Subject | None:
    if not text:
        return None
    if _GUARDIAN.search(text) and not traits.has_child and (_IF_MINOR.search(text) or _MINOR.search(text)):
        return Subject.OTHER
    if _GIVER.search(text):
        return _named(_GIVER.sub(" ", text).strip(), traits) or Subject.SELF
    if _other_holder(text, traits):
        return Subject.OTHER
    if _brings_it(text, traits):
        return Subject.SELF
    for subject, pattern in _ORDER:
        if pattern.search(text):
            return _soften(subject, text, traits)
    if _STUDENT.search(text):
        return Subject.CHILD if traits.has_guardian else Subject.SELF
    if _PATIENT.search(text):
        return Subject.OTHER if traits.for_another else Subject.SELF
    if _GUARDIAN.search(text):
        return Subject.SELF if traits.has_child else Subject.OTHER
    if _PARENT.search(text):
        return Subject.OTHER
    return None


def _other_holder(text: str, traits: PageTraits) -> bool:
    """Whether words name the holder of a contract who does not fill in the form."""
    if traits.takes_over:
        return bool(_HOLDS_TODAY.search(text))
    return bool(_HOLDS_NOW.search(text) and _HOLDER.search(text))


def _brings_it(text: str, traits: PageTraits) -> bool:
    """Whether words name who brings the form: the one who tells of a sale, the one who sues."""
    return bool((traits.sells and _SELLER.search(text) and not _BUYER.search(text))
                or (_PLAINTIFF.search(text) and not _SUED.search(text)))


def _soften(subject: Subject, text: str, traits: PageTraits) -> Subject | None:
    """Takes back what only sounds like somebody else: a count of children, the parent of a child."""
    if subject is Subject.OTHER and traits.takes_over and _HOLDS_NOW.search(text):
        return Subject.SELF
    if subject is Subject.CHILD:
        if _NOT_A_CHILD.search(text):
            return Subject.SELF
        if _GUARDIAN.search(text):
            return Subject.SELF if traits.has_child else Subject.OTHER
    return subject


def _opened(sentence: str, traits: PageTraits) -> Subject | None:
    """A sentence names a subject when it asks for that person's details, not when it says what a form is for."""
    if _IS_YOU.search(sentence):
        return Subject.SELF
    if _FOR_WHOM.search(sentence):
        return Subject.OTHER
    if _WRITES_FOR_ANOTHER.search(sentence):
        return None  # the heading says whose: this part is that of whoever fills it in
    if not _LEAD_IN.search(sentence) or _ACTION.search(sentence):
        return None
    named = _named(sentence, traits)
    return named if named in (Subject.EMERGENCY, Subject.OTHER, Subject.LANDLORD, Subject.SPOUSE) else None


def _section(text: str, words: Words, traits: PageTraits, *, title: bool = False) -> Subject | None:
    """What a heading or legend says; None lets the next one outwards decide."""
    if not text or len(text.split()) > LONGEST_HEADING or (title and _ACTION.search(text)):
        return None
    if _IS_YOU.search(text):
        return Subject.SELF
    if _OTHER_ADDRESS.search(text):
        text = _DIFFERENT.sub("", text)
    named = _named(text, traits)
    if named is not None:
        return named
    if _CHILDREN.search(text) and not _NOT_A_CHILD.search(text) and not _COUNTS.search(text):
        return Subject.CHILD
    if _ORGANISATION_SECTION.search(text) and not _OWN_ORGANISATIONS.search(words.said) and (
            kind_of(words.core) not in _NEVER_AN_ORGANISATIONS):
        return Subject.ORGANISATION
    return Subject.SELF if _OWN.search(text) else None
