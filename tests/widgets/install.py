"""Installs the component libraries, bundles our forms on them, and takes the libraries away again (1.3 GB)."""

from __future__ import annotations

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
if not __package__:
    sys.path.insert(0, str(HERE.parents[1]))  # as a script: only this folder is on the path then

from tests.parts.bundles import Bundles  # noqa: E402  # as a script it needs the line above

_FORMS = Bundles(HERE, "The forms")
BUILD = _FORMS.build


def is_built() -> bool:
    """Whether the bundles of these very sources are there."""
    return _FORMS.are_built()


def main(arguments: list[str]) -> int:
    """Builds; ``--keep`` leaves the libraries there, for who works on the forms."""
    return _FORMS.install(arguments, without_npm="npm is not installed.", code_without_npm=1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
