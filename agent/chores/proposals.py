"""What a document proposes for a chore's parameter: values of its form beside its label. Pure; takes nothing.

Favours proposing nothing. A value counts where its own clause names it (``Your reading of 1 November was 48 213``),
where the line before does and its own names nothing (``Reading:`` and ``48 213`` below), or where what follows does
(``48 213 is your reading``). A clause that names something else too (``customer number``, ``estimated``) proposes none.

=========  ==============================  =====================================================================
form       what is looked for              beside the last value
=========  ==============================  =====================================================================
number     numbers; amounts where the      as many digits, or larger by one digit more at most; the last itself
           label asks for money            comes last, and a year only where the last could be one too
date       days with a year                later ones come first
text       what looks like the last:       of the same kind (amount, code, postcode …); without a last, codes
           amount, code, phone …           and numbers
others     of their form
=========  ==============================  =====================================================================

On a photo of a meter nothing names the reading; for that see `photo_numbers`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import islice

from agent.chores.photo_numbers import alone, leaps
from agent.chores.template import Parameter
from agent.intake.concepts import concepts_of
from agent.intake.finders import Hint, Span, looks_like_year, spans
from agent.intake.matching import contradicts
from agent.intake.task_values import TaskValue
from agent.intake.visible_html import CELL
from agent.intake.words import stem, stems_of, words_of

MOST = 5
"""Proposals for one parameter."""
MOST_READ = 300
"""Sentences of one document that are read closely: with a figure, and named by themselves or by the one before."""
MOST_LINES = 20_000
LONGEST_SENTENCE = 600
"""Characters; what is longer is cut, and what is cut off is not read."""
LONGEST_QUOTE = 120
LONGEST_NAME = 60
LONGEST_VALUE = 100


class Near(IntEnum):
    """How a value is named; a smaller one is surer."""

    CLAUSE = 0                   # its own clause says it
    LINE_BEFORE = 1
    AFTER = 2                    # what follows says it
    ALONE = 3                    # nothing does: it stands alone on a photo


@dataclass(frozen=True, slots=True)
class Proposal:
    """A value, and where it stands: ``reading.eml: “Your reading of 1 November was 48 213”``."""

    value: str
    where: str


@dataclass(frozen=True, slots=True)
class Document:
    """A document's shown text under its name; of a photo it is in rows, whose parts are divided as cells are."""

    name: str
    text: str
    photo: bool = False


def _stems(words: str) -> frozenset[str]:
    return frozenset(stem(each) for word in words.split() for each in concepts_of(word))


_MONEY = _stems("amount price fee cost charge total rent premium deposit balance payment sum")
_LIGHT = _stems("current your new meter value latest present today total figure full exact number")
"""Words of a label that alone do not say which value is meant."""
_ELSE = _stems("number no nr id identifier reference ref serial account customer contract invoice code telephone phone "
               "postcode amount price fee cost charge consumption usage used verbrauch difference page tariff deadline "
               "balance average limit")
"""Words that make a clause speak of something else, unless the label has them too."""

_OF_FORM: Mapping[str, frozenset[Hint]] = {
    "number": frozenset({Hint.NUMBER}), "date": frozenset({Hint.DATE}), "time": frozenset({Hint.TIME}),
    "email": frozenset({Hint.EMAIL}), "text": frozenset({Hint.TEXT, Hint.NUMBER, Hint.PLATE, Hint.IBAN}),
}
_NAMED = (("date", _stems("date")), ("number", _stems("reading")))
"""What a parameter that never had an answer is by its name; the first row decides."""
_ASIDE = frozenset({Hint.DATE, Hint.TIME})
"""What may stand between a label and its value: ``reading of 1 November was 48 213``."""
_SENTENCE = re.compile(r"(?<=[^\W\d_][.!?;])\s+|(?<=\d{3}[.!?;])\s+")
_ENDS = re.compile(r"[.!?;]$")
_FIGURE = re.compile(r"\d")


