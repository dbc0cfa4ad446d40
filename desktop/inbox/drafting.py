"""What was typed, pasted or dropped as wishes for new tasks; what each still lacks; pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from agent.protocol.messages import DraftDoc

_LINK = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
MOST_CARDS = 20
"""Links that become tasks of their own at once."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What one new task would be made from."""

    text: str
    url: str = ""
    files: tuple[str, ...] = ()

    def params(self) -> dict[str, object]:
        """As the capabilities ``draft`` and ``add`` take it."""
        made: dict[str, object] = {"text": self.text}
        if self.url:
            made["url"] = self.url
        if self.files:
            made["file"] = list(self.files)
        return made


@dataclass(frozen=True, slots=True)
class Draft:
    """A wish with what the agent made of it; neither ``doc`` nor ``problem``: it is still being read."""

    wish: Wish
    doc: DraftDoc | None = None
    problem: str = ""

    def order(self) -> dict[str, object]:
        """As ``add`` takes it: with the address that the card shows, so that no other is taken meanwhile."""
        shown = self.doc["url"] if self.doc is not None and self.doc["start"]["why"] == "known" else ""
        return {**self.wish.params(), **({"url": shown} if shown else {})}

    @property
    def ready(self) -> bool:
        """Whether it can be added."""
        return self.doc is not None and not self.doc["missing"] and not self.problem


def links_in(text: str) -> list[str]:
    """The links of a text that is nothing but links, one a line, each once; else nothing."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if not lines or not all(_LINK.fullmatch(line) for line in lines):
        return []
    return list(dict.fromkeys(lines))


def wishes(text: str, files: Sequence[str], urls: Sequence[str] = ()) -> tuple[Wish, ...]:
    """The wishes: several links and nothing else are one task each; all else, files included, is one task.

    Args:
        text: as it stands in the field.
        files: paths of what comes along.
        urls: addresses the person gave in the cards' own fields, by place.
    """
    links = links_in(text)
    if len(links) > 1 and not files:
        parts = links[:MOST_CARDS]
    elif text.strip() or files:
        parts = [text.strip()]
    else:
        return ()
    return tuple(Wish(part, urls[place] if place < len(urls) else "", tuple(files))
                 for place, part in enumerate(parts))


def needs_address(draft: Draft) -> bool:
    """Whether to show a field for the web address: it lacks one, the agent chose it, or the one there is in use."""
    return bool(draft.wish.url) or (draft.doc is not None and (
        not draft.doc["url"] or draft.doc["start"]["why"] == "known"))


def proposals(draft: Draft) -> list[tuple[str, str]]:
    """Addresses that are offered, each with why: not the one that is taken anyway."""
    if draft.doc is None:
        return []
    taken = draft.doc["url"]
    return [(each["url"], each["reason"]) for each in draft.doc["start"]["proposals"] if each["url"] != taken]


def add_words(drafts: Sequence[Draft]) -> str:
    """The words of the button."""
    return "Add" if len(drafts) <= 1 else f"Add all {len(drafts)}"


def can_add(drafts: Sequence[Draft]) -> bool:
    """Whether all can be added."""
    return bool(drafts) and all(draft.ready for draft in drafts)


def joined(text: str, texts: Sequence[str], urls: Sequence[str]) -> str:
    """What stands in the field after something was dropped: nothing that was typed is lost."""
    return "\n".join(piece for piece in (text.rstrip(), *texts, *urls) if piece)


def together(files: Sequence[str], more: Sequence[str]) -> tuple[str, ...]:
    """Files with others on top, each once."""
    return tuple(dict.fromkeys((*files, *more)))
