"""Takes a flow's page through the whole app with the planner `claude` at a scripted vendor, as a person sets it up."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from email.message import EmailMessage
from enum import StrEnum
from pathlib import Path
from typing import Any

from tests.flows.flow import Flow, Ground, Sent
from tests.flows.harness import PHOTO
from tests.flows.wire import Pairs
from tests.runs.household import Person

KEY = "sk-practice-4471-QRZT-0092"
PASSPHRASE = "correct-horse-7719-staple"
PRIVATE = {"iban": "GB29NWBK60161331926819", "passport-number": "925665416", "national-id": "QQ123456C"}
ENDED = ("done", "failed", "cancelled", "unknown")


class Start(StrEnum):
    """How the task says where to begin."""

    GIVEN = "given"              # the person gives the address
    KNOWN = "known"              # the same was sent there before
    LETTER = "letter"            # an e-mail beside the task names it; the person says yes
    ASKED = "asked"              # nothing names it; the person answers


@dataclass(slots=True)
class Story:
    """What happened. ``wrong`` holds what no ending excuses."""

    state: str = ""
    message: str = ""
    sheets: list[Any] = field(default_factory=list)
    questions: list[Any] = field(default_factory=list)
    receipts: list[Any] = field(default_factory=list)
    accepted: list[Sent] = field(default_factory=list)
    steps: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)


@dataclass
class Journey:
    """One person, one page. ``planner`` as `add` names it."""

    flow: Flow
    person: Person
    site: Ground
    folder: Path
    planner: str = "claude"
    start: Start = Start.GIVEN
    before: int = 0              # what the site had taken before this task

    async def go(self) -> Story:
        """From the task to its end; stops early where a question has no answer."""
        story = Story()
        number = self._add()
        async with self.person.running() as work:
            while self.person.state(number) not in ENDED:
                await self.person.until(lambda: self.person.call("inbox") or self.person.state(number) in ENDED, work)
                for each in self.person.call("inbox"):
                    going = self._approve(each, story) if each["kind"] == "submission" else self._answer(each, story)
                    if not going:
                        return self._told(number, story)
                    if each["kind"] == "submission":
                        await self.person.until(lambda at=each["id"]: self.person.call(
                            "submission", id=at)["state"] != "waiting", work)
        return self._told(number, story)

    def _told(self, number: str, story: Story) -> Story:
        task = self.person.task(number)
        story.state, story.message = task["state"], task["message"]
        story.steps = self.person.steps(number)
        story.receipts = [each for each in self.person.call("receipts") if each["task"] == number]
        story.accepted = list(self.site.accepted())
        return story

    def _add(self) -> str:
        files = []
        if self.flow.file:
            files.append(self.folder / self.flow.file)
            files[0].write_bytes(PHOTO)
        if self.start is Start.LETTER:
            files.append(letter(self.folder, self.site.start))
        url = {"url": self.site.start} if self.start is Start.GIVEN else {}
        return str(self.person.call("add", text=self.flow.task, planner=self.planner,
                                    file=[str(each) for each in files], **url)["task"])

    def _answer(self, asked: Any, story: Story) -> bool:
        story.questions.append(asked)
        found = self.site.start if asked["asks"] == "start" else next(
            (answer for words, answer in self.flow.answers.items() if words in asked["summary"]), "")
        if asked["asks"] == "start" and self.start is Start.LETTER and found not in asked["options"]:
            story.wrong.append("the letter's address was not proposed")
        found = found or ("yes" if asked["asks"] == "declaration" else "")
        if not found:
            story.wrong.append(f"asked in vain: {asked['summary']}")
            return False
        self.person.call("answer", question=asked["id"], value=found)
        return True

    def _approve(self, waiting: Any, story: Story) -> bool:
        sheet = self.person.call("submission", id=waiting["id"])
        if not story.sheets and len(self.site.accepted()) > self.before:
            story.wrong.append("something arrived before the first approval")
        story.sheets.append(sheet)
        own = [row["name"] for row in sheet["fields"] if row["needs_own_yes"]]
        self.person.call("approve", id=sheet["id"], digest=sheet["digest"], accept=own,
                         steps=self.flow.grant and bool(sheet["step_grant"]))
        return True


def on_sheet(sheet: Any) -> Pairs:
    """What was approved for the body: names on the wire and values."""
    return plain((row["key"], row["value"]) for row in sheet["fields"]
                 if row["where"] in ("body", "json", "file"))


def plain(pairs: Iterable[tuple[str, str]]) -> Pairs:
    """Names and values in order; lists as their name repeated."""
    return tuple(sorted((re.sub(r"\.\d+$", "", name), value) for name, value in pairs))


def letter(folder: Path, address: str) -> Path:
    """An e-mail that names the address and nothing else."""
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "office@thornmere.example", "What you asked us about"
    mail.set_content(f"You can do this online: {address}\n")
    path = folder / "letter.eml"
    path.write_bytes(mail.as_bytes())
    return path
