"""Draws meters as they are photographed: counters, displays, slips; skewed, turned, blurred, dark, noisy. Seeded.

``hard``: small in a larger photo, skewed, dim, blurred, noisy and with a glare, all at once.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from desktop.theme import fonts

SEGMENTS = {"0": "abcdef", "1": "bc", "2": "abged", "3": "abgcd", "4": "fgbc", "5": "afgcd", "6": "afgedc", "7": "abc",
            "8": "abcdefg", "9": "abcdfg"}
"""Which of a display's bars are lit: a at the top, then clockwise, g in the middle."""
KINDS = ("counter", "counter-decimals", "display", "lit-display", "slip")
CONDITIONS = ("plain", "skewed", "turned-90", "turned-180", "blurred", "dark", "noisy", "hard")


@dataclass(frozen=True, slots=True)
class Meter:
    """What is drawn. ``value`` is the reading as it should be proposed, ``last`` the one before it."""

    kind: str
    condition: str
    value: str
    last: str
    serial: str
    picture: Image.Image


def meters(each: int = 2, seed: int = 7, conditions: Sequence[str] = CONDITIONS) -> list[Meter]:
    """So many of each kind under each condition."""
    found = []
    every = [(kind, condition) for kind in KINDS for condition in CONDITIONS]
    for number, (kind, condition) in enumerate(every):
        if condition not in conditions:
            continue
        for again in range(each):
            rnd = random.Random(f"{seed}/{number}/{again}")
            found.append(meter(kind, condition, rnd))
    return found


def meter(kind: str, condition: str, rnd: random.Random) -> Meter:
    """One meter."""
    last = rnd.randint(20_000, 89_000)
    value = str(last + rnd.randint(40, 4_000))
    serial = str(rnd.randint(10_000_000, 99_999_999))
    front = _FRONTS[kind](value, serial, str(last), rnd)
    return Meter(kind, condition, value, str(last), serial, _photographed(front, condition, rnd))


def font(size: int, bold: bool = False) -> ImageFont.FreeTypeFont:
    """The app's own font, so that no system font decides the outcome."""
    return ImageFont.truetype(str(fonts.FOLDER / f"Inter-{'SemiBold' if bold else 'Regular'}.otf"), size)


def _plate(colour: str = "#e8e6e0") -> tuple[Image.Image, ImageDraw.ImageDraw]:
    image = Image.new("RGB", (1000, 760), "#6d6a66")
    draw = ImageDraw.Draw(image)
    draw.rounded_rectangle((60, 50, 940, 710), 40, fill=colour, outline="#333", width=6)
    return image, draw


def _counter(value: str, serial: str, last: str, rnd: random.Random, decimals: str = "") -> Image.Image:
    image, draw = _plate()
    draw.text((120, 90), "Elektrizitätszähler", font=font(40), fill="#222")
    x = 170
    for at, sign in enumerate(value + decimals):
        red = at >= len(value)
        draw.rectangle((x, 200, x + 78, 320), fill="#b3261e" if red else "#151515", outline="#888", width=3)
        draw.text((x + 39, 260 + rnd.randint(-6, 6)), sign, font=font(86, bold=True), fill="#f4f4f4", anchor="mm")
        x += 88
        if at == len(value) - 1 and decimals:
            draw.text((x + 6, 300), ",", font=font(80, bold=True), fill="#222", anchor="mm")
            x += 22
    draw.text((x + 16, 240), "kWh", font=font(44), fill="#222")
    _small_print(draw, serial)
    return image


def _counter_decimals(value: str, serial: str, last: str, rnd: random.Random) -> Image.Image:
    return _counter(value, serial, last, rnd, f"{rnd.randint(0, 999):03d}")


def _display(value: str, serial: str, last: str, rnd: random.Random, lit: bool = False) -> Image.Image:
    image, draw = _plate("#d9d9d4" if not lit else "#2a2a2c")
    ink, ground = ("#20261c", "#a9b59a") if not lit else ("#ff4a2e", "#140605")
    draw.rectangle((140, 170, 860, 350), fill=ground, outline="#444", width=5)
    x = 190
    for sign in value.zfill(6):
        _digit(draw, x, 195, 64, 130, SEGMENTS[sign], ink)
        x += 92
    draw.text((x + 8, 280), "kWh", font=font(38), fill=ink)
    draw.text((150, 365), "1.8.0", font=font(30), fill=ink if lit else "#222")
    _small_print(draw, serial, "#222" if not lit else "#ccc")
    return image


def _lit_display(value: str, serial: str, last: str, rnd: random.Random) -> Image.Image:
    return _display(value, serial, last, rnd, lit=True)


