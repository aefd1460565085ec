"""A fault in what Qt calls is told and survived; without the guard it ends the process."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

CODE = """
import sys
GUARD
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QSize
from PySide6.QtWidgets import QApplication, QListView, QWidget
application = QApplication([])
told = []
sys.excepthook = lambda kind, error, trace: told.append(kind.__name__)

class Model(QAbstractListModel):
    def rowCount(self, parent=QModelIndex()):
        return 3
    def data(self, index, role=0):
        return int("x")

class Counting(QAbstractListModel):
    def rowCount(self, parent=QModelIndex()):
        return {}["none"]

class Filter(QObject):
    def eventFilter(self, watched, event):
        return int("x")

class Widget(QWidget):
    def changeEvent(self, event):
        raise ValueError("raised in Python")
    def paintEvent(self, event):
        self.gone
    def sizeHint(self):
        return 1 / 0

widget, watch = Widget(), Filter()
widget.installEventFilter(watch)
widget.show()
widget.setEnabled(False)
views = []
for model in (Model(), Counting()):
    view = QListView()
    view.setModel(model)
    view.show()
    views.append((view, model))
assert widget.sizeHint() == QSize(-1, -1)
for _ in range(3):
    application.processEvents()
    widget.repaint()
print(sorted(set(told)), flush=True)
"""


def run(guard: str) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", CODE.replace("GUARD", guard)]
    return subprocess.run(command, capture_output=True, text=True, env=env, check=False, timeout=60)


def test_a_fault_in_an_override_is_told_and_survived() -> None:
    done = run("import kamdesk.qt")
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == str(["AttributeError", "KeyError", "ValueError", "ZeroDivisionError"])


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="newer Pythons keep errors in another way")
def test_without_the_guard_the_process_ends() -> None:
    """Once it does not, the guard may go."""
    assert run("").returncode != 0


def test_one_fault_at_every_paint_is_told_once(qtbot, monkeypatch) -> None:
    from PySide6.QtWidgets import QWidget

    told: list[type] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, trace: told.append(kind))

    class Broken(QWidget):
        def paintEvent(self, event: object) -> None:
            raise KeyError("a customer's name")

    widget = Broken()
    qtbot.addWidget(widget)
    with qtbot.waitExposed(widget):
        widget.show()
    for _ in range(5):
        widget.repaint()
    assert told == [KeyError]
