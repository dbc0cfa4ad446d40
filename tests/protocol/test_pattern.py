"""A pattern compiled late finds the same as one compiled at once, and every one of the product compiles."""

from __future__ import annotations

import gc
import importlib
import pkgutil
import re

import pytest

import agent
from agent.protocol.pattern import _METHODS, Pattern


@pytest.mark.parametrize(("pattern", "flags", "text"), [
    (r"\b(\w)(\w*)\b", 0, "Meter reading"), ("reading", re.IGNORECASE, "READING reading"),
    (r"^a|b$", re.MULTILINE, "a\nb"), ("x", 0, "none"),
])
def test_it_finds_the_same(pattern: str, flags: int, text: str) -> None:
    late, at_once = Pattern(pattern, flags), re.compile(pattern, flags)
    assert [each.span() for each in late.finditer(text)] == [each.span() for each in at_once.finditer(text)]
    assert (late.findall(text), late.split(text), late.sub("-", text), late.subn("-", text)) == (
        at_once.findall(text), at_once.split(text), at_once.sub("-", text), at_once.subn("-", text))
    for name in ("search", "match", "fullmatch"):
        assert str(getattr(late, name)(text)) == str(getattr(at_once, name)(text))


def test_it_is_compiled_once_and_by_its_first_use() -> None:
    late = Pattern("reading")
    assert not set(_METHODS) & set(vars(late))
    assert late.search("a reading")
    assert vars(late)["search"] is late.search
    with pytest.raises(AttributeError):
        late.scanner  # noqa: B018 - for what asking raises


def test_every_one_of_the_product_compiles() -> None:
    for found in pkgutil.walk_packages(agent.__path__, "agent."):
        if ".migrations" not in found.name and not found.name.endswith("__main__"):
            importlib.import_module(found.name)
    patterns = [each for each in gc.get_objects() if isinstance(each, Pattern)]
    assert len(patterns) > 500
    for each in patterns:
        re.compile(each.pattern, each.flags)
