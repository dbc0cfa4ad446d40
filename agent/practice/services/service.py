"""What every service of the council has in common: its name, words, references and confirmation page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from html import escape

from agent.practice import layout
from agent.practice.messages import Reply, html, see_other
from agent.practice.visit import Visit

Handler = Callable[[Visit], Reply]
Routes = dict[str, dict[str, Handler]]
"""Handlers by path, then by method."""


@dataclass(frozen=True, slots=True)
class Service:
    """A thing that residents can do online. ``prefix`` begins its reference numbers."""

    name: str
    title: str
    blurb: str
    takes: str                   # how long it takes, and what it does not ask for
    prefix: str
    headline: str                # of the confirmation
    what_next: tuple[str, ...]

    @property
    def crumbs(self) -> tuple[layout.Crumb, ...]:
        """The way here from the home page."""
        return ("Home", "/"), (self.title, f"/{self.name}")

    def opening(self, text: str) -> str:
        """The headline of the form's page and what to know before beginning."""
        return f'<h1>{escape(self.title)}</h1><p class="lead">{escape(text)}</p>'

    def confirm(self, visit: Visit) -> Reply:
        """The page that a sent form leads to. The router has checked that the reference is one of ours."""
        reference = visit.incoming.path.rpartition("/")[2]
        body = layout.confirmation(self.headline, reference, self.what_next)
        return html(layout.page(self.headline, body, crumbs=(*self.crumbs, ("Received", ""))))

    def received(self, reference: str) -> Reply:
        """Leads to the confirmation of a new record."""
        return see_other(f"/{self.name}/confirmation/{reference}")
