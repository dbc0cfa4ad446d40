"""The two commands: `python3 installers/bootstrap.py run` and `… test`. Checks the Python before anything else.

Nothing newer than Python 3.6 may stand in this file: an old Python must get as far as the message below.
"""

import sys
from pathlib import Path

OLDEST = (3, 11)


def version_problem(major: int, minor: int, executable: str) -> str:
    """What to say to a Python that is too old; empty for one that will do."""
    if (major, minor) >= OLDEST:
        return ""
    return (
        f"Countersign needs Python {OLDEST[0]}.{OLDEST[1]} or newer; this is {major}.{minor} ({executable}).\n"
        "Install a newer one, then run the same command with it, for example:\n"
        f"    python{OLDEST[0]}.{OLDEST[1]} installers/bootstrap.py run\n"
    )


def main() -> int:
    """Starts the command once the Python is known to be new enough."""
    problem = version_problem(sys.version_info[0], sys.version_info[1], sys.executable)
    if problem:
        sys.stderr.write(problem)
        return 2
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
    from installers.command import main as start  # not at the top: an older Python can't read that file

    return start(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
