"""Questions to the person and their answers."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from sqlmodel import Session, col, select

from agent.protocol import QuestionState
from agent.store import chores
from agent.store.engine import Store
from agent.store.problems import NotFound, NotNow
from agent.store.tables import Question, Task, now

START = "start"
"""Kind and key of the question where a task starts. Its answer is the task's address, in the same transaction."""


def ask(store: Store, questions: list[Question]) -> None:
    """Files questions; one of the same key in the same task is asked again only if the task waits for it.

    What may stay empty is asked once: answered, or left empty, it is not asked again.
    """
    with store.write() as session:
        for question in questions:
            found = session.exec(select(Question).where(Question.task_id == question.task_id,
                                                        Question.key == question.key)).one_or_none()
            if found is None:
                session.add(question)
            elif found.state != QuestionState.ASKED and question.required:
                found.state, found.answer, found.prompt = QuestionState.ASKED, "", question.prompt
                found.options, found.required, found.about = question.options, True, question.about
                session.add(found)


def answer(store: Store, question_id: int, text: str) -> Question:
    """Takes the person's answer. See `answer_all`."""
    answer_all(store, {question_id: text})
    return get(store, question_id)


def answer_all(store: Store, answers: Mapping[int, str]) -> None:
    """Takes several answers at once, all or none. An empty one leaves its question's field empty.

    Once nothing is open that a task waits for, what may stay empty is withdrawn: it goes on without.

    Raises:
        NotFound: no such question.
        NotNow: already answered, or its task has ended.
    """
    with store.write() as session:
        tasks = set()
        for number, text in answers.items():
            question = session.get(Question, number)
            if question is None:
                raise NotFound(f"There is no question q{number}.")
            if question.state != QuestionState.ASKED:
                raise NotNow(f"Question q{number} is already {question.state}.")
            question.answer, question.answered_at = text, now()
            question.state = QuestionState.ANSWERED if text else QuestionState.WITHDRAWN
            session.add(question)
            tasks.add(question.task_id)
            if text and question.kind == START:
                _start_at(session, question.task_id, text)
            if text and question.key.startswith(chores.ASKED):
                chores.fill_in(session, session.get_one(Task, question.task_id),
                               question.key.removeprefix(chores.ASKED), text)
        session.flush()
        for task in tasks:
            left = list(session.exec(select(Question).where(Question.task_id == task,
                                                            Question.state == QuestionState.ASKED)))
            if not any(each.required for each in left):
                for each in left:
                    each.state = QuestionState.WITHDRAWN
                    session.add(each)


def _start_at(session: Session, task_id: int, url: str) -> None:
    """An address is given once: a task that has one keeps it."""
    task = session.get_one(Task, task_id)
    if not task.url:
        task.url, task.updated_at = url, now()
        task.contract = {**task.contract, "start": {**task.contract.get("start", {}), "why": "answer"}}
        session.add(task)


def get(store: Store, question_id: int) -> Question:
    """The question.

    Raises:
        NotFound: no such question.
    """
    with store.read() as session:
        question = session.get(Question, question_id)
    if question is None:
        raise NotFound(f"There is no question q{question_id}.")
    return question


def of_key(store: Store, task_id: int, key: str) -> Question | None:
    """A task's question of this key, in whatever state."""
    with store.read() as session:
        return session.exec(select(Question).where(Question.task_id == task_id, Question.key == key)).one_or_none()


def open_ones(store: Store, task_id: int | None = None, *, optional: bool = False) -> list[Question]:
    """Questions that wait, oldest first; of one task or of all. ``optional``: also those that may stay empty."""
    with store.read() as session:
        query = select(Question).where(Question.state == QuestionState.ASKED).order_by(col(Question.id))
        if not optional:
            query = query.where(col(Question.required))
        return list(session.exec(query.where(Question.task_id == task_id) if task_id is not None else query))


def of_task(store: Store, task_id: int) -> list[Question]:
    """All questions of a task, oldest first, in whatever state."""
    with store.read() as session:
        return list(session.exec(select(Question).where(Question.task_id == task_id).order_by(col(Question.id))))


def answers_of(store: Store, task_id: int) -> dict[str, str]:
    """Answers given in a task, by key."""
    with store.read() as session:
        rows = session.exec(select(Question).where(Question.task_id == task_id,
                                                   Question.state == QuestionState.ANSWERED))
        return {row.key: row.answer for row in rows}


def prompts_of(store: Store, task_id: int, kinds: Collection[str]) -> dict[str, str]:
    """What the answered questions of a task asked, by key; those of some kinds only."""
    with store.read() as session:
        rows = session.exec(select(Question).where(Question.task_id == task_id, col(Question.kind).in_(list(kinds)),
                                                   Question.state == QuestionState.ANSWERED))
        return {row.key: row.prompt for row in rows}


def take_back(store: Store, task_id: int, key: str) -> None:
    """Withdraws an answer that has been heeded, so that the same may be asked again when the task is tried again."""
    with store.write() as session:
        for row in session.exec(select(Question).where(Question.task_id == task_id, Question.key == key)):
            row.state, row.answer = QuestionState.WITHDRAWN, ""
            session.add(row)


def own_answers_of(store: Store, task_id: int) -> set[str]:
    """What the person wrote themselves in answer to a task's questions: not what they chose of the options offered."""
    with store.read() as session:
        rows = session.exec(select(Question).where(Question.task_id == task_id,
                                                   Question.state == QuestionState.ANSWERED))
        return {row.answer for row in rows if row.answer and not row.options}
