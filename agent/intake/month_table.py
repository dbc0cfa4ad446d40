"""What the months are called in many languages, from a table beside this file: Babel reads 3 MB to tell it.

The table is CLDR's through Babel: by language the twelve months, each wide and short as in a date, then wide and short
standing alone. ``python -m agent.intake.month_table`` writes it anew; a test holds it against Babel.
"""

from __future__ import annotations

import json
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "nl", "pl", "sv", "da", "nb", "fi", "cs", "sk", "ro", "hu", "sl", "et",
             "ca", "ga", "cy", "tr", "el", "bg", "uk", "ru")
"""Languages whose month names are understood."""

Months = list[list[str]]
"""Of one language, January first: what each month is called."""

_FILE = "months.json"


@lru_cache(maxsize=1)
def month_table() -> dict[str, Months]:
    """The table, by language."""
    found: dict[str, Months] = json.loads(files(__package__).joinpath(_FILE).read_text("utf-8"))
    return found


def from_babel() -> dict[str, Months]:
    """The table as Babel has it; takes a second."""
    from babel import Locale

    return {language: [[str(Locale(language).months[context][width][number])
                        for context in ("format", "stand-alone") for width in ("wide", "abbreviated")]
                       for number in range(1, 13)] for language in LANGUAGES}


if __name__ == "__main__":
    lines = (f"{json.dumps(language)}: {json.dumps(months, ensure_ascii=False)}"
             for language, months in from_babel().items())
    Path(__file__).with_name(_FILE).write_text("{\n" + ",\n".join(lines) + "\n}\n", "utf-8")
