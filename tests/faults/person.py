"""Plays the person: a profile, tasks for the practice site, answers and approvals by the desk's own capabilities."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from agent.demo import PERSON
from agent.desk import Desk, registered
from agent.store.problems import NotNow

FACTS = {**PERSON, "meter-number": "A14K 22317"}

WORDS = {
    "meter-reading": "Submit my meter reading 48213, customer account number 70-113-284",
    "parking-permit": "Renew my parking permit for AB12 CDE for 12 months",
    "complaint": "Make a complaint about noise and neighbourhood, answer by letter. What happened: drums at night.",
    "report": "Report the pothole in front of my house, with the photo.",
}
"""A task for each form that the sweep goes through, by the practice page's name."""

ANSWERS = {"account": "70-113-284", "reading": "48213", "meter number": "A14K 22317", "months": "12 months",
           "happened": "Drums at night, every night since the first of the month."}
"""What to say to a question that holds the word; one with choices gets its yes, or its first choice."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """One entry of the inbox."""

    kind: str
    id: str
    task: str
    summary: str
    options: tuple[str, ...]


class Person:
    """Decides on a home, each time through a database opened and closed for it, as the command line would."""

    def __init__(self, home: Path) -> None:
        self._home = home
        self._call = {name: each.call for name, each in registered().items()}

    def settle_in(self) -> None:
        """Fills in the profile."""
        with self._desk() as desk:
            for kind, value in FACTS.items():
                self._call["profile set"](desk, kind=kind, value=value)

    def add(self, page: str, site_url: str, *files: Path) -> str:
        """Adds a task for a page; returns its id."""
        with self._desk() as desk:
            return str(self._call["add"](desk, text=WORDS[page], url=f"{site_url}/{page}",
                                         file=[str(each) for each in files])["task"])

    def retry(self, task: str, *, even_if_sent: bool = False) -> str:
        """Tries a finished task again; returns the id of the task that is queued now."""
        with self._desk() as desk:
            return str(self._call["retry"](desk, id=task, even_if_sent=even_if_sent)["task"])

    def states(self) -> dict[str, str]:
        """The state of each task."""
        with self._desk() as desk:
            return {each["id"]: each["state"] for each in self._call["tasks"](desk)}

    def inbox(self) -> list[Waiting]:
        """What waits."""
        with self._desk() as desk:
            return [Waiting(each["kind"], each["id"], each["task"], each["summary"], tuple(each.get("options", ())))
                    for each in self._call["inbox"](desk)]

    def answer_all(self) -> int:
        """Answers every question; returns how many."""
        asked = [each for each in self.inbox() if each.kind != "submission"]
        for each in asked:
            with self._desk() as desk:
                self._call["answer"](desk, question=each.id, value=answer_to(each))
        return len(asked)

    def approve_all(self, *, steps: bool = False) -> int:
        """Approves everything held; returns how many."""
        held = [each for each in self.inbox() if each.kind == "submission"]
        done = 0
        for each in held:
            with self._desk() as desk:
                sheet = self._call["submission"](desk, id=each.id)
                own = [row["name"] for row in sheet["fields"] if row.get("needs_own_yes")]
                try:
                    self._call["approve"](desk, id=each.id, digest=sheet["digest"],
                                          steps=steps and bool(sheet.get("step_grant")), accept=own)
                    done += 1
                except NotNow:
                    continue  # it was decided, or held anew, between the look and the word
        return done

    def approve_steps(self) -> bool:
        """Gives the step grant that is offered on what is held; whether one was."""
        for each in self.inbox():
            with self._desk() as desk:
                sheet = self._call["submission"](desk, id=each.id) if each.kind == "submission" else {}
                if sheet.get("step_grant"):
                    self._call["approve"](desk, id=each.id, digest=sheet["digest"], steps=True)
                    return True
        return False

    def approval_words(self, submission: str) -> list[str]:
        """The command line that approves a held submission."""
        with self._desk() as desk:
            sheet: dict[str, Any] = self._call["submission"](desk, id=submission)
        own = [row["name"] for row in sheet["fields"] if row.get("needs_own_yes")]
        return ["approve", submission, *(word for name in own for word in ("--accept", name))]

    @contextmanager
    def _desk(self) -> Iterator[Desk]:
        desk = Desk(str(self._home))
        try:
            yield desk
        finally:
            desk.close()


def answer_to(asked: Waiting) -> str:
    """What this person says."""
    if asked.options:
        return next((each for each in asked.options if each.strip().lower().startswith("yes")), asked.options[0])
    said = asked.summary.lower()
    return next((value for word, value in ANSWERS.items() if word in said), "12 months")
