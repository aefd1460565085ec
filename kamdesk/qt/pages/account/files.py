"""Files kept with the account: added, looked at, opened, saved elsewhere, named anew, taken off."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QBuffer, QIODevice, QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPixmap
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QFrame, QInputDialog, QStackedWidget, QWidget

from kamdesk.qt.amounts import size_text
from kamdesk.qt.desk import Desk
from kamdesk.qt.jobs import account as jobs
from kamdesk.qt.models.entries import EntriesModel, Entry
from kamdesk.qt.opened_files import OpenedFiles, runs, show_file
from kamdesk.qt.pages.account.listed import stand_by
from kamdesk.qt.pages.account.picture import Picture
from kamdesk.qt.pages.account.section import Section
from kamdesk.qt.pages.account.telling import about
from kamdesk.qt.pages.page import Density
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.details import Deed, DetailPane, Fact
from kamdesk.qt.widgets.entries import EntriesView
from kamdesk.qt.widgets.labels import Elided, label
from kamdesk.qt.widgets.layouts import column, frame, row
from kamdesk.qt.widgets.states import EmptyState

if TYPE_CHECKING:
    from kamdesk.qt.jobs.account import AccountWhole
    from kamdesk.reads.attachments import Attached


class FilesSection(Section):
    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme = desk.theme
        self.opened = OpenedFiles()
        self.view = EntriesView(theme, EntriesModel(self))
        self.add = Button(theme, icon="paperclip")
        self.empty = EmptyState(theme, "paperclip")
        self.picture = Picture(theme)
        self.pane = DetailPane(theme)
        self._title = label(theme, "heading")
        self._said = Elided(theme, "caption", "text2")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.empty)
        top = row(self._title, (self._said, 1), self.add)
        self._card = frame(column(top, (self._stack, 1), gap=8), "card", (14, 10, 12, 10))
        self._beside = QFrame()
        self._beside.setLayout(column((self.picture, 1), (self.pane, 1), gap=10))
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(14)
        self._box.addWidget(self._card, 1)
        self._box.addWidget(self._beside)
        self.setLayout(self._box)
        self.add.clicked.connect(lambda: self.choose_files())
        self.empty.first.clicked.connect(lambda: self.choose_files())
        self.view.chosen.connect(self._show_details)
        self.view.opened.connect(self.open_file)

    # what it shows

    def begin_new(self) -> None:
        self.choose_files()

    def show_account(self, whole: AccountWhole) -> None:
        super().show_account(whole)
        files = whole.sheet.files
        self.view.show_rows([self._entry(file) for file in files])
        self._stack.setCurrentIndex(0 if files else 1)
        self.add.setVisible(bool(files))
        total = sum({file.sha256: file.size for file in files}.values())
        self._said.setText(size_text(total) if files else "")
        self._show_details()

    def _entry(self, file: Attached) -> Entry:
        speech, today = self.desk.speech, self.desk.today()
        day = file.since.astimezone(ZoneInfo(self.desk.zone)).date()
        what = about(file.subject, file.about, speech)
        picture = (file.media_type or "").startswith("image/")
        return Entry(
            file.id,
            file.name,
            speech.joined((speech.day_or_year(day, today), what)),
            side=size_text(file.size),
            icon="image" if picture else "file-text",
            icon_tone="text3",
        )

    def leave(self) -> None:
        super().leave()
        self.view.show_rows([])
        self.picture.show_nothing()

    def _file(self, key: str) -> Attached | None:
        files = self.whole.sheet.files if self.whole is not None else ()
        return next((file for file in files if file.id == key), None)

    def _show_details(self) -> None:
        file = self._file(self.view.key())
        self._beside.setVisible(file is not None)
        if file is None:
            self.picture.show_nothing()
            return
        speech = self.desk.speech
        said = [
            Fact(self.tr("Size"), size_text(file.size)),
            Fact(self.tr("Belongs to"), about(file.subject, file.about, speech) or self.tr("the account")),
        ]
        deeds = [
            Deed(self.tr("Open"), "folder-open", lambda: self.open_file(file.id), primary=False),
            Deed(self.tr("Save as…"), "save", lambda: self._save_as(file)),
            Deed(self.tr("Rename…"), "pencil", lambda: self._rename(file)),
            Deed(self.tr("Take off"), "trash-2", lambda: self._remove(file)),
        ]
        self.pane.show_facts(file.name, said, deeds)
        if (file.media_type or "").startswith("image/"):
            self.picture.expect(file.name)
            self.desk.runner.read(
                jobs.attachment_content,
                done=lambda content: self._show_picture(file, content),
                failed=lambda error: self.picture.show_nothing(),
                sha256=file.sha256,
            )
        else:
            self.picture.show_nothing()

    def _show_picture(self, file: Attached, content: bytes) -> None:
        if self.view.key() == file.id:
            image = QImage.fromData(content)
            self.picture.show_image(QPixmap.fromImage(image), file.name)

    def choose(self, key: str) -> None:
        self.view.choose(key)

    # adding

    def choose_files(self, subject: str = "account", subject_id: str = "") -> None:
        """Ask which files, and keep them with the account, a report or a promise."""
        if self.whole is None:
            return
        chosen, _ = QFileDialog.getOpenFileNames(
            self.window(),
            self.tr("Files to keep with the account"),
            str(Path.home()),
            self.tr("All files (*)"),
        )
        if chosen:
            self.attach([Path(file) for file in chosen], subject, subject_id)

    def attach(self, paths: list[Path], subject: str = "account", subject_id: str = "") -> None:
        """Keep files from the disk: one step, all or none."""
        if self.whole is not None:
            self.desk.runner.run(
                jobs.attach_files,
                label=self.tr("Taking the files in…"),
                paths=tuple(paths),
                subject=subject,
                subject_id=subject_id or self.whole.view.page.id,
            )

    def take(self, data: QMimeData) -> bool:
        """Files or an image that were dropped or pasted; False where it is neither."""
        if self.whole is None:
            return False
        paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        files = [path for path in paths if path.is_file()]
        if files:
            self.attach(files)
            return True
        if data.hasImage():
            image = QImage(data.imageData())
            buffer = QBuffer()
            buffer.open(QIODevice.OpenModeFlag.WriteOnly)
            if image.isNull() or not image.save(buffer, "PNG"):  # type: ignore[call-overload]
                return False
            name = self.tr("Picture {day}.png").format(day=f"{self.desk.local_now():%Y-%m-%d %H%M}")
            self.desk.runner.run(
                jobs.attach,
                files=((name, bytes(buffer.data().data())),),
                subject="account",
                subject_id=self.whole.view.page.id,
            )
            return True
        return False

    def paste(self) -> bool:
        """What lies in the clipboard, where it is files or an image."""
        data = QGuiApplication.clipboard().mimeData()
        return data is not None and self.take(data)

    # opening

    def open_file(self, key: str) -> None:
        """With the program that the system has for it; what would itself be a program is only saved."""
        file = self._file(key)
        if file is None:
            return
        if runs(file.name):
            self._save_as(file)
            return
        self.desk.runner.read(
            jobs.write_attachment,
            done=self._opened,
            label=self.tr("Opening…"),
            sha256=file.sha256,
            path=self.opened.place(file.name),
        )

    def _opened(self, path: Path) -> None:
        if not show_file(path):
            said = self.tr("No program opens “{name}”. It is kept as it is; save it elsewhere instead.")
            self.desk.runner.failed.emit(_NoProgram(said.format(name=path.name)))

    def _save_as(self, file: Attached) -> None:
        chosen, _ = QFileDialog.getSaveFileName(
            self.window(),
            self.tr("Save the attachment"),
            str(Path.home() / file.name),
            self.tr("All files (*)"),
        )
        if chosen:
            self.desk.runner.read(
                jobs.write_attachment, done=lambda path: None, sha256=file.sha256, path=Path(chosen)
            )

    def _rename(self, file: Attached) -> None:
        name, given = QInputDialog.getText(
            self.window(), self.tr("Rename the attachment"), self.tr("Name"), text=file.name
        )
        if given and name.strip() != file.name:
            self.desk.runner.run(jobs.rename_attachment, attachment_id=file.id, name=name)

    def _remove(self, file: Attached) -> None:
        self.desk.runner.run(jobs.remove_attachment, attachment_id=file.id)

    # its looks and words

    def set_density(self, density: Density) -> None:
        super().set_density(density)
        stand_by(self._box, self._beside, density, 290, 260)
        self._card.setMinimumHeight(280 if density.narrow else 230)

    def focus_first(self) -> None:
        target = self.view if self._stack.currentIndex() == 0 else self.empty.first
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        self._title.setText(self.tr("Attachments"))
        self.add.set_label(self.tr("Add files…"))
        self.view.setAccessibleName(self.tr("Attachments"))
        self.empty.say(
            self.tr("No files yet"),
            self.tr(
                "Drop files here or paste a picture: quotations, photos of the shelf. Up to 20 MB a file."
            ),
            self.tr("Add files…"),
        )


class _NoProgram(Exception):
    """Said to the user as it is."""
