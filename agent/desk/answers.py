"""Questions at the desk: all that a form asks, answered one by one or together."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from agent.desk.capability import Argument, capability
from agent.desk.fitting import fitting, remembered
from agent.desk.front import Desk
from agent.desk.plan_answers import for_the_plan, may_hold_for_all
from agent.desk.profile import region
from agent.desk.proposing import propose
from agent.desk.tasks import copied
from agent.intake.draft import draft
from agent.planner.base import AskKind
from agent.problems import expected
from agent.profile.kinds import kept
from agent.profile.labels import label_of_kind
from agent.protocol import AnswerForm, QuestionState
from agent.protocol.questions import AnsweredDoc, AnswerProblem, QuestionDoc
from agent.store import facts, questions, tasks
from agent.store.ids import number_of, shown
from agent.store.problems import NotNow
from agent.store.tables import Question


@capability("questions", "All that is asked, with what may stay empty",
            Argument("task", "one task's only", option=True, required=False, metavar="ID"))
def list_questions(desk: Desk, task: str | None = None) -> list[QuestionDoc]:
    """What a task waits for comes first, each part in the form's order."""
    number = number_of("t", task) if task is not None else None
    asked = questions.open_ones(desk.store, number, optional=True)
    return [_doc(each) for each in sorted(asked, key=lambda each: (each.task_id, not each.required, each.id))]


def _doc(asked: Question) -> QuestionDoc:
    first, _, rest = asked.prompt.partition("\n")
    about = asked.about
    return QuestionDoc(
        id=shown("q", asked.id), task=shown("t", asked.task_id), asks=asked.kind, label=first, hint=rest,
        section=str(about.get("section", "")), options=asked.options, required=asked.required,
        several=bool(about.get("several", False)), form=str(about.get("form", AnswerForm.TEXT)),
        longest=int(about.get("longest", -1)), fact=asked.fact, fact_label=label_of_kind(asked.fact),
        since=asked.created_at)


@capability("answer", "Answer a question",
            Argument("question", "its id", metavar="QUESTION"),
            Argument("value", "your answer", required=False, metavar="VALUE"),
            Argument("from", "a photo, a PDF, an e-mail, a text: only says what it proposes, and answers nothing; may "
                     "be given more than once", option=True, many=True, required=False, metavar="FILE"),
            Argument("remember", "keep it in your profile too", option=True, flag=True, required=False),
            Argument("plan", "answer the same question of the plan's other tasks with it, now and later", option=True,
                     flag=True, required=False))
def answer(desk: Desk, question: str, value: str | None = None, remember: bool = False, plan: bool = False,
           **documents: list[str] | None) -> dict[str, Any]:
    """Takes an answer; a value of a known kind is checked first. An empty one leaves what may stay empty.

    ``also`` are the questions of other tasks of its plan that were answered with it: those in the same words, with the
    same choices, that take the value. With documents nothing is answered; see `propose`.

    Raises:
        NotFound: there is none.
        NotNow: already answered, or it is no answer to this question; both an answer and documents, or neither.
        ProfileError: the value does not fit what is asked for; the question stays open.
    """
    files = documents.get("from") or []
    if (value is None) is not bool(files):
        raise NotNow("Say the answer, or name a document with --from to see what it proposes.")
    if value is None:
        return {**asyncio.run(propose(desk, question, files))}
    asked = _open(desk, question)
    if plan:
        may_hold_for_all(desk, asked)
    text = _fitting(desk, asked, value)
    done = questions.answer(desk.store, asked.id or 0, text)
    also = for_the_plan(desk, asked, text) if plan and text else []
    if remember and text:
        try:
            _remember(desk, [remembered(asked, text, region(desk))])
        except NotNow as problem:
            desk.tell(f"Your answer was taken, but not put into your profile: {problem}")
    return {"id": shown("q", done.id), "state": done.state} | ({"also": also} if plan else {})


@capability("answers", "Answer several questions at once: all are taken, or none",
            Argument("task", "the task that asks", metavar="TASK"),
            Argument("set", "a question's id or its label, and the answer; may be given more than once", option=True,
                     many=True, required=False, metavar="QUESTION=VALUE"),
            Argument("file", "a JSON object of question to answer: a text, a list of choices, null to leave it empty, "
                     'or {"value": …, "remember": true}', option=True, required=False, metavar="FILE"),
            Argument("remember", "keep this question's answer in your profile too; may be given more than once",
                     option=True, many=True, required=False, metavar="QUESTION"),
            Argument("plan", "answer the same question of the plan's other tasks with it, now and later; may be given "
                     "more than once", option=True, many=True, required=False, metavar="QUESTION"),
            Argument("check", "only say what is wrong with the answers", option=True, flag=True, required=False))
