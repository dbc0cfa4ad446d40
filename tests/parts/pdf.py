"""Writes small PDFs by hand: a page's content as it is, hidden layers, another reading of its signs, a password."""

from __future__ import annotations

from collections.abc import Sequence


def line(text: str, x: int = 72, y: int = 700, size: float = 14, before: str = "", after: str = "") -> str:
    """One line of text in a page's content; ``before`` and ``after`` stand around it."""
    return f"q {before} BT /F1 {size} Tf {x} {y} Td ({text}) Tj ET {after} Q\n"


def pdf(*contents: str, root: str = "", resources: str = "", font: str = "", objects: Sequence[str] = (),
        trailer: str = "", box: str = "0 0 595 842") -> bytes:
    """A PDF with a page for each content.

    Args:
        root: more of the catalogue; ``resources``, ``font``, ``trailer`` the same of theirs.
        objects: further ones, numbered from 4.
        box: what of the page is shown.
    """
    first = 4 + len(objects)
    pages = [f"{first + 2 * at} 0 R" for at in range(len(contents))]
    every = [f"<< /Type /Catalog /Pages 2 0 R {root} >>",
             f"<< /Type /Pages /Kids [{' '.join(pages)}] /Count {len(pages)} >>",
             f"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica {font} >>", *objects]
    for at, content in enumerate(contents):
        every += ["<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
                  f"/CropBox [{box}] /Contents {first + 2 * at + 1} 0 R "
                  f"/Resources << /Font << /F1 3 0 R >> {resources} >> >>",
                  f"<< /Length {len(content)} >>\nstream\n{content}\nendstream"]
    made, starts = "%PDF-1.7\n", []
    for number, each in enumerate(every, 1):
        starts.append(len(made))
        made += f"{number} 0 obj\n{each}\nendobj\n"
    table = "".join(f"{start:010} 00000 n \n" for start in starts)
    size = len(every) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R {trailer} >>\n"
    return f"{made}{end}startxref\n{len(made)}\n%%EOF\n".encode("latin-1")
