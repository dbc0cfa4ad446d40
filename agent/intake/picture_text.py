"""Recognises the text that a picture shows, with models that lie in the package; only in the process that reads them.

A photo may lie on its side, and a display's figures are made of bars. So a photo is looked at upright first, turned
where that reads better, and a second time slightly blurred: bars then grow together to figures.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from agent.intake.visible_html import CELL

if TYPE_CHECKING:
    from PIL.Image import Image

SURE = 0.8
"""Mean certainty of the recogniser from which a line counts; wrong figures were mostly below."""
UPRIGHT = 0.9
"""Mean certainty, with enough letters, from which a photo is taken to stand upright."""
LETTERS = 6
BLUR = 0.003
"""Radius for the second look, as a part of the longest side."""
FAINT = 40
"""Of 255: text on a page whose colour differs less from its ground is not seen by everyone, and not read."""
FAINT_PHOTO = 16
FAINT_PART = 0.15
"""In a photo, which may be dark, of the contrast that the whole of it has."""
LEAST_HEIGHT = 10
"""Pixels of a line on a page of 1,500: about 4 point."""
MARGIN = 40
"""Pixels left around what is printed: on a page that is nearly blank, lines were not found (1 line of 11 point)."""
LEAST_FIGURES = 4
RED, LESS_RED = 40, 0.5
"""How far red stands out of a red figure's place (of 255), and how much less it must do so before the comma."""
MOST_LINES = 600
"""Lines of one page."""


@dataclass(frozen=True, slots=True)
class Line:
    """Recognised text. ``box`` is left, top, right, bottom in pixels, ``tall`` its own height across its slope."""

    text: str
    score: float
    box: tuple[float, float, float, float]
    tall: float
    wide: float


class Recogniser:
    """Loads the models once (about two seconds)."""

    def __init__(self) -> None:
        import rapidocr

        models = Path(rapidocr.__file__).parent / "models"
        self._engine = rapidocr.RapidOCR(params={
            "Global.log_level": "critical",
            "Global.use_cls": False,             # turns single lines, and takes 028960 in bars for 096820
            "Det.model_path": str(_one(models, "*det*.onnx")), "Rec.model_path": str(_one(models, "*rec*.onnx")),
            "EngineConfig.onnxruntime.intra_op_num_threads": 2})

    def page(self, picture: Image) -> list[str]:
        """The rows of a page that stands upright."""
        import numpy as np
        from PIL import Image, ImageChops

        paper = Image.new("RGB", picture.size, picture.getpixel((0, 0)))
        printed = ImageChops.difference(picture, paper).getbbox()
        if printed is None:
            return []
        picture = picture.crop((max(0, printed[0] - MARGIN), max(0, printed[1] - MARGIN),
                                min(picture.width, printed[2] + MARGIN), min(picture.height, printed[3] + MARGIN)))
        pixels = np.asarray(picture)
        return rows([each for each in self._lines(picture)
                     if each.tall >= LEAST_HEIGHT and _contrast(pixels, each.box) >= FAINT])

    def photo(self, picture: Image) -> list[str]:
        """The rows of a photo, whichever way it lies; what only the second look shows comes after."""
        import numpy as np
        from PIL import ImageFilter, ImageOps

        pixels = np.asarray(picture)
        least = max(FAINT_PHOTO, FAINT_PART * _spread(pixels.reshape(-1, 3)))
        bright = ImageOps.autocontrast(picture, cutoff=1, preserve_tone=True)
        turn, upright, first = self._upright(bright)
        soft = upright.filter(ImageFilter.GaussianBlur(BLUR * max(upright.size)))
        pixels = np.asarray(picture.rotate(turn, expand=True))
        found = []
        for lines in (first, self._lines(soft)):
            seen = [_with_comma(each, np.asarray(upright)) for each in lines
                    if each.score >= SURE and _contrast(pixels, each.box) >= least]
            found.append(rows(seen))
        once: dict[str, str] = {}
        for row in (*found[0], *found[1]):
            once.setdefault(row.replace(CELL, "").replace(" ", ""), row)
        return list(once.values())

    def _upright(self, picture: Image) -> tuple[int, Image, list[Line]]:
        best: tuple[float, int, Image, list[Line]] = (-1.0, 0, picture, [])
        for turn in (0, 180, 90, 270):
            turned = picture.rotate(turn, expand=True)
            lines = self._lines(turned)
            if turn == 0 and _stands(lines):
                return turn, turned, lines
            sure = sum(each.score ** 4 * len(each.text) for each in lines if each.wide >= each.tall)
            if sure > best[0]:
                best = (sure, turn, turned, lines)
        return best[1:]

    def _lines(self, picture: Image) -> list[Line]:
        import numpy as np

        found: Any = self._engine(np.asarray(picture)[:, :, ::-1])
        texts: Sequence[str] = found.txts or ()
        return [_line(text, float(score), box) for text, score, box
                in list(zip(texts, found.scores or (), found.boxes if texts else (), strict=True))[:MOST_LINES]]


