"""Makes one script of the stops of a run, in the order of the presses. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from agent.planner.recipe.script import MOST_PAGES, VERSION, Final, Script, Stop, Way
from agent.planner.recipe.shapes import alike, lasting


@dataclass(frozen=True, slots=True)
class Walked:
    """A stop with the amounts that its page named, and the words of the task that it had too."""

    stop: Stop
    amounts: tuple[str, ...]
    words: tuple[str, ...]


def last_way(walked: Sequence[Walked]) -> list[Walked]:
    """Of a way that came back to a page, only what came since: what was pressed before had not gone through."""
    found: list[Walked] = []
    for each in walked:
        place = next((at for at, before in enumerate(found) if same_stop(before.stop, each.stop)), len(found))
        found[place:] = [each]
    return found


def same_stop(one: Stop, other: Stop) -> bool:
    """Whether two stops are the same page of a form: same place, same heading, the same asked."""
    if (one.origin, one.path) != (other.origin, other.path) or not alike(one.heading, other.heading):
        return False
    asked, here = {_asked(each) for each in one.fields}, {_asked(each) for each in other.fields}
    return asked == here or len(asked & here) * 2 > max(len(asked), len(here))


def _asked(way: Way) -> tuple[str, str]:
    return way.label, way.name


def script_of(walked: Sequence[Walked], start: str, title: str, words: Sequence[str], final: Final) -> Script | None:
    """The script of a run; None where there is nothing to replay."""
    way = last_way(walked)
    if not way or len(way) > MOST_PAGES:
        return None
    said = {word for each in way for word in each.words}
    shared = tuple(word for word in words if word in said)
    return Script(recipe=VERSION, title=title, start=lasting(start), words=shared,
                  pages=tuple(each.stop for each in way), final=final)
