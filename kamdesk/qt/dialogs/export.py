"""What leaves the book: what, in which form, of which week, where to; then how far it is, and what was written."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QLineEdit, QProgressBar, QVBoxLayout, QWidget

from kamdesk.domain.errors import Stopped
from kamdesk.domain.filenames import safe_name
from kamdesk.qt.desk import Desk
from kamdesk.qt.dialogs.export_choice import BOOK, SUFFIX, ExportChoice
from kamdesk.qt.jobs import exports as jobs
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.labels import label
from kamdesk.qt.widgets.layouts import frame, row
from kamdesk.qt.widgets.painted import Icon
from kamdesk.qt.widgets.tab_order import tab_as_laid_out

if TYPE_CHECKING:
    from kamdesk.qt.ticket import Ticket
    from kamdesk.reads.export.book import Exported


class ExportDialog(QDialog):
    """``written`` says what was asked for (``contacts.vcf3``) and the path; ``folder_asked`` which folder to open.

    Nothing typed here is worth keeping as a draft: what was asked for last is offered first.
    """

    written = Signal(str, str)
    folder_asked = Signal(str)

    def __init__(
        self, desk: Desk, parent: QWidget | None, monday: date, folder: Path, recent: list[str]
    ) -> None:
        super().__init__(parent)
        theme = desk.theme
        self._desk, self._folder = desk, folder
        self._ticket: Ticket | None = None
        self._stage = "asking"
        self._offered = ""
        self._sure = ""
        self._failure = ""
        self._path = folder
        self._done: Exported | None = None
        self.where = QLineEdit()
        self.choose = Button(theme, icon="folder-open")
        self._heading = label(theme, "heading")
        self._sentence = label(theme, "caption", "text2", wrap=True)
        self.choice = ExportChoice(desk, monday, recent, row((self.where, 1), self.choose))
        self._replaces = label(theme, "caption", "warn", wrap=True)
        self._busy = QProgressBar()
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self._count = label(theme, "caption", "text2")
        self._said = label(theme, "body", wrap=True)
        self._said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._error = label(theme, "body", "bad", wrap=True)
        self._error.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._error_box = frame(
            row(Icon(theme, "circle-alert", "bad"), (self._error, 1)), "bad", (10, 8, 10, 8)
        )
        self.cancel = Button(theme)
        self.show_folder = Button(theme, icon="folder-open")
        self.primary = Button(theme, kind="primary", icon="check")
        self.primary.setDefault(True)
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 16, 20, 16)
        box.setSpacing(10)
        for part in (self._heading, self._sentence, self.choice, self._replaces, self._error_box):
            box.addWidget(part)
        for part in (self._busy, self._count, self._said):
            box.addWidget(part)
        box.addStretch(1)
        box.addLayout(row(None, self.show_folder, self.cancel, self.primary))
        self.choice.changed.connect(self._offer)
        self.where.textChanged.connect(self._say_replaces)
        self.choose.clicked.connect(self._choose)
        self.cancel.clicked.connect(self.reject)
        self.show_folder.clicked.connect(lambda: self.folder_asked.emit(str(self._path.parent)))
        self.primary.clicked.connect(self._write)
        desk.runner.progressed.connect(self._say_rows)
        self.retranslate()
        self._offer()
        self.setMinimumWidth(560)
        self.choice.what.setFocus()

    def focusNextPrevChild(self, forward: bool) -> bool:
        tab_as_laid_out(self)
        return super().focusNextPrevChild(forward)

    # what is asked for

    def stage(self) -> str:
        """``asking``, ``writing``, ``written`` or ``failed``."""
        return self._stage

    def _offer(self) -> None:
        """A name for the file, unless another was typed; then its ending alone."""
        self._sentence.setText(self.choice.sentence())
        if self.where.text() not in ("", self._offered):
            typed = Path(self.where.text())
            if typed.suffix.lower() in SUFFIX.values():
                self.where.setText(str(typed.with_suffix(self.choice.suffix())))
            return
        name = safe_name(f"{self.choice.name()}{self.choice.suffix()}")
        self._offered = str(self._folder / name)
        self.where.setText(self._offered)

    def _choose(self) -> None:
        title, kinds = self.tr("Where to write it"), self.choice.name_filter()
        chosen, _ = QFileDialog.getSaveFileName(self, title, self.where.text(), kinds)
        if chosen:
            # The system asked already whether the file that is there may be replaced.
            path = self._named(chosen)
            self._sure = path.as_posix() if path is not None else ""
            self.where.setText(str(path or chosen))
            self._say_replaces()

    def _named(self, text: str) -> Path | None:
        """The path with the form's own ending; None while what is typed names no file yet."""
        try:
            path = Path(text.strip()).expanduser()
        except RuntimeError:  # ~ and a name that nobody here has
            return None
        if not text.strip() or text.strip().endswith(("/", "\\")) or path.name in ("", ".."):
            return None
        path = path if path.is_absolute() else self._folder / path
        return (
            path
            if path.suffix.lower() == self.choice.suffix()
            else path.with_name(f"{path.name}{self.choice.suffix()}")
        )

    def _say_replaces(self) -> None:
        path = self._named(self.where.text())
        there = path is not None and path.is_file() and path.as_posix() != self._sure
        self._replaces.setText(self.tr("A file of this name is there and will be replaced.") if there else "")
        self._replaces.setVisible(bool(there) and self._stage in ("asking", "failed"))
        self.primary.setEnabled(path is not None)

    # written

    def _write(self) -> None:
        if self._stage == "written":
            self.accept()
            return
        kind, _, form = self.choice.asked().partition(".")
        path = self._named(self.where.text())
        if path is None:
            return
        self._path = path
        self._set_stage("writing")
        self._ticket = self._desk.runner.read(
            jobs.export,
            done=self._finished,
            failed=self._failed,
            path=self._path,
            words=self._desk.speech.words,
            now=self._desk.local_now(),
            holidays=self._desk.holidays,
            kind=None if kind == BOOK else kind,
            monday=self.choice.monday(),
            vcard="4.0" if form == "vcf4" else "3.0",
            label=self.tr("Exporting…"),
            stoppable=True,
        )

    def _finished(self, done: Exported) -> None:
        self._done = done
        self._set_stage("written")
        self.written.emit(self.choice.asked(), str(self._path))
        self.primary.setFocus()

    def _failed(self, error: Exception) -> None:
        if isinstance(error, Stopped):
            self._failure = self.tr("Stopped; no file was written.")
        else:
            self._failure = self._desk.speech.error(error)
        self._set_stage("failed")
        self.where.setFocus()

    def reject(self) -> None:
        """Esc and Cancel: what is being written is stopped first."""
        if self._stage == "writing":
            self._stop()
        else:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._stage == "writing":
            self._stop()
            event.ignore()
        else:
            super().closeEvent(event)

    def _stop(self) -> None:
        if self._ticket is not None:
            self._ticket.stop()
            self.cancel.setEnabled(False)

    def _say_rows(self, ticket: Ticket, number: int, total: int) -> None:
        if ticket is self._ticket:
            self._count.setText(self.tr("%Ln records", "", number))

    # what is said

    def _set_stage(self, stage: str) -> None:
        self._stage = stage
        self._count.setText("")
        self.cancel.setEnabled(True)
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        self.choice.retranslate()
        self.where.setAccessibleName(self.tr("Where"))
        self.choose.set_label(self.tr("Choose…"))
        self.show_folder.set_label(self.tr("Open the folder"))
        self._sentence.setText(self.choice.sentence())
        self._say()

    def _say(self) -> None:
        stage = self._stage
        asking, busy, done = stage in ("asking", "failed"), stage == "writing", stage == "written"
        headings = {
            "asking": self.tr("Export"),
            "writing": self.tr("Exporting…"),
            "written": self.tr("Exported"),
            "failed": self.tr("Nothing was exported"),
        }
        self.setWindowTitle(self.tr("Export"))
        self._heading.setText(headings[stage])
        for part in (self._sentence, self.choice):
            part.setVisible(asking)
        self._busy.setVisible(busy)
        self._busy.setAccessibleName(headings[stage])
        self._count.setVisible(busy)
        self._said.setVisible(done)
        self._error.setText(self._failure)
        self._error_box.setVisible(stage == "failed")
        self.show_folder.setVisible(done)
        self.cancel.setVisible(not done)
        self.cancel.set_label(self.tr("Stop") if busy else self.tr("Cancel"))
        self.primary.setVisible(not busy)
        self.primary.set_label(self.tr("Close") if done else self.tr("Export"))
        if self._done is not None:
            said = self.tr("%Ln records written to {path}", "", self._done.rows).format(path=self._path)
            if self._done.attachments:
                more = self.tr(
                    "%Ln attachments are listed by name; their content is not in it.",
                    "",
                    self._done.attachments,
                )
                said = f"{said}\n{more}"
            self._said.setText(said)
        self._say_replaces()
