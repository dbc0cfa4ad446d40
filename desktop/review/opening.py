"""Which of a task's files may be opened in the person's own programs: plain documents, never what could run. Pure."""

from __future__ import annotations

from pathlib import PurePosixPath

_ENDINGS: dict[str, frozenset[str]] = {
    "application/pdf": frozenset({".pdf"}), "image/png": frozenset({".png"}), "image/gif": frozenset({".gif"}),
    "image/jpeg": frozenset({".jpg", ".jpeg"}), "image/tiff": frozenset({".tif", ".tiff"}),
    "image/webp": frozenset({".webp"}), "text/plain": frozenset({".txt"}),
}


def may_open(name: str, media_type: str) -> bool:
    """Whether the ending, by which systems choose a program, is that of the content and of a document that only shows.

    Args:
        name: the file's name.
        media_type: as the agent found it by looking at the content.
    """
    return PurePosixPath(name).suffix.lower() in _ENDINGS.get(media_type, frozenset())
