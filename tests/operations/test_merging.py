"""Two accounts that are one: merged field by field, and taken apart at once or later."""

from datetime import timedelta
from pathlib import Path

import pytest

from kamdesk.db.store import Store
from kamdesk.domain.errors import NotFound, RuleError
from kamdesk.operations.accounts import add_account, change_account, set_phones
from kamdesk.operations.bulk import move_units
from kamdesk.operations.contacts import add_contact
from kamdesk.operations.merging import admit_pair, merge_accounts, refuse_pair, unmerge_account
from kamdesk.operations.undo import undo
from kamdesk.operations.week_end.conflicts import open_conflicts
from kamdesk.reads.account_table import account_rows
from kamdesk.reads.duplicates import Reason, account_pairs, alike, core_name
from kamdesk.reads.merging import MOVES, merge_sides
from tests.books import NOW, TODAY, only
from tests.operations.week_end.books import hand, laptops


def add(book: Store, name: str, **fields: object) -> str:
    return only(add_account(book, name=name, now=NOW, **fields), "account")


def pairs(book: Store) -> dict[tuple[str, str], set[str]]:
    return {(p.first[1], p.second[1]): {str(r) for r in p.reasons} for p in account_pairs(book)}


def test_a_merge_takes_the_chosen_fields_and_one_undo_gives_everything_back(book: Store) -> None:
    keep, gone = add(book, "恒邦建材", city="台州市"), add(book, "恒邦建材有限公司", kind="经销商")
    add_contact(book, account_id=gone, name="陈国梁", now=NOW)
    before = account_rows(book, today=TODAY)
    changes = merge_accounts(
        book, keep_id=keep, gone_id=gone, fields={"name": "恒邦建材有限公司", "kind": "经销商"}, now=NOW
    )
    (row,) = account_rows(book, today=TODAY)
    assert (row.id, row.name, row.city, row.contact, row.aliases) == (
        keep,
        "恒邦建材有限公司",
        "台州市",
        "陈国梁",
        1,
    )
    undo(book, operation_id=str(changes.operation_id), now=NOW)
    assert account_rows(book, today=TODAY) == before


def test_taken_apart_later_only_what_nobody_touched_since_goes_back(book: Store) -> None:
    keep, gone = add(book, "恒邦", city="台州市"), add(book, "恒邦公司", city="温州市", kind="经销商")
    merge_accounts(book, keep_id=keep, gone_id=gone, fields={"name": "恒邦公司", "city": "温州市"}, now=NOW)
    change_account(book, account_id=keep, city="杭州市", now=NOW)
    part = unmerge_account(book, account_id=gone, now=NOW)
    by_id = {row.id: row for row in account_rows(book, today=TODAY)}
    assert (by_id[keep].name, by_id[keep].city) == ("恒邦", "杭州市")
    assert by_id[gone].name == "恒邦公司"
    with pytest.raises(RuleError, match="part_no_alias"):
        unmerge_account(book, account_id=gone, now=NOW)
    undo(book, operation_id=str(part.operation_id), now=NOW)
    (row,) = account_rows(book, today=TODAY)
    assert (row.id, row.name) == (keep, "恒邦公司")


def test_what_goes_along_is_counted_whatever_table_it_is_in(book: Store) -> None:
    from kamdesk.domain.debt import Payment
    from kamdesk.domain.trade import SalesHistory

    keep, gone = add(book, "恒邦"), add(book, "恒邦公司")
    with book.write("test.rows", now=NOW) as tx:
        for paid in (1, 2):
            tx.add(Payment(id=tx.new_id(), account_id=gone, paid_on=TODAY, amount=paid))
        tx.add(
            SalesHistory(
                id=tx.new_id(), account_id=gone, first_day=TODAY, last_day=TODAY, amount=5, currency="CNY"
            )
        )
    kept, moved = merge_sides(book, first=keep, second=gone)
    assert {kind: count for kind, count in moved.counts.items() if count} == {"lists": 3}
    assert not any(kept.counts.values())


def test_nothing_of_an_account_goes_along_uncounted_and_informants_never_tell() -> None:
    counted = {name for names in MOVES.values() for name in names}
    assert "informant_assignment" not in counted
    assert {"need", "risk", "target", "receivable", "listed_stock"} <= counted


