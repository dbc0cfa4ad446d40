"""Writes a file that the person asked for: for its owner alone, and over another only where they said so."""

from __future__ import annotations

import os
from pathlib import Path

from agent.desk.capability import Argument
from agent.store.home import private
from agent.store.problems import NotNow

FORCE = Argument("force", "write over a file that is there already", option=True, flag=True, required=False)


def write(file: str, data: bytes, *, force: bool) -> Path:
    """Writes the whole file.

    Returns:
        Where it is.

    Raises:
        NotNow: it exists and ``force`` was not said, or it can't be written; what was there is as it was.
    """
    path = Path(file)
    try:
        if not force:
            with path.open("xb") as out:
                private(path)
                out.write(data)
            return path.absolute()
        beside = path.with_name(f".{path.name}.{os.urandom(4).hex()}")
        try:
            write(str(beside), data, force=False)
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)
    except FileExistsError:
        raise NotNow(f"{path.name} exists already and was left as it is. Give another name, or write over it with "
                     "--force.") from None
    except OSError as problem:
        raise NotNow(f"{path.name} can't be written: {problem.strerror or problem}.") from problem
    return path.absolute()
