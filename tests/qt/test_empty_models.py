"""Models before their first rows have come, as a view meets them."""

from __future__ import annotations

import pytest
from pytestqt.modeltest import ModelTester

from kamdesk.qt.models.day import DayModel
from kamdesk.qt.models.departments import DepartmentsModel
from kamdesk.qt.models.shelves import ShelvesModel
from kamdesk.qt.speech import Speech


@pytest.mark.parametrize("kind", ["day", "departments", "shelves"])
def test_an_empty_model(kind: str, speech: Speech, qtmodeltester: ModelTester) -> None:
    model = {
        "day": DayModel,
        "departments": lambda: DepartmentsModel(speech),
        "shelves": lambda: ShelvesModel(speech),
    }[kind]()
    qtmodeltester.check(model, force_py=False)
    assert model.rowCount() == 0
