"""Installs the form libraries, bundles our applications on them, and takes the libraries away again (300 MB)."""

from __future__ import annotations

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
if not __package__:
    sys.path.insert(0, str(HERE.parents[1]))  # as a script: only this folder is on the path then

from tests.parts.bundles import Bundles  # noqa: E402  # as a script it needs the line above

_APPLICATIONS = Bundles(HERE, "The single-page applications")
BUILD = _APPLICATIONS.build


def is_built() -> bool:
    """Whether the bundles of these very sources are there."""
    return _APPLICATIONS.are_built()


def missing() -> str:
    """Why the applications can't be driven here, for a skip; empty where they can."""
    return "" if is_built() else "the single-page applications are not built (python tests/flows/install.py)"


def main(arguments: list[str]) -> int:
    """Builds; ``--keep`` leaves the libraries there, for who works on the applications.

    Exit code 0 also where npm is missing, because the tests then skip with a reason.
    """
    return _APPLICATIONS.install(
        arguments, code_without_npm=0,
        without_npm="npm is not installed: the tests with single-page applications will be skipped.")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
