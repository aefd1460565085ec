"""Search from the window: typed, found, opened, all by the keys."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from kamdesk.db.opening import open_book
from kamdesk.operations.products import save_product
from kamdesk.qt.dialogs.product import ProductDialog
from kamdesk.qt.jobs import knowledge as jobs
from kamdesk.qt.main_window import MainWindow
from kamdesk.qt.palette.cells import height
from kamdesk.qt.palette.commands import UNSAID, commands
from kamdesk.qt.palette.line import Line
from kamdesk.qt.palette.model import LINE, PaletteModel
from kamdesk.qt.recording.dialog import RecordDialog
from kamdesk.reads.products import ProductCard, product_card
from tests.books import NOW, TODAY, only
from tests.qt.conftest import Open, settle
from tests.qt.desk_books import Filled
from tests.qt.test_account_flow import opened as dialog_of
from tests.qt.test_recording import opened

pytestmark = pytest.mark.opens("today")

LINES = (
    Line("heading", "客户"),
    Line("hit", "海川建材", ((0, 2),), detail="椒江区", badge=("A", True)),
    Line("more", "更多客户", name="account"),
    Line("say", "没有"),
)
KINDS = st.sampled_from(["heading", "hit", "more", "say"])


def ask(qtbot: QtBot, window: MainWindow, typed: str) -> list[Line]:
    """Type into the search as a user does; gives the lines that can be chosen."""
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    window.top.search.setText(typed)
    settle(qtbot, window)
    return [line for line in window.search_desk.popup.model.lines() if line.chosen]


def press(qtbot: QtBot, window: MainWindow, key: Qt.Key, held: Qt.KeyboardModifier | None = None) -> None:
    QTest.keyClick(window.top.search, key, held or Qt.KeyboardModifier.NoModifier)
    settle(qtbot, window)


def test_the_model_is_sound(qtmodeltester: ModelTester) -> None:
    model = PaletteModel()
    model.set_rows(LINES)
    qtmodeltester.check(model)
    model.put_in_place(2, (LINES[1], LINES[1], LINES[2]))
    qtmodeltester.check(model)
    assert [line.kind for line in model.lines()] == ["heading", "hit", "hit", "hit", "more", "say"]
    assert model.data(model.index(1), int(Qt.ItemDataRole.AccessibleTextRole)) == "海川建材, 椒江区"
    assert not model.flags(model.index(0)) & Qt.ItemFlag.ItemIsSelectable


@given(kinds=st.lists(KINDS, max_size=8), place=st.integers(-1, 7), by=st.sampled_from([1, -1]))
def test_the_arrows_go_from_choice_to_choice(kinds: list, place: int, by: int) -> None:
    model = PaletteModel()
    model.set_rows([Line(kind, kind) for kind in kinds])
    place = min(place, len(kinds) - 1)
    found = model.step(place, by)
    choices = [number for number, kind in enumerate(kinds) if kind in ("hit", "more")]
    if not choices:
        assert found == -1
    elif by > 0:
        assert found == next((n for n in choices if n > place), choices[0])
    elif place >= 0:
        assert found == next((n for n in reversed(choices) if n < place), choices[-1])


def test_ctrl_k_finds_an_account_from_anywhere_and_enter_opens_it(
    qtbot: QtBot, window: MainWindow, filled: Filled
) -> None:
    window.go("settings")
    settle(qtbot, window)
    found = ask(qtbot, window, "hcjc")
    assert window.top.search.hasFocus()
    assert window.search_desk.popup.isVisible()
    assert found[0].hit is not None
    assert found[0].hit.id == filled.haichuan
    assert window.search_desk.popup.line() == found[0]
    press(qtbot, window, Qt.Key.Key_Return)
    assert window.page() == "account"
    assert window.account.view().page.id == filled.haichuan
    assert not window.search_desk.popup.isVisible()
    assert window.top.search.text() == ""


def test_a_person_is_opened_at_the_people(qtbot: QtBot, window: MainWindow, filled: Filled) -> None:
    found = ask(qtbot, window, "60001")
    assert {line.title for line in found} >= {"郑海潮", "陈国梁"}
    while window.search_desk.popup.line().title != "郑海潮":
        press(qtbot, window, Qt.Key.Key_Down)
    press(qtbot, window, Qt.Key.Key_Return)
    assert window.account.view().page.id == filled.nanyu
    assert window.account.section() == "people"


def test_ctrl_enter_writes_the_report(qtbot: QtBot, window: MainWindow) -> None:
    ask(qtbot, window, "南屿")
    press(qtbot, window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert window.page() == "report"


def test_a_promise_is_opened(qtbot: QtBot, window: MainWindow, filled: Filled) -> None:
    (line,) = [line for line in ask(qtbot, window, "破损") if line.name == "promise"]
    assert line.hit is not None
    assert line.hit.id == filled.promise
    window.search_desk.choose(line, False)
    settle(qtbot, window)
    assert window.account.section() == "promises"
    dialog = next(d for d in QApplication.topLevelWidgets() if d.isModal() and d.isVisible())
    dialog.close()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_windows_own_actions_are_found_in_both_languages(
    qtbot: QtBot, open_window: Open, filled: Filled, language: str
) -> None:
    window = open_window(filled.path, language, page="accounts")
    for typed in ("去线路", "go to line", "xianlu", "qxl"):
        window.go("accounts")
        acts = [line for line in ask(qtbot, window, typed) if line.kind == "act"]
        assert "line" in {line.name for line in acts}, typed
        line = next(line for line in acts if line.name == "line")
        assert line.key == "Ctrl+2"
        window.search_desk.choose(line, False)
        settle(qtbot, window)
        assert window.page() == "line"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_actions_are_found_by_what_people_call_them(
    qtbot: QtBot, open_window: Open, filled: Filled, language: str
) -> None:
    window = open_window(filled.path, language, page="accounts")
    for typed, name in (
        ("导出", "export"), ("excel", "export"), ("Excel", "export_table"), ("密码", "passphrase"),
        ("口令", "passphrase"), ("请假", "leave"), ("休假", "leave"), ("补写", "unplanned_visit"),
        ("password", "passphrase"), ("vacation", "leave"),
    ):  # fmt: skip
        lines = ask(qtbot, window, typed)
        assert name in [line.name for line in lines if line.kind == "act"], typed
        assert "add" not in [line.kind for line in lines], typed


def test_every_action_can_be_found_but_searching(window: MainWindow) -> None:
    for action in window.actions_.all():
        action.setEnabled(True)
    found = {command.name for command in commands(window.actions_, window.desk.speech)}
    assert found == {action.objectName() for action in window.actions_.all()} - set(UNSAID)
    window.actions_["undo"].setEnabled(False)
    assert "undo" not in {command.name for command in commands(window.actions_, window.desk.speech)}


def test_nothing_found_offers_to_add_the_account(qtbot: QtBot, window: MainWindow) -> None:
    (line,) = ask(qtbot, window, "天王星商行")
    assert line.kind == "add"
    assert "天王星商行" in line.title
    window.search_desk.choose(line, False)
    settle(qtbot, window)
    dialog = next(d for d in QApplication.topLevelWidgets() if d.isModal() and d.isVisible())
    assert dialog.form.name.text() == "天王星商行"
    dialog.close()


def test_an_account_is_never_added_without_stepping_down_to_it(qtbot: QtBot, window: MainWindow) -> None:
    (line,) = ask(qtbot, window, "天王星商行")
    assert window.search_desk.popup.line() is None
    press(qtbot, window, Qt.Key.Key_Return)
    assert window.search_desk.popup.isVisible()
    press(qtbot, window, Qt.Key.Key_Down)
    assert window.search_desk.popup.line() == line


def test_a_word_that_names_an_account_comes_before_adding_one(
    qtbot: QtBot, window: MainWindow, filled: Filled
) -> None:
    lines = ask(qtbot, window, "海川 木星")
    assert [line.kind for line in lines] == ["hit", "add"]
    assert window.search_desk.popup.line() == lines[0]
    press(qtbot, window, Qt.Key.Key_Return)
    assert window.account.view().page.id == filled.haichuan


@pytest.mark.parametrize(
    ("typed", "section"), [("海川 谁说了算", "questions"), ("决策者 海川", "people"), ("海川 needs", "needs")]
)
def test_something_about_an_account_opens_there(
    qtbot: QtBot, window: MainWindow, filled: Filled, typed: str, section: str
) -> None:
    lines = ask(qtbot, window, typed)
    assert "add" not in {line.kind for line in lines}
    press(qtbot, window, Qt.Key.Key_Return)
    assert window.account.view().page.id == filled.haichuan
    assert window.account.section() == section


def test_what_was_opened_is_offered_in_the_empty_field(
    qtbot: QtBot, window: MainWindow, filled: Filled
) -> None:
    ask(qtbot, window, "yg")
    press(qtbot, window, Qt.Key.Key_Return)
    offered = ask(qtbot, window, "")
    assert [line.title for line in offered] == ["渔歌五金", "yg"]
    window.search_desk.choose(offered[1], False)
    settle(qtbot, window)
    assert window.top.search.text() == "yg"
    assert window.search_desk.popup.line().hit.id == filled.yuge


@pytest.mark.opens("line")
def test_escape_clears_and_then_gives_the_keys_back(qtbot: QtBot, window: MainWindow) -> None:
    window.line.grid.setFocus()
    ask(qtbot, window, "海")
    press(qtbot, window, Qt.Key.Key_Escape)
    assert window.top.search.text() == ""
    assert window.search_desk.popup.isVisible()
    press(qtbot, window, Qt.Key.Key_Escape)
    assert not window.search_desk.popup.isVisible()
    assert QApplication.focusWidget() is window.line.grid


def test_a_press_beside_it_closes_it(qtbot: QtBot, window: MainWindow) -> None:
    ask(qtbot, window, "海")
    qtbot.mouseClick(window.rail, Qt.MouseButton.LeftButton)
    assert not window.search_desk.popup.isVisible()


def test_a_click_opens_a_line(qtbot: QtBot, window: MainWindow, filled: Filled) -> None:
    ask(qtbot, window, "砚石")
    view = window.search_desk.popup.view
    qtbot.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(view.currentIndex()).center()
    )
    settle(qtbot, window)
    assert window.account.view().page.id == filled.yanshi


def test_answers_to_what_no_longer_stands_there_are_dropped(qtbot: QtBot, window: MainWindow) -> None:
    window.search_desk.find()
    shown: list[str] = []
    show = window.search_desk.popup.set_lines
    window.search_desk.popup.set_lines = lambda lines: (shown.append(window.top.search.text()), show(lines))
    for typed in ("h", "hc", "hcj", "南屿"):
        window.top.search.setText(typed)
    settle(qtbot, window)
    assert shown[-1] == "南屿"
    assert len(shown) <= 2
    assert window.search_desk.popup.line().title == "南屿建材"


def test_more_of_a_kind_is_read_on(qtbot: QtBot, open_window: Open, filled: Filled) -> None:
    from kamdesk.db.opening import open_book
    from kamdesk.operations.accounts import add_account
    from tests.books import NOW

    store = open_book(filled.path, backups=filled.path.parent, now=NOW)
    for number in range(70):
        add_account(store, name=f"连锁 {number:02}", now=NOW)
    store.close()
    window = open_window(filled.path)
    found = ask(qtbot, window, "连锁")
    assert [line.kind for line in found] == ["hit"] * 5 + ["more"]
    for _ in range(2):
        window.search_desk.choose(found[-1], False)
        settle(qtbot, window)
        found = [line for line in window.search_desk.popup.model.lines() if line.chosen]
    assert len({line.title for line in found}) == 70
    assert {line.kind for line in found} == {"hit"}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_field_and_list_fit(qtbot: QtBot, open_window: Open, filled: Filled, language: str) -> None:
    window = open_window(filled.path, language)
    top, popup, over = window.top, window.search_desk.popup, window.centralWidget()
    for size in ((1366, 768), (1366, 665), (1093, 614), (940, 520)):
        popup.close()
        window.resize(*size)
        settle(qtbot, window)
        assert (window.width(), window.height()) == size
        assert top.backup.width() >= top.backup.minimumSizeHint().width(), size
        assert top.search.geometry().right() < top.width(), size
        assert top.search.width() >= 100, size
        ask(qtbot, window, "海")
        assert over.rect().contains(popup.geometry()), size
        assert all(
            height(line) <= popup.view.visualRect(popup.model.index(row)).height()
            for row, line in enumerate(popup.model.lines())
        ), size
        assert popup.view.currentIndex().data(LINE).chosen


def test_the_language_switches_in_the_field(qtbot: QtBot, window: MainWindow) -> None:
    assert "Search" in window.top.search.placeholderText()
    window.actions_["chinese"].trigger()
    QCoreApplication.processEvents()
    assert window.top.search.placeholderText().startswith("搜索客户")
    assert window.top.search.accessibleName() == "搜索"


def _close(qtbot: QtBot, window: MainWindow, dialog: RecordDialog) -> None:
    with qtbot.waitActive(window):
        dialog.reject()
        window.activateWindow()


def test_what_was_found_out_opens_in_its_form_where_it_stands(
    qtbot: QtBot, window: MainWindow, filled: Filled
) -> None:
    given = {"known_on": TODAY, "account_id": filled.haichuan}
    for kind, fields in (
        ("need", {**given, "what": "三天内到货"}),
        ("competitor", {"known_on": TODAY, "name": "立邦"}),
        ("checked", {**given, "question": "W14", "outcome": "none", "reason": "没人肯说"}),
    ):
        window.desk.runner.run(jobs.record, kind=kind, fields=fields)
        settle(qtbot, window)
    (line,) = ask(qtbot, window, "stnd")
    assert (line.title, line.quiet) == ("三天内到货", "Need")
    assert "海川" in line.detail
    press(qtbot, window, Qt.Key.Key_Return)
    assert (window.page(), window.account.section()) == ("account", "needs")
    form = opened()
    assert form.form.editors["what"].value() == "三天内到货"
    _close(qtbot, window, form)
    assert ask(qtbot, window, "")[0].title == "三天内到货", "it is offered again"
    found = ask(qtbot, window, "立邦")
    assert found[0].quiet == "Competitor"
    press(qtbot, window, Qt.Key.Key_Return)
    rival = opened()
    assert rival.form.editors["name"].value() == "立邦"
    _close(qtbot, window, rival)
    ask(qtbot, window, "没人肯说")
    press(qtbot, window, Qt.Key.Key_Return)
    assert window.account.section() == "questions"


def test_what_is_shown_is_said_anew_in_another_language(
    qtbot: QtBot, open_window: Open, filled: Filled, qapp: QApplication
) -> None:
    window = open_window(filled.path, page="accounts")
    ask(qtbot, window, "海川")
    before = [line.title for line in window.search_desk.popup.model.lines() if line.kind == "heading"]
    assert "Accounts" in before
    window.desk.speech.set_language("zh", qapp)
    settle(qtbot, window)
    after = [line.title for line in window.search_desk.popup.model.lines() if line.kind == "heading"]
    assert "客户" in after
    assert not set(before) & set(after)


def test_a_product_that_was_found_opens_its_form(qtbot: QtBot, open_window: Open, filled: Filled) -> None:
    store = open_book(filled.path, None, backups=filled.path.parent / "b", now=NOW)
    glue = only(save_product(store, name="瓷砖胶", specification="20 kg", price=3850, now=NOW), "product")
    store.close()
    window = open_window(filled.path, page="accounts")
    ask(qtbot, window, "瓷砖胶")
    press(qtbot, window, Qt.Key.Key_Return)
    dialog = dialog_of(ProductDialog)
    assert (dialog.name.text(), dialog.price.text()) == ("瓷砖胶", "38.50")
    dialog.discontinued.click()
    dialog.primary.click()
    settle(qtbot, window)
    saved: list[ProductCard] = []
    window.desk.runner.read(product_card, done=saved.append, product_id=glue)
    settle(qtbot, window)
    assert saved[0].discontinued
