"""Turns colours into a Qt palette for the Fusion style."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette

from desktop.theme.tokens import Colours


def palette(colours: Colours) -> QPalette:
    """A palette for every widget, disabled ones included."""
    made = QPalette()
    role = QPalette.ColorRole
    plain = {
        role.Window: colours.window, role.WindowText: colours.text, role.Base: colours.surface,
        role.AlternateBase: colours.raised, role.Text: colours.text, role.Button: colours.surface,
        role.ButtonText: colours.text, role.BrightText: colours.on_accent, role.Highlight: colours.selected,
        role.HighlightedText: colours.on_selected, role.Link: colours.accent, role.LinkVisited: colours.accent,
        role.ToolTipBase: colours.surface, role.ToolTipText: colours.text, role.PlaceholderText: colours.secondary,
        role.Light: colours.surface, role.Midlight: colours.raised, role.Mid: colours.border,
        role.Dark: colours.border_strong, role.Shadow: colours.border_strong, role.Accent: colours.accent,
    }
    for which, colour in plain.items():
        made.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, which, QColor(colours.secondary))
    return made
