"""Reads the answer pages: each begins with ``=== name | language | title | reference``, its HTML follows."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

FRAME = ("<!doctype html><title>Frame</title><h1>Thank you</h1><p>Your request has been received. "
         "Reference number: {reference}</p>")
"""What stands in a frame of a page: in ``{own}`` the site's own, in ``{ad}`` somebody else's."""


@dataclass(frozen=True, slots=True)
class AnswerPage:
    """One page. ``reference`` is what a confirming page shows, '' for none."""

    name: str
    language: str
    title: str
    reference: str
    body: str

    def html(self, own: str, ad: str) -> str:
        """The whole document, with the addresses of its frames."""
        body = self.body.replace("{own}", own).replace("{ad}", ad)
        return (f'<!doctype html><html lang="{self.language}"><meta charset=utf-8><title>{self.title}</title>'
                f"<body>{body}</body></html>")


def pages_of(name: str) -> list[AnswerPage]:
    """All pages of one file beside this one."""
    text = (Path(__file__).parent / name).read_text(encoding="utf-8")
    return [_page(piece) for piece in f"\n{text}".split("\n=== ")[1:]]


def short_pages(name: str) -> list[tuple[str, ...]]:
    """Pages of a heading and a few sentences, one a line: heading, text, and the reference where there is one."""
    lines = (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()
    return [tuple(part.strip() for part in line.split(" |")) for line in lines]


def _page(piece: str) -> AnswerPage:
    head, _, body = piece.partition("\n")
    name, language, title, *reference = (part.strip() for part in head.split(" | "))
    return AnswerPage(name, language, title, reference[0] if reference else "", body)
