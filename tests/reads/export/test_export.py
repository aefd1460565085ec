"""Every kind in every form: read back by other programs, nothing computes, informants in none of them."""

from __future__ import annotations

import csv
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from kamdesk.calendars import day_kind
from kamdesk.db import tables as t
from kamdesk.db.store import Store
from kamdesk.domain.account import Account, AccountPhone
from kamdesk.domain.contact import Contact, ContactPhone, ContactPost, InformantAssignment
from kamdesk.domain.errors import RuleError
from kamdesk.domain.knowledge import KINDS as FOUND_OUT
from kamdesk.domain.note import Attachment
from kamdesk.exchange.out.texts import COMPUTES
from kamdesk.operations.demo import make_demo
from kamdesk.operations.importing import import_files
from kamdesk.reads.export.carry_out import FORMS, ONLY, WEEKLY, export
from kamdesk.reads.export.list_shape import KINDS
from kamdesk.reads.export.shape import KEPT_BACK, ORDER, book_shape
from kamdesk.words import LANGUAGES, Words
from tests.books import NOW, make_book
from tests.operations.importing.whole.books import content, empty

SECRET = "鳕鱼罐头告诉我们"
WORDS = Words("zh")


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = make_demo(
        tmp_path_factory.mktemp("demo") / "demo.kam", accounts=6, weeks=3, seed=5, now=NOW, language="zh"
    )
    with store.write("confidential.assign", now=NOW) as tx:
        contact, account = tx.every(Contact)[0], tx.every(Account)[0]
        informant = InformantAssignment(
            id="informant-nobody-knows", contact_id=contact.id, account_id=account.id, told=SECRET
        )
        tx.add(informant)
        tx.add(
            Attachment(
                id=tx.new_id(),
                subject="informant_assignment",
                subject_id=informant.id,
                name=f"{SECRET}.txt",
                sha256="0" * 64,
            )
        )
    yield store
    store.close()


def write(store: Store, path: Path, kind: str | None = None, **asked: object) -> Path:
    export(store, path, words=WORDS, now=NOW, holidays=day_kind, kind=kind, **asked)  # type: ignore[arg-type]
    return path


def bytes_of(path: Path) -> bytes:
    if path.suffix != ".xlsx":
        return path.read_bytes().replace(b"\r\n ", b"")
    with zipfile.ZipFile(path) as archive:
        return b"".join(archive.read(name) for name in archive.namelist())


def everything() -> list[tuple[str, str | None, dict[str, object]]]:
    asked: list[tuple[str, str | None, dict[str, object]]] = [(".xlsx", None, {})]
    asked += [(form, kind, {}) for form in (".xlsx", ".csv") for kind in KINDS]
    asked += [(".vcf", None, {"vcard": version}) for version in ("3.0", "4.0")]
    return [*asked, (".ics", None, {})]


def test_informants_are_in_no_file(demo: Store, tmp_path: Path) -> None:
    with demo.read() as connection:
        assert connection.exec_driver_sql("select count(*) from informant_assignment").scalar()
    for number, (form, kind, asked) in enumerate(everything()):
        data = bytes_of(write(demo, tmp_path / f"{number}{form}", kind, **asked))
        for word in (SECRET, "informant", "信息员"):
            assert word.encode() not in data, (form, kind, word)
            assert word.encode("utf-16-le") not in data, (form, kind, word)


def test_every_recorded_table_is_a_sheet_or_kept_back() -> None:
    assert set(ORDER) | KEPT_BACK == t.RECORDED
    assert not set(ORDER) & KEPT_BACK


@pytest.mark.parametrize("language", LANGUAGES)
def test_headings_tell_the_columns_apart(language: str) -> None:
    shapes = book_shape(Words(language))  # type: ignore[arg-type]
    assert len({shape.title for shape in shapes}) == len(shapes)
    for shape in shapes:
        heads = [field.heading for field in shape.fields]
        heads += [field.link_heading for field in shape.fields if field.link]
        assert len(set(heads)) == len(heads), shape.table
        for field in shape.fields:
            assert len(set(field.choices.values())) == len(field.choices), (shape.table, field.name)


def test_another_reader_reads_the_whole_book(demo: Store, tmp_path: Path) -> None:
    book = CalamineWorkbook.from_path(str(write(demo, tmp_path / "b.xlsx")))
    there = content(demo)
    for shape in book_shape(WORDS):
        if shape.title not in book.sheet_names:
            assert shape.table in FOUND_OUT
            assert not there[shape.table]
            continue
        rows = book.get_sheet_by_name(shape.title).to_python()
        place = rows[0].index("ID")
        assert [row[place] for row in rows[1:]] == list(there[shape.table])


