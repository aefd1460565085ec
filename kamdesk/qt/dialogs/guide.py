"""The user guide inside the program: its headings beside it, found in by typing, in the language of the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QTextBrowser,
    QTextEdit,
    QWidget,
)

from kamdesk.qt.desk import Desk
from kamdesk.qt.dialogs.guide_text import Heading, dress_guide, headings, only_links_to
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.labels import Elided, label
from kamdesk.qt.widgets.layouts import column, row

Read = Callable[[str], Path]


class GuideDialog(QDialog):
    """Stands beside the window and leaves it usable. ``read`` gives the file of a name: ``guide.en.md``."""

    def __init__(self, desk: Desk, parent: QWidget | None, read: Read) -> None:
        super().__init__(parent)
        theme = desk.theme
        self._desk, self._read = desk, read
        self._name = ""
        self._going = False
        self._headings: list[Heading] = []
        self._hits: list[QTextCursor] = []
        self._heading = Elided(theme, "heading")
        self.back = Button(theme, icon="arrow-left", small=True)
        self.contents = QListWidget()
        self.contents.setObjectName("contents")
        self.contents.setFixedWidth(200)
        self.contents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.contents.setFont(theme.font("body"))
        self.text = QTextBrowser()
        self.text.setOpenLinks(False)
        self.sought = QLineEdit()
        self.sought.setFixedWidth(260)
        self.count = label(theme, "caption", "text2")
        self.before = Button(theme, icon="chevron-left", small=True)
        self.after = Button(theme, icon="chevron-right", small=True)
        self.close_button = Button(theme)
        head = row((self._heading, 1), self.back, self.count, self.before, self.after, self.sought)
        self.setLayout(
            column(
                head,
                (row(self.contents, (self.text, 1), gap=12), 1),
                row(None, self.close_button),
                gap=10,
                margins=(20, 16, 20, 16),
            )
        )
        self.resize(980, min(720, self.screen().availableGeometry().height() - 60))
        self._connect()
        self.retranslate()
        self.text.setFocus()

    def _connect(self) -> None:
        self.contents.currentRowChanged.connect(self._go_to)
        self.contents.itemActivated.connect(lambda item: self.text.setFocus())
        self.text.anchorClicked.connect(self._follow)
        self.text.verticalScrollBar().valueChanged.connect(self._mark_heading)
        self.sought.textChanged.connect(self._search)
        self.sought.returnPressed.connect(lambda: self.step(1))
        self.before.clicked.connect(lambda: self.step(-1))
        self.after.clicked.connect(lambda: self.step(1))
        self.back.clicked.connect(lambda: self.show_file(self._guide()))
        self.close_button.clicked.connect(self.reject)
        self._desk.theme.changed.connect(self._show_again)
        for keys, act in (
            (QKeySequence.StandardKey.Find, self._to_find),
            ("/", self._to_find),
            ("F3", lambda: self.step(1)),
            ("Shift+F3", lambda: self.step(-1)),
            ("Shift+Return", lambda: self.step(-1)),
            ("Alt+Left", self.back.click),
        ):
            QShortcut(QKeySequence(keys), self, act)

    def _guide(self) -> str:
        return f"guide.{self._desk.speech.language}.md"

    # what is read

    def show_file(self, name: str) -> None:
        """Show one of the pages that come with the program; raises MissingAsset where it did not."""
        self._name = name
        document = QTextDocument(self.text)
        document.setDefaultFont(self._desk.theme.font("body"))
        document.setMarkdown(self._read(name).read_text("utf-8"))
        only_links_to(document, self._is_there)
        dress_guide(document, self._desk.theme)
        self.text.setDocument(document)
        self._headings = headings(document)
        self.contents.blockSignals(True)
        self.contents.clear()
        for heading in self._headings:
            item = QListWidgetItem(heading.text)
            item.setToolTip(heading.text)
            self.contents.addItem(item)
        self.contents.setCurrentRow(0)
        self.contents.blockSignals(False)
        self.back.setVisible(name != self._guide())
        self._search(self.sought.text())

    def _is_there(self, address: str) -> bool:
        try:
            return "/" not in address and address.endswith(".md") and self._read(address).is_file()
        except FileNotFoundError:
            return False

    def _follow(self, address: QUrl) -> None:
        self.show_file(address.toString())
        self.text.setFocus()

    def _show_again(self) -> None:
        place = self.text.verticalScrollBar().value()
        self.show_file(self._name)
        self.text.verticalScrollBar().setValue(place)

    # headings

    def _top(self, position: int) -> int:
        """How far down the block at a position lies."""
        block = self.text.document().findBlock(position)
        return round(self.text.document().documentLayout().blockBoundingRect(block).top())

    def _go_to(self, number: int) -> None:
        if 0 <= number < len(self._headings):
            self._going = True
            self.text.verticalScrollBar().setValue(self._top(self._headings[number].position) - 8)
            self._going = False

    def _mark_heading(self, value: int) -> None:
        """The heading under which the text in view stands; one that was chosen stays so, if the text ends first."""
        if self._going:
            return
        passed = [n for n, heading in enumerate(self._headings) if self._top(heading.position) <= value + 24]
        self.contents.blockSignals(True)
        self.contents.setCurrentRow(passed[-1] if passed else 0)
        self.contents.blockSignals(False)

    # finding

    def _to_find(self) -> None:
        self.sought.setFocus()
        self.sought.selectAll()

    def _search(self, words: str) -> None:
        self._hits = []
        cursor = QTextCursor(self.text.document())
        while words.strip():
            cursor = self.text.document().find(words.strip(), cursor)
            if cursor.isNull():
                break
            self._hits.append(cursor)
        self._show_hit(0)

    def hits(self) -> int:
        """How often what is looked for stands in the text."""
        return len(self._hits)

    def step(self, by: int) -> None:
        """To the next place (1) or the one before (-1), round and round."""
        if self._hits:
            self._show_hit((self._hit + by) % len(self._hits))

    def _show_hit(self, number: int) -> None:
        self._hit = number
        marks = []
        for place, cursor in enumerate(self._hits):
            mark = QTextEdit.ExtraSelection()
            mark.cursor = cursor  # type: ignore[attr-defined]
            now = place == number
            mark.format.setBackground(  # type: ignore[attr-defined]
                self._desk.theme.color("accent" if now else "accentSoft")
            )
            mark.format.setForeground(  # type: ignore[attr-defined]
                self._desk.theme.color("onAccent" if now else "accentText")
            )
            marks.append(mark)
        self.text.setExtraSelections(marks)
        for button in (self.before, self.after):
            button.setEnabled(len(self._hits) > 1)
        self._say_count()
        if self._hits:
            bar = self.text.verticalScrollBar()
            at = QTextCursor(self._hits[number])
            at.clearSelection()
            self.text.setTextCursor(at)
            if self.text.cursorRect().top() > self.text.viewport().height() // 2:
                bar.setValue(bar.value() + self.text.cursorRect().top() - self.text.viewport().height() // 3)

    def _say_count(self) -> None:
        said = ""
        if self._hits:
            said = self.tr("{n} of {all}").format(n=self._hit + 1, all=len(self._hits))
        elif self.sought.text().strip():
            said = self.tr("Not in the guide")
        self.count.setText(said)
        self.sought.setAccessibleDescription(said)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is for whatever has the focus; it closes the guide on the button alone."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and not isinstance(self.focusWidget(), QPushButton):
            event.accept()
            return
        super().keyPressEvent(event)

    # words

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("User guide"))
        self._heading.setText(self.tr("User guide"))
        self.contents.setAccessibleName(self.tr("Contents"))
        self.text.setAccessibleName(self.tr("User guide"))
        self.sought.setPlaceholderText(self.tr("Find in the guide (Ctrl+F)"))
        self.sought.setAccessibleName(self.tr("Find in the guide"))
        self.before.set_hint(self.tr("Previous place (Shift+F3)"))
        self.after.set_hint(self.tr("Next place (F3)"))
        self.back.set_label(self.tr("Back to the guide"))
        self.close_button.set_label(self.tr("Close"))
        self.show_file(self._guide())
