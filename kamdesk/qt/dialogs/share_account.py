"""Which account is looked after together with a colleague, until when, and what for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import pairwise

from PySide6.QtWidgets import QLineEdit, QWidget

from kamdesk.qt.desk import Desk
from kamdesk.qt.dialogs.pick_account import PickAccountDialog
from kamdesk.qt.widgets.fields import DayField, set_wrong
from kamdesk.qt.widgets.labels import label
from kamdesk.qt.widgets.layouts import column, row
from kamdesk.qt.widgets.typed import Unreadable


class ShareAccountDialog(PickAccountDialog):
    """``share`` gets the account's id, the last day (None: until it is ended) and what it is shared for."""

    def __init__(
        self,
        desk: Desk,
        parent: QWidget | None,
        share: Callable[[str, date | None, str | None], object],
        question: str,
    ) -> None:
        self.until, self.purpose = DayField(), QLineEdit()
        self._names = label(desk.theme, "caption", "text2"), label(desk.theme, "caption", "text2")
        self._reason = label(desk.theme, "caption", "bad", wrap=True)
        self._last: date | None = None
        super().__init__(desk, parent, self._chosen, question)
        self._share = share
        self.until.set_today(desk.today())
        for name, field in zip(self._names, (self.until, self.purpose), strict=True):
            name.setBuddy(field)
        self._reason.hide()
        fields = row(
            (column(self._names[0], self.until, gap=2), 2), (column(self._names[1], self.purpose, gap=2), 3)
        )
        self.extra.addLayout(fields)
        self.extra.addWidget(self._reason)
        order = (self.filter, self.list, self.until, self.purpose, self.cancel, self.primary)
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)
        self.resize(520, 560)

    def ready(self) -> bool:
        try:
            self._last = self.until.day()
        except Unreadable as error:
            return self._fail(str(error))
        if self._last is not None and self._last < self._desk.today():
            return self._fail(self.tr("The last day must not lie before today."))
        return True

    def _fail(self, reason: str) -> bool:
        set_wrong(self.until, reason)
        self._reason.setText(reason)
        self._reason.show()
        self.until.setFocus()
        self.until.selectAll()
        return False

    def _chosen(self, account_id: str) -> None:
        self._share(account_id, self._last, self.purpose.text().strip() or None)

    def retranslate(self) -> None:
        super().retranslate()
        self.primary.set_label(self.tr("Share"))
        until, purpose = self.tr("Until (empty: until ended)"), self.tr("What for (may stay empty)")
        self._names[0].setText(until)
        self._names[1].setText(purpose)
        self.until.setAccessibleName(until)
        self.purpose.setAccessibleName(purpose)
        self.purpose.setPlaceholderText(self.tr("e.g. stands in during my leave"))
