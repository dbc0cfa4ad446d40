"""Finds for each file on a sheet the person's own copy of the very same file, so that it can be shown from there."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

LARGEST = 64 * 1024 * 1024
"""Bytes of a file whose copy is looked for; larger ones are not shown as pictures anyway."""

SHOWN = frozenset({"PNG image", "JPEG image"})
"""Kinds that the window draws (`desktop.widgets.reading`)."""


def with_copies(rows: Sequence[dict[str, Any]], files: Sequence[dict[str, str]]) -> list[dict[str, Any]]:
    """The rows, each picture among them with the ``path`` of the task's file that has the same content.

    Args:
        rows: of a sheet.
        files: the task's, with ``path``.
    """
    return [{**row, "file": {**row["file"], "path": _copy_of(row["file"], files)}} if _is_picture(row) else row
            for row in rows]


def _is_picture(row: dict[str, Any]) -> bool:
    file = row.get("file") or {}
    return file.get("attached") == "same" and file.get("kind") in SHOWN and file["size"] <= LARGEST


def _copy_of(file: dict[str, Any], files: Sequence[dict[str, str]]) -> str:
    for each in files:
        path = Path(each["path"])
        try:
            if path.stat().st_size == file["size"] and _sha256(path) == file["sha256"]:
                return str(path)
        except OSError:
            continue        # gone or unreadable: then there is no picture
    return ""


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
