"""Every dialog of the window and how it is opened, for whoever looks at all of them: pictures and tests of the layout.

Each opener is a generator: at every ``yield`` the book is to be read to the end before it goes on. It takes a window in
which an account with people, promises and a fixed visit is open, and leaves one dialog or popover in view; where the
book holds nothing that the dialog could be about, it opens none.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from tempfile import mkdtemp
from typing import cast

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

from kamdesk.operations.week_end.peers import Peer, Reader
from kamdesk.qt.dialogs.entrusted import EntrustedDialog
from kamdesk.qt.dialogs.import_lists import ImportDialog
from kamdesk.qt.dialogs.informant import InformantDialog
from kamdesk.qt.dialogs.line_move import LineMoveDialog
from kamdesk.qt.dialogs.merge import MergeDialog
from kamdesk.qt.dialogs.move_visit import MoveVisitDialog
from kamdesk.qt.dialogs.own_keys import OwnKeysDialog
from kamdesk.qt.dialogs.passphrase import PassphraseDialog
from kamdesk.qt.dialogs.pick_town import PickTownDialog
from kamdesk.qt.dialogs.questions import QuestionsDialog
from kamdesk.qt.dialogs.share_informant import ShareInformantDialog
from kamdesk.qt.dialogs.unlock import UnlockDialog
from kamdesk.qt.main_window import MainWindow
from kamdesk.qt.pages.accounts.row_menu import RowMenu
from kamdesk.qt.palette.popup import Popup
from kamdesk.qt.product_desk import add_product
from kamdesk.qt.widgets.popover import Popover
from kamdesk.reads.confidential import Informant, Lock
from kamdesk.sync.ledger import Standing
from kamdesk.sync.package.keys import Card
from tests.qt.desk_books import Filled
from tests.qt.goal_books import sell, set_goals

Opener = Callable[[MainWindow], Iterator[None]]
LISTS = Path(__file__).parents[1] / "exchange" / "data" / "zh"


def in_view(window: MainWindow) -> QWidget | None:
    """The dialog, menu or popover that is open; None for none."""
    for widget in reversed(QApplication.topLevelWidgets()):
        if widget.isVisible() and isinstance(widget, QDialog | QMenu) and widget is not window:
            return widget
    over = [*window.findChildren(Popover), *window.findChildren(Popup)]
    return next((each for each in over if each.isVisible()), None)


def put_away(window: MainWindow) -> None:
    """Closes what is open, and what it was opened from."""
    window.activateWindow()
    window.search_desk.field.clear()
    window.search_desk.close()
    while (widget := in_view(window)) is not None:
        if isinstance(widget, Popover):
            widget.cancel()
        widget.hide()
        if isinstance(widget, QDialog | QMenu):
            widget.deleteLater()


def _deed(name: str, about: str = "") -> Opener:
    """A deed of the open account, about the first of its people, promises or fixed visits."""

    def opens(window: MainWindow) -> Iterator[None]:
        yield
        view = window.account.view()
        assert view is not None
        rows = {
            "person": [person.id for person in view.page.people],
            "promise": [promise.id for promise in view.history.promises],
        }.get(about, [""])
        if rows:
            window.deeds.account_deed(name, rows[0])
            yield

    return opens


def _action(name: str, page: str = "") -> Opener:
    def opens(window: MainWindow) -> Iterator[None]:
        if page:
            window.go(page)
            yield
        window.actions_[name].trigger()
        yield

    return opens


def _table(name: str, rows: int) -> Opener:
    """An action about the first rows of the accounts table."""

    def opens(window: MainWindow) -> Iterator[None]:
        window.go("accounts")
        yield
        yield
        ids = [row.id for row in window.accounts.model.fitting()[:rows]]
        window.accounts.table.choose(ids[0], ids)
        window.actions_[name].trigger()
        yield

    return opens


def _line(name: str) -> Opener:
    """A deed about the week's first stop that can be moved."""

    def opens(window: MainWindow) -> Iterator[None]:
        window.go("line")
        yield
        view = window.line.view()
        assert view is not None
        stop = next((each for each in view.week.stops if each.state == "planned" and each.slot), None)
        if stop is not None:
            window.line.select(stop.key)
            if name:
                window.actions_[name].trigger()
            else:
                window.line.opening.open_stop(stop.key)
            yield

    return opens


