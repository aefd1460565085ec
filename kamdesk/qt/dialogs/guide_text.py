"""A page of the guide as Qt reads it from Markdown, dressed in the design language."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtGui import (
    QBrush,
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)

from kamdesk.qt.theme import FAMILY, Theme

STYLES = {1: "title", 2: "heading", 3: "strong"}
ABOVE = {1: 0, 2: 22, 3: 14}


@dataclass(frozen=True, slots=True)
class Heading:
    text: str
    level: int
    position: int


def blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    """Every paragraph, in order."""
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def headings(document: QTextDocument) -> list[Heading]:
    """What the table of contents lists."""
    return [
        Heading(block.text(), block.blockFormat().headingLevel(), block.position())
        for block in blocks(document)
        if block.blockFormat().headingLevel()
    ]


def only_links_to(document: QTextDocument, there: Callable[[str], bool]) -> None:
    """A link to what did not come with the program becomes plain text."""
    for cursor, form in list(_fragments(document)):
        if form.isAnchor() and not there(form.anchorHref()):
            kept = QTextCharFormat(form)
            for number in (
                QTextFormat.Property.IsAnchor,
                QTextFormat.Property.AnchorHref,
                QTextFormat.Property.FontUnderline,
                QTextFormat.Property.TextUnderlineStyle,
                QTextFormat.Property.ForegroundBrush,
            ):
                kept.clearProperty(number.value)
            cursor.setCharFormat(kept)


def dress_guide(document: QTextDocument, theme: Theme) -> None:
    """Sizes, distances and colours of the design language; tables in hairlines as wide as the page."""
    document.setDocumentMargin(10)
    document.setIndentWidth(22)
    for block in list(blocks(document)):
        form = block.blockFormat()
        level = form.headingLevel()
        cursor = QTextCursor(block)
        spaced = QTextBlockFormat()
        spaced.setTopMargin(ABOVE.get(level, 3))
        spaced.setBottomMargin(6 if level else 3)
        spaced.setLineHeight(112, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.mergeBlockFormat(spaced)
        if level:
            cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
            cursor.mergeCharFormat(_letters(theme, STYLES.get(level, "strong")))
    for cursor, form in list(_fragments(document)):
        changed = QTextCharFormat()
        changed.setFontFamilies([FAMILY])
        changed.setFontFixedPitch(False)
        if form.fontFixedPitch():
            changed.setBackground(theme.color("sunken"))
        if form.isAnchor():
            changed.setForeground(theme.color("accentText"))
        cursor.mergeCharFormat(changed)
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            _dress_table(frame, theme)


def _letters(theme: Theme, style: str) -> QTextCharFormat:
    font = theme.font(style)
    form = QTextCharFormat()
    form.setProperty(QTextFormat.Property.FontPixelSize.value, font.pixelSize())
    form.setProperty(QTextFormat.Property.FontSizeAdjustment.value, 0)
    form.setFontWeight(QFont.Weight.Bold)
    return form


def _dress_table(table: QTextTable, theme: Theme) -> None:
    form = table.format()
    form.setBorderCollapse(True)
    form.setBorder(1)
    form.setBorderBrush(QBrush(theme.color("line")))
    form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    form.setCellPadding(5)
    form.setCellSpacing(0)
    form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    table.setFormat(form)


def _fragments(document: QTextDocument) -> Iterator[tuple[QTextCursor, QTextCharFormat]]:
    """Each stretch of letters of one format, as a cursor over it."""
    for block in blocks(document):
        walk = block.begin()
        while not walk.atEnd():
            fragment = walk.fragment()
            cursor = QTextCursor(document)
            cursor.setPosition(fragment.position())
            cursor.setPosition(fragment.position() + fragment.length(), QTextCursor.MoveMode.KeepAnchor)
            yield cursor, fragment.charFormat()
            walk += 1
