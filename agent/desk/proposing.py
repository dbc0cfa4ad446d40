"""What documents propose for a question or a chore's parameter, read at the desk; nothing of it is taken."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from agent.chores import proposals, template
from agent.chores.proposals import Document
from agent.chores.template import Parameter
from agent.desk.capability import Argument, capability
from agent.desk.front import Desk
from agent.desk.profile import region
from agent.intake.draft import DraftFile, checked_files
from agent.intake.errors import BadFile
from agent.intake.picture_reading import READ, Stopped
from agent.intake.shown_text import Unread, cleaned, shown_text
from agent.planner.base import AskKind
from agent.protocol import AnswerForm, QuestionState
from agent.protocol.chores import ProposedDoc
from agent.protocol.questions import FoundDoc
from agent.store import chores, questions, tasks
from agent.store.chores import ASKED
from agent.store.ids import number_of, shown
from agent.store.problems import NotNow
from agent.store.tables import Question

MOST_FILES = 20
"""Documents that are looked through at once."""
NOT_FOUND = "nothing was found that is surely meant."


@capability("propose", "What a photo or a letter says to a question; none of it is taken",
            Argument("question", "its id", metavar="QUESTION"),
            Argument("files", "a photo, a PDF, an e-mail, a text or an HTML page; may be given more than once",
                     option=True, many=True, metavar="FILE"))
async def propose(desk: Desk, question: str, files: list[str]) -> FoundDoc:
    """Looks documents through for a value.

    Raises:
        NotFound: there is no such question.
        NotNow: it is answered, or asks for no value; too many files.
        BadFile: a file can't be used at all.
    """
    asked = questions.get(desk.store, number_of("q", question))
    if asked.state != QuestionState.ASKED:
        raise NotNow(f"Question {shown('q', asked.id)} is {asked.state}; it takes no answer any more.")
    if asked.kind != AskKind.VALUE:
        raise NotNow("A document can only say a value, and this question asks for something else.")
    documents, notes = await read(desk, files)
    parameter = _parameter(desk, asked)
    found = proposals.proposals(parameter, documents, region(desk))
    if documents and not found:
        notes.append(f"{parameter.label}: {NOT_FOUND}")
    return FoundDoc(question=shown("q", asked.id), notes=notes,
                    proposed=[ProposedDoc(value=each.value, where=each.where) for each in found])


async def read(desk: Desk, files: Sequence[str]) -> tuple[list[Document], list[str]]:
    """What files show, and sentences on those that can't be read.

    Raises:
        NotNow: they are too many.
        BadFile: there is no such file, or it can't be taken along.
    """
    if len(files) > MOST_FILES:
        raise NotNow(f"{MOST_FILES} files at once are the most.")
    documents: list[Document] = []
    notes: list[str] = []
    for file in checked_files(files):
        if file.media_type in READ:
            try:
                documents.append(await _seen(desk, file, notes))
            except Stopped as problem:
                notes.append(f"{file.name}: {problem}")
                break                # and what comes after it is left too
            except BadFile as problem:
                notes.append(f"{file.name}: {problem}")
            continue
        text = shown_text(file)
        if isinstance(text, Unread):
            notes.append(f"{file.name}: {text.value}")
        else:
            documents.append(Document(file.name, text))
    return documents, notes


async def _seen(desk: Desk, file: DraftFile, notes: list[str]) -> Document:
    def told(page: int, of: int) -> None:
        desk.tell(f"Reading {file.name}" + (f", page {page} of {of}." if of > 1 else "."))
    found = await desk.readings.read(Path(file.path), told)
    if found.note:
        notes.append(f"{file.name}: {found.note}")
    if not found.text:
        notes.append(f"{file.name}: no text can be made out on it.")
    return Document(file.name, cleaned(found.text), photo=file.media_type != "application/pdf")


def _parameter(desk: Desk, asked: Question) -> Parameter:
    """What a question asks for; of a chore's, with its last value."""
    label = asked.prompt.partition("\n")[0]
    if asked.key.startswith(ASKED):
        row = chores.occurrence(desk.store, tasks.get(desk.store, asked.task_id).occurrence_id)
        known = template.from_json(chores.get(desk.store, row.chore_id).parameters) if row is not None else ()
        found = next((each for each in known if each.name == asked.key.removeprefix(ASKED)), None)
        if found is not None:
            return found
    return Parameter(asked.key, label, str(asked.about.get("form", AnswerForm.TEXT)))
