"""A glance at the database without opening the store: what a start needs to know before the heavy parts are loaded."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

_FRESH = """SELECT count(*) FROM task WHERE
    (state = 'queued'
     OR (state = 'needs_review' AND id IN (
         SELECT task_id FROM submission WHERE state IN ('approved', 'editing', 'sent_back')))
     OR (state = 'needs_answer' AND id NOT IN (SELECT task_id FROM question WHERE state = 'asked')))
    AND id NOT IN (SELECT task_id FROM submission WHERE state = 'answered')"""


@dataclass(frozen=True, slots=True)
class Glance:
    """``fresh``: how many tasks are ready for a browser that knows nothing yet; ``country`` as the profile has it."""

    fresh: int = 0
    country: str = ""


def glance(database: Path) -> Glance:
    """Looks, and changes nothing; whatever can't be read says that there is nothing to do."""
    if not database.exists():
        return Glance()
    try:
        with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
            fresh = connection.execute(_FRESH).fetchone()[0]
            country = connection.execute("SELECT value FROM fact WHERE kind = 'country'").fetchone()
    except sqlite3.DatabaseError:
        return Glance()  # the store itself will say what is wrong
    return Glance(int(fresh), str(country[0]) if country else "")
