"""The step grant of a task between the store and the rules: what is offered, what was given, what joined it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from agent.browser.page import PageMap
from agent.gate.decode import decode
from agent.gate.holds import Hold
from agent.gate.site import origin_of
from agent.gate.trace import Tracer, carried
from agent.intake.task_values import values_in
from agent.planner.autofill.next_press import press_kind
from agent.planner.autofill.recognise import recognise
from agent.planner.autofill.recognition import Recognition, Subject
from agent.planner.base import Ask
from agent.profile.values import region_of
from agent.protocol import FactKind, Flag, Origin, SourceKind, SubmissionState
from agent.review.grants import GrantValue, GrantVerdict, Press, StepGrant, allows, may_join, offer, spellings, told
from agent.review.page_asks import main_heading
from agent.review.sensitivity import is_sensitive
from agent.review.sheet import Sheet
from agent.store import facts, questions, submissions, tasks
from agent.store.engine import Store

_SOMEBODY_ELSE = frozenset({Subject.SPOUSE, Subject.CHILD, Subject.EMERGENCY, Subject.LANDLORD, Subject.OTHER})


def offered(store: Store, task_id: int, origin: Origin, sheet: Sheet, page: PageMap) -> dict[str, Any]:
    """The grant that stands on the sheet of a step, in the form in which it is kept once it is given.

    A later step's grant holds what an earlier one to the same site does, so that giving it takes nothing back.
    """
    known = {FactKind(kind): value for kind, value in facts.every(store).items()}
    text = tasks.get(store, task_id).text
    task_values = {value.label or " ".join(value.near): value.value for value in values_in(text)}
    grant = offer(origin, known, task_values, sheet, page)
    kept = tasks.grant_of(store, task_id)
    same_site = kept if kept.get("origin") == origin else {}
    values = tuple(dict.fromkeys([*map(_from_json, same_site.get("values", [])), *grant.values]))
    written = [each for each in spellings(known, region_of(known)) if each not in values]
    return {"origin": origin, "values": _as_json(values), "written": _as_json(written),
            "asked": same_site.get("asked", [])}


def given(store: Store, task_id: int) -> StepGrant | None:
    """The grant of a task with the answers that have joined it; None where the person gave none."""
    kept = tasks.grant_of(store, task_id)
    if not kept:
        return None
    values = tuple(_from_json(each) for each in (*kept["values"], *kept["written"]))
    answers = questions.answers_of(store, task_id)
    joined = tuple(replace(_from_json(each), value=answers[each["key"]]) for each in kept.get("asked", [])
                   if each["key"] in answers)
    return StepGrant(Origin(kept["origin"]), values, joined)


def judged(store: Store, task_id: int, origin: Origin, sheet: Sheet, press: Press,
           page: PageMap) -> GrantVerdict | None:
    """Whether a step may pass under the task's grant; None where there is none."""
    grant = given(store, task_id)
    return None if grant is None else allows(grant, origin, sheet, press, page)


def press_of(page: PageMap, ref: int, hold: Hold, others: Sequence[Hold], store: Store) -> Press:
    """What was pressed, read off the page; ``others`` are the requests that the same press also tried."""
    tracer = Tracer(facts.every(store))
    recognised = recognise(page)
    return Press(
        kind=press_kind(page, ref), button=next((each for each in page.buttons if each.ref == ref), None),
        loads_page=hold.page, others=_names(each for each in recognised if each.subject in _SOMEBODY_ELSE),
        private=_names(each for each in recognised if is_sensitive(each.kind)),
        siblings=any(each.page or carried(tracer, decode(each.request)) for each in others))


def _names(recognised: Iterable[Recognition]) -> frozenset[str]:
    return frozenset(name for found in recognised for name in (found.name, found.label) if name)


def repeats(store: Store, task_id: int, hold: Hold, sheet: Sheet) -> bool:
    """Whether the task sent this before: the same values under the same questions to the same address.

    Tokens that the site makes anew are left aside, or every repetition would look new.
    """
    here = sorted((row.key, row.label, row.value) for row in sheet.rows if Flag.RENEWED not in row.flags)
    return any(
        (each.method, each.url) == (hold.request.method, hold.request.url) and here == sorted(
            (row["key"], row["label"], row["value"]) for row in each.sheet["fields"]
            if Flag.RENEWED not in row["flags"])
        for each in submissions.of_task(store, task_id) if each.state == SubmissionState.ANSWERED)


def with_word(store: Store, task_id: int, asks: Sequence[Ask], page: PageMap) -> list[Ask]:
    """The questions, those whose answers will pass under the grant saying so."""
    grant = given(store, task_id)
    if grant is None or any(is_sensitive(found.kind) for found in recognise(page)):
        return list(asks)
    origin = origin_of(page.url)
    return [replace(ask, prompt=f"{ask.prompt}\n{told(origin)}")
            if may_join(grant, origin, ask.kind, ask.fact or "", page) else ask for ask in asks]


def note_told(store: Store, task_id: int, page: PageMap) -> None:
    """Notes on the grant which of the open questions say that their answers will pass under it."""
    kept = tasks.grant_of(store, task_id)
    if not kept:
        return
    word, heading = told(Origin(kept["origin"])), main_heading(page)
    asked = {each["key"]: each for each in kept.get("asked", [])}
    for question in questions.open_ones(store, task_id, optional=True):
        asked.pop(question.key, None)
        if question.prompt.endswith(f"\n{word}"):
            value = GrantValue(question.prompt.splitlines()[0], SourceKind.ANSWER, "", question.key, heading)
            asked[question.key] = _one(value)
    tasks.add_to_grant(store, task_id, asked=list(asked.values()))


def _as_json(values: Iterable[GrantValue]) -> list[dict[str, str]]:
    return [_one(each) for each in values]


def _one(value: GrantValue) -> dict[str, str]:
    plain = {"label": value.label, "source": value.kind.value, "value": value.value}
    return {**plain, "key": value.key, "heading": value.heading} if value.key else plain


def _from_json(kept: dict[str, str]) -> GrantValue:
    return GrantValue(kept["label"], SourceKind(kept["source"]), kept["value"], kept.get("key", ""),
                      kept.get("heading", ""))