def _slip(value: str, serial: str, last: str, rnd: random.Random) -> Image.Image:
    image = Image.new("RGB", (1000, 760), "#fbfaf7")
    draw = ImageDraw.Draw(image)
    rows = ("Reading slip", f"Customer number: {rnd.randint(10_000, 99_999)}", f"Meter number: {serial}",
            f"Previous reading: {last}", f"Meter reading: {value} kWh", "Read on 3 November 2026")
    for at, row in enumerate(rows):
        draw.text((90, 90 + 100 * at), row, font=font(44), fill="#111")
    return image


def _small_print(draw: ImageDraw.ImageDraw, serial: str, ink: str = "#222") -> None:
    """Every second serial number stands there without a word."""
    draw.text((120, 430), f"{'Nr. ' if int(serial) % 2 else ''}{serial}", font=font(46), fill=ink)
    draw.text((120, 510), "230 V   10(60) A   50 Hz", font=font(36), fill=ink)
    draw.text((120, 580), "2019   Cl. 2   500 imp/kWh", font=font(36), fill=ink)


def _digit(draw: ImageDraw.ImageDraw, x: int, y: int, wide: int, high: int, lit: str, ink: str) -> None:
    t, mid = 14, high // 2
    bars = {"a": ((4, 0), (wide - 4, 0), (wide - t, t), (t, t)), "d": ((4, high), (wide - 4, high),
            (wide - t, high - t), (t, high - t)), "g": ((t, mid - t // 2), (wide - t, mid - t // 2), (wide - 4, mid),
            (wide - t, mid + t // 2), (t, mid + t // 2), (4, mid)),
            "f": ((0, 4), (t, t + 2), (t, mid - t // 2 - 2), (0, mid - 3)),
            "b": ((wide, 4), (wide - t, t + 2), (wide - t, mid - t // 2 - 2), (wide, mid - 3)),
            "e": ((0, mid + 3), (t, mid + t // 2 + 2), (t, high - t - 2), (0, high - 4)),
            "c": ((wide, mid + 3), (wide - t, mid + t // 2 + 2), (wide - t, high - t - 2), (wide, high - 4))}
    for each in lit:
        draw.polygon([(x + a, y + b) for a, b in bars[each]], fill=ink)


def _photographed(front: Image.Image, condition: str, rnd: random.Random) -> Image.Image:
    image = front.rotate(rnd.uniform(-3, 3), Image.Resampling.BICUBIC, expand=True, fillcolor="#55524f")
    if condition == "skewed":
        image = _skewed(image, rnd)
    elif condition in ("turned-90", "turned-180"):
        image = image.rotate(int(condition[7:]), expand=True)
    elif condition == "blurred":
        image = image.filter(ImageFilter.GaussianBlur(rnd.uniform(2.2, 3.2)))
    elif condition == "dark":
        image = _noisy(image.point(lambda at: int(at * 0.16)), 4, rnd)
    elif condition == "noisy":
        image = _noisy(image, 34, rnd)
    elif condition == "hard":
        image = _hard(image, rnd)
    return _noisy(image, 2, rnd)


def _hard(front: Image.Image, rnd: random.Random) -> Image.Image:
    meter = _skewed(front, rnd).filter(ImageFilter.GaussianBlur(rnd.uniform(0.8, 1.8)))
    wall = Image.new("RGB", (2400, 1800), "#8d8478")
    wall.paste(meter, (rnd.randint(100, 1200), rnd.randint(100, 800)))
    glare = Image.new("L", wall.size, 0)
    x, y = rnd.randint(300, 2000), rnd.randint(200, 1500)
    ImageDraw.Draw(glare).ellipse((x - 260, y - 160, x + 260, y + 160), fill=150)
    wall.paste("white", mask=glare.filter(ImageFilter.GaussianBlur(90)))
    return _noisy(wall.point(lambda at: int(at * 0.45)), 12, rnd)


def _skewed(image: Image.Image, rnd: random.Random) -> Image.Image:
    wide, high = image.size
    dx, dy = wide * rnd.uniform(0.10, 0.16), high * rnd.uniform(0.06, 0.12)
    corners = (-dx, -dy, 0, high + dy / 2, wide + dx / 2, high, wide, dy / 3)
    return image.transform(image.size, Image.Transform.QUAD, corners, Image.Resampling.BICUBIC, fillcolor="#55524f")


def _noisy(image: Image.Image, strength: float, rnd: random.Random) -> Image.Image:
    noise = np.random.default_rng(rnd.randint(0, 2**31)).normal(0, strength, (image.height, image.width, 3))
    return Image.fromarray(np.clip(np.asarray(image, dtype=float) + noise, 0, 255).astype("uint8"))


_FRONTS: dict[str, Callable[[str, str, str, random.Random], Image.Image]] = {
    "counter": _counter, "counter-decimals": _counter_decimals, "display": _display, "lit-display": _lit_display,
    "slip": _slip}
