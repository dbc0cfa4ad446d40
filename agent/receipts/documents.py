"""Documents that a site gave as its answer, such as a confirmation as PDF: which are kept, and under which names.

What a file is, its own first bytes say; the name that the site gives it only lends its words.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from agent.store import receipts
from agent.store.engine import Store

LARGEST = 20 * 1024 * 1024
"""Bytes. Confirmations have some 100 KB; scanned notices up to a few MB."""
MOST = 5
"""Documents of one receipt."""
LONGEST_NAME = 80
_KINDS = ((b"%PDF-", "application/pdf", ".pdf"), (b"\x89PNG\r\n\x1a\n", "image/png", ".png"),
          (b"\xff\xd8\xff", "image/jpeg", ".jpg"), (b"BEGIN:VCALENDAR", "text/calendar", ".ics"))
"""First bytes, type, ending. No archives, no office files: they can hold programs, and no confirmation needs them."""
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Document:
    """A kept file. ``name`` is safe on every system and ends as its content says."""

    name: str
    path: str
    media_type: str
    size: int
    sha256: str


def as_document(name: str, path: Path) -> Document | None:
    """A stored file as a document, renamed so that it ends as its content says; None where it is of no kind kept."""
    try:
        content = path.read_bytes()
    except OSError:
        return None
    known = next((kind for kind in _KINDS if content.startswith(kind[0])), None)
    if known is None or len(content) > LARGEST:
        return None
    kept = path.rename(path.with_name(path.name + known[2]))
    return Document(safe_name(name, known[2]), str(kept), known[1], len(content), hashlib.sha256(content).hexdigest())


def safe_name(name: str, ending: str) -> str:
    """The site's name for a file without folders, marks and endings of other kinds."""
    last = re.split(r"[/\\]", name)[-1]
    words = re.sub(r"[^\w\- ]+", " ", last.rpartition(".")[0] or last, flags=re.UNICODE)
    stem = " ".join(words.split()).strip(" -_")[:LONGEST_NAME] or "document"
    return f"{'_' if _RESERVED.match(stem) else ''}{stem}{ending}"


def add(store: Store, task_id: int, found: list[Document]) -> list[Document]:
    """Puts documents on the task's receipt, each once; returns those that were added."""
    receipt = receipts.of_task(store, task_id)
    if receipt is None or receipt.id is None:
        return []
    held: list[dict[str, Any]] = list(receipt.documents)
    fresh = [each for each in found if all(each.sha256 != kept["sha256"] for kept in held)][:max(0, MOST - len(held))]
    if fresh:
        receipts.change(store, receipt.id, documents=[*held, *map(asdict, fresh)])
    return fresh
