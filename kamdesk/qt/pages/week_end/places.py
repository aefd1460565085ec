"""Where a package is put: the folder of the last time, a stick that is plugged in, any other folder."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from kamdesk.qt.amounts import size_text
from kamdesk.qt.desk import Desk
from kamdesk.qt.sticks import sticks
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.fields import Combo
from kamdesk.qt.widgets.layouts import row


class PlacePick(QWidget):
    """``changed`` when another place is chosen. ``last`` is the folder of the last time, ``usual`` the first one."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.last: Path | None = None
        self.usual = Path.home()
        self.combo = Combo()
        self.combo.setMinimumContentsLength(24)
        self.other = Button(desk.theme, icon="folder-open")
        self.setLayout(row((self.combo, 1), self.other))
        self.combo.currentIndexChanged.connect(lambda _: self.changed.emit())
        self.other.clicked.connect(self._choose)
        self.retranslate()

    def look(self) -> None:
        """Offer what is there now; what was chosen stays chosen where it still is."""
        keep = self.folder()
        self.combo.blockSignals(True)
        self.combo.clear()
        plugged = {stick.path: stick for stick in sticks()}
        for path, stick in plugged.items():
            said = self.tr("Stick {name}, {size} free").format(name=stick.name, size=size_text(stick.free))
            self.combo.addItem(said, str(path))
        for path in (self.last, self.usual):
            if path is not None and path.is_dir() and path not in plugged and self._place(path) < 0:
                self.combo.addItem(str(path), str(path))
        if keep is not None and self._place(keep) < 0 and keep.is_dir():
            self.combo.addItem(str(keep), str(keep))
        wanted = next((p for p in (keep, self.last) if p is not None and self._place(p) >= 0), None)
        self.combo.setCurrentIndex(self._place(wanted) if wanted else 0)
        self.combo.blockSignals(False)
        self.changed.emit()

    def folder(self) -> Path | None:
        data = self.combo.currentData()
        return Path(data) if data else None

    def set_folder(self, folder: Path) -> None:
        """Choose a folder, whether it was offered or not."""
        if self._place(folder) < 0:
            self.combo.addItem(str(folder), str(folder))
        self.combo.setCurrentIndex(self._place(folder))

    def _place(self, folder: Path) -> int:
        return self.combo.findData(str(folder))

    def _choose(self) -> None:
        begin = self.folder() or self.usual
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Where to put the package"), str(begin))
        if chosen:
            self.set_folder(Path(chosen))

    def retranslate(self) -> None:
        self.combo.setAccessibleName(self.tr("Where to"))
        self.other.set_label(self.tr("Another folder…"))