def answer_all(desk: Desk, task: str, set: list[str] | None = None, file: str | None = None,
               remember: list[str] | None = None, plan: list[str] | None = None, check: bool = False) -> AnsweredDoc:
    """Takes the answers to a form's questions together; ``also`` are questions of its plan's other tasks.

    Raises:
        NotFound: no such question in this task.
        NotNow: an answer is none; the words name each one that is wrong. Nothing was taken.
    """
    asked = questions.open_ones(desk.store, number_of("t", task), optional=True)
    given = {**_from_file(asked, file), **dict(_pair(asked, each) for each in set or [])}
    keep = {_named(asked, each).id for each in remember or []}
    shared = [_named(asked, each) for each in plan or []]
    for each in shared:
        may_hold_for_all(desk, each)
    texts: dict[int, str] = {}
    new: list[tuple[str, str]] = []
    problems: list[AnswerProblem] = []
    by_id = {each.id or 0: each for each in asked}
    # Files last: they are copied, and nothing is copied for a mere look or beside an answer that is none.
    for number, (value, kept_too) in sorted(given.items(), key=lambda each: by_id[each[0]].kind == AskKind.FILE):
        try:
            if by_id[number].kind == AskKind.FILE and (check or problems):
                continue
            texts[number] = _fitting(desk, by_id[number], value)
            if texts[number] and (kept_too or number in keep):
                new.append(remembered(by_id[number], texts[number], region(desk)))
        except expected() as problem:
            problems.append(AnswerProblem(question=shown("q", number), problem=_reason(problem)))
    if problems and not check:
        raise NotNow("Nothing was taken.\n" + "\n".join(
            f"{each['question']} {_label(by_id[number_of('q', each['question'])])}: "
            f"{each['problem']}" for each in problems))
    if not check:
        questions.answer_all(desk.store, texts)
        _remember(desk, new)
    also = [id for each in shared if not check and (text := texts.get(each.id or 0))
            for id in for_the_plan(desk, each, text)]
    return AnsweredDoc(
        task=task, answered=[shown("q", number) for number, text in texts.items() if text],
        left_empty=[shown("q", number) for number, text in texts.items() if not text], problems=problems,
        open=[shown("q", each.id) for each in questions.open_ones(desk.store, number_of("t", task))], also=also)


def _reason(problem: Exception) -> str:
    words = str(getattr(problem, "reason", "") or problem)
    return words[:1].upper() + words[1:]


def _from_file(asked: Sequence[Question], file: str | None) -> dict[int, tuple[str, bool]]:
    if file is None:
        return {}
    try:
        found = json.loads(Path(file).read_text(encoding="utf-8"))
    except (OSError, ValueError) as problem:
        raise NotNow(f"{Path(file).name} can't be read as JSON.") from problem
    if not isinstance(found, dict):
        raise NotNow(f"{Path(file).name} is no JSON object of question to answer.")
    return {_named(asked, name).id or 0: _entry(value) for name, value in found.items()}


def _entry(value: object) -> tuple[str, bool]:
    if isinstance(value, dict):
        return _entry(value.get("value"))[0], bool(value.get("remember", False))
    if isinstance(value, list):
        return "\n".join(map(str, value)), False
    if isinstance(value, bool):
        return "yes" if value else "no", False
    return "" if value is None else str(value), False


def _pair(asked: Sequence[Question], text: str) -> tuple[int, tuple[str, bool]]:
    """``q3=VALUE``, or a label in place of the id; a label may have an equals sign in it."""
    pieces = text.split("=")
    for count in range(1, len(pieces)):
        name = "=".join(pieces[:count]).strip()
        found = [each for each in asked if name in (shown("q", each.id), _label(each))]
        if len(found) == 1:
            return found[0].id or 0, ("=".join(pieces[count:]), False)
    if len(pieces) < 2:
        raise NotNow(f"Write QUESTION=VALUE, not “{text[:60]}”.")
    return _named(asked, pieces[0]).id or 0, ("=".join(pieces[1:]), False)


def _named(asked: Sequence[Question], name: str) -> Question:
    found = [each for each in asked if name.strip() in (shown("q", each.id), _label(each))]
    if len(found) != 1:
        known = "; ".join(f"{shown('q', each.id)} {_label(each)}" for each in asked)
        raise NotNow(f"“{name[:60]}” is not one of the open questions. Those are: {known or 'none'}.")
    return found[0]


def _label(asked: Question) -> str:
    return asked.prompt.partition("\n")[0]


def _open(desk: Desk, id: str) -> Question:
    asked = questions.get(desk.store, number_of("q", id))
    if asked.state != QuestionState.ASKED:
        raise NotNow(f"Question {shown('q', asked.id)} is {asked.state}; it takes no answer any more.")
    return asked


def _fitting(desk: Desk, asked: Question, value: str) -> str:
    if asked.kind == AskKind.FILE and (value.strip() or asked.required):
        return _file(desk, asked, value)
    return fitting(asked, value, region(desk))


def _remember(desk: Desk, new: Sequence[tuple[str, str]]) -> None:
    facts.put(desk.store, [(kind, value, kept(kind).sensitivity) for kind, value in new])


def _file(desk: Desk, asked: Question, value: str) -> str:
    """One of the task's files by name or place in the list, or a new one, which then belongs to the task."""
    task = tasks.get(desk.store, asked.task_id)
    offered = {place: name for place, name in enumerate(asked.options, 1)}
    name = offered.get(int(value), value) if value.strip().isdigit() else value
    if any(each["name"] == name for each in task.files):
        return name
    added = copied(desk, draft("file", None, [value]).files)
    tasks.change(desk.store, asked.task_id, files=[*task.files, *added])
    return str(added[0]["path"])
