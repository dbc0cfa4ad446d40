"""Says what each value of a task's text is: which kind of fact, whose, and for a date whether something starts or ends.

The words before a value are read by the same rules as a control's label, so that ``Kundennummer 12-3456`` answers
"Customer number". Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from agent.intake.concepts import SYNONYMS
from agent.intake.finders import Hint
from agent.intake.letters import own_words
from agent.intake.task_values import TaskValue, values_in
from agent.planner.autofill.earlier_address import previous_kind
from agent.planner.autofill.option_sets import month_names
from agent.planner.autofill.recognition import Subject, is_filled
from agent.planner.autofill.relations import named_people, whose
from agent.planner.autofill.rules import kind_of
from agent.planner.autofill.told_address import addresses_in
from agent.planner.autofill.words import core, fold, word_set
from agent.profile.errors import ProfileError
from agent.profile.kinds import KINDS
from agent.profile.values import normalise
from agent.protocol import FactKind
from agent.protocol.pattern import Pattern


class Role(StrEnum):
    """What a date says: since when, until when, when somebody was born."""

    START = "start"
    END = "end"
    BIRTH = "birth"
    NONE = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """One value with what it is. ``kind`` is None for what only the task knows; ``new``: called the new one."""

    value: TaskValue
    kind: FactKind | None = None
    subject: Subject = Subject.SELF
    role: Role = Role.NONE
    new: bool = False
    letter: bool = False


_START = Pattern(
    r"(?:\b(?:from|starting(?: on)?|starts?(?: on)?|as (?:of|from)|beginning(?: on)?|effective(?: from)?|since|with "
    r"effect from|"
    r"ab(?: dem| sofort)?|vom|seit(?: dem)?|beginnend am|a partir d[ueao](?:l)?|a compter du|des le|depuis(?: le)?|"
    r"desde(?: el| o)?|"
    r"a contar d[eo]|dal(?: giorno)?|a partire dal?|a decorrere dal|vanaf|met ingang van|per|od(?: dnia)?|poczawszy od|"
    r"a partir de)) ?$")
_END = Pattern(
    r"(?:\b(?:until|till|by|to|through|ending(?: on)?|ends?(?: on)?|no later than|bis(?: zum| zu)?|spatestens(?: am| "
    r"zum| bis)?|"
    r"zum|jusqu(?: ?au| a)|au plus tard le|avant(?: le| la)?|hasta(?: el)?|antes de(?:l)?|fino al?|entro(?: il| la)?|"
    r"al|"
    r"tot(?: en met)?|uiterlijk|voor|do(?: dnia)?|przed|ate(?: ao)?)) ?(?:the |le |la |el |il |o |het )?$")
_BORN = Pattern(
    r"(?:\b(?:born|date of birth|birthday|dob|geboren|geb|geburtsdatum|nee?|naissance|nacid[oa]|nacimiento|nat[oa]|"
    r"nascita|"
    r"geboortedatum|urodzon[aey]|ur|urodzenia|nascid[oa]|nascimento))(?: (?:on|is|am|ist|le|est|el|es|il|e|op|dnia|em|"
    r"a))*(?: the)?$")
_CONNECTORS = Pattern(r"(?:\s*(?:[:=#,(–-]|\b(?:is|are|was|ist|lautet|est|es|è|jest|é|to|of|von|the|now|jetzt|"
                        r"new)\b|\b(?:no|nr)\.))+\s*$",
                      re.IGNORECASE)
_NOUN_FORMS = ("{} number", "{} nr", "{}nummer", "numero de {}", "numero del {}", "numer {}")
_PERSONAL = frozenset({"identity", "contact", "address", "birth", "documents", "bank", "health", "education", "work"})
"""Groups of kinds that are somebody's own: one person's never answers for another."""

_COUNTS = {"adults": FactKind("number-of-adults"), "children": FactKind("number-of-children")}
_LOOKS = {Hint.EMAIL: FactKind("email"), Hint.PHONE: FactKind("tel"), Hint.IBAN: FactKind("iban"),
          Hint.POSTCODE: FactKind("postal-code"), Hint.PLATE: FactKind("vehicle-registration")}
_CLAUSE = Pattern(r"[,;.!?\n]\s")
_WORDS_BEFORE = 5


def is_personal(kind: str | None) -> bool:
    """Whether a kind is somebody's own, such as a name or a number of a document."""
    found = KINDS.get(FactKind(kind)) if kind else None
    return found is not None and found.group in _PERSONAL


def claims_in(text: str, region: str, today: date) -> tuple[Claim, ...]:
    """All values of a text with what they are.

    Args:
        text: the task's words, or a note.
        region: the person's, ISO alpha-2: how they write dates and numbers.
        today: from which ``1 March`` is counted.
    """
    own, letter = own_words(text)
    found = [*_own(own, region, today), *_from_letter(letter, region, today)]
    return tuple(dict.fromkeys(found))


def _own(text: str, region: str, today: date) -> Iterator[Claim]:
    told = addresses_in(text)
    for start, end, new, parts in told:
        who = whose(text, start, end)
        for kind, part in parts:
            yield Claim(TaskValue(part, (), "address", Hint.TEXT, own=True), kind, who, new=new)
    for who, name in named_people(text):
        yield from _name(who, name)
    for value in values_in(text, region, today):
        if not any(start <= value.start < end for start, end, _, _ in told):
            yield _claim(text, value, region)


