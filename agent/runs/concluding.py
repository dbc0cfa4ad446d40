"""Files what the site answered once a run is done: the picture of its page, its words, its documents."""

from __future__ import annotations

import contextlib
from pathlib import Path

from agent.browser.driver import Page
from agent.browser.evidence import picture_of_page
from agent.browser.problems import PictureFailed
from agent.planner.autofill.answer_page import Answer, AnswerState
from agent.planner.base import Done
from agent.protocol import ReceiptState
from agent.receipts import filing
from agent.runs.problems import Stuck
from agent.store import receipts, submissions
from agent.store.engine import Store

MOST_WORDS = 200
"""Characters of the site's own words in a message."""

UNCLEAR = ("It was sent and the site answered, but its page does not clearly confirm it. Look at the picture of the "
           "answer.")

REFUSED = "It was sent, and the site's answer reads like a refusal. Look at the picture of the answer."

WITH_DOCUMENT = ("It was sent, and the site answered with a document, which is kept with the receipt. Read it: no page "
                 "clearly confirms.")


async def conclude(store: Store, task_id: int, page: Page, done: Done, picture: Path, answer: Answer) -> str:
    """Completes the task's receipt; returns what the person should know beside "done".

    ``answer``: what its page says to us, whatever the planner made of it.

    Raises:
        Stuck: what the records say does not go with a form that is done.
    """
    if submissions.open_of_task(store, task_id) is not None:
        raise Stuck("The page looks finished, but what you decided on was not sent. Nothing more was sent.")
    if receipts.of_task(store, task_id) is None:
        raise Stuck("The page looks finished, but nothing was sent. Check the task's address.")
    if not done.confirmed and submissions.of_task(store, task_id)[-1].step:
        raise Stuck("Only steps of the form were sent so far, and the page that followed shows no way on and no "
                    "confirmation. Look at the site.")
    taken = ""
    with contextlib.suppress(PictureFailed):  # the site has answered all the same
        await picture_of_page(page, picture)
        taken = str(picture)
    state = ReceiptState.CONFIRMED if done.confirmed else ReceiptState.ANSWERED
    filing.concluded(store, task_id, state, done.reference, done.evidence, taken)
    return "" if done.confirmed else in_words(answer)


def in_words(answer: Answer) -> str:
    """A page that does not confirm, for the person: what it reads like, and its own words."""
    said = REFUSED if answer.state is AnswerState.ERROR else UNCLEAR
    words = " ".join(answer.evidence.split())[:MOST_WORDS]
    return f"{said} It says: “{words}”" if words else said
