"""What can go wrong with a chore.

ChoreProblem
├── BadRule        a recurrence that is none, or that is not offered here
├── BadZone        no such time zone
├── BadTemplate    a text whose {names} can't be used
└── BadCalendar    a calendar file that can't be read or written
"""

from __future__ import annotations


class ChoreProblem(Exception):
    """Base of all; the text is for the person."""


class BadRule(ChoreProblem):
    """A recurrence that can't be used."""


class BadZone(ChoreProblem):
    """No such time zone."""


class BadTemplate(ChoreProblem):
    """A text whose names can't be used."""


class BadCalendar(ChoreProblem):
    """A calendar file that can't be used."""