def rows(lines: Sequence[Line]) -> list[str]:
    """Lines from top to bottom; what stands beside each other is one row, its parts divided as cells are."""
    made: list[list[Line]] = []
    for line in sorted(lines, key=lambda each: (each.box[1] + each.box[3]) / 2):
        middle = (line.box[1] + line.box[3]) / 2
        last = made[-1] if made else []
        if last and any(each.box[1] < middle < each.box[3] and not _over(each, line) for each in last):
            last.append(line)
        else:
            made.append([line])
    return [CELL.join(each.text for each in sorted(row, key=lambda each: each.box[0])) for row in made]


def _over(one: Line, other: Line) -> bool:
    """Whether two stand over each other rather than beside."""
    shared = min(one.box[2], other.box[2]) - max(one.box[0], other.box[0])
    return shared > 0.5 * min(one.box[2] - one.box[0], other.box[2] - other.box[0])


def _one(folder: Path, pattern: str) -> Path:
    found = sorted(folder.glob(pattern))
    if len(found) != 1:                          # never one that would have to be fetched
        raise RuntimeError(f"{pattern}: {len(found)} models in the package")
    return found[0]


def _line(text: str, score: float, box: Any) -> Line:
    across = [((box[a][0] - box[b][0]) ** 2 + (box[a][1] - box[b][1]) ** 2) ** 0.5 for a, b in ((0, 1), (1, 2))]
    xs, ys = [float(each[0]) for each in box], [float(each[1]) for each in box]
    return Line(text, score, (min(xs), min(ys), max(xs), max(ys)), float(across[1]), float(across[0]))


def _stands(lines: Sequence[Line]) -> bool:
    wide = [each for each in lines if each.wide >= each.tall]
    letters = sum(sign.isalpha() for each in wide for sign in each.text)
    length = sum(len(each.text) for each in lines)
    return letters >= LETTERS and 2 * len(wide) > len(lines) and (
        sum(each.score * len(each.text) for each in lines) / length >= UPRIGHT)


def _spread(pixels: Any) -> float:
    import numpy as np

    low, high = np.percentile(pixels, (3, 97), axis=0)
    return float((high - low).max())


def _contrast(pixels: Any, box: tuple[float, float, float, float]) -> float:
    """How far the colours inside a box lie apart, of 255."""
    left, top, right, bottom = (max(0, int(each)) for each in box)
    part = pixels[top:bottom + 1, left:right + 1].reshape(-1, 3)
    return _spread(part) if len(part) else 0.0


def _with_comma(line: Line, pixels: Any) -> Line:
    """A counter's figures after the comma stand on red, or are red: the comma is put before them.

    Where all are red, as on a lit display, there is none.
    """
    import numpy as np

    if not (line.text.isascii() and line.text.isdigit()) or len(line.text) < LEAST_FIGURES:
        return line
    left, top, right, bottom = (max(0, int(each)) for each in line.box)
    part = pixels[top:bottom + 1, left:right + 1].astype("int32")
    if not part.size or part.shape[1] < len(line.text):
        return line
    red = part[:, :, 0] - part[:, :, 1:].max(axis=2)
    each = [float(np.percentile(slot, 85)) for slot in np.array_split(red, len(line.text), axis=1)]
    for whole in range(1, len(each)):
        if min(each[whole:]) > RED and max(each[:whole]) < LESS_RED * min(each[whole:]):
            return Line(f"{line.text[:whole]},{line.text[whole:]}", line.score, line.box, line.tall, line.wide)
    return line
