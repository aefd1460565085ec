"""All files or none: a file that can't be read, an import given up, what is said of the whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from kamdesk.db.opening import open_book
from kamdesk.db.store import Store
from kamdesk.domain.errors import BookError, InputError
from kamdesk.exchange.mapping import make_mapping
from kamdesk.operations.importing import import_files
from kamdesk.operations.importing.telling import report_lines
from kamdesk.reads.imports import imported_files, pending_items
from kamdesk.words import Words
from tests.books import NOW
from tests.exchange.workbooks import sheet_markup, workbook
from tests.operations.importing.books import bring, content, counted, names, operations, write

HEADERS = ["客户名称", "城市"]


def test_one_file_that_can_not_be_read_stops_all(book: Store, tmp_path: Path) -> None:
    before, done = content(book), operations(book)
    good = write(tmp_path / "good.csv", HEADERS, ["甲公司", "宁波"])
    (tmp_path / "bad.xlsx").write_bytes(b"PK\x03\x04 cut short")
    for bad in (
        tmp_path / "bad.xlsx",
        tmp_path / "gone.csv",
        write(tmp_path / "odd.csv", ["x", "y"], ["1", "2"]),
    ):
        with pytest.raises(InputError):
            import_files(book, files=[good, bad], now=NOW, backups=tmp_path / "backups")
    assert (content(book), operations(book), imported_files(book)) == (before, done, ())
    assert not (tmp_path / "backups").exists()


def test_giving_up_on_the_way_leaves_the_book_as_it_was(book: Store, tmp_path: Path) -> None:
    before, done = content(book), operations(book)
    rows = [[f"客户{number}", "宁波"] for number in range(1_200)]
    path = write(tmp_path / "list.csv", HEADERS, *rows, ["客户(7)", ""])
    seen: list[int] = []

    def cancel(rows: int) -> None:
        seen.append(rows)
        if rows >= 1_000:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        import_files(book, files=[path], now=NOW, on_rows=cancel)
    assert seen == list(range(100, 1_001, 100))
    assert (content(book), operations(book), pending_items(book), imported_files(book)) == (
        before,
        done,
        (),
        (),
    )
    assert counted(bring(book, path), "accounts") == {"accounts": {"created": 1_200, "to_decide": 1}}


def test_it_can_be_given_up_while_the_list_is_only_looked_through(book: Store, tmp_path: Path) -> None:
    before = content(book)
    rows = [[f"客户{number}", "1977-10-5"] for number in range(1_200)]
    path = write(tmp_path / "list.csv", ["客户名称", "生日"], *rows)

    def cancel(rows: int) -> None:
        assert rows == 0
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        import_files(book, files=[path], now=NOW, on_rows=cancel)
    assert content(book) == before


def test_a_copy_is_made_first(book: Store, tmp_path: Path) -> None:
    path = write(tmp_path / "list.csv", HEADERS, ["甲公司", "宁波"])
    before = content(book)
    report = import_files(book, files=[path], now=NOW, backups=tmp_path / "backups")
    assert report.backup
    copy = open_book(report.backup, backups=tmp_path, now=NOW)
    assert content(copy) == before
    copy.close()
    assert import_files(book, files=[path], now=NOW, backups=tmp_path / "other", dry_run=True).backup is None
    assert not (tmp_path / "other").exists()


def test_no_copy_no_import(book: Store, tmp_path: Path) -> None:
    path = write(tmp_path / "list.csv", HEADERS, ["甲公司", "宁波"])
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(BookError):
        import_files(book, files=[path], now=NOW, backups=tmp_path / "file" / "backups")
    assert names(book) == []


def test_questions_alone_are_kept_without_an_operation(book: Store, tmp_path: Path) -> None:
    bring(book, write(tmp_path / "a.csv", HEADERS, ["甲有限公司", "宁波"]))
    done = operations(book)
    report = bring(book, write(tmp_path / "b.csv", HEADERS, ["甲(有限公司)", "宁波"]))
    assert (report.changes.operation_id, operations(book), len(pending_items(book))) == (None, done, 1)
    assert [(file.name, file.operation_id) for file in imported_files(book)][1:] == [("b.csv", None)]


def test_sheets_that_are_not_taken_are_told(book: Store, tmp_path: Path) -> None:
    data = workbook(
        {
            "客户": sheet_markup([HEADERS, ["甲公司", "宁波"]]),
            "旧": sheet_markup([HEADERS, ["乙公司", "杭州"], ["丙公司", "杭州"]]),
            "说明": sheet_markup([["由内勤整理"]]),
            "空": sheet_markup([]),
            "别的": sheet_markup([["甲", "乙", "丙"], [1, 2, 3]]),
            "跳过": sheet_markup([HEADERS, ["丁公司", "宁波"]]),
        },
        hidden=["旧"],
    )
    path = tmp_path / "list.xlsx"
    path.write_bytes(data)
    mapping = make_mapping({"table": [{"sheet": "跳过", "kind": "skip"}]}, "map")
    report = bring(book, path, mapping=mapping)
    assert names(book) == ["甲公司"]
    assert {(each.sheet, each.kind, each.reason, each.rows) for each in report.sheets} == {
        ("客户", "accounts", None, 1),
        ("旧", None, "hidden", 2),
        ("说明", None, "notes", 1),
        ("空", None, "empty", 0),
        ("别的", None, "unknown", 2),
        ("跳过", None, "skipped", 2),
    }
    shown = make_mapping({"table": [{"sheet": "旧", "kind": "accounts"}]}, "map")
    bring(book, path, mapping=shown)
    assert names(book) == sorted(["甲公司", "乙公司", "丙公司", "丁公司"])


@pytest.mark.parametrize("language", ["zh", pytest.param("en", marks=pytest.mark.long)])
def test_the_report_in_words(book: Store, lists: Path, language: str) -> None:
    files = [*sorted((lists / "northwind").glob("*.csv")), *sorted((lists / "zh").iterdir())]
    words = Words(language)  # type: ignore[arg-type]
    report = import_files(book, files=files, now=NOW, backups=lists / "backups", language=language)  # type: ignore[arg-type]
    lines = report_lines(report, words, limit=1_000)
    text = "\n".join(lines)
    for said in (
        "kehu_gb18030.csv",
        "1.38E+10",
        "employees.csv",
        "shipVia",
        str(report.backup),
        *map(str, report.rejects),
    ):
        assert said in text, said
    assert text.index("1.38E+10") < text.index("1972.1") < text.index("121.402109"), "the worst first"
    short = report_lines(report, words, limit=3)
    assert len([line for line in short if line.startswith("[")]) == 3
    assert (
        words.text("import.report.more", count=len([line for line in lines if line.startswith("[")]) - 3)
        in short
    )
    anew = import_files(book, files=files, now=NOW, language=language)  # type: ignore[arg-type]
    again = report_lines(anew, words)
    waits = sum(each.to_decide for each in anew.counts.values())
    open_ = words.text("import.report.nothing_but", count=waits)
    assert again[0] == (open_ if waits else words.text("import.report.nothing"))
    dry = report_lines(import_files(book, files=files, now=NOW, dry_run=True), words)
    assert dry[0] == words.text("import.report.dry_run")
