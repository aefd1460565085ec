"""Which view the table shows: built in or the rep's own, changed or as it was saved."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kamdesk.qt.desk import Desk
from kamdesk.qt.dialogs.opening import open_dialog
from kamdesk.qt.dialogs.view_name import ViewNameDialog
from kamdesk.qt.jobs.account_table import order_views, remove_view, save_view
from kamdesk.qt.models.account_filter import (
    BUILT_IN,
    Condition,
    Layout,
    View,
    layout_from,
    layout_json,
    view_from,
    view_json,
)
from kamdesk.qt.pages.accounts.tabs import Tab

if TYPE_CHECKING:
    from kamdesk.domain.changes import Changes
    from kamdesk.qt.pages.accounts.page import AccountsPage
    from kamdesk.reads.views import KeptView

TABLE = "account"


class Viewing(QObject):
    """``told`` says what was done to a view, with what takes it back in the window's notice."""

    told = Signal(str)

    def __init__(self, desk: Desk, page: AccountsPage) -> None:
        super().__init__(page)
        self._desk, self._page = desk, page
        self._own: list[View] = []
        self._counts: dict[str, int] = {}
        self._current: View = BUILT_IN[0]
        self._layout: Layout | None = None
        self._wanted = ""
        page.tabs.picked.connect(self.pick)
        page.tabs.deed.connect(self.carry_out)

    # the views

    def current(self) -> View:
        return self._current

    def title(self) -> str:
        view = self._current
        return view.name if view.id else self._page.view_names()[view.name]

    def own(self) -> list[View]:
        return list(self._own)

    def key_of(self, view: View) -> str:
        return view.id or view.name

    def take(self, kept: tuple[KeptView, ...]) -> None:
        """The rep's own views as the book has them."""
        self._own = [view_from(view.id, view.name, view.content) for view in kept]
        if self._wanted:
            made = next((view for view in self._own if view.name == self._wanted), None)
            self._wanted = ""
            if made is not None:
                self._current = made
        elif self._current.id:
            there = next((view for view in self._own if view.id == self._current.id), None)
            self._current = there or BUILT_IN[0]

    def set_counts(self, counts: Iterable[tuple[str, int]]) -> None:
        """How many accounts each view holds, as it was counted beside the window."""
        self._counts = dict(counts)

    def count(self) -> None:
        """The same, counted here: the views have changed and the accounts have not."""
        model = self._page.model
        self._counts = {self.key_of(view): model.count(view.conditions) for view in (*BUILT_IN, *self._own)}

    def forget(self) -> None:
        """Another book is opened: its views are its own."""
        self._own, self._counts, self._current = [], {}, BUILT_IN[0]

    def pick(self, key: str) -> None:
        view = next((v for v in (*BUILT_IN, *self._own) if self.key_of(v) == key), None)
        if view is not None:
            self.show(view)

    def show(self, view: View) -> None:
        """The view's conditions and, where it has them, its columns and order."""
        page = self._page
        if not self._current.id:
            self._layout = page.table.layout_now()
        self._current = view
        layout = view.layout if view.id else self._layout
        page.set_filter(view.text, view.conditions)
        page.set_tree(bool(layout and layout.tree))
        page.table.apply(layout)
        page.narrow()

    def changed(self) -> bool:
        """Whether what is shown is no longer what the view says."""
        page, view = self._page, self._current
        if _said(page.chips.conditions()) != _said(view.conditions):
            return True
        if page.filter.text().strip() != view.text:
            return bool(view.id)
        return bool(view.id) and view.layout is not None and page.layout_now() != view.layout

    def say(self) -> None:
        names = self._page.view_names()
        tabs = [Tab(view.name, names[view.name], self._counts.get(view.name, 0), False) for view in BUILT_IN]
        tabs += [Tab(view.id, view.name, self._counts.get(view.id, 0), True) for view in self._own]
        self._page.tabs.show_tabs(tabs, self.key_of(self._current), changed=self.changed())

    # the layout kept between two runs

    def kept(self) -> str:
        """The columns of the built-in views as they stand, to be kept; empty for the standard ones."""
        layout = self._layout if self._current.id else self._page.table.layout_now()
        return json.dumps(layout_json(layout)) if layout else ""

    def restore(self, kept: object) -> None:
        try:
            self._layout = layout_from(json.loads(str(kept))) if kept else None
        except ValueError:
            self._layout = None
        self._page.table.apply(self._layout)
        self._page.set_tree(bool(self._layout and self._layout.tree))

    # what the menu asks

    def carry_out(self, deed: str) -> None:
        if deed == "save_as":
            self._ask_name("")
        elif deed == "reset":
            self.show(self._current)
        elif deed == "save":
            self._run(self.tr("View saved: {name}"), save_view, view_id=self._current.id, **self._content())
        elif deed == "rename":
            self._ask_name(self._current.id)
        elif deed == "remove":
            self._run(self.tr("View removed: {name}"), remove_view, view_id=self._current.id)
        elif deed in ("left", "right"):
            ids = [view.id for view in self._own]
            place = ids.index(self._current.id)
            ids.insert(place + (1 if deed == "right" else -1), ids.pop(place))
            self._run("", order_views, view_ids=ids)

    def _content(self) -> dict[str, str]:
        page = self._page
        content = view_json(page.chips.conditions(), page.filter.text().strip(), page.layout_now())
        return {"table": TABLE, "name": self._current.name, "content": content}

    def _run(self, said: str, job: object, **arguments: object) -> None:
        name = self._current.name

        def done(_: Changes) -> None:
            if said:
                self.told.emit(said.format(name=name))

        self._desk.runner.run(job, done=done, **arguments)  # type: ignore[arg-type]

    def _ask_name(self, view_id: str) -> None:
        dialog = ViewNameDialog(
            self._desk, self._page.window(), view_id, self._current.name if view_id else ""
        )
        if not view_id:
            dialog.content = self._content()
            dialog.naming.connect(self._expect)
        open_dialog(dialog)

    def _expect(self, name: str) -> None:
        """The view of this name is shown once it is there."""
        self._wanted = name


def _said(conditions: tuple[Condition, ...]) -> list[tuple[str, frozenset[str]]]:
    return sorted((c.kind.value, frozenset(c.values)) for c in conditions if c.values)
