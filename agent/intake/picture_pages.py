"""Turns the bytes of a photo or a PDF into pictures, within bounds; only in the process that reads them."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_PAGES = 10
"""Pages of a PDF that are read; a letter has fewer."""
MOST_PIXELS = 120_000_000
"""A photo's pixels, by its own header: more than a telephone's camera makes (108 million)."""
LONGEST_SIDE = 2000
"""Pixels of a photo: what the recogniser takes at most."""
PAGE_SIDE = 1500
"""Pixels of a page: A4 then has 128 dots an inch. 6 point was read at 1,200 to 2,400; time grows with it."""
FORMATS = ("PNG", "JPEG", "WEBP")
DAMAGED = "It is damaged and can't be read."


class Unusable(Exception):
    """No picture can be made of it; the words are for the person."""


class Pages:
    """The pictures of one document. ``note`` says what was left out, once all were taken."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self.is_pdf = b"%PDF-" in data[:1024]
        self.count = 1
        self.note = ""

    def __iter__(self) -> Iterator[Image]:
        """Each page, as it is shown.

        Raises:
            Unusable: it is locked, damaged or too large.
        """
        if self.is_pdf:
            yield from self._of_pdf()
        else:
            yield self._photo()

    def _of_pdf(self) -> Iterator[Image]:
        import pypdfium2

        try:
            document = pypdfium2.PdfDocument(self._data)
        except pypdfium2.PdfiumError as problem:
            if problem.err_code == pypdfium2.raw.FPDF_ERR_PASSWORD:
                raise Unusable("It is locked with a password. Open it and save it without one.") from problem
            raise Unusable(DAMAGED) from problem
        if len(document) > MOST_PAGES:
            self.note = f"Only its first {MOST_PAGES} pages were read."
        self.count = min(len(document), MOST_PAGES)
        try:
            for number in range(self.count):
                page = document[number]
                longest = max(page.get_size())
                if longest <= 0:
                    raise Unusable(DAMAGED)
                yield page.render(scale=PAGE_SIDE / longest).to_pil().convert("RGB")
        except pypdfium2.PdfiumError as problem:
            raise Unusable(DAMAGED) from problem

    def _photo(self) -> Image:
        from PIL import Image, ImageOps

        Image.MAX_IMAGE_PIXELS = MOST_PIXELS
        try:
            opened = Image.open(io.BytesIO(self._data), formats=FORMATS)
            if opened.width * opened.height > MOST_PIXELS:
                raise Unusable("It has too many pixels. Make it smaller first.")
            opened.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))     # a JPEG is unpacked at a fraction of its size
            shown = ImageOps.exif_transpose(opened)
            if "A" in shown.getbands() or "transparency" in shown.info:   # on white, as it is shown
                shown = Image.alpha_composite(Image.new("RGBA", shown.size, "white"), shown.convert("RGBA"))
            shown = shown.convert("RGB")
            shown.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
        except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as problem:
            raise Unusable(DAMAGED) from problem
        return shown
