"""What is said of a file in a payload: what it is by its own first bytes, and whether it is what was attached. Pure."""

from __future__ import annotations

from agent.gate.fields import FilePart
from agent.protocol.display import display
from agent.review.sheet import Attached

ATTACHED = {
    Attached.SAME: "The same as the file that was attached.",
    Attached.CHANGED: "Not what was attached: the page changed the file.",
    Attached.OTHER: "Not a file that was attached: it comes from the page.",
}


def what_it_is(file: FilePart) -> str:
    """Returns "PDF, 3 pages", "PNG image, 640 × 480", or "of unknown kind"."""
    if file.width and file.height:
        return f"{file.kind}, {file.width} × {file.height}"
    if file.pages:
        return f"{file.kind}, {file.pages} {'page' if file.pages == 1 else 'pages'}"
    return file.kind or "of unknown kind"


def lines_of(file: FilePart, attached: Attached) -> list[str]:
    """Returns what to say below a file's name, each line safe to show; a text's first lines last."""
    said = [f"By its content: {what_it_is(file)}."]
    said += [ATTACHED[attached]] if attached in ATTACHED else []
    return said + [f"| {display(line, 0)}" for line in file.preview.splitlines()]
