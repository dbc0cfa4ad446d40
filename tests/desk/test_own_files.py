"""A picture on the sheet is shown from the person's own copy, and only from one with the very same content."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import pytest

from agent.desk.own_files import with_copies

CONTENT = b"\x89PNG and so on"


def row(**more: Any) -> dict[str, Any]:
    return {"name": "photo", "file": {"filename": "a.png", "size": len(CONTENT), "kind": "PNG image",
                                      "attached": "same", "sha256": hashlib.sha256(CONTENT).hexdigest(), **more}}


@pytest.fixture
def files(tmp_path: Path) -> list[dict[str, str]]:
    for name, content in (("other.png", b"\x89PNG and so no"), ("mine.png", CONTENT)):
        (tmp_path / name).write_bytes(content)
    return [{"path": str(tmp_path / name)} for name in ("gone.png", "other.png", "mine.png")]


def test_the_copy_with_the_same_content_is_named(files: list[dict[str, str]]) -> None:
    (found,) = with_copies([row()], files)
    assert found["file"]["path"] == files[2]["path"]


@pytest.mark.parametrize("more", [{"attached": "changed"}, {"attached": "other"}, {"kind": "GIF image"}, {"kind": ""},
                                  {"size": 1 << 40}])
def test_nothing_is_shown_for_any_other_file(files: list[dict[str, str]], more: dict[str, Any]) -> None:
    (found,) = with_copies([row(**more)], files)
    assert "path" not in found["file"]


def test_a_copy_that_was_changed_since_is_not_shown(files: list[dict[str, str]]) -> None:
    Path(files[2]["path"]).write_bytes(CONTENT[::-1])
    (found,) = with_copies([row()], files)
    assert found["file"]["path"] == ""


def test_rows_without_files_stay_as_they_are() -> None:
    assert with_copies([{"name": "a", "file": None}], []) == [{"name": "a", "file": None}]
