"""Tells whoever watches how a run stands: step, picture of the page, what was put in, how much of its budget went."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from agent.browser.evidence import picture, spanning
from agent.browser.page_map import MappedPage
from agent.browser.problems import BrowserProblem
from agent.protocol.messages import KnownDoc, LiveDoc
from agent.runs.acts import Account, Change, control_of
from agent.store.tables import now


def forget(home: Path) -> None:
    """Removes the live pictures of runs that were killed; call it while none runs."""
    for left in (home / "pictures").glob("live-*.png"):
        left.unlink(missing_ok=True)


THOUGHT = 160
"""Characters of a model's thinking that are shown; the end of the line it is at."""


class Watch(Protocol):
    """Somebody who looks on."""

    def pictures(self) -> bool:
        """Whether pictures are wanted; each costs a run some tenths of a second."""

    def tell(self, moment: LiveDoc) -> None:
        """A run stands here now; called in the runs' event loop."""

    def over(self, task: str) -> None:
        """The run of that task has ended."""


class Watched:
    """One run as it is watched. Without a watch it does nothing and costs nothing."""

    def __init__(self, watch: Watch | None, folder: Path, task: str, title: str, turns: int) -> None:
        self._watch = watch
        self._folder = folder / "pictures"
        self._count = 0
        self._page = ""
        self._known: dict[tuple[str, str], KnownDoc] = {}
        self._began = time.monotonic()
        self._thought, self._thought_at = "", 0.0
        self._moment = LiveDoc(task=task, title=title, step="", at=now(), picture="", box=[], known=[], turn=0,
                               turns=turns, seconds=0.0, cost=0.0, paused=False)

    def step(self, text: str) -> None:
        """It does this now."""
        self._thought = ""
        self._tell(step=text, at=now())

    def paused(self, yes: bool) -> None:
        """It stands still, or goes on."""
        self._tell(paused=yes)

    def thought(self, piece: str) -> None:
        """A piece of what a model thinks; its last line shows as the step, twice a second at most."""
        self._thought = (self._thought + piece)[-2 * THOUGHT:]
        last = next((each.strip() for each in reversed(self._thought.splitlines()) if each.strip()), "")
        if last and time.monotonic() - self._thought_at >= 0.5:
            self._thought_at = time.monotonic()
            self._tell(step=f"Thinking: {last[-THOUGHT:]}")

    def cost(self, dollars: float) -> None:
        """The task has cost so much by now."""
        if dollars != self._moment["cost"]:
            self._tell(cost=dollars)

    async def turn(self, number: int, mapped: MappedPage) -> None:
        """It looks at a page and decides; a page not seen before is pictured."""
        self._moment["turn"] = number
        if mapped.map.url + mapped.map.title != self._page:
            self._page = mapped.map.url + mapped.map.title
            await self._picture(mapped, ())
        self._tell()

    async def changed(self, mapped: MappedPage, changes: Sequence[Change], account: Account) -> None:
        """It has put values into the page."""
        if self._watch is None:
            return
        for change in changes:
            control = control_of(mapped.map, change.ref)
            if control is not None:
                label = control.label or control.legend or control.name
                self._known[(self._page, control.selector)] = KnownDoc(
                    label=label, value=change.given.value, source=change.given.source.kind.value,
                    detail=change.given.source.detail)
        self._moment["known"] = list(self._known.values())
        await self._picture(mapped, [change.ref for change in changes])
        self._tell()

    def close(self) -> None:
        """The run has ended: its pictures go."""
        if self._watch is None:
            return
        for number in range(1, self._count + 1):
            self._path(number).unlink(missing_ok=True)
        self._watch.over(self._moment["task"])  # last: whoever hears of the end finds none of them

    async def _picture(self, mapped: MappedPage, refs: Sequence[int]) -> None:
        if self._watch is None or not self._watch.pictures():
            return
        self._count += 1  # a new name each time: the last one may be read just now
        path = self._path(self._count)
        with contextlib.suppress(BrowserProblem):
            boxes = [box for _, box in await picture(mapped, refs, path)]
            self._moment["picture"] = str(path)
            self._moment["box"] = list(spanning(boxes)) if boxes else []
        self._path(self._count - 2).unlink(missing_ok=True)

    def _path(self, number: int) -> Path:
        return self._folder / f"live-{self._moment['task']}-{number}.png"

    def _tell(self, **more: object) -> None:
        if self._watch is None:
            return
        self._moment.update(more)  # type: ignore[typeddict-item]  # the names are this class's own
        self._moment["seconds"] = round(time.monotonic() - self._began, 1)
        self._watch.tell(self._moment.copy())