def _new_account(window: MainWindow) -> Iterator[None]:
    window.deeds.add_account()
    yield


def _row_menu(window: MainWindow) -> Iterator[None]:
    window.go("accounts")
    yield
    window.accounts.table.choose(window.accounts.model.fitting()[0].id)
    RowMenu(window).popup(window.mapToGlobal(QPoint(300, 200)))
    yield


def _merge(window: MainWindow) -> Iterator[None]:
    window.go("accounts")
    yield
    rows = window.accounts.model.fitting()
    MergeDialog(window.desk, window, rows[0].id, rows[1].id).open()
    yield


def _move_visit(window: MainWindow) -> Iterator[None]:
    window.go("line")
    yield
    view = window.line.view()
    assert view is not None
    stop = next((each for each in view.week.stops if each.state == "planned"), None)
    if stop is not None:
        MoveVisitDialog(window.desk, window, stop).open()
        yield


def _new_promise(window: MainWindow) -> Iterator[None]:
    window.go("promises")
    yield
    window.promises.new_asked.emit()
    yield


def _line_move(window: MainWindow) -> Iterator[None]:
    """A customer's other time, with what was found for it."""
    yield from _line("wish_time")(window)
    dialog = in_view(window)
    if isinstance(dialog, LineMoveDialog):
        dialog.find()
        yield


def _handover_sheet(window: MainWindow) -> Iterator[None]:
    window.handing.show_sheet([window.account.account_id()])
    yield


def _hand_over(window: MainWindow) -> Iterator[None]:
    window.handing.ask([window.account.account_id()])
    yield


def _town(window: MainWindow) -> Iterator[None]:
    PickTownDialog(window.desk, window, lambda town: None, ["成都"]).open()
    yield


def _page_deed(page: str, name: str) -> Opener:
    """What the page of goals or of the market asks for, where it is possible."""

    def opens(window: MainWindow) -> Iterator[None]:
        window.go(page)
        yield
        yield
        getattr(window, page).asked.emit(name, "")
        yield

    return opens


class _Everywhere:
    """Stands for the accounts of a filled book: whatever is sold is sold to the one in view."""

    def __init__(self, account_id: str) -> None:
        self._id = account_id

    def __getattr__(self, name: str) -> str:
        return self._id


def _sold(page: str, name: str) -> Opener:
    """A deed of a page that needs sales and a goal, which are written first."""

    def opens(window: MainWindow) -> Iterator[None]:
        buyer = cast("Filled", _Everywhere(window.account.account_id()))
        window.desk.runner.run(lambda store, now: (sell(store, buyer), set_goals(store))[0])
        yield
        yield from _page_deed(page, name)(window)

    return opens


def _stage(window: MainWindow) -> Iterator[None]:
    window.records.judge_stage(window.account.account_id(), "海川建材", None, {})
    yield


def _check(window: MainWindow) -> Iterator[None]:
    asked = window.account.questions_asked()[0]
    window.records.check(asked.id, asked.ask, "none", window.account.account_id())
    yield


def _new_keys(window: MainWindow) -> None:
    window.week_end_desk.show_keys()
    shown = in_view(window)
    assert isinstance(shown, OwnKeysDialog)
    shown.new.click()


def _passphrase(window: MainWindow) -> Iterator[None]:
    PassphraseDialog(window.desk, window, "book.kam", lambda text: None).open()
    yield


def _informant(window: MainWindow) -> Iterator[None]:
    view = window.account.view()
    assert view is not None
    InformantDialog(window.desk, window, view.page, None).open()
    yield


def _share_informant(window: MainWindow) -> Iterator[None]:
    window.desk.secrecy.open()
    known = Informant("i", "c", "郑海潮", None, "年底换供应商", None)
    readers = [Reader("王总", "manager"), Reader("秦川", "rep")]
    ShareInformantDialog(window.desk, window, known, readers).open()
    yield


def _entrusted(window: MainWindow) -> Iterator[None]:
    EntrustedDialog(window.desk, window, window.cards.people.unlock).open()
    yield


def _unlock(is_set: bool) -> Opener:
    def opens(window: MainWindow) -> Iterator[None]:
        UnlockDialog(window.desk, window, Lock(is_set=is_set, of_book=False)).open()
        yield

    return opens


