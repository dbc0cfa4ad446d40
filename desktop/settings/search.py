"""Which settings fit what was typed into the search field, and how they are grouped. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from agent.protocol.messages import SettingDoc


def fits(setting: SettingDoc, query: str) -> bool:
    """Whether every word of the query is in the setting's label, help, group or choices."""
    text = " ".join([setting["label"], setting["help"], setting["group"], setting["key"],
                     *(label for _, label in setting["choices"])]).lower()
    return fits_words(query, text)


def fits_words(query: str, text: str) -> bool:
    """Whether every word of the query is in the text."""
    return all(word in text.lower() for word in query.lower().split())


def groups(settings: Sequence[SettingDoc]) -> dict[str, list[SettingDoc]]:
    """Settings by heading, in the order in which they came."""
    found: dict[str, list[SettingDoc]] = {}
    for each in settings:
        found.setdefault(each["group"], []).append(each)
    return found
