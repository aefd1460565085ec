"""The page that the next one reads: shown, printed, saved as PDF."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMarginsF, Signal
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter
from PySide6.QtWidgets import QDialog, QFileDialog, QTextBrowser, QWidget

from kamdesk.qt.desk import Desk
from kamdesk.qt.handover_words import HandoverWords
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.labels import label
from kamdesk.qt.widgets.layouts import column, row

if TYPE_CHECKING:
    from kamdesk.qt.jobs.handing import HandedAccount

MARGIN_MM = 16
DPI = 300


class HandoverSheet(QDialog):
    """``wrote`` gives the file that was written, ``failed`` why it could not be."""

    wrote = Signal(str)
    failed = Signal(str)

    def __init__(
        self, desk: Desk, parent: QWidget | None, accounts: Sequence[HandedAccount], folder: Path
    ) -> None:
        super().__init__(parent)
        self._desk, self._accounts, self._folder = desk, accounts, folder
        self._words = HandoverWords(desk, self)
        self._heading = label(desk.theme, "heading")
        self._said = label(desk.theme, "caption", "text2", wrap=True)
        self.text = QTextBrowser()
        self.text.setOpenLinks(False)
        self.text.document().setDefaultFont(desk.theme.font("body"))
        self.text.document().setDocumentMargin(14)
        self.print_button = Button(desk.theme, icon="printer")
        self.save_button = Button(desk.theme, icon="save")
        self.close_button = Button(desk.theme, kind="primary", icon="check")
        foot = row(None, self.print_button, self.save_button, self.close_button)
        self.setLayout(
            column(self._heading, self._said, (self.text, 1), foot, gap=10, margins=(20, 16, 20, 16))
        )
        self.print_button.clicked.connect(self.print_out)
        self.save_button.clicked.connect(self.ask_where)
        self.close_button.clicked.connect(self.accept)
        self.close_button.setDefault(True)
        self.retranslate()
        room = self.screen().availableGeometry()
        self.resize(min(760, room.width() - 80), min(640, room.height() - 80))
        self.text.setFocus()

    def name(self) -> str:
        """What the file is called."""
        first = self._accounts[0].view.page.name if self._accounts else ""
        more = len(self._accounts) - 1
        name = self.tr("Hand-over {account}").format(account=first)
        return f"{name} +{more}" if more > 0 else name

    def print_out(self) -> None:
        try:
            from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
        except ImportError:
            self._said.setText(self.tr("This computer can't print from here. Save the page as PDF instead."))
            return
        if not QPrinterInfo.availablePrinterNames():
            self._said.setText(
                self.tr("No printer is set up on this computer. Save the page as PDF instead.")
            )
            return
        printer = QPrinter()
        dialog = QPrintDialog(printer, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.text.document().print_(printer)

    def ask_where(self) -> None:
        kinds = self.tr("PDF (*.pdf)")
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save the page"), str(self._folder / f"{self.name()}.pdf"), kinds
        )
        if chosen:
            self.write(Path(chosen))

    def write(self, path: Path) -> None:
        """The page as a PDF at ``path``."""
        try:
            with path.open("wb"):
                pass
        except OSError as error:
            self._said.setText(
                self.tr(
                    "{path} can't be written ({reason}). Nothing was saved; choose another place."
                ).format(path=path, reason=error.strerror or error)
            )
            return
        writer = QPdfWriter(str(path))
        margins = QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM)
        writer.setPageLayout(
            QPageLayout(
                QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, margins,
                QPageLayout.Unit.Millimeter,
            )
        )  # fmt: skip
        writer.setResolution(DPI)
        writer.setTitle(self.name())
        self.text.document().print_(writer)
        self.wrote.emit(str(path))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        heading = self.tr("What the next one must know")
        self.setWindowTitle(heading)
        self._heading.setText(heading)
        self._said.setText(
            self.tr(
                "One page an account. To give a colleague on another computer all of the history, share the account "
                "with them on the page Week end."
            )
        )
        self.text.setHtml(self._words.html(self._accounts))
        self.text.setAccessibleName(heading)
        self.print_button.set_label(self.tr("Print…"))
        self.save_button.set_label(self.tr("Save as PDF…"))
        self.close_button.set_label(self.tr("Close"))
