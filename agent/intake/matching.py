"""Decides which value of a task belongs to a control with a given label, or that none surely does."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from agent.intake.concepts import concepts_of
from agent.intake.finders import Hint
from agent.intake.task_values import TaskValue
from agent.intake.words import plain_words, stem, stems_of


def _stems(words: str) -> frozenset[str]:
    return frozenset(stem(each) for word in words.split() for each in concepts_of(word))


_WANTS: tuple[tuple[frozenset[str], frozenset[Hint]], ...] = (
    (_stems("date expiry dob"), frozenset({Hint.DATE})),
    (_stems("email mail courriel correo posta"), frozenset({Hint.EMAIL})),
    (_stems("postcode zip plz postleitzahl"), frozenset({Hint.POSTCODE, Hint.NUMBER, Hint.TEXT})),
    (_stems("iban"), frozenset({Hint.IBAN})),
    (_stems("telephone phone mobile tel telefon téléphone teléfono telefoon telefono "
            "telemovel"), frozenset({Hint.PHONE})),
    (_stems("time"), frozenset({Hint.TIME})),
    (_stems("amount fee price cost income salary rent premium deposit"),
     frozenset({Hint.AMOUNT, Hint.NUMBER})),
    (_stems("reading"), frozenset({Hint.NUMBER})),
    (_stems("months years weeks days duration length period term how-many quantity copies adults children persons"),
     frozenset({Hint.NUMBER, Hint.TEXT})),
    (_stems("plate registration vrm vrn"),
     frozenset({Hint.PLATE, Hint.TEXT})),
)
"""What a label's word asks for; the first row with a word of the label decides."""

_IMPLIES: dict[Hint, frozenset[str]] = {
    Hint.DATE: _stems("date datum fecha"),
    Hint.EMAIL: _stems("email mail address e"),
    Hint.POSTCODE: _stems("postcode zip plz post code"),
    Hint.IBAN: _stems("iban number"),
    Hint.PHONE: _stems("telephone phone mobile tel number telefon"),
    Hint.TIME: _stems("time"),
    Hint.AMOUNT: _stems("amount"),
    Hint.PLATE: _stems("vehicle car registration number plate reg vrm vrn kennzeichen kenteken matrícula "
                         "licence license"),
}
"""Words of a label that a value answers by its look alone."""

_ONLY_WHERE_WANTED = frozenset({Hint.DATE, Hint.EMAIL, Hint.POSTCODE, Hint.IBAN, Hint.PHONE, Hint.TIME, Hint.AMOUNT,
                                Hint.PLATE})

_SOMEBODYS = frozenset({Hint.EMAIL, Hint.PHONE, Hint.IBAN, Hint.POSTCODE})
"""What may as well be somebody else's: matched only by its label, or when the task calls it the person's own."""

_DATE_PARTS = frozenset({"day", "month", "year"})
"""Labels of the three fields of a date; what a task says of months (``for 12 months``) is no answer to them."""

_PROSE = _stems("message complaint detail description describe happen problem wrong enquiry feedback explain "
                "explanation reason comment issue incident request nachricht beschreibung descripción bericht")
_WHEN = frozenset({"when", "wann", "quand", "cuándo", "cuando", "quando", "wanneer", "kiedy"})
_PROSE_WORDS = 4
"""A text of this many words is prose; a shorter one is a name, a code or a choice."""

_IDENTIFIER = _stems("number no nr id identifier reference ref serial account code nummer numéro número")
_COUNTING = _stems("number many anzahl nombre número")
_LIGHT = _stems("current your new meter kwh m3 unit value latest present today total figure full exact give gb uk "
                "digit number")
_DURATION = _stems("months month years year weeks week long length duration period term dauer")

_CONTRASTS: tuple[tuple[frozenset[str], ...], ...] = (
    (_stems("previous last old former earlier opening before"), _stems("current new present latest closing")),
    (_stems("gas"), _stems("electricity electric power strom"), _stems("water wasser agua"), _stems("heat heating")),
    (_stems("hot warm"), _stems("cold")),
    (_stems("day peak high"), _stems("night offpeak low")),
    (_stems("start begin from first"), _stems("end finish until till expiry expire last before")),
    (_stems("in arrival arrive"), _stems("out departure depart leave")),
    (_stems("minimum min least"), _stems("maximum max most")),
)
_TELLING = _stems("previous last old former earlier opening other additional another second alternative confirm repeat "
                  "partner spouse child emergency landlord mother father maximum minimum estimated expected before")
"""Words that make a label mean something else than its other words say, unless the task has them too."""

_ACCEPTS: dict[str, frozenset[Hint]] = {
    "date": frozenset({Hint.DATE}), "datetime-local": frozenset(), "month": frozenset(), "week": frozenset(),
    "email": frozenset({Hint.EMAIL}), "tel": frozenset({Hint.PHONE}), "time": frozenset({Hint.TIME}),
    "number": frozenset({Hint.NUMBER, Hint.AMOUNT}), "range": frozenset({Hint.NUMBER}), "url": frozenset(),
    "textarea": frozenset({Hint.TEXT}), "password": frozenset(), "file": frozenset(),
}

SURE = 0.15
"""How far the best value's score must lie above the next one's; nearer than that is a tie."""


@dataclass(frozen=True, slots=True)
class _Label:
    words: frozenset[str]
    wants: frozenset[Hint] | None
    identifier: bool
    counts: bool
    prose: bool


