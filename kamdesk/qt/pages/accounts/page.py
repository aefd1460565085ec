"""Accounts: one fast table, filtered by typing and by conditions, with views above it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from kamdesk.domain.changes import Changes
from kamdesk.qt import jobs
from kamdesk.qt.jobs.account_table import first_names, kept_views
from kamdesk.qt.models.account_filter import BUILT_IN, Condition, Layout
from kamdesk.qt.models.accounts import AccountsModel
from kamdesk.qt.pages.accounts.acts import AccountActs
from kamdesk.qt.pages.accounts.answering import Answering
from kamdesk.qt.pages.accounts.chips import ChipBar
from kamdesk.qt.pages.accounts.columns import ColumnsMenu
from kamdesk.qt.pages.accounts.foot import Foot
from kamdesk.qt.pages.accounts.table import AccountsTable
from kamdesk.qt.pages.accounts.tabs import ViewTabs
from kamdesk.qt.pages.accounts.viewing import Viewing
from kamdesk.qt.pages.filter_field import FilterField
from kamdesk.qt.pages.page import Density, Page
from kamdesk.qt.widgets.buttons import Button
from kamdesk.qt.widgets.labels import Elided, label
from kamdesk.qt.widgets.layouts import column, frame, row
from kamdesk.qt.widgets.states import EmptyState

NAMING = frozenset({"account", "account_phone", "contact_phone", "contact_post"})
"""The tables by which accounts look like one."""


class AccountsPage(Page):
    """``opened`` gives the account to show; what the buttons do is the window's."""

    opened = Signal(str)
    add_asked = Signal()
    import_asked = Signal()
    duplicates_asked = Signal()

    def build(self) -> Iterator[None]:
        desk, theme = self.desk, self.desk.theme
        self.model = AccountsModel(desk.speech, self)
        self.table = AccountsTable(desk, self.model)
        self.tabs = ViewTabs(theme)
        self.filter = FilterField(theme)
        self.chips = ChipBar(desk, self.model)
        yield
        self.foot = Foot(desk, self.model, self.table)
        self.columns_menu = ColumnsMenu(self.table, self)
        self._title = label(theme, "title")
        self._sub = Elided(theme, "body", "text2")
        self._import = Button(theme, icon="file-down")
        self.merge = Button(theme, icon="merge")
        self._add = Button(theme, kind="primary", icon="plus")
        self._shown = label(theme, "strong", "text2")
        self.tree = Button(theme, kind="toggle", icon="network", small=True)
        self.columns = Button(theme, kind="ghost", icon="columns-3", small=True)
        self.empty = EmptyState(
            theme, "store", first_icon="file-down", second_icon="plus", third_icon="inbox"
        )
        self._nothing = EmptyState(theme, "list-filter", first_icon="list-filter")
        self._stack = QStackedWidget()
        for part in (self._table_part(), self.empty):
            self._stack.addWidget(part)
        yield
        self.viewing = Viewing(desk, self)
        self.acts = AccountActs(desk, self)
        self.answering = Answering(desk, self)
        self.exports = Path.home()
        self.reps: tuple[tuple[str, str], ...] = ()
        head = row(self._title, 4, (self._sub, 1), self._import, self.merge, self._add)
        self.setLayout(column(head, (self._stack, 1), gap=12, margins=self.density.margins()))
        self._pairs, self._pairs_due, self._keep = 0, True, ""
        self._results.setMinimumHeight(200)
        self._connect()
        self.retranslate()

    def _table_part(self) -> QWidget:
        self.filter.setMaximumWidth(300)
        beside = row(self._shown, self.tree, self.columns, gap=6)
        line = row((self.filter, 3), (self.chips, 4), beside, margins=(14, 4, 12, 0), gap=10)
        self._results = QStackedWidget()
        self._results.addWidget(self.table)
        self._results.addWidget(self._nothing)
        tabs = row((self.tabs, 1), margins=(14, 4, 10, 0))
        table = row((self._results, 1), margins=(10, 0, 10, 0))
        return frame(column(tabs, line, (table, 1), self.foot, gap=6), "card", (0, 0, 0, 0))

    def _connect(self) -> None:
        self.table.opened.connect(self.opened)
        self.table.typed.connect(self.filter.take)
        self.table.find_asked.connect(self.find)
        self.table.arranged.connect(self._on_arranged)
        self.table.columns_asked.connect(self.columns_menu.open_at)
        self.table.chosen.connect(self.foot.say_chosen)
        self.filter.textChanged.connect(self.narrow)
        self.filter.down.connect(self._into_table)
        self.filter.entered.connect(self._open_first)
        self.filter.emptied.connect(self.chips.remove_last)
        self.chips.changed.connect(self.narrow)
        self.chips.left.connect(self.filter.setFocus)
        self.tree.clicked.connect(self._on_tree)
        self.columns.clicked.connect(lambda: self.columns_menu.open_below(self.columns))
        self._import.clicked.connect(self.import_asked)
        self.merge.clicked.connect(self.duplicates_asked)
        self._add.clicked.connect(self.add_asked)
        self._nothing.first.clicked.connect(self.show_all)
        self.desk.theme.changed.connect(self.table.viewport().update)

    # what is shown

    def set_density(self, density: Density) -> None:
        super().set_density(density)
        self.table.set_narrow(density.narrow)
        self.foot.set_narrow(density.narrow)

    def arrive(self) -> None:
        super().arrive()
        self.table.setFocus()

    def read(self) -> None:
        """All rows anew; where none are there yet, the cards come first, so that something is seen at once."""
        today = self.desk.today()
        if not self.model.rows() or self.model.pending():
            self.desk.runner.read(first_names, done=self._show_cards, latest=True)
        self.desk.runner.read(jobs.account_table, done=self._show, latest=True, today=today)

    def take_changes(self, changes: Changes) -> None:
        self._pairs_due = self._pairs_due or bool(NAMING & set(changes.rows))
        if set(changes.rows) == {"saved_view"}:
            self.desk.runner.read(kept_views, done=self._show_views)
        else:
            self.read()

    def _show_cards(self, table: jobs.AccountTable) -> None:
        plain = not self.chips.conditions() and not self.filter.text().strip()
        if table.rows and plain and not self.model.rows():
            self._put(table)

    def _show(self, table: jobs.AccountTable) -> None:
        self.viewing.take(table.views)
        self.reps = table.reps
        self.chips.set_owners(dict(table.reps))
        self.viewing.set_counts(table.counts)
        self._put(table)
        self.rows_shown.emit()
        if self._pairs_due:
            self._pairs_due = False
            self.acts.count_pairs()

    def _show_views(self, views: tuple[object, ...]) -> None:
        self.viewing.take(views)  # type: ignore[arg-type]
        self.viewing.show(self.viewing.current())
        self.viewing.count()
        self._say()

    def _put(self, table: jobs.AccountTable) -> None:
        keep, marked = self._keep or self.table.account(), self.table.marked()
        self._keep = ""
        self.model.set_rows(table, self.desk.today())
        self._stack.setCurrentIndex(0 if table.rows else 1)
        for part in (self._sub, self._import, self.merge, self._add):
            part.setVisible(bool(table.rows))
        self._say()
        self.table.choose(keep, marked)

    def select(self, account_id: str) -> None:
        """Choose an account's row; the first one where it is not shown."""
        self.table.choose(account_id)

    def select_later(self, account_id: str) -> None:
        """Choose this account when the rows come the next time."""
        self._keep = account_id

    def show_all(self) -> None:
        """No conditions, no filter."""
        self.viewing.show(BUILT_IN[0])

    def forget(self) -> None:
        """Another book is opened: nothing of the one before is left on the page."""
        self.viewing.forget()
        self._pairs_due = True
        self.say_pairs(0)
        self.answering.forget()
        self.model.set_rows(jobs.AccountTable((), ()), self.desk.today())
        self.show_all()

    def find(self) -> None:
        self.filter.setFocus()
        self.filter.selectAll()

    def to_keep(self) -> dict[str, object]:
        return {"columns": self.viewing.kept()}

    def set_filter(self, text: str, conditions: Iterable[Condition]) -> None:
        """What narrows the table, without narrowing it yet."""
        self.filter.blockSignals(True)
        self.filter.setText(text)
        self.filter.blockSignals(False)
        self.chips.set_conditions(conditions)

    def narrow(self) -> None:
        """Show what fits the filter and the conditions."""
        keep, marked = self.table.account(), self.table.marked()
        self.model.narrow(self.filter.text(), self.chips.conditions())
        self._say_shown()
        self.table.choose(keep, marked)

    def set_tree(self, on: bool) -> None:
        if self.tree.isChecked() != on:
            self.tree.setChecked(on)
            self._on_tree(on)

    def _on_tree(self, on: bool) -> None:
        keep = self.table.account()
        self.model.set_tree(on)
        self.table.choose(keep)
        self.table.arranged.emit()

    def _on_arranged(self) -> None:
        if self.table.account():
            self.table.scrollTo(self.table.currentIndex())
        self.viewing.say()

    def layout_now(self) -> Layout:
        layout = self.table.layout_now() or self.table.standard()
        return Layout(layout.columns, layout.sort, layout.down, self.model.is_tree())

    def _into_table(self) -> None:
        if self.model.rowCount():
            self.table.setFocus()

    def _open_first(self) -> None:
        if self.model.rowCount():
            self.opened.emit(self.table.account())

    # its words

    def view_names(self) -> dict[str, str]:
        return {
            "all": self.tr("All"),
            "key": self.tr("Key accounts"),
            "unseen": self.tr("Not seen for 30 days"),
            "overdue": self.tr("Promises overdue"),
            "no_slot": self.tr("Not on the line"),
        }

    def _say(self) -> None:
        if self.model.pending():
            return
        keys = sum(row.is_key is True and row.is_unit for row in self.model.rows())
        number = self.tr("%Ln accounts", "", len(self.model.rows()))
        self._sub.setText(self.desk.speech.joined((number, self.tr("%Ln key account units", "", keys))))
        self._say_shown()

    def _say_shown(self) -> None:
        shown, total = self.model.fitting_number(), len(self.model.rows())
        said = self.tr("%1 of %2") if shown != total else "%2"
        self._shown.setText(said.replace("%1", f"{shown:,}").replace("%2", f"{total:,}"))
        self._results.setCurrentIndex(0 if shown or not total else 1)
        self.foot.say()
        self.viewing.say()

    def say_pairs(self, number: int) -> None:
        """How many pairs of accounts look like one."""
        self._pairs = number
        self.merge.set_label(self.tr("Duplicates") + (f" {number}" if number else ""))

    def retranslate(self) -> None:
        self._title.setText(self.tr("Accounts"))
        self._import.set_label(self.tr("Import a list"), "Ctrl+I")
        self._add.set_label(self.tr("New account"), "Ctrl+Shift+A")
        self.say_pairs(self._pairs)
        self.filter.setPlaceholderText(self.tr("Filter: name, contact, phone, pinyin"))
        self.filter.setAccessibleName(self.tr("Filter the accounts"))
        self.filter.setToolTip(self.tr("Name, contact, place, telephone, code, tag, pinyin or its initials"))
        self.table.setAccessibleName(self.tr("Accounts"))
        self.tree.set_label(self.tr("Tree"))
        self.tree.setToolTip(self.tr("Groups, companies and sites under one another"))
        self.columns.set_hint(self.tr("Choose the columns"))
        self.empty.say(
            self.tr("No accounts yet"),
            self.tr("Take in the customer list that the office gave you: an Excel or CSV file, as it is."),
            self.tr("Import a list"),
            self.tr("Add one by hand"),
            self.tr("Take in a week package…"),
        )
        self._nothing.say(
            self.tr("No account fits"),
            self.tr("Take a word or a condition out of the filter, or choose another view."),
            self.tr("Show all"),
        )
        self.model.retranslate()
        self.chips.retranslate()
        self.tabs.retranslate()
        self.foot.retranslate()
        self._say()
