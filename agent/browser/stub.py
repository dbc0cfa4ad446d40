"""A stub in place of the system's opener, so that ``mailto:`` and other schemes can't carry data to a program.

Measured (findings/gate.md): Chromium on Linux calls ``xdg-open`` from PATH for external schemes, headless, without
asking. On Windows and macOS this is not measured; there the page can't reach a handler from headless mode as far
as is known, and the self-test does not cover it.
"""

from __future__ import annotations

import os
from pathlib import Path

SCRIPT = "#!/bin/sh\nexit 1\n"
"""What stands in for every opener: nothing."""

FLAG_VARIABLES = frozenset({"CHROMIUM_FLAGS", "CHROMIUM_USER_FLAGS", "CHROME_USER_FLAGS", "GOOGLE_CHROME_FLAGS"})
"""Distributions' wrappers add these to the command line, where the last of two flags wins."""

OPENERS = ("xdg-open", "xdg-email", "gio", "gnome-open", "kde-open", "kde-open5", "exo-open")


def environment_with_stub(folder: Path) -> dict[str, str]:
    """The environment for the browser: our do-nothing openers stand first in PATH, proxy variables are gone.

    Args:
        folder: private folder to keep the stubs in.
    """
    stubs = folder / "stubs"
    stubs.mkdir(exist_ok=True, mode=0o700)
    stubs.chmod(0o700)
    for name in OPENERS:
        path = stubs / name
        if not path.is_file() or path.read_text() != SCRIPT:  # whatever else stands there is not ours
            path.unlink(missing_ok=True)
            path.write_text(SCRIPT)
            path.chmod(0o700)
    kept = {name: value for name, value in os.environ.items()
            if not name.lower().endswith("_proxy") and name != "SSLKEYLOGFILE" and name not in FLAG_VARIABLES
            and not name.startswith(("ANTHROPIC_", "COUNTERSIGN_"))}
    return {**kept, "PATH": f"{stubs}{os.pathsep}{kept.get('PATH', os.defpath)}"}
