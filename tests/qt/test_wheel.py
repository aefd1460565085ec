"""The wheel moves what scrolls and never changes a choice, a number or a day that the pointer happens to rest on."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kamdesk.qt.widgets.fields import Combo, DayField, Number, TimeField

ROOT = Path(__file__).resolve().parents[2]
TURNED = r"Q(FontCombo|Combo)Box|Q(Double)?SpinBox|Q(Date|Time|DateTime)Edit|Q(Slider|Dial|AbstractSpinBox)"
OWN = {"kamdesk/qt/widgets/fields.py"}


def turn(widget: QWidget) -> QWheelEvent:
    middle = QPointF(widget.rect().center())
    event = QWheelEvent(
        middle, widget.mapToGlobal(middle), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    widget.event(event)
    return event


@pytest.mark.parametrize("focused", [True, False])
def test_the_wheel_moves_the_page(qtbot: QtBot, focused: bool) -> None:
    combo, number, day, time = Combo(), Number(), DayField(), TimeField()
    combo.addItems(["WGS-84", "GCJ-02", "BD-09"])
    number.setRange(1, 9)
    number.setValue(5)
    time.set_minute(600)
    inside, area = QWidget(), QScrollArea()
    layout = QVBoxLayout(inside)
    for field in (combo, number, day, time):
        layout.addWidget(field)
    area.setWidget(inside)
    qtbot.addWidget(area)
    area.show()
    for field in (combo, number, day, time):
        if focused:
            field.setFocus()
        assert not turn(field).isAccepted(), f"the page has the wheel over {type(field).__name__}"
        assert (combo.currentIndex(), number.value(), day.text(), time.minute()) == (0, 5, "", 600)


def test_every_choice_and_number_is_of_that_kind() -> None:
    """No dialog or page makes one of Qt's own, in code or in a form."""
    found = []
    for path in sorted((ROOT / "kamdesk" / "qt").rglob("*.py")):
        name = path.relative_to(ROOT).as_posix()
        if name in OWN:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and re.fullmatch(TURNED, node.func.id)
            ):
                found.append(f"{name}:{node.lineno} {node.func.id}")
            if isinstance(node, ast.ClassDef):
                found += [
                    f"{name}:{node.lineno} {base.id}"
                    for base in node.bases
                    if isinstance(base, ast.Name) and re.fullmatch(TURNED, base.id)
                ]
    for path in sorted((ROOT / "ui").glob("*.ui")):
        found += [
            f"{path.name} {kind[0]}"
            for kind in re.finditer(rf'class="({TURNED})"', path.read_text(encoding="utf-8"))
        ]
    assert found == []
