"""The style sheet, made from the tokens. Widgets ask for a look by property: ``look``, ``tone``, ``words``."""

from __future__ import annotations

from pathlib import Path
from string import Template

from desktop.theme.tokens import DARK, RADIUS, SMALL_RADIUS, TYPE, Colours, names

ARROWS = Path(__file__).parent / "arrows"
"""Arrows and ticks of fields, drawn in each theme's colours: a style sheet can't tint a picture."""

_SHEET = Template("""
* { font-family: "$family"; font-size: ${body}px; }
QWidget { color: $text; }
QToolTip { background: $surface; color: $text; border: 1px solid $border_strong; padding: 4px 6px; }

QLabel[words="display"] { font-size: ${display}px; font-weight: 600; }
QLabel[words="title"] { font-size: ${title}px; font-weight: 600; }
QLabel[words="heading"] { font-size: ${heading}px; font-weight: 600; }
QLabel[words="strong"] { font-weight: 600; }
QLabel[words="secondary"] { color: $secondary; }
QLabel[words="caption"] { color: $secondary; font-size: ${caption}px; }
QLabel[words="danger"] { color: $danger; }
QLabel[words="warning"] { color: $on_warning_soft; }
QLabel[words="mono"] { font-family: "DejaVu Sans Mono", "Menlo", "Consolas", monospace; font-size: ${caption}px; }

QFrame[look="card"] { background: $surface; border: 1px solid $border; border-radius: ${radius}px; }
QFrame[look="sunken"] { background: $raised; border: none; border-radius: ${radius}px; }
QFrame[look="fact"] { border: none; border-radius: ${small}px; }
QFrame[look="pane"] { background: $surface; border: none; }
QFrame[look="quote"] { background: transparent; border: none; border-left: 3px solid $border_strong; }
QFrame[look="line"] { background: $border; max-height: 1px; min-height: 1px; border: none; }
QFrame[look="sidebar"] { background: $sidebar; border: none; border-right: 1px solid $border; }
QFrame[look="float"] { background: $surface; border: 1px solid $border_strong; border-radius: ${radius}px; }
QFrame[look="toast"] { border: 1px solid $border_strong; border-radius: ${radius}px; }
QLabel[look="key"] { background: $raised; color: $text; border: 1px solid $border_strong;
    border-radius: ${small}px; padding: 1px 6px; font-size: ${caption}px; }
QFrame[look="ring"] { background: transparent; border: 2px solid $focus; border-radius: ${small}px; }
QFrame[look="bar"] { background: $surface; border: none; border-top: 1px solid $border; }

QFrame[tone="danger"], QLabel[tone="danger"] { background: $danger_soft; color: $on_danger_soft; }
QFrame[tone="warning"], QLabel[tone="warning"] { background: $warning_soft; color: $on_warning_soft; }
QFrame[tone="success"], QLabel[tone="success"] { background: $success_soft; color: $on_success_soft; }
QFrame[tone="info"], QLabel[tone="info"] { background: $info_soft; color: $on_info_soft; }
QFrame[tone="neutral"], QLabel[tone="neutral"] { background: $neutral_soft; color: $on_neutral_soft; }
QFrame[look="banner"] { border: none; border-radius: ${radius}px; }
QFrame[tone="danger"] QLabel { color: $on_danger_soft; background: transparent; }
QFrame[tone="warning"] QLabel { color: $on_warning_soft; background: transparent; }
QFrame[tone="success"] QLabel { color: $on_success_soft; background: transparent; }
QFrame[tone="info"] QLabel { color: $on_info_soft; background: transparent; }
QFrame[tone="neutral"] QLabel { color: $on_neutral_soft; background: transparent; }
QFrame[tone="danger"] QPushButton[look="link"],
QFrame[tone="danger"] QPushButton[look="quiet"] { color: $on_danger_soft; }
QFrame[tone="warning"] QPushButton[look="link"],
QFrame[tone="warning"] QPushButton[look="quiet"] { color: $on_warning_soft; }
QFrame[tone="success"] QPushButton[look="link"],
QFrame[tone="success"] QPushButton[look="quiet"] { color: $on_success_soft; }
QFrame[tone="info"] QPushButton[look="link"],
QFrame[tone="info"] QPushButton[look="quiet"] { color: $on_info_soft; }
QFrame[look="banner"] QPushButton[look="link"] { text-decoration: underline; }
QLabel[look="chip"] { border-radius: ${small}px; padding: 2px 7px; font-size: ${caption}px; font-weight: 500; }

QPushButton, QToolButton { background: $surface; color: $text; border: 1px solid $border_strong;
    border-radius: ${small}px; padding: 6px 14px; font-weight: 500; min-height: 18px; }
QPushButton:hover, QToolButton:hover { background: $raised; }
QPushButton:focus, QToolButton:focus { border: 2px solid $focus; padding: 5px 13px; }
QPushButton:disabled, QToolButton:disabled { color: $secondary; border-color: $border; background: $raised; }
QPushButton[look="primary"] { background: $accent; color: $on_accent; border-color: $accent; font-weight: 600; }
QPushButton[look="primary"]:hover { background: $accent_hover; }
QPushButton[look="primary"]:focus { border: 2px solid $text; }
QPushButton[look="primary"]:disabled { background: $neutral_soft; color: $on_neutral_soft; border-color: $border; }
QPushButton[look="danger"] { color: $danger; border-color: $danger; }
QPushButton[look="danger"]:focus { border: 2px solid $danger; }
QPushButton[look="quiet"], QToolButton[look="quiet"] { background: transparent; border-color: transparent;
    padding: 6px 8px; }
QToolButton::menu-indicator { image: none; }
QPushButton[look="quiet"]:hover, QToolButton[look="quiet"]:hover { background: $raised; }
QPushButton[look="quiet"]:focus, QToolButton[look="quiet"]:focus { border: 2px solid $focus; padding: 5px 7px; }
QPushButton[look="fold"] { background: transparent; border: 2px solid transparent; padding: 4px 6px 4px 0;
    text-align: left; }
QPushButton[look="fold"]:hover { background: $raised; }
QPushButton[look="fold"]:focus { border: 2px solid $focus; padding: 4px 6px 4px 0; }
QPushButton[look="link"] { background: transparent; border: 1px solid transparent; color: $accent; padding: 1px 1px;
    text-align: left; }
QPushButton[look="link"]:hover { text-decoration: underline; }
QPushButton[look="link"]:disabled { background: transparent; color: $secondary; font-weight: 400; }
QPushButton[look="link"]:focus { border: 1px solid $focus; }
QPushButton[look="chip"] { background: $neutral_soft; color: $on_neutral_soft; border: 1px solid transparent;
    padding: 1px 7px; font-size: ${caption}px; min-height: 16px; }
QPushButton[look="chip"]:hover { border-color: $border_strong; }
QPushButton[look="chip"]:focus { border: 1px solid $focus; padding: 1px 7px; }
QPushButton[look="chip"][tone="warning"] { background: $warning_soft; color: $on_warning_soft; }
QPushButton[look="chip"][tone="danger"] { background: $danger_soft; color: $on_danger_soft; }
QPushButton[look="chip"][tone="info"] { background: $info_soft; color: $on_info_soft; }
QPushButton[look="chip"][tone="success"] { background: $success_soft; color: $on_success_soft; }
QPushButton[look="place"] { background: transparent; border: 1px solid transparent; text-align: left;
    padding: 8px 10px; font-weight: 500; border-radius: ${radius}px; }
QPushButton[look="place"]:hover { background: $raised; }
QPushButton[look="place"]:checked { background: $selected; color: $on_selected; font-weight: 600; }
QPushButton[look="place"]:focus { border: 2px solid $focus; padding: 7px 9px; }

QCheckBox, QRadioButton { border: 2px solid transparent; border-radius: ${small}px; padding: 2px; }
QCheckBox:focus, QRadioButton:focus { border-color: $focus; }
QCheckBox, QRadioButton { spacing: 8px; }
QCheckBox::indicator, QRadioButton::indicator { width: 14px; height: 14px; background: $surface;
    border: 1px solid $border_strong; border-radius: 3px; }
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { background: $raised; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url("$arrows-check.svg"); }
QRadioButton::indicator:checked { width: 6px; height: 6px; background: $on_accent; border: 5px solid $accent; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { background: $raised; border-color: $border; }

QLineEdit, QTextEdit, QPlainTextEdit, QComboBox, QSpinBox, QDateEdit { background: $surface; color: $text;
    border: 1px solid $border_strong; border-radius: ${small}px; padding: 6px 8px;
    selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit:focus, QTextEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QSpinBox:focus {
    border: 2px solid $focus; padding: 5px 7px; }
QComboBox::drop-down { border: none; background: transparent; width: 26px; }
QComboBox::down-arrow { image: url("$arrows-down.svg"); width: 14px; height: 14px; }
QAbstractSpinBox QLineEdit, QComboBox QLineEdit { border: none; padding: 0 0 0 6px; background: transparent; }
QAbstractSpinBox QLineEdit:focus, QComboBox QLineEdit:focus { border: none; padding: 0 0 0 6px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: none; background: transparent; width: 26px;
    subcontrol-origin: border; }
QAbstractSpinBox::up-button { subcontrol-position: top right; margin-top: 2px; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; margin-bottom: 2px; }
QAbstractSpinBox::up-arrow { image: url("$arrows-up.svg"); width: 12px; height: 12px; }
QAbstractSpinBox::down-arrow { image: url("$arrows-down.svg"); width: 12px; height: 12px; }
QPlainTextEdit[look="mono"] { font-family: "DejaVu Sans Mono", "Menlo", "Consolas", monospace; font-size: 13px; }
QLineEdit[look="bare"], QLineEdit[look="bare"]:focus { border: none; padding: 12px 16px; font-size: ${heading}px; }
QLineEdit[state="wrong"], QPlainTextEdit[state="wrong"] { border: 2px solid $danger; padding: 5px 7px; }
QLineEdit[state="wrong"]:focus, QPlainTextEdit[state="wrong"]:focus { border: 2px solid $focus; }
QLineEdit:disabled, QPlainTextEdit:disabled { color: $secondary; background: $raised; }
QComboBox QAbstractItemView { background: $surface; color: $text; border: 1px solid $border_strong;
    selection-background-color: $selected; selection-color: $on_selected; }

QAbstractItemView { background: $surface; color: $text; border: none; outline: 0;
    selection-background-color: $selected; selection-color: $on_selected; }
QListWidget::item:focus { background: $selected; color: $on_selected; border: 2px solid $focus; }
QTableView[look="figures"]::item { padding: 2px 8px; }
QTableView[look="figures"]::item:focus { background: $selected; color: $on_selected; border: 2px solid $focus;
    padding: 0 6px; }
QTableView[look="figures"]::item:selected:!focus { background: $selected; color: $on_selected; }
QHeaderView::section { background: $raised; color: $secondary; border: none; padding: 6px 8px; font-weight: 500; }
QScrollArea, QStackedWidget { background: transparent; border: none; }
QScrollArea > QWidget > QWidget[look="page"] { background: transparent; }
QSplitter::handle { background: $border; }
QSplitter::handle:horizontal { width: 1px; }
QMenu { background: $surface; color: $text; border: 1px solid $border_strong; padding: 4px; }
QMenu::item { padding: 6px 22px 6px 12px; border-radius: ${small}px; }
QMenu::item:selected { background: $selected; color: $on_selected; }
QMenu::separator { height: 1px; background: $border; margin: 4px 6px; }
QProgressBar { background: $neutral_soft; border: none; border-radius: 3px; max-height: 6px; text-align: center; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 2px; }
QScrollBar::handle:vertical { background: $border_strong; border-radius: 4px; min-height: 32px; margin: 0 1px; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 2px; }
QScrollBar::handle:horizontal { background: $border_strong; border-radius: 4px; min-width: 32px; margin: 1px 0; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page { background: none; border: none;
    width: 0; height: 0; }
""")


def style_sheet(colours: Colours) -> str:
    """The application's whole style sheet."""
    tokens: dict[str, object] = {name: getattr(colours, name) for name in names()}
    tokens |= {"family": TYPE.family, "caption": TYPE.caption, "body": TYPE.body, "heading": TYPE.heading,
               "title": TYPE.title, "display": TYPE.display, "radius": RADIUS, "small": SMALL_RADIUS,
               "arrows": (ARROWS / ("dark" if colours is DARK else "light")).as_posix()}
    return _SHEET.substitute(tokens)
