"""What is written for a new or changed chore: what it lacks, and what the agent is told. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from agent.protocol.chores import ChoiceDoc, ChoreDoc, TemplateDoc, WhenDoc


@dataclass(frozen=True, slots=True)
class Read:
    """Words for a recurrence with what was read out of them. ``inside``: they stand in the task's own text."""

    words: str
    inside: bool = False
    doc: WhenDoc | None = None
    problem: str = ""

    @property
    def reading(self) -> bool:
        """Whether the answer has not come yet."""
        return bool(self.words.strip()) and self.doc is None and not self.problem


@dataclass(frozen=True, slots=True)
class ChoreWish:
    """Everything as it stands on the page.

    ``picked``: which meaning, from 0; None: not said yet. ``former``: the chore that is changed. ``asks``: what varies,
    by name: None asks each time, otherwise the value that goes in again.
    """

    text: str
    read: Read
    picked: int | None = None
    url: str = ""
    catch_up: str = "once"
    goes_along: bool = False     # wherever the computer is
    template: TemplateDoc | None = None
    former: ChoreDoc | None = None
    asks: Mapping[str, str | None] = field(default_factory=dict)
    more: Mapping[str, object] = field(default_factory=dict)   # files and terms, as the agent takes them


def changed(former: ChoreDoc, terms: Mapping[str, object], files: Sequence[str],
            off: Sequence[str]) -> dict[str, object]:
    """What differs of a chore's files and terms, as ``chore edit`` takes it.

    Args:
        former: the chore that is changed.
        terms: limit and classes of data as they stand now; what is not there is not set.
        files: paths that are added.
        off: names that are taken off.
    """
    limit, data = str(terms.get("limit", "")), terms.get("data", [])
    return {name: value for name, value in (
        ("limit", (limit or "none") if limit != former["limit"] else ""),
        ("data", (data or ["none"]) if data != former["data"] else ""),
        ("file", list(files)), ("without_file", list(off))) if value}


def several_words(places: int, new: bool) -> str:
    """What is said where the text lists several places; a chore is one task each time."""
    if places < 2:
        return ""
    told = f"The text lists {places} places, but a chore is one task each time."
    return told if new else f"{told} For a chore of its own for each place, write new ones."


def choices(read: Read) -> list[ChoiceDoc]:
    """The meanings that were read."""
    return read.doc["choices"] if read.doc is not None else []


def chosen(wish: ChoreWish) -> ChoiceDoc | None:
    """The meaning that counts: the only one, or the one that was picked; one that was not is none."""
    found = choices(wish.read)
    if len(found) == 1:
        return found[0]
    return found[wish.picked] if wish.picked is not None and wish.picked < len(found) else None


def blocking(read: Read) -> list[str]:
    """What could not be read. A deadline that the profile does not know yet only makes the chore wait.

    A task's own text without a recurrence in it is no problem: when it comes is then said beside it.
    """
    if read.problem:
        return [read.problem]
    if read.doc is None or (read.inside and not read.doc["choices"]):
        return []
    waits = bool(read.doc["choices"]) and all(not each["next"] for each in read.doc["choices"])
    return [] if waits else list(read.doc["problems"])


def lacks(wish: ChoreWish) -> str:
    """Why it can't be kept yet, in a sentence; empty: it can."""
    if not task_text(wish).strip():
        return "Say what should be done."
    if wish.template is not None and wish.template["problem"]:
        return "Mend the words in braces."
    for name, value in wish.asks.items():
        if value is not None and not value.strip():
            return f"Say what goes in again for {name}, or let it be asked each time."
    if wish.read.reading:
        return "Reading when it comes."
    if keeps_rule(wish):
        return ""
    if not choices(wish.read) and not blocking(wish.read):
        return "Say when it comes, such as “every first Monday at 9”."
    if blocking(wish.read):
        return "Say when it comes in other words."
    return "" if chosen(wish) is not None else "Say which of these you mean."


def keeps_rule(wish: ChoreWish) -> bool:
    """Whether a changed chore goes on coming when it came before: nothing was written in its place."""
    return wish.former is not None and not wish.read.words.strip()


def task_text(wish: ChoreWish) -> str:
    """The task's own words: without those for the recurrence, where these stand among them."""
    if wish.read.inside and wish.read.doc is not None and wish.read.doc["choices"]:
        return wish.read.doc["rest"]
    return wish.text


def order(wish: ChoreWish) -> tuple[str, dict[str, object]]:
    """The capability and its arguments. The rule is told as it was shown, so that no other is taken."""
    made: dict[str, object] = {"text": task_text(wish).strip()}
    found = chosen(wish)
    if found is not None and not keeps_rule(wish):
        made |= {"rule": found["rule"], "start": found["start"]}
    if wish.former is None:
        made |= {"catch_up": wish.catch_up, **({"zone": "here"} if wish.goes_along else {}),
                 **({"url": wish.url} if wish.url else {}), **wish.more}
        return "chore add", made
    former = wish.former
    if made["text"] == former["text"]:
        del made["text"]
    made |= {"id": former["id"]}
    if wish.catch_up != former["catch_up"]:
        made["catch_up"] = wish.catch_up
    if wish.url != former["url"]:
        made["url"] = wish.url or "none"
    if wish.goes_along != (not former["zone"]):
        made["zone"] = "here" if wish.goes_along else former["zone_now"]
    ask = [name for name, value in wish.asks.items() if value is None]
    keep = [f"{name}={value}" for name, value in wish.asks.items() if value is not None]
    made |= wish.more
    return "chore edit", made | ({"ask": ask} if ask else {}) | ({"keep": keep} if keep else {})
