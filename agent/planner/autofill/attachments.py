"""Decides which of the task's files goes into a file control."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

from agent.browser.page import Control
from agent.planner.autofill.items import Item
from agent.planner.autofill.questions import prompt_of
from agent.planner.autofill.sources import Sources
from agent.planner.autofill.words import fold
from agent.planner.base import Action, Ask, AskKind, Attach, TaskFile
from agent.protocol import Given, Source, SourceKind


def decide_file(item: Item, sources: Sources, file_controls: int) -> list[Action]:
    """Attaches the one file that fits, asks when it is required and not clear which, otherwise leaves it empty."""
    fitting = [file for file in sources.view.files if accepts(item.control, file)]
    answer = sources.answer(item)
    if answer is not None:
        chosen = _named(sources.view.files, answer.value)
        if chosen is not None:
            return [_attach(item.control, chosen, "the file you chose")]
        if not item.required:
            return []
    if file_controls > 1:
        fitting = _about(item, fitting)
    if len(fitting) == 1:
        return [_attach(item.control, fitting[0], "the one file of the task that fits")]
    if not item.required and not fitting:
        return []
    return [Ask(item.key, AskKind.FILE, prompt_of(item), tuple(file.name for file in fitting))]


def accepts(control: Control, file: TaskFile) -> bool:
    """Whether a control's ``accept`` takes a file: by ending, type, or type family; an empty one takes all."""
    wanted = [part.strip().lower() for part in control.accept.split(",") if part.strip()]
    if not wanted:
        return True
    ending, media = PurePath(file.name).suffix.lower(), file.media_type.lower()
    return any(
        part in (ending, media, "*/*") or (part.endswith("/*") and media.startswith(part[:-1])) for part in wanted
    )


def _named(files: Sequence[TaskFile], answer: str) -> TaskFile | None:
    return next((file for file in files if answer.strip() in (file.name, file.path)), None)


def _about(item: Item, files: Sequence[TaskFile]) -> list[TaskFile]:
    """With several file controls, only a file whose name shares a word with the label is sure to be meant."""
    words = {word for word in fold(item.label).split() if len(word) >= 4}
    return [file for file in files if words & set(fold(PurePath(file.name).stem).split())]


def _attach(control: Control, file: TaskFile, why: str) -> Attach:
    return Attach(control.ref, (file.path,), Given(file.name, Source(SourceKind.DOCUMENT, file.name)), why)