def test_a_merge_never_runs_in_a_circle_nor_leaves_a_parent_below(book: Store) -> None:
    keep, gone = add(book, "集团"), add(book, "集团公司")
    move_units(book, account_ids=[keep], parent_id=gone, now=NOW)
    merge_accounts(book, keep_id=keep, gone_id=gone, fields={}, now=NOW)
    assert account_rows(book, today=TODAY)[0].parent_id is None
    with pytest.raises(RuleError, match="join_circle"):
        merge_accounts(book, keep_id=gone, gone_id=keep, fields={}, now=NOW)
    with pytest.raises(NotFound):
        merge_sides(book, first=keep, second=gone)


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("路桥恒邦建材有限公司", "路桥恒邦建材有限责任公司", Reason.NAME),
        ("恒邦（路桥）建材", "恒邦(路桥) 建材", Reason.NAME),
        ("Ernst Handel Co., Ltd", "ERNST HANDEL", Reason.NAME),
        ("ＡＢＣ建材", "abc建材", Reason.NAME),
        ("台州恒邦建材", "恒邦建材", Reason.PREFIX),
        ("台州市恒邦建材有限公司", "恒邦建材", Reason.PREFIX),
    ],
)
def test_names_written_differently_are_found(book: Store, one: str, other: str, reason: Reason) -> None:
    add(book, one, city="台州市")
    add(book, other, city="台州市")
    assert pairs(book) == {(one, other): {reason}}


def test_firms_of_two_cities_are_two_and_a_unit_is_not_its_parent(book: Store) -> None:
    add(book, "武汉金诚", city="武汉市")
    add(book, "杭州金诚", city="杭州市")
    group, site = add(book, "海川集团"), add(book, "海川仓库")
    for account in (group, site):
        set_phones(book, account_id=account, phones=[("0576-88536114", None, "office")], now=NOW)
    assert set(pairs(book)) == {("海川集团", "海川仓库")}
    move_units(book, account_ids=[site], parent_id=group, now=NOW)
    assert pairs(book) == {}


def test_one_telephone_and_one_place_are_reasons_too_unless_a_crowd_shares_them(book: Store) -> None:
    first, second = (
        add(book, "渔歌五金", address="椒江区解放路1号"),
        add(book, "渔歌五金店", address="椒江区解放路1号"),
    )
    for account in (first, second):
        add_contact(
            book, account_id=account, name="周敏", phones=[("139 0576 0001", None, "mobile")], now=NOW
        )
    assert pairs(book) == {("渔歌五金", "渔歌五金店"): {"phone", "place"}}
    for number in range(12):
        account = add(book, f"市场{number}号")
        set_phones(book, account_id=account, phones=[("0576-80000000", None, "office")], now=NOW)
    assert len(pairs(book)) == 1


def test_two_that_are_told_apart_are_not_asked_about_again_until_that_is_taken_back(book: Store) -> None:
    first, second = add(book, "恒邦建材"), add(book, "恒邦建材公司")
    refuse_pair(book, first=second, second=first, now=NOW)
    assert pairs(book) == {}
    refuse_pair(book, first=first, second=second, now=NOW)
    admit_pair(book, first=first, second=second, now=NOW)
    assert len(pairs(book)) == 1


def test_whoever_is_added_again_is_known_by_name_or_telephone(book: Store) -> None:
    known = add(book, "恒邦（路桥）建材有限公司", city="台州市")
    set_phones(book, account_id=known, phones=[("0576-88536114", None, "office")], now=NOW)
    assert [hit[0] for hit in alike(book, name="恒邦(路桥)建材", phones=[])] == [known]
    assert [hit[0] for hit in alike(book, name="别家", phones=["0576 8853 6114"])] == [known]
    assert alike(book, name="别家", phones=["114"]) == ()


def test_the_place_before_a_name_is_left_out_only_where_a_name_is_left() -> None:
    assert core_name("台州市恒邦建材有限公司", ("浙江省", "台州市", None)) == "恒邦建材"
    assert core_name("台州", (None, "台州市", None)) == "台州"


def test_taken_apart_what_came_from_another_book_since_stays_and_is_told(tmp_path: Path) -> None:
    one, two = laptops(tmp_path)
    keep, gone = add(one, "恒邦", city="台州市"), add(one, "恒邦公司")
    merge_accounts(one, keep_id=keep, gone_id=gone, fields={"city": "温州市", "name": "恒邦公司"}, now=NOW)
    hand(one, two, tmp_path)
    change_account(two, account_id=keep, city="杭州市", now=NOW)
    hand(two, one, tmp_path)
    parted = unmerge_account(one, account_id=gone, now=NOW)
    (row,) = (row for row in account_rows(one, today=TODAY) if row.id == keep)
    assert (row.city, row.name, parted.spared) == ("杭州市", "恒邦", ("city",))


def test_taken_apart_a_field_that_is_to_be_chosen_waits_on(tmp_path: Path) -> None:
    one, two = laptops(tmp_path)
    keep, gone = add(one, "恒邦", city="台州市"), add(one, "恒邦公司")
    hand(one, two, tmp_path)
    merge_accounts(one, keep_id=keep, gone_id=gone, fields={"city": "温州市"}, now=NOW + timedelta(minutes=2))
    change_account(two, account_id=keep, city="杭州市", now=NOW + timedelta(minutes=1))
    hand(two, one, tmp_path)
    (conflict,) = open_conflicts(one)
    assert unmerge_account(one, account_id=gone, now=NOW).spared == ("city",)
    assert open_conflicts(one) == [conflict]
