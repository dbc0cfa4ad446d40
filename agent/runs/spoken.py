"""What dialogs said: told to the person, and asked about where a page wants a yes before it goes on."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from agent.browser.dialogs import Said
from agent.planner.base import Ask, AskKind
from agent.runs.permissions import PREFIX
from agent.store.grants import YES

_KINDS = {"alert": "The page said", "confirm": "The page asked", "prompt": "The page asked to type an answer to",
          "beforeunload": "The page asked whether it may be left"}


def told(said: Said) -> str:
    """One dialog as a step of the run: its words, and how it was answered."""
    if said.kind == "beforeunload":
        return f"{_KINDS['beforeunload']}; it was {'left' if said.accepted else 'not left'}"
    answer = {"confirm": " (answered yes, as you said)" if said.accepted else " (answered no)",
              "prompt": " (not answered)"}.get(said.kind, "")
    return f"{_KINDS.get(said.kind, 'The page said')}: “{_one_line(said.message)}”{answer}"


def question_about(said: Sequence[Said]) -> tuple[Ask, Said] | None:
    """The question whether a dialog that was answered no may be answered yes; None where none was."""
    asked = next((each for each in said if each.kind == "confirm" and not each.accepted), None)
    if asked is None:
        return None
    key = f"{PREFIX}dialog {hashlib.sha256(asked.message.encode()).hexdigest()[:16]}"
    prompt = (f"Before it goes on, the page asks: “{_one_line(asked.message)}”\nMay it be answered with yes? What is "
              "sent is shown to you all the same before it goes out.")
    return Ask(key, AskKind.ALLOW, prompt, (YES, "no")), asked


def _one_line(text: str) -> str:
    """What a page wrote, so that it can't start a line that looks like ours."""
    return "".join(letter if letter.isprintable() else "⏎" if letter == "\n" else "·" for letter in text)[:300]
