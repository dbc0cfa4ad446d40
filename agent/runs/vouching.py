"""Checks where a planner says it has a value from: only what the person really gave may be shown as theirs. Pure.

What can't be vouched for is put into the page all the same and shown as a guess, among the first rows of the sheet.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from agent.browser.page import Control, PageMap
from agent.intake.selections import not_wanted, to_be_ticked
from agent.intake.sought import journey_in
from agent.intake.task_values import values_in
from agent.intake.written_dates import read_date
from agent.planner.autofill.choose import choose
from agent.planner.autofill.fit import fits
from agent.planner.autofill.items import is_shown
from agent.planner.autofill.page_language import region_of_page
from agent.planner.autofill.placed import boxes_by_place, option_by_place, words_of_option
from agent.planner.autofill.preferred import preferred, spoken_of
from agent.planner.autofill.recognise import recognise
from agent.planner.autofill.slots import chosen_slot, slots_of
from agent.planner.autofill.ticks import BY_RULE, CONSENTS, says
from agent.planner.autofill.words import fold
from agent.planner.base import AskKind, Attach, Choose, Tick, View
from agent.profile.derived import derive
from agent.profile.errors import ProfileError
from agent.profile.formats import forms_of
from agent.profile.values import normalise
from agent.protocol import FactKind, Given, Source, SourceKind
from agent.protocol.pieces import pieces_of
from agent.review.sameness import same
from agent.runs.acts import Change, control_of

UNVOUCHED = "The planner put this in. Nothing that you gave says so."

GUESS = "A guess of the planner's, in its words"
MOST_WHY = 200
"""Characters of a planner's own reason that are shown."""

AGREEING = (AskKind.DECLARATION, AskKind.CHOICE)
"""Questions whose yes can tick a box. Not those for leave to look something up: their words hold a page's own."""

_WORTH_JOINING = 3
"""Letters from which a fact counts as a piece of a longer text, such as a whole address."""

_PARTS = ("", "day", "month", "year", *(f"{n}/{count}" for count in (2, 3, 4) for n in range(1, count + 1)))
_TASK_VALUE = FactKind("task-value")
_COUNTRY = FactKind("country")


@dataclass(frozen=True, slots=True)
class Persons:
    """All that the person gave, as the planner was shown it. ``prompts``: the questions' words by key.

    ``today``: from which "1 March" in their words is counted.
    """

    view: View
    prompts: Mapping[str, str]
    today: date = field(default_factory=date.today)

    @property
    def texts(self) -> tuple[str, ...]:
        """The task's words and the notes."""
        return self.view.own_words

    def day_of(self, text: str) -> date:
        """The day from which a text counts its days: the task's that on which it was written."""
        return self.view.written or self.today if text == self.view.task_text else self.today


def vouched(change: Change, page: PageMap, persons: Persons) -> Change:
    """The change with a source that is true: the one claimed, or a guess."""
    control = control_of(page, change.ref)
    if control is None:
        return change
    if isinstance(change, Attach):
        names = [file.name for file in persons.view.files if file.path in change.paths]
        return replace(change, given=Given(", ".join(names), Source(SourceKind.DOCUMENT, ", ".join(names))))
    index = _chosen(change, control)
    if index is not None:
        return _option(change, index, control, page, persons)
    if isinstance(change, Tick):
        return _tick(change, control, page, persons)
    given = change.given
    values = list(_values(given.source, control, persons, page))
    told = any(same(value.strip(), given.value) for _, value in values if value.strip()) or any(
        _says(given.value, kind, value, control, persons, page) for kind, value in values)
    return change if told or _written(given, persons) else _guess(change, given.value)


def _chosen(change: Change, control: Control) -> int | None:
    """The option that a change chooses, of a list or among radios and boxes."""
    if isinstance(change, Choose):
        return change.index
    refs = [option.ref for option in control.options] if len(control.options) > 1 else []
    return refs.index(change.ref) if isinstance(change, Tick) and change.on and change.ref in refs else None