def _import(window: MainWindow) -> Iterator[None]:
    copied = shutil.copy(LISTS / "kehu_gb18030.csv", mkdtemp())  # rows that are refused are written beside it
    window.lists.look_at([Path(copied)])
    yield


def _taken_in(window: MainWindow) -> Iterator[None]:
    yield from _import(window)
    dialog = in_view(window)
    if isinstance(dialog, ImportDialog) and dialog.take_in.isEnabled():
        dialog.take_in.click()
        yield


def _search(typed: str) -> Opener:
    def opens(window: MainWindow) -> Iterator[None]:
        window.search_desk.find()
        window.search_desk.field.setText(typed)
        yield
        yield

    return opens


def _book_card(window: MainWindow) -> Iterator[None]:
    window.books.show_card()
    yield


def _questions(window: MainWindow) -> Iterator[None]:
    QuestionsDialog(window.desk, window).open()
    yield


def _week_end(open_it: Callable[[MainWindow], object]) -> Opener:
    """A dialog of the page where one meets others, about a peer made up for it."""

    def opens(window: MainWindow) -> Iterator[None]:
        window.go("week_end")
        window.week_end.show_part("circle")
        yield
        open_it(window)
        yield

    return opens


def _made_up() -> Peer:
    card = Card("rep", "王磊", "MateBook", "0" * 64, "age1")
    return Peer(card, False, Standing(), datetime(2026, 11, 1, tzinfo=UTC), None)


def _product(window: MainWindow) -> Iterator[None]:
    yield
    add_product(window, lambda product_id: None)
    yield


DIALOGS: dict[str, Opener] = {
    "about": _action("about"),
    "accounts-given": _hand_over,
    "account-new": _new_account,
    "account-edit": _deed("edit_account"),
    "book-card": _book_card,
    "book-new": _action("new_book"),
    "card-add": _week_end(lambda window: window.week_end_desk.add_card()),
    "card-large": _week_end(lambda window: window.week_end_desk.show_large()),
    "card-role": _week_end(lambda window: window.week_end_desk.ask_role("manager")),
    "card-keys": _week_end(lambda window: window.week_end_desk.show_keys()),
    "card-keys-new": _week_end(_new_keys),
    "card-remove": _week_end(lambda window: window.week_end_desk.remove(_made_up())),
    "change-many": _table("change_many", 3),
    "check": _check,
    "contact-new": _deed("add_contact"),
    "contact-edit": _deed("open_people", "person"),
    "export": _action("export"),
    "goal-action": _page_deed("goals", "add_goal_action"),
    "goal-new": _page_deed("goals", "set_target"),
    "guide": _action("guide"),
    "due": _deed("move_due", "promise"),
    "duplicates": _table("find_duplicates", 1),
    "handover-sheet": _handover_sheet,
    "import": _import,
    "informant": _informant,
    "informant-share": _share_informant,
    "informants-entrusted": _entrusted,
    "job": _deed("change_job", "person"),
    "last-steps": _action("last_steps"),
    "leave": _action("leave", "line"),
    "line-history": _action("line_history", "line"),
    "line-move": _line_move,
    "line-proposal": _action("propose_line", "line"),
    "line-repair": _action("repair_line", "line"),
    "merge": _merge,
    "move-units": _table("move_units", 3),
    "move-visit": _move_visit,
    "note": _deed("add_note"),
    "passphrase": _passphrase,
    "pick-account": _new_promise,
    "promise-new": _deed("add_promise"),
    "promise-edit": _deed("edit_promise", "promise"),
    "product-new": _product,
    "questions": _questions,
    "pick-town": _town,
    "restore": _action("restore"),
    "role": _deed("add_role", "person"),
    "row-menu": _row_menu,
    "search": _search("海"),
    "search-none": _search("zzzz"),
    "settle": _deed("break_promise", "promise"),
    "share": _page_deed("market", "add_share"),
    "slot": _deed("add_slot"),
    "stage": _stage,
    "stop-card": _line(""),
    "stop-end": _line("end_slot"),
    "stop-move": _line("move_slot"),
    "unlock": _unlock(True),
    "unlock-set": _unlock(False),
    "unplanned": _action("unplanned_visit"),
    "view-name": _table("save_view", 1),
    # These write to the book.
    "goal-gap": _sold("goals", "explain_gap"),
    "rule": _page_deed("market", "confirm_rule"),
    "import-done": _taken_in,
    "questions-after": _questions,
}
