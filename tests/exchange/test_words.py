"""Whatever keeps a row or a cell out is said in words."""

from __future__ import annotations

import re
from pathlib import Path

import kamdesk
from kamdesk.operations.importing.report import RECORDS
from kamdesk.words import catalogue

PACKAGE = Path(kamdesk.__file__).parent
SOURCES = [*(PACKAGE / "exchange").rglob("*.py"), *(PACKAGE / "operations" / "importing").rglob("*.py")]
REASON = re.compile(
    r"""(?:Doubt\(|refuse\("\w+", |reason=|remark\(\w+, |reject\([\w.]+, (?:"\w+"|kind), |return )"([a-z]+_[a-z_]+)\""""
)
INPUT = re.compile(r'InputError\(\s*"(\w+)"|"(?=import_)(\w+)" (?:if|else)')


def test_reasons_have_a_text() -> None:
    reasons = {reason for source in SOURCES for reason in REASON.findall(source.read_text("utf-8"))}
    assert len(reasons) > 50
    rooms = ("reason", "sheet")
    missing = {
        reason for reason in reasons if all(f"import.{room}.{reason}" not in catalogue() for room in rooms)
    }
    assert missing == set()


def test_refusals_of_files_have_a_text() -> None:
    found = [pair for source in SOURCES for pair in INPUT.findall(source.read_text("utf-8"))]
    codes = {code for pair in found for code in pair if code}
    assert len(codes) > 15
    assert {code for code in codes if f"error.{code}" not in catalogue()} == set()


def test_kinds_have_a_word() -> None:
    from kamdesk.exchange.row import COUNTED_UNDER

    for kind in {*RECORDS, *COUNTED_UNDER.values(), "cells", "fields", "formulas", "employees"}:
        assert f"import.kind.{kind}" in catalogue()
