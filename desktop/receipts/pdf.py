"""Lays a document out and writes it as PDF: beside the UI thread, whole or not at all."""

from __future__ import annotations

from PySide6.QtCore import (
    QFile,
    QIODevice,
    QMarginsF,
    QObject,
    QRunnable,
    QSaveFile,
    QSize,
    Qt,
    QThreadPool,
    QUrl,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QImage,
    QPageSize,
    QPdfWriter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextImageFormat,
    QTextLength,
    QTextTableFormat,
)

from desktop.receipts.document import Document, Paragraph, Picture, Style, Table
from desktop.theme.tokens import LIGHT, TYPE
from desktop.widgets.reading import read_picture

WIDEST, TALLEST = 600, 820
"""Units of 1/96 inch that a picture takes at most: inside an A4 page with 2 cm of margin, its caption aside."""
SHARPEST = 2
"""Pixels a unit that pictures are kept at: good on paper, and the file stays small."""
RESOLUTION = 300
POINTS = {Style.TITLE: 18.0, Style.HEADING: 12.0, Style.BODY: 10.0, Style.CAPTION: 8.5}


def laid_out(made: Document) -> QTextDocument:
    """The document for Qt. Text goes in as plain text: nothing in it is read as markup."""
    page = QTextDocument()
    page.setUndoRedoEnabled(False)
    font = QFont(TYPE.family)
    font.setPointSizeF(POINTS[Style.BODY])
    page.setDefaultFont(font)
    cursor = QTextCursor(page)
    for number, block in enumerate(made.blocks):
        if isinstance(block, Paragraph):
            _paragraph(cursor, block)
        elif isinstance(block, Table):
            _table(cursor, block)
        else:
            _picture(cursor, page, block, number)
    return page


def write_pdf(made: Document, path: str) -> str:
    """Writes it, readable by its owner alone; returns why that failed, or nothing. A failure leaves no file behind."""
    page = laid_out(made)
    target = QSaveFile(path)
    if not target.open(QIODevice.OpenModeFlag.WriteOnly):
        return target.errorString()
    target.setPermissions(QFile.Permission.ReadOwner | QFile.Permission.WriteOwner)
    writer = QPdfWriter(target)
    writer.setResolution(RESOLUTION)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF())
    writer.setTitle(made.title)
    writer.setCreator("Countersign")
    page.print_(writer)
    del writer  # writes the end of the file
    return "" if target.commit() else target.errorString()


class _Told(QObject):
    written = Signal(str, str)


class _Write(QRunnable):
    def __init__(self, made: Document, path: str, told: _Told) -> None:
        super().__init__()
        self._made, self._path, self._told = made, path, told

    def run(self) -> None:
        """Override QRunnable::run."""
        try:
            problem = write_pdf(self._made, self._path)
        except (OSError, RuntimeError, ValueError) as error:
            problem = str(error) or type(error).__name__
        self._told.written.emit(self._path, problem)


class PdfExport(QObject):
    """Writes one after another. ``written`` carries the path and the problem, empty if there is none."""

    written = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._told = _Told()         # without parent: a thread may still speak to it when this is gone
        self._told.written.connect(self.written)

    def start(self, made: Document, path: str) -> None:
        """Begins; returns at once."""
        QThreadPool.globalInstance().start(_Write(made, path, self._told))


def _block(style: Style) -> tuple[QTextBlockFormat, QTextCharFormat]:
    spaced, chars = QTextBlockFormat(), QTextCharFormat()
    spaced.setBottomMargin(4)
    if style is Style.HEADING:
        spaced.setTopMargin(14)
    chars.setFontPointSize(POINTS[style])
    chars.setFontWeight(QFont.Weight.DemiBold if style in (Style.TITLE, Style.HEADING) else QFont.Weight.Normal)
    chars.setForeground(QColor(LIGHT.secondary if style is Style.CAPTION else LIGHT.text))
    return spaced, chars


def _open_block(cursor: QTextCursor, style: Style) -> QTextCharFormat:
    spaced, chars = _block(style)
    cursor.movePosition(QTextCursor.MoveOperation.End)
    if cursor.block().length() > 1:
        cursor.insertBlock(spaced, chars)
    else:
        cursor.setBlockFormat(spaced)
        cursor.setBlockCharFormat(chars)
    return chars


def _paragraph(cursor: QTextCursor, block: Paragraph) -> None:
    cursor.insertText(block.text, _open_block(cursor, block.style))


def _table(cursor: QTextCursor, block: Table) -> None:
    if not block.rows:
        return
    cursor.movePosition(QTextCursor.MoveOperation.End)
    looks = QTextTableFormat()
    looks.setBorder(0)
    looks.setCellPadding(3)
    looks.setCellSpacing(0)
    looks.setTopMargin(4)
    looks.setBottomMargin(14)
    looks.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    looks.setColumnWidthConstraints([QTextLength(QTextLength.Type.PercentageLength, 34),
                                     QTextLength(QTextLength.Type.PercentageLength, 66)])
    table = cursor.insertTable(len(block.rows), 2, looks)
    _, body = _block(Style.BODY)
    _, low = _block(Style.CAPTION)
    for row, pair in enumerate(block.rows):
        label = QTextCharFormat(body)
        label.setForeground(QColor(LIGHT.secondary))
        table.cellAt(row, 0).firstCursorPosition().insertText(pair.label, label)
        cell = table.cellAt(row, 1).firstCursorPosition()
        cell.insertText(pair.value, body)
        if pair.note:
            cell.insertBlock()
            cell.insertText(pair.note, low)
    cursor.movePosition(QTextCursor.MoveOperation.End)


def _picture(cursor: QTextCursor, page: QTextDocument, block: Picture, number: int) -> None:
    image = _read(block.path)
    if image.isNull():
        _paragraph(cursor, Paragraph(f"{block.caption}: the picture is no longer there.", Style.CAPTION))
        return
    spaced, chars = _block(Style.CAPTION)
    spaced.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
    cursor.movePosition(QTextCursor.MoveOperation.End)
    cursor.insertBlock(spaced, chars)
    cursor.insertText(block.caption, chars)
    cursor.insertBlock(QTextBlockFormat(), chars)
    name = f"picture:{number}"
    page.addResource(QTextDocument.ResourceType.ImageResource, QUrl(name), image)
    looks = QTextImageFormat()
    looks.setName(name)
    size = QSize(image.width(), image.height()).scaled(WIDEST, TALLEST, Qt.AspectRatioMode.KeepAspectRatio)
    looks.setWidth(size.width())
    looks.setHeight(size.height())
    cursor.insertImage(looks)
    cursor.insertBlock(QTextBlockFormat(), chars)


def _read(path: str) -> QImage:
    return read_picture(path, QSize(WIDEST, TALLEST) * SHARPEST)[0]
