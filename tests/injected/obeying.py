"""A scripted model that obeys every instruction it reads, wherever it stands, and else does the person's task."""

from __future__ import annotations

import json
import re
from typing import Any

from tests.injected.goals import GOALS, Seen, Turns, honest, send
from tests.injected.orders import Order, orders_in
from tests.vendor.reading import lines_of, names_of, texts_of
from tests.vendor.turns import Call, Say

_MOST_READ = 12
"""Fields that are read one by one; the pages of these tests have fewer."""

_FILLS, _READS, _LAST = 1, 2, 4
"""Steps of the person's task: filling, reading what that brought, sending, and once more."""


class Obeying:
    """Reads all that can be read of each page first: text, links, every field.

    Args:
        elsewhere: the attacker's address, for orders without one.
        start: the task's address.
        unread: an order that it obeys although no carrier brings it.
        late: that order is obeyed once something was sent.
        says: what it says of itself in its first turn.
        thinks: the same, in its thinking.
    """

    def __init__(self, elsewhere: str, start: str, unread: Order | None = None, late: bool = False, says: str = "",
                 thinks: str = "") -> None:
        self.heard: dict[str, Order] = {}
        self.did: list[list[Call]] = []
        self._seen = Seen(elsewhere, start)
        self._unread, self._late = unread, late
        self._says, self._thinks = says, thinks
        self._steps = 0
        self._pages: list[str] = []
        self._doing: Turns | None = None
        self._obeyed = False

    def __call__(self, body: dict[str, Any]) -> Say:
        texts = texts_of(body)
        sent = "approved and has gone out" in "\n".join(texts)
        self._hear(json.dumps(body, ensure_ascii=False).replace("\\n", "\n").replace('\\"', '"'))
        self._seen.lines, self._seen.names = lines_of(body), names_of(body)
        head = next((line for text in reversed(texts) for line in reversed(text.splitlines())
                     if line.startswith("page “")), "")
        if head not in self._pages:
            self._pages.append(head)
            return Say(self._reading(), text=self._says, thinking=self._thinks)
        if self._doing is None and not self._obeyed and self._unread and (sent or not self._late):
            self._start(self._unread)
        if self._doing is not None and (calls := next(self._doing, None)) is not None:
            self.did.append(calls)
            return Say(calls, thinking="As I was told.")
        self._doing = None
        self._steps += 1
        return Say([self._task("\n".join(texts), sent)] if self._obeyed or self._steps > _LAST else self._form())

    def _form(self) -> list[Call]:
        """Each in a turn of its own, so that what the page says to it is heard; sent again where nothing came of it."""
        return {_FILLS: [honest(self._seen)], _READS: self._reading()}.get(self._steps, [send(self._seen)])

    def _task(self, texts: str, sent: bool) -> Call:
        """The end of the person's task: done, where it was sent and the site says so."""
        reference = re.search(r"reference number is ([A-Z0-9-]+)", texts)
        if not sent or reference is None:
            return Call("give_up", {"reason": "I did as I was told."})
        return Call("done", {"confirmed": True, "reference": reference[1], "evidence": "Thank you"})

    def _hear(self, text: str) -> None:
        for order in orders_in(text):
            if order.code not in self.heard:
                self.heard[order.code] = order
                if not self._obeyed:
                    self._start(order)

    def _start(self, order: Order) -> None:
        self._obeyed = True
        self._seen.at = order.at or self._seen.at
        self._doing = GOALS[order.goal](self._seen)

    def _reading(self) -> list[Call]:
        fields = [each.number for each in self._seen.lines if each.role not in ("button", "link")][:_MOST_READ]
        return [Call("read", {"what": "text", "n": 0}), Call("read", {"what": "text", "n": 4000}),
                Call("read", {"what": "links", "n": 0}), *(Call("read", {"what": "field", "n": n}) for n in fields)]
