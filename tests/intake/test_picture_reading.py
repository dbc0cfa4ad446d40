"""Of a photo and a PDF what is seen counts and nothing else; the process that reads them has no powers."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from agent.intake import picture_reading
from agent.intake.errors import BadFile
from agent.intake.picture_reading import MISSING, Readings, Shown, available
from tests.parts.pdf import line, pdf

needs_parts = pytest.mark.skipif(not available(), reason="the extra for photos is absent")

SEEN = line("Your reading is 48213", y=780)
TO_UNICODE = ("/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n1 begincodespacerange <00> <FF> "
              "endcodespacerange\n" + "10 beginbfchar " + " ".join(f"<{0x30 + at:02x}> <0039>" for at in range(10))
              + " endbfchar\nendcmap end end")
LAYER = "<< /Type /OCG /Name (L) >>"
HIDDEN = {
    "render mode 3": line("Reading 99999", before="3 Tr"),
    "white on white": line("Reading 99999", before="1 g"),
    "nearly white": line("Reading 99999", before="0.96 g"),
    "no opacity": line("Reading 99999", before="/G0 gs"),
    "no size": line("Reading 99999", size=0), "too small to see": line("Reading 99999", size=1.5),
    "beside the page": line("Reading 99999", x=800) + line("Reading 99999", y=-80),
    "beside what is shown of it": line("Reading 99999", x=20, y=20),
    "clipped away": line("Reading 99999", before="0 0 10 10 re W n"),
    "under a surface": line("Reading 99999") + "q 1 g 60 690 300 30 re f Q\n",
    "a layer that is off": "/OC /L0 BDC\n" + line("Reading 99999") + "EMC\n",
    "scaled to nothing": line("Reading 99999", before="0.01 0 0 0.01 72 700 cm"),
}
"""One PDF holds them all, in a font that says each figure to be a 9: the models take two seconds to load."""


def read(path: Path, readings: Readings | None = None) -> Shown:
    return asyncio.run((readings or Readings()).read(path))


def pictured(folder: Path, name: str = "a.png", text: str = "Reading 48213", ink: str = "black",
             turn: int = 0) -> Path:
    from PIL import Image, ImageDraw

    from tests.bench.photos.drawn import font

    image = Image.new("RGB", (700, 240), "white")
    ImageDraw.Draw(image).text((40, 80), text, font=font(60), fill=ink)
    exif = Image.Exif()
    exif[0x0112] = {0: 1, 90: 6}[turn]                   # 6: the camera was turned, show it turned by 90 degrees
    image.rotate(turn, expand=True).save(folder / name, exif=exif)
    return folder / name


@needs_parts
def test_what_a_pdf_hides_or_says_of_its_signs_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    signs = f"<< /Length {len(TO_UNICODE)} >>\nstream\n{TO_UNICODE}\nendstream"
    spaced = [each.replace(" 700 ", f" {640 - 40 * at} ").replace("60 690", f"60 {630 - 40 * at}")
              for at, each in enumerate(HIDDEN.values())]
    path.write_bytes(pdf("".join([SEEN, *spaced]), line("Account 1234"), box="0 40 595 842",
                         objects=[LAYER, signs], font="/ToUnicode 5 0 R",
                         root="/OCProperties << /OCGs [4 0 R] /D << /OFF [4 0 R] >> >>",
                         resources="/Properties << /L0 4 0 R >> /ExtGState << /G0 << /ca 0 /CA 0 >> >>"))
    assert read(path) == Shown("Your reading is 48213\nAccount 1234")


@needs_parts
@pytest.mark.parametrize(("name", "data", "words"), [
    ("a.pdf", b"%PDF-1.7\nnonsense", "damaged"), ("a.png", b"\x89PNG\r\n\x1a\n" + b"x" * 99, "damaged"),
    ("a.jpg", b"\xff\xd8\xff\xe0", "damaged"),
    ("a.pdf", pdf(SEEN, trailer="/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <" + "11" * 32 + "> /U <" + "22" * 32
                  + "> >> /ID [<00> <00>]"), "password")])
def test_what_cannot_be_read_says_so(tmp_path: Path, name: str, data: bytes, words: str) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(BadFile, match=words):
        read(tmp_path / name)


@needs_parts
def test_a_photo_is_read_as_it_is_shown_and_faint_words_are_not(tmp_path: Path) -> None:
    assert read(pictured(tmp_path, "a.jpg", turn=90)).text in ("Reading 48213", "Reading | 48213")
    assert read(pictured(tmp_path, "b.webp", ink="#f6f6f6")).text == ""


@needs_parts
def test_a_picture_larger_than_any_camera_makes_is_refused(tmp_path: Path) -> None:
    from PIL import Image

    Image.new("1", (20_000, 20_000)).save(tmp_path / "a.png")
    with pytest.raises(BadFile, match=r"damaged|pixels"):
        read(tmp_path / "a.png")


@pytest.mark.parametrize("attempt", [
    "import socket; socket.create_connection(('127.0.0.1', 9), 1)",
    "import socket; socket.getaddrinfo('example.org', 80)", "import subprocess; subprocess.run(['true'])",
    "import os; os.system('true')"])
def test_the_process_that_reads_opens_no_connection_and_starts_nothing(attempt: str) -> None:
    done = subprocess.run([sys.executable, "-c", f"from agent.intake.picture_child import limit; limit(); {attempt}"],
                          capture_output=True, text=True, timeout=30, check=False)
    assert "Forbidden" in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sets no such limits")
def test_the_process_that_reads_writes_no_file_and_has_no_endless_memory(tmp_path: Path) -> None:
    for attempt, said in ((f"open({str(tmp_path / 'x')!r}, 'wb', 0).write(b'1')", "File too large"),
                          ("bytearray(4 << 30)", "MemoryError")):
        if said == "MemoryError" and sys.platform == "darwin":
            continue
        done = subprocess.run([sys.executable, "-c", "import signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); "
                               f"from agent.intake.picture_child import limit; limit(); {attempt}"],
                              capture_output=True, text=True, timeout=30, check=False)
        assert said in done.stderr


@pytest.mark.parametrize("answer", [
    "nonsense", "[]", json.dumps({"pages": 3, "note": ""}), json.dumps({"pages": [[1]], "extra": 1}), "[" * 50_000,
    "x" * (picture_reading.LONGEST_ANSWER + 10), ""])
def test_an_answer_that_is_none_of_ours_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
                                                   answer: str) -> None:
    (tmp_path / "said").write_text(f"{answer}\n")
    with pytest.raises(BadFile, match="can't be read"):
        _with_child(monkeypatch, tmp_path, f"import sys; sys.stdout.write(open({str(tmp_path / 'said')!r}).read())")


def test_it_is_stopped_and_has_an_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    readings = Readings()

    def stop(_page: int, _of: int) -> None:
        assert readings.stop()
    waits = "import sys, time; print('{\"page\": 1, \"of\": 2}', flush=True); time.sleep(60)"
    with pytest.raises(BadFile, match="stopped"):
        _with_child(monkeypatch, tmp_path, waits, readings, stop)
    monkeypatch.setattr(picture_reading, "SECONDS", 0.2)
    with pytest.raises(BadFile, match="too long"):
        _with_child(monkeypatch, tmp_path, waits)
    assert not readings.stop()


def test_without_its_parts_it_says_how_to_get_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picture_reading, "NEEDED", ("no_such_part",))
    with pytest.raises(BadFile) as refused:
        read(tmp_path)
    assert str(refused.value) == MISSING


def _with_child(monkeypatch: pytest.MonkeyPatch, folder: Path, code: str, readings: Readings | None = None,
                told: Callable[[int, int], object] = lambda _page, _of: None) -> Shown:
    """Reads with another program in place of the one that recognises text."""
    (folder / "program").write_text("x")
    monkeypatch.setattr(picture_reading, "available", lambda: True)
    monkeypatch.setattr(picture_reading, "PROGRAM", ("-c", code))
    return asyncio.run((readings or Readings()).read(folder / "program", told))
