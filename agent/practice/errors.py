"""What can go wrong in the practice site.

::

    PracticeError
    ├── Malformed        the request can't be read; answered with 400
    ├── TooLarge         the body is over the limit; answered with 413
    ├── WrongMediaType   a body of a kind that the page doesn't take; answered with 415
    └── NotStarted       the server could not be started, for example because the port is taken

The texts name shapes and limits only, never a value that somebody sent.
"""

from __future__ import annotations


class PracticeError(Exception):
    """Root of everything this package raises on purpose."""


class Malformed(PracticeError):
    """The request can't be read."""


class TooLarge(PracticeError):
    """The body is over the limit."""


class WrongMediaType(PracticeError):
    """The body is of a kind that the page doesn't take."""


class NotStarted(PracticeError):
    """The server could not be started."""
