"""Names the state a page is in, so that pressing the same thing on the same state twice is noticed."""

from __future__ import annotations

import hashlib

from agent.browser.page import PageMap


def page_signature(page: PageMap) -> str:
    """A digest of address, headings, controls with their values, buttons and errors; holds no readable value."""
    digest = hashlib.sha256()
    for piece in (
        page.url.partition("#")[0],
        *(heading.text for heading in page.headings),
        *(
            f"{c.name} {c.id} {c.type} {c.label} {c.value} {c.checked} {[o.selected for o in c.options]}"
            for c in page.controls
            if c.type != "hidden"
        ),
        *(f"{b.text} {b.value} {b.disabled}" for b in page.buttons if b.visible),
        *page.errors,
    ):
        digest.update(piece.encode("utf-8", "replace") + b"\0")
    return digest.hexdigest()