def proposals(parameter: Parameter, documents: Sequence[Document], region: str) -> tuple[Proposal, ...]:
    """What the documents propose for a parameter, the surest first, each value once.

    Args:
        parameter: its label, form and last value.
        documents: what is seen of them; see `agent.intake.shown_text`.
        region: ISO alpha-2: how dates and numbers in figures are read.
    """
    asked = _Asked.of(parameter, region)
    found: list[tuple[tuple[float, ...], Proposal]] = []
    for document in documents:
        name = _cut(" ".join(document.name.split()), LONGEST_NAME)
        every = [(value, (near + 0, 0.0), quote) for value, near, quote in _found(asked, document.text, region)]
        if document.photo and asked.hints >= {Hint.NUMBER}:
            every += [(each.value, (Near.ALONE + each.rank, float(each.value)),
                       each.row.replace(CELL, " ")[:LONGEST_QUOTE])
                      for each in alone(document.text, asked.last, _ELSE - asked.words)]
        for value, rank, quote in every:
            leap = leaps(_number(value) or 0.0, _number(asked.last) or 0.0)
            found.append(((_after_last(asked, value), leap, *rank), Proposal(value, f"{name}: “{quote}”")))
    best: dict[str, Proposal] = {}
    for _, proposal in sorted(found, key=lambda each: each[0]):
        best.setdefault(proposal.value, proposal)
    return tuple(best.values())[:MOST]


@dataclass(frozen=True, slots=True)
class _Asked:
    label: str
    words: frozenset[str]
    core: frozenset[str]
    form: str
    hints: frozenset[Hint]
    last: str

    @classmethod
    def of(cls, parameter: Parameter, region: str) -> _Asked:
        words = stems_of(f"{parameter.label} {parameter.name.replace('_', ' ')}")
        core = words - _LIGHT if words - _LIGHT else words
        form = parameter.form
        if form == "text" and not parameter.last:   # never answered: its name says what it is
            form = next((each for each, said in _NAMED if words & said), form)
        hints = _OF_FORM.get(form, _OF_FORM["text"])
        like = [span.hint for span in spans(parameter.last[:LONGEST_VALUE], region)] if form == "text" else []
        if len(like) == 1:
            hints = frozenset(like)
        if form in ("number", "text") and words & _MONEY:
            hints |= {Hint.AMOUNT}
        return cls(parameter.label, words, core, form, hints, parameter.last.strip())

    def named_in(self, text: str) -> bool:
        """Whether a text says the parameter's name, and nothing that makes it another thing."""
        said = stems_of(text)
        if not said & self.core or said & _ELSE - self.words:
            return False
        return not contradicts(self.label, TaskValue("", words_of(text), "", Hint.NUMBER, words_of(text)))


def _found(asked: _Asked, text: str, region: str) -> Iterator[tuple[str, Near, str]]:
    for before, sentence in islice(_to_read(asked, text), MOST_READ):
        typed = spans(sentence, region)
        for at, span in enumerate(typed):
            value = _value(asked, sentence, span)
            near = _near(asked, before, sentence, typed, at) if value else None
            if near is not None:
                quoted = f"{before} {sentence}" if near is Near.LINE_BEFORE else sentence
                shift = len(quoted) - len(sentence)
                yield value, near, _quote(quoted, span.start + shift, span.end + shift)


def _to_read(asked: _Asked, text: str) -> Iterator[tuple[str, str]]:
    """The sentences worth reading closely, each with the one before it."""
    before = ""
    for line in islice(text.split("\n"), MOST_LINES):
        if not line.strip():
            continue
        for sentence in _SENTENCE.split(line.strip()[:20 * LONGEST_SENTENCE]):
            shown = sentence.strip()[:LONGEST_SENTENCE]
            if (asked.form == "email" or _FIGURE.search(shown)) and (
                    stems_of(shown) & asked.core or (stems_of(before) & asked.core and not _ENDS.search(before))):
                yield before, shown
            before = shown or before


def _near(asked: _Asked, before: str, sentence: str, typed: Sequence[Span], at: int) -> Near | None:
    span = typed[at]
    earlier = next((each for each in reversed(typed[:at]) if each.hint not in _ASIDE), None)
    lead = _without(sentence, earlier.end if earlier else 0, span.start, typed)
    if asked.named_in(lead):
        return Near.CLAUSE
    if words_of(lead):
        return None
    if earlier is None and before and not _ENDS.search(before) and asked.named_in(before) and (
            not _FIGURE.search(before[-12:])):
        return Near.LINE_BEFORE
    later = next((each for each in typed[at + 1:] if each.hint not in _ASIDE), None)
    after = re.split(r"[,|]", _without(sentence, span.end, later.start if later else len(sentence), typed))[0]
    return Near.AFTER if later is None and asked.named_in(after) else None


