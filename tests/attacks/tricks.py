"""What a page that changes what it sends is made of: the page, what it does ungated, what must come of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.attacks.oracle import carries, needles, pairs_of
from tests.attacks.site import Answers
from tests.attacks.trial import VALUES, Scene
from tests.parts.recording import Arrived, Reply

MARKS = needles(VALUES)
POST = 'method="post" action="/send"'


@dataclass(frozen=True, slots=True)
class Seen:
    """What the two servers hold so far."""

    site: Sequence[Arrived]
    evil: Sequence[Arrived]

    @property
    def posts(self) -> int:
        """Writes at the site."""
        return sum(each.method not in ("GET", "HEAD", "OPTIONS") for each in self.site)

    @property
    def stolen(self) -> bool:
        """Whether the other site has something of the person's."""
        return any(carries(each, MARKS) for each in self.evil)

    def sent(self, name: str) -> list[str]:
        """The values under this name, whatever way they came."""
        return [value for each in self.site for key, value in pairs_of(each, "windows-1252") if key == name]

    def at(self, path: str) -> list[Arrived]:
        """The requests to this path of the site."""
        return [each for each in self.site if each.target.split("?")[0] == path]


Does = Callable[[Seen], bool]


def has(name: str, value: str) -> Does:
    """The site gets this value under this name, which the person never saw or wanted."""
    return lambda seen: value in seen.sent(name)


def posts(number: int) -> Does:
    """The site gets so many writes."""
    return lambda seen: seen.posts >= number


def at(path: str) -> Does:
    """The site gets a request there that carries the person's data."""
    return lambda seen: any(carries(each, MARKS) for each in seen.at(path))


def stolen(seen: Seen) -> bool:
    """The other site gets something of the person's."""
    return seen.stolen


@dataclass(frozen=True, slots=True)
class Trick:
    """One page of the set. What is said of ``arrive`` to ``sheets`` is with the gate, ``does`` without it."""

    name: str
    html: str
    does: Does
    arrive: int = 1                              # requests that arrive, each exactly as approved
    ends: str = "done"                           # the task's state
    shows: Mapping[str, str] = field(default_factory=dict)   # rows on the last sheet that was approved, or on the first
    warns: str = ""                              # part of a warning on some sheet
    flags: Mapping[str, str] = field(default_factory=dict)   # a flag that a row of the first sheet must have
    races: bool = False                          # which of its requests comes first is chance: only holes count
    sheets: int | None = None                    # how often the person is shown something; None: not fixed
    approvals: int = 1
    edit: bool = False
    parked: bool = False
    renewed: tuple[str, ...] = ()                # the site's own tokens, which may differ
    named: tuple[str, ...] = ()                  # addresses that the site's own redirect gives
    charset: str = "utf-8"
    text: str = "Fill in this form"
    files: bool = False
    answers: Callable[[str, str], Answers] | None = None
    pages: Mapping[str, str] = field(default_factory=dict)

    def scene(self, document: Path) -> Scene:
        """The site that serves it."""
        start = {"/": self.html} if self.html else {}
        return Scene({**start, **self.pages}, text=self.text, answers=self.answers,
                     files=(document,) if self.files else (), parked=self.parked)


NAME = '<p><label>Full name <input name="full_name" autocomplete="name"></label></p>'
EMAIL = '<p><label>Email <input name="email" type="email" autocomplete="email"></label></p>'


def form(more: str = "", attributes: str = POST, button: str = "<button>Send</button>", script: str = "",
         outside: str = "", head: str = "", fields: str = NAME + EMAIL) -> str:
    """An ordinary form for name and e-mail with something added."""
    lines = f"<script>const host = document.getElementById('host');{script}</script>" if script else ""
    return (f"<!doctype html><html lang='en'><meta charset='utf-8'><title>Register</title>{head}<h1>Register</h1>"
            f"<form id='host' {attributes}>{fields}{more}{button}</form>{outside}{lines}</html>")


def on_submit(script: str) -> str:
    """A script that runs as the form is being sent."""
    return f"host.addEventListener('submit', (event) => {{ {script} }});"


def answer(method: str, path: str, *replies: Reply) -> Callable[[str, str], Answers]:
    """Answers a request there with these, one after the other, the last for good; ``@EVIL@`` in a header is filled."""
    def made(site: str, evil: str) -> Answers:
        left = list(replies)

        def reply(request: Arrived) -> Reply | None:
            if request.method != method or request.target.split("?")[0] != path:
                return None
            found = left.pop(0) if len(left) > 1 else left[0]
            headers = tuple((name, value.replace("@EVIL@", evil).replace("@SITE@", site))
                            for name, value in found.headers)
            return type(found)(**{**{each: getattr(found, each) for each in _names(found)}, "headers": headers,
                                  "body": found.body.replace(b"@EVIL@", evil.encode())})
        return reply
    return made


def _names(reply: Reply) -> list[str]:
    return [name for kind in type(reply).__mro__ for name in getattr(kind, "__slots__", ())]
