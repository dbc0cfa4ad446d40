"""What a task may do beyond its contract: offers the person what was refused, gives the gate what they allowed.

A page's look-up, an address that nobody gave: each is a question with all that would be sent, asked by the product in
its own words. Only the person's answer, kept in the store, gives anything; a planner can neither ask nor answer these.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from urllib.parse import urlsplit

from agent.gate.lookup import Lookup, Part, covers, read_lookup, written_out
from agent.gate.proxy import Gate
from agent.gate.trace import Tracer
from agent.planner.base import Ask, AskKind
from agent.profile.labels import label_of_kind
from agent.review.sensitivity import known_kind
from agent.store import grants
from agent.store.engine import Store
from agent.store.tables import Grant

MOST_AT_ONCE = 3
"""Look-ups offered together; a page that wants more is not an ordinary form."""

MOST_ALIKE = 2
"""Questions of one task about one address and the same names; a page that writes the time into each request would
otherwise have the person asked at every press."""

PREFIX = "allow "
"""How the keys of these questions begin; no planner may use it."""

LONGEST_VALUE = 200
"""Characters of one value on a question."""

_CHOICES = (grants.YES, "no")


class Permissions:
    """The grants of one attempt."""

    def __init__(self, store: Store, task_id: int, gate: Gate, facts: Mapping[str, str]) -> None:
        self._store = store
        self._task_id = task_id
        self._gate = gate
        self._facts = facts
        self._tracer = Tracer(facts)
        self._given: set[int] = set()

    def apply(self) -> None:
        """Gives the gate what the person allowed. Before each use it asks whether that still holds."""
        for grant in grants.settle(self._store, self._task_id):
            if grant.id not in self._given:
                self._given.add(grant.id or 0)
                self._give(grant)

    def pressing(self) -> None:
        """Notes that a press comes: what was refused while the form was filled in did not follow it.

        It is kept: a page that checks a postcode on blur lets nothing be sent without the answer.
        """
        earlier = [replace(wish, pressed=False) for wish in self._gate.wishes]
        self._gate.wishes.clear()
        self._gate.wishes.extend(earlier)

    def page_left(self) -> None:
        """Forgets what the page before the last press wanted."""
        caused = [wish for wish in self._gate.wishes if wish.pressed]
        self._gate.wishes.clear()
        self._gate.wishes.extend(caused)

    def lookups(self, *, pressed: bool, reads: bool = False) -> list[Ask]:
        """Questions about refused requests that look like look-ups, newest first; files what they are about.

        Args:
            pressed: only those that followed the last press; otherwise all that were refused.
            reads: only plain reads.
        """
        found: list[Ask] = []
        for wish in reversed(list(self._gate.wishes)):
            lookup = read_lookup(wish.request, self._facts)
            if lookup is None or (pressed and not wish.pressed) or (reads and lookup.method != "GET"):
                continue
            if not wish.first_party and not self._plain_address(lookup):
                continue
            lookup = written_out(lookup, self._facts)
            if len(found) < MOST_AT_ONCE and self._file(lookup):
                found.append(self._ask(lookup, first_party=wish.first_party))
        return found

    def sockets(self) -> list[Ask]:
        """Questions about open channels to the task's own sites that were refused; files what they are about."""
        found: list[Ask] = []
        for url in dict.fromkeys(each.partition("?")[0] for each in reversed(list(self._gate.refused_sockets))):
            if not self._gate.is_first_party(url) or len(found) >= MOST_AT_ONCE:
                continue
            host = urlsplit(url).hostname or ""
            grant = Grant(task_id=self._task_id, key=_key("socket", url), kind="socket", what={"url": url},
                          words=f"The page may keep an open channel to {host}")
            if grants.ask(self._store, grant):
                found.append(Ask(grant.key, AskKind.ALLOW, "\n".join((
                    f"May this page keep an open channel to {host}?",
                    f"It wants to talk to {url} all the time, which can't be reviewed message by message. If you say "
                    "yes, it may hear from there. Once something was typed it may only repeat what it said before; "
                    "anything else ends the channel.", "If you say no, the form goes on without it.")), _CHOICES))
        return found

    def address(self, url: str) -> Ask | None:
        """The question whether an address that nobody gave may be opened; None where the answer was no."""
        key = _key("address", url)
        site = urlsplit(url).hostname or ""
        held = {each.key: each.state for each in grants.of_task(self._store, self._task_id)}
        if held.get(key, "asked") != "asked":
            return None
        grants.ask(self._store, Grant(task_id=self._task_id, key=key, kind="address", what={"url": url},
                                      words=f"An address at {site} may be opened"))
        lines = [f"May this address at {site} be opened? Neither you nor the site named it.", url]
        if carried := self._carried(url):
            lines.append(f"Opening it would send your {carried} to {site}.")
        if not self._gate.is_first_party(url):
            lines.append(f"{site} is another site than the task's. The task may go on there if you say yes.")
        return Ask(key, AskKind.ALLOW, "\n".join(lines), _CHOICES)

    def _give(self, grant: Grant) -> None:
        still = partial(grants.holds, self._store, grant.id or 0)
        if grant.kind == "lookup":
            self._gate.allow_lookup(Lookup.from_json(grant.what), still)
        elif grant.kind == "address":
            self._gate.admit(str(grant.what["url"]))
        elif grant.kind == "socket":
            self._gate.grant_socket(str(grant.what["url"]), still)

    def _file(self, lookup: Lookup) -> bool:
        """Whether this look-up is new to the task; files it if so."""
        earlier = [Lookup.from_json(each.what) for each in grants.of_task(self._store, self._task_id)
                   if each.kind == "lookup"]
        alike = [each for each in earlier if _shape(each) == _shape(lookup)]
        if len(alike) >= MOST_ALIKE or any(covers(each, lookup) for each in earlier):
            return False
        host = urlsplit(lookup.origin).hostname or ""
        kinds = self._kinds(lookup)
        return grants.ask(self._store, Grant(
            task_id=self._task_id, key=_lookup_key(lookup), kind="lookup", what=lookup.as_json(),
            words=f"{host} may {_deed(lookup.method, kinds)}"))

    def _ask(self, lookup: Lookup, *, first_party: bool) -> Ask:
        host = urlsplit(lookup.origin).hostname or ""
        kinds = self._kinds(lookup)
        what = "look something up" if kinds or lookup.method == "GET" else "send something"
        lines = [f"May {host} {_deed(lookup.method, kinds)}?",
                 f"The page wants to {what} while the form is being filled in, at {lookup.where}. It was stopped. If "
                 "you say yes, exactly this may be sent there, for this task only:"]
        lines += [_line(part, self._carried(f"{part.name} {part.value}")) for part in lookup.parts] or [
            "- nothing but the address"]
        if not first_party:
            lines.append(f"{host} is another site than the task's.")
        lines.append("If you say no, the form goes on without it.")
        return Ask(_lookup_key(lookup), AskKind.ALLOW, "\n".join(lines), _CHOICES)

    def _plain_address(self, lookup: Lookup) -> bool:
        """Whether another site would learn where the person lives or what they drive, plainly written, and no more.

        Only that is ever offered for other sites: it is what address and vehicle look-ups ask, and a page that wants a
        mail address or a name to go elsewhere is no ordinary form.
        """
        hidden = {kind for part in lookup.parts if not part.kind for kind in self._tracer.find(part.value)}
        return bool(lookup.kinds) and not hidden and all(map(_is_address, lookup.kinds))

    def _kinds(self, lookup: Lookup) -> str:
        """What a look-up holds of the person's: what stands there plainly, and what is found written another way."""
        hidden = [f"{part.name} {part.value}" for part in lookup.parts if not part.kind]
        found = {kind for text in (*hidden, lookup.where) for kind in self._tracer.find(text)}
        return _listed(sorted({*map(_said, lookup.kinds), *map(_said, found)}))

    def _carried(self, text: str) -> str:
        return _listed(sorted({_said(kind) for kind in self._tracer.find(text)}))


