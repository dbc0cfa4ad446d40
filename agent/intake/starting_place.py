"""Where a task without an address could start: known sites first, then its documents, else a question; pure.

| the person's words       | known sites that fit      | its documents name        | it starts                         |
|--------------------------|---------------------------|---------------------------|-----------------------------------|
| with an address          | any                       | any                       | there                             |
| their own, no address    | one, surely               | nothing, or that site     | there, and says why               |
| their own, no address    | one, surely               | another site              | where they say, that one proposed |
| their own, no address    | several, or not surely    | any                       | where they say, those proposed    |
| taken from a document    | any                       | any                       | where they say                    |
| any                      | none                      | any                       | where they say                    |

Bias: favours asking. What a document names is only ever proposed, never opened without the person's yes; nothing is
looked up anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import quote, unquote, urlsplit

from agent.intake.errands import Errand, Fit, how_well
from agent.intake.look_alikes import like_one_of, same_site
from agent.intake.topics import topic_of
from agent.protocol.display import display

MOST_KNOWN = 4
MOST_NAMED = 5
"""Proposals of each sort. More are no help, and a letter with a hundred addresses must not bury what is known."""

LONGEST_PLAIN = 12
"""Characters of a value in an address that can be a page's number; longer ones may be of one use, or the person's."""

LONGEST_HOST = 100
"""Characters of a document's host that is proposed: whose site it is stands at its end, which must be seen."""

LONGEST_NAME = 60
"""Characters of a document's or an earlier task's name in a reason."""


class Why(StrEnum):
    """Why a task starts where it does, or why it asks."""

    GIVEN = "given"              # the person gave the address, beside the task or in its words
    KNOWN = "known"              # the same errand was done there before
    SEVERAL = "several"          # more than one place fits
    UNSURE = "unsure"            # a known site may fit
    DOCUMENT = "document"        # only a document names an address, or another one than is known
    NOTHING = "nothing"
    ANSWER = "answer"            # the person answered the question, or changed the address


@dataclass(frozen=True, slots=True)
class Named:
    """An address that one of the task's documents names."""

    url: str
    document: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """An address to start at. ``reason`` is for the person."""

    url: str
    reason: str


@dataclass(frozen=True, slots=True)
class Start:
    """``url`` is empty where the person is asked; ``reason`` is a whole sentence for them."""

    why: Why
    url: str
    reason: str
    proposals: tuple[Proposal, ...] = ()


def start_of(words: str, url: str, earlier: Sequence[Errand], named: Sequence[Named], *, own_words: bool) -> Start:
    """Decides where a task starts.

    Args:
        words: the task's.
        url: the address that the person gave; '' if none.
        earlier: what the person had done before, newest first.
        named: what its documents name, in their order.
        own_words: the words are the person's, not those of an e-mail's subject.
    """
    fits = [(each, how_well(topic_of(words), each)) for each in earlier]
    sure = _each_once([each for each, fit in fits if fit is Fit.SURE])
    if url:
        return _given(url, sure)
    likely = _each_once([each for each, fit in sorted(fits, key=lambda pair: -pair[1]) if fit is not Fit.NONE])
    proposals = _proposals(likely, named, earlier)
    doubt = _doubt(sure, likely, named, earlier, own_words)
    if doubt is None:
        return _known(sure[0], proposals)
    return Start(doubt, "", _SENTENCES[doubt], proposals)


_SENTENCES = {
    Why.SEVERAL: "More than one place fits. It asks you where to start.",
    Why.UNSURE: "It is not sure where this is done. It asks you where to start.",
    Why.DOCUMENT: "Its documents name an address. It asks you before it opens one from there.",
    Why.NOTHING: "No site is known for this. It asks you where to start.",
}


def place(url: str) -> str:
    """The host of an address, with its port if it names one."""
    return urlsplit(url).netloc


def _doubt(sure: Sequence[Errand], likely: Sequence[Errand], named: Sequence[Named], earlier: Sequence[Errand],
           own_words: bool) -> Why | None:
    """Why the person is asked; None where one known place is sure."""
    if not sure:
        return Why.DOCUMENT if named else Why.UNSURE if likely else Why.NOTHING
    first = sure[0]
    if any(each.form != first.form for each in sure):
        return Why.SEVERAL
    host = urlsplit(first.url).hostname or ""
    if not own_words or any(not same_site(urlsplit(each.url).hostname or "", host) for each in named):
        return Why.DOCUMENT
    if not _can_be_used_again(first.url) or like_one_of(host, _hosts(earlier)):
        return Why.UNSURE
    return None


def _can_be_used_again(url: str) -> bool:
    """Whether an address holds nothing that could be of one use or personal, such as a code from a letter."""
    parts = urlsplit(url)
    values = re.split(r"[=&;]", unquote(f"{parts.query}&{parts.fragment}"))
    codes = [each for each in parts.path.split("/") if len(each) > LONGEST_PLAIN and sum(map(str.isdigit, each)) > 4]
    return not codes and all(len(value) <= LONGEST_PLAIN and "@" not in value for value in values)


def _each_once(errands: Sequence[Errand]) -> list[Errand]:
    """The newest of each form, in the order given."""
    found: dict[str, Errand] = {}
    for each in errands:
        found.setdefault(each.form, each)
    return list(found.values())


def _hosts(earlier: Sequence[Errand]) -> list[str]:
    return list(dict.fromkeys(urlsplit(each.url).hostname or "" for each in earlier))


def _proposals(likely: Sequence[Errand], named: Sequence[Named], earlier: Sequence[Errand]) -> tuple[Proposal, ...]:
    known = _hosts(earlier)
    found: dict[str, str] = {}
    for each in likely[:MOST_KNOWN]:
        found.setdefault(_plain(each.url), _before(each))
    rest: dict[str, str] = {}
    for one in named:
        if _plain(one.url) not in found and len(place(one.url)) <= LONGEST_HOST:
            rest.setdefault(_plain(one.url), _named(one, known))
    found.update(list(rest.items())[:MOST_NAMED])
    return tuple(Proposal(url, reason) for url, reason in found.items())


def _plain(url: str) -> str:
    """An address as a browser asks for it: nothing in it can imitate the words around it."""
    return "".join(sign if sign.isascii() else quote(sign, errors="replace") for sign in url)


def _named(each: Named, known: Sequence[str]) -> str:
    host = urlsplit(each.url).hostname or ""
    words = f"named in “{display(each.document, LONGEST_NAME)}”"
    if any(same_site(host, one) for one in known):
        return f"{words}; you have sent something to this site before"
    if like := like_one_of(host, known):
        return f"{words}; careful: it looks like {like}, which you know, and is another site"
    return f"{words}; you have sent nothing there yet"


def _given(url: str, sure: Sequence[Errand]) -> Start:
    again = next((each for each in sure if each.url == url), None)
    if again is None:
        return Start(Why.GIVEN, url, f"Starts at {place(url)} because you gave this address.")
    return _known(again, ())


def _known(errand: Errand, proposals: tuple[Proposal, ...]) -> Start:
    return Start(Why.KNOWN, errand.url, f"Starts at {place(errand.url)} because {_before(errand)}.", proposals)


def _before(each: Errand) -> str:
    return f"you sent “{display(each.title, LONGEST_NAME)}” there{f' on {each.day}' if each.day else ''}"
