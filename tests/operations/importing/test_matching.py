"""Which account a row means: by number, by name, by what else agrees; or a question."""

from __future__ import annotations

from pathlib import Path

import pytest

from kamdesk.db.store import Store
from kamdesk.exchange.mapping import make_mapping
from kamdesk.operations.accounts import change_account, join_accounts
from kamdesk.reads.accounts import account_list
from kamdesk.reads.imports import pending_items
from tests.books import NOW
from tests.operations.importing.books import bring, counted, names, write

HEADERS = ["客户名称", "城市", "地址", "联系人", "手机"]
FIRST = ["甲建材有限公司", "宁波", "人民路1号", "张三", "13812345678"]


def ids(store: Store) -> dict[str, str]:
    return {account.name: account.id for account in account_list(store)}


def reasons(store: Store) -> list[tuple[str, str]]:
    return [(item.kind, item.reason) for item in pending_items(store)]


@pytest.mark.parametrize(
    ("row", "outcome"),
    [
        (FIRST, "unchanged"),
        ([" 甲建材有限公司 ", "宁波", "人民路1号", "张三", "+86-138 1234 5678"], "unchanged"),
        (["甲建材有限公司", "", "", "", ""], "unchanged"),
        (["甲建材有限公司", "宁波市", "宁波市人民路1号", "李四", "13912345678"], "to take"),
        (["甲建材有限公司", "宁波", "解放路9号", "张三", ""], "to take"),
        (["甲建材有限公司", "宁波", "解放路9号", "", "13812345678"], "to take"),
        (["甲建材有限公司", "", "", "李四", "13912345678"], "unchanged"),
        (["甲建材有限公司", "宁波", "解放路9号", "李四", "13912345678"], "same_name"),
        (["甲建材有限公司", "杭州", "", "", ""], "same_name"),
        (["甲建材(有限公司)", "宁波", "人民路1号", "张三", "13812345678"], "near_name"),
        (["甲建材", "杭州", "别处", "王五", "13712345678"], "near_name"),
        (["甲贸易有限公司", "宁波", "人民路1号", "张三", "13812345678"], "same_person"),
        (["甲贸易有限公司", "", "", "张三", "13812345678"], "same_person"),
        (["甲贸易有限公司", "杭州", "解放路9号", "张三", "13812345678"], "created"),
        (["甲贸易有限公司", "宁波", "人民路1号", "李四", "13812345678"], "created"),
    ],
)
def test_a_second_row(book: Store, tmp_path: Path, row: list[str], outcome: str) -> None:
    bring(book, write(tmp_path / "a.csv", HEADERS, FIRST))
    report = bring(book, write(tmp_path / "b.csv", HEADERS, row))
    numbers = counted(report, "accounts")["accounts"]
    if outcome in ("unchanged", "created"):
        assert numbers == {outcome: 1}
        assert reasons(book) == []
    elif outcome == "to take":
        assert numbers in ({"updated": 1}, {"unchanged": 1})
    else:
        assert numbers == {"to_decide": 1}
        assert reasons(book) == [("accounts", outcome)]
        assert names(book) == ["甲建材有限公司"]


def test_one_name_in_several_rows_is_one_account_with_several_people(book: Store, tmp_path: Path) -> None:
    rows = [FIRST, ["甲建材有限公司", "", "", "李四", "13912345678"], ["甲建材有限公司", "", "", "王五", ""]]
    report = bring(book, write(tmp_path / "a.csv", HEADERS, *rows))
    assert counted(report, "accounts", "contacts") == {
        "accounts": {"created": 1, "unchanged": 2},
        "contacts": {"created": 3},
    }
    (account,) = account_list(book)
    assert [contact.name for contact in account.contacts] == ["张三", "李四", "王五"]


def test_one_person_at_two_accounts_is_one_person_with_two_posts(book: Store, tmp_path: Path) -> None:
    other = ["乙贸易有限公司", "杭州", "解放路9号", "张三", "13812345678/0571-88881234"]
    bring(book, write(tmp_path / "a.csv", HEADERS, FIRST, other))
    one, two = account_list(book)
    assert one.contacts[0].id == two.contacts[0].id
    assert set(two.contacts[0].phones) == {"13812345678", "0571-88881234"}
    again = bring(book, tmp_path / "a.csv")
    assert not again.changes


def test_the_office_s_number_goes_before_the_name(book: Store, tmp_path: Path) -> None:
    headers = ["客户编号", "客户名称", "地址"]
    bring(book, write(tmp_path / "a.csv", headers, ["K1", "甲建材有限公司", "人民路1号"]))
    renamed = bring(book, write(tmp_path / "b.csv", headers, ["k1", "甲建材集团", "解放路9号"]))
    assert counted(renamed, "accounts") == {"accounts": {"updated": 1}}
    assert names(book) == ["甲建材集团"]
    twin = bring(book, write(tmp_path / "c.csv", headers, ["K2", "甲建材集团", "别处"]))
    assert counted(twin, "accounts") == {"accounts": {"created": 1}}, "the office tells them apart"
    near = bring(book, write(tmp_path / "d.csv", headers, ["K3", "甲(建材)集团", "别处"]))
    assert counted(near, "accounts") == {"accounts": {"created": 1}}
    alone = bring(book, write(tmp_path / "e.csv", headers, ["K2", "", "新地址"], ["K9", "", "x"]))
    assert counted(alone, "accounts") == {"accounts": {"updated": 1, "rejected": 1}}