def _shape(lookup: Lookup) -> tuple[str, str, tuple[tuple[str, str], ...]]:
    """What stays of a look-up when the page's own values change."""
    return lookup.method, lookup.where, tuple((part.name, part.kind) for part in lookup.parts)


def _is_address(kind: str) -> bool:
    found = known_kind(kind)
    return found is not None and (found.group == "address" or found.base == "vehicle-registration")


def _deed(method: str, kinds: str) -> str:
    """What a look-up does to the one who gets it, after "may"."""
    if kinds:
        return f"be asked with your {kinds}"
    return "be asked for more of this page" if method == "GET" else "be sent a message by this page"


def _said(kind: str) -> str:
    """What a fact is called in a sentence."""
    label = label_of_kind(kind)
    return label if label[:2].isalpha() and label[:2].isupper() else label[:1].lower() + label[1:]


def _line(part: Part, carried: str) -> str:
    hidden = f"; it holds your {carried}, written another way" if carried else ""
    source = f"your {_said(part.kind)}" if part.kind else f"from the page{hidden}"
    return f"- {_one_line(part.name) or 'in the address'}: {_one_line(part.value)} ({source})"


def _one_line(text: str) -> str:
    """Text that a page wrote, so that it can't start a line that looks like ours; whole up to what a person reads."""
    shown = "".join(letter if letter.isprintable() else "⏎" if letter == "\n" else "·" for letter in text)
    return shown if len(shown) <= LONGEST_VALUE else f"{shown[:LONGEST_VALUE]}… ({len(text)} characters)"


def _listed(words: list[str]) -> str:
    return " and ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)


def _lookup_key(lookup: Lookup) -> str:
    said = (lookup.method, lookup.origin, lookup.skeleton, lookup.media_type, *sorted(lookup.kinds))
    return _key("lookup", "\n".join(said))


def _key(kind: str, text: str) -> str:
    return f"{PREFIX}{kind} {hashlib.sha256(text.encode()).hexdigest()[:16]}"
