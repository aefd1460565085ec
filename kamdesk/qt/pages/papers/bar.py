"""Over the preview: which page, how large, its text to the clipboard."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit

from kamdesk.qt.pages.papers.stack import LEAST, MOST, Fit
from kamdesk.qt.theme import Theme
from kamdesk.qt.widgets.buttons import Button, key_text
from kamdesk.qt.widgets.fields import Combo
from kamdesk.qt.widgets.labels import label
from kamdesk.qt.widgets.layouts import row

PERCENTS = (50, 75, 100, 125, 150, 200, 300)
FITS = (Fit.WIDTH, Fit.PAGE)


class PreviewBar(QFrame):
    """``page_asked`` gives a page from 0, ``step_asked`` a step of the zoom, the others a zoom."""

    page_asked = Signal(int)
    step_asked = Signal(int)
    fit_asked = Signal(object)
    zoom_asked = Signal(float)
    copy_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._page = self._count = 0
        self._before = Button(theme, kind="ghost", icon="chevron-left", small=True)
        self._after = Button(theme, kind="ghost", icon="chevron-right", small=True)
        self._number = QLineEdit()
        self._number.setProperty("small", True)
        self._number.setFixedWidth(44)
        self._number.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._of = label(theme, "caption", "text2")
        self._smaller = Button(theme, kind="ghost", icon="zoom-out", small=True)
        self._larger = Button(theme, kind="ghost", icon="zoom-in", small=True)
        self.zoom = Combo()
        self.zoom.setFixedWidth(112)
        self.zoom.addItems(["", ""])
        for percent in PERCENTS:
            self.zoom.addItem(f"{percent} %")
        self.zoom.addItem("")
        self._copy = Button(theme, kind="ghost", icon="copy", small=True)
        self.setLayout(
            row(
                self._before, self._number, self._of, self._after, None,
                self._smaller, self.zoom, self._larger, None, self._copy, gap=4, margins=(8, 4, 8, 4),
            )
        )  # fmt: skip
        self._before.clicked.connect(lambda: self.page_asked.emit(self._page - 1))
        self._after.clicked.connect(lambda: self.page_asked.emit(self._page + 1))
        self._number.editingFinished.connect(self._go)
        self._smaller.clicked.connect(lambda: self.step_asked.emit(-1))
        self._larger.clicked.connect(lambda: self.step_asked.emit(1))
        self.zoom.activated.connect(self._pick)
        self._copy.clicked.connect(self.copy_asked)

    def show_page(self, page: int, count: int) -> None:
        """Page ``page`` (from 0) of ``count`` is in view."""
        self._page, self._count = page, count
        if not self._number.hasFocus() or not self._number.isModified():
            self._number.setText(str(page + 1) if count else "")
        self._of.setText(f"/ {count}" if count else "")
        self._before.setEnabled(page > 0)
        self._after.setEnabled(page + 1 < count)
        for widget in (self._number, self._copy, self._smaller, self._larger, self.zoom):
            widget.setEnabled(count > 0)

    def show_zoom(self, fit: Fit, zoom: float) -> None:
        """How large the page is, and why."""
        last = len(FITS) + len(PERCENTS)
        self.zoom.setItemText(last, f"{zoom:.0%}".replace("%", " %"))
        if fit in FITS:
            self.zoom.setCurrentIndex(FITS.index(fit))
        else:
            percent = round(zoom * 100)
            self.zoom.setCurrentIndex(PERCENTS.index(percent) + len(FITS) if percent in PERCENTS else last)
        self._smaller.setEnabled(self._count > 0 and zoom > LEAST + 0.005)
        self._larger.setEnabled(self._count > 0 and zoom < MOST - 0.005)
        self.zoom.setToolTip(f"{zoom:.0%}")

    def _pick(self, number: int) -> None:
        if number < len(FITS):
            self.fit_asked.emit(FITS[number])
        elif number < len(FITS) + len(PERCENTS):
            self.zoom_asked.emit(PERCENTS[number - len(FITS)] / 100)

    def _go(self) -> None:
        text = self._number.text().strip()
        if text.isdigit() and self._number.isModified():
            self.page_asked.emit(int(text) - 1)
        self._number.setText(str(self._page + 1) if self._count else "")
        self._number.setModified(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._number.hasFocus():
            event.accept()
            return
        super().keyPressEvent(event)

    def retranslate(self) -> None:
        self._before.set_hint(self.tr("Page before"))
        self._after.set_hint(self.tr("Next page"))
        self._number.setAccessibleName(self.tr("Page"))
        smaller, larger = self.tr("Smaller"), self.tr("Larger")
        self._smaller.set_hint(f"{smaller}  {key_text('Ctrl+-')}")
        self._larger.set_hint(f"{larger}  {key_text('Ctrl++')}")
        self.zoom.setAccessibleName(self.tr("Zoom"))
        self.zoom.setItemText(0, self.tr("Fit the width"))
        self.zoom.setItemText(1, self.tr("Whole page"))
        self._copy.set_label(self.tr("Copy text"))
        self._copy.setToolTip(self.tr("Copy the text of this page"))