def test_lists_numbered_from_one_are_not_one_list(book: Store, tmp_path: Path) -> None:
    headers = ["编号", "客户名称", "电话"]
    bring(book, write(tmp_path / "a.csv", headers, ["1", "甲建材", "0571-88881111"]))
    report = bring(book, write(tmp_path / "b.csv", headers, ["1", "乙贸易", "0571-88882222"]))
    assert counted(report, "accounts") == {"accounts": {"to_decide": 1}}
    assert reasons(book) == [("accounts", "number_of_another")]
    assert names(book) == ["甲建材"]
    renamed = bring(book, write(tmp_path / "c.csv", headers, ["1", "丙控股", "0571-88881111"]))
    assert counted(renamed, "accounts") == {"accounts": {"updated": 1}}, (
        "the telephone says that it is the same"
    )
    assert names(book) == ["丙控股"]
    assert not bring(book, tmp_path / "a.csv").counts["accounts"].to_decide, (
        "a name of its own, of former days"
    )


def test_a_number_is_added_to_an_account_known_by_name(book: Store, tmp_path: Path) -> None:
    bring(book, write(tmp_path / "a.csv", ["客户名称"], ["甲建材有限公司"]))
    report = bring(book, write(tmp_path / "b.csv", ["客户编号", "客户名称"], ["K1", "甲建材有限公司"]))
    assert counted(report, "accounts") == {"accounts": {"updated": 1}}
    assert not bring(book, tmp_path / "b.csv").changes
    other = make_mapping({"system": "crm"}, "map")
    crm = bring(
        book, write(tmp_path / "c.csv", ["客户编号", "客户名称"], ["77", "甲建材有限公司"]), mapping=other
    )
    assert counted(crm, "accounts") == {"accounts": {"updated": 1}}
    assert names(book) == ["甲建材有限公司"]


def test_several_of_one_name_are_asked_about(book: Store, tmp_path: Path) -> None:
    headers = ["客户编号", "客户名称", "地址"]
    bring(book, write(tmp_path / "a.csv", headers, ["1", "甲", "人民路1号"], ["2", "甲", "解放路9号"]))
    report = bring(book, write(tmp_path / "b.csv", ["客户名称"], ["甲"]))
    assert counted(report, "accounts") == {"accounts": {"to_decide": 1}}
    assert reasons(book) == [("accounts", "several_of_name")]
    told = bring(book, write(tmp_path / "c.csv", ["客户名称", "地址"], ["甲", "解放路9号"]))
    assert counted(told, "accounts") == {"accounts": {"unchanged": 1}}


def test_an_account_the_rep_renamed_is_found_by_its_old_name(book: Store, tmp_path: Path) -> None:
    bring(book, write(tmp_path / "a.csv", HEADERS, FIRST))
    change_account(book, account_id=ids(book)["甲建材有限公司"], name="甲建材(宁波)", now=NOW)
    report = bring(book, tmp_path / "a.csv")
    assert counted(report, "accounts") == {"accounts": {"unchanged": 1}}
    assert names(book) == ["甲建材(宁波)"]


def test_an_account_joined_to_another_is_the_other(book: Store, tmp_path: Path) -> None:
    second = ["乙建材有限公司", "杭州", "解放路9号", "李四", "13912345678"]
    bring(book, write(tmp_path / "a.csv", HEADERS, FIRST, second))
    found = ids(book)
    join_accounts(book, account_id=found["乙建材有限公司"], into_id=found["甲建材有限公司"], now=NOW)
    report = bring(book, tmp_path / "a.csv")
    assert not report.changes
    moved = ["甲建材有限公司", "宁波", "人民路1号", "李四", "13912345678"]
    report = bring(book, write(tmp_path / "b.csv", HEADERS, moved))
    assert counted(report, "contacts", "phones") == {"contacts": {"unchanged": 1}, "phones": {"unchanged": 1}}
    assert names(book) == sorted(["甲建材有限公司", "乙建材有限公司"])


def test_coordinates_speak_where_no_address_does(book: Store, tmp_path: Path) -> None:
    headers = ["客户名称", "经度", "纬度"]
    bring(book, write(tmp_path / "a.csv", headers, ["甲", "120.2000", "30.2000"]))
    near = bring(book, write(tmp_path / "b.csv", headers, ["甲", "120.2001", "30.2001"]))
    assert counted(near, "accounts") == {"accounts": {"updated": 1}}
    far = bring(book, write(tmp_path / "c.csv", headers, ["甲", "121.2", "30.2"]))
    assert counted(far, "accounts") == {"accounts": {"to_decide": 1}}


def test_what_is_asked_is_asked_once(book: Store, tmp_path: Path) -> None:
    bring(book, write(tmp_path / "a.csv", HEADERS, FIRST))
    row = ["甲建材(有限公司)", "宁波", "人民路1号", "张三", "13812345678"]
    for name in ("b.csv", "c.csv", "b.csv"):
        assert counted(bring(book, write(tmp_path / name, HEADERS, row)), "accounts") == {
            "accounts": {"to_decide": 1}
        }
    (item,) = pending_items(book)
    assert (item.file, item.row, item.asked["联系人"]) == ("b.csv", 2, "张三")
    assert item.like == ((ids(book)["甲建材有限公司"], "甲建材有限公司"),)
