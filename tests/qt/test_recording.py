"""The form in which what was found out is recorded: by keys, with its errors, its draft, its undo."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from itertools import product
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kamdesk.domain.knowledge import KINDS
from kamdesk.domain.knowledge.described import described
from kamdesk.qt.main_window import MainWindow
from kamdesk.qt.recording.arrangement import ASKED, BESIDE, LAST, NEVER, arrange
from kamdesk.qt.recording.dialog import RecordDialog
from kamdesk.qt.recording.editors import ChipsEditor, RatingEditor
from kamdesk.qt.recording.form import RecordForm, field_label
from kamdesk.qt.recording.joined_editors import LinkEditor
from kamdesk.qt.recording.words import by_own_day
from kamdesk.reads.known import Known, KnownRow
from tests.qt.conftest import settle
from tests.qt.desk_books import Filled

pytestmark = pytest.mark.opens("today")


def known(qtbot: QtBot, window: MainWindow, account_id: str) -> Known:
    from kamdesk.qt.jobs import knowledge as jobs

    found: list[Known] = []
    window.desk.runner.read(jobs.account_known, done=found.append, account_id=account_id)
    settle(qtbot, window)
    return found[0]


def opened() -> RecordDialog:
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, RecordDialog) and w.isVisible()]
    assert len(found) == 1
    return found[0]


def form(qtbot: QtBot, window: MainWindow, kind: str, **about: str) -> RecordDialog:
    window.records.record(kind, about)
    settle(qtbot, window)
    return opened()


def fill(dialog: RecordDialog, **values: Any) -> None:
    for name, value in values.items():
        editor = dialog.form.editors[name]
        if isinstance(editor, LinkEditor) and value not in [c.key for c in editor.picker._choices]:
            editor.picker.setEditText(value)
        else:
            editor.set_value(value)


def enter(qtbot: QtBot, window: MainWindow, dialog: RecordDialog) -> None:
    qtbot.keyClick(dialog.form.first_field(), Qt.Key.Key_Return)
    settle(qtbot, window)


def step(qtbot: QtBot, window: MainWindow, name: str) -> None:
    window.actions_[name].trigger()
    settle(qtbot, window)


def test_a_need_is_recorded_by_keys_amended_taken_back_each_with_its_undo(
    qtbot: QtBot, window: MainWindow, filled: Filled
) -> None:
    dialog = form(qtbot, window, "need", account_id=filled.haichuan)
    assert dialog.form.editors["what"].field.hasFocus()
    dialog.focusWidget().insert("旺季三天内到货")  # type: ignore[attr-defined]  # no key of the test's keyboard
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    assert dialog.focusWidget() is dialog.form.editors["importance"].field
    qtbot.keyClicks(dialog.focusWidget(), "4")
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    settle(qtbot, window)
    (need,) = known(qtbot, window, filled.haichuan).of("need")
    assert (need.get("what"), need.get("importance")) == ("旺季三天内到货", 4)
    assert need.get("known_on") == window.desk.today()
    assert "recorded" in window.notice.text()

    window.records.amend("need", need.id)
    settle(qtbot, window)
    fill(opened(), importance=5)
    enter(qtbot, window, opened())
    assert known(qtbot, window, filled.haichuan).of("need")[0].get("importance") == 5
    step(qtbot, window, "undo")
    assert known(qtbot, window, filled.haichuan).of("need")[0].get("importance") == 4

    window.records.take_back("need", need.id)
    settle(qtbot, window)
    assert not known(qtbot, window, filled.haichuan).of("need")
    assert "taken back" in window.actions_["undo"].text()
    step(qtbot, window, "undo")
    assert known(qtbot, window, filled.haichuan).of("need")


def test_a_rival_and_a_person_named_for_the_first_time_come_with_the_record_and_go_with_it(
    qtbot: QtBot, window: MainWindow, filled: Filled
) -> None:
    dialog = form(qtbot, window, "rival_reason", account_id=filled.nanyu)
    fill(dialog, reason="price", competitor_id="甲固", said_by="周会计")
    enter(qtbot, window, dialog)
    found = known(qtbot, window, filled.nanyu)
    (reason,) = found.of("rival_reason")
    assert [row.get("name") for row in found.of("competitor")] == ["甲固"]
    assert found.names[reason.get("competitor_id")] == "甲固"
    assert found.names[reason.get("said_by")] == "周会计"
    window.open_account(filled.nanyu)
    settle(qtbot, window)
    assert "周会计" in [person.name for person in window.account.view().page.people]  # type: ignore[union-attr]

    again = form(qtbot, window, "rival_reason", account_id=filled.nanyu)
    fill(again, reason="habit", competitor_id="甲固")
    enter(qtbot, window, again)
    assert len(known(qtbot, window, filled.nanyu).of("competitor")) == 1

    step(qtbot, window, "undo")
    step(qtbot, window, "undo")
    found = known(qtbot, window, filled.nanyu)
    assert not found.of("rival_reason")
    assert not found.of("competitor")


def test_what_is_needed_and_lacking_is_said_at_its_field_and_nothing_typed_is_lost(
    qtbot: QtBot, window: MainWindow, filled: Filled
) -> None:
    dialog = form(qtbot, window, "win_condition", account_id=filled.nanyu)
    fill(dialog, what="账期放到 60 天")
    dialog.form.editors["cost"].field.setText("很多")  # type: ignore[attr-defined]
    dialog.primary.click()
    assert dialog.form.editors["kind"].field.property("wrong")
    assert "Type" in dialog.reason()
    fill(dialog, kind="credit")
    dialog.primary.click()
    assert dialog.form.editors["cost"].field.property("wrong")
    assert dialog.form.editors["what"].value() == "账期放到 60 天"
    dialog.form.editors["cost"].field.setText("1.2万")  # type: ignore[attr-defined]
    dialog.primary.click()
    settle(qtbot, window)
    (row,) = known(qtbot, window, filled.nanyu).of("win_condition")
    assert (row.get("cost"), row.get("currency"), row.get("state")) == (1_200_000, "CNY", "unmet")


def test_what_it_rests_on_goes_with_it_and_can_be_taken_off(
    qtbot: QtBot, window: MainWindow, filled: Filled, tmp_path: Any
) -> None:
    (tmp_path / "合同.pdf").write_bytes(b"%PDF-1.4 signed")
    dialog = form(qtbot, window, "benefit", account_id=filled.haichuan)
    fill(dialog, what="旺季优先供货", kind="priority_supply")
    dialog.grounds._open_menu()
    visit = next(a for a in dialog.grounds.menu.actions() if "order" in a.text())
    visit.trigger()
    dialog.grounds.menu.hide()
    dialog.grounds.add_files([tmp_path / "合同.pdf"])
    dialog.grounds.said.setText("陈总当面说的")
    enter(qtbot, window, dialog)
    found = known(qtbot, window, filled.haichuan)
    (benefit,) = found.of("benefit")
    tables = sorted(ground.table for ground in found.grounds[benefit.id])
    assert tables == ["attachment", "visit", "words"]

    window.records.amend("benefit", benefit.id)
    settle(qtbot, window)
    gone = next(ground for ground in found.grounds[benefit.id] if ground.table == "words")
    opened().grounds._drop("there", gone.id)
    enter(qtbot, window, opened())
    assert len(known(qtbot, window, filled.haichuan).grounds[benefit.id]) == 2
    step(qtbot, window, "undo")
    assert len(known(qtbot, window, filled.haichuan).grounds[benefit.id]) == 3


def test_what_was_typed_and_not_saved_is_offered_again(
    qtbot: QtBot, window: MainWindow, filled: Filled
) -> None:
    dialog = form(qtbot, window, "need", account_id=filled.haichuan)
    fill(dialog, what="半截话", importance=3)
    dialog.reject()
    settle(qtbot, window)
    window.dialogs._let_go()
    dialog = form(qtbot, window, "need", account_id=filled.haichuan)
    settle(qtbot, window)
    dialog.draft_bar.take.click()
    assert dialog.form.editors["what"].value() == "半截话"
    assert dialog.form.editors["importance"].value() == 3


@contextmanager
def laid_out(window: MainWindow, kind: str) -> Iterator[RecordForm]:
    """A form by itself. Fields that stand nowhere would stay for good, and be dressed anew with each later window."""
    made, holder = RecordForm(window.desk, kind, {}), QWidget()
    made.setupUi(holder)
    yield made
    shiboken6.delete(holder)


def test_every_kind_has_a_form_whose_fields_have_names(window: MainWindow, qapp: Any) -> None:
    for language, (kind, row) in product(("zh", "en"), KINDS.items()):
        window.desk.speech.set_language(language, qapp)  # type: ignore[arg-type]
        with laid_out(window, kind) as made:
            editors = set(made.editors)
        told = {field.name for field in described(row)}
        assert editors == told - BESIDE - NEVER - ({"said_by"} if "said_by" not in editors else set())
        for name in editors:
            assert field_label(window.desk, kind, name) != name, f"{kind}.{name} has no name"
        assert window.desk.speech.text(f"record.new.{kind}")
        assert window.desk.speech.text(f"record.one.{kind}")
    window.desk.speech.set_language("en", qapp)


def test_what_is_asked_at_once_is_declared_and_has_all_that_is_needed() -> None:
    for kind, asked in ASKED.items():
        told = {field.name: field for field in described(KINDS[kind])}
        assert set(asked.split()) <= set(told), kind
        first = [field.name for field in arrange(kind, {}).first]
        assert {name for name, field in told.items() if field.needed} <= {*first, *NEVER}
        assert first[-1] == LAST[-1]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_scale_says_which_end_is_which(window: MainWindow, language: str, qapp: Any) -> None:
    window.desk.speech.set_language(language, qapp)  # type: ignore[arg-type]
    told = 0
    for kind in KINDS:
        with laid_out(window, kind) as made:
            for name, editor in made.editors.items():
                if isinstance(editor, RatingEditor):
                    editor.say(name, window.desk)
                    low, high = editor.told.low, editor.told.high
                    ends = editor._ends.text()
                    assert ends.startswith(f"{low} "), (kind, name)
                    assert f" {high} " in ends, (kind, name)
                    assert ends in editor.field.accessibleName()
                    told += 1
    assert told == 11
    window.desk.speech.set_language("en", qapp)


def test_the_rep_stands_where_nobody_else_is_named(qtbot: QtBot, window: MainWindow, filled: Filled) -> None:
    dialog = form(qtbot, window, "development_plan", account_id=filled.haichuan)
    assert dialog.form.editors["owner"].value() == "林岚"
    dialog.reject()


def test_a_rating_and_chips_go_by_keys(qtbot: QtBot, window: MainWindow, filled: Filled) -> None:
    dialog = form(qtbot, window, "need", account_id=filled.haichuan)
    met = dialog.form.editors["met"]
    assert isinstance(met, RatingEditor)
    qtbot.keyClicks(met.rating, "10")
    assert met.value() == 10
    qtbot.keyClick(met.rating, Qt.Key.Key_Left)
    assert met.value() == 9
    qtbot.keyClick(met.rating, Qt.Key.Key_Delete)
    assert met.value() is None
    qtbot.keyClick(met.rating, Qt.Key.Key_Right)
    assert met.value() == 0
    dialog.reject()
    dialog = form(qtbot, window, "value_deed", account_id=filled.haichuan)
    touch = dialog.form.editors["touch"]
    assert isinstance(touch, ChipsEditor)
    assert touch.value() is None
    touch.chips.setFocus()
    qtbot.keyClick(touch.chips.buttons[0], Qt.Key.Key_Right)
    assert touch.value() == "feeling"
    qtbot.keyClick(touch.chips.buttons[1], Qt.Key.Key_Delete)
    assert touch.value() is None


def test_events_stand_in_the_order_in_which_they_come() -> None:
    def event(name: str, month: int, day: int, **fields: Any) -> KnownRow:
        usual = {"leap": False, "calendar": None, "yearly": True, "year": None, "known_on": date(2026, 1, 1)}
        return KnownRow("care_event", name, usual | {"month": month, "day_of_month": day} | fields)

    rows = [
        event("gone", 3, 1, yearly=False, year=2026, known_on=date(2026, 11, 20)),
        event("next year", 11, 24),
        event("lunar", 10, 20, calendar="lunar"),
        event("first", 11, 26),
        event("no such day", 2, 30, yearly=False, year=2026),
    ]
    found = by_own_day(rows, date(2026, 11, 25))
    assert [row.id for row in found] == ["first", "lunar", "next year", "gone", "no such day"]
