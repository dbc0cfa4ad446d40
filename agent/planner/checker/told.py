"""Doubts a form that carries something else than the task says, or leaves out a value that the task states."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from agent.gate.fold import squash
from agent.intake.matching import match
from agent.intake.task_values import Hint, TaskValue, values_in
from agent.intake.written_dates import find_dates
from agent.planner.checker.entry import Doubt, Entry, Filled, day_of
from agent.protocol.pattern import Pattern

_SHORTEST = 4
"""Letters and digits of a number or code that is surely meant to arrive; "2 weeks" is not."""
_SURE = frozenset({Hint.EMAIL, Hint.PHONE, Hint.IBAN, Hint.PLATE})
_CODE = Pattern(r"(?=(?:\D*\d){3})[\w/.-]{4,24}")
"""Letters and figures in one word, three figures at least."""
_ABOUT = Pattern(
    r"\b(?:before|by|until|till|within|deadline|due|dated?|letter|of|since|at most|up to|max(?:imum)?|limit|"
    r"not more than|"
    r"under|from|bis|vor|spatestens|vom|hochstens|frist|avant|jusqu\S*|du|au plus|antes|hasta|del|maximo|entro|prima|"
    r"del|"
    r"massimo|voor|tot|van|uiterlijk|do|przed|z|ate|antes|de)\s*(?:the |dem |den |le |el |il )?$", re.IGNORECASE)
"""Words before a value that make it a limit or say of what day something is, not what is to be sent."""
_MOST = 3


def unlike_the_task(form: Filled) -> Iterator[Doubt]:
    """Answers that differ from what the task says for them; at the last step, values of the task that go nowhere."""
    since = [each for text in form.since for each in values_in(text, form.regions[-1], form.today)]
    values = [each for each in values_in(form.task_text, form.regions[-1], form.today) if not _replaced(each, since)]
    contradicted = set()
    for entry in form.entries:
        stated = _stated(entry, values)
        if stated is not None and not _holds(stated, [entry], (), form):
            contradicted.add(stated)
            yield Doubt(entry.name, f"The task says {_written(stated)} here.")
    if not form.last:
        return
    missing = [each for each in values if _is_meant(each, form.task_text) and each not in contradicted
               and not _holds(each, form.entries, form.elsewhere, form)]
    for value in missing[:_MOST]:
        yield Doubt("", f"The task says {_written(value)}, and nothing that would be sent carries it.")


def _replaced(value: TaskValue, since: Sequence[TaskValue]) -> bool:
    """Whether what the person wrote or set since names another value of that sort: then that one counts."""
    alike = [each for each in since if each.kind_hint is value.kind_hint]
    return bool(alike) and all(squash(each.value) != squash(value.value) for each in alike)


def _stated(entry: Entry, values: Sequence[TaskValue]) -> TaskValue | None:
    """What the task states for an entry by name; the person's own answers and edits stand above the task."""
    if entry.own or not entry.sent or not entry.value.strip() or entry.part or not entry.label:
        return None
    labelled = [each for each in values if each.label and (each.kind_hint is not Hint.TEXT
                                                           or _CODE.fullmatch(each.value))]
    return match(entry.label, labelled, entry.type) if entry.subject in ("", "self", "none") else None


def _is_meant(value: TaskValue, text: str) -> bool:
    before = text[max(value.start - 24, 0): max(value.start, 0)]
    if value.start >= 0 and _ABOUT.search(before):
        return False
    if value.kind_hint in _SURE or value.kind_hint is Hint.DATE:
        return True
    long = len(squash(value.value)) >= _SHORTEST
    code = value.kind_hint is Hint.TEXT and _CODE.fullmatch(value.value) is not None
    return long and (value.kind_hint is Hint.NUMBER or code)


def _holds(value: TaskValue, entries: Sequence[Entry], elsewhere: Sequence[str], form: Filled) -> bool:
    if value.kind_hint is Hint.DATE:
        return _holds_day(value.value, entries, elsewhere, form)
    wanted = squash(value.value)
    texts = [text for each in entries for text in (each.value, each.shown)] + list(elsewhere)
    squashed = [squash(text) for text in texts]
    if value.kind_hint is Hint.PHONE:
        return any(wanted[-7:] in text for text in squashed)
    # Numbers in several boxes stand one after the other on the wire.
    return any(wanted in text for text in squashed) or wanted in "".join(squashed)


def _holds_day(iso: str, entries: Sequence[Entry], elsewhere: Sequence[str], form: Filled) -> bool:
    """Whether a day arrives; a task's "1 March" names no year, so day and month decide."""
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return True
    texts = [text for each in entries for text in (each.value, each.shown)] + list(elsewhere)
    found = [whole for each in entries if (whole := day_of(each, form.regions))]
    found += [each.day for region in form.regions for text in texts for each in find_dates(text, region)]
    numbers = {(each.part, each.value.lstrip("0")) for each in entries if each.part}
    parts = {("day", str(day.day)), ("month", str(day.month))}
    named = re.compile(rf"\b0?{day.day}\b\D{{0,5}}\b{day:%b}", re.IGNORECASE)
    return any((each.day, each.month) == (day.day, day.month) for each in found) or parts <= numbers or any(
        named.search(text) for text in texts)


def _written(value: TaskValue) -> str:
    text = value.value
    if value.kind_hint is Hint.DATE:
        try:
            day = date.fromisoformat(text)
            text = f"{day.day} {day:%B}"
        except ValueError:
            pass
    return f"“{text[:60]}”"
