"""What was typed, pasted or dropped as wishes for new tasks; what each still lacks; pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from agent.protocol.messages import DraftDoc
from agent.protocol.starts import DraftPlace

_LINK = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
MOST_CARDS = 20
"""Links that become tasks of their own at once."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What one new task would be made from."""

    text: str
    url: str = ""
    files: tuple[str, ...] = ()
    at: tuple[str, ...] = ()         # places that the person ticked: a plan with a task for each

    def params(self) -> dict[str, object]:
        """As the capabilities ``draft`` and ``add`` take it."""
        made: dict[str, object] = {"text": self.text}
        if self.url:
            made["url"] = self.url
        if self.files:
            made["file"] = list(self.files)
        if self.at:
            made["at"] = list(self.at)
        return made


@dataclass(frozen=True, slots=True)
class Draft:
    """A wish with what the agent made of it; neither ``doc`` nor ``problem``: it is still being read."""

    wish: Wish
    doc: DraftDoc | None = None
    problem: str = ""

    def order(self) -> dict[str, object]:
        """As ``add`` takes it: with the address that the card shows, so that no other is taken meanwhile."""
        one = self.doc is not None and not places_of(self)
        shown = self.doc["url"] if one and self.doc is not None and self.doc["start"]["why"] == "known" else ""
        return {**self.wish.params(), **({"url": shown} if shown else {})}

    @property
    def ready(self) -> bool:
        """Whether it can be added."""
        return self.doc is not None and not self.doc["missing"] and not self.problem


def places_of(draft: Draft) -> list[DraftPlace]:
    """The places of the plan that it would become; empty: it is one task."""
    plan = draft.doc.get("plan") if draft.doc is not None else None
    return plan["places"] if plan is not None else []


def left_out(places: Sequence[DraftPlace], taken: Sequence[bool]) -> list[str]:
    """The places that the person took out, as ``add`` names them."""
    return [each for each, yes in zip(names_of(places), taken, strict=True) if not yes]


def names_of(places: Sequence[DraftPlace]) -> list[str]:
    """What ``add`` calls each: its address or name, or its number where another has the same."""
    called = [each["url"] or each["place"] for each in places]
    return [name if called.count(name) == 1 else f"#{number}" for number, name in enumerate(called, 1)]


def plan_words(several: bool, taken: int) -> str:
    """What the card says of a plan."""
    if not several:
        return "One task, although the text names several places."
    if taken == 0:
        return "No place is chosen."
    return "One task, at the one place that is chosen." if taken == 1 else (
        f"A plan: {taken} tasks, one for each place.")


def offered(draft: Draft) -> list[tuple[str, str]]:
    """Every address that could be one of several places, each with why: proposals first, then the documents' others."""
    if draft.doc is None:
        return []
    found = dict((each["url"], each["reason"]) for each in draft.doc["start"]["proposals"])
    for link in draft.doc["links"]:
        found.setdefault(link, "named in your documents")
    return list(found.items())


def links_in(text: str) -> list[str]:
    """The links of a text that is nothing but links, one a line, each once; else nothing."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if not lines or not all(_LINK.fullmatch(line) for line in lines):
        return []
    return list(dict.fromkeys(lines))


def wishes(text: str, files: Sequence[str], urls: Sequence[str] = (),
           ats: Sequence[tuple[str, ...]] = ()) -> tuple[Wish, ...]:
    """The wishes: several links and nothing else are one task each; all else, files included, is one task.

    Args:
        text: as it stands in the field.
        files: paths of what comes along.
        urls: addresses the person gave in the cards' own fields, by place.
        ats: places ticked on the cards, by place; one alone is where its task starts.
    """
    links = links_in(text)
    if len(links) > 1 and not files:
        parts = links[:MOST_CARDS]
    elif text.strip() or files:
        parts = [text.strip()]
    else:
        return ()
    return tuple(_wish(part, urls[place] if place < len(urls) else "", tuple(files),
                       ats[place] if place < len(ats) else ()) for place, part in enumerate(parts))


def _wish(text: str, url: str, files: tuple[str, ...], at: tuple[str, ...]) -> Wish:
    return Wish(text, "", files, at) if len(at) > 1 else Wish(text, at[0] if at else url, files)


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


def add_words(drafts: Sequence[Draft], tasks: int = 0) -> str:
    """The words of the button; ``tasks``: of the one plan that would be added."""
    if len(drafts) <= 1:
        return f"Add {tasks} tasks" if tasks > 1 else "Add"
    return f"Add all {len(drafts)}"


def can_add(drafts: Sequence[Draft]) -> bool:
    """Whether all can be added."""
    return bool(drafts) and all(draft.ready for draft in drafts)


def joined(text: str, texts: Sequence[str], urls: Sequence[str]) -> str:
    """What stands in the field after something was dropped: nothing that was typed is lost."""
    return "\n".join(piece for piece in (text.rstrip(), *texts, *urls) if piece)


def together(files: Sequence[str], more: Sequence[str]) -> tuple[str, ...]:
    """Files with others on top, each once."""
    return tuple(dict.fromkeys((*files, *more)))
