"""Puts the person's values where the model named them, and says truly where each comes from. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from agent.browser.page import Control
from agent.intake.selections import not_wanted, to_be_ticked
from agent.intake.written_dates import read_date
from agent.planner.autofill.choose import choose
from agent.planner.autofill.date_masks import mask_of
from agent.planner.autofill.fit import allowed, fits
from agent.planner.autofill.preferred import preferred, spoken_of
from agent.planner.autofill.ticks import BY_RULE
from agent.planner.autofill.words import fold
from agent.planner.claude.facts import Known, answer_name
from agent.protocol import FactKind, Given, Source, SourceKind
from agent.protocol.pieces import pieces_of

PLACEHOLDER = re.compile(r"\{\{ ?(fact|task|answer):([^{}#]{1,200})(?:#(day|month|year))? ?\}\}")
_TASK_VALUE = FactKind("task-value")
GUESSED = Source(SourceKind.GUESSED)


class DoesNotGo(Exception):
    """Why a text can't be put there, in words for the model."""


@dataclass(frozen=True, slots=True)
class _Value:
    kind: FactKind
    value: str
    source: Source
    part: str


def to_type(text: str, control: Control, known: Known, region: str) -> Given:
    """What a text means for a control that is typed into.

    Raises:
        DoesNotGo: an unknown name, or a value that the control does not take.
    """
    found = list(PLACEHOLDER.finditer(text))
    if len(found) == 1 and found[0][0] == text.strip():
        one = _value_of(found[0], known)
        return Given(_written(one, control, region), one.source)
    values = [_value_of(each, known) for each in found]
    filled, rest, at = "", "", 0
    for match, one in zip(found, values, strict=True):
        filled += text[at:match.start()] + _written(one, None, region)
        rest += text[at:match.start()]
        at = match.end()
    filled, rest = filled + text[at:], rest + text[at:]
    if "{{" in rest or "}}" in rest:
        raise DoesNotGo("there is no such {{name}}; use those of the list, or ask")
    if not allowed(control, filled):
        raise DoesNotGo(f"this field does not take that{_limits(control)}")
    if values and not re.search(r"\w", rest) and all(one.source.kind is SourceKind.PROFILE for one in values):
        return Given(filled, values[0].source)
    return Given(filled, _source_of_words(filled, known) if not values else GUESSED)


def to_choose_several(text: str, control: Control, known: Known, region: str) -> list[tuple[int, Given]]:
    """The options that a text means where several may be chosen, divided as in an answer of several pieces.

    Raises:
        DoesNotGo: as `to_choose`; all of them or none.
    """
    labels = [each.label for each in control.options]
    match = PLACEHOLDER.fullmatch(text.strip())
    if match is None:
        return [to_choose(each, control, known, region) for each in pieces_of(text, labels)] or [
            to_choose(text, control, known, region)]
    one = _value_of(match, known)
    pieces = pieces_of(one.value, labels)
    if len(pieces) < 2:
        return [to_choose(text, control, known, region)]
    found = [next((at for at, label in enumerate(labels) if fold(label) == fold(each)), None) for each in pieces]
    if None in found:
        raise DoesNotGo("not all of that are options here; choose by their numbers, or ask")
    return [(at, Given(labels[at], one.source)) for at in found if at is not None]


def to_choose(text: str, control: Control, known: Known, region: str) -> tuple[int, Given]:
    """Which option a text means, by its number (from 1), its words, or the value behind a name.

    Raises:
        DoesNotGo: none, or more than one.
    """
    options = control.options
    match = PLACEHOLDER.fullmatch(text.strip())
    if match is not None:
        one = _value_of(match, known)
        index = _meant(control, one, region)
        if index is None:
            raise DoesNotGo("no option means that value; choose one by its number, or ask")
        return index, Given(options[index].label, one.source)
    same = [at for at, each in enumerate(options) if fold(text) in (fold(each.label), fold(each.value)) and fold(text)]
    if not same and text.strip().isdecimal() and 1 <= int(text) <= len(options):
        same = [int(text) - 1]
    if len(same) != 1:
        raise DoesNotGo(f"{'no' if not same else 'more than one'} option is called that; use its number")
    if options[same[0]].disabled:
        raise DoesNotGo("that option can't be chosen")
    return same[0], Given(options[same[0]].label, _source_of_option(control, same[0], known))


