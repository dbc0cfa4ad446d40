"""How a run goes on: before the last of a planner's actions is done, and after a press. Pure.

What comes before the last action, once all changes are made:

| the last action                         | waited | comes first                                             |
|-----------------------------------------|--------|---------------------------------------------------------|
| giving up                               | no     | WAIT: the page may still be bringing something          |
| giving up                               | yes    | OFFER_ALL: what the gate refused may be what is missing |
| a sending or next step, page has errors | any    | OFFER_READS: it misses an answer, and is not sent so    |
| anything else, or none                  | any    | NOTHING                                                 |
"""

from __future__ import annotations

from enum import StrEnum

from agent.browser.page import PageMap
from agent.planner.base import Action, ButtonKind, Click, GiveUp


class First(StrEnum):
    """What comes before the last action."""

    WAIT = "wait"
    OFFER_ALL = "offer all"        # the person is asked about refused look-ups and channels, if there are any
    OFFER_READS = "offer reads"    # only about refused plain reads
    NOTHING = "nothing"


def first_of_all(final: Action | None, page: PageMap, *, waited: bool) -> First:
    """Decides by the table above; ``waited``: the page has been given time since the last action was done."""
    if isinstance(final, GiveUp):
        return First.OFFER_ALL if waited else First.WAIT
    if isinstance(final, Click) and final.kind is not ButtonKind.OTHER and page.errors:
        return First.OFFER_READS
    return First.NOTHING


class After(StrEnum):
    """Where a press has led."""

    UNCOVERED = "uncovered"    # a cookie wall was answered: the form under it is still to be gone on with
    NEXT_PAGE = "next page"
    SAME_PAGE = "same page"


def after_press(*, of_wall: bool, sent: bool, moved: bool) -> After:
    """Where a press has led.

    Args:
        of_wall: it was a cookie wall's button.
        sent: it sent something.
        moved: the run stands on another page or address than before.
    """
    if of_wall and not sent:
        return After.UNCOVERED
    return After.NEXT_PAGE if sent or moved else After.SAME_PAGE
