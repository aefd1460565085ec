"""Hand over: for whom, where to, what is in it; then the file, and what to do with it."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QFormLayout, QProgressBar, QWidget

from kamdesk.domain.errors import Stopped
from kamdesk.domain.schedule import week_text
from kamdesk.qt.desk import Desk
from kamdesk.qt.jobs import week_end as jobs
from kamdesk.qt.pages.week_end.names import counted, joined, week_name
from kamdesk.qt.pages.week_end.packed_result import PackedResult
from kamdesk.qt.pages.week_end.panel import Panel
from kamdesk.qt.pages.week_end.places import PlacePick
from kamdesk.qt.pages.week_end.receivers import Receiver, ReceiverPick
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.labels import label
from kamdesk.qt.widgets.layouts import column, frame, row
from kamdesk.qt.widgets.painted import Icon

if TYPE_CHECKING:
    from kamdesk.operations.week_end.contents import Contents
    from kamdesk.operations.week_end.packing import Packed
    from kamdesk.qt.ticket import Ticket

SUFFIX = ".kamweek"
UNFIT = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
MOST_CALLED = 60
"""So many letters of the receivers' names stand in the file's."""
GO = "Ctrl+Enter"


class HandPanel(Panel):
    """``packed`` when a file lies in its place; ``folder_asked`` shows it; ``circle_asked``: nobody is known yet."""

    packed = Signal()
    folder_asked = Signal(object)
    circle_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        theme = desk.theme
        self._monday = date.min
        self._closed = False
        self._rep = self._device = ""
        self._contents: Contents | None = None
        self._ticket: Ticket | None = None
        self._known = False
        self.to, self.place = ReceiverPick(desk), PlacePick(desk)
        self.all = QCheckBox()
        self._holds = label(theme, "body", wrap=True)
        self._week = label(theme, "caption", "text2", wrap=True)
        self._lone = label(theme, "body", wrap=True)
        self.circle = Button(theme, icon="users", small=True)
        self._alone = frame(
            row(Icon(theme, "info", "accentText"), (self._lone, 1), self.circle), "soft", (12, 8, 12, 8)
        )
        self._names = [label(theme, "caption", "text2") for _ in range(3)]
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(14)
        form.setContentsMargins(0, 0, 0, 0)
        held = QWidget()
        held.setLayout(column(self._holds, self._week, self.all, gap=4))
        for name, field in zip(self._names, (self.to, self.place, held), strict=True):
            form.addRow(name, field)
        self.go = Button(theme, kind="primary", icon="package-check")
        self.stop = Button(theme, icon="x")
        self._busy = QProgressBar()
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self._reason = label(theme, "body", "bad", wrap=True)
        self._bad = frame(row(Icon(theme, "circle-alert", "bad"), (self._reason, 1)), "bad", (12, 8, 12, 8))
        self.result = PackedResult(desk)
        self.setLayout(
            column(
                self.head(), self._alone, form, self.result, self._bad, None,
                row(self.go, self.stop, (self._busy, 1), None), gap=14,
            )
        )  # fmt: skip
        self._connect()
        self._set_busy(False)
        self._bad.hide()
        self._alone.hide()
        self.result.hide()
        self.retranslate()

    def _connect(self) -> None:
        self.go.clicked.connect(self.pack)
        self.stop.clicked.connect(lambda: self._ticket.stop() if self._ticket else None)
        for key in ("Ctrl+Return", GO):
            shortcut = QShortcut(QKeySequence(key), self, self.pack)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.to.changed.connect(self._on_receiver)
        self.all.toggled.connect(self._on_all)
        self.place.changed.connect(self._say_possible)
        self.circle.clicked.connect(self.circle_asked)
        self.result.folder_asked.connect(self.folder_asked)

    def begin(self) -> None:
        self.place.look()
        self.go.setFocus()

    # what it is about

    def show_week(self, monday: date, *, closed: bool) -> None:
        if monday != self._monday:
            self.result.hide()
        self._monday, self._closed = monday, closed
        self._say_week()

    def show_circle(self, circle: jobs.Circle) -> None:
        self._rep, self._device = circle.card.rep, circle.card.device
        self._known = any(peer.removed_at is None for peer in circle.peers)
        self._alone.setVisible(not self._known)
        self.to.show_peers(circle.peers)

    def read(self) -> None:
        """What would be in it may have changed."""
        self._read_contents()

    def _on_receiver(self) -> None:
        """What was made for others is not the package that is spoken of now."""
        if self.to.receiver() != self.result.receiver():
            self.result.hide()
        self._read_contents()

    def _on_all(self, on: bool) -> None:
        if on:
            self.result.hide()
        self._read_contents()

    def _read_contents(self) -> None:
        receiver = self.to.receiver()
        self._say_possible()
        if receiver is None or not self.isVisible():
            return
        self.desk.runner.read(
            jobs.contents,
            done=self._show_contents,
            label=self.tr("Looking at what is new…"),
            latest=True,
            keys=receiver.keys,
            everything=self.all.isChecked(),
            today=self.desk.today(),
        )

    def _show_contents(self, contents: Contents) -> None:
        self._contents = contents
        self._say_contents()

    # packing

    def file_name(self) -> str:
        """``周包 林晓舟 laptop 2026-W48 给王磊 1128-172005.kamweek``: no two are alike, and one sees whose it is."""
        local = self.desk.local_now()
        name = self.tr("Week {rep} {device} {week} for {receiver} {stamp}").format(
            rep=self._rep,
            device=self._device,
            week=week_text(self._monday),
            receiver=self._called(),
            stamp=f"{local:%m%d-%H%M%S}",
        )
        return f"{UNFIT.sub('-', name)}{SUFFIX}"

    def _called(self) -> str:
        receiver = self.to.receiver()
        if receiver is None or not receiver.short:
            return self.tr("whoever has the passphrase")
        return joined(receiver.short, self.desk.speech)[:MOST_CALLED]

    def pack(self) -> None:
        receiver, folder, secret = self.to.receiver(), self.place.folder(), self.to.secret()
        if self._ticket is not None or receiver is None or folder is None or not self.to.is_ready():
            return
        self._bad.hide()
        self.result.hide()
        self._set_busy(True)
        self._ticket = self.desk.runner.read(
            jobs.pack,
            done=lambda packed: self._finished(packed, receiver, secret),
            failed=self._failed,
            label=self.tr("Making the package…"),
            stoppable=True,
            target=folder / self.file_name(),
            keys=receiver.keys,
            week=week_text(self._monday),
            everything=self.all.isChecked(),
            passphrase=secret,
            now=self.desk.now(),
        )

    def _finished(self, packed: Packed, receiver: Receiver, secret: str | None) -> None:
        self._set_busy(False)
        self.place.last = packed.path.parent
        self.all.setChecked(False)
        self.result.show_packed(packed, receiver, secret)
        self.result.show()
        self.result.show_folder.setFocus()
        self.packed.emit()

    def _failed(self, error: Exception) -> None:
        self._set_busy(False)
        stopped = self.tr("Stopped. No file was written, and the book is as it was.")
        self._reason.setText(stopped if isinstance(error, Stopped) else self.desk.speech.error(error))
        self._bad.setAccessibleName(self._reason.text())
        self._bad.show()
        self.place.look()
        self.go.setFocus()

    def _set_busy(self, busy: bool) -> None:
        self._ticket = self._ticket if busy else None
        self.stop.setVisible(busy)
        self._busy.setVisible(busy)
        for part in (self.to, self.place, self.all):
            part.setEnabled(not busy)
        self._say_possible()

    def _say_possible(self) -> None:
        self.go.setEnabled(self._ticket is None and self.to.is_ready() and self.place.folder() is not None)

    # words

    def _say_week(self) -> None:
        if self._monday == date.min:
            return
        week = week_name(week_text(self._monday), self.desk.speech)
        if self._closed:
            said = self.tr("{week} is closed; the package says so.")
        else:
            said = self.tr(
                "{week} is not closed yet. It can be handed over all the same; the package says so."
            )
        self._week.setText(said.format(week=week))

    def _say_contents(self) -> None:
        contents = self._contents
        if contents is None:
            return
        rows = self.tr("%n rows", "", contents.rows)
        if not contents.rows:
            said = self.tr(
                "Nothing new since they last confirmed. The package tells them what arrived from them."
            )
        elif contents.everything:
            said = self.tr("Everything, {rows}: {kinds}")
        else:
            said = self.tr("New since they last confirmed, {rows}: {kinds}")
        self._holds.setText(said.format(rows=rows, kinds=counted(contents.counts, self.desk.speech)))

    def folder(self) -> Path | None:
        """Where the last package was put."""
        return self.place.last

    def retranslate(self) -> None:
        self.heading.setText(self.tr("Hand over"))
        self.quiet.setText(self.tr("One file with what is new; it can be made as often as you like"))
        for name, text in zip(
            self._names, (self.tr("For whom"), self.tr("Where to"), self.tr("What is in it")), strict=True
        ):
            name.setText(text)
        self.all.setText(self.tr("Send everything once more"))
        self._lone.setText(
            self.tr("No office and no colleague is known yet: give them your card, and add theirs here.")
        )
        self.circle.set_label(self.tr("Whom I meet"))
        self.go.set_label(self.tr("Make the package"), GO)
        self.stop.set_label(self.tr("Stop"))
        self._busy.setAccessibleName(self.tr("Making the package…"))
        self.to.retranslate()
        self.place.retranslate()
        self._say_week()
        self._say_contents()
        self.result.retranslate()