def _values(source: Source, control: Control, persons: Persons, page: PageMap) -> Iterator[tuple[FactKind, str]]:
    """The values that stand behind a claimed source, with their kinds."""
    view = persons.view
    if source.kind is SourceKind.PROFILE:
        yield from ((kind, value) for kind, value in view.facts.items() if kind == source.detail)
        yield from ((kind, follows.value) for kind, follows in derive(view.facts).items()
                    if source.detail in (kind, follows.base))
    elif source.kind is SourceKind.TASK:
        region = view.facts.get(_COUNTRY) or region_of_page(page, view.facts)  # as the person writes, not the page
        for text in persons.texts:
            yield from ((_TASK_VALUE, each.value) for each in values_in(text, region, persons.day_of(text)))
            yield from ((_TASK_VALUE, each.value) for each in journey_in(text, region, persons.day_of(text)))
    elif source.kind is SourceKind.ANSWER:
        yield _TASK_VALUE, view.answers.get(source.detail, "")
    elif source.kind is SourceKind.PERSON:
        names = {name for name in (control.name, control.label, control.legend, control.placeholder) if name}
        yield from ((_TASK_VALUE, value) for name, value in view.edits.items()
                    if name in names or (name == source.detail and not control.name))


def _says(text: str, kind: FactKind, value: str, control: Control, persons: Persons, page: PageMap) -> bool:
    """Whether a typed text is that value, in one of the ways in which forms want it."""
    if not value.strip():
        return not text and not value
    if same(value.strip(), text):
        return True
    region = region_of_page(page, persons.view.facts)
    return any(text in forms_of(each, form, region) or any(text in fits(control, each, form, region, part)
                                                           for part in _PARTS)
               for each, form in _meanings(kind, value, region))


_LIKELY = tuple(map(FactKind, ("bday", "tel", "iban", "country", "sort-code")))
"""Kinds as which an answer or a word of the task may be read, and written the way that forms want them."""


def _meanings(kind: FactKind, value: str, region: str) -> list[tuple[FactKind, str]]:
    """A value with its kind, and what it would be as a fact of a kind that it can be read as."""
    found = [(kind, value)]
    for each in _LIKELY if kind == _TASK_VALUE else ():
        if each == "bday":
            day = read_date(value, region)
            found += [(each, day.isoformat())] if isinstance(day, date) else []
            continue
        with contextlib.suppress(ProfileError):
            found.append((each, normalise(each, value, region)))
    return found


def _written(given: Given, persons: Persons) -> bool:
    """Whether a text stands in the task's words, or is put together from whole facts and nothing else."""
    if given.source.kind is SourceKind.TASK:
        text = " ".join(given.value.split())
        return bool(text) and any(re.search(rf"(?<!\w){re.escape(text)}(?!\w)", " ".join(said.split()))
                                  for said in persons.texts)
    named = _rows(persons.view.facts.get(FactKind(given.source.detail), ""))
    if given.source.kind is not SourceKind.PROFILE or not any(row in given.value for row in named):
        return False
    rest = given.value
    for row in sorted({row for value in persons.view.facts.values() for row in _rows(value)}, key=len, reverse=True):
        rest = rest.replace(row, " ")
    return not re.search(r"[^\s,;]", rest)


def _rows(value: str) -> set[str]:
    return {row.strip() for row in value.splitlines() if len(row.strip()) >= _WORTH_JOINING}