def match(label: str | Iterable[str], values: Iterable[TaskValue], control_type: str = "") -> TaskValue | None:
    """The value that belongs to a control, or None where that is not certain.

    Favours None by design: a question costs the person a moment, a wrong value in a form costs more. The caller should
    give a value to one control only: if two controls of a form match the same value, neither is certain.

    Args:
        label: the control's label, as text or as its words.
        values: what ``values_in`` read from the task.
        control_type: the HTML type (``date``, ``number``, ``textarea`` …); empty when it doesn't matter.
    """
    asked = _label(label if isinstance(label, str) else " ".join(label))
    accepts = _ACCEPTS.get(control_type.casefold())
    scored: list[tuple[float, TaskValue]] = []
    for value in values:
        if accepts is None or value.kind_hint in accepts:
            score = _score(asked, value)
            if score > 0:
                scored.append((score, value))
    if not scored:
        return None
    scored.sort(key=lambda pair: -pair[0])
    best_score, best = scored[0]
    rivals = [score for score, value in scored[1:] if value.value != best.value]
    return None if rivals and best_score - rivals[0] < SURE else best


def contradicts(label: str, value: TaskValue) -> bool:
    """Whether a label and a value speak of different things: the previous reading and the new one, start and end."""
    return _contradicts(_label(label).words, stems_of(value.label) or stems_of(value.near), stems_of(value.context))


def _label(text: str) -> _Label:
    spoken = " ".join(plain_words(text))
    words = set(stems_of(text))
    counts = spoken.startswith(("number of", "total number of", "how many", "anzahl", "nombre de", "número de"))
    if spoken.split(" ", 1)[0] in _WHEN:
        words.add(stem("date"))
    if words <= _DATE_PARTS and not re.search(r"days|months|years", spoken):
        words = set()
    wants = next((kinds for triggers, kinds in _WANTS if words & triggers), None)
    identifier = bool(words & _IDENTIFIER) and not counts
    if counts:
        wants = frozenset({Hint.NUMBER})
        words -= _COUNTING
    return _Label(frozenset(words), wants, identifier, counts, bool(words & _PROSE))


def _score(asked: _Label, value: TaskValue) -> float:
    """0 for no match, up to 1 for a label that is the value's own."""
    said = stems_of(value.label) or stems_of(value.near)
    if asked.counts:
        said -= _COUNTING
    if asked.wants is not None and value.kind_hint not in asked.wants:
        return 0.0
    if not asked.words or _contradicts(asked.words, said, stems_of(value.context)):
        return 0.0
    if value.label and stems_of(value.label) == asked.words:
        return 1.0
    if _is_prose(value):
        return _prose_score(asked, said)
    if value.kind_hint in _ONLY_WHERE_WANTED and asked.wants is None and not value.label:
        return 0.0
    if not _identifiers_agree(asked, value, said):
        return 0.0
    return _overlap(asked, value, said)


def _overlap(asked: _Label, value: TaskValue, said: frozenset[str]) -> float:
    spoken = {word for word in asked.words if _is_among(word, said)}
    implied = (asked.words & _IMPLIES.get(value.kind_hint, frozenset())) - spoken
    missing = asked.words - spoken - implied - _LIGHT
    neutral = {word for word in missing if _is_among(word, stems_of(value.context))}
    missing -= neutral
    certain = spoken - _LIGHT
    if not certain and not implied:
        return 0.0
    if len(missing) > 1 or (missing and (len(spoken) < 2 or not certain)):
        return 0.0
    if value.kind_hint in _SOMEBODYS and not value.own and not value.label:
        return 0.0
    if value.label and not certain:
        return 0.0
    score = 0.6 + 0.1 * min(len(spoken), 3) - 0.2 * len(missing) - 0.05 * len(neutral)
    return min(score + (0.1 if value.label else 0.0), 0.95)


def _prose_score(asked: _Label, said: frozenset[str]) -> float:
    if asked.wants is not None or asked.identifier or asked.counts:
        return 0.0
    spoken = {word for word in asked.words if _is_among(word, said)}
    missing = asked.words - spoken - _PROSE - _LIGHT
    if missing:
        # "Reason" answers "Reason for the move": all that its own label says stands in the control's label.
        return 0.6 if asked.prose and said and said <= asked.words and said & _PROSE else 0.0
    return 0.8 if spoken else 0.7 if asked.prose else 0.0


def _is_prose(value: TaskValue) -> bool:
    return value.kind_hint is Hint.TEXT and len(value.value.split()) >= _PROSE_WORDS


def _identifiers_agree(asked: _Label, value: TaskValue, said: frozenset[str]) -> bool:
    """A meter's number is not its reading: either both the label and the task call it a number, or neither does."""
    if value.kind_hint in _IMPLIES:
        return True
    if asked.identifier and value.kind_hint is Hint.TEXT and value.near and _is_code(value.value):
        return stem(value.near[-1]) in asked.words or bool(said & _IDENTIFIER)  # "invoice INV-118"
    return asked.identifier == bool(said & _IDENTIFIER)


def _is_code(text: str) -> bool:
    return len(text.split()) <= 3 and any(c.isdigit() for c in text) and any(not c.isdigit() for c in text)


def _contradicts(asked: frozenset[str], said: frozenset[str], context: frozenset[str]) -> bool:
    around = said | context
    if any(word not in around for word in asked & _TELLING) or any(word not in asked for word in said & _TELLING):
        return True
    return any(asked & side and not said & side and any(said & other for other in sides if other is not side)
               for sides in _CONTRASTS for side in sides)


def _is_among(word: str, words: frozenset[str]) -> bool:
    """Whether a word is among others: the same, both about duration, or one slip of the pen apart in a long word."""
    if word in words or (word in _DURATION and words & _DURATION):
        return True
    longer = [other for other in words if len(other) >= 7] if len(word) >= 7 else []
    if not longer:
        return False
    from rapidfuzz.distance import Levenshtein

    return any(Levenshtein.distance(word, other) <= 1 for other in longer)
