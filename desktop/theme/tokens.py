"""The looks as data: semantic colours for light and dark, spacing, type. No widget names a colour of its own."""

from __future__ import annotations

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class Colours:
    """Semantic colours as ``#rrggbb``. Whatever stands on another is listed in `PAIRS` and checked for contrast."""

    window: str                  # behind everything
    sidebar: str
    surface: str                 # lists, cards, fields
    raised: str                  # hovered rows, quiet buttons
    border: str                  # between surfaces; decoration only
    border_strong: str           # around what can be operated: 3:1 against surface (WCAG 1.4.11)
    text: str
    secondary: str               # less important text, still 4.5:1
    accent: str                  # primary buttons, links, selection marks
    on_accent: str
    accent_hover: str
    selected: str                # a selected row
    on_selected: str
    on_selected_secondary: str
    focus: str
    danger: str
    on_danger: str
    danger_soft: str
    on_danger_soft: str
    warning_soft: str
    on_warning_soft: str
    success_soft: str
    on_success_soft: str
    info_soft: str
    on_info_soft: str
    neutral_soft: str            # chips without a meaning of their own
    on_neutral_soft: str
    outline: str                 # boxes drawn on pictures of pages, on white and on dark


LIGHT = Colours(
    window="#f4f3f0", sidebar="#eae8e3", surface="#ffffff", raised="#f2f0ec", border="#dedbd4", border_strong="#85817a",
    text="#1c1b19", secondary="#5a5752", accent="#1d4f8f", on_accent="#ffffff", accent_hover="#163f74",
    selected="#dbe6f5", on_selected="#10233d", on_selected_secondary="#3d4f68", focus="#1d4f8f",
    danger="#ab2a22", on_danger="#ffffff", danger_soft="#fbe5e2", on_danger_soft="#7d1a14",
    warning_soft="#fdeecb", on_warning_soft="#664300", success_soft="#dcf1e3", on_success_soft="#134f2d",
    info_soft="#e0ebf8", on_info_soft="#173f70", neutral_soft="#ebe9e4", on_neutral_soft="#45423d", outline="#c2410c")

DARK = Colours(
    window="#171614", sidebar="#1e1d1a", surface="#23211e", raised="#2e2c28", border="#3a3732", border_strong="#87827a",
    text="#f1efea", secondary="#b5b0a7", accent="#8db8ee", on_accent="#0d1f36", accent_hover="#aaccf5",
    selected="#25415f", on_selected="#f2f7fd", on_selected_secondary="#c1d2e6", focus="#8db8ee",
    danger="#f0948c", on_danger="#350805", danger_soft="#4a211d", on_danger_soft="#fbcfca",
    warning_soft="#463611", on_warning_soft="#f8dfa2", success_soft="#1b3d29", on_success_soft="#bfe8cd",
    info_soft="#1f3550", on_info_soft="#cfe2f8", neutral_soft="#37342f", on_neutral_soft="#d9d5cd", outline="#fb923c")

PAIRS: tuple[tuple[str, str], ...] = (
    *((text, ground) for text in ("text", "secondary") for ground in ("window", "sidebar", "surface", "raised")),
    ("accent", "surface"), ("accent", "window"), ("accent", "sidebar"), ("accent", "raised"),
    ("accent", "info_soft"),
    ("on_accent", "accent"), ("on_accent", "accent_hover"),
    ("on_selected", "selected"), ("on_selected_secondary", "selected"),
    ("danger", "surface"), ("danger", "window"), ("on_danger", "danger"),
    *((f"on_{tone}", tone) for tone in ("danger_soft", "warning_soft", "success_soft", "info_soft", "neutral_soft")),
)
"""(text, ground) that occur together: at least 4.5:1 in both themes (WCAG 2.2, 1.4.3)."""

NOT_TEXT: tuple[tuple[str, str], ...] = (
    ("border_strong", "surface"), ("border_strong", "window"), ("focus", "surface"), ("focus", "window"),
)
"""(line, ground) that must be told apart without being text: at least 3:1 (WCAG 2.2, 1.4.11)."""


@dataclass(frozen=True, slots=True)
class Space:
    """Distances in device-independent pixels."""

    xs: int = 4
    sm: int = 8
    md: int = 12
    lg: int = 16
    xl: int = 24
    xxl: int = 40


@dataclass(frozen=True, slots=True)
class Type:
    """Letter sizes in device-independent pixels; ``family`` is shipped."""

    family: str = "Inter"
    caption: int = 12
    body: int = 14
    heading: int = 16
    title: int = 21
    display: int = 28


SPACE = Space()
TYPE = Type()
RADIUS = 8
SMALL_RADIUS = 5
ICON = 18
"""Side of an icon in a button or row."""
ROW = {"comfortable": 60, "compact": 46}
"""Height of a two-line row by density."""


def names() -> tuple[str, ...]:
    """Names of all colours."""
    return tuple(each.name for each in fields(Colours))