def _option(change: Change, index: int, control: Control, page: PageMap, persons: Persons) -> Change:
    option, source, region = control.options[index], change.given.source, region_of_page(page, persons.view.facts)
    slots = slots_of(control, page, region) if control.type in ("radio", "select-one") else []
    slot = next((each for each in slots if each.index == index), None)
    words = slot.says if slot is not None else words_of_option(control, index)
    if source.kind is SourceKind.TASK and any(_mentions(control, index, text, page) for text in persons.texts):
        return replace(change, given=Given(words, source))
    for kind, value in _values(source, control, persons, page):
        pieces = [value, *pieces_of(value, [each.label for each in control.options])] if value.strip() else []
        if any(fold(piece) in (fold(option.label), fold(option.value), fold(words)) for piece in pieces if fold(piece)):
            return replace(change, given=Given(words, source))
        meant = {choose(control, each, form, region, part) for part in _PARTS[:4]
                 for each, form in _meanings(kind, value, region)} if pieces else set()
        if index in meant:
            return replace(change, given=Given(words, source))
    told = persons.texts if source.kind is SourceKind.TASK else [
        value for _, value in _values(source, control, persons, page)]
    if source.kind is SourceKind.PROFILE and _written(Given(option.label, source), persons):
        return replace(change, given=Given(words, source))  # an address on a list: nothing in it but whole facts
    wishes = (chosen_slot(slots, text, region, persons.day_of(text)) for text in told if slots and text.strip())
    if any(wish is not None and wish.index == index for wish in wishes):
        return replace(change, given=Given(words, source))
    return _guess(change, words)


def _mentions(control: Control, index: int, text: str, page: PageMap) -> bool:
    others = [each for each in page.controls if each.form == control.form and is_shown(each)]
    if option_by_place(control, others, text) == index or control.options[index].ref in boxes_by_place(others, text):
        return True
    wish = preferred(control, text)
    return (wish.index == index and wish.clear) if wish is not None else spoken_of(control, text) == index


def _tick(change: Tick, control: Control, page: PageMap, persons: Persons) -> Change:
    """A lone box: ticked as the person said to a question with the box's own words, or as they edited the sheet.

    The task's words count where they name the box, and never for a consent or a declaration.
    """
    source = change.given.source
    if source == BY_RULE and not change.on:
        return change
    if len(control.options) > 1:
        return change if _leaves_out(change, control, persons) else _guess(change, "no")
    if source.kind is SourceKind.ANSWER:
        words = fold(control.label or control.legend)
        asked = words != "" and words in fold(persons.prompts.get(source.detail, ""))
        told = asked and says(persons.view.answers.get(source.detail, "")) == change.on
    elif source.kind is SourceKind.TASK:
        kinds = {each.kind for each in recognise(page) if each.ref == control.ref}
        boxes = [each for each in page.controls if each.form == control.form and is_shown(each)]
        named = any(to_be_ticked(control.label or control.legend, text) or control.ref in boxes_by_place(boxes, text)
                    for text in persons.texts)
        told = (named and not kinds & CONSENTS) if change.on else any(
            not_wanted(control.label or control.legend, text) for text in persons.texts)
    else:
        edits = {persons.view.edits[name] for name in (control.name, control.label) if name in persons.view.edits}
        told = source.kind is SourceKind.PERSON and any(
            says(edit) == change.on or (not edit.strip() and not change.on) for edit in edits)
    return change if told else _guess(change, "yes" if change.on else "no")


def _leaves_out(change: Tick, control: Control, persons: Persons) -> bool:
    """Whether the person said no to one box of a group, or named others of it and not this one."""
    source, label = change.given.source, next(each.label for each in control.options if each.ref == change.ref)
    if source.kind is SourceKind.TASK:
        return any(not_wanted(label, text) for text in persons.texts)
    words = fold(control.label or control.legend)
    if source.kind is SourceKind.ANSWER:
        said = [persons.view.answers.get(source.detail, "")]
        asked = words != "" and words in fold(persons.prompts.get(source.detail, ""))
    else:
        said = [persons.view.edits[each] for each in (control.name, control.label) if each in persons.view.edits]
        asked = source.kind is SourceKind.PERSON and bool(said)
    labels = [each.label for each in control.options]
    named = {fold(piece) for text in said for piece in pieces_of(text, labels)}
    return asked and fold(label) not in named and (bool(named & set(map(fold, labels))) or not any(said))


def _guess(change: Change, value: str) -> Change:
    """The same change, owned up to as a guess."""
    owned_up = change.given.source.kind is SourceKind.GUESSED and bool(change.why.strip())
    return replace(change, given=Given(value, Source(SourceKind.GUESSED)),
                   why=f"{GUESS}: “{change.why.strip()[:MOST_WHY]}”" if owned_up else UNVOUCHED)

