"""The file for mending: beside its source, after the commit, never over another's work; mended, it comes in."""

from __future__ import annotations

import csv
import stat
from pathlib import Path

import pytest

import kamdesk.operations.importing.returning as returning
from kamdesk.db.store import Store
from kamdesk.operations.importing import import_files
from kamdesk.reads.accounts import account_list
from tests.books import NOW
from tests.exchange.workbooks import sheet_markup, workbook
from tests.operations.importing.books import bring, counted, names, write

HEADERS = ["客户名称", "联系人", "手机"]
BAD = ["甲公司", "张三", "1.38E+10"]
GOOD = ["乙公司", "李四", "13912345678"]


def read(path: Path, encoding: str = "utf-8") -> list[list[str]]:
    with path.open(encoding=encoding, newline="") as stream:
        return list(csv.reader(stream))


def test_only_the_rows_to_mend_are_in_it(book: Store, tmp_path: Path) -> None:
    report = bring(book, write(tmp_path / "list.csv", HEADERS, BAD, GOOD, encoding="gb18030"))
    assert report.rejects == (tmp_path / "list.rejects.csv",)
    rows = read(report.rejects[0], "gb18030")
    assert rows[0] == [*HEADERS, "kamdesk 退回原因"]
    assert [row[:3] for row in rows[1:]] == [BAD]
    assert "1.38E+10" in rows[1][3]


def test_mended_it_completes_what_went_in(book: Store, tmp_path: Path) -> None:
    (path,) = bring(book, write(tmp_path / "list.csv", HEADERS, BAD, GOOD)).rejects
    path.write_text(path.read_text("utf-8").replace("1.38E+10", "13812345678", 1), "utf-8")
    report = bring(book, path)
    assert counted(report) == {
        "accounts": {"unchanged": 1},
        "contacts": {"unchanged": 1},
        "phones": {"created": 1},
    }
    assert report.rejects == ()
    phones = {account.name: account.contacts[0].phones for account in account_list(book)}
    assert phones == {"甲公司": ("13812345678",), "乙公司": ("13912345678",)}


def test_the_same_rejects_are_not_written_twice_and_others_are_not_overwritten(
    book: Store, tmp_path: Path
) -> None:
    source = write(tmp_path / "list.csv", HEADERS, BAD)
    (first,) = bring(book, source).rejects
    assert bring(book, source).rejects == (first,)
    first.write_text("being mended", "utf-8")
    (second,) = bring(book, source).rejects
    assert (first.read_text("utf-8"), second.name) == ("being mended", "list.rejects-2.csv")
    (third,) = bring(book, second).rejects
    assert third.name == "list.rejects-2.csv", "the rejects of rejects are the same rows"


def test_a_folder_that_can_not_be_written(
    book: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = write(tmp_path / "stick" / "list.csv", HEADERS, BAD)
    put = returning.put

    def refuse(content: bytes, target: Path) -> Path:
        if target.parent == source.parent:
            raise PermissionError(13, "Permission denied")
        return put(content, target)

    source.parent.chmod(stat.S_IRUSR | stat.S_IXUSR)
    monkeypatch.setattr(returning, "put", refuse)  # root may write anywhere
    report = import_files(book, files=[source], now=NOW, exports=tmp_path / "exports")
    assert report.rejects == (tmp_path / "exports" / "list.rejects.csv",)
    assert report.rejects_unwritten is None
    nowhere = import_files(book, files=[source], now=NOW)
    source.parent.chmod(stat.S_IRWXU)
    assert nowhere.rejects == ()
    assert nowhere.rejects_unwritten
    assert "Permission denied" in nowhere.rejects_unwritten
    assert names(book) == ["甲公司"]


def test_a_place_of_one_s_own(book: Store, tmp_path: Path) -> None:
    files = [
        write(tmp_path / "a.csv", HEADERS, BAD),
        write(tmp_path / "b.csv", HEADERS, ["丙公司", "王五", "12"]),
    ]
    one = import_files(book, files=files[:1], now=NOW, rejects=tmp_path / "back" / "mine.csv")
    assert one.rejects == (tmp_path / "back" / "mine.csv",)
    two = import_files(book, files=files, now=NOW, rejects=tmp_path / "back" / "both.csv")
    assert [path.name for path in two.rejects] == ["both-a.csv", "both-b.csv"]


def test_each_sheet_has_a_file_of_its_own(book: Store, tmp_path: Path) -> None:
    source = tmp_path / "list.xlsx"
    source.write_bytes(
        workbook({"东区": sheet_markup([HEADERS, BAD]), "../西": sheet_markup([HEADERS, ["丙", "丁", "12"]])})
    )
    report = bring(book, source)
    assert sorted(path.name for path in report.rejects) == ["list._西.rejects.csv", "list.东区.rejects.csv"]
    assert all(path.parent == tmp_path for path in report.rejects)


def test_the_reason_is_said_in_the_user_s_language(book: Store, tmp_path: Path) -> None:
    source = write(
        tmp_path / "list.csv", ["company", "contact", "phone"], ["Acmé", "Ann", "1.38E+10"], encoding="cp1252"
    )
    (english,) = import_files(book, files=[source], now=NOW, language="en").rejects
    assert read(english, "cp1252")[1][3].startswith("phone, “1.38E+10”: the spreadsheet")
    english.unlink()
    (chinese,) = import_files(book, files=[source], now=NOW, language="zh").rejects
    assert read(chinese, "cp1252") == read(chinese, "cp1252"), (
        "an encoding without Chinese gets the English reason"
    )
    assert "the spreadsheet" in read(chinese, "cp1252")[1][3]


def test_nothing_half_written_is_left(book: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = write(tmp_path / "list.csv", HEADERS, BAD)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(returning.os, "replace", full)
    report = bring(book, source)
    assert report.rejects_unwritten
    assert sorted(path.name for path in tmp_path.iterdir() if not path.name.startswith("book.kam")) == [
        "list.csv"
    ]
    assert names(book) == ["甲公司"]
