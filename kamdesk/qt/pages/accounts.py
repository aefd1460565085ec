"""Accounts: one fast table, filtered by typing, with views above it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QHeaderView,
    QStackedWidget,
    QTableView,
    QWidget,
)

from kamdesk.qt import jobs
from kamdesk.qt.desk import Desk
from kamdesk.qt.models.accounts import AccountsModel, Column, View
from kamdesk.qt.pages.filter_field import FilterField
from kamdesk.qt.pages.page import Page
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.cells import HEIGHT, AccountCell
from kamdesk.qt.widgets.header import SortHeader
from kamdesk.qt.widgets.labels import Elided, label
from kamdesk.qt.widgets.layouts import column, frame, row
from kamdesk.qt.widgets.states import EmptyState

WIDTHS = {
    Column.CONTACT: 172,
    Column.PHONE: 132,
    Column.LAST: 150,
    Column.NEXT: 122,
    Column.RHYTHM: 76,
    Column.PROMISES: 128,
    Column.STATUS: 78,
}


class AccountsTable(QTableView):
    """The table: Enter opens, typing goes on in the filter."""

    opened = Signal(str)
    typed = Signal(str)

    def __init__(self, desk: Desk, model: AccountsModel) -> None:
        super().__init__()
        self.setHorizontalHeader(SortHeader(desk.theme, self))
        self.setModel(model)
        self.setItemDelegate(AccountCell(desk.theme, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSortingEnabled(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(HEIGHT)
        self.verticalHeader().setMinimumSectionSize(HEIGHT)
        header = self.horizontalHeader()
        for section, width in WIDTHS.items():
            self.setColumnWidth(section, width)
        header.setSectionResizeMode(Column.NAME, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(60)
        self.sortByColumn(Column.NAME, Qt.SortOrder.AscendingOrder)
        self.doubleClicked.connect(self._open)

    def account(self) -> str:
        """The id of the selected account; empty for none."""
        index = self.currentIndex()
        model = self.model()
        if not index.isValid() or not isinstance(model, AccountsModel):
            return ""
        return model.row_at(index.row()).id

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self.account())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        elif event.text().isprintable() and event.text().strip() and not event.modifiers():
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)


class AccountsPage(Page):
    """``opened`` gives the account to show; what the buttons do is the window's."""

    opened = Signal(str)
    add_asked = Signal()
    import_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        theme = desk.theme
        self.model = AccountsModel(desk.speech, self)
        self.table = AccountsTable(desk, self.model)
        self._title = label(theme, "title")
        self._sub = Elided(theme, "body", "text2")
        self._import = Button(theme, icon="file-down")
        self._add = Button(theme, kind="primary", icon="plus")
        self._views = {view: Button(theme, kind="view") for view in View}
        self._group = QButtonGroup(self)
        for button in self._views.values():
            self._group.addButton(button)
        self._views[View.ALL].setChecked(True)
        self.filter = FilterField(theme)
        self._shown = label(theme, "strong", "text2")
        self._keys = Elided(theme, "caption", "text3")
        self._empty = EmptyState(theme, "store", second_icon="file-down")
        self._nothing = EmptyState(theme, "list-filter")
        self._stack = QStackedWidget()
        for part in (self._table_part(), self._empty):
            self._stack.addWidget(part)
        head = row(self._title, 4, (self._sub, 1), self._import, self._add)
        self.setLayout(column(head, (self._stack, 1), gap=12, margins=self.density.margins()))
        self._keep = ""
        self._read_once = False
        self._results.setMinimumHeight(220)
        self._connect()
        self.retranslate()

    def _table_part(self) -> QWidget:
        views = row(*self._views.values(), None, gap=18, margins=(16, 4, 16, 0))
        line = row((self.filter, 3), self._shown, (QWidget(), 2), margins=(14, 2, 12, 0), gap=12)
        self._results = QStackedWidget()
        self._results.addWidget(self.table)
        self._results.addWidget(self._nothing)
        table = row((self._results, 1), margins=(10, 0, 10, 0))
        foot = row((self._keys, 1), margins=(18, 0, 16, 8))
        return frame(column(views, line, (table, 1), foot, gap=6), "card", (0, 0, 0, 0))

    def _connect(self) -> None:
        self.table.opened.connect(self.opened)
        self.table.typed.connect(self.filter.take)
        self.filter.textChanged.connect(self._narrow)
        self.filter.down.connect(self._into_table)
        self.filter.entered.connect(self._open_first)
        self._group.buttonClicked.connect(self._narrow)
        self._import.clicked.connect(self.import_asked)
        self._add.clicked.connect(self.add_asked)
        self._empty.first.clicked.connect(self.import_asked)
        self._empty.second.clicked.connect(self.add_asked)
        self._nothing.first.clicked.connect(self.show_all)
        self.desk.theme.changed.connect(self.table.viewport().update)

    # what is shown

    def arrive(self) -> None:
        super().arrive()
        self.table.setFocus()

    def read(self) -> None:
        today = self.desk.today()
        self.desk.runner.read(jobs.account_table, done=self._show, latest=True, today=today)

    def _show(self, table: jobs.AccountTable) -> None:
        keep = self._keep or self.table.account()
        self._keep = ""
        self.model.set_rows(table, self.desk.today())
        self._read_once = True
        self._stack.setCurrentIndex(0 if table.rows else 1)
        self._say_counts()
        self.select(keep)

    def select(self, account_id: str) -> None:
        """Choose an account's row; the first one where it is not shown."""
        place = self.model.place_of(account_id)
        if self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(place or 0, 0))

    def select_later(self, account_id: str) -> None:
        """Choose this account when the rows come the next time."""
        self._keep = account_id

    def view(self) -> View:
        return next(view for view, button in self._views.items() if button.isChecked())

    def show_all(self) -> None:
        """No view, no filter."""
        self._views[View.ALL].setChecked(True)
        self.filter.clear()
        self._narrow()

    def find(self) -> None:
        self.filter.setFocus()
        self.filter.selectAll()

    def _narrow(self) -> None:
        keep = self.table.account()
        self.model.narrow(self.filter.text(), self.view())
        self._results.setCurrentIndex(0 if self.model.rowCount() else 1)
        self._say_shown()
        self.select(keep)

    def _into_table(self) -> None:
        if self.model.rowCount():
            self.table.setFocus()

    def _open_first(self) -> None:
        if self.model.rowCount():
            self.opened.emit(self.table.account())

    # its words

    def _say_counts(self) -> None:
        keys = self.model.count(View.KEY)
        number = self.tr("%n accounts", "", len(self.model.rows()))
        self._sub.setText(self.desk.speech.joined((number, self.tr("%n of them key accounts", "", keys))))
        texts = {
            View.ALL: self.tr("All"),
            View.KEY: self.tr("Key accounts"),
            View.UNSEEN: self.tr("Not seen for 30 days"),
            View.OVERDUE: self.tr("Promises overdue"),
            View.NO_SLOT: self.tr("Not on the line"),
        }
        for view, button in self._views.items():
            button.set_label(f"{texts[view]}  {self.model.count(view)}")
        self._say_shown()

    def _say_shown(self) -> None:
        shown, total = self.model.rowCount(), len(self.model.rows())
        self._shown.setText(self.tr("%1 of %2").replace("%1", str(shown)).replace("%2", str(total)))
        self._results.setCurrentIndex(0 if shown or not total else 1)

    def retranslate(self) -> None:
        self._title.setText(self.tr("Accounts"))
        self._import.set_label(self.tr("Import a list"), "Ctrl+I")
        self._add.set_label(self.tr("New account"), "Ctrl+Shift+A")
        self.filter.setPlaceholderText(
            self.tr("Type to filter: name, contact, place, telephone, pinyin initials")
        )
        self.filter.setAccessibleName(self.tr("Filter the accounts"))
        self.table.setAccessibleName(self.tr("Accounts"))
        self._keys.setText(self.tr("↑↓ choose   Enter open   type to filter   Esc clears the filter"))
        self._empty.say(
            self.tr("No accounts yet"),
            self.tr("Take in the customer list that the office gave you: an Excel or CSV file, as it is."),
            self.tr("Import a list"),
            self.tr("Add one by hand"),
        )
        self._nothing.say(
            self.tr("No account fits"),
            self.tr("Take a word out of the filter or choose another view."),
            self.tr("Show all"),
        )
        self.model.retranslate()
        self._say_counts()