def _from_letter(text: str, region: str, today: date) -> Iterator[Claim]:
    """What somebody else wrote: only what stands behind a label, and nothing that is a person's own."""
    for value in values_in(text, region, today) if text else ():
        if value.label and fold(value.label) not in _HEADERS:
            claim = _claim(text, value, region)
            if not is_personal(claim.kind) and value.kind_hint not in _LOOKS:
                yield Claim(claim.value, claim.kind, Subject.SELF, claim.role, letter=True)


_HEADERS = word_set(
    "from to cc sent date subject von an gesendet datum betreff de a envoye objet enviado para asunto da inviato "
    "oggetto van aan verzonden onderwerp od do wyslano temat assunto fecha data"
)


def _name(who: Subject, name: str) -> Iterator[Claim]:
    words = name.split()
    if any(kind_of(fold(word)) or fold(word) in SYNONYMS or fold(word) in month_names() for word in words):
        return
    pieces = [("given-name", words[0])]
    if len(words) > 1:
        pieces += [("family-name", words[-1]), ("name", name)]
    if len(words) > 2:
        pieces.append(("additional-name", " ".join(words[1:-1])))
    for kind, text in pieces:
        yield Claim(TaskValue(text, (), "name", Hint.TEXT, own=True), FactKind(kind), who)


def _claim(text: str, value: TaskValue, region: str) -> Claim:
    before = text[max(0, value.start - 120):value.start]
    who = Subject.SELF if value.own else whose(text, value.start, value.end)
    if value.kind_hint is Hint.DATE:
        role = _role(value, before)
        kind = FactKind("bday") if role is Role.BIRTH else _checked(_named(value, before), value, region)
        return Claim(value, kind, who, role)
    kind = _COUNTS.get(value.label) or _checked(_named(value, before), value, region)
    look = _LOOKS.get(value.kind_hint)
    if look is not None and kind is None:
        kind = look if value.own or value.label or value.kind_hint is Hint.PLATE else None
    return Claim(value, kind, who)


def _role(value: TaskValue, before: str) -> Role:
    lead = fold(before)
    for role, pattern in ((Role.BIRTH, _BORN), (Role.START, _START), (Role.END, _END)):
        if pattern.search(lead) or (value.label and pattern.search(fold(value.label))):
            return role
    said = fold(value.label)
    return role_of_label(said) if said else Role.NONE


_START_LABEL = Pattern(
    r"\b(?:start\w*|begin\w*|commence\w*|from|effective|first day|anfang|ab wann|ab|einzug\w*|move ?in|moving in|debut|"
    r"a partir d\w+|prise d effet|entree|inicio|desde|comienzo|inizio|decorrenza|dal|ingang\w*|aanvang\w*|vanaf|"
    r"poczat\w*|"
    r"rozpocz\w*|od kiedy|od|comeco|entrada)\b|beginn?$")
_END_LABEL = Pattern(
    r"\b(?:end|ending|until|till|to|finish\w*|last day|expir\w*|bis|ende|enddatum|auszug\w*|move ?out|moving out|fin|"
    r"jusqu\w*|"
    r"sortie|hasta|fine|fino|al|scadenza|einde|einddatum|tot|koniec|zakoncz\w*|do kiedy|do|termino|fim|ate|saida)\b|"
    r"ende$")
_CANCEL = Pattern(r"cancel|terminat|kundig|resili|\bbaja\b|disdetta|opzeg|wypowiedz|rescis|close|leav")


def role_of_label(said: str) -> Role:
    """What a folded label asks of a date; a label that says both, or neither, asks for nothing certain."""
    start, end = _START_LABEL.search(said), _END_LABEL.search(said)
    if bool(start) == bool(end):
        return Role.NONE
    return Role.START if start else Role.END


def is_cancelling(said: str) -> bool:
    """Whether folded words speak of cancelling something: its date is one on which something ends."""
    return _CANCEL.search(said) is not None


def _named(value: TaskValue, before: str) -> FactKind | None:
    """The kind that the words before a value name: its label, or the nearest words that are one."""
    if value.label:
        said = fold(value.label)
        return previous_kind(kind_of(core(said)) or kind_of(said), said)
    lead = _CONNECTORS.sub("", before)
    words = _CLAUSE.split(lead)[-1].split()[-_WORDS_BEFORE:]
    for count in range(1, len(words) + 1):
        phrase = fold(" ".join(words[-count:]))
        kind = kind_of(phrase)
        if kind is not None:
            wider = fold(" ".join(words[-count - 1:]))
            return previous_kind(kind_of(wider) or kind, wider)
    if words and _is_code(value):
        noun = fold(words[-1])
        return next((kind for form in _NOUN_FORMS if len(noun) >= 3 and (kind := kind_of(form.format(noun)))), None)
    return None


def _is_code(value: TaskValue) -> bool:
    return value.kind_hint is Hint.TEXT and len(value.value.split()) <= 3 and any(c.isdigit() for c in value.value)


def _checked(kind: FactKind | None, value: TaskValue, region: str) -> FactKind | None:
    """The kind, if it is one that is ever filled and the value can be of it."""
    if kind is None or not is_filled(kind):
        return None
    wants = {"email": Hint.EMAIL, "tel": Hint.PHONE, "iban": Hint.IBAN}.get(kind)
    if wants is not None and value.kind_hint is not wants:
        return None
    try:
        normalise(kind, value.value, region)
    except ProfileError:
        return None
    return kind
