"""Whatever a list holds: every row is accounted for, a second time changes nothing, undo leaves no trace."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kamdesk.db.opening import open_book
from kamdesk.db.store import Store
from kamdesk.operations.importing import ImportReport
from kamdesk.operations.undo import undo
from tests.books import NOW, make_book
from tests.operations.importing.books import bring, content, said, write

HEADERS = [
    "客户编号",
    "客户名称",
    "级别",
    "城市",
    "地址",
    "经度",
    "纬度",
    "联系人",
    "手机",
    "生日",
    "2024年销售额(万元)",
    "备注",
    "业务员",
]
VALUES = {
    "客户编号": ["", "K1", "K2", "k1"],
    "客户名称": ["", "甲公司", " 甲公司", "甲(公司)", "乙建材有限公司", "乙建材", "同上", "合计", "Acme"],
    "级别": ["", "A", "B", "VIP", "钻石", "同上"],
    "城市": ["", "宁波", "杭州", "同上"],
    "地址": ["", "人民路1号", "解放路9号"],
    "经度": ["", "121.5", "29.8", "0"],
    "纬度": ["", "29.8", "121.5", "30°15′N"],
    "联系人": ["", "张三", "李四", "同上", "张三/李四"],
    "手机": ["", "13812345678", "13912345678/0571-88881234", "1.38E+10", "同上"],
    "生日": ["", "1972.1", "农历八月十五", "1980-1-2"],
    "2024年销售额(万元)": ["", "208", "约300万元", "4,970,000", "很多"],
    "备注": ["", "老客户"],
    "业务员": ["", "王芳"],
}
rows = st.lists(
    st.tuples(*(st.sampled_from(VALUES[header]) for header in HEADERS)).map(list)
    | st.just([""] * len(HEADERS)),
    max_size=12,
)


def accounted(report: ImportReport) -> int:
    counts = report.counts["accounts"]
    done = counts.created + counts.updated + counts.unchanged + counts.rejected + counts.to_decide
    return done + sum(sum(sheet.skipped.values()) for sheet in report.sheets)


@pytest.fixture(scope="module")
def empty_book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A book to be copied: making one takes longer than filling it."""
    folder = tmp_path_factory.mktemp("empty")
    make_book(folder).close()
    return folder / "book.kam"


@settings(max_examples=5)
@given(rows)
def test_any_list(empty_book: Path, table: list[list[str]]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copy(empty_book, folder / "book.kam")
        store = open_book(folder / "book.kam", backups=folder, now=NOW)
        try:
            _try_out(store, folder, table)
        finally:
            store.close()


def _try_out(store: Store, folder: Path, table: list[list[str]]) -> None:
    path = write(folder / "list.csv", HEADERS, *table)
    while table and not any(table[-1]):
        table = table[:-1]
    empty = content(store)
    preview = bring(store, path, dry_run=True)
    assert content(store) == empty
    first = bring(store, path)
    assert preview.as_json() == first.as_json()
    assert accounted(first) == len(table)
    filled, told = content(store), said(store)
    phones = {row["number"] for table in ("account_phone", "contact_phone") for row in filled[table]}
    assert phones <= {"13812345678", "13912345678", "0571-88881234"}
    assert not {row["name"] for row in filled["account"]} & {"", "同上", "合计"}
    assert not {row["name"] for row in filled["contact"]} & {"", "同上"}
    again = bring(store, path)
    assert not again.changes
    assert content(store) == filled
    assert accounted(again) == len(table)
    assert all(
        (each.rejected, each.to_decide) == (first.counts[kind].rejected, first.counts[kind].to_decide)
        for kind, each in again.counts.items()
    )
    if first.changes.operation_id:
        undo(store, operation_id=first.changes.operation_id, now=NOW)
        assert content(store) == empty
        assert bring(store, path).as_json() == first.as_json()
        assert said(store) == told
