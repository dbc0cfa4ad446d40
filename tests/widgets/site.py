"""Serves one form with its bundle, records what it sends, and takes it through the app."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from tests.flows.flow import Flow, Group, Sent
from tests.flows.ground import OwnGround
from tests.flows.harness import Outcome, take
from tests.flows.server import Answer, Heard, Site, as_json, running
from tests.sites.expected import ELEANOR
from tests.widgets.form import ANSWERS, TASK, Form, Verdict, judge
from tests.widgets.install import BUILD

PATIENCE = 180.0
"""Seconds a form may take; the cores may be busy."""


def site_of(form: Form) -> Site:
    """The form at its own address, its bundle, and the address that it sends to."""
    page = (f'<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Thornmere Vale</title>'
            f'<meta name="viewport" content="width=device-width, initial-scale=1">'
            f'<link rel="stylesheet" href="/assets/{form.name}.css"><link rel="icon" href="data:,">'
            f'<script type="module" src="/assets/{form.name}.js"></script></head>'
            f'<body><div id="root"></div></body></html>')
    return Site({
        f"GET /{form.name}": lambda _site, _request: Answer(page),
        f"GET /assets/{form.name}.js": lambda _site, _request: _file(f"{form.name}.js", "text/javascript"),
        f"GET /assets/{form.name}.css": lambda _site, _request: _file(f"{form.name}.css", "text/css"),
        f"POST /api/{form.name}": _record,
    })


def _file(name: str, kind: str) -> Answer:
    path = BUILD / name
    return Answer(path.read_bytes() if path.is_file() else b"", kind=kind)


def _record(site: Site, request: Heard) -> Answer:
    return as_json({"reference": site.accept(request)})


@dataclass(slots=True)
class Result:
    """How one form went. ``verdicts`` are all wrong where nothing arrived."""

    form: Form
    outcome: Outcome
    verdicts: list[Verdict] = field(default_factory=list)
    times: int = 0                   # submissions that arrived

    @property
    def right(self) -> int:
        """Fields that arrived as they must."""
        return sum(each.right for each in self.verdicts)


async def through(form: Form) -> Result:
    """Takes a form from the task to the recorder; the person answers by label and approves what they are shown."""
    kept: list[Sent] = []

    @contextmanager
    def opened() -> Iterator[OwnGround]:
        with running(site_of(form)) as site:
            ground = OwnGround(site, f"{site.url}/{form.name}")
            yield ground
            kept.extend(ground.accepted())

    usual = tuple(sorted((name, value) for name in form.fields for value in form.right(name)[0]))
    flow = Flow(form.name, Group.SINGLE, TASK, opened, (Sent(f"/api/{form.name}", usual),), answers=ANSWERS,
                file="photo.png" if "document" in form.fields else "", facts=ELEANOR)
    outcome = await take(flow, patience=PATIENCE)
    return Result(form, outcome, judge(form, kept[-1].pairs if kept else ()), len(kept))