def _value_of(match: re.Match[str], known: Known) -> _Value:
    where, name, part = match[1], match[2].strip(), match[3] or ""
    if where == "fact" and (value := known.facts.get(FactKind(name))):
        return _Value(FactKind(name), value, Source(SourceKind.PROFILE, known.base[FactKind(name)]), part)
    if where == "task" and (value := known.stated.get(name)):
        return _Value(_TASK_VALUE, value, Source(SourceKind.TASK, "" if name.isdecimal() else name), part)
    if where == "answer":
        key = next((each for each in known.answers if answer_name(each) == name), None)
        if key is not None:
            return _Value(_TASK_VALUE, known.answers[key], Source(SourceKind.ANSWER, key), part)
    raise DoesNotGo(f"there is no {{{{{where}:{name[:60]}}}}}; use the names of the list, or ask")


def _written(one: _Value, control: Control | None, region: str) -> str:
    if control is None:
        return one.value.replace("\n", ", ")
    value = one.value
    wants_date = one.part or control.type == "date" or mask_of(control)
    if one.kind == _TASK_VALUE and wants_date and isinstance(day := read_date(value, region), date):
        value = day.isoformat()  # what is no ISO date would be typed as the person wrote it, and misread
    texts = fits(control, one.kind, value, region, one.part)
    if not texts:
        raise DoesNotGo(f"this field does not take that value{_limits(control)}")
    return texts[0]


def _meant(control: Control, one: _Value, region: str) -> int | None:
    index = choose(control, one.kind, one.value, region, one.part)
    if index is None:
        index = next((at for at, each in enumerate(control.options) if fold(each.label) == fold(one.value)), None)
    return index


def _limits(control: Control) -> str:
    says = [f"at most {control.maxlength} characters" if control.maxlength >= 0 else "",
            f"pattern {control.pattern[:80]}" if control.pattern else "",
            f"from {control.min}" if control.min else "", f"up to {control.max}" if control.max else ""]
    words = ", ".join(each for each in says if each)
    return f" ({words})" if words else ""


def _source_of_words(text: str, known: Known) -> Source:
    """The task, where these very words stand in it; otherwise the model made them up."""
    words = " ".join(text.split())
    stands = bool(words) and any(_stands_in(words, said) for said in known.texts)
    return Source(SourceKind.TASK) if stands else GUESSED


def _stands_in(words: str, said: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", " ".join(said.split())) is not None


def _source_of_option(control: Control, index: int, known: Known) -> Source:
    label = control.options[index].label
    for text in known.texts:
        wish = preferred(control, text)
        if (wish is not None and wish.clear and wish.index == index) or (
                wish is None and spoken_of(control, text) == index):
            return Source(SourceKind.TASK, control.label or control.legend)
    key = next((key for key, value in known.answers.items() if fold(value) == fold(label) and fold(label)), None)
    return Source(SourceKind.ANSWER, key) if key is not None else GUESSED


def source_of_tick(key: str, name: str, on: bool, known: Known, *, consent: bool, options: Sequence[str]) -> Source:
    """Where a tick, or its being taken out, comes from: the answer to its own question, the task's words, or nowhere.

    Args:
        key: of the question about the box, or about its group.
        name: the box's own words.
        on: ticked or unticked.
        known: what the person gave.
        consent: it is one, or terms, or a declaration: the task's words don't tick those.
        options: the boxes of its group; none for a lone one.
    """
    answer = known.answers.get(key, "")
    named = {fold(each) for each in pieces_of(answer, options)} if len(options) > 1 else set()
    told = ((fold(name) in named) == on and bool(named & set(map(fold, options))) if len(options) > 1
            else fold(answer) == ("yes" if on else "no"))
    if answer and told:
        return Source(SourceKind.ANSWER, key)
    if any(to_be_ticked(name, text) if on else not_wanted(name, text) for text in known.texts) and not (on and consent):
        return Source(SourceKind.TASK, name)
    return BY_RULE if consent and not on else GUESSED
