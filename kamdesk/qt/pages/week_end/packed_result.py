"""The file that was made: where it lies, for whom it is, and what to do with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from kamdesk.qt.amounts import size_text
from kamdesk.qt.desk import Desk
from kamdesk.qt.pages.week_end.names import joined
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.labels import Elided, label
from kamdesk.qt.widgets.layouts import column, row, set_role
from kamdesk.qt.widgets.painted import Icon

if TYPE_CHECKING:
    from kamdesk.operations.week_end.packing import Packed
    from kamdesk.qt.pages.week_end.receivers import Receiver


class PackedResult(QFrame):
    """``folder_asked`` gives the file that is to be shown in its folder. One without anything new is no success."""

    folder_asked = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        theme = desk.theme
        self._desk = desk
        self._done: tuple[Packed, Receiver, str | None] | None = None
        self.setProperty("role", "good")
        self._icon = Icon(theme, "circle-check", "good")
        self._file = label(theme, "strong")
        self._where = Elided(theme, "caption", "text2")
        self._next = label(theme, "body", wrap=True)
        self.show_folder = Button(theme, icon="folder-open", small=True)
        head = row(self._icon, self._file, (self._where, 1), self.show_folder)
        self.setLayout(column(head, self._next, gap=4, margins=(12, 10, 12, 10)))
        self.show_folder.clicked.connect(
            lambda: self.folder_asked.emit(self._done[0].path) if self._done else None
        )

    def show_packed(self, packed: Packed, receiver: Receiver, secret: str | None) -> None:
        """``secret`` is the passphrase that sealed it, where one did."""
        self._done = packed, receiver, secret
        set_role(self, "good" if packed.rows else "soft")
        if packed.rows:
            self._icon.set_icon("circle-check", "good")
        else:
            self._icon.set_icon("info", "accentText")
        self.retranslate()

    def receiver(self) -> Receiver | None:
        """For whom the package is that it speaks of."""
        return self._done[1] if self._done is not None else None

    def retranslate(self) -> None:
        self.show_folder.set_label(self.tr("Show in its folder"))
        if self._done is None:
            return
        packed, receiver, secret = self._done
        self._file.setText(packed.path.name)
        size = size_text(packed.size)
        rows = self.tr("%n rows", "", packed.rows)
        self._where.setText(self._desk.speech.joined((size, rows, str(packed.path.parent))))
        if not receiver.keys:
            said = self.tr(
                "Give this file to the office or take it to your other computer; the passphrase {passphrase} goes "
                "apart from it. The whole book is in it: whoever has both can read it."
            ).format(passphrase=secret)
        elif packed.rows:
            said = self.tr(
                "Give this file to {names}: by stick, mail or shared folder. Only they can open it. If it is lost, "
                "make another; nothing is lost with it. It counts as arrived once their package has come back."
            ).format(names=joined(receiver.names, self._desk.speech))
        else:
            said = self.tr(
                "There is nothing new in it for {names}: it only tells them what has arrived from them. Only they can "
                "open it."
            ).format(names=joined(receiver.names, self._desk.speech))
        self._next.setText(said)
        self.setAccessibleName(f"{packed.path.name}, {size}, {rows}. {said}")
