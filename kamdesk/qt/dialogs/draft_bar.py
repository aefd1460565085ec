"""The line of a dialog that offers what was typed at an earlier time, and says that what is typed now is kept."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame

from kamdesk.qt.desk import Desk
from kamdesk.qt.dialogs.contents import gist
from kamdesk.qt.dialogs.drafts import DraftKeeper, Entry
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.labels import Elided, label, set_tone
from kamdesk.qt.widgets.layouts import column, row
from kamdesk.qt.widgets.painted import Icon


class DraftBar(QFrame):
    """Hidden while nothing is offered. ``state`` is a line of its own, for the foot of the dialog."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        theme = desk.theme
        self._desk = desk
        self._keeper: DraftKeeper | None = None
        self._entry: Entry | None = None
        self._failure: Exception | None = None
        self._kept_at: datetime | None = None
        self.setProperty("role", "soft")
        self._said = label(theme, "captionStrong", wrap=True)
        self._gist = Elided(theme, "caption", "text2")
        self.take = Button(theme, icon="undo-2", small=True)
        self.drop = Button(theme, kind="ghost", icon="x", small=True)
        self.take.setAutoDefault(False)
        self.drop.setAutoDefault(False)
        self.take.clicked.connect(self._take)
        self.drop.clicked.connect(self._drop)
        words = column(self._said, self._gist, gap=0)
        icon = Icon(theme, "clock", "accentText")
        self.setLayout(row(icon, (words, 1), self.take, self.drop, margins=(10, 6, 8, 6)))
        self.state = Elided(theme, "caption", "text3")
        self.hide()
        self.retranslate()

    def watch(self, keeper: DraftKeeper) -> None:
        self._keeper = keeper
        keeper.offered.connect(self._offer)
        keeper.kept.connect(self._on_kept)
        keeper.failed.connect(self._on_failed)

    def _take(self) -> None:
        if self._keeper is not None:
            self._keeper.take()

    def _drop(self) -> None:
        if self._keeper is not None:
            self._keeper.give_up()

    def _offer(self, entry: Entry | None) -> None:
        self._entry = entry
        had_focus = self.isAncestorOf(self.window().focusWidget() or self)
        shown, height = self.isVisible(), self.sizeHint().height() + 10
        self.setVisible(entry is not None)
        if shown != self.isVisible():
            window = self.window()
            window.resize(window.width(), window.height() + (height if entry is not None else -height))
        if entry is None and had_focus:
            self.focusNextChild()
        self.retranslate()

    def _on_kept(self) -> None:
        self._failure = None
        changed = self._keeper is not None and self._keeper.changed()
        self._kept_at = self._desk.local_now() if changed else None
        self.retranslate()

    def _on_failed(self, error: Exception) -> None:
        self._failure = error
        self.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        self.take.set_label(self.tr("Use it"))
        self.drop.set_label(self.tr("Drop it"))
        if self._entry is not None:
            at = datetime.fromisoformat(self._entry.at).astimezone(ZoneInfo(self._desk.zone))
            said = self.tr("What was not saved last time is still here, {when}")
            self._said.setText(said.format(when=f"{at:%m-%d %H:%M}"))
            self._gist.setText(gist(self._entry.fields))
            self._gist.setVisible(bool(self._gist.text()))
            self.setAccessibleName(self._said.text())
        said = ""
        if self._failure is not None:
            said = self.tr("No draft could be kept: {reason}").format(
                reason=self._desk.speech.error(self._failure)
            )
        elif self._kept_at is not None:
            said = self.tr("draft kept at {time}").format(time=f"{self._kept_at:%H:%M}")
        set_tone(self.state, "bad" if self._failure is not None else "text3")
        self.state.setText(said)