def hostile(tmp_path: Path) -> Store:
    store = make_book(tmp_path)
    with store.write("account.add", now=NOW) as tx:
        for number, sign in enumerate(COMPUTES):
            tx.add(
                Account(id=f"a{number}", name=f"{sign}1+1", city=f"{sign}cmd|x", short_name=f"'{sign}"),
                AccountPhone(
                    id=f"p{number}", account_id=f"a{number}", number="+8613800138000", kind="mobile"
                ),
                Contact(id=f"c{number}", name=f"{sign}HYPERLINK(1)"),
                ContactPhone(id=f"cp{number}", contact_id=f"c{number}", number="13800138000"),
                ContactPost(id=f"cq{number}", contact_id=f"c{number}", account_id=f"a{number}"),
            )
    return store


def test_no_cell_computes(tmp_path: Path) -> None:
    store = hostile(tmp_path)
    for kind in (None, "accounts", "contacts"):
        data = bytes_of(write(store, tmp_path / f"{kind}.xlsx", kind))
        assert b"<f>" not in data
        assert b"<f " not in data
    for kind in ("accounts", "contacts"):
        with write(store, tmp_path / f"{kind}.csv", kind).open(encoding="utf-8-sig", newline="") as stream:
            cells = [cell for row in csv.reader(stream) for cell in row]
        assert not [cell for cell in cells if cell.startswith(COMPUTES)]
    store.close()


def test_numbers_stay_numbers_and_phones_texts(demo: Store, tmp_path: Path) -> None:
    rows = CalamineWorkbook.from_path(
        str(write(demo, tmp_path / "o.xlsx", "order_lines"))
    ).get_sheet_by_index(0)
    heads, *lines = rows.to_python()
    assert lines
    assert all(isinstance(line[heads.index("单价")], float) for line in lines)
    rows = CalamineWorkbook.from_path(str(write(demo, tmp_path / "c.xlsx", "contacts"))).get_sheet_by_index(0)
    heads, *lines = rows.to_python()
    assert all(isinstance(line[heads.index("手机")], str) for line in lines)


@pytest.mark.parametrize("form", [".csv", ".xlsx"])
def test_a_list_of_accounts_taken_in_gives_the_same_accounts(demo: Store, tmp_path: Path, form: str) -> None:
    path = write(demo, tmp_path / f"a{form}", "accounts")
    other = empty(tmp_path / "other.kam")
    import_files(other, files=[path], now=NOW)
    with demo.read() as one, other.read() as two:
        for query in (
            "select name, short_name, city, address, value_class, is_key, status, kind from account order by name",
            "select a.name, code from account_code c join account a on a.id = c.account_id order by 1, 2",
            # One number with two extensions is one number to an import.
            "select distinct a.name, number from account_phone p join account a on a.id = p.account_id order by 1, 2",
            "select a.name, tag from account_tag g join account a on a.id = g.account_id order by 1, 2",
        ):
            assert one.exec_driver_sql(query).all() == two.exec_driver_sql(query).all()
    other.close()


def test_a_form_says_what_it_can_not_hold(demo: Store, tmp_path: Path) -> None:
    for name, kind, week, code in (
        ("x.pdf", None, False, "export_form"),
        ("x.csv", None, False, "export_kind_needed"),
        ("x.vcf", "visits", False, "export_kind_form"),
        ("x.ics", "contacts", False, "export_kind_form"),
        ("x.xlsx", None, True, "export_week"),
        ("x.csv", "accounts", True, "export_week"),
    ):
        with pytest.raises(RuleError) as raised:
            write(demo, tmp_path / name, kind, monday=NOW.date() if week else None)
        assert raised.value.code == code
    assert list(tmp_path.iterdir()) == []
    assert set(ONLY) <= set(FORMS)
    assert set(KINDS) >= WEEKLY


def test_a_stopped_export_leaves_nothing(demo: Store, tmp_path: Path) -> None:
    class Stop(Exception):
        pass

    def stop(rows: int) -> None:
        raise Stop

    for form, kind in ((".xlsx", None), (".csv", "visits"), (".vcf", None), (".ics", None)):
        with pytest.raises(Stop):
            write(demo, tmp_path / f"x{form}", kind, heard=stop)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.long
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not on this machine")
def test_libreoffice_saves_it_and_it_is_still_the_book(demo: Store, tmp_path: Path) -> None:
    path = write(demo, tmp_path / "b.xlsx")
    saved = tmp_path / "saved"
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "xlsx", "--outdir", str(saved), str(path)]
    subprocess.run(command, check=True, timeout=180, capture_output=True)
    other = empty(tmp_path / "other.kam")
    report = import_files(other, files=[saved / "b.xlsx"], now=NOW)
    assert list(report.problems) == []
    assert content(other) == content(demo)
    other.close()
