"""Compares the page that shows everything back with what was sent before it: "check your answers". Pure.

A site that kept something else than was typed shows it there, and nowhere later. What differs is said on the
sheet of the last step; whether it goes on is the person's decision, as always.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from agent.browser.page import PageMap
from agent.gate.fold import squash
from agent.planner.base import Click

PAGE_TEXT = 2_000
"""Characters of the page's own text that go on the sheet of a last step without data of its own."""
SHOWN_BACK = 2
"""Values that a page shows back from which it counts as a summary."""
SHORTEST = 3
"""Letters and digits that a value needs to be looked for: "yes" stands on any page."""
MOST = 5
"""Differences that are said one by one."""


def not_shown_back(page_text: str, sent: Iterable[Sequence[Mapping[str, Any]]]) -> list[str]:
    """Sentences about what was sent and does not stand on the page that shows the rest.

    Args:
        page_text: the summary's own text.
        sent: the rows of each sheet that went out before, oldest first; of a field that was sent twice the last counts.
    """
    text = squash(page_text)
    rows = {str(row["label"] or row["name"]): row for sheet in sent for row in sheet if _is_typed(row)}
    missing = [label for label, row in rows.items() if not any(each in text for each in _spellings(row))]
    shown = len(rows) - len(missing)
    if shown < SHOWN_BACK:
        return []
    told = [label for label in missing if squash(label) and squash(label) in text]
    return [f"This page names “{label[:80]}”, but does not show what you sent for it: “{_value(rows[label])[:80]}”."
            for label in told[:MOST]]


def _is_typed(row: Mapping[str, Any]) -> bool:
    """Whether a row is a plain answer of the person's, long enough to be looked for."""
    return row["source"] in ("profile", "task", "answer", "you") and not row.get("file") and len(
        squash(_value(row))) >= SHORTEST


def _value(row: Mapping[str, Any]) -> str:
    return str(row["shown"] or row["value"])


def _spellings(row: Mapping[str, Any]) -> set[str]:
    return {squash(str(each)) for each in (row["shown"], row["value"]) if each and len(squash(str(each))) >= SHORTEST}


def own_words(page: PageMap, click: Click) -> str:
    """What the page itself says, from its main heading to the button: its summary, without menus and footers."""
    heading = next((each.text for each in page.headings if each.level == 1), "")
    _, _, after = page.text.partition(heading)
    text = after or page.text
    before, found, _ = text.rpartition(click.text)
    return _links_beside(before if found else text, page).strip()[:PAGE_TEXT]


def _links_beside(text: str, page: PageMap) -> str:
    """The text with each line that is a link ("Change your name") put behind the line that it belongs to."""
    links = {" ".join(each.text.split()) for each in page.links}
    lines: list[str] = []
    for line in text.split("\n"):
        if line.strip() in links and lines and lines[-1].strip():
            lines[-1] += f" [{line.strip()}]"
        else:
            lines.append(line)
    return "\n".join(lines)
