"""One plain sentence of what would happen."""

from __future__ import annotations

from urllib.parse import urlsplit

from agent.gate.site import is_this_computer
from agent.protocol import Flag, SourceKind
from agent.protocol.display import display
from agent.review.sheet import Row, Sheet

NAMED = 5
"""Values named in the sentence; the rest is counted."""
_NAME = 40
"""Characters of one name in the sentence."""


def sentence(sheet: Sheet, *, new_site: bool = False, named: int = NAMED, before: int = 0) -> str:
    """Returns "Send 9 values to council.example over https (new site): meter reading, …".

    Args:
        sheet: what would be sent.
        new_site: nothing was sent to this origin before.
        named: how many values to name at most.
        before: how many steps of the same form went before.
    """
    values = [row for row in sheet.rows if Flag.RENEWED not in row.flags and not row.opened
              and (row.value or row.flags)]
    where = place(sheet) + (" (new site)" if new_site else "")
    if not values:
        went = f", after {before} {'step' if before == 1 else 'steps'} that went before" if before else ""
        return f"Send a request without values of its own to {where}{went}"
    shown = sorted(values, key=lambda row: row.source.kind in {SourceKind.HIDDEN, SourceKind.PAGE})[:named]
    names = ", ".join(display(_name(row), _NAME) for row in shown)
    more = f" and {len(values) - len(shown)} more" if len(values) > len(shown) else ""
    own = len(sheet.needs_own_yes)
    yes = f"; {own} of them {'needs' if own == 1 else 'need'} your own yes" if own else ""
    files = sum(Flag.FILE in row.flags for row in values)
    attached = f", {files} of them {'a file' if files == 1 else 'files'}," if files else ""
    yes += "; part of it can't be read" if sheet.problems else ""
    return f"Send {len(values)} {'value' if len(values) == 1 else 'values'}{attached} to {where}: {names}{more}{yes}"


def place(sheet: Sheet) -> str:
    """Returns host, port where it is not the usual one, and protocol, as the wire has them."""
    parts = urlsplit(sheet.origin)
    if is_this_computer(parts.hostname or ""):
        return f"{display(parts.netloc, 0)} on this computer"
    warning = "" if parts.scheme == "https" else ", which is not encrypted"
    return f"{display(parts.netloc or 'an unreadable address', 0)} over {parts.scheme or 'unknown'}{warning}"


def _name(row: Row) -> str:
    return row.label or row.name
