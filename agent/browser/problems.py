"""What can go wrong with the browser.

BrowserProblem
├── BrowserMissing   none is installed
├── BrowserBroken    it does not start, or died
├── PageGone         the page closed or crashed
├── PageUnreadable   the page did not answer in time: busy, or its navigation is held
├── PictureFailed    no picture could be taken or written
└── EyesClosed       the page script was not registered before the page was made: our own mistake
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


class PageUnreadable(BrowserProblem):
    """The page did not answer in time: it is busy, or its navigation is held."""


class PictureFailed(BrowserProblem):
    """The page gave no picture in time, moved on, or the file could not be written."""


class EyesClosed(BrowserProblem):
    """`open_eyes` has to be called once, before the page is made."""