def _without(sentence: str, start: int, end: int, typed: Sequence[Span]) -> str:
    """A part of a sentence without the dates and times in it."""
    for each in reversed([span for span in typed if start <= span.start and span.end <= end]):
        sentence, end = f"{sentence[:each.start]} {sentence[each.end:]}", end - (each.end - each.start) + 1
    return sentence[start:end]


def _value(asked: _Asked, sentence: str, span: Span) -> str:
    """The value as an answer is kept, or empty where it is none for this parameter."""
    if span.hint not in asked.hints or not span.value or len(span.value) > LONGEST_VALUE or "\n" in span.value:
        return ""
    if asked.form == "number":
        return span.value if span.value.isascii() and _fits_last(span.value, asked.last) else ""
    if span.hint is Hint.NUMBER and looks_like_year(span.value):
        return ""
    return sentence[span.start:span.end].strip() if asked.form == "text" else span.value


def _fits_last(value: str, last: str) -> bool:
    digits, number = _digits(value), _number(value)
    before = _number(last)
    if number is None:
        return False
    if before is None:
        return not looks_like_year(value)
    if looks_like_year(value) and not looks_like_year(last):
        return False
    return digits == _digits(last) or (number > before and digits <= _digits(last) + 1)


def _digits(text: str) -> int:
    whole = re.sub(r"[^\d.]", "", text).partition(".")[0]
    return len(whole.lstrip("0")) or 1


def _figures(text: str) -> str:
    return re.sub(r"\D", "", text) if re.fullmatch(r"[\d .,']+", text) else ""


def _number(text: str) -> float | None:
    try:
        return float(text.replace(" ", ""))
    except ValueError:
        return None


def _after_last(asked: _Asked, value: str) -> int:
    """0 for a value that goes on from the last one, 1 for one before it, 2 for the last itself."""
    if value == asked.last or (_number(value) is not None and _number(value) == _number(asked.last)) or (
            _figures(value) != "" and _figures(value) == _figures(asked.last)):
        return 2
    if not asked.last or asked.form not in ("number", "date"):
        return 0
    if asked.form == "date":
        return 0 if value > asked.last else 1
    return 0 if (_number(value) or 0.0) > (_number(asked.last) or 0.0) else 1


def _quote(text: str, start: int, end: int) -> str:
    """The words around a value; cut marks where there is more."""
    if len(text) <= LONGEST_QUOTE:
        return text.rstrip(" .;")
    first = max(0, min(start - LONGEST_QUOTE // 2, len(text) - LONGEST_QUOTE))
    last = max(end, first + LONGEST_QUOTE)
    return f"{'...' if first else ''}{text[first:last].strip()}{'...' if last < len(text) else ''}"


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"...{text[3 - most:]}"


def to_json(found: Mapping[str, Sequence[Proposal]]) -> dict[str, list[dict[str, str]]]:
    """Proposals by parameter's name as they are stored; those without any are left out."""
    return {name: [{"value": each.value, "where": each.where} for each in every]
            for name, every in found.items() if every}


def from_json(rows: Mapping[str, Sequence[Mapping[str, str]]]) -> dict[str, tuple[Proposal, ...]]:
    """`to_json` read back."""
    return {name: tuple(Proposal(each["value"], each["where"]) for each in every) for name, every in rows.items()}


def joined(newer: Mapping[str, Sequence[Proposal]], older: Mapping[str, Sequence[Proposal]]) -> dict[
        str, tuple[Proposal, ...]]:
    """Proposals of a document beside those of one before it: each value once, the newer first, `MOST` at most."""
    found = {}
    for name in dict.fromkeys((*newer, *older)):
        by_value: dict[str, Proposal] = {}
        for each in (*newer.get(name, ()), *older.get(name, ())):
            by_value.setdefault(each.value, each)
        found[name] = tuple(by_value.values())[:MOST]
    return found
