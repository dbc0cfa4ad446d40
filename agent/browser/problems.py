"""What can go wrong with the browser.

BrowserProblem
├── BrowserMissing   none is installed
├── BrowserBroken    it does not start, or died
└── PageGone         the page closed or crashed
"""

from __future__ import annotations


class BrowserProblem(Exception):
    """Base of all; the text is for the person."""


class BrowserMissing(BrowserProblem):
    """No browser was found."""


class BrowserBroken(BrowserProblem):
    """The browser does not start or died."""


class PageGone(BrowserProblem):
    """The page is no longer there."""
